/** Reasons given for findings. The latest one for a finding counts. */
import type { Knex } from 'knex';
import type { PeriodId } from '../domain/period.ts';
import type { Justification } from '../domain/submission.ts';
import { appendEvents, type Act } from './events.ts';
import { insertAll } from './insert.ts';
import type { JustificationRow } from './tables.ts';

/** Adds reasons, each with its own time; the act says who entered them and when. */
export async function appendJustifications(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  justifications: readonly Justification[],
  act: Act,
): Promise<void> {
  await insertAll<Omit<JustificationRow, 'id'>>(
    justifications.map(({ finding, reason, at }) => ({
      report,
      period,
      finding,
      reason,
      at,
      actor: act.actor,
    })),
    (part) => trx('justifications').insert(part),
  );
  for (const { finding, reason } of justifications)
    await appendEvents(trx, [{ kind: 'finding-justified', report, period, details: { finding } }], {
      ...act,
      reason,
    });
}

/** The reasons that count in a period, in the order in which their findings were first justified. */
export async function readJustifications(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly Justification[]> {
  const rows = await db('justifications').where({ report, period }).orderBy('id');
  const latest = new Map(rows.map((row) => [row.finding, row]));
  return [...latest.values()].map(({ finding, reason, at }) => ({ finding, reason, at }));
}
