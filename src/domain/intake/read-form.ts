/** The main sheet of a form ("<FORM>.csv"): a row per body, turned into cells. */
import type { Definition, Field, Form } from '../definition.ts';
import type { Entity } from '../entity.ts';
import { askedFields } from '../owed.ts';
import type { PeriodId } from '../period.ts';
import type { Cell } from '../submission.ts';
import { addCompanions, COMPANIONS } from './companions.ts';
import { quoted, type FileProblem } from './file-problem.ts';
import { entityIndex, type EntityIndex } from './find-entity.ts';
import { readCell } from './read-cell.ts';
import { readSheet, repeatedBodies, type KnownColumn, type Sheet, type SheetRow } from './sheet.ts';

/** What a form is read against. */
export interface FormContext {
  readonly definition: Definition;
  readonly period: PeriodId;
  readonly form: Form;
  /** Ids of the bodies of each roster on the period's day. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/** What one body answered, and the row where it stands. */
export interface FormRow {
  readonly entity: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

export type FormReading =
  | { readonly ok: true; readonly rows: readonly FormRow[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads a form's sheet. A blank is no cell: what is missing is reported with the submission, not refused here. All
 * problems are returned: columns wrong, missing, unknown or doubled, ragged rows, bodies unknown, not asked or doubled,
 * and answers that are not what the field asks.
 */
export function readForm(context: FormContext & { readonly sheet: Sheet }): FormReading {
  const { definition, period, form, sheet } = context;
  const asked = askedFields(form, definition, period);
  const { rows, problems } = readSheet(sheet, columnsOf(form, asked, definition), formBodies(context));
  const all = [...problems, ...repeatedBodies(rows), ...answersNotAsked(rows, form, asked, sheet)];
  const answers = rows.map((row) => ({
    entity: row.entity.id,
    row: row.row,
    cells: cellsOf(row, asked, definition, all),
  }));
  return all.length === 0 ? { ok: true, rows: answers } : { ok: false, problems: inOrder(all) };
}

/** The bodies that owe the form, for looking up names. */
export function formBodies({ definition, form, members }: FormContext): EntityIndex {
  const ids = new Set(form.body === undefined ? members[form.roster ?? ''] : [form.body]);
  return entityIndex(
    definition.entities.filter(({ id }: Entity) => ids.has(id)),
    definition.entities,
  );
}

/** By row, then by column; what concerns the whole file first. */
export function inOrder(problems: readonly FileProblem[]): readonly FileProblem[] {
  return problems.toSorted(
    (a, b) =>
      (a.row ?? 0) - (b.row ?? 0) ||
      (columnOrder(a) < columnOrder(b) ? -1 : Number(columnOrder(a) > columnOrder(b))),
  );
}

function columnOrder({ column }: FileProblem): string {
  return (column?.letter ?? '').padStart(4);
}

/** A column whose answers stand may be left out: they are confirmed, not typed. */
function columnsOf(form: Form, asked: readonly Field[], { indicators }: Definition): readonly KnownColumn[] {
  const stands = ({ indicator }: Field): boolean => indicators[indicator ?? '']?.standing !== undefined;
  const required = new Set(asked.filter((field) => !field.optional && !stands(field)));
  return form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) => [
      { id: field.id, label: field.label, required: required.has(field) },
      ...COMPANIONS.map(({ suffix, label }) => ({
        id: `${field.id}.${suffix}`,
        label: `${label} của ${field.label}`,
        required: false,
      })),
    ]);
}

function cellsOf(
  row: SheetRow,
  asked: readonly Field[],
  { indicators }: Definition,
  problems: FileProblem[],
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const field of asked) {
    const indicator = indicators[field.indicator ?? field.control?.indicator ?? ''];
    if (!indicator) continue;
    const reading = readCell(row.text(field.id), field, indicator);
    if (!reading.ok) {
      problems.push(row.problem(field.id, reading.found, reading.expected));
      continue;
    }
    const cell = addCompanions(reading.value, field, row, problems);
    if (cell) cells[field.id] = cell;
  }
  return cells;
}

/** A column of a field that this period does not ask may stand there, but must be blank. */
function answersNotAsked(
  rows: readonly SheetRow[],
  form: Form,
  asked: readonly Field[],
  { header }: Sheet,
): readonly FileProblem[] {
  const others = form.sections.flatMap(({ fields }) => fields).filter((field) => !asked.includes(field));
  return others.flatMap(({ id }) => {
    const filled = header.includes(id) ? rows.find(({ text }) => text(id).trim() !== '') : undefined;
    return filled
      ? [filled.problem(id, quoted(filled.text(id)), 'để trống cả cột: chỉ tiêu này không thu trong kỳ')]
      : [];
  });
}
