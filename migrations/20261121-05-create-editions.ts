/** Compiled reports, kept whole: what went in, the model, the ledger, the page and the PDF. */
import type { Knex } from 'knex';

const TIME = "?? like '____-__-__T__:__:__+07:00'";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('editions', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.integer('number').notNullable();
    table.text('kind').notNullable();
    table.text('at').notNullable();
    table.text('definition_hash').notNullable().references('hash').inTable('definitions').index();
    table.text('inputs').notNullable();
    table.text('model').notNullable();
    table.text('ledger').notNullable();
    table.text('findings').notNullable();
    table.text('html').notNullable();
    table.binary('pdf').notNullable();
    table.text('pdf_sha256').notNullable();
    table.text('engine').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.unique(['report', 'period', 'number']);
    table.check('?? >= 1', ['number'], 'editions_number');
    table.check("?? in ('draft', 'final')", ['kind'], 'editions_kind');
    table.check('length(??) > 0', ['pdf'], 'editions_pdf');
    table.check('length(??) = 64', ['pdf_sha256'], 'editions_pdf_sha256');
    table.check(TIME, ['at'], 'editions_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('editions');
}
