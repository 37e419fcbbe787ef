/** Lints definitions: every fault of every report, as lines that editors understand. */
import { listReports, loadDefinition } from '../definitions/load.ts';
import { formatProblem } from '../definitions/problem.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface CheckedReports {
  readonly checked: readonly string[];
  /** "reports/x/indicators.yaml:12: …". */
  readonly lines: readonly string[];
}

/**
 * @param reports ids; all reports of the folder when empty
 * @throws WorkflowProblem when the folder holds no report at all.
 */
export async function checkReports(reportsDir: string, reports: readonly string[]): Promise<CheckedReports> {
  const checked = reports.length > 0 ? reports : await listReports(reportsDir);
  if (checked.length === 0) {
    throw new WorkflowProblem(
      'nothing-to-do',
      `Thư mục ${reportsDir} chưa có báo cáo nào; mỗi báo cáo là một thư mục con có tệp report.yaml.`,
    );
  }
  const lines: string[] = [];
  for (const report of checked) {
    const loaded = await loadDefinition(reportsDir, report);
    if (!loaded.ok) lines.push(...loaded.problems.map(formatProblem));
  }
  return { checked, lines: [...new Set(lines)] };
}
