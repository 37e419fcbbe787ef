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
  | 'reason-missing'
  | 'finding-unknown'
  | 'nothing-to-do'
  | 'output';

export class WorkflowProblem extends Error {
  override readonly name = 'WorkflowProblem';
  readonly fault: WorkflowFault;
  /** Lines that belong to the message, such as one a row of a file. */
  readonly details: readonly string[];

  constructor(fault: WorkflowFault, message: string, details: readonly string[] = []) {
    super(message);
    this.fault = fault;
    this.details = details;
  }
}
