/** Sheets put together as an .xlsx file. The same sheets give the same bytes. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { WrittenSheet } from './sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { escaped } from './xml-text.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part carries this time, so that a file tells nothing about when and where it was made. */
const TIME = new Date(2020, 0, 1);

export async function workbookBytes(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (path: string, xml: string): void =>
    zip.addBuffer(Buffer.from(DECLARATION + xml, 'utf8'), path, { mtime: TIME, forceDosTimestamp: true });
  add('[Content_Types].xml', contentTypes(sheets.length));
  add('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbookXml(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', stylesXml());
  for (const [index, sheet] of sheets.entries())
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0));
  zip.end();
  return buffer(zip.outputStream);
}

/** A sheet's name within a formula. */
export function sheetInFormula(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, repeated }, index) =>
    repeated === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(sheetInFormula(name))}!$${repeated}:$${repeated}</definedName>`,
        ],
  );
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${list.join('')}</sheets>`,
    titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', 'sheet.main'),
    part('xl/styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, index) => part(`xl/worksheets/sheet${index + 1}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

function part(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;
}
