/** What differs between two versions of a paper: revisions, the draft, or what the body answered a period before. */
import { readAcceptedRevisionsOf, readRevision } from '../../db/revisions.ts';
import { inSnapshot } from '../../db/transaction.ts';
import { isOfBody, type Person } from '../../domain/account.ts';
import { differencesOf, type FormDifferences } from '../../domain/collecting/form-differences.ts';
import { answersOf } from '../../domain/collecting/lay-draft.ts';
import { previousPeriod } from '../../domain/period.ts';
import { sameBodies } from '../../domain/standing/lineage.ts';
import type { Answers } from '../../domain/submission.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, type Paper } from './paper.ts';
import { readPaperState, type PaperState } from './paper-state.ts';

/** A revision by its number, what is typed now, or the accepted answers of the period before. */
export type Version = number | 'draft' | 'previous-period';

const NOTHING: Answers = { cells: {}, tables: {} };

/**
 * Cell by cell and row by row; against a version that does not exist (no answers a period before) everything is new.
 * The department compares what it received.
 * @throws WorkflowProblem "submission-unknown" for a revision that there is not, or that is not the department's.
 */
export async function compareRevisions(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { from, to }: { readonly from: Version; readonly to: Version },
): Promise<FormDifferences> {
  return inSnapshot(workplace.db, async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, workplace.now());
    const before = await answersIn(trx, person, paper, state, from);
    const after = await answersIn(trx, person, paper, state, to);
    return differencesOf(paper.form, before, after);
  });
}

async function answersIn(
  db: Workplace['db'],
  person: Person,
  { key, pinned, form }: Paper,
  { laid, records }: PaperState,
  version: Version,
): Promise<Answers> {
  if (version === 'draft') return answersOf(laid);
  if (version === 'previous-period') {
    const names = sameBodies(key.entity, pinned.definition.entities);
    const accepted = await readAcceptedRevisionsOf(db, key.report, [previousPeriod(key.period)], names);
    return accepted.find((revision) => revision.form === form.id) ?? NOTHING;
  }
  const record = records.find(({ number }) => number === version);
  const visible = record && (isOfBody(person.role) || record.approval === 'submitted');
  const revision = visible ? await readRevision(db, key.report, record.id) : undefined;
  if (revision) return revision;
  throw new WorkflowProblem('submission-unknown', `Biểu ${form.id} không có bản số ${version}.`);
}
