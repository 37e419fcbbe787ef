/** Starts the pages on a workplace: what the command line and the tests call. */
import type { Workplace } from '../workflow/workplace.ts';
import { createApp } from './app.ts';
import type { WebSettings } from './route.ts';
import { startServer, type RunningServer, type ServerSettings } from './server.ts';

/** @param log gets a line a request, and what broke */
export async function startWeb(
  workplace: Workplace,
  { host, port, ...settings }: ServerSettings & Omit<WebSettings, 'log'>,
  log: (line: string) => void,
): Promise<RunningServer> {
  const { db, reportsDir, actor, now } = workplace;
  return startServer(await createApp({ db, reportsDir, actor, now }, { ...settings, log }), { host, port });
}
