/**
 * Corrects values of a period whose report was issued. Each correction is a new revision of the body's paper, accepted
 * as such, or a new line of history; what was published stays, and the next report says what changed.
 */
import { appendCorrections, lastOfHistory } from '../db/corrections.ts';
import { inTransaction } from '../db/transaction.ts';
import type { CorrectionRequest, RequestPart } from '../domain/corrections/read-correction.ts';
import { HISTORY_FORM } from '../domain/corrections/read-history-correction.ts';
import type { FileProblem } from '../domain/intake/file-problem.ts';
import { refused, type Asked } from './correcting/asked.ts';
import { correctCells } from './correcting/cells.ts';
import { correctHistory } from './correcting/history.ts';
import { readCorrectionsFile } from './files/read-corrections.ts';
import { loadReport } from './load-report.ts';
import { actOf, type Workplace } from './workplace.ts';

export interface CorrectOptions {
  /** Time of the correction; default now. */
  readonly at?: string;
}

const PARTS: Readonly<Record<RequestPart, string>> = {
  body: 'đơn vị',
  form: 'biểu',
  field: 'ô',
  from: '--from',
  to: 'số mới',
  reason: '--reason',
};

/**
 * Corrects one value.
 * @returns what was corrected, a line.
 * @throws WorkflowProblem "input" when the request does not fit what stands; nothing has landed then.
 */
export async function correctValue(
  workplace: Workplace,
  report: string,
  period: string,
  request: CorrectionRequest,
  options: CorrectOptions = {},
): Promise<readonly string[]> {
  return correct(workplace, report, period, [{ request, fault: faultOfArgument }], options);
}

/** Corrects the values of a file: all of them, or none and every fault is named. */
export async function correctFromFile(
  workplace: Workplace,
  report: string,
  period: string,
  path: string,
  options: CorrectOptions = {},
): Promise<readonly string[]> {
  const reading = await readCorrectionsFile(path);
  if (!reading.ok) throw refused(reading.problems);
  const asked = reading.rows.map(({ request, problem }) => ({ request, fault: problem }));
  return correct(workplace, report, period, asked, options);
}

async function correct(
  workplace: Workplace,
  report: string,
  period: string,
  asked: readonly Asked[],
  { at }: CorrectOptions,
): Promise<readonly string[]> {
  const [history, cells] = [asked.filter(isOfHistory), asked.filter((one) => !isOfHistory(one))];
  const act = actOf(workplace, at);
  const folder = history.length > 0 ? (await loadReport(workplace.reportsDir, report)).definition : undefined;
  return inTransaction(workplace.db, async (trx) => {
    const through = await lastOfHistory(trx, report);
    const made = [
      ...(folder ? await correctHistory(trx, report, folder, period, history, act) : []),
      ...(cells.length > 0 ? await correctCells(trx, report, period, cells, act) : []),
    ];
    await appendCorrections(
      trx,
      report,
      made.map(({ correction }) => correction),
      through,
      act,
    );
    return made.map(({ line }) => line);
  });
}

function faultOfArgument(part: RequestPart, found: string, expected: string): FileProblem {
  return { file: PARTS[part], found, expected };
}

function isOfHistory({ request }: Asked): boolean {
  return request.form.trim() === HISTORY_FORM;
}
