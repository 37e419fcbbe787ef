/** The log of acts: who did what, when and why; written in the transaction of the act. */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('events', (table) => {
    table.increments('id');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.text('kind').notNullable();
    table.text('report').notNullable();
    table.text('period');
    table.text('entity');
    table.text('form');
    table.text('revision');
    table.text('reason');
    table.text('details').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'period', 'kind']);
    table.index(['report', 'revision']);
    table.check("?? <> ''", ['actor'], 'events_actor');
    table.check("?? <> ''", ['kind'], 'events_kind');
    table.check(TIME, ['at'], 'events_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('events');
}
