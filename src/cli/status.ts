/** tong-hop status: who is missing, late, waived, by form. */
import { Command } from 'commander';
import { ofPeriod, timeArgument } from './options.ts';
import { statusLines } from './print.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

export function statusCommand(terminal: Terminal): Command {
  return ofPeriod(new Command('status'))
    .description('xem đơn vị nào thiếu, trễ, được miễn, theo từng biểu')
    .option('--json', 'in dạng JSON cho chương trình khác')
    .option('--at <thời điểm>', 'tính đến thời điểm này thay vì bây giờ', timeArgument)
    .action(
      (report: string, period: string, { json, at }: { readonly json?: boolean; readonly at?: string }) =>
        withSession(terminal, async (session) => {
          const { readStatus } = await import('../workflow/read-status.ts');
          const status = await readStatus(session, report, period, at);
          const lines = json ? [JSON.stringify(status, null, 2)] : statusLines(status);
          for (const line of lines) session.say(line);
        }),
    );
}
