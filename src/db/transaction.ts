/** Transactions: all of an act is written, or none of it. */
import type { Knex } from 'knex';
import { dialectOf, mayRetry } from './dialect.ts';

const ATTEMPTS = 12;

/**
 * Runs work that reads and writes as one act. Where two acts collide, one of them is run again from the start, so the
 * work must do nothing outside the database. Within a transaction it joins that one.
 * @throws DatabaseProblem "busy" when it keeps colliding; whatever the work throws, after undoing it.
 */
export async function inTransaction<Result>(
  db: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  if (isTransaction(db)) return work(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work, dialectOf(db).writing);
    } catch (error) {
      if (!mayRetry(error) || attempt === ATTEMPTS) throw error;
      // Uneven pauses, so that the same acts do not collide again.
      await pause(Math.random() * 20 * attempt);
    }
  }
}

/** Runs work that only reads, and sees one state of the database from its first query to its last. */
export async function inSnapshot<Result>(
  db: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  return isTransaction(db) ? work(db) : db.transaction(work, dialectOf(db).reading);
}

function isTransaction(db: Knex): db is Knex.Transaction {
  return db.isTransaction === true;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
