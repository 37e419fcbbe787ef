/** Writes answers as revisions that are accepted at once, with the figures that other periods will ask of them. */
import { acceptRevisions } from '../../db/decisions.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { appendRevisions, type Submission } from '../../db/revisions.ts';
import type { inTransaction } from '../../db/transaction.ts';
import { isEmpty } from '../../domain/completeness.ts';
import type { Definition } from '../../domain/definition.ts';
import { figuresOf } from '../../domain/figures.ts';
import type { Revision } from '../../domain/submission.ts';

type Transaction = Parameters<Parameters<typeof inTransaction>[1]>[0];

/** @returns the revisions in the order of the submissions; empty ones are added, but not accepted. */
export async function acceptAnswers(
  trx: Transaction,
  report: string,
  { indicators, forms }: Definition,
  submissions: readonly Submission[],
  act: Act,
): Promise<readonly Revision[]> {
  const revisions = await appendRevisions(trx, report, submissions, act);
  const acceptances = revisions
    .filter((revision) => !isEmpty(revision))
    .map((revision) => {
      const form = forms.find(({ id }) => id === revision.form);
      return { revision: revision.id, figures: form ? figuresOf(revision, form, indicators) : [] };
    });
  await acceptRevisions(trx, report, acceptances, act);
  return revisions;
}

/** Records of revisions how many standing answers were confirmed with them; of none, nothing. */
export async function recordConfirmed(
  trx: Transaction,
  report: string,
  revisions: readonly Revision[],
  confirmations: readonly { readonly confirmed: number }[],
  act: Act,
): Promise<void> {
  await appendEvents(
    trx,
    revisions.flatMap(({ id, period, form, entity }, index) => {
      const confirmed = confirmations[index]?.confirmed ?? 0;
      if (confirmed === 0) return [];
      return {
        kind: 'standing-confirmed' as const,
        report,
        period,
        form,
        entity,
        revision: id,
        details: { confirmed },
      };
    }),
    act,
  );
}
