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
 * The bodies of a roster on a day, in the order of the entities' file; those that it unites roster by roster, each body
 * once: ministries stand before provinces in `union: [bo, tinh]`.
 * @throws RangeError when the roster, or one that it unites, does not exist (definitions are checked for that).
 */
export function membersOn(
  rosterId: string,
  day: IsoDate,
  rosters: readonly Roster[],
  entities: readonly Entity[],
): readonly Entity[] {
  return [...allMembers(rosterId, rosters, entities)].filter((entity) => existsOn(entity, day));
}

function allMembers(rosterId: string, rosters: readonly Roster[], entities: readonly Entity[]): Set<Entity> {
  const roster = rosters.find(({ id }) => id === rosterId);
  if (!roster) throw new RangeError(`roster ${rosterId} does not exist`);
  const { kinds, union = [] } = roster;
  const bodies = new Set(roster.bodies);
  const own = entities.filter(({ id, kind }) => kinds?.includes(kind) === true || bodies.has(id));
  return new Set([...own, ...union.flatMap((part) => [...allMembers(part, rosters, entities)])]);
}
