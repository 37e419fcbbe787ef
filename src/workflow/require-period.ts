/** Reads a period that must have been opened. */
import { readPeriod, type PinnedPeriod } from '../db/periods.ts';
import type { Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function requirePeriod(
  db: Workplace['db'],
  report: string,
  period: string,
): Promise<PinnedPeriod> {
  const found = await readPeriod(db, report, period);
  if (found) return found;
  throw periodUnknown(report, period);
}

export function periodUnknown(report: string, period: string): WorkflowProblem {
  return new WorkflowProblem(
    'period-unknown',
    `Kỳ ${period} của báo cáo “${report}” chưa được mở. Đề nghị mở kỳ bằng lệnh “tong-hop period open ${report} ${period}”.`,
  );
}
