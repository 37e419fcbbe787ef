/** From the arguments of a helper to the measure that it asks for. */
import type { Measure } from '../aggregation/measure.ts';
import type { Span } from '../definition.ts';
import { periodNamed, yearAgo, type PeriodId } from '../period.ts';
import { numberOption, textOption, type HelperOptions, type Narrator } from './narrator.ts';

/** The measure named by `indicator` and the options span, of, status, at and back. */
export function measureOf(narrator: Narrator, indicator: string, options: HelperOptions): Measure {
  const status = textOption(options, 'status');
  return narrator.book.measure(indicator, {
    span: (textOption(options, 'span') ?? 'period') as Span,
    scope: textOption(options, 'of') ?? '',
    period: periodOf(narrator, options),
    ...(status === undefined ? {} : { status }),
  });
}

/** The period that `at` or `back` names; the narrated one by default. */
export function periodOf(narrator: Narrator, options: HelperOptions): PeriodId {
  const { id } = narrator.book.facts.period;
  const at = textOption(options, 'at');
  if (at !== undefined) return periodNamed(id, at);
  return yearsBack(id, numberOption(options, 'back') ?? 0);
}

/** The same measure in the period that `versus` names, by its place or its id. */
export function measureThen(measure: Measure, versus: string): Measure {
  return { ...measure, period: periodNamed(measure.period, versus) };
}

export function yearsBack(period: PeriodId, years: number): PeriodId {
  return years === 0 ? period : yearsBack(yearAgo(period), years - 1);
}
