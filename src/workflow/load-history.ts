/** Loads figures of earlier periods from a file, each with its basis and source. */
import { appendHistory } from '../db/history.ts';
import { inTransaction } from '../db/transaction.ts';
import { formatProblems } from '../domain/intake/file-problem.ts';
import { readHistory } from './files/read-history.ts';
import { loadReport } from './load-report.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/**
 * @returns how many values were new; loading a file twice adds nothing.
 * @throws WorkflowProblem "input" with a line for each fault; nothing has landed then.
 */
export async function loadHistory(workplace: Workplace, report: string, path: string): Promise<number> {
  const { definition } = await loadReport(workplace.reportsDir, report);
  const reading = await readHistory(path, definition);
  if (!reading.ok) {
    throw new WorkflowProblem(
      'input',
      'Số liệu lịch sử chưa được nhận. Đề nghị sửa các lỗi sau:',
      formatProblems(reading.problems).split('\n'),
    );
  }
  return inTransaction(workplace.db, (trx) => appendHistory(trx, report, reading.values, actOf(workplace)));
}
