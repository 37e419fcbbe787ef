/** Bodies change: what a body formed by a merger is compared with is what its predecessors reported. */
import type { IsoDate } from '../dates.ts';
import { entityById, existsOn, type Entity } from '../entity.ts';

/**
 * The bodies that did on a day what the given ones do now: those that existed, and for the others the bodies they took
 * over. Undefined when it cannot be told: a body has no predecessor, or one that was split between these and others.
 */
export function bodiesThen(
  bodies: readonly string[],
  day: IsoDate,
  entities: readonly Entity[],
): readonly string[] | undefined {
  const now = new Set(bodies);
  const then = new Set<string>();
  const open = [...bodies];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entity = entityById(entities, id);
    if (!entity || existsOn(entity, day)) {
      then.add(id);
      continue;
    }
    const before = entities.filter(({ successors }) => successors.includes(entity.id));
    const isWhole = before.every(({ successors }) => successors.every((heir) => now.has(heir)));
    if (before.length === 0 || !isWhole) return undefined;
    for (const { id: former } of before) now.add(former);
    open.push(...before.map(({ id: former }) => former));
  }
  return [...then];
}
