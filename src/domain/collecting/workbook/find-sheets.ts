/** Finds the sheets of a form in a workbook: by their hidden marks, or else by headings that say the same words. */
import type { Form, FormTable } from '../../definition.ts';
import { nameKey } from '../../intake/name-key.ts';
import type { WorkbookContent } from './content.ts';
import { columnMark, FORM_COLUMNS, FORM_MARK, IDENTITY_MARK, tableOfMark, type FormColumn } from './marks.ts';
import { gridOf, wordsIn, type SheetGrid } from './sheet-grid.ts';

export interface FormSheet {
  readonly grid: SheetGrid;
  /** Column of field ids; undefined in a sheet that is known by its headings only. */
  readonly ids: number | undefined;
  readonly columns: Partial<Readonly<Record<FormColumn, number>>>;
  /** Row of the marks or headings; answers stand below. */
  readonly head: number;
}

export interface TableSheet {
  readonly table: FormTable;
  readonly grid: SheetGrid;
  /** Column of row ids. */
  readonly ids: number | undefined;
  /** Column by column id. */
  readonly columns: ReadonlyMap<string, number>;
  readonly head: number;
}

export interface FoundSheets {
  /** More than one when a sheet was copied within the workbook. */
  readonly forms: readonly FormSheet[];
  readonly tables: readonly TableSheet[];
}

/** Headings are looked for in the first rows and columns only, and are short; everything else is data. */
const ROWS_OF_HEADINGS = 30;
const COLUMNS_OF_HEADINGS = 100;
const LONGEST_HEADING = 200;
/** Cells of all sheets together that are compared with headings. */
const CELLS_OF_HEADINGS = 10_000;

export function findSheets(workbook: WorkbookContent, form: Form): FoundSheets {
  const grids = workbook.sheets
    .filter(({ cells }) => cells[0]?.text !== IDENTITY_MARK)
    .map((sheet) => gridOf(sheet));
  const marked = grids.flatMap((grid) => formByMark(grid) ?? []);
  const markedTables = grids.flatMap((grid) => tableByMark(grid, form) ?? []);
  const others = grids.filter(
    (grid) =>
      !marked.some((found) => found.grid === grid) && !markedTables.some((found) => found.grid === grid),
  );
  const unmarked = unmarkedSheets(others);
  const missing = form.tables.filter(({ id }) => !markedTables.some(({ table }) => table.id === id));
  return {
    forms: marked.length > 0 ? marked : unmarked.flatMap((sheet) => formByHeadings(sheet) ?? []),
    tables: [
      ...markedTables,
      ...missing.flatMap((table) => unmarked.flatMap((sheet) => tableByHeadings(sheet, table) ?? [])),
    ],
  };
}

function formByMark(grid: SheetGrid): FormSheet | undefined {
  const place = markIn(grid, (text) => text === FORM_MARK);
  if (!place) return undefined;
  const marks = grid.row(place.row);
  const columns: Partial<Record<FormColumn, number>> = {};
  for (const { id, mark } of FORM_COLUMNS) {
    const found = marks.find((cell) => wordsIn(cell) === mark);
    if (found) columns[id] = found.column;
  }
  return { grid, ids: place.column, columns, head: place.row };
}

function tableByMark(grid: SheetGrid, form: Form): TableSheet | undefined {
  const tableIn = (text: string): FormTable | undefined =>
    form.tables.find(({ id }) => id === tableOfMark(text));
  const place = markIn(grid, (text) => tableIn(text) !== undefined);
  const table = place && tableIn(place.text);
  if (!table) return undefined;
  const marks = grid.row(place.row);
  const columns = new Map<string, number>();
  for (const { id } of table.columns) {
    const found = marks.find((cell) => wordsIn(cell) === columnMark(id));
    if (found) columns.set(id, found.column);
  }
  return { table, grid, ids: place.column, columns, head: place.row };
}

function markIn(
  grid: SheetGrid,
  isMark: (text: string) => boolean,
): { readonly row: number; readonly column: number; readonly text: string } | undefined {
  for (const row of grid.rows.slice(0, ROWS_OF_HEADINGS)) {
    const cell = grid.row(row).find((one) => isMark(wordsIn(one)));
    if (cell) return { row, column: cell.column, text: wordsIn(cell) };
  }
  return undefined;
}

/** A sheet without marks, with its first rows as headings: column by key of the words. */
interface UnmarkedSheet {
  readonly grid: SheetGrid;
  readonly rows: readonly { readonly row: number; readonly columns: ReadonlyMap<string, number> }[];
}

function unmarkedSheets(grids: readonly SheetGrid[]): readonly UnmarkedSheet[] {
  let left = CELLS_OF_HEADINGS;
  return grids.map((grid) => ({
    grid,
    rows: grid.rows.slice(0, ROWS_OF_HEADINGS).map((row) => {
      const columns = new Map<string, number>();
      for (const cell of grid.row(row).slice(0, Math.min(left, COLUMNS_OF_HEADINGS))) {
        left -= 1;
        const words = cell.text.length <= LONGEST_HEADING ? nameKey(wordsIn(cell)) : '';
        if (words !== '' && !columns.has(words)) columns.set(words, cell.column);
      }
      return { row, columns };
    }),
  }));
}

/** A sheet with at least the headings of the labels and of the answers. */
function formByHeadings({ grid, rows }: UnmarkedSheet): FormSheet | undefined {
  for (const { row, columns: headings } of rows) {
    const columns: Partial<Record<FormColumn, number>> = {};
    for (const { id, heading } of FORM_COLUMNS) {
      const column = headings.get(nameKey(heading));
      if (column !== undefined) columns[id] = column;
    }
    if (columns.label !== undefined && columns.text !== undefined)
      return { grid, ids: undefined, columns, head: row };
  }
  return undefined;
}

/** A sheet with the headings of all columns that a row must fill in. */
function tableByHeadings({ grid, rows }: UnmarkedSheet, table: FormTable): TableSheet | undefined {
  const required = table.columns.filter(({ optional }) => !optional);
  for (const { row, columns: headings } of rows) {
    const columns = new Map<string, number>();
    for (const { id, label } of table.columns) {
      const column = headings.get(nameKey(label));
      if (column !== undefined) columns.set(id, column);
    }
    if (columns.size > 0 && required.every(({ id }) => columns.has(id)))
      return { table, grid, ids: undefined, columns, head: row };
  }
  return undefined;
}

/** True when two texts are the same words, however they were typed. */
export function sameWords(one: string, other: string): boolean {
  return one !== '' && nameKey(one) === nameKey(other);
}
