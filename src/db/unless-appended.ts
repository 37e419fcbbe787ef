/**
 * Keeps what was read from a table to which rows are only ever added: history and the figures of earlier periods are
 * thousands of rows, and the same from one compile to the next.
 */
import type { Knex } from 'knex';
import { isSnapshot } from './transaction.ts';

interface Kept {
  readonly count: number;
  readonly last: number | null;
  readonly value: unknown;
}

/** By database, then by table, report and key. */
const kept = new WeakMap<object, Map<string, Kept>>();
const MANY = 16;

/**
 * What `read` gave the last time, if the table has the same rows of the report as then. Rows are never changed or
 * deleted, so as many rows as before, up to the same one, are the same rows. Only within a snapshot: what a
 * transaction adds and takes back may have the numbers of what another adds.
 */
export async function unlessAppended<T>(
  db: Knex,
  table: 'history' | 'decisions',
  report: string,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  if (!isSnapshot(db)) return read();
  const all = keptOf(db);
  const id = JSON.stringify([table, report, key]);
  const stamp = await db(table)
    .where({ report })
    .first<{ count: number | string; last: number | null }>(
      db.raw('count(*) as count'),
      db.raw('max(id) as last'),
    );
  const [count, last] = [Number(stamp.count), stamp.last];
  const known = all.get(id);
  if (known && known.count === count && known.last === last) return known.value as T;
  const value = await read();
  all.delete(id);
  all.set(id, { count, last, value });
  const [oldest] = all.keys();
  if (all.size > MANY && oldest !== undefined) all.delete(oldest);
  return value;
}

/** A transaction shares what its database keeps: the configuration is the same object. */
function keptOf(db: Knex): Map<string, Kept> {
  const { config } = db.client as { readonly config: object };
  const known = kept.get(config);
  if (known) return known;
  const made = new Map<string, Kept>();
  kept.set(config, made);
  return made;
}
