/**
 * How long one waits after failing to sign in again and again. The wait doubles, so that guessing gets nowhere, and has
 * an end, so that nobody can shut another out for good.
 */

/** An account is guessed at by its name; many accounts are tried from one address, behind which a whole office may be. */
export type ThrottleKind = 'name' | 'address';

interface Rule {
  /** Failures that cost nothing. */
  readonly free: number;
  /** After so many seconds without a failure the count begins anew. */
  readonly forgottenAfter: number;
}

const RULES: Readonly<Record<ThrottleKind, Rule>> = {
  name: { free: 4, forgottenAfter: 24 * 3600 },
  address: { free: 19, forgottenAfter: 3600 },
};

const FIRST_WAIT = 30;
const LONGEST_WAIT = 900;

/** Failures counted so far, the last at that moment (milliseconds since 1970). */
export interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

/** Seconds to wait after the last of so many failures in a row; 0 for the first few. */
export function waitAfter(kind: ThrottleKind, count: number): number {
  const beyond = count - RULES[kind].free;
  return beyond <= 0 ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (beyond - 1));
}

/** Seconds that are still to be waited at that moment; 0 when one may try. */
export function waitLeft(kind: ThrottleKind, failures: Failures | undefined, now: number): number {
  if (!failures) return 0;
  const until = failures.lastAt + waitAfter(kind, failures.count) * 1000;
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** The count with one more failure at that moment. */
export function oneMore(kind: ThrottleKind, failures: Failures | undefined, now: number): Failures {
  const fresh = !failures || now - failures.lastAt > RULES[kind].forgottenAfter * 1000;
  return { count: fresh ? 1 : failures.count + 1, lastAt: now };
}
