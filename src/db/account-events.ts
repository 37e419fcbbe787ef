/** The log of what was done to accounts and with them; written in the transaction of the act, never changed. */
import type { Knex } from 'knex';
import type { Act } from './events.ts';
import type { AccountEventKind } from './tables.ts';

export interface AccountEvent {
  readonly kind: AccountEventKind;
  readonly at: string;
  readonly actor: string;
  /** Absent when someone tried a name that no account has. */
  readonly account?: number;
  /** Where the request came from. */
  readonly address?: string;
}

export async function appendAccountEvent(
  trx: Knex.Transaction,
  event: Pick<AccountEvent, 'kind' | 'account' | 'address'>,
  { at, actor }: Act,
): Promise<void> {
  await trx('account_events').insert({
    at,
    actor,
    kind: event.kind,
    account: event.account ?? null,
    address: event.address ?? null,
  });
}

/** All events, oldest first. */
export async function readAccountEvents(db: Knex): Promise<readonly AccountEvent[]> {
  const rows = await db('account_events').orderBy('id');
  return rows.map(({ kind, at, actor, account, address }) => ({
    kind,
    at,
    actor,
    ...(account === null ? {} : { account }),
    ...(address === null ? {} : { address }),
  }));
}
