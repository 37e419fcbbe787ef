/** A compiler gives a soft finding its reason in the browser. */
import type { Person } from '../../domain/account.ts';
import { justify } from '../desk.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { requireCompiler } from './department.ts';

/** Longest reason, in characters. */
export const LONGEST_REASON = 2000;

/** @throws WorkflowProblem "forbidden", "period-unknown", "finding-unknown", "reason-missing", "input" */
export async function justifyFinding(
  workplace: Workplace,
  person: Person,
  report: string,
  period: string,
  { finding, reason }: { readonly finding: string; readonly reason: string },
): Promise<void> {
  requireCompiler(person);
  const written = reason.trim();
  if (written === '') throw new WorkflowProblem('reason-missing', 'Cần ghi lý do giải trình.');
  if (written.length > LONGEST_REASON)
    throw new WorkflowProblem('input', `Lý do dài tối đa ${LONGEST_REASON} ký tự. Đề nghị ghi ngắn gọn hơn.`);
  await justify({ ...workplace, actor: person.name }, report, period, finding, { reason: written });
}
