/**
 * Statements that every request runs, handed to the driver as they are written: the query builder and the events around
 * it take longer than a short statement itself.
 */
import type { Knex } from 'knex';

export type Value = string | number | null;

/**
 * Runs a statement with a value for each `?`, and gives its rows.
 * @param lock on PostgreSQL, outside of a transaction: the statement is one of its own, which first takes this lock
 */
export type Run = (sql: string, values?: readonly Value[], lock?: string) => Promise<readonly unknown[]>;

/** What the clients of both databases have for it. */
interface DirectClient {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
  direct(
    connection: unknown,
    sql: string,
    values: readonly Value[],
    lock: string | undefined,
  ): Promise<readonly unknown[]>;
}

/** Gives work one connection: the transaction's own, or one that nobody else uses meanwhile. */
export async function onConnection<Result>(db: Knex, work: (run: Run) => Promise<Result>): Promise<Result> {
  const client = db.client as DirectClient;
  const connection = await client.acquireConnection();
  try {
    return await work((sql, values = [], lock) => client.direct(connection, sql, values, lock));
  } finally {
    await client.releaseConnection(connection);
  }
}

/** The first row of one statement. @throws DatabaseProblem */
export async function firstRow<Row>(
  db: Knex,
  sql: string,
  values: readonly Value[],
): Promise<Row | undefined> {
  const [row] = await onConnection(db, (run) => run(sql, values));
  return row as Row | undefined;
}
