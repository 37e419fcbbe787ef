/**
 * The last known earlier values of a measure, which its value is held against. The same past is looked at again and
 * again: by each save and each sending of a body's form, and from one compile to the next.
 */
import type { Book } from '../aggregation/book.ts';
import type { Measure } from '../aggregation/measure.ts';
import { brokenSince } from '../aggregation/series-break.ts';
import type { Definition, Span } from '../definition.ts';
import type { Exact } from '../exact.ts';
import type { Facts, FigureSheet, HistoryValue } from '../facts.ts';
import { nested } from '../made-once.ts';
import { comparable } from './comparable.ts';

/** Newest first. */
export type Remembered = readonly { readonly period: string; readonly value: Exact }[];

/** So many are looked at. */
const REMEMBERED = 6;
/** Measures of one past: more than the bodies of a ministry or the provinces have. */
const MANY = 5_000;

/** At most six of them. */
export function remembered(book: Book, measure: Measure): Remembered {
  const periods = book.earlier.knownBefore(measure);
  const newest = periods.slice(0, REMEMBERED);
  const oldest = newest.at(-1);
  if (oldest === undefined) return [];
  const memory = memoryOf(book.facts);
  const isWhole = !brokenSince(book, measure.indicator, oldest, measure.period);
  const line = memory && nested(nested(memory.lines, measure.indicator), measure.span);
  const known = isWhole ? line?.get(measure.scope) : undefined;
  if (known && isOf(newest, known)) return known;
  const recorded = book.earlier.recorded(measure);
  const values = newest.flatMap((period) => {
    const value = recorded(period);
    return value ? [{ period, value }] : [];
  });
  // What is not on record is computed, and may be another value in another period's book.
  if (!isWhole || values.length < newest.length) return computed(book, measure, periods);
  if (memory && line && memory.size < MANY) {
    if (!line.has(measure.scope)) memory.size += 1;
    line.set(measure.scope, values);
  }
  return values;
}

function isOf(periods: readonly string[], values: Remembered): boolean {
  return values.length === periods.length && values.every(({ period }, index) => period === periods[index]);
}

function computed(book: Book, measure: Measure, periods: readonly string[]): Remembered {
  const valueThen = comparable(book, measure);
  const before: { readonly period: string; readonly value: Exact }[] = [];
  for (const period of periods) {
    const value = valueThen(period);
    if (value) before.push({ period, value });
    if (before.length === REMEMBERED) break;
  }
  return before;
}

interface Memory {
  readonly definition: Definition;
  readonly history: readonly HistoryValue[];
  /** By indicator, span and scope: of the periods that were asked for last. */
  readonly lines: Map<string, Map<Span, Map<string, Remembered>>>;
  size: number;
}

/** By the figures of earlier periods. */
const memories = new WeakMap<readonly FigureSheet[], Memory>();

/** None where a correction bears on what is on record. */
function memoryOf({ earlier, history, definition, corrections }: Facts): Memory | undefined {
  if (corrections !== undefined && corrections.length > 0) return undefined;
  const known = memories.get(earlier);
  if (known?.history === history && known.definition === definition) return known;
  const made: Memory = { definition, history, lines: new Map(), size: 0 };
  memories.set(earlier, made);
  return made;
}
