/**
 * The log of acts. The functions that write an act also write its events, in the same transaction, which is why they
 * take a transaction and not a database.
 */
import type { Knex } from 'knex';
import type { EventKind, EventRow } from './tables.ts';
import { insertOf, write, type WithNumber, type Write } from './writes.ts';

/** Who acts, when (Vietnamese time with offset, "2024-10-25T17:00:00+07:00") and, where one is due, why. */
export interface Act {
  readonly at: string;
  readonly actor: string;
  readonly reason?: string;
}

/** What an event is about. */
export interface Subject {
  readonly kind: EventKind;
  /** Absent: it is about a body itself, whatever the report. */
  readonly report?: string;
  readonly period?: string;
  readonly entity?: string;
  readonly form?: string;
  /** Revision id; its body and form are in the id. */
  readonly revision?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface Event extends Subject, Act {
  /** Rises with each event. */
  readonly id: number;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Writes the events of one act. */
export async function appendEvents(
  trx: Knex.Transaction,
  subjects: readonly Subject[],
  act: Act,
): Promise<void> {
  await write(trx, [eventsOf(subjects, act)]);
}

/** An event among other writes. */
export interface WrittenEvent extends Subject {
  /** Its details begin with the number that the act is given, under this name. */
  readonly numbered?: string;
  /** Where it has one of its own. */
  readonly reason?: string;
}

/** The same events, to be written with the other writes of their act. */
export function eventsOf(events: readonly WrittenEvent[], act: Act): Write {
  return insertOf(
    'events',
    events.map((event) => ({
      at: act.at,
      actor: act.actor,
      kind: event.kind,
      report: event.report ?? null,
      period: event.period ?? null,
      entity: event.entity ?? null,
      form: event.form ?? null,
      revision: event.revision ?? null,
      reason: event.reason ?? act.reason ?? null,
      details: detailsOf(event),
    })),
  );
}

function detailsOf({ details = {}, numbered }: WrittenEvent): string | WithNumber {
  const others = JSON.stringify(details);
  if (numbered === undefined) return others;
  const between = others === '{}' ? '' : ',';
  return { before: `{${JSON.stringify(numbered)}:`, after: between + others.slice(1) };
}

/** The events of a report, or of one of its periods, oldest first. */
export async function readEvents(db: Knex, report: string, period?: string): Promise<readonly Event[]> {
  const query = db('events').where({ report }).orderBy('id');
  return (await (period === undefined ? query : query.where({ period }))).map(eventOf);
}

/** What was decided about a body itself, or kept up to date by it, oldest first. */
export async function readEventsOfBody(db: Knex, entity: string): Promise<readonly Event[]> {
  return (await db('events').whereNull('report').where({ entity }).orderBy('id')).map(eventOf);
}

/** Acts that change nothing of what a report is compiled from. */
const WITHOUT_EFFECT: readonly EventKind[] = [
  'draft-saved',
  'draft-rebased',
  'attachment-added',
  'attachment-removed',
  'draft-compiled',
];

/** Id of the last act that can change what a report says; 0 before the first. */
export async function lastEffect(db: Knex, report: string): Promise<number> {
  const row = await db('events')
    .where({ report })
    .whereNotIn('kind', [...WITHOUT_EFFECT])
    .max<{ last: number | null }[]>('id as last')
    .first();
  return row?.last ?? 0;
}

function eventOf(row: EventRow): Event {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    kind: row.kind,
    ...(row.report === null ? {} : { report: row.report }),
    ...(row.period === null ? {} : { period: row.period }),
    ...(row.entity === null ? {} : { entity: row.entity }),
    ...(row.form === null ? {} : { form: row.form }),
    ...(row.revision === null ? {} : { revision: row.revision }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    details: JSON.parse(row.details),
  };
}
