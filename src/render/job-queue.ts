/** A bounded queue: so many jobs at once, so many waiting, and one more is refused instead of filling the memory. */
import { RenderError } from './render-error.ts';

export class JobQueue {
  readonly #concurrency: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(concurrency: number, maxWaiting: number) {
    this.#concurrency = concurrency;
    this.#maxWaiting = maxWaiting;
  }

  /** Runs `job` in order of arrival. Throws `RenderError` "busy" at once when too many wait, "cancelled" on `signal`. */
  async run<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      // The slot goes straight to the next one, so that nobody can step in between.
      if (next === undefined) this.#running--;
      else next();
    }
  }

  async #enter(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) throw cancelled(signal);
    if (this.#running < this.#concurrency) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= this.#maxWaiting)
      throw new RenderError('busy', 'Đang có quá nhiều báo cáo chờ in PDF. Hãy thử lại sau ít phút.');
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(cancelled(signal));
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(start);
    });
  }
}

function cancelled(signal: AbortSignal | undefined): RenderError {
  return new RenderError('cancelled', 'Việc in PDF đã bị hủy.', { cause: signal?.reason });
}
