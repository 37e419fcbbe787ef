/** The rows of a workbook's table beside those of the draft: added, changed and taken out, by the rows' hidden ids. */
import type { FormTable } from '../../definition.ts';
import type { BodiesOfRoster } from '../../intake/read-table.ts';
import { readRow, textsOf, type RowTexts } from '../read-row.ts';
import type { TableSheet } from './find-sheets.ts';
import { rowInWords } from './in-words.ts';
import type { RowChange, WorkbookProblem } from './preview.ts';
import { saysNone, type SheetRowTexts } from './read-rows.ts';

/** A table as the draft has it now. */
export interface CurrentTable {
  readonly table: FormTable;
  readonly isNone: boolean;
  readonly version: number;
  readonly rows: readonly { readonly id: string; readonly texts: RowTexts; readonly version: number }[];
}

export interface RowComparison {
  readonly changes: readonly RowChange[];
  readonly problems: readonly WorkbookProblem[];
}

export interface RowContext {
  readonly namedOn: BodiesOfRoster;
  readonly bodyName: (id: string) => string;
}

/**
 * @param before texts of the template's rows by id; undefined for a file that is no template: then rows are only added,
 * and those that stand in the draft already are passed over
 */
export function compareRows(
  sheet: TableSheet,
  rows: readonly SheetRowTexts[],
  { table, isNone, version, rows: current }: CurrentTable,
  before: ReadonlyMap<string, RowTexts> | undefined,
  { namedOn, bodyName }: RowContext,
): RowComparison {
  const changes: RowChange[] = [];
  const problems: WorkbookProblem[] = [];
  const about = { table: table.id, title: table.title };
  const known = new WeakMap<RowTexts, RowTexts>();
  const inWords = (texts: RowTexts): RowTexts => {
    const words = known.get(texts) ?? rowInWords(texts, readRow(texts, table, namedOn).row, table, bodyName);
    known.set(texts, words);
    return words;
  };
  const keys = new WeakMap<RowTexts, string>();
  const keyOf = (texts: RowTexts): string => {
    const key = keys.get(texts) ?? JSON.stringify(Object.values(inWords(texts)));
    keys.set(texts, key);
    return key;
  };
  const same = (one: RowTexts, other: RowTexts): boolean => keyOf(one) === keyOf(other);
  const remove = (
    { id, texts, version: seen }: CurrentTable['rows'][number],
    overtakes: boolean,
  ): RowChange => ({
    ...about,
    kind: 'remove',
    row: id,
    seen,
    before: inWords(texts),
    overtakes,
  });
  if (table.standing !== undefined && saysNone(rows, sheet)) {
    const [{ place }] = rows as [SheetRowTexts];
    if (isNone) return { changes, problems };
    return {
      changes: [
        ...current.map((row) => remove(row, false)),
        { ...about, kind: 'none', place, seen: version, overtakes: false },
      ],
      problems,
    };
  }
  const counterparts = counterpartsOf(current, before, same);
  const unclaimed = current.map(({ texts }) => keyOf(texts));
  for (const { id, texts, place, placeOf, isUnread } of rows) {
    if (isUnread) continue;
    const held = id === undefined ? undefined : before?.get(id);
    if (held && same(texts, held)) continue;
    const now = id === undefined ? undefined : counterparts.get(id);
    if (now && same(texts, now.texts)) continue;
    if (!before) {
      const twin = unclaimed.indexOf(keyOf(texts));
      if (twin >= 0) {
        unclaimed.splice(twin, 1);
        continue;
      }
    }
    const reading = readRow(texts, table, namedOn);
    if (reading.problems.length > 0) {
      const labels = new Map(table.columns.map((column) => [column.id, column.label]));
      for (const { column, found, expected } of reading.problems) {
        const label = labels.get(column);
        problems.push({ place: placeOf(column), ...(label === undefined ? {} : { label }), found, expected });
      }
      continue;
    }
    const typed = textsOf(reading.row, table);
    const after = rowInWords(typed, reading.row, table, bodyName);
    if (now)
      changes.push({
        ...about,
        kind: 'change',
        place,
        row: now.id,
        texts: typed,
        seen: now.version,
        before: inWords(now.texts),
        after,
        overtakes: held !== undefined && !same(held, now.texts),
      });
    else changes.push({ ...about, kind: 'add', place, texts: typed, after, overtakes: held !== undefined });
  }
  const inFile = new Set(rows.map(({ id }) => id));
  for (const [id, held] of before ?? []) {
    const now = counterparts.get(id);
    if (now && !inFile.has(id)) changes.push(remove(now, !same(held, now.texts)));
  }
  return { changes, problems };
}

type CurrentRow = CurrentTable['rows'][number];

/**
 * The draft's row for each row of the template: the one with its id, or, since rows get new ids when a form is sent, one
 * that says the same.
 */
function counterpartsOf(
  current: readonly CurrentRow[],
  before: ReadonlyMap<string, RowTexts> | undefined,
  same: (one: RowTexts, other: RowTexts) => boolean,
): ReadonlyMap<string, CurrentRow> {
  const found = new Map(current.map((row) => [row.id, row]));
  const free = current.filter(({ id }) => !before?.has(id));
  for (const [id, held] of before ?? []) {
    if (found.has(id)) continue;
    const twin = free.findIndex(({ texts }) => same(held, texts));
    const [row] = twin < 0 ? [] : free.splice(twin, 1);
    if (row) found.set(id, row);
  }
  return found;
}
