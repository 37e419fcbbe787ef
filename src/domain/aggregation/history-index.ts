/** The values of history files, found by measure, or by what they are about whatever the period. */
import type { HistoryValue } from '../facts.ts';
import { nested } from '../made-once.ts';
import type { PeriodId } from '../period.ts';

/** All that is on record of a measure, whatever the period. */
export interface Series {
  readonly values: ReadonlyMap<PeriodId, HistoryValue>;
  /** The same object for all series that have the same periods. */
  readonly periods: ReadonlySet<PeriodId>;
}

export interface HistoryIndex {
  /** By indicator, by what is counted of it, and by scope: short words are found faster than one made of all three. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Series>>>;
  readonly all: ReadonlySet<PeriodId>;
}

/** History is long, and the same from one compile to the next: a list is indexed once. */
const indexes = new WeakMap<readonly HistoryValue[], HistoryIndex>();

/** An index of the values of history files, made once for each list. */
export function indexHistory(history: readonly HistoryValue[]): HistoryIndex {
  const known = indexes.get(history);
  if (known) return known;
  const listed = new Map<string, Map<string, Map<string, Map<PeriodId, HistoryValue>>>>();
  for (const value of history) {
    const { indicator, period, span, status, scope } = value;
    nested(nested(nested(listed, indicator), lineOf(span, status || undefined)), scope).set(period, value);
  }
  const sets = new Map<string, ReadonlySet<PeriodId>>();
  const seriesOf = (values: ReadonlyMap<PeriodId, HistoryValue>): Series => {
    const shape = [...values.keys()].sort().join();
    const periods = sets.get(shape) ?? new Set(values.keys());
    sets.set(shape, periods);
    return { values, periods };
  };
  const series = mapped(listed, (lines) => mapped(lines, (scopes) => mapped(scopes, seriesOf)));
  const index = { series, all: new Set(history.map(({ period }) => period)) };
  indexes.set(history, index);
  return index;
}

/** What is counted of an indicator: a span of time, and of a status the class. */
export function lineOf(span: string, status: string | undefined): string {
  return status === undefined ? span : `${span}[${status}]`;
}

function mapped<K, V, W>(map: ReadonlyMap<K, V>, make: (value: V) => W): ReadonlyMap<K, W> {
  return new Map([...map].map(([key, value]) => [key, make(value)]));
}
