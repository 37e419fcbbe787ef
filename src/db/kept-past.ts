/**
 * Keeps what was read of earlier periods. It changes only with a decision or a loaded file of history, while every look
 * at a form asks for it again. A stamp that is read with each paper says whether it still is so, whichever process wrote.
 */
import type { Knex } from 'knex';
import { inSnapshot, isSnapshot } from './transaction.ts';

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
  readonly value: unknown;
  readonly size: number;
}

interface Store {
  /** What was asked for last stands at the end. */
  readonly pasts: Map<string, Kept>;
  size: number;
}

const stores = new WeakMap<object, Store>();
/** Columns of figures and cells of answers in all: some thirty megabytes once they were looked at. */
const MANY = 60_000;

/**
 * What `read` gave the last time under this key, unless something was decided or loaded since.
 * @param stamp as of the same transaction, or of a moment ago where there is none; read when absent
 * @param read gives the value with its size, in columns or cells
 */
export async function unlessDecided<T>(
  db: Knex,
  key: string,
  stamp: PastStamp | undefined,
  read: (trx: Knex) => Promise<{ readonly value: T; readonly size: number }>,
): Promise<T> {
  const store = storeOf(db);
  const known = store.pasts.get(key);
  const now = known && (stamp ?? (await readPastStamp(db)));
  if (known && now?.decision === known.stamp.decision && now.history === known.stamp.history) {
    store.pasts.delete(key);
    store.pasts.set(key, known);
    return known.value as T;
  }
  // The stamp that is kept is of the very state that was read, and of one that nothing takes back.
  return inSnapshot(db, async (trx) => {
    const { value, size } = await read(trx);
    if (isSnapshot(trx)) keep(store, key, { stamp: await readPastStamp(trx), value, size });
    return value;
  });
}

interface StampRow {
  readonly decision: number | null;
  readonly history: number | null;
}

async function readPastStamp(db: Knex): Promise<PastStamp> {
  const row = await db
    .select<StampRow[]>(db('decisions').max('id').as('decision'), db('history').max('id').as('history'))
    .first();
  return { decision: row?.decision ?? 0, history: row?.history ?? 0 };
}

function keep(store: Store, key: string, made: Kept): void {
  forget(store, key);
  store.pasts.set(key, made);
  store.size += made.size;
  for (const oldest of store.pasts.keys()) {
    if (store.size <= MANY || oldest === key) break;
    forget(store, oldest);
  }
}

function forget(store: Store, key: string): void {
  store.size -= store.pasts.get(key)?.size ?? 0;
  store.pasts.delete(key);
}

/** A transaction shares what its database keeps: the configuration is the same object. */
function storeOf(db: Knex): Store {
  const { config } = db.client as { readonly config: object };
  const known = stores.get(config) ?? { pasts: new Map<string, Kept>(), size: 0 };
  stores.set(config, known);
  return known;
}
