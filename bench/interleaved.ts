/**
 * Times things in turns, A B C, B C A …, so that what else the machine does falls on all of them alike, and says the
 * median of the ratios within each round.
 */
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two timings: what one of them left to be done (a page made ready) is not charged to the next. */
const REST = 200;

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Milliseconds of each subject in each round. */
export type Timings<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Rounds before the first that counts: a process that has served for a while has its code compiled. Times fall until
 * some eighty compiles are done.
 */
export const WARM_UP = 20;

/** Runs every subject once in each of `rounds` rounds, after some that are not counted. */
export async function timeInTurns<Name extends string>(
  subjects: Readonly<Record<Name, () => Promise<unknown>>>,
  rounds: number,
): Promise<Timings<Name>> {
  const names = Object.keys(subjects) as Name[];
  const timings = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < WARM_UP; round++) for (const name of names) await subjects[name]();
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      if (name !== undefined) timings[name].push(await timed(subjects[name]));
    }
  }
  return timings;
}

/** Milliseconds that `work` takes. Garbage is left to the engine: a collection asked for here makes the next work slower. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  await pause(REST);
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Ratios of `name` to `floor`, round by round: quarter, middle, three quarters. */
export function ratios<Name extends string>(timings: Timings<Name>, name: Name, floor: Name): Spread {
  return spread(timings[name].map((time, round) => time / (timings[floor][round] ?? Number.NaN)));
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
