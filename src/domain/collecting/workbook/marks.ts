/**
 * What a template is recognised by: hidden words that whoever fills it in does not see. Sheets may be renamed, moved
 * and added, columns and rows put elsewhere: the marks move with them. Writing and reading share this page.
 */
import type { CellState } from '../../submission.ts';

/** Raised when templates of before cannot be read any more. */
export const TEMPLATE_VERSION = '1';

/** First cell of the hidden sheet that says which form of whom this is. */
export const IDENTITY_MARK = '#nhan-dang';
/** In the row of marks, the column of ids: of the form's fields, or of the rows of a table. */
export const FORM_MARK = '#bieu';
const TABLE_MARK = '#bang:';
/** In the row of marks, a column of a table. */
const COLUMN_MARK = '#cot:';

/** First cells of the rows of the hidden sheet that hold what stood in the template when it was made. */
export const FIELD_BEFORE = '#o';
export const ROW_BEFORE = '#dong';

export type IdentityKey = 'version' | 'report' | 'period' | 'form' | 'entity' | 'shape';
export const IDENTITY_KEYS: readonly IdentityKey[] = [
  'version',
  'report',
  'period',
  'form',
  'entity',
  'shape',
];

/** What the columns of a form's sheet hold. `remark` is the reason of "chưa có số liệu", or the note of the others. */
export type FormColumn = 'label' | 'text' | 'state' | 'remark' | 'expected' | 'asOf' | 'document' | 'date';

/** Columns that are read, with their headings; those that are only looked at have no mark. */
export const FORM_COLUMNS: readonly {
  readonly id: FormColumn;
  readonly mark: string;
  readonly heading: string;
}[] = [
  { id: 'label', mark: '#chi-tieu', heading: 'Chỉ tiêu' },
  { id: 'text', mark: '#so-lieu', heading: 'Số liệu kỳ này' },
  { id: 'state', mark: '#tinh-trang', heading: 'Trường hợp khác' },
  { id: 'remark', mark: '#ghi-chu', heading: 'Lý do, ghi chú' },
  { id: 'expected', mark: '#du-kien', heading: 'Ngày dự kiến có số liệu' },
  { id: 'asOf', mark: '#ngay-chot', heading: 'Ngày chốt số liệu' },
  { id: 'document', mark: '#van-ban', heading: 'Số, ký hiệu văn bản' },
  { id: 'date', mark: '#ngay-van-ban', heading: 'Ngày văn bản' },
];

/** The answers that are no value, as the list in the template offers them. */
export const STATES_IN_WORDS: Readonly<Record<Exclude<CellState, 'value'>, string>> = {
  none: 'không phát sinh',
  pending: 'chưa có số liệu',
  'not-applicable': 'không áp dụng',
};

export function tableMark(table: string): string {
  return `${TABLE_MARK}${table}`;
}

export function columnMark(column: string): string {
  return `${COLUMN_MARK}${column}`;
}

/** The table that a mark names; undefined for other texts. */
export function tableOfMark(text: string): string | undefined {
  return text.startsWith(TABLE_MARK) ? text.slice(TABLE_MARK.length) : undefined;
}
