/** What a failed act means to the person who asked, whatever layer it failed in. */
import { DatabaseProblem, type DatabaseFault } from '../db/problem.ts';
import { RenderError } from '../render/render-error.ts';
import { WorkflowProblem, type WorkflowFault } from './workflow-problem.ts';

/**
 * forbidden: not for this person · unknown: there is no such thing · conflict: not as things stand now · refused: what was
 * sent is wrong · unavailable: may work in a while · broken: a fault of ours.
 */
export type FailureKind = 'forbidden' | 'unknown' | 'conflict' | 'refused' | 'unavailable' | 'broken';

export interface Failure {
  readonly kind: FailureKind;
  /** Fit to be shown; "" when broken. */
  readonly message: string;
  readonly details: readonly string[];
}

export function failureOf(error: unknown): Failure {
  if (error instanceof WorkflowProblem)
    return { kind: kindOf(error.fault), message: error.message, details: error.details };
  if (error instanceof DatabaseProblem)
    return { kind: databaseKind(error.fault), message: error.message, details: [] };
  if (error instanceof RenderError) return { kind: 'unavailable', message: error.message, details: [] };
  return { kind: 'broken', message: '', details: [] };
}

const KINDS: Readonly<Partial<Record<WorkflowFault, FailureKind>>> = {
  forbidden: 'forbidden',
  account: 'unknown',
  busy: 'unavailable',
  'period-unknown': 'unknown',
  'submission-unknown': 'unknown',
  'body-unknown': 'unknown',
  'field-unknown': 'unknown',
  'finding-unknown': 'unknown',
  'form-unknown': 'unknown',
  'row-unknown': 'unknown',
  'attachment-unknown': 'unknown',
  'not-allowed': 'conflict',
  conflict: 'conflict',
  'edition-unknown': 'unknown',
  'period-open': 'conflict',
  'period-closed': 'conflict',
  'nothing-to-do': 'conflict',
};

function kindOf(fault: WorkflowFault): FailureKind {
  return KINDS[fault] ?? 'refused';
}

function databaseKind(fault: DatabaseFault): FailureKind {
  if (fault === 'busy' || fault === 'lost') return 'unavailable';
  return fault === 'conflict' ? 'conflict' : 'broken';
}
