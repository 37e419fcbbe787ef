/** Tình hình nộp: for each form that each body owes, where it stands and whether it came in time. */
import type { Form } from './definition.ts';
import type { Facts } from './facts.ts';
import { askedFields, owedForms } from './owed.ts';
import type { Revision, SubmissionState, Timeliness } from './submission.ts';

export interface OwedForm {
  readonly entity: string;
  readonly form: string;
  readonly state: SubmissionState;
  readonly timeliness: Timeliness;
  readonly receivedAt?: string;
  /** Revision number that stands. */
  readonly revision?: number;
  /** A form was sent, but nothing is filled in: it counts as missing. */
  readonly empty: boolean;
  /** Required fields without an answer, and fields answered "chưa có số liệu". */
  readonly blank: readonly string[];
  readonly pending: readonly string[];
  readonly reason?: string;
}

export interface Completeness {
  readonly forms: readonly OwedForm[];
  /** True when every owed form is accepted or waived. */
  readonly complete: boolean;
}

/**
 * Completeness at a moment. A waiver counts only where nothing was accepted; late is later than the due time, overdue
 * is not there although the due time has passed.
 * @param at time with offset, e.g. "2024-10-31T17:00:00+07:00"
 */
export function completeness(facts: Facts, at: string): Completeness {
  const forms = owedForms(facts).flatMap(({ form, bodies }) =>
    bodies.map((entity) => standing(facts, form, entity, at)),
  );
  return {
    forms,
    complete: forms.every(({ state, empty }) => (state === 'accepted' && !empty) || state === 'waived'),
  };
}

function standing(facts: Facts, form: Form, entity: string, at: string): OwedForm {
  const submission = facts.submissions.find(
    ({ revision }) => revision.form === form.id && revision.entity === entity,
  );
  const waiver = facts.waivers.find(
    (given) => given.entity === entity && (given.form ?? form.id) === form.id,
  );
  const base = { entity, form: form.id };
  if (waiver && submission?.state !== 'accepted') {
    return {
      ...base,
      state: 'waived',
      timeliness: 'not-due',
      empty: false,
      blank: [],
      pending: [],
      reason: waiver.reason,
    };
  }
  if (!submission) {
    const timeliness = isAfter(at, facts.period.due) ? 'overdue' : 'not-due';
    return { ...base, state: 'not-started', timeliness, empty: false, blank: [], pending: [] };
  }
  const { revision, state } = submission;
  const fields = askedFields(form, facts.definition, facts.period.id);
  return {
    ...base,
    state,
    timeliness: isAfter(revision.receivedAt, facts.period.due) ? 'late' : 'on-time',
    receivedAt: revision.receivedAt,
    revision: revision.number,
    empty: isEmpty(revision),
    blank: fields.filter((field) => !field.optional && !revision.cells[field.id]).map(({ id }) => id),
    pending: fields.filter(({ id }) => revision.cells[id]?.state === 'pending').map(({ id }) => id),
  };
}

/** True when a revision answers nothing at all. */
export function isEmpty({ cells, tables }: Pick<Revision, 'cells' | 'tables'>): boolean {
  return Object.keys(cells).length === 0 && Object.values(tables).every((rows) => rows.length === 0);
}

/** Order of two times with offsets. */
export function isAfter(time: string, limit: string): boolean {
  return Date.parse(time) > Date.parse(limit);
}
