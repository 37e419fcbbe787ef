/** Keeps a body's reason for something unusual on its form: it holds for these values, and goes with them when sent. */
import { nextVersion, writeReason } from '../../db/drafts.ts';
import { appendEvents } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { FormCheck } from '../../domain/collecting/form-check.ts';
import { LONGEST_NOTE, readText } from '../../domain/intake/read-text.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { checkOf, issuesOf } from './check-form.ts';
import type { FormKey } from './form-desk.ts';
import { readOwnPast } from './own-past.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

/**
 * Gives a reason, or takes it back with "".
 * @returns the check of the form with it.
 * @throws WorkflowProblem "finding-unknown" when nothing unusual of that id is there now, "input" when it is too long.
 */
export async function saveReason(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { issue, reason }: { readonly issue: string; readonly reason: string },
): Promise<FormCheck> {
  requireRole(person, 'clerk');
  const text = readText(reason, LONGEST_NOTE);
  if (!text.ok)
    throw new WorkflowProblem('input', `Lý do chưa được lưu: tìm thấy ${text.found}, cần ${text.expected}.`);
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const past = await readOwnPast(trx, paper);
    const found = issuesOf(paper, state, past).find(({ id }) => id === issue);
    if (found?.about === undefined)
      throw new WorkflowProblem(
        'finding-unknown',
        'Phiếu không còn điểm khác thường này nên không cần lý do. Đề nghị kiểm tra lại phiếu.',
      );
    const given = { about: found.about, reason: text.value };
    const next = await nextVersion(trx, paper.key, state.draft, state.latest?.number ?? 0, act);
    await writeReason(trx, next.id, issue, given, act);
    const { report, period, form, entity } = paper.key;
    const details = { version: next.version, finding: issue };
    await appendEvents(trx, [{ kind: 'draft-saved', report, period, form, entity, details }], {
      ...act,
      ...(text.value === '' ? {} : { reason: text.value }),
    });
    const after = new Map([...state.reasons].filter(([id]) => id !== issue));
    if (text.value !== '') after.set(issue, given);
    return {
      ...checkOf(state, issuesOf(paper, { ...state, reasons: after }, past)),
      version: next.version,
    };
  });
}
