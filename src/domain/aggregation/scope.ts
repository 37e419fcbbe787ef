/** Which bodies a block, roster or single body means in the period, from the pinned rosters and the flag it depends on. */
import type { BlockOfBodies } from '../definition.ts';
import { entityById, type Entity } from '../entity.ts';
import { madeOnce, nested } from '../made-once.ts';
import type { Book } from './book.ts';
import type { Lack } from './measure.ts';
import { lineOf } from './predecessors.ts';
import { stanceOf } from './stance.ts';

export interface ScopedBodies {
  readonly bodies: readonly string[];
  /** Bodies of which it is not known whether they belong, because the flag that decides has no answer. */
  readonly undecided: readonly Lack[];
}

/** One book is asked the same for every indicator. */
const known = new WeakMap<Book, Map<string, ScopedBodies>>();

/**
 * The bodies of a scope, in roster order.
 * @throws RangeError when no block, roster or body has that id (definitions are checked for that).
 */
export function bodiesOf(book: Book, scope: string): ScopedBodies {
  return madeOnce(nested(known, book), scope, () => findBodies(book, scope));
}

function findBodies(book: Book, scope: string): ScopedBodies {
  const { definition, members } = book.facts;
  const block = definition.report.blocks[scope];
  if (block) return bodiesOfBlock(book, block);
  const ofRoster = members[scope];
  if (ofRoster) return { bodies: ofRoster, undecided: [] };
  if (entityById(definition.entities, scope)) return { bodies: [scope], undecided: [] };
  throw new RangeError(`no block, roster or body ${scope}`);
}

function bodiesOfBlock(book: Book, block: BlockOfBodies): ScopedBodies {
  const { facts } = book;
  const parts = (block.union ?? []).map((part) => bodiesOf(book, part));
  const belongs = isNotExcepted(facts.definition.entities, block);
  const base = [...(block.roster ? (facts.members[block.roster] ?? []) : []), ...(block.bodies ?? [])].filter(
    belongs,
  );
  const { when } = block;
  const own = when === undefined ? { bodies: base, undecided: [] } : chosenBy(book, when, base);
  const bodies = new Set([...parts, own].flatMap((part) => part.bodies).filter(belongs));
  const undecided = new Map(
    [...parts, own].flatMap((part) => part.undecided).map((lack) => [lack.entity, lack]),
  );
  return {
    bodies: [...bodies],
    undecided: [...undecided.values()].filter(({ entity }) => !bodies.has(entity) && belongs(entity)),
  };
}

/** Whether a body is none of those that a block leaves out; one that only took another id since is the same body. */
export function isNotExcepted(
  entities: readonly Entity[],
  { except = [] }: BlockOfBodies,
): (entity: string) => boolean {
  if (except.length === 0) return () => true;
  const lines = new Set(except.map((id) => lineOf(entities, id)));
  return (entity) => !lines.has(lineOf(entities, entity));
}

function chosenBy(book: Book, flag: string, bodies: readonly string[]): ScopedBodies {
  const chosen: string[] = [];
  const undecided: Lack[] = [];
  for (const entity of bodies) {
    const stance = stanceOf(book, book.measure(flag), entity);
    if ('lack' in stance) undecided.push({ entity, why: stance.lack });
    else if ('value' in stance && stance.value === 'yes') chosen.push(entity);
  }
  return { bodies: chosen, undecided };
}
