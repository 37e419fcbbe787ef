/** Who may do what with a form, by where it stands: the one table that pages show and acts obey. */
import type { Role } from '../account.ts';
import type { SubmissionState } from '../submission.ts';
import type { FormStanding } from './form-standing.ts';

/**
 * edit: fill in, also rows, letter and attachments · send: to the approver, or to the department where there is none ·
 * approve, return-to-clerk: the approver's answer · ask-reopening: of what the department already has ·
 * accept, return, waive, answer-reopening: the compiling department's.
 */
export type FormAct =
  | 'edit'
  | 'send'
  | 'approve'
  | 'return-to-clerk'
  | 'ask-reopening'
  | 'accept'
  | 'return'
  | 'waive'
  | 'answer-reopening';

type ActsByState = Readonly<Record<SubmissionState, readonly FormAct[]>>;

const NONE: ActsByState = {
  'not-started': [],
  draft: [],
  'awaiting-approval': [],
  submitted: [],
  returned: [],
  accepted: [],
  waived: [],
};

const ACTS: Readonly<Record<Role, ActsByState>> = {
  clerk: {
    'not-started': ['edit', 'send'],
    draft: ['edit', 'send'],
    'awaiting-approval': ['edit', 'send'],
    submitted: ['ask-reopening'],
    returned: ['edit', 'send'],
    accepted: ['ask-reopening'],
    waived: [],
  },
  approver: {
    ...NONE,
    'awaiting-approval': ['approve', 'return-to-clerk'],
    submitted: ['ask-reopening'],
    accepted: ['ask-reopening'],
  },
  admin: NONE,
  compiler: {
    'not-started': ['waive'],
    draft: ['waive'],
    'awaiting-approval': ['waive'],
    submitted: ['accept', 'return', 'answer-reopening'],
    returned: ['waive'],
    accepted: ['return', 'answer-reopening'],
    waived: [],
  },
  reviewer: NONE,
};

/** What is left when the period is closed: nothing comes in any more, what is there can still be decided. */
const AFTER_CLOSE: readonly FormAct[] = ['accept', 'waive'];

/**
 * The acts that a role has with a form where it stands; those about a re-opening need one that waits, or none that does.
 * @param approvalRequired of the body now: where it is not, what waits for an approver can be submitted without one
 */
export function actsOf(
  role: Role,
  { state, reopening }: Pick<FormStanding, 'state' | 'reopening'>,
  period: 'open' | 'closed',
  approvalRequired: boolean,
): readonly FormAct[] {
  const waits = reopening !== undefined && reopening.refused === undefined;
  return ACTS[role][state].filter(
    (act) =>
      (period === 'open' || AFTER_CLOSE.includes(act)) &&
      (act !== 'send' || state !== 'awaiting-approval' || !approvalRequired) &&
      (act !== 'answer-reopening' || waits) &&
      (act !== 'ask-reopening' || !waits),
  );
}
