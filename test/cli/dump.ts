/** All that a database holds, so that a test can say that nothing landed, or that all did. */
import { createHash } from 'node:crypto';
import { connect } from '../../src/db/connect.ts';

const TABLES = [
  'definitions',
  'periods',
  'pins',
  'revisions',
  'decisions',
  'figure_layouts',
  'revision_figures',
  'waivers',
  'justifications',
  'history',
  'editions',
  'corrections',
  'edition_corrections',
  'events',
  'knex_migrations',
] as const;

export interface Dump {
  readonly counts: Readonly<Record<string, number>>;
  /** Of every value of every row. */
  readonly sha256: string;
}

export async function dumpOf(databaseUrl: string): Promise<Dump> {
  const db = await connect(databaseUrl);
  try {
    const hash = createHash('sha256');
    const counts: Record<string, number> = {};
    for (const table of TABLES) {
      const rows: readonly object[] = await db
        .raw(`select * from ${table}`)
        .then((result) => result.rows ?? result);
      counts[table] = rows.length;
      for (const row of rows.map(digestOf).toSorted()) hash.update(row);
    }
    return { counts, sha256: hash.digest('hex') };
  } finally {
    await db.destroy();
  }
}

/** Value by value: JSON would write the bytes of a PDF as a list of numbers. */
function digestOf(row: object): string {
  const hash = createHash('sha256');
  for (const [column, value] of Object.entries(row)) {
    hash.update(`\0${column}\0`).update(Buffer.isBuffer(value) ? value : String(value));
  }
  return hash.digest('hex');
}
