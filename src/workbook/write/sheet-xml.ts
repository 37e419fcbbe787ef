/** One sheet as XML. Every text is an inline string, so nothing that anybody typed can be taken for a formula. */
import { columnAt } from '../../domain/intake/file-problem.ts';
import type { ListOfChoices, WrittenCell, WrittenColumn, WrittenRow, WrittenSheet } from './sheet.ts';
import { styleIndex } from './styles.ts';
import { escaped } from './xml-text.ts';

/** Columns of a spreadsheet. */
const COLUMNS = 16_384;
/** Longest text that a spreadsheet keeps in a cell. */
const LONGEST_TEXT = 32_767;
/** What makes a spreadsheet take a text for a formula as soon as it is edited, or copied by way of a text file. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;

export function sheetXml(sheet: WrittenSheet, isFirst: boolean): string {
  const { rows, merged, frozen, locked, lists, hidden } = sheet;
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${frozen ? pane(frozen) : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    locked ? protection(locked) : '',
    merged.length > 0
      ? `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
      : '',
    lists.length > 0
      ? `<dataValidations count="${lists.length}">${lists.map(listXml).join('')}</dataValidations>`
      : '',
    hidden
      ? ''
      : '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

/** A cell's name: row 7 and column 4 are "E7". */
export function reference(row: number, column: number): string {
  return `${columnAt(column).letter}${row}`;
}

function columnsXml({ columns, rest }: WrittenSheet): string {
  const all = columns.map((column, index) => columnXml(column, index + 1, index + 1));
  if (rest !== undefined) all.push(columnXml({ width: 9, style: rest }, columns.length + 1, COLUMNS));
  return `<cols>${all.join('')}</cols>`;
}

function columnXml({ width, hidden, style }: WrittenColumn, from: number, to: number): string {
  const look = style === undefined ? '' : ` style="${styleIndex(style)}"`;
  return `<col min="${from}" max="${to}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}${look}/>`;
}

function rowXml({ row, cells, height, hidden }: WrittenRow): string {
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${size}${hidden ? ' hidden="1"' : ''}>${cells.map((cell) => cellXml(row, cell)).join('')}</row>`;
}

function cellXml(row: number, { column, style, value }: WrittenCell): string {
  const place = reference(row, column);
  if (value === undefined) return `<c r="${place}" s="${styleIndex(style)}"/>`;
  if (value.kind === 'number') return `<c r="${place}" s="${styleIndex(style)}"><v>${value.text}</v></c>`;
  const quoted = LIKE_A_FORMULA.test(value.text);
  const words = escaped(value.text.slice(0, LONGEST_TEXT));
  return `<c r="${place}" s="${styleIndex(style, quoted)}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

function pane({ rows, columns }: NonNullable<WrittenSheet['frozen']>): string {
  const corner = reference(rows + 1, columns);
  return `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`;
}

/** In this element 0 means that something is allowed. */
function protection(locked: NonNullable<WrittenSheet['locked']>): string {
  const rows = locked === 'rows' ? ' insertRows="0" deleteRows="0" sort="0" autoFilter="0"' : '';
  return `<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"${rows}/>`;
}

function listXml({ ranges, source, message }: ListOfChoices): string {
  return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Chọn trong danh sách" error="${escaped(message)}" sqref="${ranges.join(' ')}"><formula1>${escaped(source)}</formula1></dataValidation>`;
}
