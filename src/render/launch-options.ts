/** How the browser is started. On its own, so that the benchmark can print with the same browser and nothing else of ours. */
import { tmpdir } from 'node:os';
import type { LaunchOptions } from 'puppeteer';
import type { Executable } from './chromium.ts';
import type { Fonts } from './fonts.ts';

/** Own arguments: the package's defaults run everything in one process, at half the throughput and with PDFs that differ. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-webgl',
  '--font-render-hinting=none',
  '--no-default-browser-check',
  '--no-pings',
  // Port 9 (discard) on the loopback: whatever slips past the page's own walls ends here.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

export const WITHOUT_SANDBOX = '--no-sandbox';

/** For `startChromium`: sealed off, with the fonts of this package alone, the same whoever starts it and wherever. */
export function launchOptions(executable: Executable, fonts: Fonts): LaunchOptions {
  const asRoot = process.getuid?.() === 0;
  return {
    executablePath: executable.path,
    headless: 'shell',
    // With a WebSocket, killing Node leaves the browser's processes behind; a pipe ends with its reader.
    pipe: true,
    // Chromium refuses to start as root with its sandbox; anyone else keeps it.
    args: asRoot ? [...ARGUMENTS, WITHOUT_SANDBOX] : ARGUMENTS,
    env: {
      FONTCONFIG_FILE: fonts.configFile,
      HOME: tmpdir(),
      LANG: 'C.UTF-8',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      TZ: 'UTC',
      ...(executable.libraries === null ? {} : { LD_LIBRARY_PATH: executable.libraries }),
    },
  };
}
