/**
 * How wide the columns of a table are printed. The model gives shares; here no number and no word is broken as long as
 * the page has room, and short texts stay on one line, so that rows are even and a long annex takes fewer pages.
 */
import type { Table } from '../domain/model/report-model.ts';
import { LONGEST_WORD, plainText, unbrokenPieces } from './runs.ts';
import { textWidth } from './text-width.ts';

/** Padding and border beside a text in points, as in report.css. */
const CELL_PADDING = 8;
const HEADING_PADDING = 4;
/** Longer texts (letters) are prose and wrap; their column gives up a quarter of its share at most. */
const SHORT = 40;
const PROSE = 0.75;

export interface ColumnWidths {
  /** In hundredths of the table's width; they add up to 100. */
  readonly percentages: readonly number[];
  /** False when numbers must be allowed to break, because there are too many columns. */
  readonly fits: boolean;
}

/** Lays out the columns of a table `width` points wide, set in `fontSize` points. */
export function columnWidths(table: Table, width: number, fontSize: number): ColumnWidths {
  const whole = sum(table.columns.map((column) => column.width));
  const shares = table.columns.map((column) => (column.width / whole) * width);
  const needs = table.columns.map(
    ({ heading }) => wordWidth(plainText(heading), fontSize, 'bold') + HEADING_PADDING,
  );
  const wishes = [...needs];
  let unbroken = true;
  for (const row of table.rows) {
    if (row.kind === 'section') continue;
    const weight = row.kind === 'total' ? 'bold' : 'regular';
    for (const [index, cell] of row.cells.entries()) {
      // What is missing is said in words, which wrap beside numbers too and take no room from others.
      const said = cell.some(({ kind }) => kind === 'missing');
      const text = plainText(cell);
      const short = !said && text.length <= SHORT;
      const line = textWidth(text, fontSize, weight) + CELL_PADDING;
      const right = !said && table.columns[index]?.align === 'right';
      const need = right && short ? line : wordWidth(text, fontSize, weight) + CELL_PADDING;
      unbroken &&= short || !right;
      needs[index] = Math.max(needs[index] ?? 0, need);
      const wish = short ? line : Math.min(line, (shares[index] ?? 0) * PROSE);
      wishes[index] = Math.max(wishes[index] ?? 0, need, wish);
    }
  }
  const fits = unbroken && sum(needs) <= width;
  const widths =
    sum(needs) <= width
      ? fit(shares, sum(wishes) <= width ? wishes : needs, wishes, width)
      : crowded(table, needs, width);
  const total = sum(widths);
  return { percentages: widths.map((one) => (one / total) * 100), fits };
}

/** Every column gets its share or its wish, whichever is more, less its part of what is too much; never below `least`. */
function fit(
  shares: readonly number[],
  least: readonly number[],
  wishes: readonly number[],
  width: number,
): readonly number[] {
  const targets = shares.map((share, index) => Math.max(share, wishes[index] ?? 0));
  const slack = targets.map((target, index) => target - (least[index] ?? 0));
  const excess = sum(targets) - width;
  if (excess <= 0) return targets;
  return targets.map((target, index) => target - (excess * (slack[index] ?? 0)) / sum(slack));
}

/** Where not everything has room, numbers break and words do not: the columns of numbers share what the others leave. */
function crowded({ columns }: Table, needs: readonly number[], width: number): readonly number[] {
  const isNumeric = (index: number): boolean => columns[index]?.align === 'right';
  const left = width - sum(needs.filter((_, index) => !isNumeric(index)));
  const numbers = sum(needs.filter((_, index) => isNumeric(index)));
  // With many columns of words there would be nothing left: then all give way alike.
  if (left < width / 4) return needs;
  return needs.map((need, index) => (isNumeric(index) ? (need * left) / numbers : need));
}

function wordWidth(text: string, fontSize: number, weight: 'regular' | 'bold'): number {
  let widest = 0;
  for (const word of unbrokenPieces(text))
    if (word.length <= LONGEST_WORD) widest = Math.max(widest, textWidth(word, fontSize, weight));
  return widest;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
