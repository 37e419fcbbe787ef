/** Where revisions stand: of the decisions on each, the latest. */
import type { Knex } from 'knex';

/**
 * Column of a query over `revisions`: the id of the latest decision on the revision, null while there is none. Looked
 * up row by row in an index, so that it costs the same however many periods there are.
 */
export function latestDecision(db: Knex): Knex.QueryBuilder {
  return db('decisions')
    .whereRaw('decisions.report = revisions.report and decisions.revision = revisions.id')
    .max('decisions.id')
    .as('decision');
}
