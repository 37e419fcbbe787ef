/**
 * Who an earlier value is made of. A roster means its members of then, who reported under the forms of then: an
 * indicator whose owner changed goes on, and a total is the same whichever bodies there are today. Single bodies of
 * today stand for those that they took over.
 */
import type { Indicator } from '../definition.ts';
import { entityById, type Entity } from '../entity.ts';
import { madeOnce } from '../made-once.ts';
import type { PeriodId } from '../period.ts';
import { askedFor } from './asked-for.ts';
import type { Book } from './book.ts';
import { isUnchanged, lineOf, originsOf, WHOLE, type Share } from './predecessors.ts';
import { timeOf, type Time } from './rosters-then.ts';
import { bodiesOf, isNotExcepted } from './scope.ts';

export interface BodiesThen {
  /**
   * Undefined when it cannot be told: a body was divided and nothing says in what parts. Bodies that existed before and
   * took over an unknown part stand for themselves, but do not compare.
   */
  readonly shares: readonly Share[] | undefined;
  /** The bodies are not those that stand there today: their figures are added up, or weighed. */
  readonly isRestated: boolean;
  /** They are, but for new ids: one followed the other, as a city followed a province. */
  readonly isRenamed: boolean;
  /** Divided bodies of then of which a part of unknown size belongs here. */
  readonly unknown: readonly string[];
  /** Bodies that were taken over, but were not asked then. */
  readonly unasked: readonly string[];
}

/** The bodies of an earlier period behind a scope; undefined when the scope's own bodies are not known, or had none. */
export function bodiesThen(
  book: Book,
  indicator: Indicator,
  scope: string,
  period: PeriodId,
): BodiesThen | undefined {
  const then = timeOf(book.facts, period);
  const { entities, splits } = book.facts.definition;
  const entity = entityOf(book, scope);
  if (entity && isUnchanged(entity, then.day, entities)) return alone(entity);
  const names = namedBy(book, indicator, scope, then);
  if (!names) return undefined;
  const { members, bodies } = names;
  if (bodies.length === 0) return plain(members);
  const origins = originsOf(bodies, then.day, entities, splits, indicator.code);
  if (origins.without.length > 0) return undefined;
  const asked = (id: string): boolean => then.asks(indicator, id);
  // Of a time before the form there is only history: nobody was asked then, and whoever is on record counts.
  const isAsked = [...origins.shares.map((share) => share.entity), ...origins.unknown].some(asked)
    ? asked
    : () => true;
  const unknown = origins.unknown.filter(isAsked);
  const shares = origins.shares.filter((share) => isAsked(share.entity));
  const whole = new Set(members);
  const ofToday = new Set(bodies);
  const lines = new Set(bodies.map((id) => lineOf(entities, id)));
  const stands = bodies.every((id) => shares.some((share) => share.entity === id));
  return {
    shares:
      unknown.length > 0 && !stands
        ? undefined
        : [
            ...members.map((id) => ({ entity: id, weight: WHOLE })),
            ...shares.filter((share) => !whole.has(share.entity)),
          ],
    isRestated: shares.some((share) => !ofToday.has(share.entity)),
    isRenamed:
      unknown.length === 0 &&
      shares.length === bodies.length &&
      shares.every((share) => ofToday.has(share.entity) || lines.has(lineOf(entities, share.entity))),
    unknown,
    unasked: origins.shares.flatMap((share) => (isAsked(share.entity) ? [] : [share.entity])),
  };
}

/** The body that a scope is, when it is no block and no roster. */
export function entityOf(book: Book, scope: string): ReturnType<typeof entityById> {
  const { definition, members } = book.facts;
  if (scope === '' || definition.report.blocks[scope] || members[scope]) return undefined;
  return entityById(definition.entities, scope);
}

interface Named {
  /** Members of then. */
  readonly members: readonly string[];
  /** Bodies of today. */
  readonly bodies: readonly string[];
}

/** By book and by the list of those who were asked, which many indicators and periods share. */
const named = new WeakMap<Book, WeakMap<readonly string[], Map<string, Named>>>();

/** What a scope names: rosters are those of then, whatever is chosen by id or by a flag is of today. */
export function namedBy(book: Book, indicator: Indicator, scope: string, then: Time): Named | undefined {
  // Whom a flag chooses depends on the indicator too.
  if (isChosen(book, scope)) return findNamed(book, indicator, scope, then);
  const ofBook = named.get(book) ?? new WeakMap<readonly string[], Map<string, Named>>();
  named.set(book, ofBook);
  const asked = then.asked(indicator);
  if (asked.length === 0) return findNamed(book, indicator, scope, then);
  const ofAsked = ofBook.get(asked) ?? new Map<string, Named>();
  ofBook.set(asked, ofAsked);
  const answer = ofAsked.get(scope) ?? findNamed(book, indicator, scope, then);
  if (answer) ofAsked.set(scope, answer);
  return answer;
}

function isChosen(book: Book, scope: string): boolean {
  const block = book.facts.definition.report.blocks[scope];
  return block?.when !== undefined || (block?.union ?? []).some((part) => isChosen(book, part));
}

function findNamed(book: Book, indicator: Indicator, scope: string, then: Time): Named | undefined {
  const { definition, members } = book.facts;
  const wasAsked = then.asked(indicator).length > 0;
  if (scope === '')
    return wasAsked
      ? { members: then.asked(indicator), bodies: [] }
      : { members: [], bodies: [...askedFor(book, indicator.code)] };
  const block = definition.report.blocks[scope];
  if (!block) {
    if (!members[scope]) return { members: [], bodies: [scope] };
    const inScope = then.members(scope);
    const all = !wasAsked || then.asked(indicator) === inScope;
    return { members: all ? inScope : inScope.filter((id) => then.asks(indicator, id)), bodies: [] };
  }
  if (block.when !== undefined) {
    const { bodies, undecided } = bodiesOf(book, scope);
    const asked = askedFor(book, indicator.code);
    if (undecided.some(({ entity }) => asked.has(entity))) return undefined;
    return { members: [], bodies: bodies.filter((id) => asked.has(id)) };
  }
  const parts = [...(block.union ?? []), ...(block.roster === undefined ? [] : [block.roster])].map((part) =>
    namedBy(book, indicator, part, then),
  );
  if (!parts.every((part) => part !== undefined)) return undefined;
  const belongs = isNotExcepted(definition.entities, block);
  return {
    members: [...new Set(parts.flatMap((part) => part.members))].filter(belongs),
    bodies: [...new Set([...parts.flatMap((part) => part.bodies), ...(block.bodies ?? [])])].filter(belongs),
  };
}

const plains = new WeakMap<readonly string[], BodiesThen>();
const single = new WeakMap<Entity, BodiesThen>();

/** A body that stands for itself. */
function alone(entity: Entity): BodiesThen {
  return madeOnce(single, entity, ({ id }) => plain([id]));
}

/** The bodies of then as they are; one list for all that ask about it. */
function plain(bodies: readonly string[]): BodiesThen {
  return madeOnce(plains, bodies, (listed) => {
    const shares = listed.map((entity) => ({ entity, weight: WHOLE }));
    return { shares, isRestated: false, isRenamed: true, unknown: [], unasked: [] };
  });
}
