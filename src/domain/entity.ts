/** A body that reports: its names, codes and life. Codes are no keys: they were reused in 2025. */
import type { IsoDate } from './dates.ts';

/** tinh: province · thanh-pho: city · bo: ministry · ngang-bo: ministerial body · thuoc-chinh-phu · khac. */
export type EntityKind = 'tinh' | 'thanh-pho' | 'bo' | 'ngang-bo' | 'thuoc-chinh-phu' | 'khac';

export interface Entity {
  /** Our own id, a slug: stable, unique, used in files and in the database. */
  readonly id: string;
  readonly kind: EntityKind;
  /** As written within a sentence: "tỉnh Nam Định", "Bộ Nội vụ". */
  readonly name: string;
  /** "Nam Định", "BNV". */
  readonly shortName: string;
  /** Codes of all systems, e.g. GSO "36" and mã định danh "H40"; valid while the body is. */
  readonly codes: readonly string[];
  /** Other spellings accepted on input. */
  readonly aliases: readonly string[];
  /** First and last day of its life; absent = before the system's scope, still alive. */
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** Ids of the bodies that took over, the main one first. */
  readonly successors: readonly string[];
}

const indexes = new WeakMap<readonly Entity[], ReadonlyMap<string, Entity>>();

/** The entity with an id. The list is indexed when it is first asked: bodies are looked up tens of thousands of times. */
export function entityById(entities: readonly Entity[], id: string): Entity | undefined {
  let index = indexes.get(entities);
  if (index === undefined) {
    index = new Map(entities.map((entity) => [entity.id, entity]));
    indexes.set(entities, index);
  }
  return index.get(id);
}

/** True when the body exists on that day (both ends inclusive). */
export function existsOn(entity: Entity, day: IsoDate): boolean {
  return (entity.validFrom ?? day) <= day && day <= (entity.validTo ?? day);
}
