/**
 * Drafts: what a body has typed and not sent yet, laid over its latest revision. The one thing that changes in place;
 * what is sent becomes a revision, and the draft is emptied. Its version only ever rises.
 */
import type { Knex } from 'knex';
import { TIME } from './append-only.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('drafts', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('form').notNullable();
    table.text('entity').notNullable();
    // Number of the revision that it is laid over; 0 for none.
    table.integer('base').notNullable();
    table.integer('version').notNullable();
    // 1 while there is something that was not sent.
    table.integer('unsent').notNullable();
    table.text('changed_at').notNullable();
    table.text('changed_by').notNullable();
    table.unique(['report', 'period', 'form', 'entity']);
    table.index(['report', 'period', 'entity']);
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.check('?? >= 0 and ?? >= 0', ['base', 'version'], 'drafts_numbers');
    table.check('?? in (0, 1)', ['unsent'], 'drafts_unsent');
    table.check(TIME, ['changed_at'], 'drafts_changed_at');
  });
  await db.schema.createTable('draft_cells', (table) => {
    table.integer('draft').notNullable().references('id').inTable('drafts');
    table.text('field').notNullable();
    table.text('input').notNullable();
    stamp(table, 'draft_cells');
    table.primary(['draft', 'field']);
  });
  await db.schema.createTable('draft_tables', (table) => {
    table.integer('draft').notNullable().references('id').inTable('drafts');
    table.text('list').notNullable();
    table.text('mark');
    stamp(table, 'draft_tables');
    table.primary(['draft', 'list']);
  });
  await db.schema.createTable('draft_rows', (table) => {
    table.integer('draft').notNullable();
    table.text('list').notNullable();
    table.text('row').notNullable();
    table.integer('position').notNullable();
    table.text('input').notNullable();
    // 1: taken out; it stays until the draft is sent, so that who edited it is told who took it out.
    table.integer('removed').notNullable();
    stamp(table, 'draft_rows');
    table.primary(['draft', 'list', 'row']);
    table.foreign(['draft', 'list']).references(['draft', 'list']).inTable('draft_tables');
    table.check('?? in (0, 1)', ['removed'], 'draft_rows_removed');
  });
  await db.schema.createTable('draft_reasons', (table) => {
    table.integer('draft').notNullable().references('id').inTable('drafts');
    table.text('finding').notNullable();
    table.text('about').notNullable();
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.primary(['draft', 'finding']);
    table.check("?? <> ''", ['reason'], 'draft_reasons_reason');
    table.check(TIME, ['at'], 'draft_reasons_at');
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['draft_reasons', 'draft_rows', 'draft_tables', 'draft_cells', 'drafts'])
    await db.schema.dropTable(table);
}

/** Of which version of the draft a part is, who saved it and when. A negative version: as in that revision. */
function stamp(table: Knex.CreateTableBuilder, name: string): void {
  table.integer('version').notNullable();
  table.text('at').notNullable();
  table.text('actor').notNullable();
  table.check(TIME, ['at'], `${name}_at`);
}
