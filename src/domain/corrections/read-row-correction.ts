/**
 * What a person asks to have corrected in a table: "bảng:3:cột" with a new value, "bảng:3" with «bỏ dòng», or
 * "bảng:+" with a whole row. Rows keep the numbers that they have in the paper that stands, whatever is asked before.
 */
import type { Definition, FormTable, TableColumnDefinition } from '../definition.ts';
import { nameKey, plainKey } from '../intake/name-key.ts';
import { nearestName } from '../intake/nearest-name.ts';
import { bodiesByRoster, readColumn } from '../intake/read-table.ts';
import { refuse, type Reading } from '../intake/reading.ts';
import type { Revision, Row } from '../submission.ts';
import {
  refused,
  type CorrectedPaper,
  type CorrectedPeriod,
  type CorrectionRequest,
  type Fault,
} from './read-correction.ts';
import { rowValueInWords } from './row-in-words.ts';

/** A request for a row that can be carried out. */
export interface RowChange {
  readonly form: CorrectedPaper['form'];
  readonly table: FormTable;
  readonly before: Revision;
  /** Number in the paper that stands, from 1; 0 for a row to be added. */
  readonly number: number;
  readonly from: Row | null;
  readonly to: Row | null;
  readonly reason: string;
}

const OUT = 'bỏ dòng';
const BLANK = 'để trống';

/** "khai-sinh-tinh:2:so-viec" → its table and what is meant of it; undefined when a request is about a cell. */
export function namesRow(
  { tables }: CorrectedPaper['form'],
  field: string,
): { readonly table: FormTable; readonly row: string; readonly column: string | undefined } | undefined {
  const [id = '', row, ...column] = field.split(':').map((part) => part.trim());
  const table = tables.find((one) => one.id === id);
  if (!table || row === undefined) return undefined;
  return { table, row, column: column.length === 0 ? undefined : column.join(':') };
}

/** @param rows those of the paper, by number, as requests before this one left them; null: taken out. */
export function readRowCorrection(
  context: CorrectedPeriod,
  { form, before, reason }: CorrectedPaper,
  request: CorrectionRequest,
  { table, row: place, column: name }: NonNullable<ReturnType<typeof namesRow>>,
  rows: readonly (Row | null)[],
): { readonly ok: true; readonly change: RowChange } | Fault {
  const made = (number: number, from: Row | null, to: Row | null): ReturnType<typeof readRowCorrection> => ({
    ok: true,
    change: { form, table, before, number, from, to, reason },
  });
  if (place === '+') {
    if (name !== undefined || request.from.trim() !== '')
      return refused('field', refuse(request.field, `${table.id}:+ cho cả dòng mới, và không ghi số cũ`));
    const row = wholeRow(context, table, request.to);
    return row.ok ? made(0, null, row.value) : refused('to', row);
  }
  const number = /^\d{1,6}$/.test(place) ? Number(place) : 0;
  const from = rows[number - 1];
  if (from === undefined)
    return refused(
      'field',
      refuse(
        request.field,
        `số dòng từ 1 đến ${rows.length} của bảng “${table.title}” (${table.id}:1:cột), hoặc ${table.id}:+ để thêm dòng`,
      ),
    );
  if (from === null) return refused('field', refuse(request.field, 'một dòng chưa bị bỏ ở trên'));
  if (name === undefined) {
    if (nameKey(request.to) !== nameKey(OUT))
      return refused(
        'to',
        refuse(request.to, `«${OUT}»; để sửa một ô của dòng, ghi ${table.id}:${place}:cột`),
      );
    const [first] = table.columns;
    const stated = first ? statedOf(context, first, request.from, from) : undefined;
    return stated && !stated.ok ? refused('from', stated) : made(number, from, null);
  }
  const column = columnOf(table, name);
  if (!column.ok) return refused('field', column);
  const stated = statedOf(context, column.value, request.from, from);
  if (!stated.ok) return refused('from', stated);
  const value = valueOf(context, column.value, request.to);
  if (!value.ok) return refused('to', value);
  if (value.value === (from[column.value.id] ?? ''))
    return refused(
      'to',
      refuse(request.to, `giá trị khác giá trị đang có, là ${said(context.definition, column.value, from)}`),
    );
  const { [column.value.id]: _old, ...others } = from;
  return made(number, from, value.value === '' ? others : { ...others, [column.value.id]: value.value });
}

/** "tinh = Cà Mau | so-viec = 10": each required column once. */
function wholeRow(context: CorrectedPeriod, table: FormTable, text: string): Reading<Row> {
  const row: Record<string, string> = {};
  for (const part of text.split('|')) {
    const at = part.indexOf('=');
    if (at < 0) return refuse(part.trim(), `«cột = giá trị», các cột cách nhau bằng dấu |`);
    const column = columnOf(table, part.slice(0, at));
    if (!column.ok) return column;
    const { id } = column.value;
    if (Object.hasOwn(row, id)) return refuse(part.trim(), 'mỗi cột một lần');
    const value = valueOf(context, column.value, part.slice(at + 1));
    if (!value.ok) return value;
    row[id] = value.value;
  }
  const missing = table.columns.find(({ id, optional }) => !optional && (row[id] ?? '') === '');
  if (missing) return refuse(text, `cả cột bắt buộc “${missing.label}” (${missing.id})`);
  return { ok: true, value: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')) };
}

function columnOf({ id, title, columns }: FormTable, text: string): Reading<TableColumnDefinition> {
  const [typed, key] = [text.trim(), nameKey(text)];
  const found =
    columns.find((one) => one.id === typed) ?? columns.find(({ label }) => nameKey(label) === key);
  if (found) return { ok: true, value: found };
  const near = nearestName(
    typed,
    columns.flatMap((one) => [[plainKey(one.id), one.id] as const, [plainKey(one.label), one.id] as const]),
  );
  return refuse(
    typed,
    `mã hoặc tên một cột của bảng “${title}” (${id})${near === undefined ? '' : `; có phải «${near}»?`}`,
  );
}

/** What is to stand in the column; "" for «để trống». */
function valueOf(context: CorrectedPeriod, column: TableColumnDefinition, text: string): Reading<string> {
  if (nameKey(text) === nameKey(BLANK) && column.optional) return { ok: true, value: '' };
  if (text.trim() === '')
    return refuse(
      '',
      column.optional ? `giá trị mới, hoặc «${BLANK}»` : 'giá trị mới; cột này không được để trống',
    );
  return readColumn(text, column, bodiesByRoster(context));
}

function statedOf(
  context: CorrectedPeriod,
  column: TableColumnDefinition,
  text: string,
  row: Row,
): Reading<null> {
  if (text.trim() === '') return { ok: true, value: null };
  const reading =
    nameKey(text) === nameKey(BLANK)
      ? ({ ok: true, value: '' } as const)
      : readColumn(text, column, bodiesByRoster(context));
  if (!reading.ok) return reading;
  return reading.value === (row[column.id] ?? '')
    ? { ok: true, value: null }
    : refuse(text, `giá trị đang có của cột “${column.label}”, là ${said(context.definition, column, row)}`);
}

function said(definition: Definition, column: TableColumnDefinition, row: Row): string {
  return rowValueInWords(definition, column, row[column.id]);
}
