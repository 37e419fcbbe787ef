/** Values published rounded are known only within an interval; what is computed from them is so too. */
import type { Book } from '../aggregation/book.ts';
import { measureId, type KnownAggregate } from '../aggregation/measure.ts';
import { exact, sum, ZERO, type Exact } from '../exact.ts';
import type { HistoryValue } from '../facts.ts';

export interface Range {
  readonly low: Exact;
  readonly high: Exact;
}

/**
 * Where the true value lies: a point unless a value published rounded is behind it. Which way that was rounded is not
 * known, so a published 9,8 triệu stands for anything from 9,7 to 9,9.
 */
export function rangeOf(book: Book, { id, value }: Pick<KnownAggregate, 'id' | 'value'>): Range {
  const slack = slackOf(book, id, roundedHistory(book.facts.history));
  return { low: value.sub(slack), high: value.add(slack) };
}

/** True when the two may be the same value. */
export function overlap(left: Range, right: Range): boolean {
  return left.low.compare(right.high) <= 0 && right.low.compare(left.high) <= 0;
}

const places = new WeakMap<readonly HistoryValue[], ReadonlyMap<string, Exact>>();

/** Place value of the last published digit, by ledger id; remembered, because every comparison asks. */
function roundedHistory(history: readonly HistoryValue[]): ReadonlyMap<string, Exact> {
  const known = places.get(history);
  if (known) return known;
  const found = new Map<string, Exact>();
  for (const { status, roundedTo, indicator, period, span, scope } of history) {
    if (roundedTo === undefined) continue;
    const id = measureId({ indicator, period, span, scope, ...(status ? { status } : {}) });
    found.set(id, exact(roundedTo));
  }
  places.set(history, found);
  return found;
}

/** Sums and totals are as wide as their parts together. Rates are taken over a period's own cells, which are exact. */
function slackOf(book: Book, id: string, rounded: ReadonlyMap<string, Exact>): Exact {
  const entry = book.ledger.get(id);
  if (!entry) return ZERO;
  if (entry.kind === 'history') return rounded.get(id) ?? ZERO;
  if (entry.kind !== 'sum' && entry.kind !== 'total' && entry.kind !== 'difference') return ZERO;
  return sum(entry.inputs.map((input) => slackOf(book, input, rounded)));
}
