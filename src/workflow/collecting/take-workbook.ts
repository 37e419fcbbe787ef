/** Takes what a previewed workbook changes into the draft: all of it in one act, but never over what others saved since. */
import { inPaperTransaction } from '../../db/transaction.ts';
import { deletePreview, readPreview } from '../../db/workbook-previews.ts';
import type { Person } from '../../domain/account.ts';
import type { RowChange } from '../../domain/collecting/workbook/preview.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole } from './paper.ts';
import { keptSince } from './preview-upload.ts';
import { lockOf, saveCells } from './save-cells.ts';
import { saveManyRows } from './save-many-rows.ts';

export interface TakenWorkbook {
  /** Fields and rows that are as in the file now. */
  readonly taken: number;
  /** Labels of the fields, and titles of the tables, where someone saved something else since the preview: theirs stays. */
  readonly conflicts: readonly string[];
}

/**
 * Takes the changes of a preview. A second yes finds nothing to take.
 * @throws WorkflowProblem "nothing-to-do" when the preview was taken, replaced or forgotten; as `saveCells` and `saveManyRows`.
 */
export async function takeWorkbook(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  token: string,
): Promise<TakenWorkbook> {
  requireRole(person, 'clerk');
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const within: Workplace = { ...workplace, db: trx };
    const paper = await requirePaper(trx, person, key);
    const { at } = actOf(workplace);
    const preview = await readPreview(trx, paper.key, token, person.name, keptSince(at));
    if (!preview)
      throw new WorkflowProblem(
        'nothing-to-do',
        'Bản xem trước này đã được nhận, đã được thay bằng tệp khác, hoặc đã quá một ngày. Nếu cần, đề nghị tải tệp lên lại.',
      );
    await deletePreview(trx, token);
    const conflicts: string[] = [];
    if (preview.fields.length > 0) {
      const { fields } = await saveCells(within, person, key, preview.fields);
      const labels = new Map(preview.fields.map(({ field, label }) => [field, label]));
      for (const { field, outcome } of fields)
        if (outcome === 'conflict') conflicts.push(labels.get(field) ?? field);
    }
    for (const [table, changes] of byTable(preview.rows)) {
      const left = await saveManyRows(within, person, key, table, changes);
      conflicts.push(...Array.from({ length: left }, () => changes[0]?.title ?? table));
    }
    return { taken: preview.fields.length + preview.rows.length - conflicts.length, conflicts };
  });
}

/** The changes of each table, in their order. */
function byTable(rows: readonly RowChange[]): ReadonlyMap<string, readonly RowChange[]> {
  const tables = new Map<string, RowChange[]>();
  for (const change of rows) tables.set(change.table, [...(tables.get(change.table) ?? []), change]);
  return tables;
}
