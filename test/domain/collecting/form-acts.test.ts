/** Who may do what, in every state, and where a form stands after every course of things. */
import { expect } from 'chai';
import { ROLES } from '../../../src/domain/account.ts';
import { actsOf } from '../../../src/domain/collecting/form-acts.ts';
import {
  standingOf,
  stateOfForm,
  type RevisionStanding,
  type StandingInput,
} from '../../../src/domain/collecting/form-standing.ts';
import { workingDaysLeft } from '../../../src/domain/collecting/working-days-left.ts';
import type { SubmissionState } from '../../../src/domain/submission.ts';

const AT = '2024-10-22T09:00:00+07:00';
const DUE = '2024-10-25T17:00:00+07:00';
const CALENDAR = { years: ['2024'], holidays: ['2024-09-02', '2024-09-03'], swappedWorkdays: ['2024-10-26'] };

const ACTS: Readonly<Record<SubmissionState, string>> = {
  'not-started': 'clerk: edit send · compiler: waive',
  draft: 'clerk: edit send · compiler: waive',
  'awaiting-approval': 'clerk: edit · approver: approve return-to-clerk · compiler: waive',
  submitted: 'clerk: ask-reopening · approver: ask-reopening · compiler: accept return',
  returned: 'clerk: edit send · compiler: waive',
  accepted: 'clerk: ask-reopening · approver: ask-reopening · compiler: return',
  waived: '',
};

function inWords(
  standing: Parameters<typeof actsOf>[1],
  period: 'open' | 'closed',
  approvalRequired = true,
): string {
  return ROLES.flatMap((role) => {
    const acts = actsOf(role, standing, period, approvalRequired);
    return acts.length > 0 ? [`${role}: ${acts.join(' ')}`] : [];
  }).join(' · ');
}

describe('the acts of a form', () => {
  for (const [state, acts] of Object.entries(ACTS) as readonly [SubmissionState, string][])
    it(`are, when it is ${state}, «${acts}»`, () => {
      expect(inWords({ state }, 'open')).to.equal(acts);
    });

  it('are, when a re-opening is asked for, its answer, and asking again is not', () => {
    const reopening = { reason: 'x', at: AT, actor: 'a' };
    expect(inWords({ state: 'accepted', reopening }, 'open')).to.equal('compiler: return answer-reopening');
    const refused = { ...reopening, refused: reopening };
    expect(inWords({ state: 'accepted', reopening: refused }, 'open')).to.equal(ACTS.accepted);
  });

  it('are, when it waits for an approver whom the body needs no more, also to submit it', () => {
    expect(inWords({ state: 'awaiting-approval' }, 'open', false)).to.equal(
      'clerk: edit send · approver: approve return-to-clerk · compiler: waive',
    );
    expect(inWords({ state: 'awaiting-approval' }, 'closed', false)).to.equal('compiler: waive');
    expect(inWords({ state: 'submitted' }, 'open', false)).to.equal(ACTS.submitted);
  });

  it('are only the decisions of the department when the period is closed', () => {
    expect(inWords({ state: 'draft' }, 'closed')).to.equal('compiler: waive');
    expect(inWords({ state: 'awaiting-approval' }, 'closed')).to.equal('compiler: waive');
    expect(inWords({ state: 'submitted' }, 'closed')).to.equal('compiler: accept');
    expect(inWords({ state: 'accepted' }, 'closed')).to.equal('');
  });
});

const sent = (approval: RevisionStanding['approval'], kind?: 'accepted' | 'returned'): RevisionStanding => ({
  number: 1,
  receivedAt: AT,
  approval,
  ...(approval === 'kept' ? { kept: { reason: 'Sửa lại.', at: AT, by: 'lanh-dao' } } : {}),
  ...(kind ? { decision: { kind, at: AT, by: 'tong-hop', reason: 'Đối chiếu.' } } : {}),
});
const ACCEPTED = sent('submitted', 'accepted');
const RETURNED = sent('submitted', 'returned');

/** Revisions, unsent changes, waiver: the state to the body and to the department. */
const STATES: readonly (readonly [string, Partial<StandingInput>, SubmissionState, SubmissionState])[] = [
  ['nothing', {}, 'not-started', 'not-started'],
  ['something typed', { unsent: true }, 'draft', 'draft'],
  ['sent to the approver', { revisions: [sent('awaiting')] }, 'awaiting-approval', 'awaiting-approval'],
  ['edited while it waits', { revisions: [sent('awaiting')], unsent: true }, 'draft', 'awaiting-approval'],
  [
    'corrected, edited while it waits',
    { revisions: [RETURNED, sent('awaiting')], unsent: true },
    'draft',
    'awaiting-approval',
  ],
  [
    'submitted, something typed beside it',
    { revisions: [sent('submitted')], unsent: true },
    'submitted',
    'submitted',
  ],
  ['given back by the approver', { revisions: [sent('kept')] }, 'returned', 'draft'],
  ['submitted', { revisions: [sent('submitted')] }, 'submitted', 'submitted'],
  ['accepted', { revisions: [ACCEPTED] }, 'accepted', 'accepted'],
  ['returned', { revisions: [RETURNED] }, 'returned', 'returned'],
  ['being corrected', { revisions: [RETURNED], unsent: true }, 'returned', 'returned'],
  [
    'corrected, waiting',
    { revisions: [RETURNED, sent('awaiting')] },
    'awaiting-approval',
    'awaiting-approval',
  ],
  ['corrected, given back', { revisions: [RETURNED, sent('kept')] }, 'returned', 'returned'],
  ['corrected, submitted', { revisions: [RETURNED, sent('submitted')] }, 'submitted', 'submitted'],
  ['overtaken by a file', { revisions: [sent('awaiting'), ACCEPTED], unsent: true }, 'accepted', 'accepted'],
  ['waived', { waived: 'Thiên tai.' }, 'waived', 'waived'],
  ['waived while returned', { waived: 'x', revisions: [RETURNED] }, 'waived', 'waived'],
  ['waived after it was accepted', { waived: 'x', revisions: [ACCEPTED] }, 'accepted', 'accepted'],
];

describe('where a form stands', () => {
  for (const [what, input, body, department] of STATES)
    it(`${what}: ${body} to the body, ${department} to the department`, () => {
      const all = { revisions: [], unsent: false, ...input };
      expect([stateOfForm(all, 'body'), stateOfForm(all, 'department')]).to.deep.equal([body, department]);
      // The approver is asked about what was sent, whatever is typed meanwhile.
      const isAsked = all.revisions.at(-1)?.approval === 'awaiting';
      expect(stateOfForm(all, 'approver')).to.equal(isAsked ? 'awaiting-approval' : body);
    });

  it('says who gave it back, why, and who is next', () => {
    const standing = standingOf(
      { revisions: [sent('kept')], unsent: false },
      { due: DUE, at: AT, calendar: CALENDAR },
      'body',
    );
    expect(standing).to.deep.equal({
      state: 'returned',
      timeliness: 'not-due',
      due: DUE,
      dueIn: 'later',
      workingDaysLeft: 3,
      next: 'clerk',
      revision: 1,
      returned: { by: 'approver', reason: 'Sửa lại.', at: AT, actor: 'lanh-dao', revision: 1 },
    });
  });

  for (const [state, at, timeliness] of [
    [{}, '2024-10-25T17:00:00+07:00', 'not-due'],
    [{}, '2024-10-25T17:00:01+07:00', 'overdue'],
    [{ revisions: [sent('awaiting')] }, '2024-10-26T08:00:00+07:00', 'overdue'],
    [{ revisions: [ACCEPTED] }, '2024-11-26T08:00:00+07:00', 'on-time'],
    [{ revisions: [{ ...ACCEPTED, receivedAt: '2024-10-25T18:00:00+07:00' }] }, AT, 'late'],
    [{ waived: 'x' }, '2024-11-26T08:00:00+07:00', 'not-due'],
  ] as const)
    it(`is ${timeliness} at ${at}: ${JSON.stringify(state).slice(0, 40)}`, () => {
      const input = { revisions: [], unsent: false, ...state };
      expect(standingOf(input, { due: DUE, at, calendar: CALENDAR }, 'body').timeliness).to.equal(timeliness);
    });
});

describe('working days left', () => {
  for (const [today, due, days] of [
    ['2024-10-25', '2024-10-25', 0],
    ['2024-10-24', '2024-10-25', 1],
    ['2024-10-18', '2024-10-25', 5],
    ['2024-10-25', '2024-10-28', 2],
    ['2024-08-30', '2024-09-04', 1],
    ['2024-10-28', '2024-10-25', -2],
    ['2024-10-27', '2024-10-26', 0],
    ['2024-12-30', '2025-01-03', null],
  ] as const)
    it(`from ${today} to ${due}: ${days}`, () => {
      expect(workingDaysLeft(today, due, CALENDAR)).to.equal(days);
    });
});
