/** What differs between two versions of a body's form: cell by cell, and row by row as sets of rows. */
import type { Form } from '../definition.ts';
import type { Answers, Cell, Row } from '../submission.ts';

export interface CellDifference {
  readonly field: string;
  readonly label: string;
  readonly before?: Cell;
  readonly after?: Cell;
}

export interface TableDifference {
  readonly table: string;
  readonly title: string;
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

export interface FormDifferences {
  readonly cells: readonly CellDifference[];
  readonly tables: readonly TableDifference[];
}

/** In the order of the form. A row that only moved is no difference. */
export function differencesOf(form: Form, before: Answers, after: Answers): FormDifferences {
  return {
    cells: form.sections
      .flatMap(({ fields }) => fields)
      .flatMap(({ id, label }) => {
        const [one, other] = [before.cells[id], after.cells[id]];
        if (sameCell(one, other)) return [];
        return [
          {
            field: id,
            label,
            ...(one ? { before: one } : {}),
            ...(other ? { after: other } : {}),
          },
        ];
      }),
    tables: form.tables.flatMap(({ id, title }) => {
      const [one, other] = [before.tables[id] ?? [], after.tables[id] ?? []];
      const [removed, added] = [without(one, other), without(other, one)];
      return removed.length + added.length > 0 ? [{ table: id, title, removed, added }] : [];
    }),
  };
}

/** True when two cells say the same; an answer that was carried forward is not the same as one that was typed. */
export function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  return textOf(one) === textOf(other);
}

/** True when two versions hold the same answers. */
export function sameAnswers(form: Form, one: Answers, other: Answers): boolean {
  const { cells, tables } = differencesOf(form, one, other);
  const marks = form.tables.every(
    ({ id }) => textOf(one.standingTables?.[id]) === textOf(other.standingTables?.[id]),
  );
  return cells.length === 0 && tables.length === 0 && marks;
}

/** The rows of a list that are not in another, each as often as it is missing there. */
function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(textOf(row), (left.get(textOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(textOf(row)) ?? 0;
    left.set(textOf(row), count - 1);
    return count <= 0;
  });
}

function textOf(value: object | string | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  return JSON.stringify(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );
}
