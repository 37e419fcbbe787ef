/** Values of periods that the system does not hold, loaded from files. A later value of the same key replaces an earlier one. */
import type { Knex } from 'knex';
import { isCanonical } from '../domain/exact.ts';
import type { HistoryValue } from '../domain/facts.ts';
import { byBytes } from './dialect.ts';
import { appendEvents, type Act } from './events.ts';
import { insertAll } from './insert.ts';
import { unlessAppended } from './unless-appended.ts';
import type { HistoryRow } from './tables.ts';

/**
 * Adds the values that are not known yet, or differ from what is known; loading a file twice adds nothing.
 * @returns how many were added.
 * @throws RangeError when a value is not canonical decimal text: readers of files make it so.
 */
export async function appendHistory(
  trx: Knex.Transaction,
  report: string,
  values: readonly HistoryValue[],
  act: Act,
): Promise<number> {
  for (const { value, roundedTo } of values)
    if (!isCanonical(value) || (roundedTo !== undefined && !isCanonical(roundedTo)))
      throw new RangeError('a value of history is not canonical decimal text');
  const known = new Map((await readHistory(trx, report)).map((value) => [keyOf(value), contentOf(value)]));
  const rows: Omit<HistoryRow, 'id'>[] = [];
  for (const value of values) {
    if (known.get(keyOf(value)) === contentOf(value)) continue;
    known.set(keyOf(value), contentOf(value));
    rows.push({
      report,
      indicator: value.indicator,
      period: value.period,
      span: value.span,
      scope: value.scope,
      status: value.status ?? '',
      value: value.value,
      basis: value.basis,
      source: value.source,
      rounded_to: value.roundedTo ?? null,
      loaded_at: act.at,
    });
  }
  await insertAll(rows, (part) => trx('history').insert(part));
  if (rows.length > 0)
    await appendEvents(trx, [{ kind: 'history-loaded', report, details: { added: rows.length } }], act);
  return rows.length;
}

/** The values of a report that count, ordered by indicator, period, span, scope and status. */
export async function readHistory(db: Knex, report: string): Promise<readonly HistoryValue[]> {
  return unlessAppended(db, 'history', report, '', () => readValues(db, report));
}

/** The values of a report that are about a few scopes: bodies, or "" for the whole. In the same order. */
export async function readHistoryOf(
  db: Knex,
  report: string,
  scopes: readonly string[],
): Promise<readonly HistoryValue[]> {
  const rows = await db('history')
    .where({ report })
    .whereIn('scope', [...scopes])
    .orderBy('id')
    .select<HistoryRow[]>('*');
  return [...new Map(rows.map(valueOf).map((value) => [keyOf(value), value])).values()].sort((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  );
}

async function readValues(db: Knex, report: string): Promise<readonly HistoryValue[]> {
  const latest = db('history')
    .where({ report })
    .groupBy('indicator', 'period', 'span', 'scope', 'status')
    .max('id');
  const rows = await db('history')
    .whereIn('id', latest)
    .orderByRaw(byBytes(db, ['indicator', 'period', 'span', 'scope', 'status']))
    .select<HistoryRow[]>('*');
  return rows.map(valueOf);
}

function keyOf({ indicator, period, span, scope, status }: HistoryValue): string {
  return JSON.stringify([indicator, period, span, scope, status ?? '']);
}

function contentOf({ value, basis, source, roundedTo }: HistoryValue): string {
  return JSON.stringify([value, basis, source, roundedTo ?? null]);
}

function valueOf(row: HistoryRow): HistoryValue {
  return {
    indicator: row.indicator,
    period: row.period,
    span: row.span,
    scope: row.scope,
    ...(row.status === '' ? {} : { status: row.status }),
    value: row.value,
    basis: row.basis,
    source: row.source,
    ...(row.rounded_to === null ? {} : { roundedTo: row.rounded_to }),
  };
}
