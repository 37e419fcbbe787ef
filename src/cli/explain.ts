/** Failures as a person reads them: a sentence, the lines that belong to it, and never a stack trace. */
import { ConfigProblem } from '../config.ts';
import { DatabaseProblem } from '../db/problem.ts';
import { ServerProblem } from '../http/server-problem.ts';
import { RenderError } from '../render/render-error.ts';
import { WorkflowProblem } from '../workflow/workflow-problem.ts';
import { UsageProblem } from './usage-problem.ts';

/** Thrown when a command did its work and the answer is no; everything was said already. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly exitCode: 1 | 2;

  constructor(exitCode: 1 | 2) {
    super('refused');
    this.exitCode = exitCode;
  }
}

/** @param debug adds the technical cause, for the person who maintains the program */
export function explain(error: unknown, debug: boolean): string {
  const lines = sentencesOf(error);
  for (let cause = debug ? error : undefined; cause instanceof Error; cause = cause.cause) {
    lines.push(cause.stack ?? cause.message);
  }
  return lines.filter((line) => line !== '').join('\n');
}

export function exitCodeOf(error: unknown): number {
  return error instanceof Refusal || error instanceof UsageProblem ? error.exitCode : 1;
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof Refusal) return [];
  if (error instanceof WorkflowProblem) return [error.message, ...error.details.map((line) => `  ${line}`)];
  if (
    error instanceof UsageProblem ||
    error instanceof DatabaseProblem ||
    error instanceof RenderError ||
    error instanceof ConfigProblem ||
    error instanceof ServerProblem
  ) {
    return [error.message];
  }
  return [
    'Chương trình gặp lỗi không lường trước nên đã dừng; dữ liệu đã ghi trước đó vẫn nguyên vẹn. Đề nghị chạy lại với TONG_HOP_DEBUG=1 và gửi kết quả cho bộ phận kỹ thuật.',
  ];
}
