/** Lines of a log, written a few at a time: to write a line where it goes keeps the whole process waiting. */

export interface GatheredLines {
  /** Writes the line soon, in its turn. */
  readonly add: (line: string) => void;
  /** Writes what waits. */
  readonly flush: () => void;
}

/** Milliseconds that a line may wait. */
const SOON = 100;

/**
 * @param write takes one text of one or more lines
 * Whoever ends the process flushes; a line that waits does not keep it running.
 */
export function gatherLines(write: (lines: string) => void): GatheredLines {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) write(waiting.join('\n'));
    waiting = [];
  };
  return {
    add: (line) => {
      waiting.push(line);
      timer ??= setTimeout(flush, SOON).unref();
    },
    flush,
  };
}
