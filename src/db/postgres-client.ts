/**
 * The PostgreSQL client of knex, whose errors are turned into problems: its own name rows and hold values. Statements
 * that come again and again are kept planned by the server: to plan a short one takes longer than to run it.
 */
import KnexPostgresClient, { type RunningQuery } from 'knex/lib/dialects/postgres/index.js';
import KnexPostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import type { Client } from 'pg';
import { runLocked } from './locked-statement.ts';
import { forgetPlans, nameOfPlan } from './planned-statements.ts';
import { DatabaseProblem, problemOf, type DatabaseFault } from './problem.ts';

type Query = string | { readonly sql: string };

/** SQLSTATE that the triggers of append-only tables raise; see the migrations. */
const APPEND_ONLY = 'TH001';

/** A statement that was planned gives other columns than then: its table was changed. Or the server does not know it. */
const PLAN_LOST: readonly string[] = ['0A000', '26000'];

export class PostgresClient extends KnexPostgresClient {
  override transaction(container: unknown, config: unknown, outerTransaction: unknown): LockingTransaction {
    return new LockingTransaction(this, container, config, outerTransaction);
  }

  override async _query(connection: unknown, query: RunningQuery): Promise<unknown> {
    const name = nameOfPlan(this.config, query.sql);
    if (name !== undefined) query.options = { ...query.options, name };
    return super._query(connection, query);
  }

  override async acquireRawConnection(): Promise<unknown> {
    try {
      return await super.acquireRawConnection();
    } catch (error) {
      throw connectingProblem(codeOf(error));
    }
  }

  override async query(connection: unknown, query: Query): Promise<unknown> {
    try {
      return await super.query(connection, query);
    } catch (error) {
      throw this.queryProblem(error, typeof query === 'string' ? query : query.sql);
    }
  }

  /** As direct.ts asks. */
  async direct(
    connection: Client,
    sql: string,
    values: readonly unknown[],
    lock: string | undefined,
  ): Promise<readonly unknown[]> {
    const text = numbered(sql);
    const config = { text, values: [...values], name: nameOfPlan(this.config, text) };
    try {
      return lock === undefined
        ? (await connection.query(config)).rows
        : await runLocked(connection, lock, config);
    } catch (error) {
      throw this.queryProblem(error, text);
    }
  }

  private queryProblem(error: unknown, sql: string): DatabaseProblem {
    if (error instanceof DatabaseProblem) return error;
    const code = codeOf(error);
    if (PLAN_LOST.includes(code)) forgetPlans(this.config);
    const constraint =
      error instanceof Error && 'constraint' in error ? ` (${String(error.constraint)})` : '';
    return problemOf(faultOf(code), `${code}${constraint}: ${sql}`);
  }
}

/** Takes the lock that it was given with the words that begin it: one message instead of two. */
class LockingTransaction extends KnexPostgresTransaction {
  private readonly lock: string | null;

  constructor(client: unknown, container: unknown, config: unknown, outerTransaction: unknown) {
    super(client, container, config, outerTransaction);
    this.lock = (config as { readonly lock?: string | null } | undefined)?.lock ?? null;
  }

  override async begin(connection: unknown): Promise<unknown> {
    if (this.lock === null) return super.begin(connection);
    try {
      return await this.trxClient.query(connection, `BEGIN; ${this.lock};`);
    } catch (error) {
      // It has begun all the same, and knex gives the connection to the next.
      await this.trxClient.query(connection, 'ROLLBACK;').catch(() => undefined);
      throw error;
    }
  }
}

/** The statement with $1, $2 … in place of its question marks; none of them stands within a text. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${(count += 1)}`);
}

function faultOf(code: string): DatabaseFault {
  switch (code) {
    case APPEND_ONLY:
      return 'append-only';
    case '23505':
      return 'conflict';
    case '23503':
    case '23001':
      return 'reference';
    case '40001':
    case '40P01':
    case '55P03':
      return 'busy';
    case '42P01':
      return 'unmigrated';
    case '25006':
      return 'read-only';
    case '53100':
      return 'full';
    default:
      if (/^(22|23)/.test(code)) return 'rule';
      return /^(08|57P|E[A-Z])|^UNKNOWN$/.test(code) ? 'lost' : 'failed';
  }
}

function connectingProblem(code: string): DatabaseProblem {
  switch (code) {
    case '28P01':
    case '28000':
      return new DatabaseProblem(
        'address',
        'Máy chủ PostgreSQL từ chối tên đăng nhập hoặc mật khẩu. Hãy kiểm tra tên và mật khẩu trong DATABASE_URL.',
        code,
      );
    case '3D000':
      return new DatabaseProblem(
        'missing',
        'Máy chủ PostgreSQL không có cơ sở dữ liệu ghi trong DATABASE_URL. Hãy tạo cơ sở dữ liệu đó hoặc sửa DATABASE_URL.',
        code,
      );
    case '53300':
      return problemOf('busy', code);
    default:
      return new DatabaseProblem(
        'lost',
        'Không kết nối được tới máy chủ PostgreSQL. Hãy kiểm tra máy chủ đang chạy, tên máy và cổng trong DATABASE_URL.',
        code,
      );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
