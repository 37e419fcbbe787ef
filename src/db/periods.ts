/** Periods of a report, and the pins that say what each is compiled from: definition, dates and rosters. */
import type { Knex } from 'knex';
import type { Period, PeriodId } from '../domain/period.ts';
import { readDefinition, storeDefinition, type StoredDefinition } from './definitions.ts';
import { byBytes } from './dialect.ts';
import { appendEvents, type Act } from './events.ts';
import type { PeriodRow, PinRow } from './tables.ts';

/** A period with its dates decided, and what its document says of itself. */
export interface PeriodSettings extends Period {
  /** The figures are a sample: every page says so. */
  readonly illustrative: boolean;
  readonly document: { readonly number?: string; readonly date?: string; readonly signer?: string };
}

/** What a period is compiled from. */
export interface Pin extends StoredDefinition {
  readonly settings: PeriodSettings;
  /** Ids of the bodies of each roster on the window's last day. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

export interface PinnedPeriod extends Pin {
  /** 1 when the period was opened, one more for each re-pinning. */
  readonly pin: number;
  readonly openedAt: string;
  readonly pinnedAt: string;
  readonly state: 'open' | 'closed';
}

export interface PeriodSummary {
  readonly report: string;
  readonly period: PeriodId;
  readonly openedAt: string;
  readonly state: 'open' | 'closed';
}

/** @throws DatabaseProblem "conflict" when the period was opened before. */
export async function openPeriod(trx: Knex.Transaction, report: string, pin: Pin, act: Act): Promise<void> {
  const period = pin.settings.id;
  await trx('periods').insert({ report, period, opened_at: act.at });
  await addPin(trx, report, pin, 1, act);
  await appendEvents(
    trx,
    [{ kind: 'period-opened', report, period, details: { definition: pin.hash } }],
    act,
  );
}

/**
 * Gives an opened period another definition, other dates or other rosters; the earlier pins stay.
 * @throws DatabaseProblem "reference" when the period was never opened.
 */
export async function repinPeriod(trx: Knex.Transaction, report: string, pin: Pin, act: Act): Promise<void> {
  const period = pin.settings.id;
  const latest = await latestPin(trx, report, period);
  await addPin(trx, report, pin, (latest?.number ?? 0) + 1, act);
  const details = { definition: pin.hash, before: latest?.definition_hash ?? '' };
  await appendEvents(trx, [{ kind: 'period-repinned', report, period, details }], act);
}

/** Submissions are over. The event is the record. */
export async function closePeriod(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  act: Act,
): Promise<void> {
  await appendEvents(trx, [{ kind: 'period-closed', report, period }], act);
}

export async function reopenPeriod(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  act: Act,
): Promise<void> {
  await appendEvents(trx, [{ kind: 'period-reopened', report, period }], act);
}

/** A period with its latest pin; undefined when it was never opened. */
export async function readPeriod(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<PinnedPeriod | undefined> {
  const opened = await db('periods').where({ report, period }).first('opened_at');
  const pin = await latestPin(db, report, period);
  const definition = pin && (await readDefinition(db, pin.definition_hash));
  if (!opened || !definition) return undefined;
  const closed = await closedPeriods(db, report);
  return {
    hash: pin.definition_hash,
    definition,
    settings: JSON.parse(pin.settings),
    members: JSON.parse(pin.members),
    pin: pin.number,
    openedAt: opened.opened_at,
    pinnedAt: pin.pinned_at,
    state: closed.has(period) ? 'closed' : 'open',
  };
}

/** The periods of a report that were opened, oldest first. */
export async function readPeriods(db: Knex, report: string): Promise<readonly PeriodSummary[]> {
  const rows = await db('periods')
    .where({ report })
    .orderByRaw(byBytes(db, ['period']))
    .select<PeriodRow[]>('*');
  const closed = await closedPeriods(db, report);
  return rows.map((row) => ({
    report,
    period: row.period,
    openedAt: row.opened_at,
    state: closed.has(row.period) ? ('closed' as const) : ('open' as const),
  }));
}

/** The windows of all opened periods as they were decided, with the hash of the definition of each, by period. */
export async function readPins(
  db: Knex,
  report: string,
): Promise<ReadonlyMap<PeriodId, Pick<Period, 'windows'> & { readonly hash: string }>> {
  const pins = await db('pins')
    .where({ report })
    .orderBy('number')
    .select('period', 'settings', 'definition_hash');
  return new Map(
    pins.map(({ period, settings, definition_hash: hash }) => {
      const { windows } = JSON.parse(settings) as PeriodSettings;
      return [period, { windows, hash }];
    }),
  );
}

async function addPin(
  trx: Knex.Transaction,
  report: string,
  pin: Pin,
  number: number,
  act: Act,
): Promise<void> {
  await storeDefinition(trx, pin, act.at);
  await trx('pins').insert({
    report,
    period: pin.settings.id,
    number,
    definition_hash: pin.hash,
    settings: JSON.stringify(pin.settings),
    members: JSON.stringify(pin.members),
    pinned_at: act.at,
    actor: act.actor,
  });
}

async function latestPin(db: Knex, report: string, period: PeriodId): Promise<PinRow | undefined> {
  return db('pins').where({ report, period }).orderBy('number', 'desc').first();
}

async function closedPeriods(db: Knex, report: string): Promise<ReadonlySet<string>> {
  const events = await db('events')
    .where({ report })
    .whereIn('kind', ['period-closed', 'period-reopened'])
    .orderBy('id')
    .select('period', 'kind');
  const closed = new Set<string>();
  for (const { period, kind } of events) {
    if (kind === 'period-closed') closed.add(period ?? '');
    else closed.delete(period ?? '');
  }
  return closed;
}
