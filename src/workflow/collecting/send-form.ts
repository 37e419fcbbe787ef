/**
 * Sends a form: to the body's approver, or to the department where the body has none. One short transaction, made once
 * for each request token however often the request comes.
 */
import type { Knex } from 'knex';
import { readSentAttachments, readAttachments, type Attachment } from '../../db/attachments.ts';
import { readApprovalRequired } from '../../db/bodies.ts';
import { readPaperStamp } from '../../db/paper-stamp.ts';
import { emptyDraft, nextVersion, readDraft, writeReason, type StoredDraft } from '../../db/drafts.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { appendRevisions } from '../../db/revisions.ts';
import { appendSending, type ReceiptOf, type RevisionRecord, type SentReason } from '../../db/sendings.ts';
import { inPaperTransaction, inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { Letter } from '../../domain/collecting/draft.ts';
import { isSendable } from '../../domain/collecting/check-draft.ts';
import type { FormCheck, FormIssue } from '../../domain/collecting/form-check.ts';
import { sameAnswers } from '../../domain/collecting/form-differences.ts';
import { answersOf, type LaidForm } from '../../domain/collecting/lay-draft.ts';
import { LONGEST_NOTE, readText } from '../../domain/intake/read-text.ts';
import type { Answers, Revision } from '../../domain/submission.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { checkOf, issuesOf } from './check-form.ts';
import type { FormKey } from './form-desk.ts';
import { readOwnPast } from './own-past.ts';
import { requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';
import { judgeChanges, lockOf, writeChanges, type CellChange, type SavedField } from './save-cells.ts';
import { submit } from './submit.ts';

export interface SendOptions {
  /** Made once by the page, and the same in every try of this act; 8 to 100 characters. */
  readonly token: string;
  /** The version of the draft that the sender saw (FormDesk.version, FormCheck.version). */
  readonly seen: number;
  /** What was typed and not saved yet, taken in by the same act. */
  readonly changes?: readonly CellChange[];
  /** Reasons typed beside what is unusual, by the id of the issue: they go with what is sent, and stay when it is refused. */
  readonly reasons?: readonly { readonly issue: string; readonly reason: string }[];
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
  const early = await inSnapshot(db, (trx) => plan(trx, person, key, options, act.at));
  if (early.step === 'sent') return early.outcome;
  return inPaperTransaction(db, lockOf(person, key), async (trx) => {
    const holds = (await readPaperStamp(trx, early.paper.key)) === early.stamp;
    const now = holds ? early : await plan(trx, person, key, options, act.at);
    return now.step === 'sent' ? now.outcome : carryOut(trx, now, options, act);
  });
}

/** What sending comes to as things stand. */
type Plan =
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
  readonly stamp: string;
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

/** Reads, checks and decides; writes nothing. */
async function plan(
  trx: Knex.Transaction,
  person: Person,
  key: FormKey,
  { token, seen, changes, reasons }: Required<SendOptions>,
  at: string,
): Promise<Plan> {
  const paper = await requirePaper(trx, person, key);
  const stamp = await readPaperStamp(trx, paper.key);
  const state = await readPaperState(trx, person, paper, at);
  const before = state.records.find((record) => record.token === token);
  if (before) return { step: 'sent', outcome: sentBefore(before) };
  requireAct('send', state, paper);
  requireSeen(state, seen);
  const fields = judgeChanges(state, changes);
  const planned = { paper, state, stamp, fields, given: new Map() };
  if (fields.some(({ outcome }) => outcome === 'conflict')) return { ...planned, step: 'conflict' };
  const laid = withChanges(state.laid, changes, fields);
  const found = issuesOf(paper, { ...state, laid }, await readOwnPast(trx, paper));
  const given = reasonsFor(found, reasons);
  const issues = found.map((issue) => withReason(issue, given));
  if (!isSendable(issues)) return { ...planned, given, step: 'refuse', issues };
  const answers = answersOf(laid);
  const letter = laid.letter.reading.kind === 'letter' ? laid.letter.reading.letter : undefined;
  const attachments = await readAttachments(trx, paper.key);
  await requireNew(trx, paper, state, answers, letter, attachments);
  const approvalRequired = await readApprovalRequired(trx, paper.key.entity);
  const sending = { answers, letter, attachments, approvalRequired };
  return { ...planned, given, step: 'send', issues, sending };
}

async function carryOut(
  trx: Knex.Transaction,
  now: Exclude<Plan, { step: 'sent' }>,
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
  { paper, state, issues, sending }: Extract<Plan, { step: 'send' }>,
  token: string,
  act: Act,
): Promise<SendOutcome> {
  const { report, period, form, entity } = paper.key;
  const { answers, letter, attachments, approvalRequired } = sending;
  const after = state.records.at(-1)?.number ?? 0;
  const [revision] = await appendRevisions(
    trx,
    report,
    [{ ...answers, period, form, entity, receivedAt: act.at, after }],
    act,
  );
  if (!revision) throw new RangeError('a revision was not added');
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
  if (approvalRequired) {
    await appendEvents(
      trx,
      [{ kind: 'form-sent', report, period, form, entity, revision: revision.id }],
      act,
    );
    return { outcome: 'sent', state: 'awaiting-approval', revision: revision.number };
  }
  const receipt = await submit(trx, paper.key, sent, attachments, act);
  return { outcome: 'sent', state: 'submitted', revision: revision.number, receipt };
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

/** Nobody sends what they have not seen: a colleague's change since then is named. */
function requireSeen({ draft, laid, latest }: PaperState, seen: number): void {
  const version = draft?.version ?? 0;
  if (version !== seen) {
    const changed = [
      ...laid.fields.flatMap(({ field, version: own, saved }) =>
        saved && own > seen ? [`Ô “${field.label}”: ${saved.by} sửa lúc ${clock(saved.at)}.`] : [],
      ),
      ...laid.tables.flatMap(({ table, version: own }) =>
        own > seen ? [`Bảng “${table.title}” vừa được sửa.`] : [],
      ),
    ];
    throw new WorkflowProblem(
      'conflict',
      'Phiếu chưa được gửi: nội dung đã thay đổi sau khi anh/chị xem. Đề nghị xem lại các chỗ sau rồi gửi.',
      changed,
    );
  }
  requireOnLatest(draft, latest);
}

/** @throws WorkflowProblem "conflict" when a revision came by another way while the draft was being filled in. */
function requireOnLatest(draft: StoredDraft | undefined, latest: Revision | undefined): void {
  if (!draft?.unsent || latest === undefined || draft.base === latest.number) return;
  throw new WorkflowProblem(
    'conflict',
    `Phiếu chưa được gửi: trong khi anh/chị nhập, bản số ${latest.number} đã được ghi bằng cách khác (tệp hoặc đính chính). Đề nghị xem bản đó rồi chọn giữ phần anh/chị đã nhập hoặc dùng bản mới.`,
  );
}

/** Sending again what was sent is nothing new, unless it was returned: the body may stand by what it said. */
async function requireNew(
  trx: Knex.Transaction,
  { form, key }: Paper,
  { latest, latestRecord, standing }: PaperState,
  answers: Answers,
  letter: Letter | undefined,
  attachments: readonly Attachment[],
): Promise<void> {
  if (!latest || !latestRecord || standing.state === 'returned' || !sameAnswers(form, latest, answers))
    return;
  const sent = (await readSentAttachments(trx, key)).get(latest.id) ?? [];
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

function reasonsOf(issues: readonly FormIssue[]): readonly SentReason[] {
  return issues.flatMap(({ id, about, reason }) =>
    about === undefined || reason === undefined ? [] : [{ finding: id, about, reason }],
  );
}

/** Keeps the reasons that are new with the draft, which they outlive: the approver reads them there. */
async function keepReasons(
  trx: Knex.Transaction,
  { key }: Paper,
  { draft, latest, reasons }: PaperState,
  given: PaperState['reasons'],
  act: Act,
): Promise<StoredDraft | undefined> {
  const added = [...given].filter(([id, { about, reason }]) => {
    const known = reasons.get(id);
    return known?.about !== about || known.reason !== reason;
  });
  if (added.length === 0) return draft;
  const { id } = draft ?? (await nextVersion(trx, key, undefined, latest?.number ?? 0, act));
  for (const [finding, reason] of added) await writeReason(trx, id, finding, reason, act);
  return draft ?? readDraft(trx, key);
}

/** The reasons given now, each to the values that are unusual now. */
function reasonsFor(
  issues: readonly FormIssue[],
  given: Required<SendOptions>['reasons'],
): PaperState['reasons'] {
  const about = new Map(issues.map((issue) => [issue.id, issue.about]));
  return new Map(
    given.flatMap(({ issue, reason }) => {
      const [values, text] = [about.get(issue), readText(reason, LONGEST_NOTE)];
      if (values === undefined || (text.ok && text.value === '')) return [];
      if (!text.ok)
        throw new WorkflowProblem(
          'input',
          `Phiếu chưa được gửi: lý do có ${text.found}, cần ${text.expected}.`,
        );
      return [[issue, { about: values, reason: text.value }] as const];
    }),
  );
}

function withReason(issue: FormIssue, given: PaperState['reasons']): FormIssue {
  const reason = given.get(issue.id)?.reason;
  if (reason === undefined) return issue;
  const { formerReason: _former, ...rest } = issue;
  return { ...rest, reason };
}

function requireToken(token: string): void {
  if (/^[\w-]{8,100}$/.test(token)) return;
  throw new WorkflowProblem('input', 'Yêu cầu gửi phiếu không hợp lệ. Đề nghị tải lại trang rồi gửi lại.');
}

/** "14:05 ngày 25/10/2024". */
function clock(at: string): string {
  return `${at.slice(11, 16)} ngày ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
}
