/**
 * Who has reported, in a period that is compiled from shorter ones: a body is counted once, by the worst of its papers
 * there, so that only one of which each paper came in is said to have reported.
 */
import type { Completeness, OwedForm } from './completeness.ts';
import { entityById, type Entity } from './entity.ts';
import { monthsOf } from './period.ts';

/**
 * The bodies that owe a form, in roster order: those of the period itself, or, of a form that its shorter periods asked in
 * its place, those of the last of them. Papers of bodies that were put together are those of who took over.
 */
export function owedOverTime(
  { forms, parts = [] }: Completeness,
  form: string,
  entities: readonly Entity[],
): readonly OwedForm[] {
  const own = forms.filter((owed) => owed.form === form);
  const papers = parts.filter((owed) => owed.form === form);
  if (own.length > 0 || papers.length === 0) return own;
  const last = papers.map(endOf).reduce((left, right) => (left > right ? left : right));
  const ofLast = papers.filter((owed) => endOf(owed) === last);
  const worst = new Map(ofLast.map((owed) => [owed.entity, owed]));
  for (const paper of papers)
    for (const heir of heirsOf(paper.entity, worst, entities)) {
      const known = worst.get(heir);
      if (known && rankOf(paper) > rankOf(known)) worst.set(heir, { ...paper, entity: heir });
    }
  return ofLast.flatMap(({ entity }) => worst.get(entity) ?? []);
}

function endOf({ period = '' }: OwedForm): string {
  return monthsOf(period)[1];
}

/** Missing before waived before late before in time. */
function rankOf({ state, empty, timeliness }: OwedForm): number {
  if (state === 'waived') return 2;
  if (state !== 'accepted' || empty) return 3;
  return timeliness === 'late' ? 1 : 0;
}

function heirsOf(
  id: string,
  bodies: ReadonlyMap<string, OwedForm>,
  entities: readonly Entity[],
): readonly string[] {
  if (bodies.has(id)) return [id];
  return (entityById(entities, id)?.successors ?? []).flatMap((heir) => heirsOf(heir, bodies, entities));
}
