/** Checks a form as it stands: what is empty, what is wrong and what is unusual, each at its field. Writes nothing. */
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { checkDraft, isSendable } from '../../domain/collecting/check-draft.ts';
import type { FormCheck, FormIssue } from '../../domain/collecting/form-check.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Workplace } from '../workplace.ts';
import type { FormKey } from './form-desk.ts';
import { readOwnPast } from './own-past.ts';
import { requirePaper, type Paper } from './paper.ts';
import { readPaperState, type PaperState } from './paper-state.ts';

/** @throws WorkflowProblem as `requirePaper`. */
export async function checkForm(workplace: Workplace, person: Person, key: FormKey): Promise<FormCheck> {
  return inSnapshot(workplace.db, async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, workplace.now());
    return checkOf(state, issuesOf(paper, state, await readOwnPast(trx, paper)));
  });
}

export function checkOf({ draft }: Pick<PaperState, 'draft'>, issues: readonly FormIssue[]): FormCheck {
  return { version: draft?.version ?? 0, issues, sendable: isSendable(issues) };
}

export function issuesOf(
  { key, pinned, form }: Paper,
  { laid, reasons }: Pick<PaperState, 'laid' | 'reasons'>,
  past: Pick<Facts, 'earlier' | 'history'>,
): readonly FormIssue[] {
  return checkDraft({
    definition: pinned.definition,
    period: pinned.settings,
    form,
    entity: key.entity,
    members: pinned.members,
    laid,
    reasons,
    ...past,
  });
}
