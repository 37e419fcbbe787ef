/**
 * Answers that stand: what bodies may confirm in a period, and the one act in which a body does. The desks of bodies call
 * the same two functions as the command line.
 */
import type { PinnedPeriod } from '../../db/periods.ts';
import { readCurrentSubmissions } from '../../db/revisions.ts';
import { inSnapshot, inTransaction } from '../../db/transaction.ts';
import { readWaivers } from '../../db/waivers.ts';
import type { CurrentSubmission } from '../../domain/facts.ts';
import { owedForms } from '../../domain/owed.ts';
import { confirmAnswers, offeredIds } from '../../domain/standing/confirm.ts';
import type { Proposal } from '../../domain/standing/propose.ts';
import type { Answers, SubmissionState, Waiver } from '../../domain/submission.ts';
import { requireBody } from '../desk.ts';
import { requirePeriod } from '../require-period.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { acceptAnswers, recordConfirmed } from './accept-answers.ts';
import { hasStanding, readProposals } from './read-proposals.ts';

/** A proposal as it is shown: with names, and where the paper of this period stands. */
export interface BodyProposal extends Proposal {
  readonly name: string;
  readonly title: string;
  readonly state: SubmissionState;
  /** Ids of fields and tables that may be confirmed. */
  readonly offered: readonly string[];
}

export interface ConfirmOptions {
  /** Only this form; otherwise every form that the body owes. */
  readonly form?: string;
  /** Ids of fields and tables that the body does not confirm. */
  readonly except?: readonly string[];
  /** When it was confirmed, as it counts for the due time. */
  readonly at?: string;
}

export interface Confirmation {
  readonly form: string;
  /** Id of the new revision. */
  readonly revision: string;
  readonly confirmed: readonly string[];
}

const NOTHING: Answers = { cells: {}, tables: {} };

/**
 * What bodies may confirm, body by body and form by form; of all bodies when none is named. Forms without anything that
 * stands are left out. Nothing is written.
 * @throws WorkflowProblem "nothing-to-do" when nothing of the report stands; "body-unknown", "period-unknown".
 */
export async function proposeStanding(
  { db }: Workplace,
  report: string,
  period: string,
  bodies: readonly string[] = [],
): Promise<readonly BodyProposal[]> {
  return inSnapshot(db, async (trx) => {
    const pinned = await requirePeriod(trx, report, period);
    requireStanding(pinned, report);
    const named = new Set(bodies.map((body) => requireBody(pinned, body)));
    return proposalsOf(trx, report, pinned, named.size === 0 ? undefined : named);
  });
}

/**
 * One act of one body: everything that is offered becomes part of a new revision of each form, marked with its original,
 * on top of what the body has sent in this period. All forms or none; the revision is submitted and accepted.
 * @throws WorkflowProblem when there is nothing to confirm, with a line for each form that says why.
 */
export async function confirmStanding(
  workplace: Workplace,
  report: string,
  period: string,
  body: string,
  { form, except = [], at }: ConfirmOptions = {},
): Promise<readonly Confirmation[]> {
  return inTransaction(workplace.db, async (trx) => {
    const pinned = await requirePeriod(trx, report, period);
    requireStanding(pinned, report);
    if (pinned.state === 'closed')
      throw new WorkflowProblem(
        'period-closed',
        `Kỳ ${period} của báo cáo “${report}” đã đóng nên không nhận xác nhận.`,
      );
    const entity = requireBody(pinned, body);
    const owed = (await proposalsOf(trx, report, pinned, new Set([entity]), false)).filter(
      (one) => form === undefined || one.form === form,
    );
    if (owed.length === 0)
      throw new WorkflowProblem(
        'body-unknown',
        `“${body}” không phải nộp ${form === undefined ? 'biểu nào' : `biểu ${form}`} trong kỳ ${period}.`,
      );
    requireKnown(owed, except);
    const without = new Set(except);
    const open = owed.filter((one) => confirmable(one) && chosen(one, without).length > 0);
    if (open.length === 0)
      throw new WorkflowProblem(
        'nothing-to-do',
        `Kỳ ${period} không có số liệu nào để “${body}” xác nhận giữ nguyên.`,
        owed.map((one) => `Biểu ${one.form}: ${whyNothing(one)}.`),
      );
    const current = await readCurrentSubmissions(trx, report, period);
    const act = actOf(workplace, at);
    const revisions = await acceptAnswers(
      trx,
      report,
      pinned.definition,
      open.map((one) => {
        const latest = latestOf(current, one);
        const answers = latest ? answersOf(latest) : NOTHING;
        return {
          ...confirmAnswers(answers, one, without),
          period,
          form: one.form,
          entity,
          receivedAt: act.at,
          after: latest?.revision.number ?? 0,
        };
      }),
      act,
    );
    const confirmations = open.map((one) => chosen(one, without));
    await recordConfirmed(
      trx,
      report,
      revisions,
      confirmations.map((ids) => ({ confirmed: ids.length })),
      act,
    );
    return revisions.map((revision, index) => ({
      form: revision.form,
      revision: revision.id,
      confirmed: confirmations[index] ?? [],
    }));
  });
}

/** @param onlyStanding leave out forms without anything that stands */
async function proposalsOf(
  trx: Workplace['db'],
  report: string,
  pinned: PinnedPeriod,
  only: ReadonlySet<string> | undefined,
  onlyStanding = true,
): Promise<readonly BodyProposal[]> {
  const { definition, settings, members } = pinned;
  const owed = owedForms({ definition, period: settings, members }).flatMap(({ form, bodies }) =>
    bodies.filter((body) => only?.has(body) ?? true).map((entity) => ({ form, entity })),
  );
  const bodies = [...new Set(owed.map(({ entity }) => entity))];
  const propose = await readProposals(trx, report, pinned, bodies);
  const current = await readCurrentSubmissions(trx, report, settings.id);
  const waivers = await readWaivers(trx, report, settings.id);
  const names = new Map(definition.entities.map(({ id, name }) => [id, name]));
  const latest = new Map(current.map((one) => [`${one.revision.form}/${one.revision.entity}`, one]));
  return bodies.flatMap((entity) =>
    owed
      .filter((one) => one.entity === entity)
      .flatMap(({ form }): readonly BodyProposal[] => {
        const submission = latest.get(`${form.id}/${entity}`);
        const proposal = propose(form.id, entity, submission?.revision);
        if (!proposal || (onlyStanding && !stands(proposal, definition.indicators))) return [];
        return [
          {
            ...proposal,
            name: names.get(entity) ?? entity,
            title: form.title,
            state: stateOf(submission, waivers, form.id, entity),
            offered: offeredIds(proposal),
          },
        ];
      }),
  );
}

function stands({ fields, tables }: Proposal, indicators: PinnedPeriod['definition']['indicators']): boolean {
  return (
    tables.length > 0 || fields.some(({ field }) => indicators[field.indicator ?? '']?.standing !== undefined)
  );
}

function stateOf(
  submission: CurrentSubmission | undefined,
  waivers: readonly Waiver[],
  form: string,
  entity: string,
): SubmissionState {
  const waived = waivers.some((waiver) => waiver.entity === entity && (waiver.form ?? form) === form);
  if (waived && submission?.state !== 'accepted') return 'waived';
  return submission?.state ?? 'not-started';
}

function latestOf(
  current: readonly CurrentSubmission[],
  { form, entity }: Proposal,
): CurrentSubmission | undefined {
  return current.find(({ revision }) => revision.form === form && revision.entity === entity);
}

function answersOf({ revision: { cells, tables, standingTables } }: CurrentSubmission): Answers {
  return { cells, tables, ...(standingTables ? { standingTables } : {}) };
}

/** A waived form need not be sent, and what was returned has to be corrected by the body first. */
function confirmable({ state }: BodyProposal): boolean {
  return state !== 'waived' && state !== 'returned';
}

function chosen({ offered }: BodyProposal, without: ReadonlySet<string>): readonly string[] {
  return offered.filter((id) => !without.has(id));
}

function whyNothing({ state, offered, fields, tables }: BodyProposal): string {
  if (state === 'waived') return 'đã được miễn nộp';
  if (state === 'returned') return 'phiếu đã bị trả lại, đề nghị sửa và gửi lại phiếu trước khi xác nhận';
  if (offered.length > 0) return 'mọi ô được đề xuất đều nằm trong --except';
  const proposed = [...fields, ...tables].map((one) => one.proposed);
  if (proposed.every(({ state: answered }) => answered === 'answered')) return 'phiếu đã trả lời đủ các ô';
  if (proposed.some(({ state: stale }) => stale === 'stale'))
    return 'số liệu kỳ trước đã quá thời hạn giữ nguyên, đề nghị báo cáo lại';
  const reasons = proposed.flatMap((one) => (one.state === 'unanswered' ? [one.why] : []));
  if (reasons.includes('reorganised'))
    return 'đơn vị được sắp xếp lại nên số liệu của các đơn vị cũ không giữ nguyên được, đề nghị báo cáo lại';
  if (reasons.some((why) => why !== 'not-standing'))
    return 'chưa có số liệu kỳ trước còn dùng được, đề nghị báo cáo';
  return 'các ô còn trống phải báo cáo từng kỳ';
}

function requireStanding({ definition }: PinnedPeriod, report: string): void {
  if (hasStanding(definition)) return;
  throw new WorkflowProblem(
    'nothing-to-do',
    `Báo cáo “${report}” không có chỉ tiêu hoặc bảng nào được giữ nguyên từ kỳ trước (khóa standing trong indicators.yaml, forms.yaml).`,
  );
}

function requireKnown(owed: readonly BodyProposal[], except: readonly string[]): void {
  const known = owed.flatMap(({ fields, tables }) => [
    ...fields.map(({ field }) => field.id),
    ...tables.map(({ table }) => table.id),
  ]);
  const unknown = except.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new WorkflowProblem(
    'field-unknown',
    `Không có ô hoặc bảng ${unknown.map((id) => `“${id}”`).join(', ')} trong biểu đang xác nhận. Đề nghị ghi id của ô như lệnh “tong-hop propose” in ra.`,
  );
}
