/** Averages over time: what was added up, per day or per month that it covers. */
import type { Book } from '../aggregation/book.ts';
import { measureId, type Aggregate } from '../aggregation/measure.ts';
import { firstDayOfYear, windowIn } from '../aggregation/windows.ts';
import { daysBetween, lastDayOf, monthsBetween, type IsoDate } from '../dates.ts';
import { canonical, exact } from '../exact.ts';
import { monthsOf, type PeriodId, type Window } from '../period.ts';

/** What an average is counted over. */
interface TimeUnit {
  readonly id: string;
  readonly word: string;
  /** From the first to the last day of the value. */
  readonly between: (from: IsoDate, to: IsoDate) => number;
}

export const DAYS: TimeUnit = { id: 'day', word: 'ngày', between: daysBetween };
export const MONTHS: TimeUnit = { id: 'month', word: 'tháng', between: monthsBetween };

/** Average over the days that the value covers, both ends counted, or over the months of its period. */
export function averageOf(book: Book, aggregate: Aggregate, unit: TimeUnit): Aggregate {
  const { indicator, measure } = aggregate;
  const window = unit === MONTHS ? wholeMonths(measure.period) : windowIn(book, indicator, measure.period);
  const from = window && firstDay(book, aggregate, window, unit);
  if (aggregate.value === null || window === undefined || from === undefined) return aggregate;
  const count = unit.between(from, window.to);
  const countId = book.ledger.add({
    id: `${unit.id}s:${from}/${window.to}`,
    kind: 'days',
    formula: `số ${unit.word} của kỳ số liệu`,
    inputs: [],
    value: String(count),
  });
  const value = aggregate.value.div(exact(String(count)));
  const id = book.ledger.add({
    id: `per-${unit.id}:${measureId(measure)}`,
    kind: 'ratio',
    formula: `tổng ÷ số ${unit.word}`,
    inputs: [aggregate.id, countId],
    value: canonical(value),
    unit: indicator.unit,
  });
  return { ...aggregate, id, value };
}

/** Windows that begin on another day than the first (from the 20th to the 19th) are months all the same. */
function wholeMonths(period: PeriodId): Window {
  const [first, last] = monthsOf(period);
  return { from: `${first}-01`, to: `${last}-${lastDayOf(last)}` };
}

/** The year to date begins with its first window, a cumulative total on the day that it is stated to count from. */
function firstDay(
  book: Book,
  { indicator: { since, window }, measure: { span, period } }: Aggregate,
  { from }: Window,
  unit: TimeUnit,
): IsoDate | undefined {
  const newYear = unit === MONTHS ? `${from.slice(0, 4)}-01-01` : firstDayOfYear(book, window, period);
  return { period: from, ytd: newYear, cumulative: since }[span];
}
