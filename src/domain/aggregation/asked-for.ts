/** Who can have a value of an indicator: those who are asked for it, or for all that it is made of. */
import type { Indicator, TableColumnDefinition } from '../definition.ts';
import { madeOnce, nested } from '../made-once.ts';
import { hasTable } from '../nesting.ts';
import { owedForms } from '../owed.ts';
import type { Book } from './book.ts';

/** One book is asked the same thousands of times. */
const known = new WeakMap<Book, Map<string, ReadonlySet<string>>>();

/** Bodies in roster order, in the book's period. */
export function askedFor(book: Book, code: string): ReadonlySet<string> {
  return madeOnce(nested(known, book), code, () => findAsked(book, code));
}

function findAsked(book: Book, code: string): ReadonlySet<string> {
  const { rows, sum, difference, numerator, denominator, meets } = book.indicator(code);
  if (rows) return new Set(rows.body === undefined ? owersOf(book, rows.table) : bodiesOfRows(book, rows));
  const parts = [sum, difference, numerator, denominator, meets?.indicator].flat();
  const [first, ...others] = parts.filter((part) => part !== undefined).map((part) => askedFor(book, part));
  if (!first) return book.index.asked(code);
  return new Set([...first].filter((entity) => others.every((asked) => asked.has(entity))));
}

function owersOf(book: Book, table: string): readonly string[] {
  const owners = owedForms(book.facts)
    .filter(({ form }) => hasTable(form, table))
    .flatMap(({ bodies }) => bodies);
  return owners.length > 0 ? owners : book.nesting.owing((form) => hasTable(form, table));
}

/** The bodies that a table has rows about, in the order of the roster of its column. */
function bodiesOfRows({ facts }: Book, { table, body }: NonNullable<Indicator['rows']>): readonly string[] {
  const columns = facts.definition.forms
    .flatMap(({ tables }) => tables)
    .filter(({ id }) => id === table)
    .flatMap((one): readonly TableColumnDefinition[] => one.columns);
  const roster = columns.find(({ id }) => id === body)?.roster;
  return facts.members[roster ?? ''] ?? [];
}
