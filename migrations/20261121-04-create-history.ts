/** Values of periods before the system's time, from files. Of the rows of one key the latest counts. */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('history', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('indicator').notNullable();
    table.text('period').notNullable();
    table.text('span').notNullable();
    table.text('scope').notNullable();
    table.text('status').notNullable();
    table.text('value').notNullable();
    table.text('basis').notNullable();
    table.text('source').notNullable();
    table.text('rounded_to');
    table.text('loaded_at').notNullable();
    table.index(['report', 'indicator', 'period']);
    table.check("?? in ('period', 'ytd', 'cumulative')", ['span'], 'history_span');
    table.check("?? in ('published', 'illustrative')", ['basis'], 'history_basis');
    table.check("?? <> ''", ['value'], 'history_value');
    table.check("?? <> ''", ['source'], 'history_source');
    table.check(TIME, ['loaded_at'], 'history_loaded_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('history');
}
