/**
 * Hashes passwords with scrypt. A hash says how it was made, so that the cost can be raised later: who signs in next is
 * hashed anew.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { normalPassword } from '../../domain/password-rules.ts';
import { WorkflowProblem } from '../workflow-problem.ts';

/** N = 2^15, r = 8, p = 3: 32 MB and about a quarter of a second; raise these, never lower them. */
const COST = { log2N: 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** @returns "scrypt$15$8$3$<salt>$<key>", the last two in base64url. */
export async function hashPassword(typed: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(typed, salt, COST);
  return ['scrypt', COST.log2N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/**
 * Whether a password is the hashed one. Without a hash it works as long and says no, so that its time does not tell
 * whether there is an account.
 */
export async function verifyPassword(typed: string, hash: string | undefined): Promise<boolean> {
  const { cost, salt, key } = parse(hash ?? NOBODY);
  const derived = await derive(typed, salt, cost);
  return timingSafeEqual(derived, key) && hash !== undefined;
}

/** True when the hash was made at another cost than is used now. */
export function needsRehash(hash: string): boolean {
  const { cost } = parse(hash);
  return cost.log2N !== COST.log2N || cost.r !== COST.r || cost.p !== COST.p;
}

/** The hash of no password. */
const NOBODY = [
  'scrypt',
  COST.log2N,
  COST.r,
  COST.p,
  randomBytes(SALT_BYTES).toString('base64url'),
  randomBytes(KEY_BYTES).toString('base64url'),
].join('$');

function parse(hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [kind, log2N = '', r = '', p = '', salt = '', key = ''] = hash.split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  if (kind !== 'scrypt' || !Object.values(cost).every(Number.isSafeInteger))
    throw new Error('a stored password is not hashed as expected');
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** Hashing takes a thread of the few that the database driver needs too: one at a time, the others wait. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** Half a minute's worth; more would wait longer than a browser does. */
const MOST_WAITING = 60;

/** @throws WorkflowProblem "busy" when too many wait already. */
async function derive(typed: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (waiting >= MOST_WAITING)
    throw new WorkflowProblem(
      'busy',
      'Đang có quá nhiều người đăng nhập cùng lúc. Đề nghị thử lại sau ít phút.',
    );
  waiting += 1;
  try {
    const run = last.then(() => scryptKey(typed, salt, cost));
    last = run.catch(() => undefined);
    return await run;
  } finally {
    waiting -= 1;
  }
}

function scryptKey(typed: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(normalPassword(typed), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
