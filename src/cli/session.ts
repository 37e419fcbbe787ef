/** What a command opens and closes again: the settings, the database and the browser. */
import { readConfig, type Config } from '../config.ts';
import { connect } from '../db/connect.ts';
import { requireMigrated } from '../db/migrate.ts';
import { openBrowser, type Browser } from '../render/browser.ts';
import { vietnamTime, type Workplace } from '../workflow/workplace.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Session extends Workplace {
  readonly config: Config;
  /** Starts the browser when it is first asked for. */
  readonly browser: () => Promise<Browser>;
}

export interface SessionOptions {
  readonly databaseUrl?: string;
  /** Make the SQLite file when there is none. */
  readonly create?: boolean;
  /** Leave the structure as it is; otherwise it must be up to date. */
  readonly unmigrated?: boolean;
}

/** Runs work with an open database, and closes everything whatever happens. */
export async function withSession<T>(
  environment: Environment,
  work: (session: Session) => Promise<T>,
  options: SessionOptions = {},
): Promise<T> {
  const config = readConfig(environment);
  const db = await connect(options.databaseUrl ?? config.databaseUrl, { create: options.create ?? false });
  let browser: Promise<Browser> | undefined;
  try {
    if (options.unmigrated !== true) await requireMigrated(db);
    return await work({
      config,
      db,
      reportsDir: config.reportsDir,
      actor: config.actor,
      now: () => vietnamTime(new Date()),
      browser: () =>
        (browser ??= openBrowser({ chromiumPath: config.chromiumPath, cacheDir: config.cacheDir })),
    });
  } finally {
    await (await browser?.catch(() => undefined))?.close();
    await db.destroy();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
