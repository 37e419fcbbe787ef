/** What a command opens and closes again: the settings, the database and the browser. */
import { readConfig, type WebConfig } from '../config.ts';
import type { Browser } from '../render/browser.ts';
import { vietnamTime, type Workplace } from '../workflow/workplace.ts';
import type { Terminal } from './terminal.ts';

export interface Session extends Workplace, Pick<Terminal, 'say' | 'warn'> {
  /** Starts the browser when it is first asked for. */
  readonly browser: () => Promise<Browser>;
  /** Settings of the pages. */
  readonly web: WebConfig;
}

export interface SessionOptions {
  readonly databaseUrl?: string;
  /** Make the SQLite file when there is none. */
  readonly create?: boolean;
  /** Leave the structure as it is; otherwise it must be up to date. */
  readonly unmigrated?: boolean;
  /** The browser will be needed: it starts in processes of its own while all else is loaded. */
  readonly prints?: boolean;
}

/** Runs work with an open database, and closes everything whatever happens. */
export async function withSession<T>(
  { environment, say, warn }: Terminal,
  work: (session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  const config = readConfig(environment);
  let browser: Promise<Browser> | undefined;
  const start = async (): Promise<Browser> => {
    // Loaded here: most commands print nothing, and the library takes longer to load than they take to run.
    const { openBrowser } = await import('../render/browser.ts');
    return openBrowser({ chromiumPath: config.chromiumPath, cacheDir: config.cacheDir });
  };
  try {
    if (options.prints === true) {
      browser = start();
      browser.catch(() => undefined);
    }
    const { connect } = await import('../db/connect.ts');
    const db = await connect(options.databaseUrl ?? config.databaseUrl, { create: options.create ?? false });
    try {
      if (options.unmigrated !== true) {
        const { requireMigrated } = await import('../db/migrate.ts');
        await requireMigrated(db);
      }
      return await work({
        db,
        reportsDir: config.reportsDir,
        actor: config.actor,
        now: () => vietnamTime(new Date()),
        browser: () => (browser ??= start()),
        web: config.web,
        say,
        warn,
      });
    } finally {
      await db.destroy();
    }
  } finally {
    await (await browser?.catch(() => undefined))?.close();
  }
}
