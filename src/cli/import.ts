/** tong-hop import and tong-hop history: figures in, from files. */
import { Command } from 'commander';
import { ofPeriod, timeArgument } from './options.ts';
import { importLines } from './print.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface ImportFlags {
  readonly at?: string;
  readonly confirmStanding?: boolean;
}

export function importCommands(terminal: Terminal): readonly Command[] {
  const submissions = ofPeriod(new Command('import'))
    .description('nhận phiếu báo cáo từ tệp CSV; ghi tất cả hoặc không ghi gì')
    .argument('<đường-dẫn...>', 'các tệp <BIỂU>.csv, <BIỂU>.<bảng>.csv, hoặc thư mục chứa chúng')
    .option('--at <thời điểm>', 'thời điểm nhận phiếu', timeArgument)
    .option('--confirm-standing', 'đơn vị xác nhận giữ nguyên số liệu kỳ trước ở các ô được phép để trống')
    .action((report: string, period: string, paths: readonly string[], given: ImportFlags) =>
      withSession(terminal, async (session) => {
        const { importSubmissions } = await import('../workflow/import-submissions.ts');
        const { say: onProgress } = session;
        const options = { onProgress, ...given };
        const result = await importSubmissions(session, report, period, paths, options);
        for (const line of importLines(result)) session.say(line);
      }),
    );
  const history = new Command('history')
    .description('nạp số liệu các kỳ trước từ tệp CSV')
    .argument('<báo-cáo>', 'mã báo cáo, là tên thư mục định nghĩa, ví dụ chuyen-doi-so')
    .argument('<đường-dẫn>', 'tệp history.csv')
    .action((report: string, path: string) =>
      withSession(terminal, async (session) => {
        const { loadHistory } = await import('../workflow/load-history.ts');
        session.say(`Đã nạp ${await loadHistory(session, report, path)} số liệu lịch sử.`);
      }),
    );
  return [submissions, history];
}
