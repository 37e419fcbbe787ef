/** Arguments that several commands share, read and refused in one place. */
import { InvalidArgumentError } from 'commander';

/** A time such as "2024-10-25", "2024-10-25T17:00" or with seconds and offset; Vietnamese time where none is given. */
export function timeArgument(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const time = match && `${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}${match[4] ?? '+07:00'}`;
  if (!time || Number.isNaN(Date.parse(time))) {
    throw new InvalidArgumentError('Thời điểm phải ghi như 2024-10-25T17:00 hoặc 2024-10-25T17:00:00+07:00.');
  }
  return time;
}
