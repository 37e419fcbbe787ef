/**
 * What comes with a revision that a body sent in its own hands: letter, attachments and reasons, the approver's answer,
 * the receipt, and the wish to have it back. All appended; attachments alone may be taken out while none was sent.
 */
import type { Knex } from 'knex';
import { forbidChanges, TIME } from './append-only.ts';

const APPENDED = ['sendings', 'sending_attachments', 'approvals', 'receipts', 'reopenings'];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('attachments', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('form').notNullable();
    table.text('entity').notNullable();
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.integer('size').notNullable();
    table.text('sha256').notNullable();
    table.binary('bytes').notNullable();
    // 1 while it belongs to the paper as it is now; a sent one that was taken out stays with its revision.
    table.integer('listed').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'period']).references(['report', 'period']).inTable('periods');
    table.index(['report', 'period', 'form', 'entity']);
    table.check('?? in (0, 1)', ['listed'], 'attachments_listed');
    table.check("?? in ('application/pdf', 'image/png', 'image/jpeg')", ['type'], 'attachments_type');
    table.check('length(??) = 64', ['sha256'], 'attachments_sha256');
    table.check(TIME, ['at'], 'attachments_at');
  });
  await db.schema.createTable('sendings', (table) => {
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.text('period').notNullable();
    // What the sender's page says with every try of one act: the second try finds the first.
    table.text('token').notNullable();
    table.integer('approval_required').notNullable();
    table.text('letter');
    table.text('reasons').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.primary(['report', 'revision']);
    table.unique(['report', 'token']);
    table.index(['report', 'period']);
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.check('?? in (0, 1)', ['approval_required'], 'sendings_approval_required');
    table.check("?? <> ''", ['token'], 'sendings_token');
    table.check(TIME, ['at'], 'sendings_at');
  });
  await db.schema.createTable('sending_attachments', (table) => {
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.integer('attachment').notNullable().references('id').inTable('attachments').index();
    table.primary(['report', 'revision', 'attachment']);
    table.foreign(['report', 'revision']).references(['report', 'revision']).inTable('sendings');
  });
  await db.schema.createTable('approvals', (table) => {
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.text('kind').notNullable();
    table.text('comment');
    table.text('at').notNullable();
    table.text('actor').notNullable();
    // One answer to one revision: what is edited afterwards is another revision.
    table.primary(['report', 'revision']);
    table.foreign(['report', 'revision']).references(['report', 'revision']).inTable('sendings');
    table.check("?? in ('approved', 'returned')", ['kind'], 'approvals_kind');
    table.check("?? = 'approved' or coalesce(??, '') <> ''", ['kind', 'comment'], 'approvals_comment');
    table.check(TIME, ['at'], 'approvals_at');
  });
  await db.schema.createTable('receipts', (table) => {
    table.increments('number');
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.text('hash').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.unique(['report', 'revision']);
    table.foreign(['report', 'revision']).references(['report', 'revision']).inTable('sendings');
    table.check('length(??) = 64', ['hash'], 'receipts_hash');
    table.check(TIME, ['at'], 'receipts_at');
  });
  await db.schema.createTable('reopenings', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('revision').notNullable();
    table.text('kind').notNullable();
    table.text('reason').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'revision']);
    table.check("?? in ('asked', 'granted', 'refused')", ['kind'], 'reopenings_kind');
    table.check("?? <> ''", ['reason'], 'reopenings_reason');
    table.check(TIME, ['at'], 'reopenings_at');
  });
  for (const table of APPENDED) await forbidChanges(db, table);
}

export async function down(db: Knex): Promise<void> {
  for (const table of [...APPENDED.toReversed(), 'attachments']) await db.schema.dropTable(table);
}
