/** The same inputs give the same bytes: in one process and in another, on another day, in another zone and language. */
import { join } from 'node:path';
import { expect } from 'chai';
import { openOffice, REPORT, SAMPLES, type Office } from '../reports/samples.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { runProcess } from './command-line.ts';
import { EDITION_FILES, editionHashes } from './edition-hashes.ts';

const PERIOD = '2024-10';

describe('an edition of a sample month', () => {
  let office: Office;
  before(async () => {
    office = await openOffice();
    await importSubmissions(office, REPORT, PERIOD, [join(SAMPLES, PERIOD)]);
  });
  after(() => office.close());

  it('is the same, byte for byte, whoever compiles it, when and where', async () => {
    const first = await compiled('first');
    expect(new Set(Object.values(first)).size).to.equal(EDITION_FILES.length);
    expect(await compiled('again'), 'in the same process').to.deep.equal(first);
    const environment = {
      DATABASE_URL: `sqlite:${join(office.dir, 'tong-hop.db')}`,
      TZ: 'America/Los_Angeles',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    };
    const out = join(office.dir, 'elsewhere');
    const ran = await runProcess(environment, 'compile', REPORT, PERIOD, '--out', out);
    expect({ code: ran.code, stderr: ran.stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(editionHashes(out), 'in another process, today, in another zone and language').to.deep.equal(
      first,
    );
  });

  async function compiled(name: string): Promise<Record<string, string>> {
    const outDir = join(office.dir, name);
    await office.compile(PERIOD, { outDir });
    return editionHashes(outDir);
  }
});
