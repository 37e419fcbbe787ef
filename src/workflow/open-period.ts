/** Opens a period: pins the definition, the dates and the rosters that it will be compiled from; closes and re-pins it. */
import {
  closePeriod as recordClosing,
  openPeriod as recordOpening,
  readPeriod,
  repinPeriod as recordPin,
  type PinnedPeriod,
} from '../db/periods.ts';
import { inTransaction } from '../db/transaction.ts';
import { loadReport } from './load-report.ts';
import { differences } from './pin-differences.ts';
import { decisionsOf, planPin } from './plan-pin.ts';
import { readPeriodFile } from './read-period-file.ts';
import { recordDecisions } from './record-decisions.ts';
import { requirePeriod } from './require-period.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/**
 * Opens a period with the definition as it stands in its folder.
 * @param settings path of a period.yaml, where there is one
 * @throws WorkflowProblem when the definition is wrong, the period is none of the report's, or it is open already.
 */
export async function openPeriod(
  workplace: Workplace,
  report: string,
  period: string,
  settings?: string,
): Promise<PinnedPeriod> {
  const stored = await loadReport(workplace.reportsDir, report);
  const file = settings === undefined ? undefined : await readPeriodFile(settings, stored.definition);
  const pin = planPin(stored, report, period, file);
  return inTransaction(workplace.db, async (trx) => {
    if (await readPeriod(trx, report, period)) {
      throw new WorkflowProblem(
        'period-open',
        `Kỳ ${period} của báo cáo “${report}” đã được mở. Nếu định nghĩa hoặc thời hạn đã thay đổi, đề nghị dùng lệnh “tong-hop period repin”.`,
      );
    }
    await recordOpening(trx, report, pin, actOf(workplace, file?.open));
    if (file) await recordDecisions(trx, report, period, file, actOf(workplace));
    return requirePeriod(trx, report, period);
  });
}

/**
 * Gives an opened period the definition and the rosters as they stand now; its dates stay unless a file changes them.
 * The file's waivers and reasons are recorded too.
 * @param settings path of a period.yaml, where there is one
 * @returns what changed, a line each; an empty list when nothing did and nothing was written.
 */
export async function repinPeriod(
  workplace: Workplace,
  report: string,
  period: string,
  settings?: string,
): Promise<readonly string[]> {
  const stored = await loadReport(workplace.reportsDir, report);
  const file = settings === undefined ? undefined : await readPeriodFile(settings, stored.definition);
  return inTransaction(workplace.db, async (trx) => {
    const before = await requirePeriod(trx, report, period);
    const next = planPin(stored, report, period, file ?? decisionsOf(before));
    const changes = differences(before, next);
    if (changes.length > 0) await recordPin(trx, report, next, actOf(workplace));
    const decided = file ? await recordDecisions(trx, report, period, file, actOf(workplace)) : [];
    return [...changes, ...decided];
  });
}

export async function closePeriod(workplace: Workplace, report: string, period: string): Promise<void> {
  await inTransaction(workplace.db, async (trx) => {
    const { state } = await requirePeriod(trx, report, period);
    if (state === 'closed')
      throw new WorkflowProblem('period-closed', `Kỳ ${period} của báo cáo “${report}” đã đóng từ trước.`);
    await recordClosing(trx, report, period, actOf(workplace));
  });
}
