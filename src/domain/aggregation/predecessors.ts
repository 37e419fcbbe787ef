/**
 * Bodies change: whose figures of an earlier day are those of the bodies of today. A merged body stands for all that
 * it took over; of a divided one it stands for the part that its weight says, and without weights nobody knows.
 */
import type { IsoDate } from '../dates.ts';
import { splitOf, type Split } from '../definition/split.ts';
import { entityById, existsOn, type Entity } from '../entity.ts';
import { exact, sum, ZERO, type Exact } from '../exact.ts';

/** A body of an earlier day, and what part of its figures is counted. */
export interface Share {
  readonly entity: string;
  readonly weight: Exact;
}

export interface Origins {
  /** In the order of the entities' file for each of the given bodies. */
  readonly shares: readonly Share[];
  /** Bodies of then of which a part went to the given ones, nobody knows how much. */
  readonly unknown: readonly string[];
  /** Given bodies that did not exist then and took nobody over. */
  readonly without: readonly string[];
}

export const WHOLE = exact('1');

/**
 * Where the figures of some bodies come from on an earlier day.
 * @param indicator whose weights count, where a body was divided
 */
export function originsOf(
  bodies: readonly string[],
  day: IsoDate,
  entities: readonly Entity[],
  splits: readonly Split[] | undefined,
  indicator: string,
): Origins {
  const now = new Set(bodies);
  const found = new Set<string>();
  const without: string[] = [];
  for (const body of bodies) {
    const own = new Set<string>();
    collect(body, day, entities, own, new Set());
    for (const id of own) found.add(id);
    if (own.size === 0 && isYounger(entities, body, day)) without.push(body);
  }
  const parts = new Map<string, Exact | undefined>();
  const flow = (id: string): Exact | undefined => {
    if (now.has(id)) return WHOLE;
    if (!parts.has(id)) parts.set(id, divided(entityById(entities, id), flow));
    return parts.get(id);
  };
  const divided = (entity: Entity | undefined, next: typeof flow): Exact | undefined => {
    const heirs = (entity?.successors ?? []).map((id) => ({ id, part: next(id) }));
    const [first = { part: ZERO }] = heirs;
    if (heirs.every(({ part }) => part !== undefined && first.part?.equals(part) === true)) return first.part;
    const weights = splitOf(splits, entity?.id ?? '', indicator)?.weights;
    if (!weights) return undefined;
    const weighed = heirs.map(({ id, part }) => part?.mul(exact(weights[id] ?? '0')));
    return weighed.every((part) => part !== undefined) ? sum(weighed) : undefined;
  };
  const origins = [...found].map((entity) => ({ entity, weight: flow(entity) }));
  return {
    shares: origins.flatMap(({ entity, weight }) =>
      weight === undefined || weight.equals(0) ? [] : [{ entity, weight }],
    ),
    unknown: origins.flatMap(({ entity, weight }) => (weight === undefined ? [entity] : [])),
    without,
  };
}

/**
 * The last of the bodies that followed one another one by one, as when a province becomes a city: they are one body
 * under several ids, so that even its answers to a yes-or-no question compare.
 */
export function lineOf(entities: readonly Entity[], id: string): string {
  for (let current = entityById(entities, id); ;) {
    const [only, ...others] = current?.successors ?? [];
    const heir = only === undefined ? undefined : entityById(entities, only);
    // A body that was there before is no other name of one that it took in.
    const isOther = (heir?.validFrom ?? '') <= (current?.validTo ?? '');
    if (!heir || isOther || others.length > 0 || takenOver(entities, heir.id).length > 1)
      return current?.id ?? id;
    current = heir;
  }
}

/** True when a body that existed on the day stands for itself alone: nothing was added to it since. */
export function isUnchanged(entity: Entity, day: IsoDate, entities: readonly Entity[]): boolean {
  return existsOn(entity, day) && !takenOver(entities, entity.id).some(({ validTo = '' }) => validTo >= day);
}

/** The body itself, and all that it took over since the day, as far back as they existed on it. */
function collect(
  id: string,
  day: IsoDate,
  entities: readonly Entity[],
  found: Set<string>,
  seen: Set<string>,
): void {
  if (seen.has(id)) return;
  seen.add(id);
  const entity = entityById(entities, id);
  if (!entity || existsOn(entity, day)) found.add(id);
  for (const former of takenOver(entities, id))
    if ((former.validTo ?? '') >= day) collect(former.id, day, entities, found, seen);
}

function isYounger(entities: readonly Entity[], id: string, day: IsoDate): boolean {
  return (entityById(entities, id)?.validFrom ?? day) > day;
}

const indexes = new WeakMap<readonly Entity[], ReadonlyMap<string, readonly Entity[]>>();
const NOBODY: readonly Entity[] = [];

/** The bodies that a body took over, in the order of their file. */
export function takenOver(entities: readonly Entity[], id: string): readonly Entity[] {
  let index = indexes.get(entities);
  if (!index) {
    const heirs = new Map<string, Entity[]>();
    for (const entity of entities)
      for (const heir of entity.successors) heirs.set(heir, [...(heirs.get(heir) ?? []), entity]);
    index = heirs;
    indexes.set(entities, index);
  }
  return index.get(id) ?? NOBODY;
}
