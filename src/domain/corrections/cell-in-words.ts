/** A cell as a reader of a correction sees it: the number as officials write it, or the state in words. */
import { amount } from '../checks/describe.ts';
import type { Indicator } from '../definition.ts';
import type { Cell } from '../submission.ts';

/** "1.234", "43,8%", "“có”", "không phát sinh", "ô trống". */
export function cellInWords(cell: Cell | null, indicator: Indicator | undefined): string {
  if (cell === null) return 'ô trống';
  switch (cell.state) {
    case 'none':
      return 'không phát sinh';
    case 'pending':
      return `chưa có số liệu (${cell.reason})`;
    case 'not-applicable':
      return 'không áp dụng';
    case 'value':
      return valueInWords(cell.value, indicator);
  }
}

function valueInWords(value: string, indicator: Indicator | undefined): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return amount(value) + (indicator?.unit === '%' ? '%' : '');
  if (value === 'yes') return '“có”';
  if (value === 'no') return '“không”';
  return `“${indicator?.statuses.find(({ id }) => id === value)?.label ?? value}”`;
}

/** True when two cells say the same, whatever their notes and dates. */
export function sameAnswer(one: Cell | null, other: Cell | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.state === 'value' && other.state === 'value') return one.value === other.value;
  if (one.state === 'pending' && other.state === 'pending') return one.reason === other.reason;
  return one.state === other.state;
}
