/** Why an act was refused, in one or two Vietnamese sentences for the person who asked: what happened, where, what to do. */

export type WorkflowFault =
  | 'definition'
  | 'period-unknown'
  | 'period-open'
  | 'period-closed'
  | 'period-id'
  | 'input'
  | 'submission-unknown'
  | 'body-unknown'
  | 'field-unknown'
  | 'reason-missing'
  | 'finding-unknown'
  | 'edition-unknown'
  | 'form-unknown'
  | 'row-unknown'
  | 'not-allowed'
  | 'conflict'
  | 'attachment'
  | 'attachment-unknown'
  | 'forbidden'
  | 'account'
  | 'busy'
  | 'nothing-to-do'
  | 'output';

export class WorkflowProblem extends Error {
  override readonly name = 'WorkflowProblem';
  readonly fault: WorkflowFault;
  /** Lines that belong to the message, such as one a row of a file. */
  readonly details: readonly string[];

  /** @param options a `cause` for the log */
  constructor(
    fault: WorkflowFault,
    message: string,
    details: readonly string[] = [],
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.fault = fault;
    this.details = details;
  }
}

/** Files that cannot be taken in, a line for each fault. */
export function inputRefused(faults: readonly string[]): WorkflowProblem {
  return new WorkflowProblem(
    'input',
    'Dữ liệu chưa được nhận: không tệp nào được ghi. Đề nghị sửa các lỗi sau rồi gửi lại toàn bộ:',
    faults,
  );
}
