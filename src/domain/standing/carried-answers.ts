/** The answers of a period that were carried forward: found once, for the checks and for the notes on the data. */
import type { Facts } from '../facts.ts';
import type { Carried, Revision } from '../submission.ts';

/** A cell or a table of an accepted revision that its body confirmed instead of typing it. */
export interface CarriedAnswer {
  readonly revision: Revision;
  /** Id of the field or table. */
  readonly id: string;
  readonly kind: 'cell' | 'table';
  readonly carried: Carried;
}

const found = new WeakMap<Facts, readonly CarriedAnswer[]>();

/** In the order of the submissions, cells before tables. Most reports have none: then nothing else is looked at. */
export function carriedAnswers(facts: Facts): readonly CarriedAnswer[] {
  const known = found.get(facts);
  if (known) return known;
  const all = facts.submissions.flatMap(({ revision, state }) =>
    state === 'accepted' ? carriedIn(revision) : [],
  );
  found.set(facts, all);
  return all;
}

function carriedIn(revision: Revision): readonly CarriedAnswer[] {
  const answers: CarriedAnswer[] = [];
  for (const [id, cell] of Object.entries(revision.cells))
    if (cell.state !== 'pending' && cell.carried)
      answers.push({ revision, id, kind: 'cell', carried: cell.carried });
  for (const [id, mark] of Object.entries(revision.standingTables ?? {}))
    if (mark !== 'none') answers.push({ revision, id, kind: 'table', carried: mark });
  return answers;
}
