/** One compile, a draft's preview, and two compiles at once, each beside bare Puppeteer. */
import { openBrowser } from '../src/render/browser.ts';
import { withoutLedger } from '../src/render/runs.ts';
import { openBare, printBare } from './bare-puppeteer.ts';
import { ratios, spread, timeInTurns } from './interleaved.ts';
import type { Measurement } from './measurement.ts';
import { compileToPdf, type Office } from './office.ts';

export async function measureCompiles(office: Office, rounds: number): Promise<readonly Measurement[]> {
  const ours = await openBrowser();
  const bare = await openBare();
  try {
    const html = withoutLedger((await compileToPdf(office, ours, false)).html);
    const timings = await timeInTurns(
      {
        final: () => compileToPdf(office, ours, false),
        draft: () => compileToPdf(office, ours, true),
        bare: () => printBare(bare, html),
        'two finals': () =>
          Promise.all([compileToPdf(office, ours, false), compileToPdf(office, ours, false)]),
        'two bare': () => Promise.all([printBare(bare, html), printBare(bare, html)]),
      },
      rounds,
    );
    const beside = (name: keyof typeof timings, floor: keyof typeof timings): string =>
      [name, floor].map((one) => `${spread(timings[one]).median.toFixed(0)} ms`).join(' / ');
    return [
      {
        name: 'final, stored figures to PDF',
        detail: beside('final', 'bare'),
        target: { kind: 'at most', value: 1.15 },
        ratio: ratios(timings, 'final', 'bare'),
      },
      {
        name: "draft's preview, beside the tagged print",
        detail: beside('draft', 'bare'),
        target: { kind: 'at most', value: 0.65 },
        ratio: ratios(timings, 'draft', 'bare'),
      },
      {
        name: 'two at once, documents a second',
        detail: beside('two finals', 'two bare'),
        target: { kind: 'at least', value: 0.9 },
        ratio: ratios(timings, 'two bare', 'two finals'),
      },
    ];
  } finally {
    await Promise.all([ours.close(), bare.close()]);
  }
}
