/** Prints a document to PDF so that the same HTML gives the same bytes. */
import type { Page, PDFOptions } from 'puppeteer';
import type { Browser } from './browser.ts';
import { RenderError } from './render-error.ts';
import { withoutLedger } from './runs.ts';

export interface PdfOptions {
  /** Time of the edition with its offset, e.g. "2024-11-05T09:00:00+07:00": becomes the PDF's two dates. */
  readonly at: string;
  /** False leaves out the structure tree and the outline: for a quick preview only. True by default. */
  readonly tagged?: boolean;
  /** Called when the browser has all it needs, and this process nothing to do until the PDF comes. */
  readonly onPrinting?: () => void;
}

/**
 * The PDF of `html`, on pages as its `@page` rules say; its title and language are the HTML's. Throws `RenderError`.
 */
export async function renderPdf(
  browser: Browser,
  html: string,
  options: PdfOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const tagged = options.tagged ?? true;
  const date = pdfDate(options.at);
  const printed = unseen(withoutLedger(html));
  const bytes = await browser.withPage(async (page) => {
    await fill(page, printed);
    const printing = page.pdf(printOptions(tagged));
    options.onPrinting?.();
    return printing;
  }, signal);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  overwriteDate(file, '/CreationDate', date);
  overwriteDate(file, '/ModDate', date);
  return bytes;
}

/** As `page.setContent`, which sends the text through a script of the page's and takes half as long again. */
async function fill(page: Page, html: string): Promise<void> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const loaded = new Promise((resolve) => void page.once('load', resolve));
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  await loaded;
}

/**
 * A document that is laid out for paper only: nobody sees the page on a screen, where laying out the long tables of the
 * annexes takes a sixth of the time of a print.
 */
function unseen(html: string): string {
  return html.replace('</head>', '<style media="screen">body { display: none }</style></head>');
}

/** What `page.pdf` is asked for, tagged or not. */
export function printOptions(tagged: boolean): PDFOptions {
  return {
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
    // The fonts are the system's: there is nothing to wait for.
    waitForFonts: false,
    timeout: 0,
  };
}

/** PDF's form of an instant, in UTC: "D:20241105020000+00'00'". */
function pdfDate(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw new RangeError(`renderPdf: "${at}" is not a time`);
  return `D:${time.toISOString().slice(0, 19).replaceAll(/\D/g, '')}+00'00'`;
}

/** Chromium writes the clock's time; the edition's goes in its place, in as many bytes, so that no offset moves. */
function overwriteDate(file: Buffer, key: string, date: string): void {
  const start = file.indexOf(`${key} (D:`, 0, 'latin1');
  const from = start + key.length + 2;
  const end = file.indexOf(')', from, 'latin1');
  const unique = start >= 0 && file.indexOf(`${key} (D:`, start + 1, 'latin1') < 0;
  if (!unique || end - from !== date.length)
    throw new RenderError(
      'bad-output',
      'Trình duyệt ghi ngày của tệp PDF theo cách chưa biết nên không thể tạo bản in ổn định. Hãy dùng đúng phiên bản Chromium kèm theo.',
    );
  file.write(date, from, 'latin1');
}
