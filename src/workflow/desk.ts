/** What the compiling department does to single papers: return a submission, waive a form, give a reason for a finding. */
import { returnRevisions } from '../db/decisions.ts';
import { appendJustifications } from '../db/justifications.ts';
import { readCurrentSubmissions } from '../db/revisions.ts';
import { inTransaction } from '../db/transaction.ts';
import { appendWaivers } from '../db/waivers.ts';
import { createBook } from '../domain/aggregation/book.ts';
import { runChecks } from '../domain/checks/run-checks.ts';
import { completeness } from '../domain/completeness.ts';
import type { Finding } from '../domain/finding.ts';
import { entityIndex, findEntity } from '../domain/intake/find-entity.ts';
import { buildBody } from '../domain/model/outline.ts';
import { owedForms } from '../domain/owed.ts';
import { requirePeriod } from './require-period.ts';
import { readFacts, type PinnedFacts } from './read-facts.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface PaperOptions {
  readonly reason: string;
  readonly at?: string;
}

/** Sends the latest revision of a body's form back to it. */
export async function returnSubmission(
  workplace: Workplace,
  report: string,
  period: string,
  form: string,
  body: string,
  { reason, at }: PaperOptions,
): Promise<void> {
  const { db } = workplace;
  requireReason(reason);
  await inTransaction(db, async (trx) => {
    const entity = requireBody(await requirePeriod(trx, report, period), body);
    const current = await readCurrentSubmissions(trx, report, period);
    const found = current.find(({ revision }) => revision.form === form && revision.entity === entity);
    if (!found) {
      throw new WorkflowProblem(
        'submission-unknown',
        `Chưa có phiếu nào của “${body}” cho biểu ${form} trong kỳ ${period} để trả lại.`,
      );
    }
    if (found.state === 'returned') {
      throw new WorkflowProblem(
        'nothing-to-do',
        `Phiếu biểu ${form} của “${body}” đã được trả lại từ trước.`,
      );
    }
    await returnRevisions(trx, report, [found.revision.id], { ...actOf(workplace, at), reason });
  });
}

/** Records that a body need not report one form, or any form. */
export async function waive(
  workplace: Workplace,
  report: string,
  period: string,
  body: string,
  { reason, at, form }: PaperOptions & { readonly form?: string },
): Promise<void> {
  requireReason(reason);
  await inTransaction(workplace.db, async (trx) => {
    const pinned = await requirePeriod(trx, report, period);
    const entity = requireBody(pinned, body);
    const { definition, settings, members } = pinned;
    const owed = owedForms({ definition, period: settings, members }).filter(({ bodies }) =>
      bodies.includes(entity),
    );
    if (owed.length === 0 || (form !== undefined && !owed.some((one) => one.form.id === form))) {
      throw new WorkflowProblem(
        'body-unknown',
        `“${body}” không phải nộp ${form === undefined ? 'biểu nào' : `biểu ${form}`} trong kỳ ${period}.`,
      );
    }
    const act = actOf(workplace, at, reason);
    await appendWaivers(
      trx,
      report,
      period,
      [{ entity, reason, at: act.at, ...(form === undefined ? {} : { form }) }],
      act,
    );
  });
}

/** Gives a reason for one soft finding that the period has now. */
export async function justify(
  workplace: Workplace,
  report: string,
  period: string,
  finding: string,
  { reason, at }: PaperOptions,
): Promise<void> {
  requireReason(reason);
  const found = findingsOf(await readFacts(workplace, report, period), at ?? workplace.now());
  const one = found.find(({ id }) => id === finding);
  if (!one) {
    const soft = found.filter(({ severity }) => severity === 'soft').map(({ id }) => id);
    throw new WorkflowProblem(
      'finding-unknown',
      `Kỳ ${period} không có phát hiện “${finding}”. Các phát hiện có thể giải trình:`,
      soft,
    );
  }
  if (one.severity === 'hard') {
    throw new WorkflowProblem(
      'finding-unknown',
      `Phát hiện “${finding}” là mâu thuẫn số học nên không giải trình được; đề nghị sửa số liệu. ${one.message}`,
    );
  }
  const act = actOf(workplace, at, reason);
  await inTransaction(workplace.db, (trx) =>
    appendJustifications(trx, report, period, [{ finding, reason, at: act.at }], act),
  );
}

/** The findings of a period as they are now. */
export function findingsOf({ facts }: PinnedFacts, at: string): readonly Finding[] {
  const book = createBook(facts);
  const standing = completeness(facts, at);
  return runChecks(book, standing, buildBody(book, standing).findings);
}

function requireReason(reason: string): void {
  if (reason.trim() === '') {
    throw new WorkflowProblem('reason-missing', 'Cần ghi lý do. Đề nghị thêm --reason "…" nêu rõ lý do.');
  }
}

/** The id of the body that a person named. */
export function requireBody(
  { definition, members }: Awaited<ReturnType<typeof requirePeriod>>,
  body: string,
): string {
  const ids = new Set([
    ...Object.values(members).flat(),
    ...definition.forms.flatMap((form) => form.body ?? []),
  ]);
  const found = findEntity(
    entityIndex(
      definition.entities.filter(({ id }) => ids.has(id)),
      definition.entities,
    ),
    body,
  );
  if (found.ok) return found.entity.id;
  throw new WorkflowProblem(
    'body-unknown',
    `Không xác định được đơn vị “${body}”. Đề nghị ghi ${found.expected}.`,
  );
}
