/**
 * Rows that are about bodies: one body's table says something of each of the others, such as a ministry's numbers by
 * province. The value of a block is that of the rows about its bodies, whoever sent them.
 */
import type { Indicator } from '../definition.ts';
import { canonical, exact, sum } from '../exact.ts';
import type { AnsweredRow } from './answers.ts';
import type { Book } from './book.ts';
import { measureId, stateOf, type Aggregate, type Lack, type Measure } from './measure.ts';
import { recordRow, rowMatches } from './rows.ts';
import { askedBodies } from './total.ts';
import { windowEnd } from './windows.ts';

type CountedRows = NonNullable<Indicator['rows']>;

/** Σ of a column, or the number of rows, over the rows about the bodies of the scope. */
export function deriveOfBodies(
  book: Book,
  indicator: Indicator,
  rows: CountedRows,
  measure: Measure,
): Aggregate {
  const id = measureId(measure);
  const { bodies, lacking: undecided } = askedBodies(book, indicator.code, measure.scope);
  const about = rowsAbout(book, rows);
  const found = bodies.flatMap((entity) => about.get(entity) ?? []);
  const lacking = [...undecided, ...lackOf(book, rows, bodies)];
  const { sum: column } = rows;
  const value =
    column === undefined
      ? exact(String(found.length))
      : found.length > 0
        ? sum(found.map(({ row }) => exact(row[column] ?? '0')))
        : null;
  book.ledger.add({
    id,
    kind: 'rows',
    formula:
      column === undefined
        ? `số dòng của bảng ${rows.table}`
        : `Σ cột ${column} của các dòng bảng ${rows.table}`,
    inputs: found.map((row) => recordRow(book, row, rows.table)),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const state = value === null ? 'missing' : stateOf(lacking);
  return { id, measure, indicator, value, state, lacking, asOf: windowEnd(book, indicator) };
}

/** Bodies that a number is missing of although the table has come: a row that is not there is no zero. */
export function bodiesWithoutRow(
  book: Book,
  rows: CountedRows,
  bodies: readonly string[],
): readonly string[] {
  if (rows.sum === undefined || book.index.lackingRows(rows.table).length > 0) return [];
  const about = rowsAbout(book, rows);
  return bodies.filter((entity) => !about.has(entity));
}

/** Whoever owes the table is waited for, for the whole of it or for the rows that it left out. */
function lackOf(book: Book, rows: CountedRows, bodies: readonly string[]): readonly Lack[] {
  const waited = book.index.lackingRows(rows.table);
  if (waited.length > 0) return waited;
  const owners = book.facts.definition.forms.filter(({ tables }) =>
    tables.some(({ id }) => id === rows.table),
  );
  return bodiesWithoutRow(book, rows, bodies).map((entity) => ({
    entity: owners.find(({ body }) => body !== undefined)?.body ?? entity,
    why: 'blank',
  }));
}

const indexes = new WeakMap<Book, Map<CountedRows, ReadonlyMap<string, readonly AnsweredRow[]>>>();

/** The matching rows by the body that they are about, found once a book. */
function rowsAbout(book: Book, rows: CountedRows): ReadonlyMap<string, readonly AnsweredRow[]> {
  const ofBook = indexes.get(book) ?? new Map<CountedRows, ReadonlyMap<string, readonly AnsweredRow[]>>();
  indexes.set(book, ofBook);
  const known = ofBook.get(rows);
  if (known) return known;
  const about = new Map<string, AnsweredRow[]>();
  for (const row of book.index.rows(rows.table)) {
    const entity = row.row[rows.body ?? ''];
    if (entity === undefined || !rowMatches(book, rows.where, row.row)) continue;
    about.set(entity, [...(about.get(entity) ?? []), row]);
  }
  ofBook.set(rows, about);
  return about;
}
