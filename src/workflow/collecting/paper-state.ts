/** Where a paper stands: the draft, the revisions with what was decided, and the answers; only what there is is read. */
import { readRestOfDraft, type StoredDraft } from '../../db/drafts.ts';
import { readReopenings } from '../../db/reopenings.ts';
import { readRevision } from '../../db/revisions.ts';
import { readRevisionRecords, type RevisionRecord } from '../../db/revision-records.ts';
import { readWaivers } from '../../db/waivers.ts';
import type { Person } from '../../domain/account.ts';
import type { KeptReason } from '../../domain/collecting/draft.ts';
import { actsOf, type FormAct } from '../../domain/collecting/form-acts.ts';
import { standingOf, viewerFor, type FormStanding } from '../../domain/collecting/form-standing.ts';
import { layDraft, type LaidForm } from '../../domain/collecting/lay-draft.ts';
import type { Revision, SubmissionState } from '../../domain/submission.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Workplace } from '../workplace.ts';
import type { Paper } from './paper.ts';

export interface PaperState {
  /** What is not sent yet; only the body's clerks are shown what stands in it. */
  readonly draft: StoredDraft | undefined;
  /** Oldest first. */
  readonly records: readonly RevisionRecord[];
  /** The latest record and its answers; for the department the latest that it received. */
  readonly latestRecord: RevisionRecord | undefined;
  readonly latest: Revision | undefined;
  readonly standing: FormStanding;
  readonly acts: readonly FormAct[];
  /** What the person is shown: these answers, for a clerk with the draft laid over them while it may still be sent. */
  readonly laid: LaidForm;
  /** The reasons given so far for what is unusual; to others than clerks those that came with the values. */
  readonly reasons: ReadonlyMap<string, KeptReason>;
}

/**
 * @param paper as named in the same transaction, before anything was written there
 * @param at the moment, with offset
 */
export async function readPaperState(
  db: Workplace['db'],
  person: Person,
  { key, pinned, form, head }: Paper,
  at: string,
): Promise<PaperState> {
  const { report, period, entity } = key;
  const viewer = viewerFor(person.role);
  const draft = head.draft && (await readRestOfDraft(db, head.draft));
  const records = head.revision > 0 ? await readRevisionRecords(db, key) : [];
  const latestRecord =
    viewer === 'department' ? records.findLast(({ approval }) => approval === 'submitted') : records.at(-1);
  const latest = latestRecord && (await readRevision(db, report, latestRecord.id));
  const waivers = head.hasWaivers ? await readWaivers(db, report, period) : [];
  const waiver = waivers.find((one) => one.entity === entity && (one.form ?? form.id) === form.id);
  const reopening = latestRecord
    ? (await readReopenings(db, report, [latestRecord.id])).get(latestRecord.id)
    : undefined;
  const { definition, members, settings } = pinned;
  const standing = standingOf(
    {
      revisions: records,
      unsent: draft?.unsent ?? false,
      ...(waiver ? { waived: waiver.reason } : {}),
      ...(reopening ? { reopening } : {}),
    },
    { due: settings.due, at, calendar: definition.calendar },
    viewer,
  );
  const isTyping = viewer === 'body' && standing.state !== 'submitted' && standing.state !== 'accepted';
  return {
    draft,
    records,
    latestRecord,
    latest,
    standing,
    acts: actsOf(person.role, standing, pinned.state, head.approvalRequired),
    reasons: isTyping ? (draft?.reasons ?? new Map()) : sentReasons(latestRecord),
    laid: layDraft(
      { definition, period, form, members },
      latest,
      isTyping ? draft : undefined,
      latestRecord?.letter,
    ),
  };
}

function sentReasons(record: RevisionRecord | undefined): ReadonlyMap<string, KeptReason> {
  return new Map(record?.reasons.map(({ finding, about, reason }) => [finding, { about, reason }]));
}

/** What an act is called in a refusal. */
const WORDS: Readonly<Record<FormAct, string>> = {
  edit: 'sửa phiếu',
  send: 'gửi phiếu',
  approve: 'duyệt phiếu',
  'return-to-clerk': 'trả phiếu cho chuyên viên',
  'ask-reopening': 'đề nghị mở lại phiếu',
  accept: 'tiếp nhận phiếu',
  return: 'trả lại phiếu',
  waive: 'miễn nộp phiếu',
  'answer-reopening': 'trả lời đề nghị mở lại phiếu',
};

/** Why not, by where the paper stands. */
const REASONS: Readonly<Record<SubmissionState, string>> = {
  'not-started': 'đơn vị chưa nhập phiếu',
  draft: 'phiếu đang được nhập, chưa gửi',
  'awaiting-approval': 'phiếu đang chờ lãnh đạo đơn vị duyệt',
  submitted: 'phiếu đã nộp; nếu cần sửa, đơn vị gửi đề nghị mở lại kèm lý do',
  returned: 'phiếu đã được trả lại để đơn vị sửa',
  accepted: 'phiếu đã được tiếp nhận; nếu cần sửa, đơn vị gửi đề nghị mở lại kèm lý do',
  waived: 'đơn vị được miễn nộp phiếu này',
};

/** @throws WorkflowProblem "period-closed" or "not-allowed" when the paper stands where the person may not do this. */
export function requireAct(
  act: FormAct,
  { acts, standing }: Pick<PaperState, 'acts' | 'standing'>,
  { pinned, key }: Paper,
): void {
  if (acts.includes(act)) return;
  if (pinned.state === 'closed')
    throw new WorkflowProblem(
      'period-closed',
      `Không ${WORDS[act]} được: kỳ ${key.period} đã đóng. Đề nghị liên hệ đơn vị tổng hợp.`,
    );
  const waits = standing.reopening && standing.reopening.refused === undefined;
  const why = act === 'ask-reopening' && waits ? 'đề nghị trước đang chờ trả lời' : REASONS[standing.state];
  throw new WorkflowProblem('not-allowed', `Không ${WORDS[act]} được: ${why}.`);
}
