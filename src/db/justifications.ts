/** Reasons given for findings. The latest one for a finding counts. */
import type { Knex } from 'knex';
import type { PeriodId } from '../domain/period.ts';
import type { Justification } from '../domain/submission.ts';
import { eventsOf, type Act } from './events.ts';
import type { SentReason } from './sendings.ts';
import { insertOf, write, type Write } from './writes.ts';

/** Adds reasons, each with its own time; the act says who entered them and when. */
export async function appendJustifications(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
  justifications: readonly Justification[],
  act: Act,
): Promise<void> {
  await write(trx, justificationsOf(report, period, justifications, act));
}

/** The same, to be written with the other writes of their act. */
export function justificationsOf(
  report: string,
  period: PeriodId,
  justifications: readonly Justification[],
  act: Act,
): readonly Write[] {
  const kind = 'finding-justified';
  return [
    insertOf(
      'justifications',
      justifications.map(({ finding, reason, at }) => ({
        report,
        period,
        finding,
        reason,
        at,
        actor: act.actor,
      })),
    ),
    eventsOf(
      justifications.map(({ finding, reason }) => ({ kind, report, period, details: { finding }, reason })),
      act,
    ),
  ];
}

/**
 * The reasons that count in a period, in the order in which their findings were first justified. One that came with a paper
 * says to which values it was given, once the paper has another revision than those.
 * @param current ids of the revisions that count; absent: what reasons were given to is not asked
 */
export async function readJustifications(
  db: Knex,
  report: string,
  period: PeriodId,
  current?: ReadonlySet<string>,
): Promise<readonly Justification[]> {
  const rows = await db('justifications').where({ report, period }).orderBy('id');
  const latest = new Map(rows.map((row) => [row.finding, row]));
  const replaced =
    current && latest.size > 0 ? await readReplaced(db, report, period, current) : NOTHING_REPLACED;
  return [...latest.values()].map(({ finding, reason, at }) => {
    const about = replaced.get(keyOf({ finding, reason, at }));
    return { finding, reason, at, ...(about ? { about } : {}) };
  });
}

type Replaced = ReadonlyMap<string, NonNullable<Justification['about']>>;
const NOTHING_REPLACED: Replaced = new Map();

/** What reasons were given to, that came with papers which were replaced since. */
async function readReplaced(
  db: Knex,
  report: string,
  period: PeriodId,
  current: ReadonlySet<string>,
): Promise<Replaced> {
  const rows: readonly SentRow[] = await db('sendings')
    .join('receipts', { 'receipts.report': 'sendings.report', 'receipts.revision': 'sendings.revision' })
    .join('revisions', { 'revisions.report': 'sendings.report', 'revisions.id': 'sendings.revision' })
    .where({ 'revisions.report': report, 'revisions.period': period })
    .whereNot('sendings.reasons', '[]')
    .select('revisions.id', 'revisions.form', 'revisions.entity', 'receipts.at', 'sendings.reasons');
  return new Map(
    rows
      .filter(({ id }) => !current.has(id))
      .flatMap(({ form, entity, at, reasons }) =>
        (JSON.parse(reasons) as readonly SentReason[]).map(({ finding, about: values, reason }) => [
          keyOf({ finding, reason, at }),
          { form, entity, values },
        ]),
      ),
  );
}

interface SentRow {
  readonly id: string;
  readonly form: string;
  readonly entity: string;
  /** Of the receipt; a reason that came with the paper has the same. */
  readonly at: string;
  /** SentReason[] as JSON. */
  readonly reasons: string;
}

function keyOf({ finding, reason, at }: Justification): string {
  return JSON.stringify([finding, reason, at]);
}
