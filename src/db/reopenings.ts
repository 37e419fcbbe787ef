/** Re-openings: a body asks to have back what the department has, and is answered. Appended; the latest one counts. */
import type { Knex } from 'knex';
import type { Reopening } from '../domain/collecting/form-standing.ts';
import type { ReopeningRecord } from './collecting-tables.ts';
import type { PaperKey } from './drafts.ts';
import { appendEvents, type Act } from './events.ts';

const EVENTS = {
  asked: 'reopening-asked',
  granted: 'reopening-granted',
  refused: 'reopening-refused',
} as const;

export async function appendReopening(
  trx: Knex.Transaction,
  { report, period, form, entity }: PaperKey,
  revision: string,
  kind: ReopeningRecord['kind'],
  act: Act & { readonly reason: string },
): Promise<void> {
  const { at, actor, reason } = act;
  await trx('reopenings').insert({ report, revision, kind, reason, at, actor });
  await appendEvents(trx, [{ kind: EVENTS[kind], report, period, form, entity, revision }], act);
}

/** What was asked last about each of some revisions, with the refusal if it was refused; granted ones are over. */
export async function readReopenings(
  db: Knex,
  report: string,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, Reopening>> {
  if (revisions.length === 0) return new Map();
  const rows = await db('reopenings')
    .where({ report })
    .whereIn('revision', [...revisions])
    .orderBy('id');
  return latestOf(rows);
}

/** The same of all revisions of a period. */
export async function readReopeningsOf(
  db: Knex,
  report: string,
  period: string,
): Promise<ReadonlyMap<string, Reopening>> {
  const revisions = db('revisions').where({ report, period }).select('id');
  return latestOf(await db('reopenings').where({ report }).whereIn('revision', revisions).orderBy('id'));
}

function latestOf(rows: readonly ReopeningRecord[]): ReadonlyMap<string, Reopening> {
  const latest = new Map<string, Reopening>();
  for (const { revision, kind, reason, at, actor } of rows) {
    const asked = latest.get(revision);
    if (kind === 'asked') latest.set(revision, { reason, at, actor });
    else if (kind === 'granted') latest.delete(revision);
    else if (asked) latest.set(revision, { ...asked, refused: { reason, at, actor } });
  }
  return latest;
}
