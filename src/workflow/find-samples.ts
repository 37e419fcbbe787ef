/** The sample months that reports carry: folders samples/<period> with a period.yaml, in order of time. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listReports } from '../definitions/load.ts';
import { isPeriodId } from '../domain/period.ts';

export interface Sample {
  readonly report: string;
  readonly period: string;
  readonly folder: string;
}

export async function findSamples(reportsDir: string): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const report of await listReports(reportsDir)) {
    const folder = join(reportsDir, report, 'samples');
    const names = existsSync(folder) ? await readdir(folder) : [];
    for (const period of names.filter(isPeriodId).sort()) {
      if (existsSync(join(folder, period, 'period.yaml')))
        samples.push({ report, period, folder: join(folder, period) });
    }
  }
  return samples;
}
