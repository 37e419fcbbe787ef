/** A bulletin written from docs/authoring.md alone prints every sentence that was worked out by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runsOf } from '../../src/domain/model/runs.ts';
import type { ReportModel } from '../../src/domain/model/report-model.ts';
import { checkReports } from '../../src/workflow/check-reports.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { bodyItems, readPdf, type ReadPdf } from '../render/read-pdf.ts';
import { closeSharedBrowser, openOffice } from '../reports/samples.ts';

const REPORTS = import.meta.dirname;
const REPORT = 'cai-cach-hanh-chinh';
const PERIOD = '2020-H1';
const sample = (period: string) => join(REPORTS, REPORT, 'samples', period);

describe('a half-yearly bulletin of another ministry', () => {
  const expected = readFileSync(join(REPORTS, REPORT, 'expected.txt'), 'utf8')
    .trim()
    .split('\n');
  let paragraphs: readonly string[];
  let text: string;
  let gaps: number;

  before(async () => {
    const office = await openOffice(REPORTS, REPORT);
    try {
      // The half before is there for the recommendation that nobody has reported as done.
      for (const period of ['2019-H2', PERIOD]) {
        await importSubmissions(office, REPORT, period, [sample(period)]);
      }
      const result = await office.compile(PERIOD);
      if (!result.issued) {
        throw new Error(result.compilation.refusals.map(({ message }) => message).join('\n'));
      }
      const { model } = result.compilation;
      paragraphs = paragraphsOf(model);
      gaps = runsOf(model).filter(({ kind }) => kind === 'missing').length;
      text = textOf(await readPdf(readFileSync(result.pdfPath)));
    } finally {
      await office.close();
    }
  });

  // So that this file ends when it is run alone; the next one to print opens it again.
  after(closeSharedBrowser);

  it('is a definition without a fault', async () => {
    expect(await checkReports(REPORTS, [])).to.deep.equal({ lines: [], checked: [REPORT] });
  });

  it('says each sentence in the model', () => {
    expect(expected).to.have.length.above(40);
    expect(expected.filter((line) => !paragraphs.some((one) => one.includes(line)))).to.deep.equal([]);
  });

  it('prints each sentence in the PDF', () => {
    expect(expected.filter((line) => !text.includes(squeezed(line)))).to.deep.equal([]);
  });

  it('prints no figure beside them', () => {
    const unsaid = paragraphs.filter((one) =>
      /\d/.test(expected.reduce((rest, line) => rest.replace(line, ''), one)),
    );
    expect(unsaid).to.deep.equal([]);
  });

  it('prints nothing as missing', () => {
    expect(gaps).to.equal(0);
  });
});

function paragraphsOf({ blocks }: ReportModel): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

/** The pages' text without margins; line breaks of the page are no part of it. */
function textOf({ pages }: ReadPdf): string {
  return squeezed(pages.flatMap((page) => bodyItems(page).map(({ text }) => text)).join(''));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
