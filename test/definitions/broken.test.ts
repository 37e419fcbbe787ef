import { expect } from 'chai';
import { loadDefinition } from '../../src/definitions/load.ts';
import { formatProblem } from '../../src/definitions/problem.ts';
import type { BrokenCase } from './broken/broken-case.ts';
import { CHECKS_AND_ANNEXES } from './broken/checks-and-annexes.ts';
import { FORMS } from './broken/forms.ts';
import { INDICATORS } from './broken/indicators.ts';
import { NESTING } from './broken/nesting.ts';
import { NEWCOMERS } from './broken/newcomers.ts';
import { REPORT } from './broken/report.ts';
import { SERIES } from './broken/series.ts';
import { SHAPE } from './broken/shape.ts';
import { SHARED } from './broken/shared.ts';
import { SOURCES_BROKEN } from './broken/sources.ts';
import { STANDING } from './broken/standing.ts';
import { SPLITS } from './broken/splits.ts';
import { TEXTS } from './broken/texts.ts';
import { change, withReports } from './definition-folder.ts';

const TABLES: Readonly<Record<string, readonly BrokenCase[]>> = {
  'the shape of files': SHAPE,
  'report.yaml': REPORT,
  'indicators.yaml': INDICATORS,
  'breaks and continued indicators': SERIES,
  'forms.yaml': FORMS,
  'checks.yaml and annexes.yaml': CHECKS_AND_ANNEXES,
  'two sources': SOURCES_BROKEN,
  'what may stand': STANDING,
  texts: TEXTS,
  'first steps': NEWCOMERS,
  'periods that nest': NESTING,
  'shared files': SHARED,
  'splits.yaml and changes of the issuer': SPLITS,
};

describe('a wrong definition does not load, and its author is told the line', () => {
  for (const [title, cases] of Object.entries(TABLES))
    describe(title, () => {
      for (const { rule, file, change: how, also = [], problems } of cases)
        it(rule, async () => {
          await withReports(async (reportsDir) => {
            await change(reportsDir, file, how);
            for (const more of also) await change(reportsDir, more.file, more.change);
            const loaded = await loadDefinition(reportsDir, 'tiny');
            expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).to.deep.equal(problems);
          });
        });
    });
});
