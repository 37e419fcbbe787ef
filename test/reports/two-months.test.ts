/** Months that stand in one database, as in the demo, raise nothing that each alone does not raise. */
import { join } from 'node:path';
import { expect } from 'chai';
import { findingsOf } from '../../src/workflow/desk.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import { openOffice, REPORT, SAMPLES, type Office } from './samples.ts';

describe('June and October in one database', () => {
  let office: Office;
  before(async () => {
    office = await openOffice();
    for (const period of ['2024-06', '2024-10'])
      await importSubmissions(office, REPORT, period, [join(SAMPLES, period)]);
  });
  after(() => office.close());

  for (const period of ['2024-06', '2024-10']) {
    it(`leaves nothing to be explained in ${period}`, async () => {
      const facts = await readFacts(office, REPORT, period);
      const open = findingsOf(facts, facts.pinned.settings.publish).filter(
        ({ reason }) => reason === undefined,
      );
      expect(open.map(({ id }) => id)).to.deep.equal([]);
    });
  }
});
