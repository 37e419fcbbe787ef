/** Records what a body sent in its own hands: what came with the revision, the approver's answer to it, and its receipt. */
import type { Knex } from 'knex';
import type { KeptReason, Letter } from '../domain/collecting/draft.ts';
import type { PeriodId } from '../domain/period.ts';
import type { PaperKey } from './drafts.ts';
import { appendEvents, type Act } from './events.ts';
import { insertOf, type Write } from './writes.ts';

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
 * Records what came with a revision. Sent to the approver it waits; without one it is submitted by the same act, and its
 * receipt says so. There is a "conflict" where the token was used before.
 */
export function sendingOf(
  report: string,
  period: PeriodId,
  { revision, token, approvalRequired, letter, reasons, attachments }: Sending,
  act: Act,
): readonly Write[] {
  const sending = {
    report,
    revision,
    period,
    token,
    approval_required: approvalRequired ? 1 : 0,
    letter: letter === undefined ? null : JSON.stringify(letter),
    reasons: JSON.stringify(reasons),
    at: act.at,
    actor: act.actor,
  } as const;
  return [
    insertOf('sendings', [sending]),
    insertOf(
      'sending_attachments',
      attachments.map((attachment) => ({ report, revision, attachment })),
    ),
  ];
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

/** The receipt of a submitted revision, numbered over all reports: its number is that of the writes. */
export function receiptOf(report: string, revision: string, hash: string, act: Act): Write {
  return insertOf('receipts', [{ report, revision, hash, at: act.at, actor: act.actor }], {
    counted: 'number',
  });
}
