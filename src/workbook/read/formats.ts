/** How cells show their numbers, as far as it changes what a number means: as a day, or as a percentage. */
import type { SheetCell } from '../../domain/collecting/workbook/content.ts';
import { LIMITS } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';
import { readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

export type CellFormat = SheetCell['format'];

/** The format of each cell style, by the number that cells carry. */
export async function readFormats(parts: ZipParts, part: string): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let isCellStyles = false;
  await readXml(await parts.open(part), {
    open: (name, attribute) => {
      if (name === 'cellXfs') isCellStyles = true;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && isCellStyles) styles.push(Number(attribute('numFmtId') ?? 0));
      if (codes.size + styles.length > LIMITS.formats) throw new WorkbookRefused('too-many-cells');
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false;
    },
  });
  return styles.map((id) => formatOf(id, codes.get(id)));
}

/** Programs write no longer ones; looking for brackets in a very long one would take very long. */
const LONGEST_CODE = 255;

/** What a number format means, by its number among the built-in ones or by its code. */
export function formatOf(id: number, code?: string): CellFormat {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    return BUILT_IN_DAYS.some(([from, to]) => from <= id && id <= to) ? 'date' : undefined;
  }
  // Quoted words, escaped characters, colours, conditions and languages say nothing about the number.
  const marks = code
    .slice(0, LONGEST_CODE)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(marks)) return undefined;
  if (/[dmyhs]/i.test(marks)) return 'date';
  return marks.includes('%') ? 'percent' : undefined;
}

const BUILT_IN_DAYS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
