/** A table of a form ("<FORM>.<table>.csv"): any number of rows per body, e.g. documents and events. */
import type { FormTable, TableColumnDefinition } from '../definition.ts';
import { readNumber } from '../numbers/read-number.ts';
import type { Row } from '../submission.ts';
import { quoted, type FileProblem } from './file-problem.ts';
import { entityIndex, findEntity, type EntityIndex } from './find-entity.ts';
import { readChoice, readFlag } from './read-cell.ts';
import { DATE_EXPECTED, readDate } from './read-date.ts';
import { formBodies, inOrder, type FormContext } from './read-form.ts';
import { LONGEST_NOTE, LONGEST_TEXT, readText } from './read-text.ts';
import { refuse, type Reading } from './reading.ts';
import { readSheet, type Sheet, type SheetRow } from './sheet.ts';

/** One entry of one body, and the row where it stands. */
export interface TableRow {
  readonly entity: string;
  readonly row: number;
  readonly values: Row;
}

export type TableReading =
  | {
      readonly ok: true;
      readonly rows: readonly TableRow[];
      /** Bodies that say of a standing table that they have nothing to enter in it, and the row where they say so. */
      readonly none: readonly Omit<TableRow, 'values'>[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a table's sheet; a row without a required column is refused, since a row has no state of its own. Of a standing
 * table, where no rows are a blank, a row that says «không phát sinh» is an answer.
 */
export function readTable(
  context: FormContext & { readonly table: FormTable; readonly sheet: Sheet },
): TableReading {
  const { table, sheet } = context;
  const columns = table.columns.map(({ id, label, optional }) => ({ id, label, required: !optional }));
  const { rows, problems } = readSheet(sheet, columns, formBodies(context));
  const all = [...problems];
  const namedOn = bodiesByRoster(context);
  const none = table.standing === undefined ? [] : rows.filter((row) => saysNone(row, table));
  const entries = rows
    .filter((row) => !none.includes(row))
    .map((row) => ({
      entity: row.entity.id,
      row: row.row,
      values: valuesOf(row, table.columns, namedOn, all),
    }));
  for (const row of none)
    if (rows.some((other) => other !== row && other.entity.id === row.entity.id))
      all.push(
        row.problem(
          table.columns[0]?.id ?? '',
          quoted(NONE),
          'chỉ dòng này của đơn vị, hoặc chỉ các dòng có nội dung',
        ),
      );
  return all.length === 0
    ? { ok: true, rows: entries, none: none.map((row) => ({ entity: row.entity.id, row: row.row })) }
    : { ok: false, problems: inOrder(all) };
}

const NONE = 'không phát sinh';

/** True for a row with nothing but «không phát sinh» in the first column. */
function saysNone(row: SheetRow, { columns: [first, ...others] }: FormTable): boolean {
  const words = row
    .text(first?.id ?? '')
    .normalize('NFC')
    .trim()
    .toLocaleLowerCase('vi');
  return words.replace(/[.;]$/, '') === NONE && others.every(({ id }) => row.text(id).trim() === '');
}

export type BodiesOfRoster = (roster: string) => EntityIndex;

/** The bodies that a column may name, prepared once for all rows. */
export function bodiesByRoster({
  definition: { entities },
  members,
}: Pick<FormContext, 'definition' | 'members'>): BodiesOfRoster {
  const indexes = new Map<string, EntityIndex>();
  return (roster) => {
    const ids = new Set(members[roster]);
    const known =
      indexes.get(roster) ??
      entityIndex(
        entities.filter(({ id }) => ids.has(id)),
        entities,
        'danh sách của cột này',
      );
    indexes.set(roster, known);
    return known;
  };
}

function valuesOf(
  row: SheetRow,
  columns: readonly TableColumnDefinition[],
  namedOn: BodiesOfRoster,
  problems: FileProblem[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const column of columns.filter(({ id }) => row.has(id))) {
    const text = row.text(column.id);
    const isBlank = text.trim() === '';
    const reading =
      isBlank && !column.optional ? refuse(text, column.label) : readColumn(text, column, namedOn);
    if (!reading.ok) problems.push(row.problem(column.id, reading.found, reading.expected));
    else if (!isBlank) values[column.id] = reading.value;
  }
  return values;
}

/** What stands in one column of a row; a blank is "". */
export function readColumn(
  text: string,
  { type, choices, roster = '' }: TableColumnDefinition,
  namedOn: BodiesOfRoster,
): Reading<string> {
  if (text.trim() === '') return { ok: true, value: '' };
  if (type === 'date') {
    const day = readDate(text);
    return day === null ? refuse(text, DATE_EXPECTED) : { ok: true, value: day };
  }
  if (type === 'number') {
    const number = readNumber(text);
    return number.ok ? number : refuse(text, number.expected);
  }
  if (type === 'body') {
    const found = findEntity(namedOn(roster), text);
    return found.ok ? { ok: true, value: found.entity.id } : refuse(text, found.expected);
  }
  if (type === 'flag') return readFlag(text);
  if (type === 'choice') return readChoice(text, choices);
  return readText(text, type === 'code' ? LONGEST_NOTE : LONGEST_TEXT);
}
