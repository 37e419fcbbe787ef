/**
 * The floor that everything is compared with: Puppeteer with our executable, flags and print options, and nothing else
 * of ours: no queue, no page kept ready, no sealing, no overwriting of dates, no hiding from the screen. It is given the
 * document without the ledger's ids, as our own page is.
 */
import { tmpdir } from 'node:os';
import type { Browser } from 'puppeteer';
import { findChromium } from '../src/render/chromium.ts';
import { installFonts } from '../src/render/fonts.ts';
import { launchOptions } from '../src/render/launch-options.ts';
import { startChromium } from '../src/render/start-chromium.ts';
import { printOptions } from '../src/render/pdf.ts';

export async function bareLaunchOptions(): Promise<ReturnType<typeof launchOptions>> {
  return launchOptions(await findChromium(undefined, tmpdir()), await installFonts(tmpdir()));
}

export async function openBare(): Promise<Browser> {
  return startChromium(await bareLaunchOptions());
}

/** A new page, `setContent`, `page.pdf` with tags. */
export async function printBare(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  const pdf = await page.pdf(printOptions(true));
  await page.close();
  return pdf;
}
