/** tong-hop import and tong-hop history: figures in, from files. */
import { Command } from 'commander';
import { importSubmissions } from '../workflow/import-submissions.ts';
import { loadHistory } from '../workflow/load-history.ts';
import { timeArgument } from './options.ts';
import { say, withSession, type Environment } from './session.ts';

export function importCommands(environment: Environment): readonly Command[] {
  const submissions = new Command('import')
    .description('nhận phiếu báo cáo từ tệp CSV; ghi tất cả hoặc không ghi gì')
    .argument('<báo-cáo>')
    .argument('<kỳ>')
    .argument('<đường-dẫn...>', 'các tệp <BIỂU>.csv, <BIỂU>.<bảng>.csv, hoặc thư mục chứa chúng')
    .option('--at <thời điểm>', 'thời điểm nhận phiếu', timeArgument)
    .action((report: string, period: string, paths: readonly string[], { at }: { readonly at?: string }) =>
      withSession(environment, async (session) => {
        const options = { ...(at === undefined ? {} : { at }), onProgress: say };
        const { accepted, empty, unchanged, historyValues } = await importSubmissions(
          session,
          report,
          period,
          paths,
          options,
        );
        say(
          `Đã tiếp nhận ${accepted} phiếu; ${empty} phiếu trống chưa tiếp nhận; ${unchanged} phiếu không đổi; ${historyValues} số liệu lịch sử.`,
        );
      }),
    );
  const history = new Command('history')
    .description('nạp số liệu các kỳ trước từ tệp CSV')
    .argument('<báo-cáo>')
    .argument('<đường-dẫn>')
    .action((report: string, path: string) =>
      withSession(environment, async (session) => {
        say(`Đã nạp ${await loadHistory(session, report, path)} số liệu lịch sử.`);
      }),
    );
  return [submissions, history];
}
