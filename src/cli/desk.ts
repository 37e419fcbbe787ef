/** tong-hop return, waive and justify: what the compiling department does to single papers, each with a reason. */
import { Command } from 'commander';
import { ofPeriod, timeArgument } from './options.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly reason: string;
  readonly at?: string;
  readonly form?: string;
}

export function deskCommands(terminal: Terminal): readonly Command[] {
  return [
    paper('return', 'trả lại phiếu cho đơn vị')
      .argument('<biểu>')
      .argument('<đơn-vị>', 'mã hoặc tên')
      .action((report: string, period: string, form: string, body: string, options: Options) =>
        withSession(terminal, async (session) => {
          const { returnSubmission } = await import('../workflow/desk.ts');
          await returnSubmission(session, report, period, form, body, options);
          session.say(`Đã trả lại phiếu biểu ${form} của “${body}”.`);
        }),
      ),
    paper('waive', 'miễn nộp cho đơn vị')
      .argument('<đơn-vị>', 'mã hoặc tên')
      .option('--form <biểu>', 'chỉ miễn một biểu; mặc định là mọi biểu')
      .action((report: string, period: string, body: string, options: Options) =>
        withSession(terminal, async (session) => {
          const { waive } = await import('../workflow/desk.ts');
          await waive(session, report, period, body, options);
          session.say(`Đã ghi miễn nộp cho “${body}”.`);
        }),
      ),
    paper('justify', 'ghi lý do cho một số liệu khác thường')
      .argument('<phát-hiện>', 'mã trong ngoặc của phát hiện')
      .action((report: string, period: string, finding: string, options: Options) =>
        withSession(terminal, async (session) => {
          const { justify } = await import('../workflow/desk.ts');
          await justify(session, report, period, finding, options);
          session.say(`Đã ghi lý do cho ${finding}.`);
        }),
      ),
  ];
}

function paper(name: string, about: string): Command {
  return ofPeriod(new Command(name))
    .description(about)
    .requiredOption('--reason <lý do>', 'lý do, được ghi lại cùng quyết định')
    .option('--at <thời điểm>', 'thời điểm quyết định', timeArgument);
}
