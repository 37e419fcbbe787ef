/** Reads what bodies said in earlier periods, and proposes what of it they may confirm. */
import { readPeriod, readPeriods, type Pin } from '../../db/periods.ts';
import { readAcceptedRevisionsOf } from '../../db/revisions.ts';
import type { Definition } from '../../domain/definition.ts';
import type { Answers } from '../../domain/submission.ts';
import { periodsAfter } from '../../domain/standing/age.ts';
import { sameBodies } from '../../domain/standing/lineage.ts';
import { proposeAnswers, type Proposal, type StandingSource } from '../../domain/standing/propose.ts';
import type { Workplace } from '../workplace.ts';

/** The proposal for one body's answer to one form, upon what it has answered so far in the period. */
export type Proposer = (form: string, entity: string, current?: Answers) => Proposal | undefined;

/** True when a report has anything that may be confirmed. */
export function hasStanding(definition: Definition): boolean {
  return longestStanding(definition) > 0;
}

/**
 * Reads the accepted answers of the bodies as far back as anything of the report may stand, and one period more, so
 * that what has become too old can be named. Nothing is read when nothing stands.
 */
export async function readProposals(
  db: Workplace['db'],
  report: string,
  { definition, settings: period }: Pick<Pin, 'definition' | 'settings'>,
  bodies: readonly string[],
): Promise<Proposer> {
  const sources = new Map<string, StandingSource[]>();
  const farthest = longestStanding(definition) + 1;
  if (farthest > 1) {
    const names = new Set(bodies.flatMap((body) => sameBodies(body, definition.entities)));
    for (const { period: id } of await readPeriods(db, report)) {
      const age = periodsAfter(id, period.id);
      if (age === undefined || age < 1 || age > farthest) continue;
      const pinned = await readPeriod(db, report, id);
      if (!pinned) continue;
      for (const revision of await readAcceptedRevisionsOf(db, report, [id], [...names])) {
        const key = keyOf(revision.form, revision.entity);
        const source = { revision, definition: pinned.definition, period: pinned.settings };
        sources.set(key, [...(sources.get(key) ?? []), source]);
      }
    }
  }
  return (formId, entity, current) => {
    const form = definition.forms.find(({ id }) => id === formId);
    return (
      form &&
      proposeAnswers({
        definition,
        period,
        form,
        entity,
        sources: sameBodies(entity, definition.entities).flatMap(
          (body) => sources.get(keyOf(formId, body)) ?? [],
        ),
        ...(current ? { current } : {}),
      })
    );
  };
}

function longestStanding({ indicators, forms }: Definition): number {
  const limits = [
    ...Object.values(indicators).map(({ standing }) => standing ?? 0),
    ...forms.flatMap(({ tables }) => tables.map(({ standing }) => standing ?? 0)),
  ];
  return limits.reduce((longest, limit) => Math.max(longest, limit), 0);
}

function keyOf(form: string, entity: string): string {
  return `${form}/${entity}`;
}
