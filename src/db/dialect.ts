/** Every difference between SQLite and PostgreSQL that the queries can feel. What lies below is in the two clients. */
import type { Knex } from 'knex';
import { IN_MEMORY, type Address } from './address.ts';
import { PostgresClient, RETRY } from './postgres-client.ts';
import { DatabaseProblem } from './problem.ts';
import { SqliteClient, type SqliteSettings } from './sqlite-client.ts';

interface Dialect {
  /** A transaction that writes sees nothing of others until it ends, nor they of it. */
  readonly writing: Knex.TransactionConfig;
  /** A transaction that only reads sees the database as it was at its first query. */
  readonly reading: Knex.TransactionConfig;
  /** Keeps other migrations out until the transaction ends; null where the write lock does. */
  readonly migrationLock: string | null;
  /** `order by` term that sorts text by its bytes, whatever the server's language. */
  readonly byBytes: string;
  /** What must be true of the server: a query and the answer that it should give; null when there is nothing to ask. */
  readonly encoding: { readonly sql: string; readonly is: string } | null;
}

const SQLITE: Dialect = {
  writing: {},
  reading: { readOnly: true },
  migrationLock: null,
  byBytes: '??',
  encoding: null,
};

const POSTGRES: Dialect = {
  writing: { isolationLevel: 'serializable' },
  reading: { isolationLevel: 'repeatable read', readOnly: true },
  migrationLock: "select pg_advisory_xact_lock(hashtext('tong-hop migrate'))",
  byBytes: '?? collate "C"',
  encoding: { sql: "select current_setting('server_encoding') as value", is: 'UTF8' },
};

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
    const connection: SqliteSettings = { filename: address.file, create };
    const pool = address.file === IN_MEMORY ? { min: 1, max: 1 } : { min: 0, max: 3 };
    return { ...shared, client: SqliteClient, connection, pool, useNullAsDefault: true };
  }
  const connection: Knex.PgConnectionConfig = {
    connectionString: address.url,
    connectionTimeoutMillis: 10_000,
    application_name: 'tong-hop',
  };
  return { ...shared, client: PostgresClient, connection, pool: { min: 0, max: 10 } };
}

/** True when a transaction lost against a concurrent one and will go through when it is run again. */
export function mayRetry(error: unknown): boolean {
  return error instanceof DatabaseProblem && RETRY in error;
}

/** Orders rows by the bytes of text columns, the same on both databases. */
export function orderByBytes<Query extends Knex.QueryBuilder>(
  db: Knex,
  query: Query,
  columns: readonly string[],
): Query {
  const term = dialectOf(db).byBytes;
  return query.orderByRaw(columns.map(() => term).join(', '), [...columns]) as Query;
}

/** Knex would write statements with their values; errors carry what is needed. */
const SILENT: Knex.Logger = { warn() {}, error() {}, deprecate() {}, debug() {} };
