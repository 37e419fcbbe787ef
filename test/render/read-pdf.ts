/**
 * Reads a PDF back, in millimetres from the top left corner of each page, so that tests can say what stands where.
 * Nothing here knows how the PDF was made.
 */
// Before pdf.js, which replaces it.
import { parseJson } from './own-json.ts';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

JSON.parse = parseJson;

const MILLIMETRES = 25.4 / 72;

export interface PdfItem {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** In points. */
  readonly size: number;
  /** Name of the font without its subset's prefix, e.g. "Tinos-Bold". */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Degrees by which the text is turned to the left. */
  readonly angle: number;
}

export interface PdfRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the page's content. */
  readonly items: readonly PdfItem[];
  /** Horizontal lines. */
  readonly rules: readonly PdfRule[];
}

export interface PdfOutline {
  readonly title: string;
  readonly items: readonly PdfOutline[];
}

export interface ReadPdf {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly PdfOutline[];
  readonly lang: string | null;
  readonly title: string | null;
  readonly marked: boolean;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** `alt` texts of the structure's figures. */
  readonly alternatives: readonly string[];
}

interface LoadedFont {
  readonly name: string;
  readonly missingFile?: boolean;
  readonly data?: Uint8Array;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), fontExtraProperties: true, verbosity: 0 })
    .promise;
  try {
    const fonts = new Map<string, boolean>();
    const pages: PdfPage[] = [];
    const alternatives: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const operators = await page.getOperatorList();
      const content = await page.getTextContent({ disableNormalization: true });
      const items: PdfItem[] = [];
      for (const item of content.items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const font: LoadedFont = page.commonObjs.get(item.fontName);
        const name = font.name.replace(/^[A-Z]{6}\+/, '');
        fonts.set(font.name, font.missingFile === false && (font.data?.length ?? 0) > 0);
        const transform: readonly number[] = item.transform;
        const [a = 0, b = 0, , , x = 0, y = 0] = transform;
        items.push({
          text: item.str,
          x: x * MILLIMETRES,
          y: (height - y) * MILLIMETRES,
          width: item.width * MILLIMETRES,
          size: Math.round(Math.hypot(a, b) * 10) / 10,
          font: name,
          bold: /Bold/.test(name),
          italic: /Italic/.test(name),
          angle: Math.round((Math.atan2(b, a) * 180) / Math.PI),
        });
      }
      collectAlternatives(await page.getStructTree(), alternatives);
      pages.push({
        width: width * MILLIMETRES,
        height: height * MILLIMETRES,
        items,
        rules: horizontalLines(operators, height),
      });
    }
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
    const markInfo = (await document.getMarkInfo()) as { Marked?: boolean } | null;
    return {
      pages,
      outline: toOutline(await document.getOutline()),
      lang: info.Language ?? null,
      title: info.Title ?? null,
      marked: markInfo?.Marked === true,
      fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
      alternatives,
    };
  } finally {
    await document.destroy();
  }
}

/** Items within the margins of a Decree 30 page: not page numbers nor the marks of drafts and samples. */
export function bodyItems(page: PdfPage, top = 20, bottom = 20): readonly PdfItem[] {
  return page.items.filter((item) => item.y > top && item.y < page.height - bottom);
}

/** Items in the top and bottom margins. */
export function marginItems(page: PdfPage, top = 20, bottom = 20): readonly PdfItem[] {
  return page.items.filter((item) => item.y <= top || item.y >= page.height - bottom);
}

/**
 * All digits of the text in reading order, without the page margins and without the head of a table that is printed
 * again at the top of a page.
 */
export function digitsOf(pdf: ReadPdf): string {
  let before: readonly PdfItem[] = [];
  let digits = '';
  for (const page of pdf.pages) {
    const items = bodyItems(page);
    digits += digitsIn(items.slice(repeatedHead(items, before)).map((item) => item.text));
    before = items;
  }
  return digits;
}

export function digitsIn(texts: readonly string[]): string {
  return texts.join('').replaceAll(/\D/g, '');
}

/** How many leading items are a table head that stands on the page before in the same columns. */
function repeatedHead(items: readonly PdfItem[], before: readonly PdfItem[]): number {
  const end = items.findIndex((item) => !item.bold);
  const head = items.slice(0, end === -1 ? items.length : end);
  const first = head[0];
  if (first === undefined) return 0;
  const same = (left: PdfItem, right: PdfItem | undefined): boolean =>
    left.text === right?.text && Math.abs(left.x - right.x) < 0.1 && left.font === right.font;
  const starts = before.flatMap((item, index) => (same(first, item) ? [index] : []));
  return starts.some((start) => head.every((item, index) => same(item, before[start + index])))
    ? head.length
    : 0;
}

function toOutline(entries: readonly PdfOutline[] | null): PdfOutline[] {
  return (entries ?? []).map(({ title, items }) => ({ title, items: toOutline(items) }));
}

function collectAlternatives(node: object | null, into: string[]): void {
  if (node === null) return;
  if ('alt' in node && typeof node.alt === 'string') into.push(node.alt);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collectAlternatives(child, into);
}

type Matrix = readonly [number, number, number, number, number, number];

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** Flat filled boxes and strokes, from the page's drawing operators. */
function horizontalLines(operators: Operators, height: number): PdfRule[] {
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of operators.fnArray.entries()) {
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) {
      const change: Matrix = operators.argsArray[index];
      matrix = multiply(matrix, change);
    } else if (operator === OPS.constructPath) {
      const box: Float32Array | null = operators.argsArray[index][2];
      if (box === null) continue;
      const [left, one] = apply(matrix, box[0] ?? 0, box[1] ?? 0);
      const [right, other] = apply(matrix, box[2] ?? 0, box[3] ?? 0);
      const width = Math.abs(right - left) * MILLIMETRES;
      if (Math.abs(other - one) < 1.5 && width > 3)
        rules.push({
          x: Math.min(left, right) * MILLIMETRES,
          y: (height - (one + other) / 2) * MILLIMETRES,
          width,
        });
    }
  }
  return rules;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
