/** Every difference between SQLite and PostgreSQL that the queries can feel. What lies below is in the two clients. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { IN_MEMORY, type Address } from './address.ts';
import { PostgresClient } from './postgres-client.ts';
import { SqliteClient, type SqliteSettings } from './sqlite-client.ts';

/** How long a statement waits for a lock that another process holds, in milliseconds. */
const LOCK_TIMEOUT = 15_000;

/** After this a transaction whose process hangs is given up, so that it does not hold up everyone. */
const IDLE_TIMEOUT = 120_000;

interface Dialect {
  /** A transaction that only reads sees the database as it was at its first query. */
  readonly reading: Knex.TransactionConfig;
  /**
   * First query of a transaction that writes: waits until no other one writes, and until it ends no other one does.
   * SQLite takes that lock by itself when the transaction begins. One writer at a time makes both behave alike.
   */
  readonly writeLock: string | null;
  /**
   * The same for a transaction that writes about one paper alone: it waits for those that write about the same paper or
   * about anything at all, and lets those of other papers pass.
   */
  readonly paperLock: (paper: string) => string | null;
  /** Transactions that write come one after the other whatever they are about. */
  readonly oneWriter: boolean;
  /** One statement can make several writes. */
  readonly foldsWrites: boolean;
  /** `order by` term that sorts text by its bytes, whatever the server's language. */
  readonly byBytes: string;
  /** A query for the server's encoding, where it can be other than UTF-8. */
  readonly encoding: string | null;
  /** Aggregate over draft cells: one JSON text of [field, input, version, at, actor] each. */
  readonly cellsAsJson: string;
}

const SQLITE: Dialect = {
  reading: { readOnly: true },
  writeLock: null,
  paperLock: () => null,
  oneWriter: true,
  foldsWrites: false,
  byBytes: '??',
  encoding: null,
  cellsAsJson: 'json_group_array(json_array(field, json(input), version, at, actor))',
};

const POSTGRES: Dialect = {
  reading: { isolationLevel: 'repeatable read', readOnly: true },
  writeLock: "select pg_advisory_xact_lock(hashtext('tong-hop'))",
  // It goes with the words that begin the transaction, which take no bindings: a number stands for the name.
  paperLock: (paper) =>
    `select pg_advisory_xact_lock_shared(hashtext('tong-hop')), pg_advisory_xact_lock(hashtext('paper'), ${numberFor(paper)})`,
  oneWriter: false,
  foldsWrites: true,
  byBytes: '?? collate "C"',
  encoding: "select current_setting('server_encoding') as value",
  cellsAsJson: 'json_agg(json_build_array(field, input::json, version, at, actor))::text',
};

/** 32 bits with their sign. */
function numberFor(name: string): number {
  return createHash('sha256').update(name).digest().readInt32BE();
}

export function dialectOf(db: Knex): Dialect {
  return db.client instanceof SqliteClient ? SQLITE : POSTGRES;
}

/**
 * How knex opens the database. A SQLite file has three connections, so that readers do not wait for the writer;
 * more could leave no thread of Node's pool for the one that the others wait for.
 */
export function knexConfig(address: Address, create: boolean): Knex.Config {
  const shared = { compileSqlOnError: false, log: SILENT } as const;
  if (address.kind === 'sqlite') {
    const connection: SqliteSettings = { filename: address.file, create, busyTimeout: LOCK_TIMEOUT };
    const pool = address.file === IN_MEMORY ? { min: 1, max: 1 } : { min: 0, max: 3 };
    return { ...shared, client: SqliteClient, connection, pool, useNullAsDefault: true };
  }
  const timeouts = {
    connectionTimeoutMillis: 10_000,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
  };
  const connection = { connectionString: address.url, application_name: 'tong-hop', ...timeouts };
  return { ...shared, client: PostgresClient, connection, pool: { min: 0, max: 10 } };
}

/** For `orderByRaw`: the bytes of text columns, which sort the same on both databases. */
export function byBytes(db: Knex, columns: readonly string[]): Knex.Raw {
  const term = dialectOf(db).byBytes;
  return db.raw(columns.map(() => term).join(', '), [...columns]);
}

/** Knex would write statements with their values; errors carry what is needed. */
const SILENT: Knex.Logger = { warn() {}, error() {}, deprecate() {}, debug() {} };
