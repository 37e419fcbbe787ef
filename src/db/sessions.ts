/** Sessions: who is signed in. Only a hash of what the browser holds is kept. */
import type { Knex } from 'knex';
import type { Account } from '../domain/account.ts';
import { accountOf } from './accounts.ts';
import { firstRow } from './direct.ts';
import type { AccountRow, SessionRow } from './tables.ts';

export interface StoredSession {
  readonly account: Account;
  readonly startedAt: string;
  readonly seenAt: string;
}

export async function insertSession(
  trx: Knex.Transaction,
  idHash: string,
  account: number,
  at: string,
): Promise<void> {
  await trx('sessions').insert({ id_hash: idHash, account, started_at: at, seen_at: at });
}

type SessionAndAccount = Omit<AccountRow, 'password' | 'created_at'> &
  Pick<SessionRow, 'started_at' | 'seen_at'>;

const WITH_ACCOUNT = `
  select accounts.id, name, full_name, role, entity, disabled, must_change_password, started_at, seen_at
  from sessions join accounts on accounts.id = sessions.account
  where sessions.id_hash = ?`;

/** A session with its account as it is now, whether or not its time is over. */
export async function readSession(db: Knex, idHash: string): Promise<StoredSession | undefined> {
  const row = await firstRow<SessionAndAccount>(db, WITH_ACCOUNT, [idHash]);
  return row && { account: accountOf(row), startedAt: row.started_at, seenAt: row.seen_at };
}

export async function deleteSession(trx: Knex.Transaction, idHash: string): Promise<void> {
  await trx('sessions').where({ id_hash: idHash }).del();
}

/** Ends all sessions of an account. */
export async function deleteSessionsOf(trx: Knex.Transaction, account: number): Promise<void> {
  await trx('sessions').where({ account }).del();
}

/** Forgets sessions that were last seen, or were started, before those times. */
export async function deleteSessionsBefore(
  trx: Knex.Transaction,
  seen: string,
  started: string,
): Promise<void> {
  await trx('sessions').where('seen_at', '<', seen).orWhere('started_at', '<', started).del();
}
