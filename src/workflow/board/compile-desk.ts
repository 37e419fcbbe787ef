/**
 * Compiles on demand of pages. The jobs of a server wait in one line, so that a compile never competes with another, go
 * on when the person leaves the page, and are looked at by whoever comes back. They are kept in the database, so that
 * other servers see them and a restart does not forget them.
 */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { readFullNames } from '../../db/accounts.ts';
import {
  deleteJobsBefore,
  endJob,
  insertJob,
  interruptJobs,
  readJobOfToken,
  readJobs,
  readUnfinishedJobs,
  startJob,
  touchJobs,
  updateStep,
  type CompileKind,
  type CompileState,
  type CompileWork,
  type StoredJob,
} from '../../db/compile-jobs.ts';
import type { Database } from '../../db/connect.ts';
import { readLatestFinal } from '../../db/edition-list.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { timeInWords } from '../../domain/dates.ts';
import type { Browser } from '../../render/browser.ts';
import { failureOf } from '../failure.ts';
import { keepEdition } from '../keep-edition.ts';
import { requirePeriod } from '../require-period.ts';
import { vietnamTime, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { requireCompiler, requireDepartment } from './department.ts';

export type { CompileKind } from '../../db/compile-jobs.ts';

export interface CompileJob extends CompileWork, Pick<StoredJob, 'id' | 'askedAt' | 'step'> {
  /** Full name of who asked. */
  readonly by: string;
  /** interrupted: its server stopped, or has been silent for too long. */
  readonly state: CompileState;
  /** Jobs that come before it: of the same server, or the same work on another. */
  readonly ahead: number;
  /** When it ended; of one that was interrupted, the last sign of its server. */
  readonly endedAt?: string;
  readonly edition?: number;
  readonly refusals?: number;
  readonly failure?: string;
}

export interface CompileRequest {
  readonly report: string;
  readonly period: string;
  readonly kind: CompileKind;
  /** Made with the page: the same one asks for the same job. */
  readonly token: string;
  /** Number of the latest final that the person knew of, 0 for none; absent: whatever there is. */
  readonly knownFinal?: number;
}

interface Waiting extends CompileWork {
  readonly id: number;
  readonly workplace: Workplace;
}

/** How often a server shows that it is at its jobs. */
const SEEN_EVERY = 5_000;
/** A server that was silent for so long is taken for gone. Longer than any compile keeps it from saying something. */
const GONE_AFTER = 60_000;
/** How often it is asked whether another server is done with the same work. */
const ASKS_EVERY = 1_000;
const REMEMBERED_DAYS = 30;

export class CompileDesk {
  readonly #openBrowser: () => Promise<Browser>;
  /** Gets what broke, for the log. */
  readonly #onBroken: (error: unknown) => void;
  /** Names this server among those of the database. */
  readonly #server = randomUUID();
  #line: readonly Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(openBrowser: () => Promise<Browser>, onBroken: (error: unknown) => void) {
    this.#openBrowser = openBrowser;
    this.#onBroken = onBroken;
  }

  /**
   * Puts a compile in line. A draft that still waits is joined, on whichever server: it will see everything that was done
   * by now. A final is issued: while one is on its way, or where there is one that the person did not know of, no other is begun.
   * @returns the id of the job
   * @throws WorkflowProblem "forbidden", "period-unknown", "conflict" for such a final, "busy" when the server is stopping
   */
  async ask(workplace: Workplace, person: Person, request: CompileRequest): Promise<number> {
    requireCompiler(person);
    if (this.#closed)
      throw new WorkflowProblem('busy', 'Máy chủ đang dừng để bảo trì. Đề nghị thử lại sau ít phút.');
    const { db } = workplace;
    const { report, period, kind, token } = request;
    await requirePeriod(db, report, period);
    const work = { report, period, kind };
    const { id, known } = await inTransaction(db, async (trx) => {
      const at = workplace.now();
      const asked = token === '' ? undefined : await readJobOfToken(trx, work, token);
      if (asked && asked.state !== 'interrupted' && isThere(asked, at)) return { id: asked.id, known: true };
      const same = (await readUnfinishedJobs(trx)).filter((job) => isSame(job, work) && isThere(job, at));
      if (kind === 'final') await requireOnlyFinal(trx, request, same);
      const joined = same.find(({ state }) => state === 'waiting');
      if (joined) return { id: joined.id, known: true };
      await deleteJobsBefore(trx, earlier(at, REMEMBERED_DAYS * 24 * 3_600_000));
      const own = { token, actor: person.name, at, server: this.#server };
      return { id: await insertJob(trx, work, own), known: false };
    });
    if (known) return id;
    this.#line = [...this.#line, { id, ...work, workplace: { ...workplace, actor: person.name } }];
    this.#running ??= this.#work(workplace);
    return id;
  }

  /** The jobs of a period, oldest first, whichever server has them. @throws WorkflowProblem "forbidden" */
  async jobsOf(
    { db, now }: Pick<Workplace, 'db' | 'now'>,
    person: Person,
    report: string,
    period: string,
  ): Promise<readonly CompileJob[]> {
    requireDepartment(person);
    const jobs = await readJobs(db, report, period);
    const names = await readFullNames(db, [...new Set(jobs.map(({ actor }) => actor))]);
    const at = now();
    const goesOn = jobs.some(({ endedAt }) => endedAt === undefined);
    const unfinished = goesOn ? (await readUnfinishedJobs(db)).filter((job) => isThere(job, at)) : [];
    return jobs.map((job) => {
      const { actor, server, seenAt, ...shown } = job;
      const before = unfinished.filter(
        (other) => other.id < job.id && (other.server === server || isSame(other, job)),
      );
      return {
        ...shown,
        by: names.get(actor) ?? actor,
        ahead: before.length,
        ...(isThere(job, at) ? {} : { state: 'interrupted', endedAt: seenAt }),
      };
    });
  }

  /** Lets the running job finish and begins no other. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  /** Works until nothing waits, and shows all the while that this server is there. */
  async #work({ db, now }: Workplace): Promise<void> {
    const sign = setInterval(() => this.#note(touchJobs(db, this.#server, now())), SEEN_EVERY);
    sign.unref();
    try {
      while (this.#line.length > 0 && !this.#closed) {
        const next = await this.#take(db, now());
        if (next) await this.#compile(next);
        else await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY));
      }
      if (this.#line.length > 0) await interruptJobs(db, this.#server, now());
    } catch (error) {
      // The database is gone. What waited here will be seen to be interrupted.
      this.#line = [];
      this.#onBroken(error);
    } finally {
      clearInterval(sign);
      this.#running = null;
    }
  }

  /** Takes the first job of the line whose work no other server is at. */
  async #take(db: Database, at: string): Promise<Waiting | undefined> {
    const taken = await inTransaction(db, async (trx) => {
      const elsewhere = (await readUnfinishedJobs(trx)).filter(
        (job) => job.server !== this.#server && job.state === 'running' && isThere(job, at),
      );
      const next = this.#line.find((job) => elsewhere.every((other) => !isSame(other, job)));
      if (next) await startJob(trx, next.id, at);
      return next;
    });
    this.#line = this.#line.filter((job) => job !== taken);
    return taken;
  }

  async #compile(job: Waiting): Promise<void> {
    const { id, workplace } = job;
    const { db, now } = workplace;
    // One after the other, so that the last step said is the last one kept.
    let noted: Promise<void> = Promise.resolve();
    const [state, outcome] = await this.#outcome(job, (step) => {
      noted = noted.then(() => this.#note(updateStep(db, id, step, now())));
    });
    await noted;
    await endJob(db, id, state, now(), outcome);
  }

  async #outcome(
    { workplace, report, period, kind }: Waiting,
    onProgress: (step: string) => void,
  ): Promise<
    readonly ['issued' | 'refused' | 'failed', Pick<StoredJob, 'edition' | 'refusals' | 'failure'>]
  > {
    try {
      const options = { draft: kind === 'draft', onProgress, meanwhile: () => undefined };
      const kept = await keepEdition(workplace, this.#openBrowser, report, period, options);
      return kept.issued
        ? ['issued', { edition: kept.edition.number }]
        : ['refused', { refusals: kept.compilation.refusals.length }];
    } catch (error) {
      const { kind: why, message } = failureOf(error);
      if (why === 'broken') this.#onBroken(error);
      return ['failed', { failure: message }];
    }
  }

  /** What is only said on the way stops nothing when it fails. */
  async #note(writing: Promise<void>): Promise<void> {
    await writing.catch(this.#onBroken);
  }
}

/**
 * Two people do not issue two finals without knowing of each other.
 * @param onTheWay finals of the period that wait or run
 * @throws WorkflowProblem "conflict"
 */
async function requireOnlyFinal(
  db: Knex,
  { report, period, knownFinal }: CompileRequest,
  [onTheWay]: readonly StoredJob[],
): Promise<void> {
  if (onTheWay) {
    const { actor, askedAt } = onTheWay;
    const by = (await readFullNames(db, [actor])).get(actor) ?? actor;
    throw new WorkflowProblem(
      'conflict',
      `Bản chính thức của kỳ này đang được lập theo yêu cầu của ${by} lúc ${timeInWords(askedAt)}, nên chưa lập thêm bản nữa. Đề nghị đợi bản này xong rồi xem lại; nếu vẫn cần bản mới, bấm “Phát hành bản chính thức” lần nữa.`,
    );
  }
  const latest = knownFinal === undefined ? undefined : await readLatestFinal(db, report, period);
  if (!latest || latest.number <= (knownFinal ?? 0)) return;
  throw new WorkflowProblem(
    'conflict',
    `Bản chính thức số ${latest.number} đã được phát hành sau khi trang này được mở, nên chưa lập thêm bản nữa. Đề nghị xem bản đó trong mục “Các bản đã lập”; nếu vẫn cần bản mới, bấm “Phát hành bản chính thức” lần nữa.`,
  );
}

function isSame(one: CompileWork, other: CompileWork): boolean {
  return one.report === other.report && one.period === other.period && one.kind === other.kind;
}

/** False when a job is unfinished and its server has not been heard of for too long. */
function isThere({ endedAt, seenAt }: Pick<StoredJob, 'endedAt' | 'seenAt'>, at: string): boolean {
  return endedAt !== undefined || seenAt >= earlier(at, GONE_AFTER);
}

function earlier(at: string, milliseconds: number): string {
  return vietnamTime(new Date(Date.parse(at) - milliseconds));
}
