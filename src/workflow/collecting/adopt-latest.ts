/** A revision came by another way while a draft was being filled in: the body decides what to go on with. */
import { emptyingOf, rebaseDraft } from '../../db/drafts.ts';
import { appendEvents } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import { write } from '../../db/writes.ts';
import type { Person } from '../../domain/account.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

/**
 * Lays the draft over the latest revision: what was typed and not sent is kept where it was typed, or given up.
 * @throws WorkflowProblem "nothing-to-do" when the draft is upon the latest revision.
 */
export async function adoptLatest(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { keepMine }: { readonly keepMine: boolean },
): Promise<void> {
  requireRole(person, 'clerk');
  const act = actOf({ ...workplace, actor: person.name });
  await inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    const { draft, latest } = state;
    if (!draft?.unsent || !latest || draft.base === latest.number)
      throw new WorkflowProblem('nothing-to-do', 'Phiếu đang nhập đã dựa trên bản mới nhất.');
    if (keepMine) requireAct('edit', state, paper);
    if (keepMine) await rebaseDraft(trx, draft.id, latest.number);
    else await write(trx, emptyingOf(draft, latest.number, act));
    const { report, period, form, entity } = paper.key;
    const details = { base: latest.number, kept: keepMine ? 1 : 0 };
    await appendEvents(trx, [{ kind: 'draft-rebased', report, period, form, entity, details }], act);
  });
}
