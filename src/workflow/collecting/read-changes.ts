/** What stands in a form now, without what stands beside it: for a page that is open and asks what others changed. */
import type { Person } from '../../domain/account.ts';
import type { NextActor } from '../../domain/collecting/form-standing.ts';
import type { LaidField, LaidTable } from '../../domain/collecting/lay-draft.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Workplace } from '../workplace.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper } from './paper.ts';
import { readPaperState } from './paper-state.ts';

export interface FormNow {
  /** Of the draft; 0 when there is none. */
  readonly version: number;
  readonly state: SubmissionState;
  /** Who has to act next. */
  readonly next: NextActor;
  readonly mayEdit: boolean;
  readonly fields: readonly LaidField[];
  readonly tables: readonly LaidTable[];
}

/** @throws WorkflowProblem as `requirePaper`. */
export async function readChanges(workplace: Workplace, person: Person, key: FormKey): Promise<FormNow> {
  const { db } = workplace;
  const paper = await requirePaper(db, person, key);
  const { draft, standing, acts, laid } = await readPaperState(db, person, paper, workplace.now());
  return {
    version: draft?.version ?? 0,
    state: standing.state,
    next: standing.next,
    mayEdit: acts.includes('edit'),
    fields: laid.fields,
    tables: laid.tables,
  };
}
