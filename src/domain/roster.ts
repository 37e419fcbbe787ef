/** A named set of bodies; who belongs depends on the day. N/M takes its M from a roster, never from a constant. */
import { existsOn, type Entity, type EntityKind } from './entity.ts';
import type { IsoDate } from './dates.ts';

export interface Roster {
  readonly id: string;
  readonly label: string;
  /** All bodies of these kinds … */
  readonly kinds?: readonly EntityKind[];
  /** … or these bodies by id … */
  readonly bodies?: readonly string[];
  /** … or the bodies of these rosters. */
  readonly union?: readonly string[];
}

/**
 * The bodies of a roster on a day, in the order of the entities' file.
 * @throws RangeError when the roster, or one that it unites, does not exist (definitions are checked for that).
 */
export function membersOn(
  rosterId: string,
  day: IsoDate,
  rosters: readonly Roster[],
  entities: readonly Entity[],
): readonly Entity[] {
  const ids = memberIds(rosterId, rosters, entities);
  return entities.filter((entity) => ids.has(entity.id) && existsOn(entity, day));
}

function memberIds(rosterId: string, rosters: readonly Roster[], entities: readonly Entity[]): Set<string> {
  const roster = rosters.find(({ id }) => id === rosterId);
  if (!roster) throw new RangeError(`roster ${rosterId} does not exist`);
  const ids = new Set(roster.bodies);
  for (const entity of entities) if (roster.kinds?.includes(entity.kind)) ids.add(entity.id);
  for (const part of roster.union ?? []) for (const id of memberIds(part, rosters, entities)) ids.add(id);
  return ids;
}
