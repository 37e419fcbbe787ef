/** A workbook's bytes turned into its cells. Runs in the child process; every limit ends it with a refusal. */
import type { SheetContent, WorkbookContent } from '../../domain/collecting/workbook/content.ts';
import { readFormats } from './formats.ts';
import { faultOfBytes } from './kind-of-file.ts';
import { LIMITS } from './limits.ts';
import { readRelationships, type Relationship } from './relationships.ts';
import { WorkbookRefused } from './refusal.ts';
import { readSheetPart, type SheetContext } from './sheet-part.ts';
import { allowanceOfCharacters, readSharedStrings } from './texts.ts';
import { readXml } from './xml-events.ts';
import { openParts, type ZipParts } from './zip-parts.ts';

interface NamedSheet {
  readonly name: string;
  readonly relationship: string;
  readonly hidden: boolean;
}

/** @throws WorkbookRefused for anything that is not a workbook of bearable size without macros */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookContent> {
  const fault = faultOfBytes(bytes);
  if (fault) throw new WorkbookRefused(fault);
  const parts = await openParts(bytes);
  refuseOtherKinds(parts.names);
  const main = (await readRelationships(parts, '')).find(({ type }) => type === 'officeDocument');
  if (!main || !parts.names.has(main.target)) throw new WorkbookRefused('not-a-workbook');
  const { sheets, date1904 } = await readMainPart(parts, main.target);
  const related = await readRelationships(parts, main.target);
  const context = await readShared(parts, related);
  const read: SheetContent[] = [];
  for (const { name, relationship, hidden } of sheets) {
    const part = related.find(({ id }) => id === relationship);
    // Sheets that are only a chart or a dialogue have no cells.
    if (part?.type !== 'worksheet') continue;
    read.push({ name, hidden, ...(await naming(name, () => readSheetPart(parts, part.target, context))) });
  }
  return { date1904, sheets: read };
}

function refuseOtherKinds(names: ReadonlySet<string>): void {
  const all = [...names];
  const has = (pattern: RegExp): boolean => all.some((name) => pattern.test(name));
  if (has(/(^|\/)(vbaProject\.bin|vbaData\.xml)$/i) || has(/(^|\/)macrosheets\//i))
    throw new WorkbookRefused('macros');
  if (has(/(^|\/)workbook\.bin$/i)) throw new WorkbookRefused('binary-workbook');
  if (names.has('META-INF/manifest.xml') && names.has('content.xml'))
    throw new WorkbookRefused('open-document');
  if (!names.has('[Content_Types].xml')) throw new WorkbookRefused('not-a-workbook');
}

async function readMainPart(
  parts: ZipParts,
  part: string,
): Promise<{ readonly sheets: readonly NamedSheet[]; readonly date1904: boolean }> {
  const sheets: NamedSheet[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readXml(await parts.open(part), {
    open: (name, attribute) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      if (sheets.length >= LIMITS.sheets) throw new WorkbookRefused('too-many-sheets');
      sheets.push({
        name: (attribute('name') ?? '').slice(0, 100),
        relationship: attribute('id') ?? '',
        hidden: (attribute('state') ?? 'visible') !== 'visible',
      });
    },
  });
  if (!isWorkbook) throw new WorkbookRefused('not-a-workbook');
  return { sheets, date1904 };
}

async function readShared(parts: ZipParts, related: readonly Relationship[]): Promise<SheetContext> {
  const spend = allowanceOfCharacters();
  const target = (wanted: string): string | undefined =>
    related.find(({ type, target: part }) => type === wanted && parts.names.has(part))?.target;
  const [strings, styles] = [target('sharedStrings'), target('styles')];
  let elements = 0;
  return {
    strings: strings === undefined ? [] : await readSharedStrings(parts, strings, spend),
    formats: styles === undefined ? [] : await readFormats(parts, styles),
    spend,
    countCell: () => {
      elements += 1;
      if (elements > LIMITS.cellElements) throw new WorkbookRefused('too-many-cells');
    },
  };
}

/** Says in which sheet the trouble is. */
async function naming<T>(sheet: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const { fault, ...where } = error.refusal;
    throw new WorkbookRefused(fault, { ...where, sheet }, { cause: error });
  }
}
