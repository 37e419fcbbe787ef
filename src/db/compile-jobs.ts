/** Compiles that were asked for on the pages, and which server is at them: see workflow/board/compile-desk.ts. */
import type { Knex } from 'knex';

export type CompileKind = 'draft' | 'final';
export type CompileState = 'waiting' | 'running' | 'issued' | 'refused' | 'failed' | 'interrupted';

/** The same report, period and kind are one work. */
export interface CompileWork {
  readonly report: string;
  readonly period: string;
  readonly kind: CompileKind;
}

export interface StoredJob extends CompileWork {
  /** Rises with each job. */
  readonly id: number;
  /** User name of who asked. */
  readonly actor: string;
  readonly askedAt: string;
  /** The server that has it, and when that last showed that it is there. */
  readonly server: string;
  readonly seenAt: string;
  readonly state: CompileState;
  /** What is being done; "" before it began. */
  readonly step: string;
  /** There exactly when it neither waits nor runs. */
  readonly endedAt?: string;
  /** Number of the edition that was made. */
  readonly edition?: number;
  /** How many findings a final was refused for. */
  readonly refusals?: number;
  /** Why it failed, fit to be shown; "" for a fault of ours. */
  readonly failure?: string;
}

interface CompileJobRow extends CompileWork {
  readonly id: number;
  readonly token: string;
  readonly actor: string;
  readonly asked_at: string;
  readonly server: string;
  readonly seen_at: string;
  readonly state: CompileState;
  readonly step: string;
  readonly ended_at: string | null;
  readonly edition: number | null;
  readonly refusals: number | null;
  readonly failure: string | null;
}

const UNFINISHED: readonly CompileState[] = ['waiting', 'running'];

/** A job that waits. @returns its id */
export async function insertJob(
  trx: Knex.Transaction,
  { report, period, kind }: CompileWork,
  { token, actor, at, server }: Readonly<Record<'token' | 'actor' | 'at' | 'server', string>>,
): Promise<number> {
  const [row] = await trx('compile_jobs')
    .insert({
      report,
      period,
      kind,
      token,
      actor,
      asked_at: at,
      server,
      seen_at: at,
      state: 'waiting',
      step: '',
      ended_at: null,
      edition: null,
      refusals: null,
      failure: null,
    })
    .returning('id');
  return row?.id ?? 0;
}

/** The jobs of a period, oldest first. */
export async function readJobs(db: Knex, report: string, period: string): Promise<readonly StoredJob[]> {
  return (await db('compile_jobs').where({ report, period }).orderBy('id')).map(jobOf);
}

/** All jobs that wait or run, oldest first, whether or not their servers are still there. */
export async function readUnfinishedJobs(db: Knex): Promise<readonly StoredJob[]> {
  return (await db('compile_jobs').whereIn('state', UNFINISHED).orderBy('id')).map(jobOf);
}

/** The job that was asked for with this token. */
export async function readJobOfToken(
  db: Knex,
  { report, period, kind }: CompileWork,
  token: string,
): Promise<StoredJob | undefined> {
  const row = await db('compile_jobs').where({ report, period, kind, token }).orderBy('id', 'desc').first();
  return row && jobOf(row);
}

export async function startJob(trx: Knex.Transaction, id: number, at: string): Promise<void> {
  await trx('compile_jobs').where({ id }).update({ state: 'running', seen_at: at });
}

export async function updateStep(db: Knex, id: number, step: string, at: string): Promise<void> {
  await db('compile_jobs').where({ id }).update({ step, seen_at: at });
}

/** How it ended; says so also of one that was given up because its server was silent. */
export async function endJob(
  db: Knex,
  id: number,
  state: Exclude<CompileState, 'waiting' | 'running'>,
  at: string,
  { edition, refusals, failure }: Pick<StoredJob, 'edition' | 'refusals' | 'failure'> = {},
): Promise<void> {
  await db('compile_jobs')
    .where({ id })
    .update({
      state,
      ended_at: at,
      edition: edition ?? null,
      refusals: refusals ?? null,
      failure: failure ?? null,
    });
}

/** A server shows that it is there. */
export async function touchJobs(db: Knex, server: string, at: string): Promise<void> {
  await db('compile_jobs').where({ server }).whereIn('state', UNFINISHED).update({ seen_at: at });
}

/** Jobs of a server that stops are over: those that it had not begun too. */
export async function interruptJobs(db: Knex, server: string, at: string): Promise<void> {
  await db('compile_jobs')
    .where({ server })
    .whereIn('state', UNFINISHED)
    .update({ state: 'interrupted', ended_at: at });
}

export async function deleteJobsBefore(trx: Knex.Transaction, at: string): Promise<void> {
  await trx('compile_jobs').where('ended_at', '<', at).del();
}

function jobOf(row: CompileJobRow): StoredJob {
  const { id, report, period, kind, actor, server, state, step, edition, refusals, failure } = row;
  return {
    id,
    report,
    period,
    kind,
    actor,
    askedAt: row.asked_at,
    server,
    seenAt: row.seen_at,
    state,
    step,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(edition === null ? {} : { edition }),
    ...(refusals === null ? {} : { refusals }),
    ...(failure === null ? {} : { failure }),
  };
}

declare module 'knex/types/tables.js' {
  interface Tables {
    compile_jobs: Knex.CompositeTableType<CompileJobRow, Omit<CompileJobRow, 'id'>, Partial<CompileJobRow>>;
  }
}
