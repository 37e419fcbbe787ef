/** One sheet: its cells with something in them, and its merged ranges as data. Nothing is laid out in a grid. */
import type { MergedRange, SheetCell, SheetCellKind } from '../../domain/collecting/workbook/content.ts';
import type { CellFormat } from './formats.ts';
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';
import { textGatherer, unescaped, type Allowance } from './texts.ts';
import { readXml, type Attributes } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** What the sheets of a workbook share while it is read. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly spend: Allowance;
  /** Counts one cell, blank or not. */
  readonly countCell: () => void;
}

/** A cell of which the end has not come yet. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat;
  hasFormula: boolean;
  hasValue: boolean;
  value: string;
}

const KINDS: Readonly<Record<string, SheetCellKind>> = {
  n: 'number',
  b: 'boolean',
  e: 'error',
  d: 'date',
};

export async function readSheetPart(
  parts: ZipParts,
  part: string,
  context: SheetContext,
): Promise<{ readonly cells: readonly SheetCell[]; readonly merged: readonly MergedRange[] }> {
  const cells: SheetCell[] = [];
  const merged: MergedRange[] = [];
  const inline = textGatherer();
  let columnRanges = 0;
  let row = 0;
  let column = -1;
  let cell: OpenCell | undefined;
  let inside: 'v' | 'is' | undefined;
  const openCell = (attribute: Attributes): void => {
    context.countCell();
    const place = attribute('r');
    // Some programs leave the places out: then cells follow each other.
    const at = place === undefined ? { row, column: column + 1 } : placeOf(place);
    ({ row, column } = at);
    if (row < 1 || row > LIMITS.rows || column >= LIMITS.columns) throw new WorkbookRefused('damaged');
    const type = attribute('t') ?? 'n';
    const format = context.formats[Number(attribute('s') ?? 0)];
    cell = { row, column, type, format, hasFormula: false, hasValue: false, value: '' };
  };
  await readXml(await parts.open(part), {
    open: (name, attribute) => {
      if (inside === 'is') inline.open(name, attribute);
      else if (name === 'row') {
        row = wholeNumber(attribute('r')) ?? row + 1;
        column = -1;
      } else if (name === 'c') openCell(attribute);
      else if (name === 'mergeCell') merged.push(bearable(attribute('ref') ?? '', merged.length));
      else if (name === 'col') checkColumns(attribute, (columnRanges += 1));
      else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell && name === 'v') {
        cell.hasValue = true;
        inside = 'v';
      } else if (cell && name === 'is') inside = 'is';
    },
    text: (text) => {
      if (inside === 'v' && cell) cell.value += text;
      if (inside === 'is') inline.text(text);
    },
    close: (name) => {
      if (inside === 'is' && name !== 'is') inline.close(name);
      else if (name === 'v') inside = undefined;
      else if (name === 'is' && cell) {
        inside = undefined;
        cell.value = inline.take();
        cell.hasValue = true;
      } else if (name === 'c' && cell) {
        const read = contentOf(cell, context);
        cell = undefined;
        if (!read) return;
        context.spend(read.text.length);
        cells.push(read);
        if (cells.length > LIMITS.cells) throw new WorkbookRefused('too-many-cells');
      }
    },
  });
  return { cells, merged };
}

/** The cell's content, or null for a blank. */
function contentOf(cell: OpenCell, { strings }: SheetContext): SheetCell | null {
  const { row, column, type, format, value } = cell;
  const place = { row, column };
  if (cell.hasFormula && !cell.hasValue) return { ...place, kind: 'uncomputed', text: '' };
  const kind = KINDS[type];
  if (kind === undefined) {
    const text = type === 's' ? strings[wholeNumber(value) ?? -1] : type === 'str' ? unescaped(value) : value;
    if (text === undefined) throw new WorkbookRefused('damaged');
    return text.trim() === '' ? null : { ...place, kind: 'text', text };
  }
  const text = value.trim();
  if (text === '') return null;
  return { ...place, kind, text, ...(format === undefined ? {} : { format }) };
}

/** "C12" as row 12 and column 2. */
function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '') throw new WorkbookRefused('damaged');
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 0) - 64;
  return { row: Number(digits), column: column - 1 };
}

function bearable(reference: string, before: number): MergedRange {
  const [first = '', last = first] = reference.split(':');
  const from = placeOf(first);
  const to = placeOf(last);
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const isWide = (bottom - top + 1) * (right - left + 1) > LIMITS.mergedCells;
  if (isWide || before >= LIMITS.mergedRanges)
    throw new WorkbookRefused('merged-too-wide', { found: reference.slice(0, 30) });
  return { top, left, bottom, right };
}

/** Widths of columns are of no interest, but a file that gives them beyond the grid was not made by a spreadsheet. */
function checkColumns(attribute: Attributes, count: number): void {
  const [min, max] = [attribute('min'), attribute('max')];
  const isInside = [min, max].every((at) => (wholeNumber(at) ?? LIMITS.columns + 1) <= LIMITS.columns);
  if (!isInside || count > LIMITS.columnRanges)
    throw new WorkbookRefused('columns-too-wide', { found: `${min}–${max}`.slice(0, 30) });
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
