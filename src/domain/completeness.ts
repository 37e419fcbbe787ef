/** Tình hình nộp: for each form that each body owes, where it stands and whether it came in time. */
import type { Field, Form } from './definition.ts';
import type { CurrentSubmission, Facts } from './facts.ts';
import { nestedForms, partsOf } from './nesting.ts';
import { askedFields, owedForms } from './owed.ts';
import type { PeriodId } from './period.ts';
import { isStaleCell, isTableBlank } from './standing/age.ts';
import type { Answers, Cell, SubmissionState, Timeliness, Waiver } from './submission.ts';

export interface OwedForm {
  /** The shorter period in which it was owed, where the report is compiled from that. */
  readonly period?: PeriodId;
  readonly entity: string;
  readonly form: string;
  readonly state: SubmissionState;
  readonly timeliness: Timeliness;
  readonly receivedAt?: string;
  /** Revision number that stands. */
  readonly revision?: number;
  /** A form was sent, but nothing is filled in: it counts as missing. */
  readonly empty: boolean;
  /** Required fields and standing tables without an answer, or with one that is too old; fields answered "chưa có số liệu". */
  readonly blank: readonly string[];
  readonly pending: readonly string[];
  readonly reason?: string;
}

export interface Completeness {
  readonly forms: readonly OwedForm[];
  /** Of a period that is compiled from shorter ones: the same of the forms that these asked in its place. */
  readonly parts?: readonly OwedForm[];
  /** Shorter periods that were never opened. */
  readonly unopened?: readonly PeriodId[];
  /** True when every owed form is accepted or waived. */
  readonly complete: boolean;
}

/** What completeness depends on, of a period or of one that another is compiled from. */
export type StandingFacts = Pick<
  Facts,
  'definition' | 'period' | 'members' | 'submissions' | 'waivers' | 'drafts'
>;

/**
 * Completeness at a moment. A waiver counts only where nothing was accepted; late is later than the due time, overdue
 * is not there although the due time has passed.
 * @param at time with offset, e.g. "2024-10-31T17:00:00+07:00"
 */
export function completeness(facts: StandingFacts & Pick<Facts, 'parts'>, at: string): Completeness {
  const forms = standingOf(facts, at);
  const { parts, unopened } = standingOfParts(facts, at);
  return {
    forms,
    ...(parts.length > 0 ? { parts } : {}),
    ...(unopened.length > 0 ? { unopened } : {}),
    complete: [...forms, ...parts].every(
      ({ state, empty }) => (state === 'accepted' && !empty) || state === 'waived',
    ),
  };
}

/** Month by month, each by the definition, the rosters and the due time that it is pinned to. */
function standingOfParts(
  { definition, period, parts = [] }: StandingFacts & Pick<Facts, 'parts'>,
  at: string,
): { readonly parts: readonly OwedForm[]; readonly unopened: readonly PeriodId[] } {
  const nested = nestedForms(definition, period.id);
  const opened = parts.flatMap((part) => {
    const forms = new Set(
      nested.filter(({ periods }) => periods.includes(part.period.id)).map(({ form }) => form.id),
    );
    return standingOf(part, at, ({ id }) => forms.has(id)).map((owed) => ({
      ...owed,
      period: part.period.id,
    }));
  });
  const known = new Set(parts.map((part) => part.period.id));
  return { parts: opened, unopened: partsOf(definition, period.id).filter((id) => !known.has(id)) };
}

/** What was carried forward for longer than it may stand is as blank as what was never answered. */
function isBlank({ definition, period }: StandingFacts, field: Field, cell: Cell | undefined): boolean {
  return cell === undefined || isStaleCell(cell, definition.indicators[field.indicator ?? ''], period.id);
}

/** Where each body stands with each form that it owes; submissions and waivers are found by body, of whom there are thousands. */
function standingOf(
  facts: StandingFacts,
  at: string,
  counts: (form: Form) => boolean = () => true,
): readonly OwedForm[] {
  const submissions = new Map(
    facts.submissions.map((submission) => [
      keyOf(submission.revision.form, submission.revision.entity),
      submission,
    ]),
  );
  const waivers = new Map<string, Waiver[]>();
  for (const waiver of facts.waivers)
    waivers.set(waiver.entity, [...(waivers.get(waiver.entity) ?? []), waiver]);
  const drafts = new Set(facts.drafts?.map(({ form, entity }) => keyOf(form, entity)));
  return owedForms(facts)
    .filter(({ form }) => counts(form))
    .flatMap(({ form, bodies }) => {
      const asked = askedFields(form, facts.definition, facts.period.id);
      return bodies.map((entity) => {
        const waiver = waivers.get(entity)?.find((given) => (given.form ?? form.id) === form.id);
        const submission = submissions.get(keyOf(form.id, entity));
        if (waiver && submission?.state !== 'accepted') return waived(form, entity, waiver);
        const isOverdue = isAfter(at, facts.period.due);
        return submission
          ? answered(facts, form, asked, submission, isOverdue)
          : notReceived(
              form,
              entity,
              drafts.has(keyOf(form.id, entity)) ? 'draft' : 'not-started',
              isOverdue,
            );
      });
    });
}

function waived(form: Form, entity: string, { reason }: Waiver): OwedForm {
  const nothing = { timeliness: 'not-due', empty: false, blank: [], pending: [] } as const;
  return { entity, form: form.id, state: 'waived', ...nothing, reason };
}

function notReceived(
  form: Form,
  entity: string,
  state: 'not-started' | 'draft',
  isOverdue: boolean,
): OwedForm {
  const timeliness = isOverdue ? 'overdue' : 'not-due';
  return { entity, form: form.id, state, timeliness, empty: false, blank: [], pending: [] };
}

function answered(
  facts: StandingFacts,
  form: Form,
  asked: readonly Field[],
  { revision, state }: CurrentSubmission,
  isOverdue: boolean,
): OwedForm {
  // What waits for the body's own approver was not received by the department.
  const waits = state === 'awaiting-approval';
  const received = isAfter(revision.receivedAt, facts.period.due) ? 'late' : 'on-time';
  return {
    entity: revision.entity,
    form: form.id,
    state,
    timeliness: waits ? (isOverdue ? 'overdue' : 'not-due') : received,
    ...(waits ? {} : { receivedAt: revision.receivedAt }),
    revision: revision.number,
    empty: isEmpty(revision),
    blank: [
      ...asked
        .filter((field) => !field.optional && isBlank(facts, field, revision.cells[field.id]))
        .map(({ id }) => id),
      ...form.tables.filter((table) => isTableBlank(table, revision, facts.period.id)).map(({ id }) => id),
    ],
    pending: asked.filter(({ id }) => revision.cells[id]?.state === 'pending').map(({ id }) => id),
  };
}

function keyOf(form: string, entity: string): string {
  return `${form}/${entity}`;
}

/** True when a revision answers nothing at all. */
export function isEmpty({ cells, tables, standingTables = {} }: Answers): boolean {
  return (
    Object.keys(cells).length === 0 &&
    Object.keys(standingTables).length === 0 &&
    Object.values(tables).every((rows) => rows.length === 0)
  );
}

/** Order of two times with offsets. */
export function isAfter(time: string, limit: string): boolean {
  return Date.parse(time) > Date.parse(limit);
}
