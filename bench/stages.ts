/** Where the time of one final edition goes, stage by stage. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createBook } from '../src/domain/aggregation/book.ts';
import { runChecks } from '../src/domain/checks/run-checks.ts';
import { completeness } from '../src/domain/completeness.ts';
import { buildReportModel } from '../src/domain/model/build.ts';
import { buildBody } from '../src/domain/model/outline.ts';
import type { ReportModel } from '../src/domain/model/report-model.ts';
import { figureIds } from '../src/domain/model/runs.ts';
import { openBrowser } from '../src/render/browser.ts';
import { renderHtml } from '../src/render/html.ts';
import { renderPdf } from '../src/render/pdf.ts';
import { compileEdition } from '../src/workflow/compile-edition.ts';
import { readFacts, type PinnedFacts } from '../src/workflow/read-facts.ts';
import { spread, timed, WARM_UP } from './interleaved.ts';
import { columns } from './measurement.ts';
import { PERIOD, REPORT, settingsOf, type Office } from './office.ts';

export async function measureStages(office: Office, rounds: number): Promise<string> {
  const browser = await openBrowser();
  const times = new Map<string, number[]>();
  const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const results: T[] = [];
    const time = await timed(async () => results.push(await work()));
    times.set(name, [...(times.get(name) ?? []), time]);
    return results[0] as T;
  };
  try {
    for (let round = -WARM_UP; round < rounds; round++) {
      if (round === 0) times.clear();
      const facts = await stage('read facts', () => readFacts(office, REPORT, PERIOD));
      const model = await compileInStages(facts, stage);
      const html = await stage('HTML', () => renderHtml(model));
      const { at } = settingsOf(facts, false);
      await stage('PDF', () => renderPdf(browser, html, { at, tagged: true }));
      await stage('all, with storing and files', () =>
        compileEdition(office, () => Promise.resolve(browser), REPORT, PERIOD, {
          outDir: mkdtempSync(join(office.dir, 'edition-')),
        }),
      );
    }
  } finally {
    await browser.close();
  }
  const median = (name: string): number => spread(times.get(name) ?? []).median;
  const whole = median('all, with storing and files');
  const parts = ['read facts', 'book and narration', 'checks', 'model and ledger', 'HTML', 'PDF'];
  const rest = whole - parts.reduce((sum, name) => sum + median(name), 0);
  return columns([
    ['stage', 'ms', 'share'],
    ...parts.map((name) => row(name, median(name), whole)),
    row('store and files (the rest)', rest, whole),
    row('all', whole, whole),
  ]);
}

/** `compileReport` taken apart. */
async function compileInStages(
  pinned: PinnedFacts,
  stage: <T>(name: string, work: () => T) => Promise<T>,
): Promise<ReportModel> {
  const { facts } = pinned;
  const settings = settingsOf(pinned, false);
  const { book, standing, body } = await stage('book and narration', () => {
    const made = createBook(facts);
    const stood = completeness(facts, settings.at);
    return { book: made, standing: stood, body: buildBody(made, stood) };
  });
  const findings = await stage('checks', () => runChecks(book, standing, body.findings));
  return stage('model and ledger', () => {
    const model = buildReportModel(book, standing, body, findings, settings);
    book.ledger.close(figureIds(model));
    return model;
  });
}

function row(name: string, time: number, whole: number): readonly string[] {
  return [name, time.toFixed(1), `${((time / whole) * 100).toFixed(1)} %`];
}
