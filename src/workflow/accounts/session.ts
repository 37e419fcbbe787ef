/**
 * Sessions. The browser holds 256 random bits, the database their hash. A session ends at sign-out, when its account is
 * disabled or its password changed, after idling, and after a working day.
 */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { appendAccountEvent } from '../../db/account-events.ts';
import { sha256 } from '../../db/json.ts';
import { deleteSession, deleteSessionsBefore, insertSession, readSession } from '../../db/sessions.ts';
import { touchSession } from '../../db/session-notes.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Account } from '../../domain/account.ts';
import { vietnamTime, type Workplace } from '../workplace.ts';

export interface SessionLimits {
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours after which a session ends whatever happens. */
  readonly hours: number;
}

/** Noting each request would write to the disk at each request. */
const NOTED_EVERY = 60_000;

/** Hours for which it is known whose an ended session was: what they sent when it had just ended is kept for them. */
export const KEPT_HOURS = 24;

const TOKEN = /^[\w-]{43}$/;

/**
 * Whose session this is, if its time is not over.
 * @param isUse false: it is asked without anybody having done anything, and idles on
 */
export async function findSession(
  workplace: Workplace,
  token: string,
  limits: SessionLimits,
  isUse = true,
): Promise<Account | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { db } = workplace;
  const idHash = sha256(token);
  const session = await readSession(db, idHash);
  if (!session || session.account.disabled) return undefined;
  const at = workplace.now();
  const { seen, started } = earliest(at, limits);
  if (session.seenAt < seen || session.startedAt < started) return undefined;
  if (isUse && Date.parse(at) - Date.parse(session.seenAt) >= NOTED_EVERY) await touchSession(db, idHash, at);
  return session.account;
}

/**
 * Starts a session, and ends the one that the browser had: its id may have been known to others.
 * @returns what the browser is to hold
 */
export async function startSession(
  trx: Knex.Transaction,
  account: number,
  at: string,
  limits: SessionLimits,
  replaces?: string,
): Promise<string> {
  if (replaces !== undefined) await deleteSession(trx, sha256(replaces));
  const forgotten = new Date(Date.parse(at) - KEPT_HOURS * 3_600_000);
  const { seen, started } = earliest(vietnamTime(forgotten), limits);
  await deleteSessionsBefore(trx, seen, started);
  const token = randomBytes(32).toString('base64url');
  await insertSession(trx, sha256(token), account, at);
  return token;
}

/** Signs out. */
export async function endSession(workplace: Workplace, account: Account, token: string): Promise<void> {
  await inTransaction(workplace.db, async (trx) => {
    await deleteSession(trx, sha256(token));
    await appendAccountEvent(
      trx,
      { kind: 'signed-out', account: account.id },
      { at: workplace.now(), actor: account.name },
    );
  });
}

/** A session seen or started before these times is over. */
function earliest(at: string, { idleMinutes, hours }: SessionLimits): { seen: string; started: string } {
  const now = Date.parse(at);
  return {
    seen: vietnamTime(new Date(now - idleMinutes * 60_000)),
    started: vietnamTime(new Date(now - hours * 3_600_000)),
  };
}
