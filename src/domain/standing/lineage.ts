/** Whose earlier answers are a body's own: not those of bodies that it was put together from. */
import type { IsoDate } from '../dates.ts';
import { entityById, type Entity } from '../entity.ts';

/**
 * The body and, before it, the bodies that were the same one under another name or rank: each the only predecessor of
 * the next, and with no other heir (tỉnh Đồng Nai, which became thành phố Đồng Nai on 30 April 2026).
 */
export function sameBodies(entity: string, entities: readonly Entity[]): readonly string[] {
  const same = [entity];
  for (let id: string | undefined = entity; id !== undefined;) {
    const [former, ...others]: readonly Entity[] = predecessors(id, entities);
    const began: IsoDate = entityById(entities, id)?.validFrom ?? '';
    const alone = former && others.length === 0 && former.successors.length === 1;
    // A body that was there before is no other name of one that it took in.
    id = alone && former.validTo !== undefined && former.validTo < began ? former.id : undefined;
    if (id !== undefined) same.push(id);
  }
  return same;
}

/**
 * The bodies that a body (under any of its names) took over wholly or in part after a day, up to another: what it said
 * on the first day is no answer for what it is on the second. Without a first day, all that it was ever made from.
 */
export function takenOver(
  same: readonly string[],
  entities: readonly Entity[],
  until: IsoDate,
  after: IsoDate = '',
): readonly Entity[] {
  return same
    .flatMap((id) => predecessors(id, entities))
    .filter(({ id }) => !same.includes(id))
    .filter(({ validTo }) => validTo !== undefined && after <= validTo && validTo < until);
}

function predecessors(entity: string, entities: readonly Entity[]): readonly Entity[] {
  return entities.filter(({ successors }) => successors.includes(entity));
}
