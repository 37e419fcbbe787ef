/** Opens a period: pins the definition, the dates and the rosters that it will be compiled from; closes and re-pins it. */
import { inTransaction } from '../db/transaction.ts';
import {
  closePeriod as recordClosing,
  openPeriod as recordOpening,
  readPeriod,
  repinPeriod as recordPin,
} from '../db/periods.ts';
import type { Pin, PinnedPeriod } from '../db/periods.ts';
import type { StoredDefinition } from '../db/definitions.ts';
import { hasPeriod, pinRosters, resolvePeriod } from '../domain/opening.ts';
import { loadReport } from './load-report.ts';
import type { PeriodSettings } from './files/read-period-settings.ts';
import { differences } from './pin-differences.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/**
 * Opens a period with the definition as it stands in its folder.
 * @param file decisions of a period.yaml, where there is one
 * @throws WorkflowProblem when the definition is wrong, the period is none of the report's, or it is open already.
 */
export async function openPeriod(
  workplace: Workplace,
  report: string,
  period: string,
  file?: PeriodSettings,
): Promise<PinnedPeriod> {
  const pin = await pinOf(workplace, report, period, file);
  return inTransaction(workplace.db, async (trx) => {
    if (await readPeriod(trx, report, period)) {
      throw new WorkflowProblem(
        'period-open',
        `Kỳ ${period} của báo cáo “${report}” đã được mở. Nếu định nghĩa hoặc thời hạn đã thay đổi, đề nghị dùng lệnh “tong-hop period repin”.`,
      );
    }
    await recordOpening(trx, report, pin, actOf(workplace, file?.open));
    return requirePeriod(trx, report, period);
  });
}

/**
 * Gives an opened period the definition and dates as they stand now.
 * @returns what changed, a line each; an empty list when nothing did and nothing was written.
 */
export async function repinPeriod(
  workplace: Workplace,
  report: string,
  period: string,
  file?: PeriodSettings,
): Promise<readonly string[]> {
  const pin = await pinOf(workplace, report, period, file);
  return inTransaction(workplace.db, async (trx) => {
    const before = await requirePeriod(trx, report, period);
    const next = file ? pin : { ...pin, settings: { ...pin.settings, ...before.settings } };
    const changes = differences(before, next);
    if (changes.length > 0) await recordPin(trx, report, next, actOf(workplace));
    return changes;
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

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function requirePeriod(
  db: Workplace['db'],
  report: string,
  period: string,
): Promise<PinnedPeriod> {
  const found = await readPeriod(db, report, period);
  if (found) return found;
  throw new WorkflowProblem(
    'period-unknown',
    `Kỳ ${period} của báo cáo “${report}” chưa được mở. Đề nghị mở kỳ bằng lệnh “tong-hop period open ${report} ${period}”.`,
  );
}

async function pinOf(
  workplace: Workplace,
  report: string,
  period: string,
  file?: PeriodSettings,
): Promise<Pin> {
  const stored: StoredDefinition = await loadReport(workplace.reportsDir, report);
  const { definition } = stored;
  if (!hasPeriod(definition, period)) {
    const kinds = definition.report.frequency.map((frequency) => EXAMPLES[frequency]).join(', ');
    throw new WorkflowProblem(
      'period-id',
      `“${period}” không phải là kỳ của báo cáo “${report}”. Đề nghị ghi kỳ theo mẫu: ${kinds}.`,
    );
  }
  try {
    const resolved = resolvePeriod(definition, period, file);
    const settings = {
      ...resolved,
      illustrative: file?.illustrative ?? false,
      document: file?.document ?? {},
    };
    return { hash: stored.hash, definition, settings, members: pinRosters(definition, resolved) };
  } catch (error) {
    if (error instanceof RangeError) throw new WorkflowProblem('definition', error.message);
    throw error;
  }
}

const EXAMPLES = {
  month: '2024-10',
  quarter: '2024-Q3',
  half: '2024-H1',
  'nine-months': '2024-9M',
  year: '2024',
} as const;
