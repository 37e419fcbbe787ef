/** Where a body's form stands, who acts next, and what came back with which words. */
import { isOfBody, type Role } from '../account.ts';
import { isAfter } from '../completeness.ts';
import type { Calendar } from '../definition.ts';
import type { SubmissionState, Timeliness } from '../submission.ts';
import { workingDaysLeft } from './working-days-left.ts';

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
  /** When it is due, as of now. */
  readonly dueIn: 'past' | 'today' | 'later';
  /** Working days after today up to the due day: 0 on the day itself and where only days off are left, negative after it; null beyond the calendar. */
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

/** What is known of one revision besides its answers. */
export interface RevisionStanding {
  readonly number: number;
  /** When the department received it; of one that waits for the approver, when it was sent to them. */
  readonly receivedAt: string;
  /** awaiting: of the approver · kept: the approver gave it back · submitted: to the department. */
  readonly approval: 'awaiting' | 'kept' | 'submitted';
  /** The approver's comment, when it was given back. */
  readonly kept?: { readonly reason: string; readonly at: string; readonly by: string };
  readonly decision?: {
    readonly kind: 'accepted' | 'returned';
    readonly reason?: string;
    readonly at: string;
    readonly by: string;
  };
}

export interface StandingInput {
  /** Oldest first. */
  readonly revisions: readonly RevisionStanding[];
  /** True while the draft holds something that is not sent. */
  readonly unsent: boolean;
  /** Reason of the waiver, when there is one. */
  readonly waived?: string;
  readonly reopening?: Reopening;
}

/** Who looks: the body's clerks see what they type, its approver what was sent to them, the department what it was sent. */
export type Viewer = 'body' | 'approver' | 'department';

export function viewerFor(role: Role): Viewer {
  if (role === 'approver') return 'approver';
  return isOfBody(role) ? 'body' : 'department';
}

/**
 * Where a form stands in the eyes of a viewer. A waiver counts only where nothing was accepted. What waits for the approver
 * goes on waiting while its clerk types a newer one.
 */
export function stateOfForm({ revisions, unsent, waived }: StandingInput, viewer: Viewer): SubmissionState {
  const latest = revisions.at(-1);
  const received = revisions.findLast(({ approval }) => approval === 'submitted');
  if (waived !== undefined && received?.decision?.kind !== 'accepted') return 'waived';
  const begun = unsent || latest?.approval === 'kept' ? 'draft' : 'not-started';
  const inHouse = latest?.approval === 'awaiting' ? 'awaiting-approval' : begun;
  const withDepartment = received && (received.decision?.kind ?? 'submitted');
  if (viewer === 'department') {
    if (withDepartment === undefined) return inHouse;
    return withDepartment === 'returned' && inHouse === 'awaiting-approval' ? inHouse : withDepartment;
  }
  if (latest?.approval === 'kept') return 'returned';
  if (latest?.approval === 'awaiting') return unsent && viewer === 'body' ? 'draft' : inHouse;
  return withDepartment ?? begun;
}

/**
 * All that is said of where a form stands.
 * @param at the moment, with offset
 */
export function standingOf(
  input: StandingInput,
  { due, at, calendar }: { readonly due: string; readonly at: string; readonly calendar: Calendar },
  viewer: Viewer,
): FormStanding {
  const state = stateOfForm(input, viewer);
  const { revisions, waived, reopening } = input;
  const latest = viewer === 'department' ? lastReceived(revisions) : revisions.at(-1);
  const received = lastReceived(revisions);
  const returned = returnedBy(latest);
  const asked = reopening && (state === 'submitted' || state === 'accepted') ? reopening : undefined;
  return {
    state,
    timeliness: timelinessOf(state, received, due, at),
    due,
    dueIn: isAfter(at, due) ? 'past' : at.slice(0, 10) === due.slice(0, 10) ? 'today' : 'later',
    workingDaysLeft: workingDaysLeft(at.slice(0, 10), due.slice(0, 10), calendar),
    next: nextActor(state, asked),
    ...(latest ? { revision: latest.number } : {}),
    ...(received ? { receivedAt: received.receivedAt } : {}),
    ...(returned ? { returned } : {}),
    ...(asked ? { reopening: asked } : {}),
    ...(state === 'waived' && waived !== undefined ? { waived } : {}),
  };
}

function lastReceived(revisions: readonly RevisionStanding[]): RevisionStanding | undefined {
  return revisions.findLast(({ approval }) => approval === 'submitted');
}

function returnedBy(latest: RevisionStanding | undefined): ReturnedForm | undefined {
  if (!latest) return undefined;
  const { number: revision, kept, decision } = latest;
  if (kept) return { by: 'approver', reason: kept.reason, at: kept.at, actor: kept.by, revision };
  if (decision?.kind !== 'returned') return undefined;
  return {
    by: 'compiler',
    reason: decision.reason ?? '',
    at: decision.at,
    actor: decision.by,
    revision,
  };
}

function timelinessOf(
  state: SubmissionState,
  received: RevisionStanding | undefined,
  due: string,
  at: string,
): Timeliness {
  if (state === 'waived') return 'not-due';
  if (received) return isAfter(received.receivedAt, due) ? 'late' : 'on-time';
  return isAfter(at, due) ? 'overdue' : 'not-due';
}

function nextActor(state: SubmissionState, reopening: Reopening | undefined): NextActor {
  switch (state) {
    case 'not-started':
    case 'draft':
    case 'returned':
      return 'clerk';
    case 'awaiting-approval':
      return 'approver';
    case 'submitted':
      return 'compiler';
    case 'accepted':
      return reopening && !reopening.refused ? 'compiler' : null;
    case 'waived':
      return null;
  }
}
