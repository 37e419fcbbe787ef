/** Nghìn typed for triệu: the slip of a thousand that plausibility is mostly about. */
import { exact, ZERO, type Exact } from '../exact.ts';

/** So many times off, a wrong unit is the likeliest reason. */
export const WRONG_SCALE: Exact = exact('200');

/** Said after a comparison when the two are far enough apart. */
export function scaleHint(value: Exact, usual: Exact): string {
  const [small, large] = value.compare(usual) < 0 ? [value, usual] : [usual, value];
  const far = small.compare(0) > 0 && large.compare(small.mul(WRONG_SCALE)) >= 0;
  return far ? '; có thể đã nhầm đơn vị (nghìn, triệu, tỷ)' : '';
}

/** Of an empty list zero, which no value is compared with. */
export function median(values: readonly Exact[]): Exact {
  const sorted = [...values].sort((left, right) => left.compare(right));
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] ?? ZERO).div(2);
}
