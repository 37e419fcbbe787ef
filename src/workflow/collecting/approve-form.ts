/** The approver's answer to what the clerk sent: approved, it is submitted; or given back with a comment. */
import type { Knex } from 'knex';
import { readSentAttachments } from '../../db/attachments.ts';
import { nextVersion } from '../../db/drafts.ts';
import { appendApproval, type ReceiptOf } from '../../db/sendings.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import { write } from '../../db/writes.ts';
import type { Person } from '../../domain/account.ts';
import type { FormAct } from '../../domain/collecting/form-acts.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';
import { requireWords } from './require-words.ts';
import { lockOf } from './save-cells.ts';
import { submit } from './submit.ts';

/**
 * Approves the revision that the approver looked at, which submits it. Approving it again gives the same receipt.
 * @param revision number of the revision that was shown
 * What the clerk has typed since then is no part of it and stays a draft.
 * @throws WorkflowProblem "conflict" when another revision was sent since, "not-allowed".
 */
export async function approveForm(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { revision }: { readonly revision: number },
): Promise<ReceiptOf> {
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const { paper, state } = await read(trx, person, key, act.at);
    const known = state.records.find(({ number }) => number === revision);
    if (known?.receipt && known.approvedAt !== undefined) return known.receipt;
    const record = requireShown('approve', paper, state, revision);
    await appendApproval(trx, paper.key, record.id, 'approved', act);
    const attachments = (await readSentAttachments(trx, paper.key)).get(record.id) ?? [];
    const { writes, receipt } = submit(paper.key, record, attachments, act);
    return receipt(await write(trx, writes));
  });
}

/** Gives a revision back to the clerk, with what is to be done about it. */
export async function returnToClerk(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { revision, comment }: { readonly revision: number; readonly comment: string },
): Promise<void> {
  const reason = requireWords(comment, 'nội dung cần sửa');
  const act = { ...actOf({ ...workplace, actor: person.name }), reason };
  await inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const { paper, state } = await read(trx, person, key, act.at);
    const record = requireShown('return-to-clerk', paper, state, revision);
    await appendApproval(trx, paper.key, record.id, 'returned', act);
    // The form is the clerk's again: to the department it is a draft.
    await nextVersion(trx, paper.key, state.draft, record.number, act);
  });
}

async function read(
  trx: Knex.Transaction,
  person: Person,
  key: FormKey,
  at: string,
): Promise<{ readonly paper: Paper; readonly state: PaperState }> {
  requireRole(person, 'approver');
  const paper = await requirePaper(trx, person, key);
  return { paper, state: await readPaperState(trx, person, paper, at) };
}

/** The answer is bound to the revision that was looked at: nobody approves what they have not seen. */
function requireShown(act: FormAct, paper: Paper, state: PaperState, revision: number): RevisionRecord {
  const { latestRecord } = state;
  if (latestRecord?.approval === 'awaiting' && latestRecord.number !== revision)
    throw new WorkflowProblem(
      'conflict',
      `Chuyên viên đã trình bản số ${latestRecord.number} thay bản số ${revision} mà anh/chị đang xem. Đề nghị xem bản mới rồi quyết định.`,
    );
  requireAct(act, state, paper);
  if (latestRecord?.number === revision) return latestRecord;
  throw new WorkflowProblem(
    'conflict',
    `Bản số ${revision} không phải là bản đang chờ duyệt. Đề nghị tải lại trang.`,
  );
}
