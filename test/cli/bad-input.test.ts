/** Whatever is wrong with what was sent: it is named by file, row and column, and nothing of it lands. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REPORT, SAMPLES } from '../reports/samples.ts';
import { BAD_INPUTS, type BadInput } from './bad-files.ts';
import { expectSentences, folderOfSuite, must, run, runProcess } from './command-line.ts';
import { dumpOf, type Dump } from './dump.ts';

const PERIOD = '2024-10';

describe('import of files that are wrong', () => {
  const folder = folderOfSuite();
  let environment: Record<string, string> = {};
  let untouched: Dump;

  before(async () => {
    environment = { DATABASE_URL: `sqlite:${join(folder(), 'tong-hop.db')}` };
    await must(environment, 'migrate');
    await must(environment, 'period', 'open', REPORT, PERIOD);
    untouched = await dumpOf(environment['DATABASE_URL'] ?? '');
  });

  afterEach('nothing landed', async () => {
    expect(await dumpOf(environment['DATABASE_URL'] ?? '')).to.deep.equal(untouched);
  });

  for (const [number, input] of BAD_INPUTS.entries())
    it(`refuses ${input.what}`, async () => {
      const { code, stdout, stderr } = await run(
        environment,
        'import',
        REPORT,
        PERIOD,
        upload(number, input),
      );
      expect(code).to.equal(1);
      expectSentences(stderr);
      expect(stderr.split('\n')[0]).to.match(/không tệp nào được ghi/);
      for (const part of input.says) expect(stderr).to.contain(part);
      expect(stdout).to.not.contain('Đã tiếp nhận');
    });

  it('opens no period for a folder that is refused', async () => {
    const other = { DATABASE_URL: `sqlite:${join(folder(), 'other.db')}` };
    await must(other, 'migrate');
    const before = await dumpOf(other.DATABASE_URL);
    const files = {
      'TTTT-2.csv': 'entity\nx\n',
      'period.yaml': readFileSync(join(SAMPLES, PERIOD, 'period.yaml')),
    };
    const input = { what: 'a good period.yaml beside a bad file', files, says: [] };
    expect((await run(other, 'import', REPORT, PERIOD, upload(99, input))).code).to.equal(1);
    expect(await dumpOf(other.DATABASE_URL)).to.deep.equal(before);
  });

  it('says the same in a process of its own', async () => {
    const [input] = BAD_INPUTS;
    const path = input ? upload(0, input) : '';
    const inside = await run(environment, 'import', REPORT, PERIOD, path);
    expect(await runProcess(environment, 'import', REPORT, PERIOD, path)).to.deep.equal(inside);
  });

  function upload(number: number, { files }: BadInput): string {
    const path = join(folder(), `upload-${number}`);
    mkdirSync(path, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  }
});
