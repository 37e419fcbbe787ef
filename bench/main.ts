/**
 * What a compile costs, beside the same document printed by bare Puppeteer in the same run, and what a body costs in a
 * report of thousands, and what the pages take beside a bare server. It measures and asserts nothing: the exit status is 0 whatever the verdicts.
 *
 *   npm run bench -- [--rounds N] [--bodies N,…] [PART…]   parts: compiles, memory, cold, stages, http, scale; all
 *                                                         when none is named
 */
import { parseArgs } from 'node:util';
import { cpus } from 'node:os';
import { measureColdStart } from './cold-start.ts';
import { measureCompiles } from './compiles.ts';
import { measureHttp } from './http.ts';
import { table, type Measurement } from './measurement.ts';
import { measureMemory } from './memory.ts';
import { openOffice, type Office } from './office.ts';
import { measureScale, SIZES } from './scale.ts';
import { measureStages } from './stages.ts';

const PARTS = ['compiles', 'memory', 'cold', 'stages', 'http', 'scale'];
/** Parts that make up what they measure, and need no report of ours. */
const ON_THEIR_OWN = ['http', 'scale'];

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    bodies: { type: 'string', default: SIZES.join() },
  },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const unknown = positionals.filter((part) => !PARTS.includes(part));
const sizes = values.bodies.split(',').map(Number);
if (![rounds, ...sizes].every((count) => Number.isInteger(count) && count > 0) || unknown.length > 0) {
  say(`Usage: npm run bench -- [--rounds N] [--bodies N,…] [${PARTS.join('|')}]…`);
} else {
  await measure(positionals.length > 0 ? positionals : PARTS);
}

async function measure(parts: readonly string[]): Promise<void> {
  say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${rounds} rounds`);
  const ofOneReport = parts.filter((part) => !ON_THEIR_OWN.includes(part));
  if (ofOneReport.length > 0) {
    const office = await openOffice();
    try {
      await measureOffice(office, ofOneReport);
    } finally {
      await office.close();
    }
  }
  if (parts.includes('http')) say(`\n${table(await measureHttp(rounds, say))}`);
  if (parts.includes('scale')) say(`\n${await measureScale(sizes, say)}`);
}

async function measureOffice(office: Office, parts: readonly string[]): Promise<void> {
  const measured: Measurement[] = [];
  if (parts.includes('compiles')) measured.push(...(await measureCompiles(office, rounds)));
  if (parts.includes('memory')) measured.push(...(await measureMemory()));
  if (parts.includes('cold')) measured.push(...(await measureColdStart(office, rounds)));
  if (measured.length > 0) say(`\n${table(measured)}`);
  if (parts.includes('stages')) say(`\n${await measureStages(office, rounds)}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
