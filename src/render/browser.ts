/**
 * The one browser of a process: started when first needed, started again after a crash, a new page for each job, and
 * no way out to the network. What is printed never runs scripts and never fetches anything.
 */
import { tmpdir } from 'node:os';
import type { Browser as Engine, HTTPRequest, Page } from 'puppeteer';
import { findChromium } from './chromium.ts';
import type { Executable } from './chromium.ts';
import { installFonts } from './fonts.ts';
import type { Fonts } from './fonts.ts';
import { JobQueue } from './job-queue.ts';
import { launchOptions } from './launch-options.ts';
import { RenderError } from './render-error.ts';
import { startChromium } from './start-chromium.ts';

export interface BrowserOptions {
  /** Executable of a Chromium of the system's own (setting CHROMIUM_PATH); without it the npm package's is used. */
  readonly chromiumPath?: string | undefined;
  /** Where the packaged browser and the fonts are unpacked; the system's temporary folder by default. */
  readonly cacheDir?: string | undefined;
  /** Pages printed at once; 2 by default. */
  readonly concurrency?: number | undefined;
  /** Jobs that may wait; one more is refused. 64 by default. */
  readonly maxWaiting?: number | undefined;
  /** Longest time of one job in milliseconds, waiting not counted; 60,000 by default. */
  readonly timeoutMs?: number | undefined;
}

/** Starts the browser, so that a missing one is said at once. Throws `RenderError`. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const cacheDir = options.cacheDir ?? tmpdir();
  const [executable, fonts] = await Promise.all([
    findChromium(options.chromiumPath, cacheDir),
    installFonts(cacheDir),
  ]);
  const engine = await startEngine(executable, fonts);
  return new Browser(options, executable, fonts, engine, await engine.version());
}

interface Spare {
  readonly engine: Engine;
  readonly page: Promise<Page>;
}

/** A browser with a lifetime: `openBrowser` makes one, `close` ends it. */
export class Browser {
  /** E.g. "HeadlessChrome/147.0.7727.0"; an edition records it. */
  readonly browserVersion: string;
  /** E.g. "Tinos (@expo-google-fonts/tinos 0.4.2)"; an edition records it. */
  readonly fontsVersion: string;
  readonly #executable: Executable;
  readonly #fonts: Fonts;
  readonly #queue: JobQueue;
  readonly #timeoutMs: number;
  #engine: Promise<Engine>;
  /** Pages made while nothing else was to do: making one takes a fifth of the time of a print. */
  #spares: readonly Spare[] = [];
  #inUse = 0;
  /** So many pages have been in use at once; so many are kept ready. */
  #most = 1;
  #closed = false;

  constructor(
    options: BrowserOptions,
    executable: Executable,
    fonts: Fonts,
    engine: Engine,
    version: string,
  ) {
    this.#executable = executable;
    this.#fonts = fonts;
    this.#engine = Promise.resolve(engine);
    this.#queue = new JobQueue(options.concurrency ?? 2, options.maxWaiting ?? 64);
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.browserVersion = version;
    this.fontsVersion = fonts.version;
    this.#prepare(engine);
  }

  /**
   * Runs `job` on a fresh page, when its turn comes. A job that lost its browser to a crash is run once more on a new
   * one, so it must have no effect outside the page. Throws `RenderError` when cancelled, too late, or refused.
   */
  async withPage<T>(job: (page: Page) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.run(async () => {
      const limit = AbortSignal.timeout(this.#timeoutMs);
      const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      for (let attempt = 1; ; attempt++) {
        const engine = await this.#running();
        this.#inUse += 1;
        this.#most = Math.max(this.#most, this.#inUse);
        try {
          return await onPage(() => this.#freshPage(engine), job, stop);
        } catch (cause) {
          if (signal?.aborted === true) throw cancelled(signal.reason);
          if (limit.aborted) throw this.#tooLate(cause);
          if (this.#closed || engine.connected) throw cause;
          if (attempt === 2) throw failed('Trình duyệt in PDF dừng đột ngột hai lần liên tiếp.', cause);
        } finally {
          this.#inUse -= 1;
          this.#prepare(engine);
        }
      }
    }, signal);
  }

  /** Ends the browser; jobs still running fail. */
  async close(): Promise<void> {
    this.#closed = true;
    const engine = await this.#engine.catch(() => null);
    // A page that is being made when its browser goes leaves a timer of half a minute behind.
    await Promise.allSettled(this.#spares.map(({ page }) => page));
    await engine?.close();
  }

  async #running(): Promise<Engine> {
    if (this.#closed) throw failed('Trình duyệt in PDF đã đóng.', undefined);
    const current = this.#engine;
    const engine = await current.catch(() => null);
    if (engine?.connected === true) return engine;
    // Of several jobs that meet the dead browser only the first starts another.
    if (this.#engine === current) this.#engine = startEngine(this.#executable, this.#fonts);
    return this.#engine;
  }

  #freshPage(engine: Engine): Promise<Page> {
    const [spare, ...others] = this.#spares.filter((one) => one.engine === engine);
    this.#spares = others;
    return spare ? spare.page.catch(() => sealedPage(engine)) : sealedPage(engine);
  }

  #prepare(engine: Engine): void {
    if (this.#closed || !engine.connected) return;
    const ready = this.#spares.filter((one) => one.engine === engine);
    if (ready.length >= this.#most) return;
    const spare = { engine, page: sealedPage(engine) };
    this.#spares = [...ready, spare];
    const forget = (): void => {
      this.#spares = this.#spares.filter((one) => one !== spare);
    };
    spare.page.then((page) => page.once('error', forget), forget);
  }

  #tooLate(cause: unknown): RenderError {
    const seconds = Math.round(this.#timeoutMs / 1000);
    return new RenderError(
      'timeout',
      `In PDF quá ${seconds} giây nên đã dừng. Hãy thử lại; nếu vẫn vậy, hãy xem báo cáo có bảng hoặc biểu quá lớn không.`,
      { cause },
    );
  }
}

async function startEngine(executable: Executable, fonts: Fonts): Promise<Engine> {
  try {
    return await startChromium(launchOptions(executable, fonts));
  } catch (cause) {
    throw failed(
      `Không khởi động được trình duyệt Chromium tại «${executable.path}». Hãy kiểm tra tệp này chạy được trên máy, hoặc đặt CHROMIUM_PATH là đường dẫn tới một Chromium khác.`,
      cause,
    );
  }
}

async function onPage<T>(
  freshPage: () => Promise<Page>,
  job: (page: Page) => Promise<T>,
  stop: AbortSignal,
): Promise<T> {
  stop.throwIfAborted();
  const page = await freshPage();
  const events = new AbortController();
  const givenUp = new Promise<never>((_resolve, reject) => {
    stop.addEventListener('abort', () => reject(asError(stop.reason)), { signal: events.signal });
    // The page's process crashed; without this the job would wait for an answer until its time is over.
    page.on('error', (cause) => reject(failed('Trang in PDF dừng đột ngột. Hãy thử lại.', cause)));
  });
  try {
    stop.throwIfAborted();
    const work = job(page);
    work.catch(() => undefined);
    return await Promise.race([work, givenUp]);
  } finally {
    events.abort();
    // Nobody waits for a page to be gone.
    page.close().catch(() => undefined);
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** A page where no script runs and nothing is fetched: each wall alone has been seen to leak. */
async function sealedPage(engine: Engine): Promise<Page> {
  const page = await engine.newPage();
  page.on('request', (request) => void refuse(request));
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    page.setRequestInterception(true),
  ]);
  return page;
}

async function refuse(request: HTTPRequest): Promise<void> {
  try {
    // "aborted" leaves the document in place; other reasons replace it by an error page when a frame navigates.
    await (request.url().startsWith('data:') ? request.continue() : request.abort('aborted'));
  } catch {
    // The page was closed while the request was being answered.
  }
}

function failed(message: string, cause: unknown): RenderError {
  return new RenderError('browser-failed', message, { cause });
}

function cancelled(cause: unknown): RenderError {
  return new RenderError('cancelled', 'Việc in PDF đã bị hủy.', { cause });
}
