/** The parts of knex's own dialect clients that are extended here; knex publishes no types for them. */
declare module 'knex/lib/dialects/sqlite3/index.js' {
  import type { Knex } from 'knex';
  import type { Database as Connection } from 'sqlite3';
  class SqliteClient extends Knex.Client {
    readonly connectionSettings: {
      readonly filename: string;
      readonly create: boolean;
      readonly busyTimeout: number;
    };
    _driver(): unknown;
    query(connection: unknown, query: string | { readonly sql: string }): Promise<unknown>;
    _query(connection: Connection, query: SqliteClient.RunningQuery): Promise<unknown>;
    destroyRawConnection(connection: Connection): Promise<void>;
  }
  namespace SqliteClient {
    /** A query, which is given its answer to carry. */
    interface RunningQuery {
      readonly sql: string;
      readonly method?: string;
      readonly bindings?: readonly unknown[];
      readonly returning?: unknown;
      response?: unknown;
      context?: unknown;
    }
  }
  export = SqliteClient;
}

declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  import type { Knex } from 'knex';
  interface SqliteTransaction extends Knex.Transaction {
    readonly readOnly: boolean | undefined;
    readonly trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
    begin(connection: unknown): Promise<unknown>;
  }
  const SqliteTransaction: new (
    client: unknown,
    container: unknown,
    config: unknown,
    outerTransaction: unknown,
  ) => SqliteTransaction;
  export = SqliteTransaction;
}

declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';
  class PostgresClient extends Knex.Client {
    query(connection: unknown, query: string | { readonly sql: string }): Promise<unknown>;
    _query(connection: unknown, query: PostgresClient.RunningQuery): Promise<unknown>;
  }
  namespace PostgresClient {
    interface RunningQuery {
      readonly sql: string;
      /** What the driver is told beside the statement. */
      options?: Readonly<Record<string, unknown>> | undefined;
    }
  }
  export = PostgresClient;
}

declare module 'knex/lib/dialects/postgres/execution/pg-transaction.js' {
  import type { Knex } from 'knex';
  interface PostgresTransaction extends Knex.Transaction {
    readonly trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
    begin(connection: unknown): Promise<unknown>;
  }
  const PostgresTransaction: new (
    client: unknown,
    container: unknown,
    config: unknown,
    outerTransaction: unknown,
  ) => PostgresTransaction;
  export = PostgresTransaction;
}
