/** What a person would write by hand to print one HTML file: `node bare-cold.mjs OPTIONS.json IN.html OUT.pdf`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from 'puppeteer';

const [options, html, pdf] = process.argv.slice(2);
const { launchOptions, printOptions } = JSON.parse(readFileSync(options, 'utf8'));
const browser = await launch(launchOptions);
const page = await browser.newPage();
await page.setContent(readFileSync(html, 'utf8'), { waitUntil: 'load', timeout: 0 });
writeFileSync(pdf, await page.pdf(printOptions));
process.stdout.write('printed\n');
await browser.close();
