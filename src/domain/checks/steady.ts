/**
 * A stock that has hardly moved for months and then jumps: too little for the band of the unusual, which is made for
 * figures that go up and down, but much for what stood still. Two digits that change places look like that.
 */
import { USUAL_BAND, type Indicator } from '../definition/indicator.ts';
import { exact, isPositive, type Exact } from '../exact.ts';
import type { Range } from './rounding.ts';
import { ascending, mayBeOutside, TOO_FEW } from './scale.ts';

/** Hardly moved: the highest of the earlier values is at most so many times the lowest. */
const MOVED = exact('1.2');
/** A jump: so many times beyond all of them. */
const JUMP = exact('1.5');
/** The band of an indicator that its author has not widened. */
const [LOW, HIGH] = [exact(USUAL_BAND.low), exact(USUAL_BAND.high)];

/**
 * What the value has jumped out of; undefined where it has not, or where that is nothing unusual.
 * @param values the last earlier ones
 */
export function jumpedFrom(
  { nature, outlier }: Indicator,
  value: Exact,
  values: readonly Exact[],
): Range | undefined {
  if (nature !== 'stock' || outlier === null) return undefined;
  // Outside half as much again of all of them is outside a quarter more of their middle.
  if (!mayBeOutside(value, values, 0.8, 1.25)) return undefined;
  if (exact(outlier.low).compare(LOW) < 0 || exact(outlier.high).compare(HIGH) > 0) return undefined;
  const ordered = ascending(values);
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (!low || !high || !isPositive(low) || high.compare(low.mul(MOVED)) > 0) return undefined;
  const isSmall = value.compare(TOO_FEW) < 0 && high.compare(TOO_FEW) < 0;
  const isJump = value.compare(high.mul(JUMP)) > 0 || value.mul(JUMP).compare(low) < 0;
  return isJump && !isSmall ? { low, high } : undefined;
}
