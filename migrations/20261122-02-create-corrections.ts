/** Values corrected after they were published, and the editions that told of them. Both are appended, like all history. */
import type { Knex } from 'knex';
import { forbidChanges, TIME } from './append-only.ts';

const TABLES = ['corrections', 'edition_corrections'];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('corrections', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('revision');
    table.text('before');
    table.text('form');
    table.text('entity');
    table.text('field');
    table.text('indicator');
    table.text('span');
    table.text('scope');
    table.text('status');
    table.text('old_cell').notNullable();
    table.text('new_cell').notNullable();
    // Of the rows of history those up to this one were there when the value was corrected.
    table.integer('history_through').notNullable();
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.foreign(['report', 'before']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'revision']);
    table.index(['report', 'before']);
    table.check("?? <> ''", ['reason'], 'corrections_reason');
    table.check('?? <> ??', ['old_cell', 'new_cell'], 'corrections_change');
    table.check(
      '(?? is null) = (?? is not null) and (?? is null) = (?? is null) and (?? is null) = (?? is null)',
      ['revision', 'span', 'revision', 'before', 'revision', 'field'],
      'corrections_place',
    );
    table.check(TIME, ['at'], 'corrections_at');
  });
  await db.schema.createTable('edition_corrections', (table) => {
    table.integer('edition').notNullable().references('id').inTable('editions');
    table.integer('correction').notNullable().references('id').inTable('corrections').index();
    table.text('report').notNullable();
    table.primary(['edition', 'correction']);
  });
  for (const table of TABLES) await forbidChanges(db, table);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('edition_corrections');
  await db.schema.dropTable('corrections');
}
