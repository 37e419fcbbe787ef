/** Takes in what bodies sent: all files land, submitted and accepted, or none does and every fault is named. */
import { readEditions } from '../db/editions.ts';
import { appendHistory } from '../db/history.ts';
import { readCurrentSubmissions } from '../db/revisions.ts';
import { inTransaction } from '../db/transaction.ts';
import { isEmpty } from '../domain/completeness.ts';
import type { HistoryValue } from '../domain/facts.ts';
import { formatProblems, type FileProblem } from '../domain/intake/file-problem.ts';
import type { CurrentSubmission } from '../domain/facts.ts';
import type { Definition } from '../domain/definition.ts';
import { readHistory } from './files/read-history.ts';
import { receivedAt } from './files/read-period-settings.ts';
import { readSubmissions, type ReadSubmission } from './files/read-submissions.ts';
import { carryOut, planImport } from './import-plan.ts';
import { recordDecisions } from './record-decisions.ts';
import { acceptAnswers, recordConfirmed } from './standing/accept-answers.ts';
import { completeImport } from './standing/complete-import.ts';
import { actOf, type Workplace } from './workplace.ts';
import { inputRefused } from './workflow-problem.ts';

export interface ImportResult {
  /** Revisions that were added and accepted, sent without any answer (submitted, not accepted), or already there. */
  readonly accepted: number;
  readonly empty: number;
  readonly unchanged: number;
  /** Standing answers that the files left blank and the bodies confirmed with them. */
  readonly confirmed: number;
  readonly historyValues: number;
  /** Accepted papers that were replaced although the report was issued: no later report will tell of it. */
  readonly replacedAfterIssue: number;
  /** What period.yaml changed in a period that was open before, a line each. */
  readonly changes: readonly string[];
}

export interface ImportOptions {
  /** When the files were received; before it counts what period.yaml says, after it the time of the act. */
  readonly at?: string;
  /** Give the period the definition as it stands now, instead of the one it is pinned to. */
  readonly currentDefinition?: boolean;
  /** The bodies confirm the standing answers that their files leave blank. */
  readonly confirmStanding?: boolean;
  readonly onProgress?: (line: string) => void;
}

/**
 * Imports files, or the files of folders. A folder's period.yaml opens the period or brings its dates up to date, and
 * its received times, waivers and reasons are recorded; its history.csv is loaded.
 * @throws WorkflowProblem "input" with a line for each fault; nothing has landed then, and no period was opened.
 */
export async function importSubmissions(
  workplace: Workplace,
  report: string,
  period: string,
  paths: readonly string[],
  {
    at,
    currentDefinition = false,
    confirmStanding = false,
    onProgress = () => undefined,
  }: ImportOptions = {},
): Promise<ImportResult> {
  const plan = await planImport(workplace, report, period, paths, currentDefinition);
  onProgress('Đang đọc và kiểm tra các tệp …');
  const { periodFile } = plan;
  const { definition, members } = plan.pin;
  const history = await historyOf(definition, plan.historyFiles);
  const reading = await readSubmissions({ definition, period, members, paths });
  const problems = [...(reading.ok ? [] : reading.problems), ...history.problems];
  if (!reading.ok || problems.length > 0) throw inputRefused(formatProblems(problems).split('\n'));
  onProgress(`Đang ghi ${reading.submissions.length} phiếu báo cáo …`);
  const act = actOf(workplace, at);
  return inTransaction(workplace.db, async (trx) => {
    const changes = await carryOut(trx, plan, workplace);
    const current = await readCurrentSubmissions(trx, report, period);
    const latest = new Map(current.map((one) => [keyOf(one.revision), one]));
    const confirm = confirmStanding || (periodFile?.confirmStanding ?? false);
    const sent = await completeImport(trx, report, plan.pin, reading.submissions, current, confirm);
    const fresh = sent.filter((submission) => !alreadyThere(submission, latest.get(keyOf(submission))));
    const received = fresh.map((submission) => ({
      ...submission.answers,
      period,
      form: submission.form,
      entity: submission.entity,
      receivedAt:
        at ?? (periodFile && receivedAt(periodFile.received, submission.form, submission.entity)) ?? act.at,
    }));
    const revisions = await acceptAnswers(trx, report, definition, received, act);
    const filled = revisions.filter((revision) => !isEmpty(revision));
    await recordConfirmed(trx, report, revisions, fresh, act);
    if (periodFile) await recordDecisions(trx, report, period, periodFile, act);
    const historyValues = await appendHistory(trx, report, history.values, act);
    const replaced = fresh.filter((submission) => latest.get(keyOf(submission))?.state === 'accepted').length;
    const issued =
      replaced > 0 && (await readEditions(trx, report, period)).some(({ kind }) => kind === 'final');
    return {
      replacedAfterIssue: issued ? replaced : 0,
      accepted: filled.length,
      empty: revisions.length - filled.length,
      unchanged: reading.submissions.length - fresh.length,
      confirmed: fresh.reduce((sum, submission) => sum + submission.confirmed, 0),
      historyValues,
      changes,
    };
  });
}

async function historyOf(
  definition: Definition,
  files: readonly string[],
): Promise<{ readonly values: readonly HistoryValue[]; readonly problems: readonly FileProblem[] }> {
  const values: HistoryValue[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    const reading = await readHistory(file, definition);
    if (reading.ok) values.push(...reading.values);
    else problems.push(...reading.problems);
  }
  return { values, problems };
}

function keyOf({ form, entity }: Pick<ReadSubmission, 'form' | 'entity'>): string {
  return `${form}/${entity}`;
}

/** Importing a file twice adds nothing. */
function alreadyThere({ answers }: ReadSubmission, latest: CurrentSubmission | undefined): boolean {
  if (!latest || latest.state === 'returned') return false;
  const { cells, tables, standingTables } = latest.revision;
  return canonicalText({ cells, tables, standingTables }) === canonicalText(answers);
}

function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
