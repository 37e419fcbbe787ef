/**
 * Sends a form: to the body's approver, or to the department where the body has none. One short transaction, made once
 * for each request token however often the request comes.
 */
import type { Knex } from 'knex';
import { emptyingOf } from '../../db/drafts.ts';
import { eventsOf, type Act } from '../../db/events.ts';
import { readPaperStamp } from '../../db/paper-head.ts';
import { writeUnlessChanged } from '../../db/planned-writes.ts';
import { nextRevision, received } from '../../db/revisions.ts';
import { sendingOf } from '../../db/sendings.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import { insertOf, write, type Write, type Written } from '../../db/writes.ts';
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
  const lock = lockOf(person, key);
  const { key: paper, head } = early.paper;
  if (early.step === 'send' && early.given.size === 0) {
    const { writes, outcome } = sending(early, token, act);
    const written = await writeUnlessChanged(db, lock, paper, head.stamp, writes);
    if (written) return outcome(written);
  }
  return inPaperTransaction(db, lock, async (trx) => {
    const holds = (await readPaperStamp(trx, paper)) === head.stamp;
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
  const draft = await keepReasons(trx, paper, state, given, act);
  if (now.step === 'send') {
    const { writes, outcome } = sending({ ...now, state: { ...state, draft } }, token, act);
    return outcome(await write(trx, writes));
  }
  const version = await writeChanges(trx, paper, { ...state, draft }, changes, fields, act);
  if (now.step === 'conflict') return { outcome: 'conflict', fields, version };
  return { outcome: 'refused', check: { ...checkOf(state, now.issues), version } };
}

/** What sending writes, and what it comes to once it is written. */
interface Sending {
  readonly writes: readonly Write[];
  readonly outcome: (written: Written) => SendOutcome;
}

function sending(
  { paper, state, issues, sending: ready }: Extract<SendingPlan, { step: 'send' }>,
  token: string,
  act: Act,
): Sending {
  const { report, period, form, entity } = paper.key;
  const { answers, letter, attachments, approvalRequired } = ready;
  const after = paper.head.revision;
  const revision = nextRevision(report, { ...answers, period, form, entity, receivedAt: act.at, after });
  const { id, number, hash } = revision;
  const comesWith = { reasons: reasonsOf(issues), ...(letter ? { letter } : {}) };
  const sent = {
    revision: id,
    token,
    approvalRequired,
    attachments: attachments.map((attachment) => attachment.id),
    ...comesWith,
  };
  const writes = [
    insertOf('revisions', [revision]),
    ...sendingOf(report, period, sent, act),
    ...(state.draft ? emptyingOf(state.draft, number, act) : []),
  ];
  const came = received(report, revision);
  if (approvalRequired) {
    const event = { kind: 'form-sent', report, period, form, entity, revision: id } as const;
    return {
      writes: [...writes, eventsOf([came, event], act)],
      outcome: () => ({ outcome: 'sent', state: 'awaiting-approval', revision: number }),
    };
  }
  const submitted = submit(paper.key, { id, hash, ...comesWith }, attachments, act, [came]);
  return {
    writes: [...writes, ...submitted.writes],
    outcome: (written) => ({
      outcome: 'sent',
      state: 'submitted',
      revision: number,
      receipt: submitted.receipt(written),
    }),
  };
}

function requireToken(token: string): void {
  if (/^[\w-]{8,100}$/.test(token)) return;
  throw new WorkflowProblem('input', 'Yêu cầu gửi phiếu không hợp lệ. Đề nghị tải lại trang rồi gửi lại.');
}
