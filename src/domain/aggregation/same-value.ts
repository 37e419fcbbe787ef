/**
 * One value has several names, because periods of different kinds end on the same day: what holds at the end of 2019
 * holds for the year, its second half, its last quarter and December, and the year to date is the year's own value.
 */
import type { Definition, Indicator } from '../definition.ts';
import { madeOnce, nested } from '../made-once.ts';
import { endingWith, startsYear } from '../period.ts';
import type { Measure } from './measure.ts';

const known = new WeakMap<Definition, Map<string, boolean>>();

/** True when a period's value counts what happened within it, so that it matters where the period begins. */
export function addsUp(definition: Definition, code: string): boolean {
  return madeOnce(nested(known, definition), code, () => doesAddUp(definition, code));
}

function doesAddUp(definition: Definition, code: string): boolean {
  const indicator = definition.indicators[code];
  if (!indicator || indicator.nature === 'stock') return false;
  return indicator.nature === 'flow' || madeOf(indicator).some((input) => addsUp(definition, input));
}

/** Every measure that is the same value by definition, the given one first. */
export function namesOf(definition: Definition, measure: Measure): readonly Measure[] {
  const adds = addsUp(definition, measure.indicator);
  if (adds && measure.span === 'period' && !startsYear(measure.period)) return [measure];
  const ends = endingWith(measure.period);
  if (measure.span === 'cumulative' || !adds)
    return ends.length === 1 ? [measure] : ends.map((period) => ({ ...measure, period }));
  const year: readonly Measure[] = [
    ...ends.map((period): Measure => ({ ...measure, period, span: 'ytd' })),
    ...ends.filter(startsYear).map((period): Measure => ({ ...measure, period, span: 'period' })),
  ];
  if (measure.span === 'ytd') return year;
  return [measure, ...year.filter((name) => !isSame(name, measure))];
}

/** What decides whether a ratio, or a limit on a number of the same span, adds up. */
function madeOf({ numerator, denominator, meets }: Indicator): readonly string[] {
  const limited = meets?.span === undefined ? meets?.indicator : undefined;
  return [numerator, denominator, limited].filter((code) => code !== undefined);
}

function isSame(left: Measure, right: Measure): boolean {
  return left.period === right.period && left.span === right.span;
}
