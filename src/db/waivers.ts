/** Waivers: recorded decisions that a body need not report. The latest one of a body and form counts. */
import type { Knex } from 'knex';
import type { PeriodId } from '../domain/period.ts';
import type { Waiver } from '../domain/submission.ts';
import { appendEvents, type Act } from './events.ts';
import { insertAll } from './insert.ts';
import type { WaiverRow } from './tables.ts';

/** Adds waivers, each with its own reason and time; the act says who entered them and when. */
export async function appendWaivers(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  waivers: readonly Waiver[],
  act: Act,
): Promise<void> {
  await insertAll<Omit<WaiverRow, 'id'>>(
    waivers.map(({ entity, form, reason, at }) => ({
      report,
      period,
      entity,
      form: form ?? null,
      reason,
      at,
      actor: act.actor,
    })),
    (part) => trx('waivers').insert(part),
  );
  for (const { entity, form, reason } of waivers)
    await appendEvents(
      trx,
      [{ kind: 'waiver-granted', report, period, entity, ...(form === undefined ? {} : { form }) }],
      { ...act, reason },
    );
}

/** The waivers that count in a period, in the order in which they were granted. */
export async function readWaivers(db: Knex, report: string, period: PeriodId): Promise<readonly Waiver[]> {
  const rows = await db('waivers').where({ report, period }).orderBy('id');
  const latest = new Map(rows.map((row) => [`${row.entity}/${row.form ?? ''}`, row]));
  return [...latest.values()].map(({ entity, form, reason, at }) => ({
    entity,
    ...(form === null ? {} : { form }),
    reason,
    at,
  }));
}
