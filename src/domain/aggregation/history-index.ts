/** The values of history files, found by measure, or by what they are about whatever the period. */
import type { HistoryValue } from '../facts.ts';
import type { PeriodId } from '../period.ts';
import { measureId, type Measure } from './measure.ts';

/** All that is on record of a measure, whatever the period. */
export interface Series {
  readonly values: ReadonlyMap<PeriodId, HistoryValue>;
  /** The same object for all series that have the same periods. */
  readonly periods: ReadonlySet<PeriodId>;
}

export interface HistoryIndex {
  /** By measure. */
  readonly values: ReadonlyMap<string, HistoryValue>;
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
  const values = new Map<string, HistoryValue>();
  const listed = new Map<
    string,
    { readonly measure: Measure; readonly values: Map<PeriodId, HistoryValue> }
  >();
  for (const value of history) {
    const measure = withStatus(value);
    values.set(measureId(measure), value);
    const id = measureId({ ...measure, period: '' });
    const line = listed.get(id) ?? { measure, values: new Map<PeriodId, HistoryValue>() };
    listed.set(id, line);
    line.values.set(value.period, value);
  }
  const sets = new Map<string, ReadonlySet<PeriodId>>();
  const series = new Map<string, Map<string, Map<string, Series>>>();
  for (const { measure, values: byPeriod } of listed.values()) {
    const { indicator, span, status, scope } = measure;
    const shape = [...byPeriod.keys()].sort().join();
    const periods = sets.get(shape) ?? new Set(byPeriod.keys());
    sets.set(shape, periods);
    nested(nested(series, indicator), lineOf(span, status)).set(scope, { values: byPeriod, periods });
  }
  const index = { values, series, all: new Set(history.map(({ period }) => period)) };
  indexes.set(history, index);
  return index;
}

/** What is counted of an indicator: a span of time, and of a status the class. */
export function lineOf(span: string, status: string | undefined): string {
  return status === undefined ? span : `${span}[${status}]`;
}

/** The map under a key, made when there is none. */
export function nested<K, I, V>(outer: Map<K, Map<I, V>>, key: K): Map<I, V> {
  const known = outer.get(key);
  if (known) return known;
  const made = new Map<I, V>();
  outer.set(key, made);
  return made;
}

function withStatus(value: HistoryValue): Measure {
  const { indicator, period, span, scope } = value;
  return value.status
    ? { indicator, period, span, scope, status: value.status }
    : { indicator, period, span, scope };
}
