/** What files leave blank of answers that stand: kept where the body has confirmed it, confirmed where it says so now. */
import type { Pin } from '../../db/periods.ts';
import type { CurrentSubmission } from '../../domain/facts.ts';
import { confirmAnswers, keepConfirmed, offeredIds } from '../../domain/standing/confirm.ts';
import type { ReadSubmission } from '../files/read-submissions.ts';
import type { Workplace } from '../workplace.ts';
import { hasStanding, readProposals } from './read-proposals.ts';

/** An answer as it was read from files, and how many standing answers the import itself confirms. */
export interface CompletedSubmission extends ReadSubmission {
  readonly confirmed: number;
}

/**
 * The submissions with what stands. A paper that was returned is answered anew: what was confirmed on it does not count.
 * @param confirm the bodies confirm what their files leave blank; otherwise a blank stays blank
 */
export async function completeImport(
  db: Workplace['db'],
  report: string,
  pin: Pin,
  submissions: readonly ReadSubmission[],
  current: readonly CurrentSubmission[],
  confirm: boolean,
): Promise<readonly CompletedSubmission[]> {
  if (!hasStanding(pin.definition)) return submissions.map((one) => ({ ...one, confirmed: 0 }));
  const latest = new Map(current.map((one) => [`${one.revision.form}/${one.revision.entity}`, one]));
  const bodies = [...new Set(submissions.map(({ entity }) => entity))];
  const propose = confirm ? await readProposals(db, report, pin, bodies) : undefined;
  return submissions.map((submission) => {
    const { form, entity, answers } = submission;
    const before = latest.get(`${form}/${entity}`);
    const kept = before && before.state !== 'returned' ? keepConfirmed(answers, before.revision) : answers;
    const proposal = propose?.(form, entity, kept);
    if (!proposal) return { ...submission, answers: kept, confirmed: 0 };
    return {
      ...submission,
      answers: confirmAnswers(kept, proposal),
      confirmed: offeredIds(proposal).length,
    };
  });
}
