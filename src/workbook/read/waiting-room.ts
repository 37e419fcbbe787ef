/** Lets a few jobs run at once; some more wait their turn, and those who would wait too long are sent away. */

/**
 * Runs a job and gives its result, or undefined when as many wait as may wait, or when its turn did not come in time.
 * @param patience milliseconds for which it waits; without it as long as it takes
 */
export type WaitingRoom = <T>(job: () => Promise<T>, patience?: number) => Promise<T | undefined>;

export function waitingRoom(atOnce: number, seats: number): WaitingRoom {
  const waiting = new Set<() => void>();
  let running = 0;
  /** True when its turn came. */
  const waitTurn = (patience: number | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer =
        patience === undefined
          ? undefined
          : setTimeout(() => waiting.delete(enter) && resolve(false), patience);
      waiting.add(enter);
    });
  return async (job, patience) => {
    if (running >= atOnce) {
      if (waiting.size >= seats) return undefined;
      // Whoever leaves hands on the place, so that nobody slips in between.
      if (!(await waitTurn(patience))) return undefined;
    } else running += 1;
    try {
      return await job();
    } finally {
      const [next] = waiting;
      if (next) {
        waiting.delete(next);
        next();
      } else running -= 1;
    }
  };
}
