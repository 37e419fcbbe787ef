/** tong-hop correct: a body corrects what was published; the report stays, and the next one says what changed. */
import { Command } from 'commander';
import type { RequestPart } from '../domain/corrections/read-correction.ts';
import { ofPeriod, timeArgument } from './options.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly reason?: string;
  readonly from?: string;
  readonly file?: string;
  readonly at?: string;
}

const PARTS: readonly (readonly [part: RequestPart, name: string, about: string])[] = [
  ['body', 'đơn-vị', 'mã hoặc tên; với số liệu lịch sử: mã đơn vị, khối, danh sách, hoặc tat-ca'],
  ['form', 'biểu', 'mã biểu; ghi history cho số liệu lịch sử, từ trước khi có hệ thống'],
  [
    'field',
    'ô',
    'mã hoặc tên ô, hoặc mã chỉ tiêu; dòng của bảng: bảng:số dòng:cột, bảng:số dòng, bảng:+; với lịch sử: mã chỉ tiêu, thêm :ytd hoặc :cumulative',
  ],
  ['to', 'số-mới', 'ghi như trong tệp CSV; «bỏ dòng»; dòng mới: cột = giá trị | cột = giá trị'],
];

export function correctCommand(terminal: Terminal): Command {
  const command = ofPeriod(new Command('correct')).description(
    'đính chính số liệu của kỳ đã phát hành; báo cáo kỳ sau nêu rõ thay đổi',
  );
  for (const [, name, about] of PARTS) command.argument(`[${name}]`, about);
  return command
    .option('--reason <lý do>', 'lý do đính chính, được in trong báo cáo kỳ sau')
    .option('--from <số cũ>', 'số đang có; nếu không khớp thì không ghi gì')
    .option(
      '--file <tệp>',
      'tệp CSV: đơn vị, biểu, chỉ tiêu, số cũ, số mới, lý do; ghi tất cả hoặc không ghi gì',
    )
    .option('--at <thời điểm>', 'thời điểm đính chính', timeArgument)
    .action((report: string, period: string, ...rest: readonly unknown[]) => {
      const options = command.opts<Options>();
      const typed = rest.slice(0, PARTS.length) as readonly (string | undefined)[];
      const { file, reason, from = '' } = options;
      const at = options.at === undefined ? {} : { at: options.at };
      if (file === undefined) requireAll(command, typed, reason);
      return withSession(terminal, async (session) => {
        const { correctFromFile, correctValue } = await import('../workflow/correct.ts');
        const [body = '', form = '', field = '', to = ''] = typed;
        const lines =
          file === undefined
            ? await correctValue(
                session,
                report,
                period,
                {
                  body,
                  form,
                  field,
                  to,
                  from,
                  reason: reason ?? '',
                },
                at,
              )
            : await correctFromFile(session, report, period, file, at);
        for (const line of lines) session.say(line);
      });
    });
}

function requireAll(command: Command, typed: readonly unknown[], reason: string | undefined): void {
  for (const [index, [, name]] of PARTS.entries())
    if (typed[index] === undefined)
      command.error(`error: missing required argument '${name}'`, { code: 'commander.missingArgument' });
  if (reason === undefined)
    command.error("error: required option '--reason <lý do>' not specified", {
      code: 'commander.missingMandatoryOptionValue',
    });
}
