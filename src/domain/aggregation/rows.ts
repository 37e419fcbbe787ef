/** Rows of tables that match conditions: documents, events, recommendations. */
import type { RowCondition, RowFilter } from '../definition.ts';
import { exact } from '../exact.ts';
import type { Row } from '../submission.ts';
import type { AnsweredRow } from './answers.ts';
import type { Book } from './book.ts';
import type { Lack } from './measure.ts';
import { originsOf } from './predecessors.ts';
import { bodiesOf } from './scope.ts';

/** The matching rows of a scope's bodies ("" for all) in roster order, and the bodies whose rows are not there. */
export function matchingRows(
  book: Book,
  filter: RowFilter,
  scope = '',
): { readonly rows: readonly AnsweredRow[]; readonly lacking: readonly Lack[] } {
  const all = book.index.rows(filter.table);
  const lacking = book.index.lackingRows(filter.table);
  const matching = all.filter(({ row }) => rowMatches(book, filter.where, row));
  if (scope === '') return { rows: matching, lacking };
  const { bodies: own, undecided } = bodiesOf(book, scope);
  const bodies = withFormer(book, own);
  return {
    rows: matching.filter(({ entity }) => bodies.includes(entity)),
    lacking: [
      ...lacking.filter(({ entity }) => bodies.includes(entity)),
      ...undecided.filter(({ entity }) => [...lacking, ...all].some((one) => one.entity === entity)),
    ],
  };
}

/** The bodies, and those whose work they took over within a period that is compiled from shorter ones. */
function withFormer({ parts, facts: { definition } }: Book, bodies: readonly string[]): readonly string[] {
  const former = [...parts.values()].flatMap(({ facts: { period } }) => {
    const day = period.windows['ky']?.to ?? '';
    return originsOf(bodies, day, definition.entities, definition.splits, '').shares;
  });
  return [...new Set([...bodies, ...former.map(({ entity }) => entity)])];
}

/** True when all conditions hold for the row; "@start" and "@end" are the first and last day of the window `ky`. */
export function rowMatches(book: Book, where: readonly RowCondition[], row: Row): boolean {
  return where.every((condition) => holds(condition, row, (value) => dayNamed(book, value)));
}

/** The same of conditions that name no day of a period. */
export function rowHolds(where: readonly RowCondition[], row: Row): boolean {
  return where.every((condition) => holds(condition, row, (value) => value));
}

/** Writes a row into the ledger; its id names body, form, revision, table and place. */
export function recordRow(
  book: Book,
  { row, number, entity, form, revision }: AnsweredRow,
  table: string,
): string {
  const mark = revision.standingTables?.[table];
  return book.ledger.add({
    id: `row:${revision.id}/${table}/${number}`,
    kind: 'row',
    formula: 'dòng của bảng',
    inputs: [],
    value: JSON.stringify(row),
    cell: { entity, form, revision: revision.id, field: table },
    ...(mark === undefined || mark === 'none' ? {} : { carried: mark }),
  });
}

/** A blank cell fulfils no condition. Numbers compare as numbers, days and texts as text. */
function holds(
  condition: RowCondition,
  row: Row,
  named: (value: string | undefined) => string | undefined,
): boolean {
  const text = row[condition.column];
  if (text === undefined) return false;
  const [is, above, below, atLeast, atMost] = [
    condition.is,
    condition.above,
    condition.below,
    condition.atLeast,
    condition.atMost,
  ].map(named);
  return (
    (is === undefined || text === is) &&
    (above === undefined || compare(text, above) > 0) &&
    (below === undefined || compare(text, below) < 0) &&
    (atLeast === undefined || compare(text, atLeast) >= 0) &&
    (atMost === undefined || compare(text, atMost) <= 0)
  );
}

/** A value of a condition; the names of days as the days of the period. */
function dayNamed({ facts: { period } }: Book, value: string | undefined): string | undefined {
  if (value !== '@start' && value !== '@end') return value;
  return period.windows['ky']?.[value === '@start' ? 'from' : 'to'];
}

/** Order of two cells of one column. */
export function compare(left: string, right: string): number {
  if (isNumber(left) && isNumber(right)) return exact(left).compare(exact(right));
  return left < right ? -1 : Number(left > right);
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
