/** Puts the rows of a table in another order, and puts one back that was taken out. */
import type { Person } from '../../domain/account.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { inserted, MOST_ROWS, rowNamed } from './save-rows.ts';
import { inTable, type RowOutcome } from './change-table.ts';

/**
 * Puts a row before another one, or at the end. What others changed in the row stays: only its place is new.
 * @param seen ids of the table's rows in the order that the person saw; when others changed that order nothing is moved
 */
export async function moveRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  {
    table,
    row: id,
    before,
    seen,
  }: {
    readonly table: string;
    readonly row: string;
    readonly before: string | null;
    readonly seen?: readonly string[];
  },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }) => {
    const row = rowNamed(kept, id, definition);
    if (row.removed) return { conflict: row, mine: null };
    if (before === id) return { unchanged: id };
    const now = kept.rows.filter(({ removed }) => !removed).map((one) => one.id);
    if (seen && !sameOrder(seen, now)) return { reordered: true };
    const others = kept.rows.filter((one) => one !== row);
    return { rows: inserted(others, row, before, definition), about: id, keepMark: true };
  });
}

/** Puts a row back where it stood. It is known until the draft is sent. */
export async function restoreRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { table, row: id }: { readonly table: string; readonly row: string },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    const row = rowNamed(kept, id, definition);
    if (!row.removed) return { unchanged: id };
    if (kept.rows.filter(({ removed }) => !removed).length >= MOST_ROWS)
      throw new WorkflowProblem(
        'input',
        `Bảng “${definition.title}” đã có ${MOST_ROWS} dòng, là số dòng nhiều nhất của một bảng.`,
      );
    const rows = kept.rows.map((one) => (one === row ? { ...row, removed: false, ...stamp } : one));
    return { rows, about: id };
  });
}

/** Rows that only one side knows were added or taken out, which changes no order. */
function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [one.filter((id) => other.includes(id)), other.filter((id) => one.includes(id))];
  return first.every((id, index) => id === second[index]);
}
