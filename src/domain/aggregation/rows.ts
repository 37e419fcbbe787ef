/** Rows of tables that match conditions: documents, events, recommendations. */
import type { RowCondition, RowFilter } from '../definition.ts';
import { exact } from '../exact.ts';
import type { Row } from '../submission.ts';
import type { AnsweredRow } from './answers.ts';
import type { Book } from './book.ts';
import type { Lack } from './measure.ts';
import { bodiesOf } from './scope.ts';

/** The matching rows of a scope's bodies ("" for all) in roster order, and the bodies whose rows are not there. */
export function matchingRows(
  book: Book,
  filter: RowFilter,
  scope = '',
): { readonly rows: readonly AnsweredRow[]; readonly lacking: readonly Lack[] } {
  const all = book.index.rows(filter.table);
  const lacking = book.index.lackingRows(filter.table);
  const matching = all.filter(({ row }) => rowMatches(filter.where, row));
  if (scope === '') return { rows: matching, lacking };
  const { bodies, undecided } = bodiesOf(book, scope);
  return {
    rows: matching.filter(({ entity }) => bodies.includes(entity)),
    lacking: [
      ...lacking.filter(({ entity }) => bodies.includes(entity)),
      ...undecided.filter(({ entity }) => [...lacking, ...all].some((one) => one.entity === entity)),
    ],
  };
}

/** True when all conditions hold for the row. */
export function rowMatches(where: readonly RowCondition[], row: Row): boolean {
  return where.every((condition) => holds(condition, row));
}

/** Writes a row into the ledger; its id names body, form, revision, table and place. */
export function recordRow(
  book: Book,
  { row, number, entity, form, revision }: AnsweredRow,
  table: string,
): string {
  return book.ledger.add({
    id: `row:${revision.id}/${table}/${number}`,
    kind: 'row',
    formula: 'dòng của bảng',
    inputs: [],
    value: JSON.stringify(row),
    cell: { entity, form, revision: revision.id, field: table },
  });
}

/** A blank cell fulfils no condition. Numbers compare as numbers, days and texts as text. */
function holds(condition: RowCondition, row: Row): boolean {
  const text = row[condition.column];
  if (text === undefined) return false;
  if (condition.is !== undefined && text !== condition.is) return false;
  const { above, below, atLeast, atMost } = condition;
  return (
    (above === undefined || compare(text, above) > 0) &&
    (below === undefined || compare(text, below) < 0) &&
    (atLeast === undefined || compare(text, atLeast) >= 0) &&
    (atMost === undefined || compare(text, atMost) <= 0)
  );
}

/** Order of two cells of one column. */
export function compare(left: string, right: string): number {
  if (isNumber(left) && isNumber(right)) return exact(left).compare(exact(right));
  return left < right ? -1 : Number(left > right);
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
