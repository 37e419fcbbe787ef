/**
 * The SQLite client of knex, made safe: the one place that names the driver, the settings that every connection needs
 * (the driver leaves foreign keys off and starts without WAL), transactions that take the write lock at once, and
 * statements that stay prepared.
 */
import KnexSqliteClient, { type RunningQuery } from 'knex/lib/dialects/sqlite3/index.js';
import KnexSqliteTransaction from 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js';
import sqlite3 from 'sqlite3';
import { IN_MEMORY } from './address.ts';
import { DatabaseProblem, problemOf, type DatabaseFault } from './problem.ts';
import { finalizeAll, isRepeated, runPrepared } from './sqlite-statements.ts';

/** Below this a race between a checkpoint and a writer can corrupt a database in WAL mode. */
const OLDEST_SAFE = [3, 51, 3] as const;

/** Turning WAL on needs the file alone and does not wait for the lock by itself. */
const WAL_ATTEMPTS = 50;

export interface SqliteSettings {
  readonly filename: string;
  /** Make the file when it does not exist. */
  readonly create: boolean;
  /** How long a statement waits for another process's write lock, in milliseconds. */
  readonly busyTimeout: number;
}

type Query = string | { readonly sql: string };

/** What knex needs of a client for `sqlite3`, with the differences named in the head of this file. */
export class SqliteClient extends KnexSqliteClient {
  override _driver(): unknown {
    return sqlite3;
  }

  override async acquireRawConnection(): Promise<sqlite3.Database> {
    const settings = this.connectionSettings;
    try {
      const connection = await open(settings);
      await prepare(connection, settings);
      return connection;
    } catch (error) {
      if (error instanceof DatabaseProblem) throw error;
      throw openingProblem(error, settings.filename);
    }
  }

  override async destroyRawConnection(connection: sqlite3.Database): Promise<void> {
    await finalizeAll(connection);
    await super.destroyRawConnection(connection);
  }

  override async _query(connection: sqlite3.Database, query: RunningQuery): Promise<unknown> {
    if (!isRepeated(query.sql)) return super._query(connection, query);
    const { response, context } = await runPrepared(
      connection,
      query.sql,
      methodOf(query),
      query.bindings ?? [],
    );
    query.response = response;
    query.context = context;
    return query;
  }

  /** As direct.ts asks. */
  async direct(
    connection: sqlite3.Database,
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly unknown[]> {
    try {
      const { response } = await runPrepared(connection, sql, 'all', values);
      return response as readonly unknown[];
    } catch (error) {
      throw queryProblem(error, sql);
    }
  }

  override transaction(container: unknown, config: unknown, outerTransaction: unknown): ImmediateTransaction {
    return new ImmediateTransaction(this, container, config, outerTransaction);
  }

  override async query(connection: unknown, query: Query): Promise<unknown> {
    try {
      return await super.query(connection, query);
    } catch (error) {
      throw queryProblem(error, query);
    }
  }
}

/** Whether rows are wanted, by knex's own rule. */
function methodOf({ method, returning }: RunningQuery): 'all' | 'run' {
  if (method === 'insert' || method === 'update') return returning ? 'all' : 'run';
  return method === 'counter' || method === 'del' ? 'run' : 'all';
}

/**
 * Takes the write lock when it begins: with plain BEGIN a transaction that reads and then writes fails when another
 * process wrote in between. A read-only one is a snapshot and takes no lock.
 */
class ImmediateTransaction extends KnexSqliteTransaction {
  override begin(connection: unknown): Promise<unknown> {
    return this.trxClient.query(connection, this.readOnly ? 'BEGIN;' : 'BEGIN IMMEDIATE;');
  }
}

/** @throws DatabaseProblem "version" when this SQLite is older than 3.51.3. */
export function requireSafeSqlite(version: string): void {
  const numbers = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SAFE.entries()) {
    const number = numbers[index] ?? 0;
    if (number > least) return;
    if (number < least)
      throw new DatabaseProblem(
        'version',
        `Thư viện SQLite đi kèm là phiên bản ${version}, thấp hơn ${OLDEST_SAFE.join('.')} nên có thể làm hỏng dữ liệu; hãy cài lại gói sqlite3 (npm install) rồi chạy lại.`,
      );
  }
}

function open({ filename, create }: SqliteSettings): Promise<sqlite3.Database> {
  const mode = sqlite3.OPEN_READWRITE | (create || filename === IN_MEMORY ? sqlite3.OPEN_CREATE : 0);
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(filename, mode, (error) =>
      error ? reject(error) : resolve(connection),
    );
  });
}

async function prepare(
  connection: sqlite3.Database,
  { filename, busyTimeout }: SqliteSettings,
): Promise<void> {
  try {
    connection.configure('busyTimeout', busyTimeout);
    const { version } = await first<{ version: string }>(connection, 'select sqlite_version() as version');
    requireSafeSqlite(version);
    if (filename !== IN_MEMORY) await turnWalOn(connection);
    await run(connection, 'pragma synchronous = full');
    await run(connection, 'pragma foreign_keys = on');
    // Without it INSERT OR REPLACE deletes rows behind the back of the triggers that forbid deleting.
    await run(connection, 'pragma recursive_triggers = on');
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function turnWalOn(connection: sqlite3.Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { journal_mode: mode } = await first<{ journal_mode: string }>(
        connection,
        'pragma journal_mode = wal',
      );
      if (mode === 'wal') return;
      throw new DatabaseProblem(
        'unreadable',
        'Ổ đĩa chứa tệp cơ sở dữ liệu không hỗ trợ chế độ ghi an toàn (WAL) của SQLite. Hãy đặt tệp trên ổ đĩa của chính máy chạy phần mềm.',
      );
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || attempt === WAL_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function first<Row>(connection: sqlite3.Database, sql: string): Promise<Row> {
  return new Promise((resolve, reject) => {
    connection.get<Row>(sql, (error, row) =>
      error || !row ? reject(error ?? new Error('no row')) : resolve(row),
    );
  });
}

function run(connection: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.exec(sql, (error) => (error ? reject(error) : resolve()));
  });
}

function openingProblem(error: unknown, filename: string): DatabaseProblem {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return new DatabaseProblem(
      'unreadable',
      `Tệp ${filename} không phải là cơ sở dữ liệu SQLite hoặc đã bị hỏng. Hãy kiểm tra DATABASE_URL hoặc khôi phục tệp từ bản sao lưu.`,
      code,
    );
  if (code === 'SQLITE_BUSY') return problemOf('busy', code);
  return new DatabaseProblem(
    'unreadable',
    `Không mở được tệp cơ sở dữ liệu ${filename}. Hãy kiểm tra đường dẫn trong DATABASE_URL và quyền đọc, ghi đối với tệp và thư mục chứa tệp.`,
    code,
  );
}

function queryProblem(error: unknown, query: Query): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  const sql = typeof query === 'string' ? query : query.sql;
  // SQLite's own words name tables and rules, never values; knex has put the statement before them.
  return problemOf(faultOf(code, message), `${message.slice(message.lastIndexOf('SQLITE_'))}: ${sql}`);
}

function faultOf(code: string, message: string): DatabaseFault {
  switch (code) {
    case 'SQLITE_CONSTRAINT':
      if (message.includes('append-only')) return 'append-only';
      if (message.includes('UNIQUE constraint')) return 'conflict';
      return message.includes('FOREIGN KEY constraint') ? 'reference' : 'rule';
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return 'busy';
    case 'SQLITE_READONLY':
      return 'read-only';
    case 'SQLITE_FULL':
      return 'full';
    case 'SQLITE_IOERR':
    case 'SQLITE_CORRUPT':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_NOTADB':
      return 'unreadable';
    default:
      return message.includes('no such table') ? 'unmigrated' : 'failed';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
