/**
 * One stage on one database, as a process of its own, so that its peak of memory is its own:
 *
 *   scale-stage.ts import|completeness|aggregation DATABASE_URL REPORTS_DIR
 */
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { createBook } from '../src/domain/aggregation/book.ts';
import { periodNamed } from '../src/domain/period.ts';
import { importSubmissions } from '../src/workflow/import-submissions.ts';
import { openPeriod } from '../src/workflow/open-period.ts';
import { readFacts } from '../src/workflow/read-facts.ts';
import { readStatus } from '../src/workflow/read-status.ts';
import type { Workplace } from '../src/workflow/workplace.ts';
import { CODES, filesOf, MONTHS, REGIONS, SCALE_REPORT } from './scale-report.ts';

export const STAGES = ['import', 'completeness', 'aggregation'] as const;
export type Stage = (typeof STAGES)[number];

export interface StageRun {
  /** Milliseconds of each round that counts. */
  readonly times: readonly number[];
  /** Largest resident size of the process, in MiB. */
  readonly peak: number;
}

const LAST = MONTHS.at(-1) ?? '';
/** Months whose import is measured: the last ones, when the others are there. */
const MEASURED_MONTHS = 3;
/** A process that has just started is slow; rounds that count begin after so many, and so much time. */
const WARM_UP_ROUNDS = 1;
const WARM_UP_TIME = 3_000;
const ROUNDS = 3;
/** Milliseconds between two rounds. */
const REST = 200;

if (process.argv[1] === import.meta.filename) {
  const [stage = '', url = '', reportsDir = ''] = process.argv.slice(2);
  const times = await run(stage as Stage, url, reportsDir);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ times, peak } satisfies StageRun));
}

async function run(stage: Stage, url: string, reportsDir: string): Promise<readonly number[]> {
  switch (stage) {
    case 'import':
      return importAll(url, reportsDir);
    case 'completeness':
      return inRounds(url, reportsDir, async (workplace) => {
        const { complete } = await readStatus(workplace, SCALE_REPORT, LAST, '2025-01-20T08:00:00+07:00');
        if (!complete) throw new Error('a body is missing');
      });
    case 'aggregation':
      return inRounds(url, reportsDir, aggregate);
  }
}

async function importAll(url: string, reportsDir: string): Promise<readonly number[]> {
  const workplace = await open(url, reportsDir);
  await migrate(workplace.db);
  const times: number[] = [];
  for (const month of MONTHS) {
    await openPeriod(workplace, SCALE_REPORT, month);
    const start = performance.now();
    await importSubmissions(workplace, SCALE_REPORT, month, [filesOf(reportsDir, month)]);
    times.push(performance.now() - start);
  }
  await workplace.db.destroy();
  return times.slice(-MEASURED_MONTHS);
}

/** Each round opens the database anew: nothing that was read before is still there. */
async function inRounds(
  url: string,
  reportsDir: string,
  work: (workplace: Workplace) => Promise<void>,
): Promise<readonly number[]> {
  const times: number[] = [];
  const begun = performance.now();
  for (let round = 0; times.length < ROUNDS; round++) {
    const workplace = await open(url, reportsDir);
    const isWarm = round >= WARM_UP_ROUNDS && performance.now() - begun >= WARM_UP_TIME;
    const start = performance.now();
    await work(workplace);
    if (isWarm) times.push(performance.now() - start);
    await workplace.db.destroy();
    // The peak is that of one round: what it held is let go of.
    await pause(REST);
    globalThis.gc?.();
  }
  return times;
}

/** Every indicator, in all and by block: the month, the year to date and the cumulative total, now and in earlier periods. */
async function aggregate(workplace: Workplace): Promise<void> {
  const { facts } = await readFacts(workplace, SCALE_REPORT, LAST);
  const book = createBook(facts);
  const periods = [LAST, ...['previous', 'year-ago'].map((versus) => periodNamed(LAST, versus))];
  const scopes = ['', ...REGIONS.map((_, place) => `khoi-${place + 1}`)];
  for (const code of CODES)
    for (const scope of scopes)
      for (const period of periods)
        for (const span of ['period', 'ytd', 'cumulative'] as const) {
          const { value } = book.value(book.measure(code, { scope, period, span }));
          if (value === null) throw new Error(`${code} of ${scope} in ${period} (${span}) is not known`);
        }
}

async function open(url: string, reportsDir: string): Promise<Workplace> {
  return {
    db: await connect(url, { create: true }),
    reportsDir,
    actor: 'bench',
    now: () => '2025-01-20T08:00:00+07:00',
  };
}
