/**
 * What is kept of a body itself: whom to call, and whether its papers need its approver. Appended; the latest row of a
 * body counts. And a way to the figures of one body over all periods, which its form is shown and checked with.
 */
import type { Knex } from 'knex';
import { forbidChanges, TIME } from './append-only.ts';

const APPENDED = ['contacts', 'body_settings'];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('contacts', (table) => {
    table.increments('id');
    table.text('entity').notNullable().index();
    table.text('name').notNullable();
    table.text('phone').notNullable();
    table.text('email').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.check(TIME, ['at'], 'contacts_at');
  });
  await db.schema.createTable('body_settings', (table) => {
    table.increments('id');
    table.text('entity').notNullable().index();
    table.integer('approval_required').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.check('?? in (0, 1)', ['approval_required'], 'body_settings_approval_required');
    table.check(TIME, ['at'], 'body_settings_at');
  });
  for (const table of APPENDED) await forbidChanges(db, table);
  await db.schema.alterTable('revision_figures', (table) => {
    table.index(['report', 'entity', 'period'], 'revision_figures_of_body');
  });
  await db.schema.alterTable('history', (table) => {
    table.index(['report', 'scope'], 'history_of_scope');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('history', (table) => {
    table.dropIndex(['report', 'scope'], 'history_of_scope');
  });
  await db.schema.alterTable('revision_figures', (table) => {
    table.dropIndex(['report', 'entity', 'period'], 'revision_figures_of_body');
  });
  for (const table of APPENDED.toReversed()) await db.schema.dropTable(table);
}
