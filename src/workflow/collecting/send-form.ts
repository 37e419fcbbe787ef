/**
 * Sends a form: to the body's approver, or to the department where the body has none. One short transaction, made once
 * for each request token however often the request comes.
 */
import type { Knex } from 'knex';
import { emptyDraft } from '../../db/drafts.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { readPaperStamp } from '../../db/paper-head.ts';
import { insertNextRevision, received } from '../../db/revisions.ts';
import { appendSending } from '../../db/sendings.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { checkOf } from './check-form.ts';
import type { FormKey } from './form-desk.ts';
import { requireRole } from './paper.ts';
import {
  planAhead,
  planSending,
  type SendingPlan,
  type SendOptions,
  type SendOutcome,
} from './plan-sending.ts';
import { lockOf, writeChanges } from './save-cells.ts';
import { keepReasons, reasonsOf } from './sending-reasons.ts';
import { submit } from './submit.ts';

/**
 * @throws WorkflowProblem "conflict" when the draft was changed since it was seen, or a revision came otherwise;
 * "nothing-to-do" when it is what was sent before; "not-allowed"; "input" for a token of another form.
 */
export async function sendForm(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { token, seen, changes = [], reasons = [] }: SendOptions,
): Promise<SendOutcome> {
  requireRole(person, 'clerk');
  requireToken(token);
  const act = actOf({ ...workplace, actor: person.name });
  const options = { token, seen, changes, reasons };
  const { db } = workplace;
  // Read and checked before anyone is kept waiting; under the lock it is only asked whether that still holds.
  const early = await planAhead(db, person, key, options, act.at);
  if (early.step === 'sent') return early.outcome;
  return inPaperTransaction(db, lockOf(person, key), async (trx) => {
    const holds = (await readPaperStamp(trx, early.paper.key)) === early.paper.head.stamp;
    const now = holds ? early : await planSending(trx, person, key, options, act.at);
    return now.step === 'sent' ? now.outcome : carryOut(trx, now, options, act);
  });
}

async function carryOut(
  trx: Knex.Transaction,
  now: Exclude<SendingPlan, { step: 'sent' }>,
  { token, changes }: Required<SendOptions>,
  act: Act,
): Promise<SendOutcome> {
  const { paper, state, fields, given } = now;
  if (now.step === 'send') {
    const draft = await keepReasons(trx, paper, state, given, act);
    return send(trx, { ...now, state: { ...state, draft } }, token, act);
  }
  const draft = await keepReasons(trx, paper, state, given, act);
  const version = await writeChanges(trx, paper, { ...state, draft }, changes, fields, act);
  if (now.step === 'conflict') return { outcome: 'conflict', fields, version };
  return { outcome: 'refused', check: { ...checkOf(state, now.issues), version } };
}

async function send(
  trx: Knex.Transaction,
  { paper, state, issues, sending }: Extract<SendingPlan, { step: 'send' }>,
  token: string,
  act: Act,
): Promise<SendOutcome> {
  const { report, period, form, entity } = paper.key;
  const { answers, letter, attachments, approvalRequired } = sending;
  const after = paper.head.revision;
  const revision = await insertNextRevision(trx, report, {
    ...answers,
    period,
    form,
    entity,
    receivedAt: act.at,
    after,
  });
  const sent = {
    id: revision.id,
    hash: revision.hash,
    reasons: reasonsOf(issues),
    ...(letter ? { letter } : {}),
  };
  await appendSending(
    trx,
    report,
    period,
    {
      revision: revision.id,
      token,
      approvalRequired,
      ...(letter ? { letter } : {}),
      reasons: sent.reasons,
      attachments: attachments.map(({ id }) => id),
    },
    act,
  );
  if (state.draft) await emptyDraft(trx, state.draft, revision.number, act);
  const came = received(report, revision);
  if (approvalRequired) {
    await appendEvents(
      trx,
      [came, { kind: 'form-sent', report, period, form, entity, revision: revision.id }],
      act,
    );
    return { outcome: 'sent', state: 'awaiting-approval', revision: revision.number };
  }
  const receipt = await submit(trx, paper.key, sent, attachments, act, [came]);
  return { outcome: 'sent', state: 'submitted', revision: revision.number, receipt };
}

function requireToken(token: string): void {
  if (/^[\w-]{8,100}$/.test(token)) return;
  throw new WorkflowProblem('input', 'Yêu cầu gửi phiếu không hợp lệ. Đề nghị tải lại trang rồi gửi lại.');
}
