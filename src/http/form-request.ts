/** What requests about one form have in common: which form, which version was seen, and refusals to be shown in place. */
import type { FormKey } from '../workflow/collecting/form-desk.ts';
import { WorkflowProblem, type WorkflowFault } from '../workflow/workflow-problem.ts';
import type { Fields } from './fields.ts';
import { badRequest, notFound } from './problem.ts';
import type { PersonVisit, Visit } from './route.ts';

/** The path of all pages about one form of the person's own body. */
export const FORM_PATH = '/bieu/:report/:period/:form';

/** The form that the path names; its body is the person's own. */
export function keyOf({ params }: Pick<Visit, 'params'>): FormKey {
  const { report = '', period = '', form = '' } = params;
  return { report, period, form };
}

/** Of the two who have pages of their body's forms, which one looks. */
export function viewerOf({ person }: Pick<PersonVisit, 'person'>): 'clerk' | 'approver' {
  return person.role === 'approver' ? 'approver' : 'clerk';
}

/** A version or a revision's number that a page sends back. @throws HttpProblem 400 */
export function numberIn(form: Fields, name: string): number {
  const text = form.get(name);
  if (!/^-?\d{1,9}$/.test(text)) throw badRequest();
  return Number(text);
}

/** An id that the path names. @throws HttpProblem 404. PostgreSQL's ids end at 2³¹ − 1. */
export function idIn({ params }: Pick<Visit, 'params'>, name: string): number {
  const text = params[name] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}

/** Why an act was refused, to be shown on the page where it was asked. */
export interface ShownProblem {
  readonly message: string;
  readonly details: readonly string[];
}

/** The refusal, when it is one of those that the page shows itself; anything else is thrown on. */
export function shownProblem(error: unknown, faults: readonly WorkflowFault[]): ShownProblem {
  if (!(error instanceof WorkflowProblem) || !faults.includes(error.fault)) throw error;
  return { message: error.message, details: error.details };
}
