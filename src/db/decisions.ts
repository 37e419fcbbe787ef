/** Decisions on revisions: accepted or returned. They are added, and the latest one says where a revision stands. */
import type { Knex } from 'knex';
import type { Figure } from '../domain/figures.ts';
import { appendEvents, type Act } from './events.ts';
import { appendFigures } from './figures.ts';
import { insertAll, lists } from './insert.ts';
import { DatabaseProblem } from './problem.ts';
import type { DecisionRow } from './tables.ts';

export interface Decision {
  readonly revision: string;
  readonly kind: 'accepted' | 'returned';
  readonly at: string;
  readonly actor: string;
  readonly reason?: string;
}

export interface Acceptance {
  /** Revision id. */
  readonly revision: string;
  readonly figures: readonly Figure[];
}

/**
 * Accepts revisions and keeps their figures for other periods.
 * @throws DatabaseProblem "conflict" when a revision is not the latest any more, "reference" when it does not exist.
 */
export async function acceptRevisions(
  trx: Knex.Transaction,
  report: string,
  acceptances: readonly Acceptance[],
  act: Act,
): Promise<void> {
  const revisions = acceptances.map(({ revision }) => revision);
  const decisions = await decide(trx, report, 'accepted', revisions, act);
  await appendFigures(
    trx,
    report,
    acceptances.map(({ revision, figures }) => ({ decision: decisions.get(revision) ?? 0, figures })),
  );
}

/**
 * Sends revisions back to their bodies, with the act's reason.
 * @throws DatabaseProblem as `acceptRevisions`, and "rule" when there is no reason.
 */
export async function returnRevisions(
  trx: Knex.Transaction,
  report: string,
  revisions: readonly string[],
  act: Act & { readonly reason: string },
): Promise<void> {
  await decide(trx, report, 'returned', revisions, act);
}

/** All decisions on one revision, oldest first. */
export async function readDecisions(
  db: Knex,
  report: string,
  revision: string,
): Promise<readonly Decision[]> {
  return (await db('decisions').where({ report, revision }).orderBy('id')).map((row) => ({
    revision: row.revision,
    kind: row.kind,
    at: row.at,
    actor: row.actor,
    ...(row.reason === null ? {} : { reason: row.reason }),
  }));
}

/** Adds decisions and their events; gives the id of each revision's decision. */
async function decide(
  trx: Knex.Transaction,
  report: string,
  kind: Decision['kind'],
  revisions: readonly string[],
  act: Act,
): Promise<ReadonlyMap<string, number>> {
  const known = await requireLatest(trx, report, revisions);
  const before = await lastId(trx);
  await insertAll<Omit<DecisionRow, 'id'>>(
    revisions.map((revision) => ({
      report,
      revision,
      kind,
      reason: act.reason ?? null,
      at: act.at,
      actor: act.actor,
    })),
    (part) => trx('decisions').insert(part),
  );
  await appendEvents(
    trx,
    known.map(({ id, period, form, entity }) => ({
      kind: kind === 'accepted' ? 'revision-accepted' : 'revision-returned',
      report,
      period,
      form,
      entity,
      revision: id,
    })),
    act,
  );
  const added = await trx('decisions').where('id', '>', before).select('id', 'revision');
  return new Map(added.map(({ id, revision }) => [revision, id]));
}

interface KnownRevision {
  readonly id: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  readonly number: number;
}

/** A decision is about what the body says now, so nothing but the latest revision can be decided. */
async function requireLatest(
  trx: Knex.Transaction,
  report: string,
  revisions: readonly string[],
): Promise<readonly KnownRevision[]> {
  const known: KnownRevision[] = [];
  for (const part of lists(revisions)) {
    const rows = await trx('revisions as revision')
      .where('revision.report', report)
      .whereIn('revision.id', [...part])
      .select<(KnownRevision & { latest: number })[]>(
        'revision.id',
        'revision.period',
        'revision.form',
        'revision.entity',
        'revision.number',
        latestNumber(trx),
      );
    const stale = rows.find(({ number, latest }) => number !== latest);
    if (stale)
      throw new DatabaseProblem(
        'conflict',
        `Phiếu ${stale.id} không còn là bản mới nhất: đơn vị đã gửi bản số ${stale.latest}. Hãy xem bản mới nhất rồi quyết định.`,
      );
    known.push(...rows);
  }
  const byId = new Map(known.map((revision) => [revision.id, revision]));
  return revisions.map((id) => byId.get(id) ?? missing(id));
}

/** Column: the number of the latest revision of the same body and form. */
function latestNumber(trx: Knex.Transaction): Knex.QueryBuilder {
  return trx('revisions as other')
    .whereRaw('other.report = revision.report and other.period = revision.period')
    .whereRaw('other.form = revision.form and other.entity = revision.entity')
    .max('other.number')
    .as('latest');
}

function missing(id: string): never {
  throw new DatabaseProblem(
    'reference',
    `Không tìm thấy phiếu báo cáo ${id}. Hãy kiểm tra kỳ báo cáo, biểu mẫu, đơn vị và số của bản.`,
  );
}

async function lastId(trx: Knex.Transaction): Promise<number> {
  const row = await trx('decisions').max<{ last: number | null }[]>('id as last').first();
  return row?.last ?? 0;
}
