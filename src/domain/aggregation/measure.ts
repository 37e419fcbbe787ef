/** What can be asked of a period's figures, and what is answered: the vocabulary of aggregation. */
import type { Indicator, Span } from '../definition.ts';
import type { IsoDate } from '../dates.ts';
import type { Exact } from '../exact.ts';
import type { PeriodId } from '../period.ts';

/** One value of one indicator: over which bodies, for which part of time, of which period. */
export interface Measure {
  readonly indicator: string;
  readonly span: Span;
  /** A block, roster or body id; "" for all who are asked. */
  readonly scope: string;
  /** Class of a status that is counted. */
  readonly status?: string;
  readonly period: PeriodId;
}

/** Why a body is not in a value. `waived`, `justified` and `optional` leave it out on purpose, the others stop a final. */
export type LackReason =
  | 'not-submitted'
  | 'not-accepted'
  | 'blank'
  | 'pending'
  | 'not-asked'
  | 'no-history'
  | 'waived'
  | 'justified'
  | 'optional';

export interface Lack {
  readonly entity: string;
  readonly why: LackReason;
}

/** Why there is no value although no body is to blame. */
export type Gap = 'no-history' | 'zero-base' | 'series-break' | 'bodies-changed' | 'not-applicable';

export interface Aggregate {
  /** Ledger id. */
  readonly id: string;
  readonly measure: Measure;
  readonly indicator: Indicator;
  /** In units, đồng or percent; null when it cannot be computed at all. With lacks, the value of those who answered. */
  readonly value: Exact | null;
  /** known: all answered · partial: only waived or justified bodies lack · missing: a final must not print it. */
  readonly state: 'known' | 'partial' | 'missing';
  readonly lacking: readonly Lack[];
  readonly gap?: Gap;
  /** The day on which a stock holds. */
  readonly asOf: IsoDate;
}

/** An aggregate that has a value and may be printed. */
export type KnownAggregate = Aggregate & { readonly value: Exact };

/** The aggregate when it has a value that may be printed, else undefined. */
export function usable(aggregate: Aggregate): KnownAggregate | undefined {
  return isKnown(aggregate) && aggregate.state !== 'missing' ? aggregate : undefined;
}

/** True when there is a value, even one that only some bodies answered. */
export function isKnown(aggregate: Aggregate): aggregate is KnownAggregate {
  return aggregate.value !== null;
}

/** A body that answered yes (or stands in the class), with the date of the document behind it. */
export interface CountedBody {
  readonly entity: string;
  /** Ledger id of its answer, or of the number that decides. */
  readonly cell: string;
  readonly date?: IsoDate;
}

/** A count of bodies: `value` is N. */
export interface Count extends Aggregate {
  readonly yes: readonly CountedBody[];
  readonly no: readonly CountedBody[];
  /** M: the bodies of the block to which the question applies. */
  readonly total: number;
  /** Ledger id of M. */
  readonly totalId: string;
}

const ON_PURPOSE: readonly LackReason[] = ['waived', 'justified', 'optional'];

/** The measure asked last, and its id: one measure is asked for its id several times in a row. */
let last: { readonly measure: Measure; readonly id: string } | undefined;

/** The stable ledger id of a measure. */
export function measureId(measure: Measure): string {
  if (last?.measure === measure) return last.id;
  const { indicator, status, period, span, scope } = measure;
  const id = `${indicator}${status ? `[${status}]` : ''}@${period}:${span}/${scope || '*'}`;
  last = { measure, id };
  return id;
}

/** The state that follows from the bodies that lack. */
export function stateOf(lacking: readonly Lack[]): Aggregate['state'] {
  if (lacking.length === 0) return 'known';
  return lacking.every(({ why }) => ON_PURPOSE.includes(why)) ? 'partial' : 'missing';
}

/** The worse of several states. */
export function worst(states: readonly Aggregate['state'][]): Aggregate['state'] {
  if (states.includes('missing')) return 'missing';
  return states.includes('partial') ? 'partial' : 'known';
}

const NONE: readonly Lack[] = [];

/** Lacks of several inputs, each body once. */
export function mergeLacks(lists: readonly (readonly Lack[])[]): readonly Lack[] {
  if (lists.every((list) => list.length === 0)) return NONE;
  const byEntity = new Map<string, Lack>();
  for (const list of lists)
    for (const lack of list) if (!byEntity.has(lack.entity)) byEntity.set(lack.entity, lack);
  return [...byEntity.values()];
}
