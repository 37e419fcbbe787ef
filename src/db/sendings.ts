/** Records what a body sent in its own hands: what came with the revision, the approver's answer to it, and its receipt. */
import type { Knex } from 'knex';
import type { KeptReason, Letter } from '../domain/collecting/draft.ts';
import type { PeriodId } from '../domain/period.ts';
import type { PaperKey } from './drafts.ts';
import { appendEvents, type Act } from './events.ts';
import { insertAll } from './insert.ts';

/** A reason for something unusual, as it was sent with the values. */
export interface SentReason extends KeptReason {
  readonly finding: string;
}

export interface Sending {
  /** Revision id. */
  readonly revision: string;
  readonly token: string;
  readonly approvalRequired: boolean;
  readonly letter?: Letter;
  readonly reasons: readonly SentReason[];
  /** Ids. */
  readonly attachments: readonly number[];
}

export interface ReceiptOf {
  readonly number: number;
  readonly revision: string;
  readonly hash: string;
  readonly at: string;
  /** User name. */
  readonly by: string;
}

/**
 * Records what came with a revision. Sent to the approver it waits; without one it is submitted by the same act, and
 * `appendReceipt` says so.
 * @throws DatabaseProblem "conflict" when the token was used before.
 */
export async function appendSending(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  { revision, token, approvalRequired, letter, reasons, attachments }: Sending,
  act: Act,
): Promise<void> {
  await trx('sendings').insert({
    report,
    revision,
    period,
    token,
    approval_required: approvalRequired ? 1 : 0,
    letter: letter === undefined ? null : JSON.stringify(letter),
    reasons: JSON.stringify(reasons),
    at: act.at,
    actor: act.actor,
  });
  await insertAll(
    attachments.map((attachment) => ({ report, revision, attachment })),
    (part) => trx('sending_attachments').insert(part),
  );
}

/**
 * The approver's answer to one revision; there is one at most.
 * @throws DatabaseProblem "conflict" when it was answered before.
 */
export async function appendApproval(
  trx: Knex.Transaction,
  key: PaperKey,
  revision: string,
  kind: 'approved' | 'returned',
  act: Act,
): Promise<void> {
  const { report, period, form, entity } = key;
  await trx('approvals').insert({
    report,
    revision,
    kind,
    comment: act.reason ?? null,
    at: act.at,
    actor: act.actor,
  });
  await appendEvents(
    trx,
    [
      {
        kind: kind === 'approved' ? 'form-approved' : 'form-kept',
        report,
        period,
        form,
        entity,
        revision,
      },
    ],
    act,
  );
}

/** Gives a submitted revision its receipt, numbered over all reports. */
export async function appendReceipt(
  trx: Knex.Transaction,
  report: string,
  revision: string,
  hash: string,
  act: Act,
): Promise<ReceiptOf> {
  const [added] = await trx('receipts')
    .insert({ report, revision, hash, at: act.at, actor: act.actor })
    .returning('number');
  return { number: added?.number ?? 0, revision, hash, at: act.at, by: act.actor };
}
