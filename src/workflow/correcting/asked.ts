/** What is asked to be corrected, what came of it, and how a refusal is said. */
import type { NewCorrection } from '../../db/corrections.ts';
import type { CorrectionRequest, RequestPart } from '../../domain/corrections/read-correction.ts';
import { formatProblem, formatProblems, type FileProblem } from '../../domain/intake/file-problem.ts';
import { WorkflowProblem } from '../workflow-problem.ts';

/** A request, and how a fault in one of its parts is said. */
export interface Asked {
  readonly request: CorrectionRequest;
  readonly fault: (part: RequestPart, found: string, expected: string) => FileProblem;
}

/** A correction, and the line that tells of it. */
export interface Made {
  readonly correction: NewCorrection;
  readonly line: string;
}

/** All that is wrong, in one refusal. */
export function refused(problems: readonly FileProblem[]): WorkflowProblem {
  const [only, ...others] = problems;
  return only && others.length === 0 && only.row === undefined
    ? new WorkflowProblem('input', `Chưa đính chính, không ghi gì. ${formatProblem(only)}.`)
    : new WorkflowProblem(
        'input',
        'Chưa đính chính, không ghi gì. Đề nghị sửa các lỗi sau:',
        formatProblems(problems).split('\n'),
      );
}
