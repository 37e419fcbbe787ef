/**
 * What an uploaded workbook would change, kept until the person says so. A passing state: it is deleted when it is taken,
 * when another file takes its place, and when it is a day old.
 */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('workbook_previews', (table) => {
    table.text('token').notNullable().primary();
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('form').notNullable();
    table.text('entity').notNullable();
    table.text('made_at').notNullable();
    table.text('actor').notNullable();
    table.text('content').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.unique(['report', 'period', 'form', 'entity', 'actor']);
    table.index(['made_at']);
    table.check('length(??) = 64', ['token'], 'workbook_previews_token');
    table.check("?? like '____-__-__T__:__:__+07:00'", ['made_at'], 'workbook_previews_made_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('workbook_previews');
}
