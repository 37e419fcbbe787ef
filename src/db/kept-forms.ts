/** Forms that were sent when the session had just ended: one for each account and page, for a day. */
import type { Knex } from 'knex';

interface KeptFormRow {
  readonly account: number;
  readonly path: string;
  /** JSON. */
  readonly content: string;
  readonly kept_at: string;
}

/** Keeps a form in the place of the account's former one of that page, and forgets all that were kept before a time. */
export async function insertKeptForm(
  trx: Knex.Transaction,
  account: number,
  path: string,
  content: string,
  at: string,
  forgetBefore: string,
): Promise<void> {
  await trx('kept_forms').where({ account, path }).orWhere('kept_at', '<', forgetBefore).del();
  await trx('kept_forms').insert({ account, path, content, kept_at: at });
}

/** What was kept of that page since a time. */
export async function readKeptForm(
  db: Knex,
  account: number,
  path: string,
  since: string,
): Promise<string | undefined> {
  const row = await db('kept_forms').where({ account, path }).where('kept_at', '>=', since).first('content');
  return row?.content;
}

export async function deleteKeptForm(trx: Knex.Transaction, account: number, path: string): Promise<void> {
  await trx('kept_forms').where({ account, path }).del();
}

declare module 'knex/types/tables.js' {
  interface Tables {
    kept_forms: KeptFormRow;
  }
}
