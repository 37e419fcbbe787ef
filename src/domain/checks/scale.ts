/** Nghìn typed for triệu: the slip of a thousand that plausibility is mostly about. */
import { approximate, compare, exact, ZERO, type Exact } from '../exact.ts';

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
  const amount = approximate(value);
  let least = approximate(others[0] ?? ZERO);
  let most = least;
  for (const other of others) {
    const known = approximate(other);
    if (known < least) least = known;
    if (known > most) most = known;
  }
  // The middle lies between them, and mostly they are not far apart.
  return !isInside(amount, least, most, low, high) && !isInside(amount, ...middlesOf(others), low, high);
}

/** True when the amount lies between `low` and `high` times whatever lies between `least` and `most`. */
function isInside(amount: number, least: number, most: number, low: number, high: number): boolean {
  return least > 0 && amount > most * low * (1 + NEARLY) && amount < least * high * (1 - NEARLY);
}

/** The two values in the middle, which may be one. */
function middlesOf(values: readonly Exact[]): readonly [number, number] {
  const sorted = values.map(approximate).sort((left, right) => left - right);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return [sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1] ?? 0), upper];
}

export function ascending(values: readonly Exact[]): readonly Exact[] {
  return values.toSorted(compare);
}

/** Of an empty list zero, which no value is compared with. */
export function median(values: readonly Exact[]): Exact {
  return middleOf(ascending(values));
}

/** The median of values that are in order already. */
export function middleOf(sorted: readonly Exact[]): Exact {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] ?? ZERO).div(2);
}
