/** Revisions: what each body answered to each form, version after version, each an immutable hashed document. */
import type { Knex } from 'knex';
import type { CurrentSubmission } from '../domain/facts.ts';
import type { PeriodId } from '../domain/period.ts';
import type { Answers, Revision } from '../domain/submission.ts';
import { byBytes } from './dialect.ts';
import { appendEvents, type Act, type Subject } from './events.ts';
import { insertAll, lists } from './insert.ts';
import { canonicalJson, sha256 } from './json.ts';
import { latestDecision } from './latest-decisions.ts';
import { DatabaseProblem } from './problem.ts';
import { readApprovalTimes, readHeld } from './revision-records.ts';
import type { RevisionRow } from './tables.ts';

/** How answers without any table end as canonical JSON. */
const WITHOUT_TABLES = ',"tables":{}}';

export interface Submission extends Answers {
  readonly period: PeriodId;
  readonly form: string;
  readonly entity: string;
  readonly receivedAt: string;
  /** Number of the revision that it was written upon, 0 for none; absent: upon whichever is the latest. */
  readonly after?: number;
}

/** One whose body's latest revision was read in the same transaction, under the lock of its paper. */
export interface NextSubmission extends Submission {
  /** Number of the latest revision; 0 before the first. */
  readonly after: number;
}

/**
 * Adds revisions, each with the next number of its body and form.
 * @returns the revisions, in the order of the submissions.
 * @throws DatabaseProblem "conflict" when one was written upon a revision that is not the latest any more.
 */
export async function appendRevisions(
  trx: Knex.Transaction,
  report: string,
  submissions: readonly Submission[],
  act: Act,
): Promise<readonly Revision[]> {
  const numbers = await latestNumbers(trx, report, submissions);
  const rows = submissions.map((submission): RevisionRow => {
    const { after } = submission;
    const key = keyOf(submission);
    const latest = numbers.get(key) ?? 0;
    if (after !== undefined && after !== latest) throw staleProblem(submission, latest);
    numbers.set(key, latest + 1);
    return rowOf(report, submission, latest + 1);
  });
  await insertAll(rows, (part) => trx('revisions').insert(part));
  await appendEvents(
    trx,
    rows.map((row) => received(report, row)),
    act,
  );
  return rows.map(revisionOf);
}

/** The next revision of a paper, to be written; its event is not. There is a "conflict" where one has its number. */
export function nextRevision(report: string, submission: NextSubmission): RevisionRow {
  return rowOf(report, submission, submission.after + 1);
}

/** What is recorded of a revision when it comes. */
export function received(
  report: string,
  { id, period, form, entity, hash }: Pick<RevisionRow, 'id' | 'period' | 'form' | 'entity' | 'hash'>,
): Subject {
  return { kind: 'revision-received', report, period, form, entity, revision: id, details: { hash } };
}

function rowOf(
  report: string,
  { period, form, entity, receivedAt, cells, tables, standingTables }: Submission,
  number: number,
): RevisionRow {
  const answers = canonicalJson({ cells, tables, ...(standingTables ? { standingTables } : {}) });
  const id = `${keyOf({ period, form, entity })}/${number}`;
  return {
    report,
    id,
    period,
    form,
    entity,
    number,
    answers,
    hash: sha256(answers),
    received_at: receivedAt,
  };
}

/**
 * The revision of each body and form of a period that counts, with where it stands, ordered by form and body: the latest
 * that the department received; while that was returned, or there is none, the one that waits for its approver. It was
 * received when it was approved.
 */
export async function readCurrentSubmissions(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly CurrentSubmission[]> {
  const rows = await decidedRevisions(db, report, period);
  const held = await readHeld(db, report, period);
  const approved = await readApprovalTimes(db, report, period);
  return currentOfEach(rows, held).map((row) => ({
    revision: receivedWhen(revisionOf(row), approved),
    state: held.has(row.id) ? 'awaiting-approval' : (row.kind ?? 'submitted'),
  }));
}

/** The latest accepted revision of each body and form of a period, ordered by form and body. */
export async function readAcceptedRevisions(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly Revision[]> {
  const rows = await decidedRevisions(db, report, period);
  return lastOfEach(rows.filter(({ kind }) => kind === 'accepted')).map(revisionOf);
}

/** Of the same those that have a table, even one without rows: few forms have any. */
export async function readAcceptedTables(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly Revision[]> {
  const rows = await decidedRevisions(db, report, period);
  return lastOfEach(rows.filter(({ kind }) => kind === 'accepted'))
    .filter(({ answers }) => !answers.endsWith(WITHOUT_TABLES))
    .map(revisionOf);
}

/** The latest accepted revision of each form of some bodies, in each of some periods; ordered by period, form and body. */
export async function readAcceptedRevisionsOf(
  db: Knex,
  report: string,
  periods: readonly PeriodId[],
  entities: readonly string[],
): Promise<readonly Revision[]> {
  const accepted: Revision[] = [];
  for (const period of periods)
    for (const part of lists(entities)) {
      const rows = await decidedRevisions(db, report, period, part);
      accepted.push(...lastOfEach(rows.filter(({ kind }) => kind === 'accepted')).map(revisionOf));
    }
  return accepted;
}

/** All revisions of one body's answer to one form, oldest first. */
export async function readRevisions(
  db: Knex,
  report: string,
  { period, form, entity }: Pick<Revision, 'period' | 'form' | 'entity'>,
): Promise<readonly Revision[]> {
  return (await db('revisions').where({ report, period, form, entity }).orderBy('number')).map(revisionOf);
}

export async function readRevision(db: Knex, report: string, id: string): Promise<Revision | undefined> {
  const row = await db('revisions').where({ report, id }).first();
  return row && revisionOf(row);
}

interface DecidedRow extends RevisionRow {
  /** The latest decision; null while there is none. */
  readonly kind: 'accepted' | 'returned' | null;
}

/** @param entities only of these bodies */
async function decidedRevisions(
  db: Knex,
  report: string,
  period: PeriodId,
  entities?: readonly string[],
): Promise<readonly DecidedRow[]> {
  const revisions = db('revisions').where({ report, period }).select('revisions.*', latestDecision(db));
  if (entities) void revisions.whereIn('entity', [...entities]);
  return db
    .from(revisions.as('revision'))
    .leftJoin('decisions', 'decisions.id', 'revision.decision')
    .orderByRaw(byBytes(db, ['form', 'entity']))
    .orderBy('number')
    .select<DecidedRow[]>('revision.*', 'decisions.kind');
}

/** Of rows ordered by body, form and number, the last of each body and form. */
function lastOfEach(rows: readonly DecidedRow[]): readonly DecidedRow[] {
  return [...new Map(rows.map((row) => [`${row.form}/${row.entity}`, row])).values()];
}

/** Of rows in the same order, the one of each body and form that counts. */
function currentOfEach(
  rows: readonly DecidedRow[],
  held: ReadonlyMap<string, 'awaiting' | 'kept'>,
): readonly DecidedRow[] {
  if (held.size === 0) return lastOfEach(rows);
  const current = new Map<string, DecidedRow>();
  for (const row of rows) {
    const key = `${row.form}/${row.entity}`;
    const before = current.get(key);
    const state = held.get(row.id);
    if (state === 'kept') continue;
    const replaced = before === undefined || held.has(before.id) || before.kind === 'returned';
    if (state === undefined || replaced) current.set(key, row);
  }
  return [...current.values()];
}

function receivedWhen(revision: Revision, approved: ReadonlyMap<string, string>): Revision {
  const receivedAt = approved.get(revision.id);
  return receivedAt === undefined ? revision : { ...revision, receivedAt };
}

type Key = Pick<Submission, 'period' | 'form' | 'entity'>;

function keyOf({ period, form, entity }: Key): string {
  return `${period}/${form}/${entity}`;
}

async function latestNumbers(
  trx: Knex.Transaction,
  report: string,
  keys: readonly Key[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for (const part of lists(keys)) {
    const rows = await trx('revisions')
      .where({ report })
      .whereIn(
        ['period', 'form', 'entity'],
        part.map(({ period, form, entity }) => [period, form, entity]),
      )
      .groupBy('period', 'form', 'entity')
      .select<(Key & { number: number })[]>('period', 'form', 'entity', trx.raw('max(number) as number'));
    for (const row of rows) numbers.set(keyOf(row), row.number);
  }
  return numbers;
}

function staleProblem({ form, entity, period, after }: Submission, latest: number): DatabaseProblem {
  return new DatabaseProblem(
    'conflict',
    `Phiếu ${form} của đơn vị ${entity} kỳ ${period} đã có bản số ${latest}, trong khi bản gửi lên được sửa từ bản số ${after}. Hãy mở bản mới nhất và nhập lại phần thay đổi.`,
  );
}

/** @throws DatabaseProblem "unreadable" when the stored answers are not those that were hashed. */
function revisionOf(row: RevisionRow): Revision {
  if (sha256(row.answers) !== row.hash)
    throw new DatabaseProblem(
      'unreadable',
      `Phiếu báo cáo ${row.id} trong cơ sở dữ liệu không khớp mã băm, có thể đã bị sửa ngoài phần mềm. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.`,
    );
  const answers: Answers = JSON.parse(row.answers);
  return {
    id: row.id,
    period: row.period,
    form: row.form,
    entity: row.entity,
    number: row.number,
    receivedAt: row.received_at,
    hash: row.hash,
    ...answers,
  };
}
