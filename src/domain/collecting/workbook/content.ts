/** A workbook as it was read, not yet understood: cells with something in them, and places in words. */
import { columnAt } from '../../intake/file-problem.ts';

export interface WorkbookContent {
  /** Days are counted from 1904, as old programs for the Macintosh did. */
  readonly date1904: boolean;
  readonly sheets: readonly SheetContent[];
}

export interface SheetContent {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that are not blank, row by row. */
  readonly cells: readonly SheetCell[];
  /** Merged ranges, as data: nothing is ever spread over them. */
  readonly merged: readonly MergedRange[];
}

/**
 * number: `text` is as the file has it, with an exponent perhaps · text · boolean: "1" or "0" · error: "#N/A" ·
 * date: text such as "2024-10-23T00:00:00" · uncomputed: a formula whose result the file does not have.
 */
export type SheetCellKind = 'number' | 'text' | 'boolean' | 'error' | 'date' | 'uncomputed';

export interface SheetCell {
  /** 1 is the first. */
  readonly row: number;
  /** 0 is column A. */
  readonly column: number;
  readonly kind: SheetCellKind;
  readonly text: string;
  /** How the program that wrote the file shows the number. */
  readonly format?: 'date' | 'percent';
}

/** Rows from 1, columns from 0, both ends within. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where something stands in a workbook. */
export interface WorkbookPlace {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
}

/** "Trang «Biểu», ô C12", "Trang «Biểu», dòng 12" or "Trang «Biểu»". */
export function placeInWords({ sheet, row, column }: WorkbookPlace): string {
  const page = `Trang «${sheet}»`;
  if (row === undefined) return page;
  return column === undefined ? `${page}, dòng ${row}` : `${page}, ô ${columnAt(column).letter}${row}`;
}
