/** Arguments that several commands share, read and refused in one place. */
import { InvalidArgumentError, type Command } from 'commander';
import { isIsoDate } from '../domain/dates.ts';
import { vietnamTime } from '../workflow/workplace.ts';

/** Adds the two arguments that most commands begin with. */
export function ofPeriod(command: Command): Command {
  return command
    .argument('<báo-cáo>', 'mã báo cáo, là tên thư mục định nghĩa, ví dụ chuyen-doi-so')
    .argument('<kỳ>', 'ví dụ 2024-10, 2024-Q3, 2024-H1, 2024-9M, 2024');
}

/**
 * A time such as "2024-10-25", "2024-10-25T17:00" or with seconds and offset; Vietnamese time where none is given.
 * @returns the moment in Vietnamese time, so that its day is the day in Vietnam.
 */
export function timeArgument(text: string): string {
  const [, day = '', hour = '00:00', second = ':00', offset = '+07:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const moment = new Date(`${day}T${hour}${second}${offset}`);
  if (!isIsoDate(day) || Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError(
      'Thời điểm phải là một ngày có thật, ghi như 2024-10-25, 2024-10-25T17:00 hoặc 2024-10-25T17:00:00+07:00.',
    );
  }
  return vietnamTime(moment);
}
