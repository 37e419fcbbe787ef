/** The built program from its start to the first PDF, beside a script of a few lines that prints the same HTML. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareLaunchOptions } from './bare-puppeteer.ts';
import { ratios, spread, type Timings } from './interleaved.ts';
import type { Measurement } from './measurement.ts';
import { PERIOD, REPORT, type Office } from './office.ts';
import { runToEnd } from './processes.ts';
import { printOptions } from '../src/render/pdf.ts';
import { withoutLedger } from '../src/render/runs.ts';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'dist', 'src', 'start.js');

export async function measureColdStart(office: Office, rounds: number): Promise<readonly Measurement[]> {
  if (!existsSync(PROGRAM)) throw new Error(`there is no ${PROGRAM}: run "npm run build" first`);
  const out = join(office.dir, 'cold');
  const options = join(office.dir, 'bare.json');
  const html = join(office.dir, 'bare.html');
  writeFileSync(
    options,
    JSON.stringify({ launchOptions: await bareLaunchOptions(), printOptions: printOptions(true) }),
  );
  const ours = async (): Promise<number> => {
    const args = [...flagsOf(PROGRAM), PROGRAM, 'compile', REPORT, PERIOD, '--out', out];
    const environment = { DATABASE_URL: office.address };
    return (await runToEnd(process.execPath, args, { marker: 'report.pdf', environment })).untilMarker;
  };
  const bare = async (): Promise<number> => {
    const script = join(import.meta.dirname, 'bare-cold.mjs');
    const args = [script, options, html, join(out, 'bare.pdf')];
    return (await runToEnd(process.execPath, args, { marker: 'printed' })).untilMarker;
  };
  await ours();
  writeFileSync(html, withoutLedger(readFileSync(join(out, 'report.html'), 'utf8')));
  await bare();
  const timings: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      timings[name].push(await (name === 'ours' ? ours() : bare()));
  }
  const sizes = [readFileSync(join(out, 'report.pdf')).length, readFileSync(join(out, 'bare.pdf')).length];
  if (sizes[0] !== sizes[1])
    throw new Error(`the two printed different documents: ${sizes.join(', ')} bytes`);
  const done: Timings<'ours' | 'bare'> = timings;
  return [
    {
      name: 'cold start, built program to first PDF',
      detail: `${spread(done.ours).median.toFixed(0)} ms / ${spread(done.bare).median.toFixed(0)} ms`,
      target: { kind: 'at most', value: 1.5 },
      ratio: ratios(done, 'ours', 'bare'),
    },
  ];
}

/** The program is started as its first line asks, "#!/usr/bin/env -S node --flag". */
function flagsOf(program: string): readonly string[] {
  const [first = ''] = readFileSync(program, 'utf8').split('\n', 1);
  return first.split(' ').filter((word) => word.startsWith('--'));
}
