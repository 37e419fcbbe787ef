/** The tables of a database as it is. */
import type { Database } from '../../src/db/connect.ts';

/** @param name as `forEachDatabase` calls the database */
export async function tablesOf(db: Database, name: string): Promise<readonly string[]> {
  const query =
    name === 'SQLite'
      ? db('sqlite_master').where({ type: 'table' }).whereNot('name', 'sqlite_sequence').select('name')
      : db('information_schema.tables').where({ table_schema: 'public' }).select('table_name as name');
  const rows: readonly { name: string }[] = await query;
  return rows.map((row) => row.name).sort();
}
