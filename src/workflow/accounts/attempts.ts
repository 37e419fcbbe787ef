/**
 * Slows down guessing. An attempt is counted as failed before the password is looked at, and taken back when it was
 * right: so a hundred attempts at once count as a hundred. The counts are in the database, for all processes alike.
 */
import type { Knex } from 'knex';
import { appendAccountEvent } from '../../db/account-events.ts';
import { readCredentials } from '../../db/accounts.ts';
import { sha256 } from '../../db/json.ts';
import {
  deleteFailures,
  deleteFailuresBefore,
  readFailures,
  takeBackFailure,
  writeFailures,
} from '../../db/sign-in-failures.ts';
import { inTransaction } from '../../db/transaction.ts';
import { oneMore, waitAfter, waitLeft, type ThrottleKind } from '../../domain/sign-in-throttle.ts';
import { vietnamTime, type Workplace } from '../workplace.ts';

/** Who tries, as far as is known before the password was right. */
export interface Attempt {
  /** Of an account, as `accountName` gives it; there need not be such an account. */
  readonly name: string;
  /** Where the request comes from. */
  readonly address: string;
}

const DAY = 24 * 3600 * 1000;

/**
 * Counts an attempt, unless it comes too soon.
 * @returns the seconds that are to be waited; 0 when the attempt may go on.
 */
export async function countAttempt(workplace: Workplace, attempt: Attempt): Promise<number> {
  const at = workplace.now();
  const now = Date.parse(at);
  return inTransaction(workplace.db, async (trx) => {
    const before = await Promise.all(
      subjectsOf(attempt).map(async ([kind, subject]) => ({
        kind,
        subject,
        failures: await readFailures(trx, subject),
      })),
    );
    const left = Math.max(...before.map(({ kind, failures }) => waitLeft(kind, failures, now)));
    if (left > 0) return left;
    let slowed = false;
    for (const { kind, subject, failures } of before) {
      const { count } = oneMore(kind, failures, now);
      slowed ||= waitAfter(kind, count) > 0;
      await writeFailures(trx, subject, count, at);
    }
    if (slowed) await noteFailure(trx, 'sign-in-slowed', attempt, at);
    return 0;
  });
}

/** The attempt was right: the account's count begins anew, and the address's is as before. */
export async function forgetAttempt(trx: Knex.Transaction, attempt: Attempt, at: string): Promise<void> {
  for (const [kind, subject] of subjectsOf(attempt))
    await (kind === 'name' ? deleteFailures(trx, subject) : takeBackFailure(trx, subject));
  await deleteFailuresBefore(trx, vietnamTime(new Date(Date.parse(at) - DAY)));
}

/** Lets an account be tried again at once. */
export async function forgetFailures(trx: Knex.Transaction, name: string): Promise<void> {
  await deleteFailures(trx, subjectOf('name', name));
}

/** Logs a failure. The name that was typed is not kept: it may be a password. */
export async function noteFailure(
  trx: Knex.Transaction,
  kind: 'sign-in-failed' | 'sign-in-slowed',
  { name, address }: Attempt,
  at: string,
): Promise<void> {
  const known = await readCredentials(trx, name);
  await appendAccountEvent(
    trx,
    { kind, address, ...(known ? { account: known.account.id } : {}) },
    { at, actor: known?.account.name ?? 'nobody' },
  );
}

function subjectsOf({ name, address }: Attempt): readonly (readonly [ThrottleKind, string])[] {
  return [
    ['name', subjectOf('name', name)],
    ['address', subjectOf('address', networkOf(address))],
  ];
}

function subjectOf(kind: ThrottleKind, of: string): string {
  return sha256(`${kind}:${of}`);
}

/** An IPv6 address by its network of 64 bits: one household or office has all addresses in it. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':');
}
