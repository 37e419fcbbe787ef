/** Accounts as they are now, and the log of what was done to and with them, which is only appended. */
import type { Knex } from 'knex';
import { forbidChanges, TIME } from './append-only.ts';

const OF_BODY = "('clerk', 'approver')";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('accounts', (table) => {
    table.increments('id');
    table.text('name').notNullable().unique();
    table.text('full_name').notNullable();
    table.text('role').notNullable();
    table.text('entity');
    table.integer('disabled').notNullable();
    table.integer('must_change_password').notNullable();
    table.text('password').notNullable();
    table.text('created_at').notNullable();
    table.check("?? <> '' and ?? = lower(??)", ['name', 'name', 'name'], 'accounts_name');
    table.check("?? <> ''", ['full_name'], 'accounts_full_name');
    table.check("?? in ('clerk', 'approver', 'admin', 'compiler', 'reviewer')", ['role'], 'accounts_role');
    table.check(`(?? is not null) = (?? in ${OF_BODY})`, ['entity', 'role'], 'accounts_entity');
    table.check('?? in (0, 1)', ['disabled'], 'accounts_disabled');
    table.check('?? in (0, 1)', ['must_change_password'], 'accounts_must_change_password');
    table.check("?? like 'scrypt$%'", ['password'], 'accounts_password');
    table.check(TIME, ['created_at'], 'accounts_created_at');
  });
  await db.schema.createTable('account_events', (table) => {
    table.increments('id');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.text('kind').notNullable();
    // Null when someone tried a name that no account has.
    table.integer('account').references('id').inTable('accounts').index();
    table.text('address');
    table.check("?? <> ''", ['actor'], 'account_events_actor');
    table.check("?? <> ''", ['kind'], 'account_events_kind');
    table.check(TIME, ['at'], 'account_events_at');
  });
  await forbidChanges(db, 'account_events');
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('account_events');
  await db.schema.dropTable('accounts');
}
