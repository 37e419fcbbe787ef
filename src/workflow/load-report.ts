/** The definition of a report as its folder has it now. */
import type { StoredDefinition } from '../db/definitions.ts';
import { loadDefinition } from '../definitions/load.ts';
import { formatProblem } from '../definitions/problem.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/** @throws WorkflowProblem "definition", with a line for each fault. */
export async function loadReport(reportsDir: string, report: string): Promise<StoredDefinition> {
  const loaded = await loadDefinition(reportsDir, report);
  if (loaded.ok) return loaded;
  throw new WorkflowProblem(
    'definition',
    `Định nghĩa của báo cáo “${report}” chưa đúng nên chưa dùng được. Đề nghị sửa các chỗ sau:`,
    loaded.problems.map(formatProblem),
  );
}
