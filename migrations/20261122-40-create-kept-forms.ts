/**
 * Forms that were sent when the session had just ended, kept until their person signs in again. A passing state: deleted
 * when the form is saved, and when it is a day old.
 */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('kept_forms', (table) => {
    table.integer('account').notNullable().references('id').inTable('accounts');
    table.text('path').notNullable();
    table.text('content').notNullable();
    table.text('kept_at').notNullable();
    table.primary(['account', 'path']);
    table.index(['kept_at']);
    table.check("?? like '____-__-__T__:__:__+07:00'", ['kept_at'], 'kept_forms_kept_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('kept_forms');
}
