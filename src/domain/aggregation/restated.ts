/** Earlier values of a body of today, made of what its predecessors reported; each says what it was made of. */
import type { Indicator } from '../definition.ts';
import { splitOf } from '../definition/split.ts';
import { canonical, compare, exact, sum, type Exact } from '../exact.ts';
import type { LedgerEntry } from '../ledger.ts';
import { bodiesThen, entityOf, type BodiesThen } from './bodies-then.ts';
import type { Book } from './book.ts';
import { isKnown, measureId, type Aggregate, type Measure } from './measure.ts';
import { WHOLE } from './predecessors.ts';
import { windowIn } from './windows.ts';

/**
 * The value of a body that was not there then, or not whole: Σ of its predecessors' values, whatever these come from.
 * Undefined for all other scopes, for what is derived from parts that are restated themselves, and when one of the
 * predecessors has no value.
 */
export function restated(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  if (!entityOf(book, measure.scope)) return undefined;
  const then = bodiesThen(book, indicator, measure.scope, measure.period);
  if (!then || (then.shares && !then.isRestated)) return undefined;
  const { nature, rank, sum: addends, difference } = indicator;
  const adds = then.isRenamed || ((nature === 'flow' || nature === 'stock') && !rank);
  if (nature === 'ratio' || addends || difference) return undefined;
  if (!then.shares || !adds) return incomparable(book, indicator, measure);
  const parts = then.shares.map(({ entity, weight }) => ({
    entity,
    weight,
    value: book.value({ ...measure, scope: entity }),
  }));
  const known = parts.flatMap(({ entity, weight, value }) =>
    isKnown(value) ? [{ entity, weight, value }] : [],
  );
  if (known.length === 0 || known.length !== parts.length) return undefined;
  const value = sum(known.map((part) => weighed(part.value.value, part.weight)));
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'sum',
    formula: formulaOf(then),
    inputs: known.map(({ entity, weight, value: whole }) =>
      recordShare(book, indicator, measure.scope, { entity, value: whole.value }, weight, whole.id),
    ),
    value: canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...restatement(book, measure.scope, then),
  });
  return {
    id,
    measure,
    indicator,
    value,
    state: 'known',
    lacking: [],
    asOf: known.at(-1)?.value.asOf ?? '',
  };
}

/** What stands for a value that cannot be told from what the bodies of then reported. */
function incomparable(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'sum',
    formula: 'không quy đổi được qua thời điểm sắp xếp đơn vị',
    inputs: [],
    value: null,
    unit: indicator.unit,
    label: indicator.label,
  });
  const asOf = windowIn(book, indicator, measure.period)?.to ?? '';
  return { id, measure, indicator, value: null, state: 'missing', lacking: [], asOf, gap: 'bodies-changed' };
}

/** How a value of earlier bodies is made, in words. */
export function formulaOf({ isRestated, shares = [] }: BodiesThen): string {
  if (!isRestated) return 'Σ các đơn vị';
  return shares.every(({ weight }) => weight.equals(WHOLE))
    ? 'Σ các đơn vị trước sắp xếp'
    : 'Σ (số các đơn vị trước sắp xếp × hệ số)';
}

const restatedBooks = new WeakSet<Book>();

/** True when the book has had to make an earlier value of others than the bodies of today. */
export function hasRestated(book: Book): boolean {
  return restatedBooks.has(book);
}

/** What a ledger entry says of the bodies of then; nothing where they are those of today. */
export function restatement(book: Book, scope: string, then: BodiesThen): Pick<LedgerEntry, 'restated'> {
  if (!then.isRestated || !then.shares) return {};
  restatedBooks.add(book);
  const from = then.shares.map(({ entity, weight }) =>
    weight.equals(WHOLE) ? { entity } : { entity, weight: weightId(entity, scope, weight) },
  );
  return { restated: { scope, from, unasked: then.unasked } };
}

/** What part of a divided body's value goes with one that took over. */
export function weighed(value: Exact, weight: Exact): Exact {
  return compare(weight, WHOLE) === 0 ? value : value.mul(weight);
}

/** The ledger id of a body's value, or of the part of it that counts. */
export function recordShare(
  book: Book,
  indicator: Indicator,
  scope: string,
  { entity, value }: { readonly entity: string; readonly value: string | Exact },
  weight: Exact,
  whole: string,
): string {
  if (weight.equals(WHOLE)) return whole;
  const split = splitOf(book.facts.definition.splits, entity, indicator.code);
  const part = book.ledger.add({
    id: weightId(entity, scope, weight),
    kind: 'weight',
    formula: `hệ số phân bổ: ${split?.source ?? ''}`,
    inputs: [],
    value: canonical(weight),
    label: split?.basis ?? '',
  });
  return book.ledger.add({
    id: `share:${whole}×${canonical(weight)}→${scope}`,
    kind: 'share',
    formula: 'số × hệ số',
    inputs: [whole, part],
    value: canonical((typeof value === 'string' ? exact(value) : value).mul(weight)),
    unit: indicator.unit,
    label: indicator.label,
  });
}

function weightId(entity: string, scope: string, weight: Exact): string {
  return `weight:${entity}→${scope}=${canonical(weight)}`;
}
