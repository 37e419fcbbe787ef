/** Values published rounded are known only within an interval; what is computed from them is so too. */
import type { Book } from '../aggregation/book.ts';
import { measureId, type KnownAggregate } from '../aggregation/measure.ts';
import { namesOf } from '../aggregation/same-value.ts';
import { exact, isZero, sum, ZERO, type Exact } from '../exact.ts';
import type { Facts } from '../facts.ts';

export interface Range {
  readonly low: Exact;
  readonly high: Exact;
}

/**
 * Where the true value lies: a point unless a value published rounded is behind it. Which way that was rounded is not
 * known, so a published 9,8 triệu stands for anything from 9,7 to 9,9.
 */
export function rangeOf(book: Book, { id, value }: Pick<KnownAggregate, 'id' | 'value'>): Range {
  const slack = slackOf(book, id, roundedHistory(book.facts));
  if (isZero(slack)) return { low: value, high: value };
  return { low: value.sub(slack), high: value.add(slack) };
}

/** True when the two may be the same value. */
export function overlap(left: Range, right: Range): boolean {
  return left.low.compare(right.high) <= 0 && right.low.compare(left.high) <= 0;
}

const remembered = new WeakMap<Facts, ReadonlyMap<string, Exact>>();

/** Place value of the last published digit, by ledger id, under each name of its period; every comparison asks. */
function roundedHistory(facts: Facts): ReadonlyMap<string, Exact> {
  const known = remembered.get(facts);
  if (known) return known;
  const places = new Map<string, Exact>();
  for (const { status, roundedTo, indicator, period, span, scope } of facts.history) {
    if (roundedTo === undefined) continue;
    const measure = { indicator, period, span, scope, ...(status ? { status } : {}) };
    for (const name of namesOf(facts.definition, measure)) places.set(measureId(name), exact(roundedTo));
  }
  remembered.set(facts, places);
  return places;
}

/** Sums and totals are as wide as their parts together. Rates are taken over a period's own cells, which are exact. */
function slackOf(book: Book, id: string, rounded: ReadonlyMap<string, Exact>): Exact {
  const entry = book.ledger.get(id);
  if (!entry) return ZERO;
  if (entry.kind === 'history') return rounded.get(id) ?? ZERO;
  if (entry.kind !== 'sum' && entry.kind !== 'total' && entry.kind !== 'difference') return ZERO;
  return sum(entry.inputs.map((input) => slackOf(book, input, rounded)));
}
