/**
 * Compiles take turns. A compile keeps the whole process busy, and a browser that waits for a word from it cannot
 * print: of two at once the first is handed to the browser before the second begins, which is then computed while the
 * first is printed.
 */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` when everything that came before has ended its turn.
 * @param work may end its turn early by calling `handOver`
 */
export function inTurn<T>(work: (handOver: () => void) => T | Promise<T>): Promise<T> {
  let resolve: (() => void) | undefined;
  const handedOver = new Promise<void>((settle) => {
    resolve = settle;
  });
  const handOver = (): void => resolve?.();
  const done = last.then(() => work(handOver)).finally(handOver);
  last = handedOver;
  return done;
}
