/** Where bodies change, not everything compares: how many of them said yes is no base for another number of them. */
import type { Indicator } from '../definition.ts';
import { entityById } from '../entity.ts';
import type { PeriodId } from '../period.ts';
import { bodiesThen, namedBy } from './bodies-then.ts';
import type { Book } from './book.ts';
import { measureId, type Aggregate } from './measure.ts';
import { isUnchanged, lineOf, originsOf } from './predecessors.ts';
import { timeOf, type Time } from './rosters-then.ts';
import { isBroken } from './series-break.ts';

/**
 * True when two values do not compare because bodies changed in between: a count of other bodies is no base, and
 * neither is a value of which an unknown part has come or gone.
 */
export function bodiesChanged(
  book: Book,
  now: Pick<Aggregate, 'measure'>,
  then: Pick<Aggregate, 'measure' | 'gap'>,
): boolean {
  if (then.gap === 'bodies-changed') return true;
  const { indicator: code, scope, period } = now.measure;
  const [today, before] = [timeOf(book.facts, period), timeOf(book.facts, then.measure.period)];
  if (today.era === before.era) return false;
  const indicator = book.indicator(code);
  if (counts(book, indicator)) {
    const people = (time: Time): readonly string[] => peopleOf(book, indicator, scope, time);
    return !isSame(people(today), people(before));
  }
  // What is on record of a time before the form is of the whole country, whoever is asked for it today.
  if (scope === '' && before.asked(indicator).length === 0) return false;
  return dividedBodies(book, indicator, scope, then.measure.period).length > 0;
}

/** True when nothing can be said about the change of a value, be it for what is counted or for who counts. */
export function isIncomparable(
  book: Book,
  now: Pick<Aggregate, 'measure'>,
  then: Pick<Aggregate, 'measure' | 'gap'>,
): boolean {
  return isBroken(book, now, then) || bodiesChanged(book, now, then);
}

/** A comparison that was left out because bodies changed. */
export interface LeftOut {
  readonly indicator: Indicator;
  readonly scope: string;
  /** Of a count: ledger ids of the numbers of bodies that it was over, and is. */
  readonly sizes?: readonly [before: string, now: string];
  /** Divided bodies of which an unknown part is in the value. */
  readonly divided: readonly string[];
  readonly ledger: string;
}

const leftOut = new WeakMap<Book, Map<string, LeftOut>>();

/**
 * Writes into the ledger that two values do not compare because bodies changed, for the notes to tell.
 * @returns the id of an entry without a value.
 */
export function recordBodiesChanged(book: Book, now: Aggregate, then: Aggregate): string {
  const { indicator } = now;
  const { scope } = now.measure;
  const ledger = book.ledger.add({
    id: `incomparable:${now.id}→${measureId(then.measure)}`,
    kind: 'change',
    formula: 'không so sánh qua thời điểm sắp xếp đơn vị',
    inputs: [now.id, then.id],
    value: null,
    label: indicator.label,
  });
  const known = leftOut.get(book) ?? new Map<string, LeftOut>();
  leftOut.set(book, known);
  const size = (period: PeriodId): string =>
    book.ledger.add({
      id: `bodies:${indicator.code}@${period}/${scope || '*'}`,
      kind: 'roster',
      formula: 'số đơn vị được tính',
      inputs: [],
      value: String(peopleOf(book, indicator, scope, timeOf(book.facts, period)).length),
    });
  const divided = dividedBodies(book, indicator, scope, then.measure.period);
  const sizes = [size(then.measure.period), size(now.measure.period)] as const;
  const key = `${indicator.code}/${scope}`;
  if (!known.has(key))
    known.set(key, { indicator, scope, divided, ledger, ...(counts(book, indicator) ? { sizes } : {}) });
  return ledger;
}

/** The comparisons that the report had to leave out, one for each indicator and scope. */
export function comparisonsLeftOut(book: Book): readonly LeftOut[] {
  return [...(leftOut.get(book)?.values() ?? [])];
}

/** Bodies of then that were divided, so that an unknown part of them is in a value of today. */
function dividedBodies(book: Book, indicator: Indicator, scope: string, period: PeriodId): readonly string[] {
  const { sum = [], difference = [], numerator, denominator } = indicator;
  const parts = [...sum, ...difference, numerator, denominator].filter((code) => code !== undefined);
  if (parts.length === 0) return bodiesThen(book, indicator, scope, period)?.unknown ?? [];
  return [...new Set(parts.flatMap((code) => dividedBodies(book, book.indicator(code), scope, period)))];
}

/** Whom a count is over, then or now; who only took another id is the same. */
function peopleOf(book: Book, indicator: Indicator, scope: string, time: Time): readonly string[] {
  const { entities } = book.facts.definition;
  const { members = [], bodies = [] } = namedBy(book, indicator, scope, time) ?? {};
  const here = bodies.flatMap((id) => {
    const entity = entityById(entities, id);
    if (!entity || isUnchanged(entity, time.day, entities)) return [id];
    const { shares, unknown, without } = originsOf([id], time.day, entities, undefined, indicator.code);
    return unknown.length + without.length > 0 || shares.length !== 1
      ? []
      : shares.map(({ entity: one }) => one);
  });
  return [...members, ...here].map((id) => lineOf(entities, id));
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left === right) return true;
  const others = new Set(right);
  return left.length === others.size && left.every((id) => others.has(id));
}

/** True for what counts bodies, and for what is made of such counts. */
function counts(
  book: Book,
  { nature, sum = [], difference = [], numerator, denominator }: Indicator,
): boolean {
  if (nature === 'flag' || nature === 'status') return true;
  return [...sum, ...difference, numerator, denominator].some(
    (code) => code !== undefined && counts(book, book.indicator(code)),
  );
}
