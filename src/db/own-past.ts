/**
 * What is on record of a few bodies over all periods: figures that were accepted, and values of history. Each look at a
 * form needs it, and it changes only with a decision or a loaded file, so that what was read is kept until then.
 */
import type { Knex } from 'knex';
import type { HistoryValue } from '../domain/facts.ts';
import type { FigureSheet } from '../domain/figure-sheet.ts';
import { readFiguresOfBodies } from './figures-of-bodies.ts';
import { readHistoryOf } from './history.ts';
import { inSnapshot, isSnapshot } from './transaction.ts';

export interface PastOfBodies {
  readonly figures: readonly FigureSheet[];
  readonly history: readonly HistoryValue[];
}

/**
 * The last rows of the two tables that the past comes from. Rows are only added to them, by one transaction at a time:
 * as long as the last ones are the same, so is the past.
 */
export interface PastStamp {
  readonly decision: number;
  readonly history: number;
}

interface Kept {
  readonly stamp: PastStamp;
  readonly past: PastOfBodies;
  readonly columns: number;
}

/** By database, then by report and bodies, the one that was asked for last at the end. */
const kept = new WeakMap<object, { readonly pasts: Map<string, Kept>; columns: number }>();
/** Columns of figures, of all that is kept: some thirty megabytes once they were looked at. */
const MANY = 60_000;

/**
 * Figures of some bodies, and history of some scopes.
 * @param stamp as of the same transaction, or a moment ago where there is none; read when absent
 */
export async function readPastOfBodies(
  db: Knex,
  report: string,
  { bodies, scopes }: { readonly bodies: readonly string[]; readonly scopes: readonly string[] },
  stamp?: PastStamp,
): Promise<PastOfBodies> {
  const ofDatabase = keptOf(db);
  const key = JSON.stringify([report, bodies, scopes]);
  const known = ofDatabase.pasts.get(key);
  const now = known && (stamp ?? (await readPastStamp(db)));
  if (known && now && isSame(known.stamp, now)) {
    ofDatabase.pasts.delete(key);
    ofDatabase.pasts.set(key, known);
    return known.past;
  }
  // The stamp that is kept must be of the very state that was read.
  return inSnapshot(db, async (trx) => {
    const past = {
      figures: await readFiguresOfBodies(trx, report, bodies),
      history: await readHistoryOf(trx, report, scopes),
    };
    if (isSnapshot(trx))
      keep(ofDatabase, key, { stamp: await readPastStamp(trx), past, columns: sizeOf(past) });
    return past;
  });
}

async function readPastStamp(db: Knex): Promise<PastStamp> {
  const row = await db
    .select<PastStampRow[]>(db('decisions').max('id').as('decision'), db('history').max('id').as('history'))
    .first();
  return { decision: row?.decision ?? 0, history: row?.history ?? 0 };
}

interface PastStampRow {
  readonly decision: number | null;
  readonly history: number | null;
}

function isSame(one: PastStamp, other: PastStamp): boolean {
  return one.decision === other.decision && one.history === other.history;
}

function keep(
  ofDatabase: { readonly pasts: Map<string, Kept>; columns: number },
  key: string,
  made: Kept,
): void {
  forget(ofDatabase, key);
  ofDatabase.pasts.set(key, made);
  ofDatabase.columns += made.columns;
  for (const oldest of ofDatabase.pasts.keys()) {
    if (ofDatabase.columns <= MANY || oldest === key) break;
    forget(ofDatabase, oldest);
  }
}

function forget(ofDatabase: { readonly pasts: Map<string, Kept>; columns: number }, key: string): void {
  ofDatabase.columns -= ofDatabase.pasts.get(key)?.columns ?? 0;
  ofDatabase.pasts.delete(key);
}

function sizeOf({ figures, history }: PastOfBodies): number {
  return figures.reduce((sum, { columns }) => sum + columns.length, 1) + history.length;
}

/** A transaction shares what its database keeps: the configuration is the same object. */
function keptOf(db: Knex): { readonly pasts: Map<string, Kept>; columns: number } {
  const { config } = db.client as { readonly config: object };
  const known = kept.get(config) ?? { pasts: new Map<string, Kept>(), columns: 0 };
  kept.set(config, known);
  return known;
}
