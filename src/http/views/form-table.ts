/** A table of a form as its page shows it: rows to fill in, in order, and an empty one at the end to begin the next. */
import type { DraftRow } from '../../domain/collecting/draft.ts';
import { shortDate } from '../../domain/dates.ts';
import type { DeskColumn, DeskTable } from '../../workflow/collecting/form-desk.ts';
import { rowInWords } from './answer-words.ts';
import type { FieldContext, Option } from './form-field.ts';
import { FLAG_CHOICES, shownTexts } from './form-shown.ts';
import { rowTextsInWords } from './row-words.ts';
import { rowProblemView, savedInWords, type ProblemView } from './form-words.ts';

export interface ColumnView {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly optional: boolean;
  readonly type: DeskColumn['type'];
}

interface CellView {
  readonly column: string;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type: DeskColumn['type'];
  readonly isChoice: boolean;
  readonly isLong: boolean;
  readonly isNumber: boolean;
  readonly isDate: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly problem: ProblemView | null;
}

export interface RowConflictView {
  readonly mine: string;
  /** Null: the other took the row out. */
  readonly theirs: string;
  readonly by: string;
  readonly version: number;
}

export interface RowView {
  readonly id: string;
  readonly table: string;
  readonly number: string;
  /** Columns of the table, with the number and the buttons. */
  readonly span: number;
  readonly isNew: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly cells: readonly CellView[];
  readonly invalid: boolean;
  readonly by: string | null;
  readonly conflict: RowConflictView | null;
}

export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** For scripts to make rows from. */
  readonly blank: RowView;
  /** Rows that were taken out, to be put back. */
  readonly removed: readonly { readonly id: string; readonly words: string }[];
  /** One was taken out just now. */
  readonly isRemoving: boolean;
  readonly standing: boolean;
  readonly isNone: boolean;
  readonly version: number;
  readonly carried: string | null;
  readonly offer: string | null;
  readonly previous: readonly (readonly string[])[];
  readonly previousName: string;
  readonly count: number;
}

/** Rows that were typed and not saved: those that are known by their id, and new ones. */
export interface TypedRows {
  readonly rows: ReadonlyMap<string, TypedRow>;
  readonly added: readonly Readonly<Record<string, string>>[];
}

export interface TypedRow {
  readonly texts: Readonly<Record<string, string>>;
  readonly conflict?: RowConflictView;
}

/** Id of the empty row at the end; more of them are numbered. */
export const NEW_ROW = 'moi';

/** @param removing id of the table of which a row was taken out just now */
export function tableView(
  table: DeskTable,
  typed: TypedRows | undefined,
  context: FieldContext,
  removing?: string,
): TableView {
  const { id, title, columns, rows, mark, offer } = table;
  const known = rows.map((row, index) =>
    rowView(table, row, typed?.rows.get(row.id), context, { index, last: rows.length - 1 }),
  );
  const added = [...(typed?.added ?? []), {}].map((texts, index) =>
    newRow(table, texts, index === 0 ? NEW_ROW : `${NEW_ROW}${index + 1}`),
  );
  const written = rows.filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ''));
  return {
    id,
    title,
    columns: columns.map(({ id: column, label, unit, optional, type }) => ({
      id: column,
      label,
      unit: unit ?? '',
      optional,
      type,
    })),
    rows: [...known, ...added],
    blank: newRow(table, {}, '__'),
    removed: table.removed.map((row) => ({ id: row.id, words: rowTextsInWords(row.texts, columns) })),
    isRemoving: removing === id,
    standing: table.standing,
    isNone: mark === 'none',
    version: table.version,
    carried: mark === undefined || mark === 'none' ? null : `Giữ nguyên bảng ngày ${shortDate(mark.asOf)}`,
    offer: offer ? `${offer.rows.length} dòng của ngày ${shortDate(offer.carried.asOf)}` : null,
    previous: table.previous.map((row) => rowInWords(row, columns)),
    previousName: `Bảng của kỳ trước (${context.shortNames.previous})`,
    count: written.length,
  };
}

function rowView(
  table: DeskTable,
  row: DraftRow,
  typed: TypedRow | undefined,
  { person, now }: FieldContext,
  { index, last }: { readonly index: number; readonly last: number },
): RowView {
  const problems = typed ? [] : row.problems.map(rowProblemView);
  return {
    ...partsOfRow(table, typed?.texts ?? shownTexts(row.texts, table.columns), row.id, problems),
    number: String(index + 1),
    isNew: false,
    isFirst: index === 0,
    isLast: index === last,
    by: savedInWords(row.saved, person, now),
    conflict: typed?.conflict ?? null,
    invalid: problems.length > 0 || typed?.conflict !== undefined,
  };
}

function newRow(table: DeskTable, texts: Readonly<Record<string, string>>, id: string): RowView {
  return {
    ...partsOfRow(table, texts, id, []),
    number: '',
    isNew: true,
    isFirst: false,
    isLast: false,
    by: null,
    conflict: null,
    invalid: false,
  };
}

function partsOfRow(
  { id: table, columns }: DeskTable,
  texts: Readonly<Record<string, string>>,
  row: string,
  problems: readonly ProblemView[],
): Pick<RowView, 'id' | 'table' | 'cells' | 'span'> {
  return {
    id: row,
    table,
    span: columns.length + 2,
    cells: columns.map((column) => ({
      column: column.id,
      id: `d-${table}-${row}-${column.id}`,
      name: `d.${table}.${row}.${column.id}`,
      label: column.unit === undefined ? column.label : `${column.label} (${column.unit})`,
      type: column.type,
      isChoice: column.type === 'choice' || column.type === 'flag' || column.type === 'body',
      isLong: column.type === 'text',
      isNumber: column.type === 'number',
      isDate: column.type === 'date',
      value: texts[column.id] ?? '',
      options: optionsOf(column, texts[column.id] ?? ''),
      problem: problems.find(({ part }) => part === column.id) ?? null,
    })),
  };
}

function optionsOf({ type, choices }: DeskColumn, typed: string): readonly Option[] {
  const known = type === 'flag' ? FLAG_CHOICES : choices;
  const unread = typed === '' || known.some(({ id }) => id === typed) ? [] : [{ id: typed, label: typed }];
  return [{ id: '', label: '– chọn –' }, ...known, ...unread].map(({ id, label }) => ({
    value: id,
    text: label,
    selected: id === typed,
  }));
}
