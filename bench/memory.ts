/** Memory of a new process and of its browser while it compiles again and again. Runs as a process of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openBrowser } from '../src/render/browser.ts';
import { spread } from './interleaved.ts';
import type { Measurement } from './measurement.ts';
import { compileToPdf, openOffice } from './office.ts';
import { runToEnd } from './processes.ts';

const COMPILES = 50;
const FIRST = 20;
const LAST = 10;
/** Milliseconds until the browser has ended the process of the page that was printed, which else counts half of the time. */
const SETTLED = 150;

export async function measureMemory(): Promise<readonly Measurement[]> {
  const { output } = await runToEnd(process.execPath, [...process.execArgv, import.meta.filename]);
  const sizes: readonly number[] = JSON.parse(output);
  const first = spread(sizes.slice(0, FIRST)).median;
  const last = sizes.slice(-LAST).map((size) => size / first);
  return [
    {
      name: `memory of the last ${LAST} of ${COMPILES} compiles, beside the first ${FIRST}`,
      detail: `${spread(sizes.slice(-LAST)).median.toFixed(0)} MB / ${first.toFixed(0)} MB`,
      target: { kind: 'at most', value: 1.1 },
      ratio: spread(last),
    },
  ];
}

/** Resident megabytes of this process and all that it started, pages that they share counted in each. */
function residentMegabytes(): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    if (!Number.isInteger(id)) continue;
    const status = readStatus(id);
    parents.set(id, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    resident.set(id, Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
  }
  const isOurs = (id: number): boolean =>
    id === process.pid || (parents.has(id) && isOurs(parents.get(id) ?? 0));
  return [...resident].reduce((sum, [id, size]) => sum + (isOurs(id) ? size : 0), 0);
}

function readStatus(id: number): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    // The process ended between the listing and the reading.
    return '';
  }
}

if (process.argv[1] === import.meta.filename) {
  const office = await openOffice();
  const browser = await openBrowser();
  const sizes: number[] = [];
  for (let count = 0; count < COMPILES; count++) {
    await compileToPdf(office, browser, false);
    await setTimeout(SETTLED);
    sizes.push(residentMegabytes());
  }
  await browser.close();
  await office.close();
  process.stdout.write(JSON.stringify(sizes));
}
