/** Where revisions stand: of the decisions on each, the latest. */
import type { Knex } from 'knex';

/** Subquery: the latest decision on each revision of a report that has one. */
export function latestDecisions(db: Knex, report: string): Knex.QueryBuilder {
  return db('decisions').whereIn('id', db('decisions').where({ report }).groupBy('revision').max('id'));
}
