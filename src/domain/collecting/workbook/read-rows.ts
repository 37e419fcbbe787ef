/** The rows of a table's sheet: what was filled in, by column, with the id of the row that it was made from. */
import type { ColumnType } from '../../definition.ts';
import { isBlankRow, type RowTexts } from '../read-row.ts';
import type { WorkbookPlace } from './content.ts';
import { sameWords, type TableSheet } from './find-sheets.ts';
import { STATES_IN_WORDS } from './marks.ts';
import type { WorkbookProblem } from './preview.ts';
import { wordsIn } from './sheet-grid.ts';
import { typedText, type Purpose } from './spreadsheet-value.ts';

export interface SheetRowTexts {
  /** Id of the draft's row; undefined for a new one. */
  readonly id: string | undefined;
  readonly texts: RowTexts;
  readonly place: WorkbookPlace;
  readonly placeOf: (column: string) => WorkbookPlace;
  /** A cell of it cannot be read: the row is not taken, and not missed either. */
  readonly isUnread: boolean;
}

export interface SheetRows {
  readonly rows: readonly SheetRowTexts[];
  readonly problems: readonly WorkbookProblem[];
  /** Nothing was read: the sheet has more rows than a table can have. */
  readonly isTooLong: boolean;
}

/** More rows than any table may have are not looked at one by one. */
const MOST_ROWS = 1_000;

const PURPOSES: Readonly<Record<ColumnType, Purpose>> = {
  text: 'words',
  code: 'words',
  choice: 'words',
  body: 'words',
  flag: 'flag',
  date: 'day',
  number: 'number',
};

/** Reads the rows in their order; rows in which nothing is written are passed over. */
export function readRows(sheet: TableSheet, date1904: boolean): SheetRows {
  const { table, grid, ids, columns, head } = sheet;
  const rows: SheetRowTexts[] = [];
  const problems: WorkbookProblem[] = [];
  const seen = new Set<string>();
  const filled = grid.rows.filter((number) => number > head);
  if (filled.length > MOST_ROWS) {
    const found = `${filled.length} dòng có nội dung`;
    return {
      rows: [],
      problems: [{ place: grid.place(), found, expected: `bảng không quá ${MOST_ROWS} dòng` }],
      isTooLong: true,
    };
  }
  for (const row of filled) {
    const texts: Record<string, string> = {};
    let isUnread = false;
    for (const { id, label, type } of table.columns) {
      const column = columns.get(id);
      const cell = column === undefined ? undefined : grid.cell(row, column);
      if (!cell) continue;
      const reading = typedText(cell, PURPOSES[type], date1904);
      if (reading.ok) texts[id] = reading.value;
      else {
        isUnread = true;
        problems.push({
          place: grid.place(row, column),
          label,
          found: reading.found,
          expected: reading.expected,
        });
      }
    }
    if (isBlankRow(texts) && !isUnread) continue;
    const marked = ids === undefined ? '' : wordsIn(grid.cell(row, ids));
    // A row that was copied with its hidden id is a new one.
    const id = marked === '' || seen.has(marked) ? undefined : marked;
    if (id !== undefined) seen.add(id);
    const placeOf = (column: string): WorkbookPlace => grid.place(row, columns.get(column));
    rows.push({ id, texts, place: grid.place(row), placeOf, isUnread });
  }
  return { rows, problems, isTooLong: false };
}

/** True when the only row says that there is nothing to enter. */
export function saysNone(rows: readonly SheetRowTexts[], { table }: TableSheet): boolean {
  const [only, ...others] = rows;
  const [first, ...rest] = table.columns;
  if (!only || others.length > 0 || !first) return false;
  return (
    sameWords(only.texts[first.id] ?? '', STATES_IN_WORDS.none) &&
    rest.every(({ id }) => (only.texts[id] ?? '').trim() === '')
  );
}
