/** tong-hop propose and tong-hop confirm: what of earlier answers still stands, and the act of saying so. */
import { Command } from 'commander';
import { ofPeriod, timeArgument } from './options.ts';
import { withSession } from './session.ts';
import { proposalLines, proposalSummaryLines } from './standing-lines.ts';
import type { Terminal } from './terminal.ts';

export function standingCommands(terminal: Terminal): readonly Command[] {
  return [
    ofPeriod(new Command('propose'))
      .description('xem số liệu kỳ trước mà đơn vị có thể xác nhận giữ nguyên; không ghi gì')
      .argument('[đơn-vị...]', 'mã hoặc tên; không ghi thì tóm tắt mọi đơn vị')
      .option('--json', 'in dạng JSON cho chương trình khác')
      .action(
        (report: string, period: string, bodies: readonly string[], { json }: { readonly json?: boolean }) =>
          withSession(terminal, async (session) => {
            const { proposeStanding } = await import('../workflow/standing/standing.ts');
            const proposals = await proposeStanding(session, report, period, bodies);
            const lines = bodies.length === 0 ? proposalSummaryLines(proposals) : proposalLines(proposals);
            for (const line of json ? [JSON.stringify(proposals, null, 2)] : lines) session.say(line);
          }),
      ),
    ofPeriod(new Command('confirm'))
      .description('đơn vị xác nhận giữ nguyên số liệu kỳ trước; ghi tất cả trong một lần')
      .argument('<đơn-vị>', 'mã hoặc tên')
      .argument('[biểu]', 'chỉ một biểu; mặc định là mọi biểu của đơn vị')
      .option('--except <id...>', 'id của các ô, bảng không xác nhận')
      .option('--at <thời điểm>', 'thời điểm xác nhận, tính đúng hạn hay trễ hạn', timeArgument)
      .action(
        (
          report: string,
          period: string,
          body: string,
          form: string | undefined,
          options: { readonly except?: readonly string[]; readonly at?: string },
        ) =>
          withSession(terminal, async (session) => {
            const { confirmStanding } = await import('../workflow/standing/standing.ts');
            const done = await confirmStanding(session, report, period, body, {
              ...options,
              ...(form === undefined ? {} : { form }),
            });
            for (const { form: id, confirmed } of done)
              session.say(
                `Đã xác nhận giữ nguyên ${confirmed.length} số liệu ở biểu ${id} của “${body}”: ${confirmed.join(', ')}.`,
              );
          }),
      ),
  ];
}
