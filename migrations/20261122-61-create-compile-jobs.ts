/**
 * Compiles that were asked for on the pages: a passing state, changed while a job goes on and forgotten when it is old.
 * What came of it is in editions and events. A job belongs to the server that took it, which shows every few seconds
 * that it is still there.
 */
import type { Knex } from 'knex';
import { TIME } from './append-only.ts';

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('compile_jobs', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('kind').notNullable();
    table.text('token').notNullable();
    table.text('actor').notNullable();
    table.text('asked_at').notNullable();
    table.text('server').notNullable();
    table.text('seen_at').notNullable();
    table.text('state').notNullable();
    table.text('step').notNullable();
    table.text('ended_at');
    table.integer('edition');
    table.integer('refusals');
    table.text('failure');
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.index(['report', 'period']);
    table.index(['state']);
    table.check("?? in ('draft', 'final')", ['kind'], 'compile_jobs_kind');
    table.check(
      "?? in ('waiting', 'running', 'issued', 'refused', 'failed', 'interrupted')",
      ['state'],
      'compile_jobs_state',
    );
    table.check(
      "(?? in ('waiting', 'running')) = (?? is null)",
      ['state', 'ended_at'],
      'compile_jobs_ended_at',
    );
    for (const column of ['asked_at', 'seen_at']) table.check(TIME, [column], `compile_jobs_${column}`);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('compile_jobs');
}
