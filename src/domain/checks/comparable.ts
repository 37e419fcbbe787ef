/** Earlier values that a check may hold a value against. */
import type { Book } from '../aggregation/book.ts';
import type { Measure } from '../aggregation/measure.ts';
import { isIncomparable } from '../aggregation/bodies-changed.ts';
import { brokenSince, neverBreaks } from '../aggregation/series-break.ts';
import type { Exact } from '../exact.ts';
import type { PeriodId } from '../period.ts';

/** A measure's value in other periods; undefined where none is known, or none that compares. */
export function comparable(book: Book, measure: Measure): (period: PeriodId) => Exact | undefined {
  const recorded = book.earlier.recorded(measure);
  const isSteady = neverBreaks(book, measure.indicator);
  return (period) => {
    if (!isSteady && brokenSince(book, measure.indicator, period, measure.period)) return undefined;
    const known = recorded(period);
    if (known) return known;
    const then = book.value({ ...measure, period });
    return then.value === null || isIncomparable(book, { measure }, then) ? undefined : then.value;
  };
}
