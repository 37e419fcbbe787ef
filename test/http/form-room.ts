/** A room in which people fill in the form of the tests in pages of a real browser, and what is looked for on these pages. */
import type { Browser, Page } from 'puppeteer';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import type { Database } from '../../src/db/connect.ts';
import { clerk, KEY } from '../workflow/collecting/place.ts';
import { enterSession, openPage, WIDTHS } from './browser.ts';
import { BASE, openPapers, type Papers, type Someone } from './papers.ts';

export interface FormRoom {
  readonly papers: Papers;
  /** Opens a page of somebody who is signed in; of the form unless another is named. */
  readonly enter: (
    who: Someone,
    options?: { readonly width?: number; readonly scripts?: boolean; readonly path?: string },
  ) => Promise<Page>;
  readonly signIn: (page: Page, who: Someone) => Promise<void>;
  /** The text that stands in a field on the server, as it was typed. */
  readonly saved: (field: string) => Promise<string | undefined>;
  /** The rows of a table on the server, as they were typed. */
  readonly rows: (table: string) => Promise<readonly Readonly<Record<string, string>>[]>;
  readonly close: () => Promise<void>;
}

export async function openFormRoom(browser: Browser, db: Database): Promise<FormRoom> {
  const papers = await openPapers(db);
  const pages: Page[] = [];
  const signIn: FormRoom['signIn'] = async (page, who) => enterSession(page, await papers.session(who));
  return {
    papers,
    signIn,
    enter: async (who, { width = WIDTHS[1], scripts = true, path = BASE } = {}) => {
      const page = await openPage(browser, width);
      pages.push(page);
      await page.setJavaScriptEnabled(scripts);
      await signIn(page, who);
      await page.goto(new URL(path, papers.url).href);
      return page;
    },
    saved: async (field) => {
      const { sections } = await readForm(papers.place.workplace, clerk, KEY);
      return sections.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.input.text;
    },
    rows: async (table) => {
      const { tables } = await readForm(papers.place.workplace, clerk, KEY);
      return tables.find(({ id }) => id === table)?.rows.map(({ texts }) => texts) ?? [];
    },
    close: async () => {
      for (const page of pages) await page.browserContext().close();
      await papers.stop();
    },
  };
}

/** The session is over; the page does not know yet. */
export async function signOut(page: Page): Promise<void> {
  const context = page.browserContext();
  await context.deleteCookie(...(await context.cookies()));
}

/** Waits until the line that tells of saving says so. */
export async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    `document.querySelector('[data-status]').textContent.includes(${JSON.stringify(words)})`,
  );
}

export async function clear(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (field) => (field as unknown as { select: () => void }).select());
  await page.keyboard.press('Backspace');
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

export async function valueOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element as unknown as { value: string }).value);
}

/** Presses a button that sends the page, from under the bar that stays at the top. */
export async function send(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (button) =>
    (button as unknown as { scrollIntoView: (how: object) => void }).scrollIntoView({ block: 'center' }),
  );
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

/** As a spreadsheet puts it on the clipboard. */
export async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const target = document.querySelector(${JSON.stringify(selector)});
    target.focus();
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
}
