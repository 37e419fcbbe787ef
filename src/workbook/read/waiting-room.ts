/** Lets a few jobs run at once; some more wait their turn, and those who would wait too long are sent away. */

export type WaitingRoom = <T>(job: () => Promise<T>) => Promise<T | undefined>;

/** @returns runs a job and gives its result, or undefined when as many wait as may wait */
export function waitingRoom(atOnce: number, seats: number): WaitingRoom {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= atOnce) {
      if (waiting.length >= seats) return undefined;
      // Whoever leaves hands on the place, so that nobody slips in between.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
