/** The cookbook as a document: every kind of sentence, table and chart keeps its digits in the order of the ledger's runs. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Compilation } from '../../src/domain/compile.ts';
import { runsOf } from '../../src/domain/model/runs.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { digitsIn, digitsOf, readPdf, type ReadPdf } from '../render/read-pdf.ts';
import { closeSharedBrowser, openOffice } from '../reports/samples.ts';
import { REPORTS } from './example-outputs.ts';
import { readPage, writeExamples } from './page-examples.ts';

const REPORT = 'so-tay';

describe('the cookbook, printed', () => {
  let scratch = '';
  let compilation: Compilation;
  let pdf: ReadPdf;

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'cookbook-'));
    const folder = join(scratch, 'reports');
    await writeExamples(await readPage(), folder);
    const office = await openOffice(folder, REPORT);
    try {
      for (const period of REPORTS[REPORT])
        await importSubmissions(office, REPORT, period, [join(folder, REPORT, 'samples', period)]);
      const result = await office.compile('2024-10');
      if (!result.issued)
        throw new Error(result.compilation.refusals.map(({ message }) => message).join('\n'));
      compilation = result.compilation;
      pdf = await readPdf(await readFile(result.pdfPath));
    } finally {
      await office.close();
    }
  });
  after(async () => {
    await closeSharedBrowser();
    await rm(scratch, { recursive: true });
  });

  it('has the digits of the PDF in the order of the runs', () => {
    expect(digitsOf(pdf)).to.equal(digitsIn(runsOf(compilation.model).map(({ text }) => text)));
  });

  it('keeps digits out of runs of prose, and has an entry for every figure', () => {
    const runs = runsOf(compilation.model);
    expect(runs.filter((run) => run.kind === 'text' && /\d/.test(run.text))).to.deep.equal([]);
    const unknown = runs.filter((run) => run.kind === 'figure' && !compilation.ledger.entries[run.ledger]);
    expect(unknown).to.deep.equal([]);
  });
});
