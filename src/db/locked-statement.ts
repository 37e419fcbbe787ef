/**
 * A statement of PostgreSQL that first waits for a lock: both go in one message and are one transaction, which the server
 * begins by itself and ends when the statement is done, or takes back. With words to begin and to commit it takes three.
 */
import type { Client, QueryConfig, QueryResult } from 'pg';

/**
 * @param lock a query that takes the lock until the transaction ends
 * @param config a statement with values; it sees what was committed before the lock was given
 * @returns its rows
 */
export async function runLocked(
  client: Client,
  lock: string,
  config: QueryConfig,
): Promise<readonly unknown[]> {
  // Loaded by those who are connected to PostgreSQL: it takes longer to load than a short command on SQLite to run.
  const { Query } = await import('pg');
  return new Promise((resolve, reject) => {
    const query = new Query(config, (error: Error | undefined, results: unknown) =>
      error ? reject(error) : resolve((results as readonly QueryResult[]).at(-1)?.rows ?? []),
    );
    const submit = query.submit.bind(query);
    query.submit = (connection) => {
      connection.stream.cork();
      try {
        // Without a "sync" after it, the next statement belongs to the same transaction, and is left out if this one fails.
        connection.parse({ name: '', text: lock, types: [] }, true);
        connection.bind({}, true);
        connection.describe({ type: 'P' }, true);
        connection.execute({}, true);
        return submit(connection);
      } finally {
        connection.stream.uncork();
      }
    };
    client.query(query);
  });
}
