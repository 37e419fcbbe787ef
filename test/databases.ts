/**
 * Runs one suite on SQLite and on PostgreSQL. PostgreSQL is started once for the whole run, on the first suite that
 * needs it, and is stopped and deleted at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { startPostgres, type PostgresServer } from './postgres.ts';

export interface TestDatabases {
  /** Opens a new database of this suite with its tables made. */
  open(): Promise<Database>;
  /** The DATABASE_URL of a new, empty database of this suite, e.g. for a child process. */
  create(): Promise<string>;
}

type Suite = (name: string, open: TestDatabases['open'], create: TestDatabases['create']) => void;

/**
 * `describe` once per database. Databases that the suite opened are closed and deleted after it.
 * @param suite gets the database's name and two functions to call in hooks or tests.
 */
export function forEachDatabase(suite: Suite): void {
  describeOn('SQLite', createSqlite, suite);
  describeOn('PostgreSQL', createPostgres, suite);
}

/** The same where both databases would show the same: on SQLite alone. */
export function onSqlite(
  suite: (open: TestDatabases['open'], create: TestDatabases['create']) => void,
): void {
  describeOn('SQLite', createSqlite, (_name, open, create) => suite(open, create));
}

function describeOn(name: string, create: () => Promise<Created>, suite: Suite): void {
  describe(name, () => {
    const cleanups: (() => Promise<void>)[] = [];
    const createOne = async (): Promise<string> => {
      const created = await create();
      cleanups.push(() => created.remove());
      return created.url;
    };
    const open = async (): Promise<Database> => {
      const db = await connect(await createOne(), { create: true });
      cleanups.push(() => db.destroy());
      await migrate(db);
      return db;
    };
    after(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
    });
    suite(name, open, createOne);
  });
}

interface Created {
  readonly url: string;
  remove(): Promise<void>;
}

async function createSqlite(): Promise<Created> {
  const folder = await mkdtemp(join(tmpdir(), 'tong-hop-test-'));
  return {
    url: `sqlite:${join(folder, 'test.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

let server: Promise<PostgresServer> | undefined;
let databases = 0;

async function createPostgres(): Promise<Created> {
  const started = await (server ??= startPostgres());
  const name = `test_${(databases += 1)}`;
  return { url: await started.create(name), remove: () => started.drop(name) };
}

after('stop PostgreSQL', async () => {
  const started = await server?.catch(() => undefined);
  await started?.stop();
});
