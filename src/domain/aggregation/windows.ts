/** The days that an indicator's values cover: as decided for the book's own period, by the rule for every other. */
import type { IsoDate } from '../dates.ts';
import type { Indicator } from '../definition.ts';
import { monthsOf, windowOf, type PeriodId, type Window } from '../period.ts';
import type { Book } from './book.ts';

/** Last day of an indicator's window in the book's period. */
export function windowEnd(book: Book, indicator: Indicator): IsoDate {
  const window = windowIn(book, indicator, book.facts.period.id);
  if (!window) throw new RangeError(`period ${book.facts.period.id} has no window ${indicator.window}`);
  return window.to;
}

/** An indicator's window: as decided in the book's own period, by its rule in another. */
export function windowIn(book: Book, indicator: Indicator, period: PeriodId): Window | undefined {
  const { windows } = book.facts.period;
  if (period === book.facts.period.id) return windows[indicator.window] ?? windows['ky'];
  const rules = book.facts.definition.report.windows;
  const rule = rules[indicator.window] ?? rules['ky'];
  return rule && windowOf(rule, period);
}

/**
 * The day on which the year up to a period's end begins: the first day, by the window's rule, of the first period of
 * that year. For windows from the 15th to the 14th that is 15 December of the year before.
 */
export function firstDayOfYear(book: Book, windowId: string, period: PeriodId): IsoDate | undefined {
  const rules = book.facts.definition.report.windows;
  const rule = rules[windowId] ?? rules['ky'];
  const year = monthsOf(period)[1].slice(0, 4);
  return rule && windowOf(rule, year).from;
}
