/**
 * Starts the browser, with its sandbox where the system allows one. Containers and some systems allow an ordinary user
 * none. What is shown is the program's own HTML without a way out: better without a sandbox than not at all.
 */
import { execFile } from 'node:child_process';
import { launch, type Browser, type LaunchOptions } from 'puppeteer';
import { WITHOUT_SANDBOX } from './launch-options.ts';

/** Long enough for a slow machine; a browser that starts ends by itself. */
const LONGEST = 30_000;

/** @throws what `launch` throws, when the second start fails as well. */
export async function startChromium(options: LaunchOptions): Promise<Browser> {
  return launch(options).catch(async () => {
    // On a machine short of memory or processes it may die while it starts; a second start usually lives.
    const args = (await refusesSandbox(options)) ? [...(options.args ?? []), WITHOUT_SANDBOX] : options.args;
    return launch({ ...options, ...(args ? { args } : {}) });
  });
}

/** Asked of a browser that did not start: behind a pipe it does not say why, so it is started once more without one. */
function refusesSandbox({ executablePath = '', args = [], env = {} }: LaunchOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const blank = ['--headless', ...args, '--dump-dom', 'about:blank'];
    execFile(executablePath, blank, { env, timeout: LONGEST }, (_error, _output, said) => {
      resolve(said.includes('No usable sandbox'));
    });
  });
}
