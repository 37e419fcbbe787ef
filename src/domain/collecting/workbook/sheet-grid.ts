/** Looks into a sheet by row and column, without ever laying it out. */
import { columnAt } from '../../intake/file-problem.ts';
import type { MergedRange, SheetCell, SheetContent, WorkbookPlace } from './content.ts';

export interface SheetGrid {
  readonly name: string;
  /** Numbers of the rows that have something in them, from the top. */
  readonly rows: readonly number[];
  readonly cell: (row: number, column: number) => SheetCell | undefined;
  readonly row: (row: number) => readonly SheetCell[];
  /** The merged range that hides the cell behind its first one: what is written there is the first one's. */
  readonly mergedOver: (row: number, column: number) => MergedRange | undefined;
  readonly place: (row?: number, column?: number) => WorkbookPlace;
}

export function gridOf({ name, cells, merged }: SheetContent): SheetGrid {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return {
    name,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    cell: (row, column) => byRow.get(row)?.find((cell) => cell.column === column),
    row: (row) => byRow.get(row) ?? [],
    mergedOver: (row, column) =>
      merged.find(
        ({ top, left, bottom, right }) =>
          top <= row && row <= bottom && left <= column && column <= right && (row > top || column > left),
      ),
    place: (row, column) => ({
      sheet: name,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    }),
  };
}

/** "C5:E8" */
export function rangeInWords({ top, left, bottom, right }: MergedRange): string {
  return `${columnAt(left).letter}${top}:${columnAt(right).letter}${bottom}`;
}

/** The text of a cell as it is compared with marks, headings and labels. */
export function wordsIn(cell: SheetCell | undefined): string {
  return cell?.kind === 'text' ? cell.text.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
}
