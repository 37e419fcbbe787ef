/** A sheet as data, before it is written: only what templates need. */
import type { StyleName } from './styles.ts';

export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** Decimal text such as "1234.5", or the serial number of a day. */
  | { readonly kind: 'number'; readonly text: string };

export interface WrittenCell {
  /** 0 is column A. */
  readonly column: number;
  readonly style: StyleName;
  readonly value?: CellValue;
}

export interface WrittenRow {
  /** From 1; rows stand in their order. */
  readonly row: number;
  readonly cells: readonly WrittenCell[];
  readonly height?: number;
  readonly hidden?: boolean;
}

export interface WrittenColumn {
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Of the cells that are not written. */
  readonly style?: StyleName;
}

/** Cells that take one of a list. */
export interface ListOfChoices {
  /** E.g. "E7" or "C6:C205". */
  readonly ranges: readonly string[];
  /** A formula: quoted words parted by commas, or a range of a sheet. */
  readonly source: string;
  /** What to say to someone who types something else. */
  readonly message: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly columns: readonly WrittenColumn[];
  /** Of the cells to the right of the columns. */
  readonly rest?: StyleName;
  readonly rows: readonly WrittenRow[];
  readonly merged: readonly string[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** cells: only unlocked cells can be filled in · rows: rows can be added, removed and sorted too. */
  readonly locked?: 'cells' | 'rows';
  readonly lists: readonly ListOfChoices[];
  /** Row that is printed on every page. */
  readonly repeated?: number;
}

export function text(words: string): CellValue {
  return { kind: 'text', text: words };
}

export function number(decimal: string): CellValue {
  return { kind: 'number', text: decimal };
}
