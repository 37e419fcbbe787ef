/** Takes in what bodies sent: all files land, submitted and accepted, or none does and every fault is named. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { acceptRevisions } from '../db/decisions.ts';
import type { Act } from '../db/events.ts';
import { appendHistory } from '../db/history.ts';
import { appendJustifications, readJustifications } from '../db/justifications.ts';
import { readPeriod } from '../db/periods.ts';
import { appendRevisions, readCurrentSubmissions } from '../db/revisions.ts';
import { inTransaction } from '../db/transaction.ts';
import { appendWaivers, readWaivers } from '../db/waivers.ts';
import { isEmpty } from '../domain/completeness.ts';
import type { HistoryValue } from '../domain/facts.ts';
import { figuresOf } from '../domain/figures.ts';
import { formatProblems, type FileProblem } from '../domain/intake/file-problem.ts';
import type { CurrentSubmission } from '../domain/facts.ts';
import { formatProblem } from '../definitions/problem.ts';
import type { Definition } from '../domain/definition.ts';
import { readHistory } from './files/read-history.ts';
import { readPeriodSettings, receivedAt, type PeriodSettings } from './files/read-period-settings.ts';
import { readSubmissions, type ReadSubmission } from './files/read-submissions.ts';
import { loadReport } from './load-report.ts';
import { openPeriod, repinPeriod, requirePeriod } from './open-period.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface ImportResult {
  /** Revisions that were added and accepted, sent without any answer (submitted, not accepted), or already there. */
  readonly accepted: number;
  readonly empty: number;
  readonly unchanged: number;
  readonly historyValues: number;
}

export interface ImportOptions {
  /** When the files were received; before it counts what period.yaml says, after it the time of the act. */
  readonly at?: string;
  readonly onProgress?: (line: string) => void;
}

/**
 * Imports files, or the files of folders. A folder's period.yaml opens the period or brings its dates up to date, and
 * its received times, waivers and reasons are recorded; its history.csv is loaded.
 * @throws WorkflowProblem "input" with a line for each fault; nothing has landed then.
 */
export async function importSubmissions(
  workplace: Workplace,
  report: string,
  period: string,
  paths: readonly string[],
  { at, onProgress = () => undefined }: ImportOptions = {},
): Promise<ImportResult> {
  const beside = await readBeside(workplace, report, period, paths);
  const { periodFile } = beside;
  await settle(workplace, report, period, periodFile);
  const pinned = await requirePeriod(workplace.db, report, period);
  if (pinned.state === 'closed') {
    throw new WorkflowProblem(
      'period-closed',
      `Kỳ ${period} của báo cáo “${report}” đã đóng nên không nhận thêm phiếu.`,
    );
  }
  onProgress('Đang đọc và kiểm tra các tệp …');
  const { definition, members } = pinned;
  const history = await historyOf(definition, beside.historyFiles);
  const reading = await readSubmissions({ definition, period, members, paths });
  const problems = [...(reading.ok ? [] : reading.problems), ...history.problems];
  if (!reading.ok || problems.length > 0) throw refused(problems);
  onProgress(`Đang ghi ${reading.submissions.length} phiếu báo cáo …`);
  const act = actOf(workplace, at);
  return inTransaction(workplace.db, async (trx) => {
    const current = await readCurrentSubmissions(trx, report, period);
    const fresh = reading.submissions.filter((submission) => !alreadyThere(submission, current));
    const received = fresh.map((submission) => ({
      ...submission.answers,
      period,
      form: submission.form,
      entity: submission.entity,
      receivedAt:
        at ?? (periodFile && receivedAt(periodFile.received, submission.form, submission.entity)) ?? act.at,
    }));
    const revisions = await appendRevisions(trx, report, received, act);
    const filled = revisions.filter((revision) => !isEmpty(revision));
    const acceptances = filled.map((revision) => {
      const form = definition.forms.find(({ id }) => id === revision.form);
      return { revision: revision.id, figures: form ? figuresOf(revision, form, definition.indicators) : [] };
    });
    await acceptRevisions(trx, report, acceptances, act);
    if (periodFile) await recordDecisions(trx, report, period, periodFile, act);
    const historyValues = await appendHistory(trx, report, history.values, act);
    return {
      accepted: filled.length,
      empty: revisions.length - filled.length,
      unchanged: reading.submissions.length - fresh.length,
      historyValues,
    };
  });
}

interface Beside {
  readonly periodFile: PeriodSettings | undefined;
  readonly historyFiles: readonly string[];
}

async function readBeside(
  workplace: Workplace,
  report: string,
  period: string,
  paths: readonly string[],
): Promise<Beside> {
  const folders = paths.filter((path) => existsSync(path) && statSync(path).isDirectory());
  const named = (name: string): readonly string[] =>
    folders.map((folder) => join(folder, name)).filter((file) => existsSync(file));
  const [settings] = named('period.yaml');
  return {
    periodFile:
      settings === undefined ? undefined : await readPeriodFile(workplace, report, period, settings),
    historyFiles: named('history.csv'),
  };
}

/**
 * Reads a period.yaml against the definition that the period is pinned to, or that it would be opened with.
 * @throws WorkflowProblem "input" with a line for each fault.
 */
export async function readPeriodFile(
  { db, reportsDir }: Workplace,
  report: string,
  period: string,
  path: string,
): Promise<PeriodSettings> {
  const { definition } = (await readPeriod(db, report, period)) ?? (await loadReport(reportsDir, report));
  const reading = await readPeriodSettings(path, definition);
  if (reading.ok) return reading.settings;
  throw refusal(reading.problems.map(formatProblem));
}

async function settle(
  workplace: Workplace,
  report: string,
  period: string,
  file: PeriodSettings | undefined,
): Promise<void> {
  if (!file) return;
  try {
    await requirePeriod(workplace.db, report, period);
    await repinPeriod(workplace, report, period, file);
  } catch (error) {
    if (!(error instanceof WorkflowProblem) || error.fault !== 'period-unknown') throw error;
    await openPeriod(workplace, report, period, file);
  }
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

/** Waivers and reasons that are not recorded yet. */
async function recordDecisions(
  trx: Parameters<typeof appendWaivers>[0],
  report: string,
  period: string,
  file: PeriodSettings,
  act: Act,
): Promise<void> {
  const waivers = await readWaivers(trx, report, period);
  const waived = file.waivers.filter(
    ({ entity, form }) => !waivers.some((known) => known.entity === entity && known.form === form),
  );
  await appendWaivers(trx, report, period, waived, act);
  const known = new Map(
    (await readJustifications(trx, report, period)).map(({ finding, reason }) => [finding, reason]),
  );
  const reasons = file.justifications.filter(({ finding, reason }) => known.get(finding) !== reason);
  await appendJustifications(trx, report, period, reasons, act);
}

/** Importing a file twice adds nothing. */
function alreadyThere(
  { form, entity, answers }: ReadSubmission,
  current: readonly CurrentSubmission[],
): boolean {
  const latest = current.find(({ revision }) => revision.form === form && revision.entity === entity);
  if (!latest || latest.state === 'returned') return false;
  const { cells, tables } = latest.revision;
  return canonicalText({ cells, tables }) === canonicalText(answers);
}

function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

function refused(problems: readonly FileProblem[]): WorkflowProblem {
  return refusal(formatProblems(problems).split('\n'));
}

function refusal(lines: readonly string[]): WorkflowProblem {
  return new WorkflowProblem(
    'input',
    'Dữ liệu chưa được nhận: không tệp nào được ghi. Đề nghị sửa các lỗi sau rồi gửi lại toàn bộ:',
    lines,
  );
}
