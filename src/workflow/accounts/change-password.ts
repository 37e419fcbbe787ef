/** A person changes their own password: all their sessions end, and the browser at hand gets a new one. */
import { appendAccountEvent } from '../../db/account-events.ts';
import { readCredentials, updatePassword } from '../../db/accounts.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { normalPassword, passwordFault } from '../../domain/password-rules.ts';
import type { Workplace } from '../workplace.ts';
import { countAttempt, forgetAttempt, noteFailure } from './attempts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { startSession, type SessionLimits } from './session.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

export type PasswordChangeResult =
  | { readonly kind: 'changed'; readonly token: string }
  /** What is wrong, by the field it is wrong in. */
  | { readonly kind: 'refused'; readonly field: 'current' | 'next'; readonly message: string }
  | { readonly kind: 'wait'; readonly seconds: number };

export async function changePassword(
  workplace: Workplace,
  person: Person,
  { current, next, address }: PasswordChange,
  limits: SessionLimits,
): Promise<PasswordChangeResult> {
  const { db } = workplace;
  const fault = passwordFault(normalPassword(next), person.name);
  if (fault !== undefined) return { kind: 'refused', field: 'next', message: fault };
  const attempt = { name: person.name, address };
  const seconds = await countAttempt(workplace, attempt);
  if (seconds > 0) return { kind: 'wait', seconds };
  const known = await readCredentials(db, person.name);
  const right = await verifyPassword(current, known?.password);
  const at = workplace.now();
  if (!right) {
    await inTransaction(db, (trx) => noteFailure(trx, 'sign-in-failed', attempt, at));
    return { kind: 'refused', field: 'current', message: 'Mật khẩu hiện tại chưa đúng.' };
  }
  if (normalPassword(current) === normalPassword(next)) {
    await inTransaction(db, (trx) => forgetAttempt(trx, attempt, at));
    return { kind: 'refused', field: 'next', message: 'Mật khẩu mới phải khác mật khẩu hiện tại.' };
  }
  const hashed = await hashPassword(next);
  return inTransaction(db, async (trx) => {
    const now = await readCredentials(trx, person.name);
    if (!now || now.account.disabled || now.password !== known?.password) {
      return {
        kind: 'refused',
        field: 'current',
        message: 'Mật khẩu vừa được thay đổi ở nơi khác. Đề nghị đăng nhập lại.',
      };
    }
    await updatePassword(trx, person.id, hashed, false);
    await forgetAttempt(trx, attempt, at);
    await deleteSessionsOf(trx, person.id);
    await appendAccountEvent(
      trx,
      { kind: 'password-changed', account: person.id, address },
      { at, actor: person.name },
    );
    return { kind: 'changed', token: await startSession(trx, person.id, at, limits) };
  });
}
