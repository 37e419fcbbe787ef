/** Corrections of published values: each appended once, with an event. */
import type { Knex } from 'knex';
import { measureId } from '../domain/aggregation/measure.ts';
import type { Correction, RowCorrection, ValueCorrection } from '../domain/corrections/correction.ts';
import { canonicalJson } from './json.ts';
import { appendEvents, type Act } from './events.ts';
import { insertAll } from './insert.ts';
import type { CorrectionRow, HistoryRow } from './tables.ts';

type Given = 'id' | 'at' | 'renewed';
export type NewCorrection = Omit<ValueCorrection, Given> | Omit<RowCorrection, Given>;

/** The last row of history that a correction made now finds there. */
export async function lastOfHistory(db: Knex, report: string): Promise<number> {
  const row = await db('history').where({ report }).max<{ last: number | null }[]>('id as last').first();
  return row?.last ?? 0;
}

/**
 * Records corrections, with an event for each.
 * @param historyThrough `lastOfHistory` before the act wrote anything
 */
export async function appendCorrections(
  trx: Knex.Transaction,
  report: string,
  corrections: readonly NewCorrection[],
  historyThrough: number,
  act: Act,
): Promise<void> {
  await insertAll<Omit<CorrectionRow, 'id'>>(
    corrections.map(({ period, place, indicator, from, to, reason }) => ({
      report,
      period,
      ...(place.kind === 'history'
        ? {
            revision: null,
            before: null,
            form: null,
            entity: null,
            field: null,
            span: place.span,
            scope: place.scope,
            status: place.status ?? '',
          }
        : {
            revision: place.revision,
            before: place.before,
            form: place.form,
            entity: place.entity,
            field: place.kind === 'cell' ? place.field : place.table,
            span: null,
            scope: null,
            status: null,
          }),
      row_before: place.kind === 'row' ? place.number : null,
      row_after: place.kind === 'row' ? place.newNumber : null,
      indicator: indicator ?? null,
      old_cell: canonicalJson(from),
      new_cell: canonicalJson(to),
      history_through: historyThrough,
      reason,
      at: act.at,
      actor: act.actor,
    })),
    (part) => trx('corrections').insert(part),
  );
  for (const { period, place, indicator = '', reason } of corrections)
    await appendEvents(
      trx,
      [
        place.kind === 'history'
          ? // A period that exists only in history was never opened.
            { kind: 'value-corrected', report, details: { period, indicator, span: place.span } }
          : {
              kind: 'value-corrected',
              report,
              period,
              entity: place.entity,
              form: place.form,
              revision: place.revision,
              details:
                place.kind === 'cell'
                  ? { field: place.field, before: place.before }
                  : {
                      table: place.table,
                      row: String(place.number),
                      newRow: String(place.newNumber),
                      before: place.before,
                    },
            },
      ],
      { ...act, reason },
    );
}

/** The corrections of a report's values, oldest first. */
export async function readCorrections(db: Knex, report: string): Promise<readonly Correction[]> {
  const rows = await db('corrections').where({ report }).orderBy('id');
  if (rows.length === 0) return [];
  const replaced = await replacedHistory(db, report);
  return rows.map((row): Correction => {
    const { id, period, reason, at, indicator, history_through: through } = row;
    const renewed = replaced.filter(({ last }) => last > through).map((value) => value.id);
    const own = {
      id,
      period,
      reason,
      at,
      renewed,
      from: JSON.parse(row.old_cell),
      to: JSON.parse(row.new_cell),
    };
    const place = placeOf(row);
    if (place.kind === 'row') return { ...own, place };
    return { ...own, place, ...(indicator === null ? {} : { indicator }) };
  });
}

function placeOf(row: CorrectionRow): Correction['place'] {
  const { form, entity, field, before, revision, span } = row;
  if (span !== null)
    return {
      kind: 'history',
      span,
      scope: row.scope ?? '',
      ...(row.status === null || row.status === '' ? {} : { status: row.status }),
    };
  const paper = {
    form: form ?? '',
    entity: entity ?? '',
    before: before ?? '',
    revision: revision ?? '',
  };
  if (row.row_before !== null && row.row_after !== null)
    return {
      ...paper,
      kind: 'row',
      table: field ?? '',
      number: row.row_before,
      newNumber: row.row_after,
    };
  return { ...paper, kind: 'cell', field: field ?? '' };
}

/** Values of history that were loaded more than once, each time another one: by measure, with the last row. */
async function replacedHistory(
  db: Knex,
  report: string,
): Promise<readonly { readonly id: string; readonly last: number }[]> {
  const keys = ['indicator', 'period', 'span', 'scope', 'status'] as const;
  const rows = await db('history')
    .where({ report })
    .groupBy(...keys)
    .havingRaw('count(*) > 1')
    .select<(Pick<HistoryRow, (typeof keys)[number]> & { last: number })[]>(
      ...keys,
      db.raw('max(id) as last'),
    );
  return rows
    .map(({ last, status, ...measure }) => ({
      id: measureId({ ...measure, ...(status === '' ? {} : { status }) }),
      last,
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}
