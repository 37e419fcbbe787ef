/** Rows of tables are corrected too: `field` is then the table, these the row's number before and after; 0: not there. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('corrections', (table) => {
    table.integer('row_before');
    table.integer('row_after');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('corrections', (table) => {
    table.dropColumn('row_after');
    table.dropColumn('row_before');
  });
}
