/** Everything that was sent in for a period, as answers by form and body: all of it, or a list of what is wrong. */
import type { Definition, Form } from '../../domain/definition.ts';
import { columnAt, quoted, type FileProblem } from '../../domain/intake/file-problem.ts';
import { readForm, type FormContext, type FormRow } from '../../domain/intake/read-form.ts';
import { readTable, type TableRow } from '../../domain/intake/read-table.ts';
import { askedFields } from '../../domain/owed.ts';
import type { PeriodId } from '../../domain/period.ts';
import type { Answers } from '../../domain/submission.ts';
import { checkAnswers, type AnswerProblem } from '../../domain/validation/check-answers.ts';
import { fileNameOf, readUpload, type UploadedSheet } from './read-upload.ts';

/** One body's answers to one form. */
export interface ReadSubmission {
  readonly form: string;
  readonly entity: string;
  readonly answers: Answers;
}

export type SubmissionsReading =
  | { readonly ok: true; readonly submissions: readonly ReadSubmission[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

interface Request {
  readonly definition: Definition;
  readonly period: PeriodId;
  /** Ids of the bodies of each roster on the period's day. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Files, or folders of files. */
  readonly paths: readonly string[];
}

/** The rows of one body, by table id. */
type RowsByTable = Readonly<Record<string, readonly TableRow[]>>;

/** A row of a table, with or without anything in it. */
type Said = Pick<TableRow, 'entity' | 'row'>;

/** Reads an upload. A form's tables come with its main sheet, which says who answered. */
export async function readSubmissions(request: Request): Promise<SubmissionsReading> {
  const { definition, period, members, paths } = request;
  const { sheets, problems } = await readUpload(definition, period, paths);
  const all = [...problems];
  const submissions = definition.forms.flatMap((form) => {
    const own = sheets.filter((uploaded) => uploaded.form === form);
    return own.length === 0 ? [] : submissionsOf({ definition, period, members, form }, own, all);
  });
  return all.length === 0 ? { ok: true, submissions } : { ok: false, problems: all };
}

function submissionsOf(
  context: FormContext,
  sheets: readonly UploadedSheet[],
  problems: FileProblem[],
): readonly ReadSubmission[] {
  const { form, definition } = context;
  const main = mainRows(context, sheets, problems);
  const tables = new Map<string, readonly TableRow[]>();
  const none = new Map<string, readonly Said[]>();
  for (const { table, sheet } of sheets) {
    if (!table) continue;
    const reading = readTable({ ...context, table, sheet });
    if (!reading.ok) append(problems, reading.problems);
    else {
      tables.set(table.id, reading.rows);
      none.set(table.id, reading.none);
      if (main) append(problems, rowsWithoutForm(sheet.file, form, [...reading.rows, ...reading.none], main));
    }
  }
  const bodies = main ?? bodiesOf([...tables.values(), ...none.values()].flat());
  const rowsOfBodies = new Map([...tables].map(([id, rows]) => [id, byBody(rows)]));
  return bodies.map(({ entity, row, cells }) => {
    const own = rowsByTable(form, rowsOfBodies, entity);
    const answers = { cells, tables: valuesByTable(own), ...noneSaid(none, entity) };
    const place = placeOf(form, sheets, row, own);
    append(problems, checkAnswers(form, definition, answers).map(place));
    return { form: form.id, entity, answers };
  });
}

/** Where the parts of a body's answers stand in the files. */
function placeOf(
  form: Form,
  sheets: readonly UploadedSheet[],
  row: number,
  own: RowsByTable,
): (problem: AnswerProblem) => FileProblem {
  return ({ field, table: id, row: entry, column, found, expected }) => {
    const table = form.tables.find((candidate) => candidate.id === id) ?? null;
    const name = column ?? field ?? '';
    const header = sheets.find((uploaded) => uploaded.table === table)?.sheet.header ?? [];
    const index = header.findIndex((title) => title.trim() === name);
    return {
      file: fileNameOf({ form, table }),
      row: own[id ?? '']?.[(entry ?? 0) - 1]?.row ?? row,
      ...(index < 0 ? {} : { column: columnAt(index, name) }),
      found: quoted(found),
      expected,
    };
  };
}

/** The rows of the main sheet; null when it could not be read, or when the form consists of tables only. */
function mainRows(
  context: FormContext,
  sheets: readonly UploadedSheet[],
  problems: FileProblem[],
): readonly FormRow[] | null {
  const { form, definition, period } = context;
  const main = sheets.find(({ table }) => table === null);
  if (main) {
    const reading = readForm({ ...context, sheet: main.sheet });
    if (!reading.ok) append(problems, reading.problems);
    else if (reading.rows.length > 0) return reading.rows;
    // Silence of a body is no row at all, so a file without rows is a mistake of whoever sent it.
    else
      problems.push({
        file: main.sheet.file,
        found: 'dòng tiêu đề mà không có dòng số liệu nào',
        expected: 'ít nhất một dòng của một đơn vị; đơn vị không gửi thì không cần tệp',
      });
    return null;
  }
  if (askedFields(form, definition, period).length > 0 && !isNamed(problems, form))
    problems.push({
      file: sheets[0]?.sheet.file ?? '',
      found: 'bảng kèm theo mà không có tệp chính của biểu',
      expected: `gửi cùng tệp ${fileNameOf({ form, table: null })}`,
    });
  return null;
}

/** True when the main file was sent, but could not be read at all. */
function isNamed(problems: readonly FileProblem[], form: Form): boolean {
  return problems.some(({ file }) => file === fileNameOf({ form, table: null }));
}

function rowsWithoutForm(
  file: string,
  form: Form,
  rows: readonly Said[],
  main: readonly FormRow[],
): readonly FileProblem[] {
  const answered = new Set(main.map(({ entity }) => entity));
  return rows
    .filter(({ entity }) => !answered.has(entity))
    .map(({ entity, row }) => ({
      file,
      row,
      found: `dòng của ${quoted(entity)}`,
      expected: `đơn vị có dòng trong ${fileNameOf({ form, table: null })}`,
    }));
}

/** Standing tables of which the body says that there is nothing to enter. */
function noneSaid(
  none: ReadonlyMap<string, readonly Said[]>,
  entity: string,
): Pick<Answers, 'standingTables'> {
  const said = [...none].filter(([, rows]) => rows.some((row) => row.entity === entity));
  if (said.length === 0) return {};
  return { standingTables: Object.fromEntries(said.map(([id]) => [id, 'none' as const])) };
}

function bodiesOf(rows: readonly Said[]): readonly FormRow[] {
  const first = new Map<string, FormRow>();
  for (const { entity, row } of rows) if (!first.has(entity)) first.set(entity, { entity, row, cells: {} });
  return [...first.values()];
}

function rowsByTable(
  form: Form,
  tables: ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>,
  entity: string,
): RowsByTable {
  return Object.fromEntries(form.tables.map(({ id }) => [id, tables.get(id)?.get(entity) ?? []]));
}

function byBody(rows: readonly TableRow[]): ReadonlyMap<string, readonly TableRow[]> {
  const bodies = new Map<string, TableRow[]>();
  for (const row of rows) {
    const known = bodies.get(row.entity);
    if (known) known.push(row);
    else bodies.set(row.entity, [row]);
  }
  return bodies;
}

function valuesByTable(rows: RowsByTable): Answers['tables'] {
  return Object.fromEntries(Object.entries(rows).map(([id, own]) => [id, own.map(({ values }) => values)]));
}

/** One by one: a file of nonsense has more problems than a call has room for arguments. */
function append(problems: FileProblem[], more: readonly FileProblem[]): void {
  for (const problem of more) problems.push(problem);
}
