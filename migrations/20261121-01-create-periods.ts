/** Definitions by hash, the periods of each report, and what each period is compiled from (its pins; the latest counts). */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('definitions', (table) => {
    table.text('hash').notNullable().primary();
    table.text('report').notNullable();
    table.text('body').notNullable();
    table.text('stored_at').notNullable();
    table.check(TIME, ['stored_at'], 'definitions_stored_at');
  });
  await db.schema.createTable('periods', (table) => {
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('opened_at').notNullable();
    table.primary(['report', 'period']);
    table.check(TIME, ['opened_at'], 'periods_opened_at');
  });
  await db.schema.createTable('pins', (table) => {
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.integer('number').notNullable();
    table.text('definition_hash').notNullable().references('hash').inTable('definitions').index();
    table.text('settings').notNullable();
    table.text('members').notNullable();
    table.text('pinned_at').notNullable();
    table.text('actor').notNullable();
    table.primary(['report', 'period', 'number']);
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.check('?? >= 1', ['number'], 'pins_number');
    table.check(TIME, ['pinned_at'], 'pins_pinned_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('pins');
  await db.schema.dropTable('periods');
  await db.schema.dropTable('definitions');
}
