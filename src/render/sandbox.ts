/**
 * Whether the system allows the browser its sandbox. Containers and some systems allow an ordinary user none. What is
 * printed is the program's own HTML, without scripts and without a way out: better without a sandbox than not at all.
 */
import { execFile } from 'node:child_process';
import type { LaunchOptions } from 'puppeteer';

/** Long enough for a slow machine; a browser that starts ends by itself. */
const LONGEST = 30_000;

/** Asked of a browser that did not start: behind a pipe it does not say why, so it is started once more without one. */
export function refusesSandbox({
  executablePath = '',
  args = [],
  env = {},
}: LaunchOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const blank = ['--headless', ...args, '--dump-dom', 'about:blank'];
    execFile(executablePath, blank, { env, timeout: LONGEST }, (_error, _output, said) => {
      resolve(said.includes('No usable sandbox'));
    });
  });
}
