/** What the compiling department does to a body's paper: accept, return, waive, answer a wish to have it back. */
import type { Knex } from 'knex';
import { acceptRevisions, returnRevisions } from '../../db/decisions.ts';
import { appendReopening } from '../../db/reopenings.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { FormAct } from '../../domain/collecting/form-acts.ts';
import { figuresOf } from '../../domain/figures.ts';
import type { Revision } from '../../domain/submission.ts';
import { waive } from '../desk.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { requireWords } from './require-words.ts';

/** Accepts the revision that was looked at: from now on its figures count. */
export async function acceptForm(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { revision }: { readonly revision: number },
): Promise<void> {
  const act = actOf({ ...workplace, actor: person.name });
  await inTransaction(workplace.db, async (trx) => {
    const { paper, received } = await requireReceived(trx, person, key, 'accept', act.at, revision);
    const figures = figuresOf(received, paper.form, paper.pinned.definition.indicators);
    await acceptRevisions(trx, key.report, [{ revision: received.id, figures }], act);
  });
}

/** Sends the revision that was looked at back to its body, with a comment. */
export async function returnForm(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<void> {
  const act = {
    ...actOf({ ...workplace, actor: person.name }),
    reason: requireWords(reason, 'lý do trả lại'),
  };
  await inTransaction(workplace.db, async (trx) => {
    const { received } = await requireReceived(trx, person, key, 'return', act.at, revision);
    await returnRevisions(trx, key.report, [received.id], act);
  });
}

/** Records that the body need not send this form in this period. */
export async function waiveForm(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { reason }: { readonly reason: string },
): Promise<void> {
  requireRole(person, 'compiler');
  const words = requireWords(reason, 'lý do miễn nộp');
  const own = { ...workplace, actor: person.name };
  await inTransaction(workplace.db, async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, workplace.now());
    requireAct('waive', state, paper);
    const { report, period, form, entity } = paper.key;
    await waive({ ...own, db: trx }, report, period, entity, { reason: words, form });
  });
}

/** Answers a body's wish: granted, the paper goes back to it with the reason; refused, it stays where it is. */
export async function answerReopening(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { grant, reason }: { readonly grant: boolean; readonly reason: string },
): Promise<void> {
  const act = { ...actOf({ ...workplace, actor: person.name }), reason: requireWords(reason, 'lý do') };
  await inTransaction(workplace.db, async (trx) => {
    const { paper, received } = await requireReceived(trx, person, key, 'answer-reopening', act.at);
    await appendReopening(trx, paper.key, received.id, grant ? 'granted' : 'refused', act);
    if (grant) await returnRevisions(trx, key.report, [received.id], act);
  });
}

/**
 * The revision that the department has, if it is the one that was looked at and the act may be done to it.
 * @param revision number that was shown; absent: whichever it is
 */
async function requireReceived(
  trx: Knex.Transaction,
  person: Person,
  key: FormKey,
  act: FormAct,
  at: string,
  revision?: number,
): Promise<{ readonly paper: Paper; readonly received: Revision; readonly record: RevisionRecord }> {
  requireRole(person, 'compiler');
  const paper = await requirePaper(trx, person, key);
  const state = await readPaperState(trx, person, paper, at);
  requireAct(act, state, paper);
  const { latest, latestRecord } = state;
  if (!latest || !latestRecord)
    throw new WorkflowProblem('submission-unknown', `${paper.entity.name} chưa nộp biểu ${paper.form.id}.`);
  if (revision !== undefined && revision !== latest.number)
    throw new WorkflowProblem(
      'conflict',
      `Đơn vị đã gửi bản số ${latest.number} thay bản số ${revision} mà anh/chị đang xem. Đề nghị xem bản mới rồi quyết định.`,
    );
  return { paper, received: latest, record: latestRecord };
}
