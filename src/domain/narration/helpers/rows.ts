/** Helpers over rows of tables: rows, cell, ifCell, rowCount, documents, documentCounts. */
import type { AnsweredRow } from '../../aggregation/answers.ts';
import type { Book } from '../../aggregation/book.ts';
import { compare, matchingRows, recordRow } from '../../aggregation/rows.ts';
import type { Lack } from '../../aggregation/measure.ts';
import { lineOf } from '../../aggregation/predecessors.ts';
import { entityById } from '../../entity.ts';
import { canonical, exact, sum, ZERO } from '../../exact.ts';
import { shortDate } from '../../dates.ts';
import type { TableColumnDefinition } from '../../definition.ts';
import type { Run } from '../../model/report-model.ts';
import { parseFilter } from '../filters.ts';
import { branch, helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { displayOptions, missingRun, nameOf, showNumber, showWords, type DisplayOptions } from '../show.ts';
import { carriedRows, lastSaid } from './carried-rows.ts';

/** Types of documents whose name says which one it is. */
const CITED_BY_NAME = ['Bộ luật', 'Luật', 'Pháp lệnh'];

export const rows = helper((narrator, [table = ''], options) => {
  const found = matchingRows(narrator.book, {
    table,
    where: parseFilter(textOption(options, 'where')),
  });
  const carried = textOption(options, 'carried');
  const all =
    carried === undefined
      ? found.rows
      : [...lastSaid(narrator.book, table, found.rows), ...carriedRows(narrator.book, table, carried)];
  const order = textOption(options, 'order');
  const sorted = order === undefined ? all : sortedBy(all, order);
  const limit = numberOption(options, 'limit') ?? sorted.length;
  const shown = sorted.slice(0, limit);
  const mark = missingMark(narrator, found.lacking);
  // Nothing from those who have reported is not "none" while others have not.
  if (shown.length === 0) return mark === '' ? options.inverse({}, { data: options.data }) : mark.trim();
  const join = textOption(options, 'join') ?? '; ';
  const last = textOption(options, 'last') ?? join;
  const texts = shown
    .map((row) => options.fn({}, { data: { ...options.data, row, table } }).trim())
    .filter((text) => text !== '');
  const end = shown.length < sorted.length ? (textOption(options, 'end') ?? '') : '';
  const body = texts.length > 1 ? `${texts.slice(0, -1).join(join)}${last}${texts.at(-1)}` : texts.join('');
  return `${body}${end}${mark}`;
});

export const cell = helper((narrator, [column = ''], options) => {
  const { row, table = '' } = options.data;
  if (!row) return '';
  const { book, sink } = narrator;
  if (column === 'body') return sink.emit({ kind: 'name', text: senderName(book, row.entity) });
  const definition = columnOf(narrator, table, column, row.form);
  const value = row.row[column];
  if (value === undefined || !definition) return '';
  return sink.emit(cellRun(narrator, row, table, definition, value, displayOptions(options)));
});

/** Every row has the body that sent it. */
export const ifCell = helper((_narrator, [column = ''], options) => {
  const { row } = options.data;
  return branch(options, row !== undefined && (column === 'body' || (row.row[column] ?? '') !== ''));
});

export const rowCount = helper((narrator, [table = ''], options) => {
  const { book, sink } = narrator;
  const where = textOption(options, 'where') ?? '';
  const { rows: found, lacking } = matchingRows(book, { table, where: parseFilter(where) });
  if (lacking.length > 0) return missingMark(narrator, lacking);
  return sink.emit(countRun(narrator, `rows:${table}?${where}`, table, found));
});

export const documents = helper((narrator, [table = ''], options) => {
  const where = parseFilter(textOption(options, 'where'));
  const { rows: found, lacking } = matchingRows(narrator.book, { table, where });
  const short = textOption(options, 'style') === 'short';
  const mark = missingMark(narrator, lacking);
  if (found.length === 0) return mark.trim() || nothing(narrator, table, textOption(options, 'where'));
  const listed = byType(narrator, table, found).map((row) => documentText(narrator, table, row, short));
  const end = listed.length < statedCount(narrator, options) ? ';...' : '';
  return `${listed.join('; ')}${end}${mark}`;
});

export const documentCounts = helper((narrator, [table = ''], options) => {
  const where = textOption(options, 'where') ?? '';
  const { rows: found, lacking } = matchingRows(narrator.book, { table, where: parseFilter(where) });
  const mark = missingMark(narrator, lacking);
  if (found.length === 0) return mark.trim() || nothing(narrator, table, where);
  const types = columnOf(narrator, table, 'loai')?.choices ?? [];
  const counts = types.flatMap(({ id, label }) => {
    const ofType = found.filter(({ row }) => row['loai'] === id);
    if (ofType.length === 0) return [];
    return [
      `${narrator.sink.emit(countRun(narrator, `rows:${table}?${where}&loai=${id}`, table, ofType))} ${label}`,
    ];
  });
  return `${counts.join(', ')}${mark}`;
});

/**
 * Rows that are carried forward can be of a body that was gone before the period began: it has its new name, or the
 * old one with a word on it. One that ended within the period spoke for itself.
 */
export function senderName(book: Book, id: string): string {
  const { definition, period } = book.facts;
  const { entities } = definition;
  const first = period.windows['ky']?.from ?? '';
  const stands = (body: string): boolean => (entityById(entities, body)?.validTo ?? first) >= first;
  const heir = lineOf(entities, id);
  if (stands(id)) return nameOf(book, id, 'full');
  return stands(heir) ? nameOf(book, heir, 'full') : `${nameOf(book, id, 'full')} trước sắp xếp`;
}

export function cellRun(
  { book }: Pick<Narrator, 'book'>,
  row: AnsweredRow,
  table: string,
  { type, choices }: TableColumnDefinition,
  value: string,
  style: DisplayOptions,
): Run {
  const ledger = recordRow(book, row, table);
  switch (type) {
    case 'number':
      return showNumber(book, ledger, exact(value), style);
    case 'date':
      return { kind: 'date', text: shortDate(value) };
    case 'choice':
      return { kind: 'name', text: choices.find(({ id }) => id === value)?.label ?? value };
    case 'code':
      return { kind: 'citation', text: value };
    case 'flag':
      return { kind: 'text', text: value === 'yes' ? 'có' : 'không' };
    case 'body':
      return { kind: 'name', text: nameOf(book, value) };
    case 'text':
      return { kind: 'quoted', text: value, ledger };
  }
}

/**
 * "Nghị định số 137/2024/NĐ-CP ngày 23/10/2024 quy định …"; the symbol names the issuer, so "của …" is left out. Laws
 * and ordinances are cited by type and name alone: "Luật Viễn thông" (Decree 30/2020/NĐ-CP, Appendix I).
 */
function documentText(narrator: Narrator, table: string, row: AnsweredRow, short: boolean): string {
  const { book, sink } = narrator;
  const { loai = '', so, ngay, 'trich-yeu': title } = row.row;
  const label =
    columnOf(narrator, table, 'loai', row.form)?.choices.find(({ id }) => id === loai)?.label ?? loai;
  const [type = label] = label.split(' của ');
  const quoted = (text: string): string =>
    sink.emit({ kind: 'quoted', text, ledger: recordRow(book, row, table) });
  if (title !== undefined && CITED_BY_NAME.includes(type)) {
    const isWhole = title.toLocaleLowerCase('vi').startsWith(`${type.toLocaleLowerCase('vi')} `);
    return isWhole ? quoted(title) : `${sink.emit({ kind: 'citation', text: type })} ${quoted(title)}`;
  }
  const cited = sink.emit({ kind: 'citation', text: so === undefined ? label : `${type} số ${so}` });
  if (short) return cited;
  const day = ngay === undefined ? '' : ` ngày ${sink.emit({ kind: 'date', text: shortDate(ngay) })}`;
  return `${cited}${day}${title === undefined ? '' : ` ${quoted(title)}`}`;
}

function countRun({ book }: Narrator, id: string, table: string, found: readonly AnsweredRow[]): Run {
  const value = exact(String(found.length));
  const inputs = found.map((row) => recordRow(book, row, table));
  book.ledger.add({
    id,
    kind: 'rows',
    formula: `số dòng của bảng ${table}`,
    inputs,
    value: canonical(value),
  });
  return showNumber(book, id, value, {});
}

/** Printed where no row matches and every body has reported. */
function nothing({ book, sink }: Narrator, table: string, where = ''): string {
  const id = book.ledger.add({
    id: `rows:${table}?${where}`,
    kind: 'rows',
    formula: `số dòng của bảng ${table}`,
    inputs: [],
    value: '0',
  });
  return sink.emit(showWords(book, [id], 'không có'));
}

/** Rows of equal rank keep the order of the roster; rows without a value stand last either way. */
export function sortedBy(list: readonly AnsweredRow[], order: string): readonly AnsweredRow[] {
  const sign = order.startsWith('-') ? -1 : 1;
  const column = order.replace(/^-/, '');
  return [...list].sort((left, right) => {
    const [one, other] = [left.row[column], right.row[column]];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return sign * compare(one, other);
  });
}

function byType(narrator: Narrator, table: string, list: readonly AnsweredRow[]): readonly AnsweredRow[] {
  const types = columnOf(narrator, table, 'loai')?.choices.map(({ id }) => id) ?? [];
  const place = ({ row }: AnsweredRow): number => types.indexOf(row['loai'] ?? '');
  return [...list].sort(
    (left, right) => place(left) - place(right) || compare(left.row['ngay'] ?? '', right.row['ngay'] ?? ''),
  );
}

/** How many documents there are in all, as the indicators named by `count` say. */
function statedCount({ book }: Narrator, options: HelperOptions): number {
  const codes = (textOption(options, 'count') ?? '').split(/\s+/).filter((code) => code !== '');
  const total = sum(codes.map((code) => book.value(book.measure(code)).value ?? ZERO));
  return Number(canonical(total));
}

function missingMark({ book, sink }: Narrator, lacking: readonly Lack[]): string {
  const waiting = lacking.filter(({ why }) => why !== 'waived');
  if (waiting.length === 0) return '';
  return ` ${sink.emit(missingRun(book, { lacking: waiting, indicator: { label: '' } }))}`;
}

/** A column as the given form defines it: forms may share the name of a table. */
export function columnOf(
  { book }: Pick<Narrator, 'book'>,
  table: string,
  column: string,
  form?: string,
): TableColumnDefinition | undefined {
  const { forms } = book.facts.definition;
  const own = forms.filter(({ id }) => id === form);
  return [...own, ...forms]
    .flatMap(({ tables }) => tables)
    .filter(({ id }) => id === table)
    .flatMap(({ columns }) => columns)
    .find(({ id }) => id === column);
}
