/** Decisions of the compiling department about a period: who need not report, and why a finding stands. */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('waivers', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('entity').notNullable();
    table.text('form');
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.index(['report', 'period']);
    table.check("?? <> ''", ['reason'], 'waivers_reason');
    table.check(TIME, ['at'], 'waivers_at');
  });
  await db.schema.createTable('justifications', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('finding').notNullable();
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.index(['report', 'period']);
    table.check("?? <> ''", ['reason'], 'justifications_reason');
    table.check(TIME, ['at'], 'justifications_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('justifications');
  await db.schema.dropTable('waivers');
}
