/** Whether anything about a paper changed since it was read: one query instead of reading it all again. */
import type { Knex } from 'knex';
import type { PaperKey } from './drafts.ts';

/**
 * A text that is another one after any act that bears on sending a paper: a save, a revision, what was decided about it,
 * a waiver, another pin, the closing of the period, the body's settings.
 */
export async function readPaperStamp(db: Knex, key: PaperKey): Promise<string> {
  const { report, period, form, entity } = key;
  const paper = { report, period, form, entity };
  const revisions = (): Knex.QueryBuilder => db('revisions').where(paper).select('id');
  const row: unknown = await db
    .select(
      db('drafts').where(paper).max('version').as('draft'),
      db('revisions').where(paper).max('number').as('revision'),
      db('approvals').where({ report }).whereIn('revision', revisions()).count('*').as('approvals'),
      db('decisions').where({ report }).whereIn('revision', revisions()).max('id').as('decision'),
      db('waivers').where({ report, period, entity }).max('id').as('waiver'),
      db('pins').where({ report, period }).max('number').as('pin'),
      db('events')
        .where({ report, period })
        .whereIn('kind', ['period-closed', 'period-reopened'])
        .max('id')
        .as('closing'),
      db('body_settings').where({ entity }).max('id').as('setting'),
    )
    .first();
  return JSON.stringify(row);
}
