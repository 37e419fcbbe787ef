/** What sending a form comes to as things stand: read, checked and decided, before anyone is kept waiting. */
import type { Knex } from 'knex';
import { readAttachments, readSentAttachments, type Attachment } from '../../db/attachments.ts';
import type { ReceiptOf } from '../../db/sendings.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { isSendable } from '../../domain/collecting/check-draft.ts';
import type { Letter } from '../../domain/collecting/draft.ts';
import type { FormCheck, FormIssue } from '../../domain/collecting/form-check.ts';
import { sameAnswers } from '../../domain/collecting/form-differences.ts';
import { answersOf, type LaidForm } from '../../domain/collecting/lay-draft.ts';
import type { Answers } from '../../domain/submission.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { issuesOf } from './check-form.ts';
import type { FormKey } from './form-desk.ts';
import { readOwnPast } from './own-past.ts';
import { isWhole, requirePaper, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';
import { requireSeen } from './require-seen.ts';
import { judgeChanges, type CellChange, type SavedField } from './save-cells.ts';
import { reasonsFor, withReason, type GivenReason } from './sending-reasons.ts';

export interface SendOptions {
  /** Made once by the page, and the same in every try of this act; 8 to 100 characters. */
  readonly token: string;
  /** The version of the draft that the sender saw (FormDesk.version, FormCheck.version). */
  readonly seen: number;
  /** What was typed and not saved yet, taken in by the same act. */
  readonly changes?: readonly CellChange[];
  /** Reasons typed beside what is unusual, by the id of the issue: they go with what is sent, and stay when it is refused. */
  readonly reasons?: readonly GivenReason[];
}

export type SendOutcome =
  | {
      readonly outcome: 'sent';
      readonly state: 'awaiting-approval' | 'submitted';
      /** Number of the revision. */
      readonly revision: number;
      readonly receipt?: ReceiptOf;
    }
  /** Something is empty, wrong, or unusual without a reason. The changes were kept in the draft. */
  | { readonly outcome: 'refused'; readonly check: FormCheck }
  /** Someone changed the same fields meanwhile; the other changes were kept in the draft. */
  | { readonly outcome: 'conflict'; readonly fields: readonly SavedField[]; readonly version: number };

/** What sending comes to as things stand. */
export type SendingPlan =
  | { readonly step: 'sent'; readonly outcome: SendOutcome }
  | ({ readonly step: 'conflict' } & Planned)
  | ({ readonly step: 'refuse'; readonly issues: readonly FormIssue[] } & Planned)
  | ({
      readonly step: 'send';
      readonly issues: readonly FormIssue[];
      readonly sending: ReadySending;
    } & Planned);

interface Planned {
  readonly paper: Paper;
  readonly state: PaperState;
  /** What becomes of the changes. */
  readonly fields: readonly SavedField[];
  /** Reasons given with this act, by issue. */
  readonly given: PaperState['reasons'];
}

interface ReadySending {
  readonly answers: Answers;
  readonly letter: Letter | undefined;
  readonly attachments: readonly Attachment[];
  readonly approvalRequired: boolean;
}

/** Plans outside of any lock. What the head of a paper holds was read as one: where that is all there is, it is enough. */
export async function planAhead(
  db: Workplace['db'],
  person: Person,
  key: FormKey,
  options: Required<SendOptions>,
  at: string,
): Promise<SendingPlan> {
  const paper = await requirePaper(db, person, key);
  if (isWhole(paper)) return planFor(db, person, paper, options, at);
  return inSnapshot(db, (trx) => planSending(trx, person, key, options, at));
}

/** Reads, checks and decides; writes nothing. */
export async function planSending(
  trx: Knex.Transaction,
  person: Person,
  key: FormKey,
  options: Required<SendOptions>,
  at: string,
): Promise<SendingPlan> {
  return planFor(trx, person, await requirePaper(trx, person, key), options, at);
}

async function planFor(
  trx: Workplace['db'],
  person: Person,
  paper: Paper,
  { token, seen, changes, reasons }: Required<SendOptions>,
  at: string,
): Promise<SendingPlan> {
  const { head } = paper;
  const state = await readPaperState(trx, person, paper, at);
  const before = state.records.find((record) => record.token === token);
  if (before) return { step: 'sent', outcome: sentBefore(before) };
  requireAct('send', state, paper);
  await requireSeen(trx, state, seen);
  const fields = judgeChanges(state, changes);
  const planned = { paper, state, fields, given: new Map() };
  if (fields.some(({ outcome }) => outcome === 'conflict')) return { ...planned, step: 'conflict' };
  const laid = withChanges(state.laid, changes, fields);
  const found = issuesOf(paper, { ...state, laid }, await readOwnPast(trx, paper));
  const given = reasonsFor(found, reasons);
  const issues = found.map((issue) => withReason(issue, given));
  if (!isSendable(issues)) return { ...planned, given, step: 'refuse', issues };
  const answers = answersOf(laid);
  const letter = laid.letter.reading.kind === 'letter' ? laid.letter.reading.letter : undefined;
  const attachments = head.attachments > 0 ? await readAttachments(trx, paper.key) : [];
  await requireNew(trx, paper, state, answers, letter, attachments);
  const sending = { answers, letter, attachments, approvalRequired: head.approvalRequired };
  return { ...planned, given, step: 'send', issues, sending };
}

/** What the first try of the same act came to. */
function sentBefore(record: RevisionRecord): SendOutcome {
  return {
    outcome: 'sent',
    state: record.approval === 'submitted' ? 'submitted' : 'awaiting-approval',
    revision: record.number,
    ...(record.receipt ? { receipt: record.receipt } : {}),
  };
}

/**
 * Sending again what was sent is nothing new, unless it was returned (the body may stand by what it said), or waits for an
 * approver whom the body does not need any more.
 */
async function requireNew(
  db: Workplace['db'],
  { form, key, head }: Paper,
  { latest, latestRecord, standing }: PaperState,
  answers: Answers,
  letter: Letter | undefined,
  attachments: readonly Attachment[],
): Promise<void> {
  if (!latest || !latestRecord || standing.state === 'returned' || !sameAnswers(form, latest, answers))
    return;
  if (latestRecord.approval === 'awaiting' && !head.approvalRequired) return;
  const sent = (await readSentAttachments(db, key)).get(latest.id) ?? [];
  const same =
    sameLetter(latestRecord, letter) &&
    sent.map(({ id }) => id).join() === attachments.map(({ id }) => id).join();
  if (!same) return;
  throw new WorkflowProblem(
    'nothing-to-do',
    `Phiếu không khác bản số ${latest.number} đã gửi nên không gửi lại.`,
  );
}

function sameLetter({ letter: sent }: RevisionRecord, letter: Letter | undefined): boolean {
  return sent?.number === letter?.number && sent?.date === letter?.date;
}

/** The form with the changes laid over it, each as it was judged. */
function withChanges(
  laid: LaidForm,
  changes: readonly CellChange[],
  judged: readonly SavedField[],
): LaidForm {
  if (changes.length === 0) return laid;
  const inputs = new Map(changes.map(({ field, input }) => [field, input]));
  const readings = new Map(
    judged.flatMap((one) => (one.outcome === 'saved' ? [[one.field, one.reading] as const] : [])),
  );
  return {
    ...laid,
    fields: laid.fields.map((one) => {
      const reading = readings.get(one.field.id);
      return reading ? { ...one, input: inputs.get(one.field.id) ?? one.input, reading } : one;
    }),
  };
}
