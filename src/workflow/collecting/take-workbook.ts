/** Takes what a previewed workbook changes into the draft: all of it in one act, but never over what others saved since. */
import { inPaperTransaction } from '../../db/transaction.ts';
import { deletePreview, readPreview } from '../../db/workbook-previews.ts';
import type { Person } from '../../domain/account.ts';
import type { RowChange } from '../../domain/collecting/workbook/preview.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper } from './paper.ts';
import { keptSince } from './preview-upload.ts';
import { lockOf, saveCells } from './save-cells.ts';
import { addRow, markNone, removeRow, saveRow, type RowOutcome } from './save-rows.ts';

export interface TakenWorkbook {
  /** Fields and rows that are as in the file now. */
  readonly taken: number;
  /** Labels of the fields, and titles of the tables, where someone saved something else since the preview: theirs stays. */
  readonly conflicts: readonly string[];
}

/**
 * Takes the changes of a preview. A second yes finds nothing to take.
 * @throws WorkflowProblem "nothing-to-do" when the preview was taken, replaced or forgotten; as `saveCells` and `addRow`.
 */
export async function takeWorkbook(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  token: string,
): Promise<TakenWorkbook> {
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
    for (const change of preview.rows) {
      const { outcome } = await takeRow(within, person, key, change);
      if (outcome === 'conflict') conflicts.push(change.title);
    }
    return { taken: preview.fields.length + preview.rows.length - conflicts.length, conflicts };
  });
}

function takeRow(workplace: Workplace, person: Person, key: FormKey, change: RowChange): Promise<RowOutcome> {
  const { table } = change;
  switch (change.kind) {
    case 'add':
      return addRow(workplace, person, key, { table, texts: change.texts });
    case 'change':
      return saveRow(workplace, person, key, {
        table,
        row: change.row,
        texts: change.texts,
        seen: change.seen,
      });
    case 'remove':
      return removeRow(workplace, person, key, { table, row: change.row, seen: change.seen });
    case 'none':
      return markNone(workplace, person, key, { table, none: true });
  }
}
