/**
 * The pages over HTTP on both databases, beside a bare Express, Ajv and Knex server that writes the same rows: forms sent
 * per second over 32 connections, how long the page of a form takes meanwhile, and what that page weighs. The servers and
 * what loads them are processes of their own, the servers built as for those who install the program; they take turns.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formToken } from '../src/http/middleware/csrf.ts';
import { startPostgres } from '../test/postgres.ts';
import type { Asked, Load, LoadRun } from './http-load.ts';
import {
  fillIn,
  openHttpOffice,
  READ_MONTH,
  SENT_MONTHS,
  typedAnswers,
  writeHttpReport,
  type Clerk,
  type HttpOffice,
} from './http-office.ts';
import { spread } from './interleaved.ts';
import type { Measurement } from './measurement.ts';
import { weigh } from './page-weight.ts';
import { buildServers, runToEnd, startProcess, type Running } from './processes.ts';
import { FORM, SCALE_REPORT } from './scale-report.ts';

/** Rounds before the first that counts: a server that has sent a thousand forms has its code compiled. */
const WARM_UP = 5;
/** Forms sent while nothing else is asked for; the others are sent between the pages. */
const SENT_ALONE = 160;
/** A page is read so many times for one form that is sent. */
const PAGES_A_FORM = 4;
const PERCENTILE = 0.95;
const MOST_BYTES = 150_000;

type Name = 'ours' | 'floor';

interface Side extends HttpOffice {
  readonly server: Running;
  readonly page: (clerk: Clerk, month: string) => Asked;
  readonly form: (clerk: Clerk, month: string) => Asked;
}

interface Round {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly page: number;
}

/** @param say is told each database's median figures of the two */
export async function measureHttp(
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Measurement[]> {
  const dir = mkdtempSync(join(tmpdir(), 'tong-hop-http-'));
  const postgres = await startPostgres({ durable: true });
  try {
    await buildServers();
    const reportsDir = join(dir, 'reports');
    await writeHttpReport(reportsDir);
    const months = SENT_MONTHS.slice(0, WARM_UP + rounds);
    const measured: Measurement[] = [];
    for (const [database, addresses] of [
      ['SQLite', [`sqlite:${join(dir, 'ours.db')}`, `sqlite:${join(dir, 'floor.db')}`]],
      ['PostgreSQL', [await postgres.create('ours'), await postgres.create('floor')]],
    ] as const) {
      const [ours = '', floor = ''] = addresses;
      const sides = {
        ours: await openOurs(ours, reportsDir, months),
        floor: await openFloor(floor, reportsDir, months),
      };
      try {
        const last = measured.length === 0 ? [await measureWeight(sides.ours, say)] : [];
        measured.push(...(await measureDatabase(database, sides, months, dir)), ...last);
      } finally {
        for (const { server, workplace } of Object.values(sides)) {
          await server.stop();
          await workplace.db.destroy();
        }
      }
    }
    return measured;
  } finally {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measureDatabase(
  database: string,
  sides: Readonly<Record<Name, Side>>,
  months: readonly string[],
  dir: string,
): Promise<readonly Measurement[]> {
  const done: Record<Name, Round[]> = { ours: [], floor: [] };
  for (const [at, month] of months.entries()) {
    for (const name of at % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
      const round = await runRound(sides[name], month, join(dir, 'load.json'));
      if (at >= WARM_UP) done[name].push(round);
    }
  }
  const compare = (of: (round: Round) => number): Pick<Measurement, 'ratio'> & { both: number[] } => ({
    both: [done.ours, done.floor].map((all) => spread(all.map(of)).median),
    ratio: spread(done.ours.map((round, at) => of(round) / of(done.floor[at] ?? round))),
  });
  const sent = compare(({ perSecond }) => perSecond);
  const page = compare(({ page: time }) => time);
  return [
    {
      name: `forms sent a second over HTTP, ${database}`,
      detail: sent.both.map((figure) => `${figure.toFixed(0)}/s`).join(' / '),
      target: { kind: 'at least', value: 0.6 },
      ratio: sent.ratio,
    },
    {
      name: `page of a form under load, p95, ${database}`,
      detail: page.both.map((figure) => `${figure.toFixed(0)} ms`).join(' / '),
      ratio: page.ratio,
    },
  ];
}

/** Every form of a month is sent: most of them alone, the others between pages. */
async function runRound(
  { workplace, clerks, server, page, form }: Side,
  month: string,
  file: string,
): Promise<Round> {
  await fillIn(workplace.db, month);
  const sends = clerks.map((clerk) => form(clerk, month));
  // The first page of a month reads its definition, which is kept for the weeks that follow.
  await load(file, { url: server.said, requests: [pageOf(clerks, page, 0, month)] });
  const alone = await load(file, { url: server.said, requests: sends.slice(0, SENT_ALONE) });
  const mixed = sends
    .slice(SENT_ALONE)
    .flatMap((send, at) => [
      send,
      ...Array.from({ length: PAGES_A_FORM }, (_, turn) => pageOf(clerks, page, at * PAGES_A_FORM + turn)),
    ]);
  const busy = await load(file, { url: server.said, requests: mixed });
  return { perSecond: (SENT_ALONE * 1000) / alone.all, page: percentile(busy.times['page'] ?? []) };
}

function pageOf(clerks: readonly Clerk[], page: Side['page'], turn: number, month = READ_MONTH): Asked {
  const clerk = clerks[turn % clerks.length];
  if (!clerk) throw new RangeError('there are no clerks');
  return page(clerk, month);
}

async function load(file: string, requests: Load): Promise<LoadRun> {
  writeFileSync(file, JSON.stringify(requests));
  const script = join(import.meta.dirname, 'http-load.ts');
  const { output } = await runToEnd(process.execPath, [...process.execArgv, script, file]);
  return JSON.parse(output) as LoadRun;
}

/** As browsers ask and send: the page compressed, the form with the token of its session. */
async function openOurs(url: string, reportsDir: string, months: readonly string[]): Promise<Side> {
  const office = await openHttpOffice(url, reportsDir, months);
  const server = await startProcess('http-ours', [url, reportsDir]);
  return {
    ...office,
    server,
    page: ({ session }, month) => ({
      kind: 'page',
      path: pathOf(month),
      headers: { Cookie: `phien=${session}`, 'Accept-Encoding': 'gzip, deflate, br' },
      status: 200,
    }),
    form: ({ session }, month) => ({
      kind: 'form',
      path: `${pathOf(month)}/kiem-tra`,
      headers: { Cookie: `phien=${session}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        _csrf: formToken(session),
        'yeu-cau': crypto.randomUUID(),
        'da-xem': '1',
        viec: 'gui',
      }).toString(),
      status: 303,
      to: '/bien-nhan',
    }),
  };
}

function pathOf(month: string): string {
  return `/bieu/${SCALE_REPORT}/${month}/${FORM}`;
}

async function openFloor(url: string, reportsDir: string, months: readonly string[]): Promise<Side> {
  const office = await openHttpOffice(url, reportsDir, months);
  const server = await startProcess('http-floor', [url]);
  return {
    ...office,
    server,
    page: ({ entity }, month) => ({
      kind: 'page',
      path: `/bieu/${month}/${entity}`,
      headers: {},
      status: 200,
    }),
    form: ({ entity }, month) => ({
      kind: 'form',
      path: `/bieu/${month}/${entity}`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: crypto.randomUUID(), cells: typedAnswers(entity) }),
      status: 200,
    }),
  };
}

async function measureWeight(
  { server, clerks, page }: Side,
  say: (line: string) => void,
): Promise<Measurement> {
  const asked = pageOf(clerks, page, 0);
  const parts = await weigh(server.said, asked.path, asked.headers['Cookie'] ?? '');
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  for (const part of parts) say(`  ${(part.bytes / 1000).toFixed(1).padStart(6)} kB  ${part.path}`);
  return {
    name: 'first visit of a form page, compressed',
    detail: `${(bytes / 1000).toFixed(1)} kB / ${MOST_BYTES / 1000} kB`,
    target: { kind: 'at most', value: 1 },
    ratio: spread([bytes / MOST_BYTES]),
  };
}

function percentile(values: readonly number[]): number {
  return (
    values.toSorted((left, right) => left - right)[Math.ceil(values.length * PERCENTILE) - 1] ?? Number.NaN
  );
}
