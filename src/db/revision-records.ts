/** Revisions with all that was decided about them: by their approver, by the department, and the receipt. */
import type { Knex } from 'knex';
import type { Letter } from '../domain/collecting/draft.ts';
import type { RevisionStanding } from '../domain/collecting/form-standing.ts';
import type { PeriodId } from '../domain/period.ts';
import type { PaperKey } from './drafts.ts';
import { latestDecision } from './latest-decisions.ts';
import type { ReceiptOf, SentReason } from './sendings.ts';
import type { DecisionRow } from './tables.ts';

/** A revision with all that was decided about it, without its answers. */
export interface RevisionRecord extends RevisionStanding {
  readonly id: string;
  readonly form: string;
  readonly entity: string;
  readonly hash: string;
  readonly sentAt: string;
  readonly sentBy: string;
  readonly approvedAt?: string;
  readonly approvedBy?: string;
  readonly letter?: Letter;
  readonly reasons: readonly SentReason[];
  /** What every try of the act that sent it says. */
  readonly token?: string;
  readonly receipt?: ReceiptOf;
}

/** The revisions of a form, oldest first; of all forms of a body when none is named; of all bodies when none is. */
export async function readRevisionRecords(
  db: Knex,
  { report, period, ...of }: Pick<PaperKey, 'report' | 'period'> & Partial<PaperKey>,
): Promise<readonly RevisionRecord[]> {
  const revisions = db('revisions')
    .where({ report, period, ...of })
    .select('report', 'id', 'form', 'entity', 'number', 'hash', 'received_at', latestDecision(db));
  const rows = await db
    .from(revisions.as('revision'))
    .leftJoin('sendings as sending', joinOn('sending', 'revision'))
    .leftJoin('approvals as approval', joinOn('approval', 'revision'))
    .leftJoin('receipts as receipt', joinOn('receipt', 'revision'))
    .leftJoin('decisions as decision', 'decision.id', 'revision.decision')
    .orderBy(['revision.form', 'revision.entity', 'revision.number'])
    .select<readonly JoinedRow[]>({
      id: 'revision.id',
      form: 'revision.form',
      entity: 'revision.entity',
      number: 'revision.number',
      hash: 'revision.hash',
      received_at: 'revision.received_at',
      approval_required: 'sending.approval_required',
      letter: 'sending.letter',
      reasons: 'sending.reasons',
      sent_by: 'sending.actor',
      token: 'sending.token',
      approval: 'approval.kind',
      comment: 'approval.comment',
      approved_at: 'approval.at',
      approved_by: 'approval.actor',
      receipt: 'receipt.number',
      receipt_hash: 'receipt.hash',
      receipt_at: 'receipt.at',
      receipt_by: 'receipt.actor',
      decision: 'decision.kind',
      reason: 'decision.reason',
      decided_at: 'decision.at',
      decided_by: 'decision.actor',
    });
  return rows.map(recordOf);
}

/** Revisions of a period that are not the department's: they wait for their approver, or were given back by them. */
export async function readHeld(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<ReadonlyMap<string, 'awaiting' | 'kept'>> {
  const rows = await db('sendings as sending')
    .leftJoin('approvals as approval', joinOn('approval', 'sending'))
    .where({ 'sending.report': report, 'sending.period': period, 'sending.approval_required': 1 })
    .where((held) => held.whereNull('approval.kind').orWhere('approval.kind', 'returned'))
    .select<readonly { revision: string; kind: 'returned' | null }[]>('sending.revision', 'approval.kind');
  return new Map(rows.map(({ revision, kind }) => [revision, kind === null ? 'awaiting' : 'kept']));
}

/** When the approvers of a period approved, by revision id: that is when the department received the revision. */
export async function readApprovalTimes(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db('approvals as approval')
    .join('sendings as sending', joinOn('sending', 'approval'))
    .where({ 'sending.report': report, 'sending.period': period, 'approval.kind': 'approved' })
    .select<readonly { revision: string; at: string }[]>('approval.revision', 'approval.at');
  return new Map(rows.map(({ revision, at }) => [revision, at]));
}

interface JoinedRow {
  readonly id: string;
  readonly form: string;
  readonly entity: string;
  readonly number: number;
  readonly hash: string;
  readonly received_at: string;
  readonly approval_required: 0 | 1 | null;
  readonly letter: string | null;
  readonly reasons: string | null;
  readonly sent_by: string | null;
  readonly token: string | null;
  readonly approval: 'approved' | 'returned' | null;
  readonly comment: string | null;
  readonly approved_at: string | null;
  readonly approved_by: string | null;
  readonly receipt: number | null;
  readonly receipt_hash: string | null;
  readonly receipt_at: string | null;
  readonly receipt_by: string | null;
  readonly decision: DecisionRow['kind'] | null;
  readonly reason: string | null;
  readonly decided_at: string | null;
  readonly decided_by: string | null;
}

/** Both tables name a revision by report and id; `revisions` itself calls it `id`. */
function joinOn(own: string, other: 'revision' | 'sending' | 'approval'): Knex.JoinCallback {
  const id = other === 'revision' ? 'id' : 'revision';
  return function on() {
    this.on(`${own}.report`, `${other}.report`).andOn(`${own}.revision`, `${other}.${id}`);
  };
}

function recordOf(row: JoinedRow): RevisionRecord {
  return {
    id: row.id,
    form: row.form,
    entity: row.entity,
    number: row.number,
    hash: row.hash,
    receivedAt: row.approved_at ?? row.received_at,
    sentAt: row.received_at,
    sentBy: row.sent_by ?? '',
    approval: approvalOf(row),
    reasons: row.reasons === null ? [] : JSON.parse(row.reasons),
    ...(row.letter === null ? {} : { letter: JSON.parse(row.letter) }),
    ...(row.token === null ? {} : { token: row.token }),
    ...keptOf(row),
    ...decisionOf(row),
    ...receiptOf(row),
  };
}

function approvalOf({ approval_required: required, approval }: JoinedRow): RevisionRecord['approval'] {
  if (approval === 'returned') return 'kept';
  return required === 1 && approval === null ? 'awaiting' : 'submitted';
}

function keptOf({
  approval,
  comment,
  approved_at: at,
  approved_by: by,
}: JoinedRow): Pick<RevisionRecord, 'kept' | 'approvedAt' | 'approvedBy'> {
  if (approval === null || at === null || by === null) return {};
  if (approval === 'returned') return { kept: { reason: comment ?? '', at, by } };
  return { approvedAt: at, approvedBy: by };
}

function decisionOf({
  decision: kind,
  reason,
  decided_at: at,
  decided_by: by,
}: JoinedRow): Pick<RevisionRecord, 'decision'> {
  if (kind === null || at === null || by === null) return {};
  return { decision: { kind, at, by, ...(reason === null ? {} : { reason }) } };
}

function receiptOf(row: JoinedRow): Pick<RevisionRecord, 'receipt'> {
  const { receipt: number, receipt_hash: hash, receipt_at: at, receipt_by: by } = row;
  if (number === null || hash === null || at === null || by === null) return {};
  return { receipt: { number, revision: row.id, hash, at, by } };
}
