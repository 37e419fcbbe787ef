/** tong-hop compile: a period becomes a PDF, or its findings are listed and it is refused. */
import { Command } from 'commander';
import type { CompileResult } from '../workflow/compile-edition.ts';
import { Refusal } from './explain.ts';
import { ofPeriod, timeArgument } from './options.ts';
import { findingLines } from './print.ts';
import { withSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly out: string;
  readonly draft?: boolean;
  readonly at?: string;
}

export function compileCommand(terminal: Terminal): Command {
  return ofPeriod(new Command('compile'))
    .description('tổng hợp một kỳ thành báo cáo PDF')
    .requiredOption(
      '--out <thư mục>',
      'nơi ghi report.pdf, report.html, model.json, ledger.json, findings.json',
    )
    .option('--draft', 'bản dự thảo: in cả khi còn thiếu số liệu')
    .option('--at <thời điểm>', 'thời điểm của bản phát hành', timeArgument)
    .action((report: string, period: string, options: Options) =>
      withSession(
        terminal,
        async (session) => {
          const result = await compileAndTell(session, report, period, options);
          if (!result.issued) throw new Refusal(2);
        },
        { prints: true },
      ),
    );
}

/** Compiles and says what came of it: the PDF's place, or why it was refused. */
export async function compileAndTell(
  session: Session,
  report: string,
  period: string,
  { out, draft, at }: Options,
): Promise<CompileResult> {
  const { say, warn } = session;
  // Loaded here, with its charts and its browser: a second that the other commands do without.
  const { compileEdition } = await import('../workflow/compile-edition.ts');
  const result = await compileEdition(session, session.browser, report, period, {
    outDir: out,
    onProgress: say,
    ...(draft === undefined ? {} : { draft }),
    ...(at === undefined ? {} : { at }),
  });
  if (result.issued) {
    const open = result.compilation.refusals.length;
    if (open > 0) {
      for (const line of findingLines(result.compilation.refusals)) warn(line);
      warn(`Bản dự thảo còn ${open} phát hiện phải xử lý trước khi phát hành.`);
    }
    say(`Đã in: ${result.pdfPath}`);
    return result;
  }
  const { refusals } = result.compilation;
  for (const line of findingLines(refusals)) warn(line);
  warn(
    `Chưa phát hành được kỳ ${period}: còn ${refusals.length} phát hiện phải xử lý, chi tiết trong ${result.findingsPath}.`,
  );
  if (result.setAside !== undefined)
    warn(`Báo cáo của lần tổng hợp trước ở thư mục này đã được chuyển sang ${result.setAside}.`);
  return result;
}
