/** Prints the fixture in a process of its own and says the hash of the PDF: run by pdf.test.ts. */
import { createHash } from 'node:crypto';
import { openBrowser } from '../../src/render/browser.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderPdf } from '../../src/render/pdf.ts';
import { sampleModel } from './fixture.ts';

const browser = await openBrowser();
const model = sampleModel();
const bytes = await renderPdf(browser, renderHtml(model), { at: model.at });
await browser.close();
process.stdout.write(`${createHash('sha256').update(bytes).digest('hex')}\n`);
