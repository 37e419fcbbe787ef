/** Killed at any moment, as by a power cut: all of an act is there or none of it, and the next run carries on. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { connect } from '../../src/db/connect.ts';
import { REPORT, SAMPLES } from '../reports/samples.ts';
import { folderOfSuite, must, startProcess, type Started } from './command-line.ts';
import { dumpOf } from './dump.ts';

const PERIOD = '2024-10';

/** When: after which line of the answer, and how many milliseconds later. */
type Moment = readonly [line: string, later: number];

const IN_IMPORT: readonly Moment[] = [
  ['Đang đọc', 0],
  ['Đang ghi', 0],
  ['Đang ghi', 40],
  ['Đang ghi', 120],
];
const IN_COMPILE: readonly Moment[] = [
  ['Đang tổng hợp', 0],
  ['Đang in', 0],
  ['Đang in', 300],
  ['Đang in', 800],
];

describe('the command line, killed', () => {
  const folder = folderOfSuite();
  let environment = { DATABASE_URL: '' };

  before(async () => {
    environment = { DATABASE_URL: `sqlite:${join(folder(), 'tong-hop.db')}` };
    await must(environment, 'migrate');
  });

  it('during an import has landed nothing, or all', async () => {
    const before = await dumpOf(environment.DATABASE_URL);
    const half = [];
    for (const moment of IN_IMPORT) {
      await kill(startProcess(environment, 'import', REPORT, PERIOD, join(SAMPLES, PERIOD)), moment);
      const after = await dumpOf(environment.DATABASE_URL);
      const whole = after.counts['revisions'] === 98 && after.counts['justifications'] === 5;
      if (after.sha256 !== before.sha256 && !whole) half.push({ moment, counts: after.counts });
    }
    expect(half).to.deep.equal([]);
    const said = await must(environment, 'import', REPORT, PERIOD, join(SAMPLES, PERIOD));
    expect(said).to.match(/tiếp nhận (98 phiếu; 0 .*; 0 phiếu không đổi|0 phiếu; 0 .*; 98 phiếu không đổi)/);
    expect((await dumpOf(environment.DATABASE_URL)).counts).to.include({
      revisions: 98,
      decisions: 98,
      periods: 1,
    });
  });

  it('during a compilation leaves whole files or none, no browser, and the next one works', async () => {
    const out = join(folder(), 'out');
    for (const moment of IN_COMPILE) {
      const children = await kill(startProcess(environment, 'compile', REPORT, PERIOD, '--out', out), moment);
      await gone(children);
      const kept = await keptPdfs();
      const pdf = join(out, 'report.pdf');
      if (existsSync(pdf)) expect(kept, String(moment)).to.include(sha256(readFileSync(pdf)));
    }
    await must(environment, 'compile', REPORT, PERIOD, '--out', out);
    expect(await keptPdfs()).to.include(sha256(readFileSync(join(out, 'report.pdf'))));
    const files = ['findings.json', 'ledger.json', 'model.json', 'report.html', 'report.pdf'];
    expect(readdirSync(out)).to.deep.equal(files);
  });

  it('leaves nothing half written in the way of the next one', async () => {
    const out = join(folder(), 'half');
    mkdirSync(out);
    const { process: dead } = startProcess({}, '--help');
    await once(dead, 'close');
    const others = ['report.pdf.tmp', `note.${dead.pid}.tmp`, `report.pdf.${process.ppid}.tmp`];
    for (const file of [`report.pdf.${dead.pid}.tmp`, `model.json.${dead.pid}.tmp`, ...others])
      writeFileSync(join(out, file), 'half');
    await must(environment, 'compile', REPORT, PERIOD, '--draft', '--out', out);
    const left = readdirSync(out).filter((file) => file.endsWith('.tmp'));
    expect(left, 'nothing of others').to.have.members(others);
  });

  /** Hashes of the PDFs of the editions; reading them is also a check of the database. */
  async function keptPdfs(): Promise<readonly string[]> {
    const db = await connect(environment.DATABASE_URL);
    try {
      return await db('editions').pluck('pdf_sha256');
    } finally {
      await db.destroy();
    }
  }
});

/** Ends a process at a moment, and gives the processes that it had started by then. */
async function kill({ process, stdout, stderr }: Started, [line, later]: Moment): Promise<readonly number[]> {
  const closed = once(process, 'close');
  while (!stdout().includes(line)) {
    if (process.exitCode !== null || !process.stdout) throw new Error(`ended early: ${stderr()}`);
    await Promise.race([once(process.stdout, 'data'), closed]);
  }
  await Promise.race([wait(later), closed]);
  const children = descendants(process.pid ?? 0);
  process.kill('SIGKILL');
  await closed;
  return children;
}

function descendants(pid: number): readonly number[] {
  const parents = new Map(processes().map((id) => [id, parentOf(id)]));
  const found = [pid];
  for (const ancestor of found) for (const [id, parent] of parents) if (parent === ancestor) found.push(id);
  return found.slice(1);
}

function processes(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** The parent of a process; 0 when it is gone, or is only waiting to be buried. */
function parentOf(pid: number): number {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' ? 0 : Number(parent);
  } catch {
    return 0;
  }
}

/** Waits until processes are gone; mocha's own limit ends a wait for one that stays. */
async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => parentOf(pid) !== 0)) await wait(50);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
