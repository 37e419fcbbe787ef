/** Which period files are imported into, decided before they are read and written together with what they hold. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openPeriod, readPeriod, repinPeriod, type Pin, type PinnedPeriod } from '../db/periods.ts';
import { problemOf } from '../db/problem.ts';
import type { PeriodSettings } from './files/read-period-settings.ts';
import { loadReport } from './load-report.ts';
import { periodUnknown } from './require-period.ts';
import { differences } from './pin-differences.ts';
import { planPin } from './plan-pin.ts';
import { readPeriodFile } from './read-period-file.ts';
import { actOf, type Workplace } from './workplace.ts';
import { inputRefused, WorkflowProblem } from './workflow-problem.ts';

export interface ImportPlan {
  readonly report: string;
  readonly pin: Pin;
  /** The number of the pin that the plan starts from; 0 when the period is not open yet. */
  readonly after: number;
  readonly periodFile: PeriodSettings | undefined;
  readonly historyFiles: readonly string[];
}

/**
 * The period as it will be: as pinned, or with the dates of a folder's period.yaml. Its definition stays the pinned
 * one; a re-pinning is an act of its own, unless the caller asks for the definition of the day.
 * @throws WorkflowProblem when the period is closed, unknown, or its file is wrong.
 */
export async function planImport(
  { db, reportsDir }: Workplace,
  report: string,
  period: string,
  paths: readonly string[],
  currentDefinition: boolean,
): Promise<ImportPlan> {
  const known = await readPeriod(db, report, period);
  requireOpen(known, report);
  const [settings, ...others] = besides(paths, 'period.yaml');
  if (others.length > 0)
    throw inputRefused([
      `period.yaml: tìm thấy trong ${others.length + 1} thư mục, cần một tệp cho cả kỳ báo cáo`,
    ]);
  if (!known && settings === undefined && !currentDefinition) throw periodUnknown(report, period);
  const stored = known && !currentDefinition ? known : await loadReport(reportsDir, report);
  const periodFile = settings === undefined ? undefined : await readPeriodFile(settings, stored.definition);
  return {
    report,
    pin: known && stored === known && !periodFile ? known : planPin(stored, report, period, periodFile),
    after: known?.pin ?? 0,
    periodFile,
    historyFiles: besides(paths, 'history.csv'),
  };
}

/**
 * Makes the period what the plan says.
 * @returns what changed in a period that was open before, a line each.
 * @throws DatabaseProblem "conflict" when another process changed the period since the plan was made.
 */
export async function carryOut(
  trx: Knex.Transaction,
  { report, pin, after, periodFile }: ImportPlan,
  workplace: Workplace,
): Promise<readonly string[]> {
  const now = await readPeriod(trx, report, pin.settings.id);
  requireOpen(now, report);
  if (!now) {
    await openPeriod(trx, report, pin, actOf(workplace, periodFile?.open));
    return [];
  }
  const changes = differences(now, pin);
  if (changes.length === 0) return changes;
  if (now.pin !== after) throw problemOf('conflict');
  await repinPeriod(trx, report, pin, actOf(workplace));
  return changes;
}

function requireOpen(known: PinnedPeriod | undefined, report: string): void {
  if (known?.state !== 'closed') return;
  throw new WorkflowProblem(
    'period-closed',
    `Kỳ ${known.settings.id} của báo cáo “${report}” đã đóng nên không nhận thêm phiếu.`,
  );
}

/** Files of that name in the folders among the paths. */
function besides(paths: readonly string[], name: string): readonly string[] {
  return paths
    .filter((path) => existsSync(path) && statSync(path).isDirectory())
    .map((folder) => join(folder, name))
    .filter((file) => existsSync(file));
}
