/** tong-hop status: who is missing, late, waived, by form. */
import { Command } from 'commander';
import { readStatus } from '../workflow/read-status.ts';
import { timeArgument } from './options.ts';
import { statusLines } from './print.ts';
import { say, withSession, type Environment } from './session.ts';

export function statusCommand(environment: Environment): Command {
  return new Command('status')
    .description('xem đơn vị nào thiếu, trễ, được miễn, theo từng biểu')
    .argument('<báo-cáo>')
    .argument('<kỳ>')
    .option('--json', 'in dạng JSON cho chương trình khác')
    .option('--at <thời điểm>', 'tính đến thời điểm này thay vì bây giờ', timeArgument)
    .action(
      (report: string, period: string, { json, at }: { readonly json?: boolean; readonly at?: string }) =>
        withSession(environment, async (session) => {
          const status = await readStatus(session, report, period, at);
          if (json) say(JSON.stringify(status, null, 2));
          else for (const line of statusLines(status)) say(line);
        }),
    );
}
