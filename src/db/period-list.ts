/** All opened periods of all reports at a glance: dates, open or closed, and what was compiled of them. */
import type { Knex } from 'knex';
import type { PeriodId } from '../domain/period.ts';
import type { PeriodSettings } from './periods.ts';

export interface ListedPeriod {
  readonly report: string;
  readonly period: PeriodId;
  readonly settings: PeriodSettings;
  readonly state: 'open' | 'closed';
  readonly drafts: number;
  /** The last final, by its number. */
  readonly issued?: { readonly number: number; readonly at: string };
}

/** In the order in which they were opened. */
export async function readPeriodList(db: Knex): Promise<readonly ListedPeriod[]> {
  const periods = await db('periods').orderBy('opened_at').orderBy('period').select('report', 'period');
  const pins = await db('pins').orderBy('number').select('report', 'period', 'settings');
  const events = await db('events')
    .whereIn('kind', ['period-closed', 'period-reopened'])
    .orderBy('id')
    .select('report', 'period', 'kind');
  const editions = await db('editions').orderBy('number').select('report', 'period', 'number', 'kind', 'at');
  const settings = latest(pins, (pin) => pin.settings);
  const states = latest(events, ({ kind }) => kind);
  const finals = latest(
    editions.filter(({ kind }) => kind === 'final'),
    ({ number, at }) => ({ number, at }),
  );
  return periods.flatMap(({ report, period }) => {
    const key = keyOf({ report, period });
    const text = settings.get(key);
    if (text === undefined) return [];
    const issued = finals.get(key);
    return [
      {
        report,
        period,
        settings: JSON.parse(text) as PeriodSettings,
        state: states.get(key) === 'period-closed' ? ('closed' as const) : ('open' as const),
        drafts: editions.filter((one) => one.kind === 'draft' && keyOf(one) === key).length,
        ...(issued ? { issued } : {}),
      },
    ];
  });
}

interface OfPeriod {
  readonly report: string | null;
  readonly period: string | null;
}

/** By report and period, what the last row says. */
function latest<Row extends OfPeriod, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): ReadonlyMap<string, Value> {
  return new Map(rows.map((row) => [keyOf(row), valueOf(row)]));
}

function keyOf({ report, period }: OfPeriod): string {
  return JSON.stringify([report, period]);
}
