/** A body asks to have back what the department already has, and says why. */
import { appendReopening } from '../../db/reopenings.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { requireWords } from './require-words.ts';
import { lockOf } from './save-cells.ts';

/** Nothing changes until the department answers. @throws WorkflowProblem "reason-missing", "not-allowed". */
export async function askReopening(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { reason }: { readonly reason: string },
): Promise<void> {
  requireRole(person, 'clerk', 'approver');
  const act = {
    ...actOf({ ...workplace, actor: person.name }),
    reason: requireWords(reason, 'lý do đề nghị mở lại'),
  };
  await inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('ask-reopening', state, paper);
    if (!state.latestRecord) throw new WorkflowProblem('submission-unknown', 'Chưa có phiếu nào để mở lại.');
    await appendReopening(trx, paper.key, state.latestRecord.id, 'asked', act);
  });
}
