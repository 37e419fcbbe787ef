/** Accounts. A row is what an account is now; what was done to it stands in the account events of the same transaction. */
import type { Knex } from 'knex';
import type { Account, Role } from '../domain/account.ts';
import { appendAccountEvent } from './account-events.ts';
import type { Act } from './events.ts';
import type { AccountRow } from './tables.ts';

export interface NewAccount {
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
  readonly entity?: string;
  /** As `hashPassword` gives it. */
  readonly password: string;
  readonly mustChangePassword: boolean;
}

/** @returns the new account's id. */
export async function insertAccount(trx: Knex.Transaction, account: NewAccount, act: Act): Promise<number> {
  const [added] = await trx('accounts')
    .insert({
      name: account.name,
      full_name: account.fullName,
      role: account.role,
      entity: account.entity ?? null,
      disabled: 0,
      must_change_password: account.mustChangePassword ? 1 : 0,
      password: account.password,
      created_at: act.at,
    })
    .returning('id');
  if (!added) throw new Error('the database gave no id for a new account');
  await appendAccountEvent(trx, { kind: 'account-added', account: added.id }, act);
  return added.id;
}

/** All accounts, in the order of their names. */
export async function readAccounts(db: Knex): Promise<readonly Account[]> {
  return (await db('accounts').orderBy('name')).map(accountOf);
}

export async function readAccount(db: Knex, id: number): Promise<Account | undefined> {
  const row = await db('accounts').where({ id }).first();
  return row && accountOf(row);
}

/** People's full names by the names of their accounts; names that are no account's are left out. */
export async function readFullNames(
  db: Knex,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await db('accounts').whereIn('name', names).select('name', 'full_name');
  return new Map(rows.map(({ name, full_name }) => [name, full_name]));
}

/** An account with its hashed password, by its name. */
export async function readCredentials(
  db: Knex,
  name: string,
): Promise<{ readonly account: Account; readonly password: string } | undefined> {
  const row = await db('accounts').where({ name }).first();
  return row && { account: accountOf(row), password: row.password };
}

/** Replaces the password; who did it and why is the caller's to log. */
export async function updatePassword(
  trx: Knex.Transaction,
  id: number,
  password: string,
  mustChangePassword: boolean,
): Promise<void> {
  await trx('accounts')
    .where({ id })
    .update({ password, must_change_password: mustChangePassword ? 1 : 0 });
}

/** Hashes the same password with other parameters, unless it was changed meanwhile. */
export async function rehashPassword(
  trx: Knex.Transaction,
  id: number,
  from: string,
  to: string,
): Promise<void> {
  await trx('accounts').where({ id, password: from }).update({ password: to });
}

export async function updateDisabled(
  trx: Knex.Transaction,
  id: number,
  disabled: boolean,
  act: Act,
): Promise<void> {
  await trx('accounts')
    .where({ id })
    .update({ disabled: disabled ? 1 : 0 });
  await appendAccountEvent(
    trx,
    { kind: disabled ? 'account-disabled' : 'account-enabled', account: id },
    act,
  );
}

export function accountOf(row: Omit<AccountRow, 'password' | 'created_at'>): Account {
  return {
    id: row.id,
    name: row.name,
    fullName: row.full_name,
    role: row.role,
    ...(row.entity === null ? {} : { entity: row.entity }),
    disabled: row.disabled === 1,
    mustChangePassword: row.must_change_password === 1,
  };
}
