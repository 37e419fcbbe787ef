/** Who may do what with a form, by where it stands: the one table that pages show and acts obey. */
import type { Role } from '../account.ts';
import type { SubmissionState } from '../submission.ts';

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
    'awaiting-approval': ['edit'],
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

/** The acts that a role has where a form stands in a state. Those about a re-opening need one that was asked for. */
export function actsOf(role: Role, state: SubmissionState): readonly FormAct[] {
  return ACTS[role][state];
}
