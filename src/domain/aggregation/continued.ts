/**
 * A series that goes on under another code: what the ended indicator was is what the new one was before its first
 * month. Nothing of this holds for a series that breaks: a break says so by itself.
 */
import type { Definition, Indicator } from '../definition.ts';
import { monthsOf, type PeriodId } from '../period.ts';
import type { Book } from './book.ts';
import type { Aggregate, Measure } from './measure.ts';

type Goal = Indicator['targets'][number];

/** The indicator under whose code the series ran in a period that ended before this one began. */
export function formerOf(
  definition: Definition,
  { continues, from }: Indicator,
  period: PeriodId,
): Indicator | undefined {
  if (continues === undefined || from === undefined || monthsOf(period)[1] >= from) return undefined;
  return definition.indicators[continues];
}

/** The value that stands under the former code, as one of this indicator; undefined when there was none. */
export function valueBefore(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const former = formerOf(book.facts.definition, indicator, measure.period);
  return former && { ...book.value({ ...measure, indicator: former.code }), measure, indicator };
}

/** The goal of a year: the indicator's own, else one that was set for what it continues without a break. */
export function goalOfYear(definition: Definition, indicator: Indicator, year: string): Goal | undefined {
  const own = indicator.targets.find((goal) => goal.year === year);
  if (own || indicator.breaks.some(({ from }) => from === indicator.from)) return own;
  const former = definition.indicators[indicator.continues ?? ''];
  return former && goalOfYear(definition, former, year);
}
