/** All that a database holds, so that a test can say that nothing landed, or that all did. */
import { createHash } from 'node:crypto';
import { parseAddress } from '../../src/db/address.ts';
import { connect } from '../../src/db/connect.ts';

/** Their own tables, as each database lists them. */
const TABLES = {
  sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name",
  postgres:
    "select table_name as name from information_schema.tables where table_schema = 'public' order by name",
} as const;

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
    const rowsOf = async <Row extends object>(sql: string): Promise<readonly Row[]> => {
      const result = await db.raw(sql);
      return result.rows ?? result;
    };
    const { kind } = parseAddress(databaseUrl);
    for (const { name: table } of await rowsOf<{ readonly name: string }>(TABLES[kind])) {
      const rows = await rowsOf(`select * from ${table}`);
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
