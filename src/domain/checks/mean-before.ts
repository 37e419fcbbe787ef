/** What a flow came to in a usual period, where of the past only its year to date or its cumulative total is known. */
import type { Book } from '../aggregation/book.ts';
import type { KnownAggregate } from '../aggregation/measure.ts';
import { monthsBetween } from '../dates.ts';
import type { Exact } from '../exact.ts';
import { monthsOf, periodUpTo, shortPeriodName, startsYear } from '../period.ts';
import { comparable } from './comparable.ts';
import { roughly } from './describe.ts';

export interface MeanBefore {
  readonly period: string;
  readonly value: Exact;
  /** In the words of a finding. */
  readonly mean: string;
}

/** From the year to date up to the period before, else from the cumulative total since its day; undefined without either. */
export function meanUpTo(book: Book, { indicator, measure }: KnownAggregate): MeanBefore | undefined {
  if (indicator.nature !== 'flow' || measure.span !== 'period') return undefined;
  const period = periodUpTo(measure.period);
  const [, last] = monthsOf(period);
  const mean = (span: 'ytd' | 'cumulative', from: string, words: string): MeanBefore | undefined => {
    const total = comparable(book, { ...measure, span })(period);
    if (!total) return undefined;
    // A total that began within its first period counts as a whole one.
    const periods = Math.max(1, Math.floor(monthsBetween(from, `${last}-01`) / lengthOf(measure.period)));
    const value = total.div(periods);
    return {
      period,
      value,
      mean: `bình quân ${roughly(value)} mỗi kỳ (${words} đến hết ${shortPeriodName(period)})`,
    };
  };
  const ofYear = startsYear(measure.period)
    ? undefined
    : mean('ytd', `${last.slice(0, 4)}-01-01`, 'từ đầu năm');
  if (ofYear || indicator.since === undefined) return ofYear;
  return mean('cumulative', indicator.since, 'lũy kế');
}

/** Months of a period. */
function lengthOf(period: string): number {
  const [first, last] = monthsOf(period);
  return monthsBetween(`${first}-01`, `${last}-01`);
}
