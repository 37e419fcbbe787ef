/**
 * Events that are of no report: what is decided about a body itself, or kept up to date by it. SQLite cannot take "not null"
 * from a column, so the table is made anew there and what is in it goes along, under the same ids.
 */
import type { Knex } from 'knex';
import { forbidChanges, TIME } from './append-only.ts';

export async function up(db: Knex): Promise<void> {
  await mayBeAbsent(db, true);
}

/** Fails where there are events of bodies: they have no place in the table as it was. */
export async function down(db: Knex): Promise<void> {
  await mayBeAbsent(db, false);
}

async function mayBeAbsent(db: Knex, absent: boolean): Promise<void> {
  const { dialect }: { dialect: string } = db.client;
  if (dialect !== 'sqlite3') {
    await db.raw(`alter table events alter column report ${absent ? 'drop' : 'set'} not null`);
    return;
  }
  await db.schema.createTable('events_anew', (table) => {
    table.increments('id');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.text('kind').notNullable();
    if (absent) table.text('report');
    else table.text('report').notNullable();
    for (const column of ['period', 'entity', 'form', 'revision', 'reason']) table.text(column);
    table.text('details').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.check("?? <> ''", ['actor'], 'events_actor');
    table.check("?? <> ''", ['kind'], 'events_kind');
    table.check(TIME, ['at'], 'events_at');
  });
  const columns = 'id, at, actor, kind, report, period, entity, form, revision, reason, details';
  await db.raw(`insert into events_anew (${columns}) select ${columns} from events order by id`);
  await db.schema.dropTable('events');
  await db.schema.renameTable('events_anew', 'events');
  await db.schema.alterTable('events', (table) => {
    table.index(['report', 'period', 'kind']);
    table.index(['report', 'revision']);
  });
  await forbidChanges(db, 'events');
}
