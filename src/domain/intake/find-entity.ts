/** Finds the body that a person named in a file: by id, by any code, or by any of its names. */
import type { Entity } from '../entity.ts';
import { isPlain, nameKey, plainKey } from './name-key.ts';
import { nearestName, type Keyed } from './nearest-name.ts';

/** Bodies under the keys of each way to name them, made once for a roster. */
export interface EntityIndex {
  readonly members: readonly Entity[];
  readonly inside: Lookups;
  readonly outside: Lookups;
  /** Members under all of their names, for suggestions. */
  readonly spellings: readonly Keyed<Entity>[];
  /** What the members are, for messages. */
  readonly list: string;
}

export type EntityFinding =
  | { readonly ok: true; readonly entity: Entity }
  /** `expected` continues the word "cần …". */
  | { readonly ok: false; readonly reason: Failure; readonly expected: string };

type Failure = 'unknown' | 'ambiguous' | 'outside';
type Lookup = ReadonlyMap<string, readonly Entity[]>;

interface Lookups {
  readonly ids: Lookup;
  readonly codes: Lookup;
  readonly names: Lookup;
  readonly plainNames: Lookup;
}

/** Old form of mã định danh: unit by unit, the body itself last, e.g. "000.00.24.H40" or "000-00-00-H49". */
const OLD_CODE = /^\d{3}[.-]\d{2}[.-]\d{2}[.-]([HG]\d{2})$/;
/** Longer text is no name; it is not worth a search for something similar. */
const LONGEST_NAME = 120;

/**
 * Prepares the look-up among the bodies of a roster on a day. The other bodies serve only to say that one exists but
 * is not asked; codes and names that were reused (2025) therefore never lead to a body of another time.
 */
export function entityIndex(
  members: readonly Entity[],
  all: readonly Entity[] = [],
  list = 'danh sách nộp biểu này',
): EntityIndex {
  const ids = new Set(members.map(({ id }) => id));
  const others = all.filter(({ id }) => !ids.has(id));
  const spellings = members.flatMap((entity) =>
    [entity.id, ...namesOf(entity)].map((name) => [plainKey(name), entity] as const),
  );
  return { members, inside: lookupsOf(members), outside: lookupsOf(others), spellings, list };
}

/**
 * The one body that the text names. An id decides first, then a code, a name, and a name typed without any marks;
 * text with wrong marks is not guessed at but answered with the nearest name.
 */
export function findEntity(index: EntityIndex, text: string): EntityFinding {
  const { inside, outside } = index;
  const namesOldBody = outside.ids.get(text.trim())?.[0];
  const found = namesOldBody ? [] : search(inside, text);
  const [entity] = found;
  if (entity && found.length === 1) return { ok: true, entity };
  if (entity) return { ok: false, reason: 'ambiguous', expected: ambiguity(found) };
  const other = namesOldBody ?? search(outside, text)[0];
  if (other) return { ok: false, reason: 'outside', expected: outsideRoster(other, index) };
  return { ok: false, reason: 'unknown', expected: unknown(text, index) };
}

function lookupsOf(entities: readonly Entity[]): Lookups {
  return {
    ids: lookup(entities, ({ id }) => [id]),
    codes: lookup(entities, ({ codes }) => codes.map(codeKey)),
    names: lookup(entities, (entity) => namesOf(entity).map(nameKey)),
    plainNames: lookup(entities, (entity) => namesOf(entity).map(plainKey)),
  };
}

function namesOf({ name, shortName, aliases }: Entity): readonly string[] {
  return [name, shortName, ...aliases];
}

function lookup(entities: readonly Entity[], keysOf: (entity: Entity) => readonly string[]): Lookup {
  const found = new Map<string, Entity[]>();
  for (const entity of entities)
    for (const key of new Set(keysOf(entity)))
      if (key !== '') found.set(key, [...(found.get(key) ?? []), entity]);
  return found;
}

function search(lookups: Lookups, text: string): readonly Entity[] {
  return (
    lookups.ids.get(text.trim()) ??
    lookups.codes.get(codeKey(text)) ??
    lookups.names.get(nameKey(text)) ??
    (isPlain(text) ? lookups.plainNames.get(plainKey(text)) : undefined) ??
    []
  );
}

/** Codes without case; the old form by its last part; "1" for "01", as spreadsheets cut it. */
function codeKey(text: string): string {
  const code = text.trim().toUpperCase();
  return OLD_CODE.exec(code)?.[1] ?? (/^\d$/.test(code) ? `0${code}` : code);
}

function ambiguity(found: readonly Entity[]): string {
  return `ghi mã của đơn vị, vì tên này có thể là ${found.map(named).join(' hoặc ')}`;
}

function outsideRoster(other: Entity, { members, list }: EntityIndex): string {
  const renewed = members.find(({ id }) => other.successors.includes(id));
  const earlier = members.find(({ successors }) => successors.includes(other.id));
  const asked = `một đơn vị thuộc ${list}`;
  if (renewed) return `${asked}; ${named(other)} trong kỳ này là ${named(renewed)}`;
  if (earlier) return `${asked}; ${named(other)} trong kỳ này còn là ${named(earlier)}`;
  return `${asked}; ${named(other)} không thuộc danh sách`;
}

function unknown(text: string, { spellings, list }: EntityIndex): string {
  const asked = `tên hoặc mã của một đơn vị thuộc ${list}`;
  const near = text.length > LONGEST_NAME ? undefined : nearestName(text, spellings);
  return near ? `${asked}; có phải ${named(near)}?` : asked;
}

function named({ name, id }: Entity): string {
  return `${name} (${id})`;
}
