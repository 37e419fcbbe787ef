/** How often signing in failed, by what was tried: an account's name or an address, as a hash. */
import type { Knex } from 'knex';
import type { Failures } from '../domain/sign-in-throttle.ts';

export async function readFailures(db: Knex, subject: string): Promise<Failures | undefined> {
  const row = await db('sign_in_failures').where({ subject }).first();
  return row && { count: row.count, lastAt: Date.parse(row.last_at) };
}

/** @param at the time of the last one, as "2024-10-25T17:00:00+07:00" */
export async function writeFailures(
  trx: Knex.Transaction,
  subject: string,
  count: number,
  at: string,
): Promise<void> {
  await trx('sign_in_failures').insert({ subject, count, last_at: at }).onConflict('subject').merge();
}

/** One failure less, because the attempt that was counted beforehand did not fail. */
export async function takeBackFailure(trx: Knex.Transaction, subject: string): Promise<void> {
  await trx('sign_in_failures').where({ subject, count: 1 }).del();
  await trx('sign_in_failures').where({ subject }).where('count', '>', 1).decrement('count', 1);
}

export async function deleteFailures(trx: Knex.Transaction, subject: string): Promise<void> {
  await trx('sign_in_failures').where({ subject }).del();
}

export async function deleteFailuresBefore(trx: Knex.Transaction, at: string): Promise<void> {
  await trx('sign_in_failures').where('last_at', '<', at).del();
}
