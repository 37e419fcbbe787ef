/** Starts the pages on a workplace: what the command line and the tests call. */
import type { Browser } from '../render/browser.ts';
import { CompileDesk } from '../workflow/board/compile-desk.ts';
import type { Workplace } from '../workflow/workplace.ts';
import { createApp } from './app.ts';
import { causes } from './middleware/errors.ts';
import { headersOfAll } from './middleware/security-headers.ts';
import type { WebSettings } from './route.ts';
import { startServer, type RunningServer, type ServerSettings } from './server.ts';

/**
 * @param workplace with the browser that prints reports, which stays the caller's
 * @param log gets a line a request, and what broke
 */
export async function startWeb(
  workplace: Workplace & { readonly browser: () => Promise<Browser> },
  { host, port, ...settings }: ServerSettings & Omit<WebSettings, 'log'>,
  log: (line: string) => void,
): Promise<RunningServer> {
  const { db, reportsDir, actor, now, browser } = workplace;
  const compiles = new CompileDesk(browser, (error) => log(`error: ${causes(error)}`));
  const webSettings = { ...settings, log };
  const app = await createApp({ db, reportsDir, actor, now }, webSettings, compiles);
  const server = await startServer(app, { host, port }, headersOfAll(webSettings));
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await compiles.close();
    },
  };
}
