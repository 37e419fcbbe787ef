/** A period.yaml given to repin brings its waivers and reasons along, each once. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readWaivers } from '../../src/db/waivers.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { repinPeriod } from '../../src/workflow/open-period.ts';
import { openOffice, REPORT, SAMPLES, type Office } from '../reports/samples.ts';

describe('repinPeriod with a period.yaml', () => {
  let office: Office;
  before(async () => {
    office = await openOffice();
    await importSubmissions(office, REPORT, '2024-10', [join(SAMPLES, '2024-10')]);
  });
  after(() => office.close());

  it('records a waiver that is new and says so, and nothing the second time', async () => {
    const file = join(office.dir, 'period.yaml');
    const waiver =
      'waivers:\n  - {entity: hau-giang, form: F-TINH, reason: Thiên tai, at: "2024-11-04T09:00:00+07:00"}\n';
    const text = readFileSync(join(SAMPLES, '2024-10', 'period.yaml'), 'utf8');
    writeFileSync(file, text.replace('waivers: []\n', waiver));
    expect(await repinPeriod(office, REPORT, '2024-10', file)).to.deep.equal([
      'Miễn nộp “hau-giang”, biểu F-TINH: thêm mới',
    ]);
    expect(await readWaivers(office.db, REPORT, '2024-10')).to.deep.equal([
      { entity: 'hau-giang', form: 'F-TINH', reason: 'Thiên tai', at: '2024-11-04T09:00:00+07:00' },
    ]);
    expect(await repinPeriod(office, REPORT, '2024-10', file)).to.deep.equal([]);
  });
});
