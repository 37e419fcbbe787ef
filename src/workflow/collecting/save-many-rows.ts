/** Adds, changes and takes out many rows of a table in one act, as a workbook or a pasted block brings them. */
import type { Person } from '../../domain/account.ts';
import type { KeptRow } from '../../domain/collecting/draft.ts';
import { isBlankRow, type RowTexts } from '../../domain/collecting/read-row.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { inTable } from './change-table.ts';
import { MOST_ROWS, requireColumns, sameTexts } from './save-rows.ts';

export type RowEdit =
  | { readonly kind: 'add'; readonly texts: RowTexts }
  | { readonly kind: 'change'; readonly row: string; readonly texts: RowTexts; readonly seen: number }
  | { readonly kind: 'remove'; readonly row: string; readonly seen: number }
  /** Of a standing table, after its rows were taken out: there is nothing to enter. */
  | { readonly kind: 'none' };

/**
 * Makes the edits in their order, each as if it stood alone: one that has not seen the latest version of its row is left out.
 * @returns how many were left out
 * @throws WorkflowProblem "input" (too many rows, too long), "field-unknown", "not-allowed", and as `requirePaper`.
 */
export async function saveManyRows(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  table: string,
  edits: readonly RowEdit[],
): Promise<number> {
  let conflicts = 0;
  await inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    const rows = new Map(kept.rows.map((row) => [row.id, row]));
    let mark: 'none' | undefined;
    let isChanged = false;
    const put = (row: KeptRow): void => {
      rows.set(row.id, row);
      isChanged = true;
    };
    for (const [index, edit] of edits.entries()) {
      if (edit.kind === 'none') {
        const isEmpty = [...rows.values()].every(({ removed, texts }) => removed || isBlankRow(texts));
        if (definition.standing === undefined || !isEmpty) conflicts += 1;
        else {
          mark = 'none';
          isChanged ||= kept.mark !== 'none';
        }
        continue;
      }
      if (edit.kind !== 'remove') requireColumns(definition, edit.texts);
      if (edit.kind === 'add') {
        put({ id: `n${stamp.version}-${index + 1}`, texts: edit.texts, removed: false, ...stamp });
        continue;
      }
      const row = rows.get(edit.row);
      const isDone = row?.removed
        ? edit.kind === 'remove'
        : edit.kind === 'change' && sameTexts(row?.texts ?? {}, edit.texts);
      if (row && isDone) continue;
      if (!row || row.removed || row.version !== edit.seen) conflicts += 1;
      else if (edit.kind === 'remove') put({ ...row, removed: true, ...stamp });
      else put({ ...row, texts: edit.texts, ...stamp });
    }
    if (!isChanged) return { unchanged: null };
    if ([...rows.values()].filter(({ removed }) => !removed).length > MOST_ROWS)
      throw new WorkflowProblem(
        'input',
        `Bảng “${definition.title}” sẽ có hơn ${MOST_ROWS} dòng, là số dòng nhiều nhất của một bảng. Chưa dòng nào được nhận.`,
      );
    return { rows: [...rows.values()], about: null, mark };
  });
  return conflicts;
}
