/** Nghìn typed for triệu: the slip of a thousand that plausibility is mostly about. */
import { approximate, exact, ZERO, type Exact } from '../exact.ts';

/** So many times off, a wrong unit is the likeliest reason. */
export const WRONG_SCALE: Exact = exact('200');

/** Fewer than so many of anything are ten times as many, or a tenth, by chance. */
export const TOO_FEW: Exact = exact('30');

/** Said after a comparison when the two are far enough apart. */
export function scaleHint(value: Exact, usual: Exact): string {
  const [small, large] = value.compare(usual) < 0 ? [value, usual] : [usual, value];
  const far = small.compare(0) > 0 && large.compare(small.mul(WRONG_SCALE)) >= 0;
  return far ? '; có thể đã nhầm đơn vị (nghìn, triệu, tỷ)' : '';
}

/** Far more than floats are off, and far less than anyone calls unusual. */
const NEARLY = 1e-9;

/**
 * False when the value certainly lies between `low` and `high` times the middle of the others. Of thousands of values
 * nearly all do, and floats tell; the rest has to be compared exactly.
 */
export function mayBeOutside(value: Exact, others: readonly Exact[], low: number, high: number): boolean {
  const sorted = Float64Array.from(others, approximate).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const usual = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
  const amount = approximate(value);
  return !(usual > 0 && amount > usual * low * (1 + NEARLY) && amount < usual * high * (1 - NEARLY));
}

export function ascending(values: readonly Exact[]): readonly Exact[] {
  return values.toSorted((left, right) => left.compare(right));
}

/** Of an empty list zero, which no value is compared with. */
export function median(values: readonly Exact[]): Exact {
  const sorted = ascending(values);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] ?? ZERO).div(2);
}
