/** How far two sources of one thing may be apart: exactly, in percent of the one that is printed or in its own unit. */
import type { Indicator, Tolerance } from '../definition.ts';
import { exact, round, type Exact } from '../exact.ts';
import { amount } from './describe.ts';

const PERCENT_DECIMALS = 2;
const SMALLEST = exact('0.01');

/** True when the difference is larger than any limit allows; without limits, when there is one. */
export function exceeds(primary: Exact, other: Exact, tolerance: Tolerance | undefined): boolean {
  const difference = primary.sub(other).abs();
  const { percent, value } = tolerance ?? {};
  const allowed = [
    exact('0'),
    ...(percent === undefined ? [] : [primary.abs().mul(exact(percent)).div(100)]),
    ...(value === undefined ? [] : [exact(value)]),
  ];
  return allowed.every((limit) => difference.compare(limit) > 0);
}

/** "chênh lệch 10 trạm, bằng 2,5%, quá mức cho phép 0,5% hoặc 5 trạm"; no percent of a zero. */
export function differenceInWords(
  { unit }: Pick<Indicator, 'unit'>,
  primary: Exact,
  other: Exact,
  tolerance?: Tolerance,
): string {
  const difference = primary.sub(other).abs();
  const counted = (value: string): string => (unit === '%' ? `${value} điểm phần trăm` : `${value} ${unit}`);
  const share = primary.equals(0) ? undefined : difference.div(primary.abs()).mul(100);
  const rounded = share && round(share, PERCENT_DECIMALS, 'half-up');
  const percent = share?.compare(SMALLEST) === -1 ? 'dưới 0,01%' : rounded && `bằng ${amount(rounded)}%`;
  const limits = [
    ...(tolerance?.percent === undefined ? [] : [`${amount(tolerance.percent)}%`]),
    ...(tolerance?.value === undefined ? [] : [counted(amount(tolerance.value))]),
  ];
  return [
    `chênh lệch ${counted(amount(difference))}`,
    ...(percent === undefined ? [] : [percent]),
    ...(limits.length === 0 ? [] : [`quá mức cho phép ${limits.join(' hoặc ')}`]),
  ].join(', ');
}

/** A tolerance says that sources may differ, so that more than that is to be explained; hard where it says so. */
export function isSoft(tolerance: Tolerance | undefined): boolean {
  return tolerance !== undefined && tolerance.severity !== 'hard';
}
