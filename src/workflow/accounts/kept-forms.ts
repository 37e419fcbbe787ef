/**
 * What a person sent when their session had just ended is kept for them, and shown when they sign in again: without
 * scripts the browser would have lost it. Nobody else is ever shown it.
 */
import { deleteKeptForm, insertKeptForm, readKeptForm } from '../../db/kept-forms.ts';
import { sha256 } from '../../db/json.ts';
import { readSession } from '../../db/sessions.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { vietnamTime, type Workplace } from '../workplace.ts';
import { KEPT_HOURS } from './session.ts';

/** Fields of a form in the order in which they were sent. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** The account whose session a token was, if it is not long over and the account may still sign in. */
export async function findEndedSession(workplace: Workplace, token: string): Promise<number | undefined> {
  const session = await readSession(workplace.db, sha256(token));
  if (!session || session.account.disabled || session.seenAt < keptSince(workplace)) return undefined;
  return session.account.id;
}

/** Keeps a form under the page that it was sent from. */
export async function keepForm(
  workplace: Workplace,
  account: number,
  path: string,
  fields: SentFields,
): Promise<void> {
  await inTransaction(workplace.db, (trx) =>
    insertKeptForm(trx, account, path, JSON.stringify(fields), workplace.now(), keptSince(workplace)),
  );
}

/** What is kept of a page for a person; undefined when nothing is. */
export async function findKeptForm(
  workplace: Workplace,
  { id }: Person,
  path: string,
): Promise<SentFields | undefined> {
  const content = await readKeptForm(workplace.db, id, path, keptSince(workplace));
  return content === undefined ? undefined : (JSON.parse(content) as SentFields);
}

/** Once it is saved, or given up. */
export async function forgetKeptForm(workplace: Workplace, person: Person, path: string): Promise<void> {
  if ((await findKeptForm(workplace, person, path)) === undefined) return;
  await inTransaction(workplace.db, (trx) => deleteKeptForm(trx, person.id, path));
}

function keptSince(workplace: Workplace): string {
  return vietnamTime(new Date(Date.parse(workplace.now()) - KEPT_HOURS * 3_600_000));
}
