/**
 * What bodies answered: a revision is one immutable document; decisions on it are added (the latest counts); an
 * acceptance adds the figures that later periods ask for.
 */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('revisions', (table) => {
    table.text('report').notNullable();
    table.text('id').notNullable();
    table.text('period').notNullable();
    table.text('form').notNullable();
    table.text('entity').notNullable();
    table.integer('number').notNullable();
    table.text('answers').notNullable();
    table.text('hash').notNullable();
    table.text('received_at').notNullable();
    table.primary(['report', 'id']);
    table.unique(['report', 'period', 'form', 'entity', 'number']);
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.check('?? >= 1', ['number'], 'revisions_number');
    table.check(
      "?? = ?? || '/' || ?? || '/' || ?? || '/' || cast(?? as text)",
      ['id', 'period', 'form', 'entity', 'number'],
      'revisions_id',
    );
    table.check('length(??) = 64', ['hash'], 'revisions_hash');
    table.check(TIME, ['received_at'], 'revisions_received_at');
  });
  await db.schema.createTable('decisions', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.text('kind').notNullable();
    table.text('reason');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'revision']);
    table.check("?? in ('accepted', 'returned')", ['kind'], 'decisions_kind');
    table.check("?? = 'accepted' or coalesce(??, '') <> ''", ['kind', 'reason'], 'decisions_reason');
    table.check(TIME, ['at'], 'decisions_at');
  });
  await db.schema.createTable('figures', (table) => {
    table.integer('decision').notNullable().references('id').inTable('decisions');
    table.text('field').notNullable();
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('indicator').notNullable();
    table.text('entity').notNullable();
    table.text('state').notNullable();
    table.text('value').notNullable();
    table.text('revision').notNullable();
    table.text('form').notNullable();
    table.primary(['decision', 'field']);
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'revision']);
    table.check("?? in ('value', 'none')", ['state'], 'figures_state');
    table.check("?? <> ''", ['value'], 'figures_value');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('figures');
  await db.schema.dropTable('decisions');
  await db.schema.dropTable('revisions');
}
