/**
 * Statements that stay prepared. The driver would prepare each one anew whenever it runs, which is a second trip to
 * another thread, and for a short statement takes longer than running it.
 */
import type sqlite3 from 'sqlite3';

/** What a run gives: the rows that were asked for, or how many were changed, with the driver's word on it. */
export interface Outcome {
  readonly response: unknown;
  readonly context: sqlite3.RunResult;
}

/** By connection, then by their text, the one that ran last at the end. */
const kept = new WeakMap<sqlite3.Database, Map<string, Promise<sqlite3.Statement>>>();
const MANY = 150;
/** Longer ones insert many rows, or name many bodies: hardly two are alike. */
const LONGEST = 4_000;
/** What defines tables, or sets the connection, runs once. */
const REPEATED = /^\s*(?:select|insert|update|delete|with|begin|commit|rollback)\b/i;

/** True for a statement that will run again in the same words. */
export function isRepeated(sql: string): boolean {
  return sql.length <= LONGEST && REPEATED.test(sql);
}

/** Runs a statement, prepared before if it ran before. One that fails is forgotten. */
export async function runPrepared(
  connection: sqlite3.Database,
  sql: string,
  method: 'all' | 'run',
  bindings: readonly unknown[],
): Promise<Outcome> {
  const statement = await prepared(connection, sql);
  return new Promise((resolve, reject) => {
    statement[method](
      bindings,
      function done(this: sqlite3.RunResult, error: Error | null, rows?: unknown[]) {
        if (error) {
          forget(connection, sql);
          reject(error);
        } else resolve({ response: rows, context: this });
      },
    );
  });
}

/** Ends all statements of a connection, without which it cannot be closed. */
export async function finalizeAll(connection: sqlite3.Database): Promise<void> {
  const all = kept.get(connection);
  kept.delete(connection);
  for (const statement of all?.values() ?? []) (await statement.catch(() => undefined))?.finalize();
}

function prepared(connection: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  const ofConnection = kept.get(connection) ?? new Map<string, Promise<sqlite3.Statement>>();
  kept.set(connection, ofConnection);
  const statement = ofConnection.get(sql) ?? prepare(connection, sql);
  ofConnection.delete(sql);
  ofConnection.set(sql, statement);
  const [oldest] = ofConnection.keys();
  if (ofConnection.size > MANY && oldest !== undefined) forget(connection, oldest);
  return statement;
}

function prepare(connection: sqlite3.Database, sql: string): Promise<sqlite3.Statement> {
  return new Promise((resolve, reject) => {
    const statement = connection.prepare(sql, (error: Error | null) => {
      if (!error) resolve(statement);
      else {
        kept.get(connection)?.delete(sql);
        reject(error);
      }
    });
  });
}

/** What runs just now is ended when it is done: the driver keeps the order. */
function forget(connection: sqlite3.Database, sql: string): void {
  const statement = kept.get(connection)?.get(sql);
  kept.get(connection)?.delete(sql);
  statement?.then(
    (ready) => ready.finalize(),
    () => undefined,
  );
}
