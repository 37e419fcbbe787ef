/** Every figure of the two published bulletins stands in the PDF, in its own section, as published or as corrected. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runsOf } from '../../src/domain/model/runs.ts';
import type { ReportModel } from '../../src/domain/model/report-model.ts';
import { outlineIds } from './outline-ids.ts';
import { bodyItems, type ReadPdf } from '../render/read-pdf.ts';
import { compiledSample, SAMPLES } from './samples.ts';

interface Entry {
  readonly index: number;
  readonly code?: string;
  readonly printed?: string;
  readonly where?: string;
  readonly corrected?: boolean;
  readonly dropped?: string;
  readonly reason?: string;
}

for (const { period, entries } of [
  { period: '2024-10', entries: 103 },
  { period: '2024-06', entries: 89 },
]) {
  describe(`the published bulletin of ${period}`, () => {
    const expected: readonly Entry[] = JSON.parse(
      readFileSync(join(SAMPLES, period, 'expected.json'), 'utf8'),
    );

    it(`lists its ${entries} entries, each printed or dropped with a reason`, () => {
      expect(expected.map(({ index }) => index)).to.deep.equal(
        Array.from({ length: entries }, (_, index) => index + 1),
      );
      for (const { index, printed, dropped, corrected, reason } of expected) {
        expect(printed === undefined, `mục ${index}`).to.equal(dropped !== undefined);
        if (corrected) expect(reason, `mục ${index}`).to.be.a('string').that.is.not.empty;
      }
    });

    it('prints each in its section of the PDF', async () => {
      const { model, pdf } = await compiledSample(period);
      const text = textOf(pdf);
      const missing = expected.flatMap(({ index, printed, where = '' }) => {
        if (printed === undefined) return [];
        const paragraphs = paragraphsOf(model, where).filter((paragraph) => paragraph.includes(printed));
        const found = paragraphs.some((paragraph) => text.includes(squeezed(paragraph)));
        return found ? [] : [`${index}: “${printed}” trong ${where}`];
      });
      expect(missing).to.deep.equal([]);
    });

    it('prints nothing as missing', async () => {
      const { model } = await compiledSample(period);
      expect(runsOf(model).filter(({ kind }) => kind === 'missing')).to.deep.equal([]);
    });
  });
}

/** Paragraph ids are the outline block's id and a number. */
function paragraphsOf({ blocks }: ReportModel, where: string): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && outlineIds(block.id) === where
      ? [block.runs.map(({ text }) => text).join('')]
      : [],
  );
}

/** The pages' text without margins; line breaks of the page are no part of it. */
function textOf({ pages }: ReadPdf): string {
  return squeezed(
    pages
      .map((page) =>
        bodyItems(page)
          .map(({ text }) => text)
          .join(''),
      )
      .join(''),
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLocaleLowerCase('vi');
}
