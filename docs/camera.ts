/** Takes pictures of a page at both widths, small enough to be kept. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { WIDTHS } from '../test/http/browser.ts';
import { smallPng } from './small-png.ts';

const FOLDER = join(import.meta.dirname, 'pictures', 'web');

/** A picture is at most so large; fewer colours are taken until it is. */
const LARGEST = 120_000;
const COLOURS = [64, 32, 16, 8];
/** What a picture of a long page shows, in pixels from the top. */
const HIGHEST: Readonly<Record<number, number>> = { 360: 1300, 1920: 1200 };

export interface Taking {
  /** From the top of the page down; otherwise what is on the screen. */
  readonly whole?: boolean;
  /** What to bring into sight: in the middle of the screen, unless the picture is to begin with it. */
  readonly at?: string;
  readonly from?: string;
}

/** Takes a picture of the page as it is under a name, at both widths. */
export type Camera = (page: Page, name: string, taking?: Taking) => Promise<void>;

/** @param only names of the pictures that are wanted; all when there are none */
export function openCamera(only: readonly string[]): Camera {
  mkdirSync(FOLDER, { recursive: true });
  return async (page, name, taking = {}) => {
    if (only.length > 0 && !only.includes(name)) return;
    for (const width of WIDTHS) write(`${name}-${width}.png`, await pictureOf(page, width, taking));
  };
}

async function pictureOf(page: Page, width: number, { whole = true, at, from }: Taking): Promise<Uint8Array> {
  await page.setViewport({ width, height: width < 600 ? 740 : 1080 });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  if (at !== undefined)
    await page.evaluate(`document.querySelector('${at}').scrollIntoView({ block: 'center' })`);
  if (from !== undefined)
    await page.evaluate(`document.querySelector('${from}').scrollIntoView({ block: 'start' })`);
  if (!whole || at !== undefined || from !== undefined) return page.screenshot();
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  const shown = Math.min(height, HIGHEST[width] ?? height);
  return page.screenshot({ clip: { x: 0, y: 0, width, height: shown }, captureBeyondViewport: true });
}

function write(file: string, png: Uint8Array): void {
  for (const colours of COLOURS) {
    const small = smallPng(png, colours);
    if (small.length > LARGEST) continue;
    writeFileSync(join(FOLDER, file), small);
    process.stdout.write(`${file} ${Math.round(small.length / 1000)} kB\n`);
    return;
  }
  throw new Error(`${file} stays larger than ${LARGEST} bytes.`);
}
