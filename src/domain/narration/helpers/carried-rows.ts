/** Matters that go on from one period to the next, as an open recommendation: rows known again by their words. */
import type { AnsweredRow } from '../../aggregation/answers.ts';
import type { Book } from '../../aggregation/book.ts';
import { lineOf } from '../../aggregation/predecessors.ts';
import { rowMatches } from '../../aggregation/rows.ts';
import { monthsOf } from '../../period.ts';
import { parseFilter } from '../filters.ts';

/** Rows of the period before that match `carried` and that no row of this period repeats word for word. */
export function carriedRows(book: Book, table: string, carried: string): readonly AnsweredRow[] {
  const where = parseFilter(carried);
  const wording = wordingIn(book, table);
  const present = new Set(book.index.rows(table).map(wording));
  return book.facts.previous
    .flatMap((revision) =>
      (revision.tables[table] ?? []).map((row, index) => ({
        row,
        number: index + 1,
        entity: revision.entity,
        form: revision.form,
        revision,
      })),
    )
    .filter((row) => rowMatches(book, where, row.row) && !present.has(wording(row)));
}

/**
 * In a period that is compiled from shorter ones: of rows that the same body repeats word for word in a later one of them,
 * the last says how the matter stands.
 */
export function lastSaid(book: Book, table: string, found: readonly AnsweredRow[]): readonly AnsweredRow[] {
  if (book.parts.size === 0) return found;
  const { entities } = book.facts.definition;
  const words = wordingIn(book, table);
  const matterOf = (row: AnsweredRow): string => `${lineOf(entities, row.entity)}|${words(row)}`;
  const ends = new Map<string, string>();
  for (const row of book.index.rows(table)) {
    const [matter, end] = [matterOf(row), endOf(row)];
    if (end > (ends.get(matter) ?? '')) ends.set(matter, end);
  }
  return found.filter((row) => words(row) === '' || endOf(row) === ends.get(matterOf(row)));
}

function endOf({ revision }: AnsweredRow): string {
  return monthsOf(revision.period)[1];
}

/** The words of a row; "" for a table without any. */
function wordingIn(book: Book, table: string): (row: Pick<AnsweredRow, 'row'>) => string {
  const { forms } = book.facts.definition;
  const definition = forms.flatMap(({ tables }) => tables).find(({ id }) => id === table);
  const columns = definition?.columns.filter(({ type }) => type === 'text') ?? [];
  return ({ row }) => columns.map(({ id }) => row[id] ?? '').join('|');
}
