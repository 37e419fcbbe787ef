/** Where a body's form stands, who acts next, and what came back with which words. */
import type { SubmissionState, Timeliness } from '../submission.ts';

/** Who has to act next; null when nobody has. */
export type NextActor = 'clerk' | 'approver' | 'compiler' | null;

export interface ReturnedForm {
  readonly by: 'approver' | 'compiler';
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
  /** Number of the revision that was returned. */
  readonly revision: number;
}

/** The body asks to have back what the department already has. */
export interface Reopening {
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
  readonly refused?: { readonly reason: string; readonly at: string; readonly actor: string };
}

export interface FormStanding {
  readonly state: SubmissionState;
  readonly timeliness: Timeliness;
  /** Time with offset. */
  readonly due: string;
  /** Working days after today up to the due day: 0 on the day itself, negative after it; null beyond the calendar. */
  readonly workingDaysLeft: number | null;
  readonly next: NextActor;
  /** Number of the latest revision, and when the department received it. */
  readonly revision?: number;
  readonly receivedAt?: string;
  readonly returned?: ReturnedForm;
  readonly reopening?: Reopening;
  /** Of a waived form. */
  readonly waived?: string;
}
