/**
 * Compiles on demand of pages: jobs wait in one line, so that a compile never competes with another, go on when the
 * person leaves the page, and are looked at by whoever comes back.
 */
import { randomUUID } from 'node:crypto';
import type { Person } from '../../domain/account.ts';
import type { Finding } from '../../domain/finding.ts';
import type { PeriodId } from '../../domain/period.ts';
import type { Browser } from '../../render/browser.ts';
import { failureOf, type Failure } from '../failure.ts';
import { keepEdition } from '../keep-edition.ts';
import { requirePeriod } from '../require-period.ts';
import type { Workplace } from '../workplace.ts';
import { requireCompiler, requireDepartment } from './department.ts';

export type CompileKind = 'draft' | 'final';

export interface CompileJob {
  readonly id: string;
  readonly report: string;
  readonly period: PeriodId;
  readonly kind: CompileKind;
  /** Full name of who asked. */
  readonly by: string;
  readonly askedAt: string;
  readonly state: 'waiting' | 'running' | 'issued' | 'refused' | 'failed';
  /** Jobs that come before it. */
  readonly ahead: number;
  /** What was begun, in order; the last one is being done. */
  readonly steps: readonly string[];
  readonly endedAt?: string;
  /** Number of the edition that was made. */
  readonly edition?: number;
  /** What a final was refused for. */
  readonly refusals?: readonly Finding[];
  readonly failure?: Failure;
}

export interface CompileRequest {
  readonly report: string;
  readonly period: string;
  readonly kind: CompileKind;
  /** Made with the page: the same one asks for the same job. */
  readonly token: string;
}

interface Job extends Omit<CompileJob, 'ahead'> {
  readonly token: string;
  readonly workplace: Workplace;
}

/** Finished jobs that are remembered. */
const REMEMBERED = 50;

export class CompileDesk {
  readonly #openBrowser: () => Promise<Browser>;
  /** Gets what broke, for the log. */
  readonly #onBroken: (error: unknown) => void;
  #jobs: readonly Job[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(openBrowser: () => Promise<Browser>, onBroken: (error: unknown) => void) {
    this.#openBrowser = openBrowser;
    this.#onBroken = onBroken;
  }

  /**
   * Puts a compile in line. One of the same kind that still waits is joined: it will see everything that was done by now.
   * @throws WorkflowProblem "forbidden", "period-unknown"
   */
  async ask(workplace: Workplace, person: Person, request: CompileRequest): Promise<CompileJob> {
    requireCompiler(person);
    const { report, period, kind, token } = request;
    await requirePeriod(workplace.db, report, period);
    const known = this.#jobs.find(
      (job) =>
        job.report === report &&
        job.period === period &&
        job.kind === kind &&
        (job.state === 'waiting' || (token !== '' && job.token === token)),
    );
    if (known) return this.#shown(known);
    const job: Job = {
      id: randomUUID(),
      report,
      period,
      kind,
      token,
      by: person.fullName,
      askedAt: workplace.now(),
      state: 'waiting',
      steps: [],
      workplace: { ...workplace, actor: person.name },
    };
    const done = this.#jobs.filter(({ endedAt }) => endedAt !== undefined);
    const forgotten = new Set(done.slice(0, Math.max(0, done.length - REMEMBERED)));
    this.#jobs = [...this.#jobs.filter((one) => !forgotten.has(one)), job];
    this.#running ??= this.#work();
    return this.#shown(this.#find(job.id) ?? job);
  }

  /** The jobs of a period that are remembered, oldest first. @throws WorkflowProblem "forbidden" */
  jobsOf(person: Person, report: string, period: string): readonly CompileJob[] {
    requireDepartment(person);
    return this.#jobs
      .filter((job) => job.report === report && job.period === period)
      .map((job) => this.#shown(job));
  }

  /** Lets the running job finish and begins no other. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #work(): Promise<void> {
    for (;;) {
      const next = this.#jobs.find(({ state }) => state === 'waiting');
      if (!next || this.#closed) break;
      await this.#compile(next);
    }
    this.#running = null;
  }

  async #compile({ id, workplace, report, period, kind }: Job): Promise<void> {
    this.#change(id, { state: 'running' });
    const end = (change: Partial<Job>): void => this.#change(id, { ...change, endedAt: workplace.now() });
    try {
      const kept = await keepEdition(workplace, this.#openBrowser, report, period, {
        draft: kind === 'draft',
        onProgress: (step) => this.#change(id, { steps: [...(this.#find(id)?.steps ?? []), step] }),
        meanwhile: () => undefined,
      });
      if (kept.issued) end({ state: 'issued', edition: kept.edition.number });
      else end({ state: 'refused', refusals: kept.compilation.refusals });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'broken') this.#onBroken(error);
      end({ state: 'failed', failure });
    }
  }

  #find(id: string): Job | undefined {
    return this.#jobs.find((job) => job.id === id);
  }

  #change(id: string, change: Partial<Job>): void {
    this.#jobs = this.#jobs.map((job) => (job.id === id ? { ...job, ...change } : job));
  }

  #shown({ token: _token, workplace: _workplace, ...job }: Job): CompileJob {
    const unfinished = this.#jobs.filter(({ endedAt }) => endedAt === undefined);
    return {
      ...job,
      ahead: Math.max(
        0,
        unfinished.findIndex(({ id }) => id === job.id),
      ),
    };
  }
}
