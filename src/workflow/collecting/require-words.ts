/** Words that an act cannot do without: a reason, a comment. */
import { LONGEST_NOTE, readText } from '../../domain/intake/read-text.ts';
import { WorkflowProblem } from '../workflow-problem.ts';

/**
 * @param what is asked for, e.g. "lý do"
 * @throws WorkflowProblem "reason-missing" when nothing was written, "input" when it is too long or unreadable.
 */
export function requireWords(text: string, what: string): string {
  const reading = readText(text, LONGEST_NOTE);
  if (!reading.ok)
    throw new WorkflowProblem(
      'input',
      `Đề nghị ghi lại ${what}: tìm thấy ${reading.found}, cần ${reading.expected}.`,
    );
  if (reading.value === '') throw new WorkflowProblem('reason-missing', `Đề nghị ghi ${what}.`);
  return reading.value;
}
