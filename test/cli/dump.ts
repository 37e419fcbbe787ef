/** All that a database holds, so that a test can say that nothing landed, or that all did. */
import { createHash } from 'node:crypto';
import { connect } from '../../src/db/connect.ts';

const TABLES = [
  'definitions',
  'periods',
  'pins',
  'revisions',
  'decisions',
  'figures',
  'waivers',
  'justifications',
  'history',
  'editions',
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
      for (const row of rows.map(textOf).toSorted()) hash.update(row);
    }
    return { counts, sha256: hash.digest('hex') };
  } finally {
    await db.destroy();
  }
}

/** JSON writes bytes as a list of numbers, which takes seconds for a PDF. */
function textOf(row: object): string {
  const values = Object.values(row).map((value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('base64') : value,
  );
  return JSON.stringify(values);
}
