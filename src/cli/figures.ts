/** tong-hop figures: one indicator in past periods, as it was reported or restated to the bodies of today. */
import { Command, Option } from 'commander';
import type { Span } from '../domain/definition.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly period?: string;
  readonly of?: string;
  readonly status?: string;
  readonly span: Span;
  readonly restated?: boolean;
  readonly json?: boolean;
}

export function figuresCommand(terminal: Terminal): Command {
  return new Command('figures')
    .description('xem số liệu các kỳ của một chỉ tiêu, như đã báo cáo hoặc quy đổi theo các đơn vị hiện nay')
    .argument('<báo-cáo>', 'mã báo cáo, là tên thư mục định nghĩa, ví dụ chuyen-doi-so')
    .argument('<chỉ-tiêu>', 'mã chỉ tiêu, như trong indicators.yaml')
    .option('--period <kỳ>', 'chỉ một kỳ đã mở; mặc định là mọi kỳ')
    .option('--of <khối>', 'mã của một khối, danh sách hoặc đơn vị; mặc định là mọi đơn vị được hỏi')
    .option('--status <mức>', 'mức của chỉ tiêu trạng thái được đếm ở dòng tổng')
    .addOption(
      new Option('--span <khoảng>', 'số trong kỳ, từ đầu năm hay lũy kế')
        .choices(['period', 'ytd', 'cumulative'])
        .default('period'),
    )
    .option('--restated', 'quy đổi theo các đơn vị của kỳ mở gần nhất')
    .option('--json', 'in dạng JSON cho chương trình khác')
    .action((report: string, indicator: string, { of, json, ...options }: Options) =>
      withSession(terminal, async (session) => {
        const { readPastFigures } = await import('../workflow/past-figures.ts');
        const { pastFiguresLines } = await import('./figures-lines.ts');
        const figures = await readPastFigures(session, report, indicator, {
          ...options,
          ...(of === undefined ? {} : { scope: of }),
        });
        for (const line of json ? [JSON.stringify(figures, null, 2)] : pastFiguresLines(figures))
          session.say(line);
      }),
    );
}
