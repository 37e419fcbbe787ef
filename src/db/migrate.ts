/** Brings the database's structure up to date. Migrations are named without extension: `.ts` here is `.js` when built. */
import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import { DatabaseProblem, problemOf } from './problem.ts';
import { inTransaction } from './transaction.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
const NAME = /^(\d{8}-\d{2}-[a-z0-9-]+)\.(?:ts|js)$/;
const TABLE = 'knex_migrations';

interface MigrationFile {
  readonly name: string;
  readonly file: string;
}

const migrationSource: Knex.MigrationSource<MigrationFile> = {
  async getMigrations() {
    const files = await readdir(FOLDER);
    return files
      .sort()
      .map((file) => ({ file, name: NAME.exec(file)?.[1] ?? '' }))
      .filter(({ name }) => name !== '');
  },
  getMigrationName: ({ name }) => name,
  getMigration: ({ file }) => import(new URL(file, FOLDER).href),
};

/**
 * Runs what has not run yet, all of it or none; a second process that comes at the same time waits.
 * @returns the names of the migrations that ran.
 * @throws DatabaseProblem "version" when the database was written by a newer version of the program.
 */
export async function migrate(db: Knex): Promise<readonly string[]> {
  return inTransaction(db, async (trx) => {
    const before = await namesRun(trx);
    await requireKnown(before);
    await trx.migrate.latest({ migrationSource, tableName: TABLE });
    return (await namesRun(trx)).filter((name) => !before.includes(name));
  });
}

/** Undoes every migration, newest first, and with them all data. For tests of the migrations. */
export async function unmigrate(db: Knex): Promise<void> {
  await inTransaction(db, (trx) => trx.migrate.rollback({ migrationSource, tableName: TABLE }, true));
}

/** Names of the migrations that have not run on this database, in order; changes nothing. */
export async function pendingMigrations(db: Knex): Promise<readonly string[]> {
  const run = await namesRun(db);
  await requireKnown(run);
  const all = await migrationSource.getMigrations([]);
  return all.map(({ name }) => name).filter((name) => !run.includes(name));
}

/** @throws DatabaseProblem "unmigrated" when the structure is not up to date, "version" when it is newer than the program. */
export async function requireMigrated(db: Knex): Promise<void> {
  if ((await pendingMigrations(db)).length > 0) throw problemOf('unmigrated');
}

async function namesRun(db: Knex): Promise<readonly string[]> {
  if (!(await db.schema.hasTable(TABLE))) return [];
  return db.from<{ id: number; name: string }>(TABLE).orderBy('id').pluck('name');
}

async function requireKnown(run: readonly string[]): Promise<void> {
  const all = await migrationSource.getMigrations([]);
  const unknown = run.find((name) => all.every((known) => known.name !== name));
  if (unknown !== undefined)
    throw new DatabaseProblem(
      'version',
      `Cơ sở dữ liệu đã được một phiên bản mới hơn của phần mềm cập nhật (${unknown}). Hãy dùng phiên bản phần mềm đó hoặc mới hơn.`,
    );
}
