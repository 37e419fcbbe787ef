/** Who is signed in, and who failed to sign in how often. Both are passing states, kept here for all processes alike. */
import type { Knex } from 'knex';
import { TIME } from './append-only.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('sessions', (table) => {
    // SHA-256 of what the browser holds: who reads this table can sign in as nobody.
    table.text('id_hash').notNullable().primary();
    table.integer('account').notNullable().references('id').inTable('accounts').index();
    table.text('started_at').notNullable();
    table.text('seen_at').notNullable();
    table.check('length(??) = 64', ['id_hash'], 'sessions_id_hash');
    table.check(TIME, ['started_at'], 'sessions_started_at');
    table.check(TIME, ['seen_at'], 'sessions_seen_at');
  });
  await db.schema.createTable('sign_in_failures', (table) => {
    // SHA-256 of the name or of the address: people type passwords into the wrong field.
    table.text('subject').notNullable().primary();
    table.integer('count').notNullable();
    table.text('last_at').notNullable();
    table.check('?? > 0', ['count'], 'sign_in_failures_count');
    table.check(TIME, ['last_at'], 'sign_in_failures_last_at');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('sign_in_failures');
  await db.schema.dropTable('sessions');
}
