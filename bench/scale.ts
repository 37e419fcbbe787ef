/**
 * Import, completeness and aggregation of a report of 85, 1.000 and 11.000 bodies with forty indicators and twenty-four
 * months, on both databases: what a body costs, whether that rises with their number, and the memory of each stage.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/postgres.ts';
import { columns } from './measurement.ts';
import { runToEnd } from './processes.ts';
import { writeScaleReport } from './scale-report.ts';
import { STAGES, type Stage, type StageRun } from './scale-stage.ts';

export const SIZES: readonly number[] = [85, 1_000, 11_000];

/** A body may cost this many times as much as one among a thousand. */
const MOST_RATIO = 1.2;
const MOST_MEMORY = 1024;
/** Sizes between which the cost of a body is compared. */
const [SMALL, LARGE] = [1_000, 11_000];

interface Cell extends StageRun {
  readonly database: string;
  readonly stage: Stage;
  readonly bodies: number;
}

/** @param say is told how far it has come: the largest size takes minutes. */
export async function measureScale(sizes: readonly number[], say: (line: string) => void): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'tong-hop-scale-'));
  const postgres = await startPostgres({ durable: true });
  const cells: Cell[] = [];
  const reportOf = (bodies: number): string => join(dir, `${bodies}`);
  try {
    for (const bodies of sizes) await writeScaleReport(reportOf(bodies), bodies);
    for (const [database, urlOf, drop] of [
      [
        'SQLite',
        (bodies: number) => Promise.resolve(`sqlite:${fileOf(dir, bodies)}`),
        (bodies: number) => removeSqlite(fileOf(dir, bodies)),
      ],
      [
        'PostgreSQL',
        (bodies: number) => postgres.create(`scale_${bodies}`),
        (bodies: number) => postgres.drop(`scale_${bodies}`),
      ],
    ] as const) {
      const urls = new Map<number, string>();
      for (const bodies of sizes) urls.set(bodies, await urlOf(bodies));
      // One size after the other: what else the machine does falls on all of them.
      for (const stage of STAGES)
        for (const [bodies, url] of urls) {
          const run = await runStage(stage, url, reportOf(bodies));
          cells.push({ database, stage, bodies, ...run });
          say(`  ${database}, ${stage}, ${bodies} bodies: ${(fastest(run) / 1000).toFixed(1)} s`);
        }
      for (const bodies of sizes) await drop(bodies);
    }
  } finally {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return scaleTable(cells, sizes);
}

function fileOf(dir: string, bodies: number): string {
  return join(dir, `${bodies}.db`);
}

async function runStage(stage: Stage, url: string, reportsDir: string): Promise<StageRun> {
  const script = join(import.meta.dirname, 'scale-stage.ts');
  const { output } = await runToEnd(process.execPath, [...process.execArgv, script, stage, url, reportsDir]);
  return JSON.parse(output) as StageRun;
}

function removeSqlite(file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  return Promise.resolve();
}

/** A row per database and stage: milliseconds per body at each size, their ratio, the peak of memory, the verdicts. */
function scaleTable(cells: readonly Cell[], sizes: readonly number[]): string {
  const rows = ['SQLite', 'PostgreSQL'].flatMap((database) =>
    STAGES.map((stage) => {
      const at = (bodies: number): Cell | undefined =>
        cells.find((cell) => cell.database === database && cell.stage === stage && cell.bodies === bodies);
      const perBody = (bodies: number): number => fastest(at(bodies)) / bodies;
      const ratio = perBody(LARGE) / perBody(SMALL);
      const peak = Math.max(...sizes.map((bodies) => at(bodies)?.peak ?? 0));
      return [
        `${stage}, ${database}`,
        ...sizes.map((bodies) => perBody(bodies).toFixed(3)),
        Number.isNaN(ratio) ? '–' : ratio.toFixed(2),
        verdict(ratio <= MOST_RATIO, ratio),
        peak.toFixed(0),
        verdict(peak <= MOST_MEMORY, peak),
      ];
    }),
  );
  return columns([
    [
      'stage (ms a body)',
      ...sizes.map(String),
      `${LARGE}/${SMALL}`,
      `at most ${MOST_RATIO}`,
      'peak MiB',
      `at most ${MOST_MEMORY}`,
    ],
    ...rows,
  ]);
}

/** Whatever else the machine does only adds to a round. NaN when nothing was measured. */
function fastest(run: StageRun | undefined): number {
  return run ? Math.min(...run.times) : Number.NaN;
}

function verdict(isMet: boolean, figure: number): string {
  if (Number.isNaN(figure)) return '–';
  return isMet ? 'met' : 'MISSED';
}
