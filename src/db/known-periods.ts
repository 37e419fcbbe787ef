/**
 * Opened periods, read once: every page of a form asks for its period, whose definition and rosters take long to read.
 * Pins are only ever added, so the one with the same number, time and hash is the same one.
 */
import type { Knex } from 'knex';
import type { PeriodId } from '../domain/period.ts';
import { byBytes } from './dialect.ts';
import type { PaperHead } from './paper-head.ts';
import { readPeriod, type PinnedPeriod } from './periods.ts';

/** By database, then by report and period. */
const known = new WeakMap<object, Map<string, PinnedPeriod>>();
const MANY = 32;

/** The same as `readPeriod`, with two small queries where the period was read before. */
export async function readKnownPeriod(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<PinnedPeriod | undefined> {
  const pin = await db('pins')
    .where({ report, period })
    .orderBy('number', 'desc')
    .first('number', 'definition_hash', 'pinned_at');
  if (!pin) return undefined;
  const head = { number: pin.number, hash: pin.definition_hash, pinnedAt: pin.pinned_at };
  return readPinned(db, report, period, { pin: head, state: await stateOf(db, report, period) });
}

/** The same with none, where the head of one of its papers was read. */
export async function readPinned(
  db: Knex,
  report: string,
  period: PeriodId,
  { pin, state }: Pick<PaperHead, 'pin' | 'state'>,
): Promise<PinnedPeriod | undefined> {
  const ofDatabase = mapOf(db);
  const key = JSON.stringify([report, period]);
  const before = ofDatabase.get(key);
  if (before?.pin === pin.number && before.hash === pin.hash && before.pinnedAt === pin.pinnedAt)
    return before.state === state ? before : { ...before, state };
  const read = await readPeriod(db, report, period);
  if (!read) return undefined;
  ofDatabase.delete(key);
  ofDatabase.set(key, read);
  const [oldest] = ofDatabase.keys();
  if (ofDatabase.size > MANY && oldest !== undefined) ofDatabase.delete(oldest);
  return read;
}

/** The periods of all reports that take in papers now. */
export async function readOpenPeriods(
  db: Knex,
): Promise<readonly { readonly report: string; readonly period: PeriodId }[]> {
  const periods = await db('periods')
    .orderByRaw(byBytes(db, ['report', 'period']))
    .select<readonly { report: string; period: PeriodId }[]>('report', 'period');
  const events = await db('events')
    .whereIn('kind', ['period-closed', 'period-reopened'])
    .orderBy('id')
    .select('report', 'period', 'kind');
  const latest = new Map(events.map(({ report, period, kind }) => [`${report}/${period ?? ''}`, kind]));
  return periods.filter(({ report, period }) => latest.get(`${report}/${period}`) !== 'period-closed');
}

async function stateOf(db: Knex, report: string, period: PeriodId): Promise<PinnedPeriod['state']> {
  const last = await db('events')
    .where({ report, period })
    .whereIn('kind', ['period-closed', 'period-reopened'])
    .orderBy('id', 'desc')
    .first('kind');
  return last?.kind === 'period-closed' ? 'closed' : 'open';
}

/** A transaction shares what its database keeps: the configuration is the same object. */
function mapOf(db: Knex): Map<string, PinnedPeriod> {
  const { config } = db.client as { readonly config: object };
  const found = known.get(config) ?? new Map<string, PinnedPeriod>();
  known.set(config, found);
  return found;
}
