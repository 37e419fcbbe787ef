/** The built program, one file that starts from a code cache, does what the sources do. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { forEachDatabase } from '../databases.ts';
import { filledWorkbook } from '../http/filled-workbook.ts';
import { LIMITS, Visitor } from '../http/site.ts';
import { openOffice, REPORT, SAMPLES, type Office } from '../reports/samples.ts';
import { insertAccount } from '../../src/db/accounts.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { codeCacheOf } from '../../src/run-bundle.ts';
import { hashPassword } from '../../src/workflow/accounts/password.ts';
import { startSession } from '../../src/workflow/accounts/session.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { vietnamTime } from '../../src/workflow/workplace.ts';
import { ROOT } from './command-line.ts';
import { editionHashes } from './edition-hashes.ts';

const run = promisify(execFile);
const BUNDLE = join(ROOT, 'dist', 'tong-hop.cjs');
const START = join(ROOT, 'dist', 'src', 'start.js');
const PERIOD = '2024-10';
/** Nobody has sent anything of it yet. */
const OPEN_PERIOD = '2024-11';
const FORM = `/bieu/${REPORT}/${OPEN_PERIOD}/F-TINH`;

describe('the built program', () => {
  let office: Office;
  let command: readonly string[];
  let codeCache: Buffer;
  before(async function () {
    this.timeout(300_000);
    await run('npm', ['run', 'build'], { cwd: ROOT });
    // As the shell would read its first line: "#!/usr/bin/env -S node --flag".
    const [first = ''] = readFileSync(START, 'utf8').split('\n', 1);
    command = [...first.split(' ').filter((word) => word.startsWith('--')), START];
    codeCache = readFileSync(codeCacheOf(BUNDLE));
    office = await openOffice();
    await importSubmissions(office, REPORT, PERIOD, [join(SAMPLES, PERIOD)]);
    await openPeriod(office, REPORT, OPEN_PERIOD);
  });
  after(async () => {
    writeFileSync(codeCacheOf(BUNDLE), codeCache);
    await office.close();
  });

  const address = (): string => `sqlite:${join(office.dir, 'tong-hop.db')}`;
  const tongHop = async (database: string, ...args: readonly string[]): Promise<string> => {
    const env = environment(database);
    const { stdout, stderr } = await run(process.execPath, [...command, ...args], { env, cwd: tmpdir() });
    expect(stderr, args.join(' ')).to.equal('');
    return stdout;
  };

  it('compiles the same bytes as the sources, wherever it is called', async () => {
    await office.compile(PERIOD);
    const out = join(office.dir, 'built');
    await tongHop(address(), 'compile', REPORT, PERIOD, '--out', out);
    expect(editionHashes(out)).to.deep.equal(editionHashes(join(office.dir, PERIOD)));
  });

  it('starts from what the engine made of it, and from nothing that is damaged', async () => {
    const script = `
      process.argv.splice(1, Infinity, '', '--help');
      const { runBundle, codeCacheOf } = await import(${JSON.stringify(join(ROOT, 'dist', 'src', 'run-bundle.js'))});
      const { readFileSync } = await import('node:fs');
      const bundle = ${JSON.stringify(BUNDLE)};
      const length = Number(process.env['LENGTH'] ?? Infinity);
      const { cachedDataRejected } = runBundle(bundle, readFileSync(codeCacheOf(bundle)).subarray(0, length));
      process.on('exit', () => console.log(JSON.stringify({ cachedDataRejected })));`;
    const started = async (settings: NodeJS.ProcessEnv): Promise<unknown> => {
      const args = [...command.slice(0, -1), '--input-type=module', '--eval', script];
      const { stdout } = await run(process.execPath, args, {
        env: { ...environment(address()), ...settings },
      });
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    };
    expect(await started({})).to.deep.equal({ cachedDataRejected: false });
    expect(await started({ LENGTH: '100000' })).to.deep.equal({ cachedDataRejected: true });
  });

  it('serves the pages, with what lies in other files: styles, migrations, the reader of workbooks', async () => {
    const server = spawn(process.execPath, [...command, 'serve'], {
      env: { ...environment(address()), PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
      const [url = ''] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
      const session = await sessionOfClerk(office);
      const clerk = new Visitor(url, session);
      const page = await clerk.get(FORM);
      const [, styles = ''] = /href="([^"]+\.css[^"]*)"/.exec(page.text) ?? [];
      expect((await clerk.get(styles)).text).to.contain('.govuk-button');

      const given = await fetch(new URL(`${FORM}/excel/mau`, url), {
        headers: { Cookie: `phien=${session}` },
      });
      const filled = filledWorkbook(Buffer.from(await given.arrayBuffer()), { 'tong-ho-so': 1_908_352 });
      const body = new FormData();
      body.set('_csrf', await clerk.token());
      body.set('tep', new Blob([new Uint8Array(filled)]), 'bieu.xlsx');
      const preview = await clerk.send(`${FORM}/excel`, { method: 'POST', body });
      expect([preview.status, preview.text.includes('1.908.352')]).to.deep.equal([200, true]);
    } finally {
      server.kill('SIGTERM');
      await once(server, 'close');
    }
  });

  forEachDatabase((database, _open, create) => {
    it(`makes a database and opens a period in it, ${database}`, async () => {
      const empty = await create();
      await tongHop(empty, 'migrate');
      await tongHop(empty, 'period', 'open', REPORT, PERIOD);
      expect(await tongHop(empty, 'status', REPORT, PERIOD)).to.contain('An Giang');
    });
  });

  it('runs, only slower, when the code cache is damaged or gone', async () => {
    truncateSync(codeCacheOf(BUNDLE), 1000);
    expect(await tongHop(address(), 'status', REPORT, PERIOD)).to.contain('Đã nhận đủ phiếu báo cáo.');
    rmSync(codeCacheOf(BUNDLE));
    expect(await tongHop(address(), 'status', REPORT, PERIOD)).to.contain('Đã nhận đủ phiếu báo cáo.');
  });
});

function environment(database: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: tmpdir(), DATABASE_URL: database };
}

async function sessionOfClerk({ db }: Office): Promise<string> {
  const at = vietnamTime(new Date());
  const password = await hashPassword('một cái cầu vồng');
  return inTransaction(db, async (trx) => {
    const account = {
      name: 'can-bo',
      fullName: 'Cán bộ An Giang',
      role: 'clerk',
      entity: 'an-giang',
    } as const;
    const id = await insertAccount(
      trx,
      { ...account, password, mustChangePassword: false },
      { at, actor: 'test' },
    );
    return startSession(trx, id, at, LIMITS);
  });
}
