/** Signing in. Whatever is wrong, the answer and its time are the same: neither tells whether there is such an account. */
import { appendAccountEvent } from '../../db/account-events.ts';
import { readCredentials, rehashPassword } from '../../db/accounts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { accountName, type Account } from '../../domain/account.ts';
import type { Workplace } from '../workplace.ts';
import { countAttempt, forgetAttempt, noteFailure } from './attempts.ts';
import { hashPassword, needsRehash, verifyPassword } from './password.ts';
import { startSession, type SessionLimits } from './session.ts';

export interface SignIn {
  /** As typed. */
  readonly name: string;
  readonly password: string;
  readonly address: string;
  /** The session that the browser has already. */
  readonly replaces?: string;
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly token: string; readonly account: Account }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

export async function signIn(
  workplace: Workplace,
  { name: typed, password, address, replaces }: SignIn,
  limits: SessionLimits,
): Promise<SignInResult> {
  const { db } = workplace;
  const attempt = { name: accountName(typed), address };
  const seconds = await countAttempt(workplace, attempt);
  if (seconds > 0) return { kind: 'wait', seconds };
  const known = await readCredentials(db, attempt.name);
  const right = await verifyPassword(password, known?.password);
  const rehashed = right && known && needsRehash(known.password) ? await hashPassword(password) : undefined;
  const at = workplace.now();
  return inTransaction(db, async (trx) => {
    // It may have been disabled, or its password changed, while this one was hashed.
    const now = await readCredentials(trx, attempt.name);
    if (!right || !now || now.account.disabled || now.password !== known?.password) {
      await noteFailure(trx, 'sign-in-failed', attempt, at);
      return { kind: 'refused' };
    }
    const { account } = now;
    if (rehashed !== undefined) await rehashPassword(trx, account.id, now.password, rehashed);
    await forgetAttempt(trx, attempt, at);
    const token = await startSession(trx, account.id, at, limits, replaces);
    await appendAccountEvent(
      trx,
      { kind: 'signed-in', account: account.id, address },
      { at, actor: account.name },
    );
    return { kind: 'signed-in', token, account };
  });
}
