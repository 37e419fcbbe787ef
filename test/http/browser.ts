/** A real browser for the pages: it runs their scripts, and reaches this machine only. */
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { findChromium } from '../../src/render/chromium.ts';
import { installFonts } from '../../src/render/fonts.ts';
import { launchOptions } from '../../src/render/launch-options.ts';
import { startChromium } from '../../src/render/start-chromium.ts';

/** A phone and a large screen; heights do not matter. */
export const WIDTHS = [360, 1920] as const;

/** How the pages are walked through: at either width, and by somebody whose browser runs no scripts. */
export const WAYS = [
  { width: WIDTHS[0], scripts: true },
  { width: WIDTHS[1], scripts: true },
  { width: WIDTHS[1], scripts: false },
] as const;

/** The browser that prints reports, but allowed to reach 127.0.0.1. */
export async function openBrowser(): Promise<Browser> {
  const cacheDir = process.env['CACHE_DIR'] ?? tmpdir();
  const [executable, fonts] = await Promise.all([
    findChromium(process.env['CHROMIUM_PATH'], cacheDir),
    installFonts(cacheDir),
  ]);
  const options = launchOptions(executable, fonts);
  const walls = ['--proxy-server=', '--proxy-bypass-list=', '--host-resolver-rules='];
  const args = (options.args ?? []).filter((argument) => walls.every((wall) => !argument.startsWith(wall)));
  return startChromium({
    ...options,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

/** The browser of a suite: started before its first test, ended after its last. */
export function browserOfSuite(): () => Browser {
  let browser: Browser | undefined;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser of a suite is there for its tests alone');
    return browser;
  };
}

/** Signs the page in, without asking for a password. @param session what the cookie of a session holds */
export async function enterSession(page: Page, session: string): Promise<void> {
  await page.browserContext().setCookie({ name: 'phien', value: session, domain: '127.0.0.1', path: '/' });
}

/** A page without cookies of others that fails the test on whatever the browser complains about. */
export async function openPage(browser: Browser, width: number): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: width < 600 ? 740 : 1080 });
  return page;
}

export interface Complaints {
  /** What the browser's console said, and what failed to load. */
  readonly lines: readonly string[];
}

/** Listens to what the browser complains about: violations of the policy, faults of scripts, files that fail. */
export function complaintsOf(page: Page): Complaints {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) lines.push(message.text());
  });
  page.on('pageerror', (error) => lines.push(String(error)));
  page.on('requestfailed', (request) => lines.push(`${request.url()} ${request.failure()?.errorText}`));
  return { lines };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe-core finds nothing on the page as it is, and nothing is wider than the screen. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Past the page's policy, by which no script runs that is not a file of ours.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations, what).to.deep.equal([]);
  const [wide, screen] = await page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
  });
  expect(wide, `${what} scrolls sideways`).to.equal(screen);
}

/** Where pictures of the pages go, for looking at them; none are taken when it is not set. */
const PICTURES = process.env['PICTURES'];

/** The page as it is is accessible, and, where pictures are wanted, there is one of it. */
export async function lookAt(page: Page, title: string, width: number): Promise<void> {
  await expectAccessible(page, title);
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${title}-${width}.png`, fullPage: true });
}
