/** Who was asked what in a period, and what each body answered: the index that aggregation reads. */
import { isEmpty } from '../completeness.ts';
import type { Definition, Field, Form } from '../definition.ts';
import type { CurrentSubmission, Facts } from '../facts.ts';
import { madeOnce, nested } from '../made-once.ts';
import type { Cell, Revision, Row } from '../submission.ts';
import { askedFields, owedForms } from '../owed.ts';
import { isStaleCell, isTableBlank } from '../standing/age.ts';
import type { LackReason } from './measure.ts';

/** One body's answer to one indicator, or why there is none. */
export type Answer =
  | { readonly cell: Cell; readonly field: Field; readonly form: string; readonly revision: Revision }
  | { readonly lack: LackReason; readonly form: string; readonly field?: Field };

export interface AnsweredRow {
  readonly row: Row;
  /** Place in the body's table, from 1. */
  readonly number: number;
  readonly entity: string;
  readonly form: string;
  readonly revision: Revision;
}

export interface AnswerIndex {
  /** Bodies asked for an indicator in this period, in roster order; those of its primary form when it has one. */
  asked(indicator: string): ReadonlySet<string>;
  answer(indicator: string, entity: string): Answer;
  /** Every form's answer, where several ask the same body for one indicator. */
  answers(indicator: string, entity: string): readonly Answer[];
  /** Every form that asks for an indicator in this period, the primary one first, with the bodies that owe it. */
  askedBy(indicator: string): readonly { readonly form: Form; readonly bodies: readonly string[] }[];
  /** What a body has sent last, accepted or not. */
  submission(form: string, entity: string): CurrentSubmission | undefined;
  rows(table: string): readonly AnsweredRow[];
  /** Bodies that owe a table and have not sent their form, or an empty one. */
  lackingRows(table: string): readonly { readonly entity: string; readonly why: LackReason }[];
}

/** Answers and rows of a period's own papers, found by indicator, body and table. */
export function indexAnswers(facts: Facts): AnswerIndex {
  // By form and then by body: a key made of both would be put together for every answer.
  const submissions = new Map<string, Map<string, CurrentSubmission>>();
  for (const submission of facts.submissions) {
    const { form, entity } = submission.revision;
    const ofForm = submissions.get(form);
    if (ofForm) ofForm.set(entity, submission);
    else submissions.set(form, new Map([[entity, submission]]));
  }
  const justified = new Set(facts.justifications.map(({ finding }) => finding));
  const owed = owedForms(facts);
  const asking = fieldsByIndicator(facts.definition, owed, facts.period.id);
  const members = new Map(owed.map(({ bodies }) => [bodies, new Set(bodies)]));
  const membersOf = (bodies: readonly string[]): ReadonlySet<string> => members.get(bodies) ?? NOBODY;

  const askedOf = new Map(
    [...asking].map(([indicator, fields]) => [
      indicator,
      new Set(primaryOf(facts.definition, indicator, fields).flatMap(({ bodies }) => bodies)),
    ]),
  );
  const lackOf = (form: string, entity: string): LackReason => {
    if (facts.waivers.some((waiver) => waiver.entity === entity && (waiver.form ?? form) === form))
      return 'waived';
    return submissions.get(form)?.has(entity) === true ? 'not-accepted' : 'not-submitted';
  };
  const accepted = (form: string, entity: string): Revision | undefined => {
    const submission = submissions.get(form)?.get(entity);
    return submission?.state === 'accepted' ? submission.revision : undefined;
  };
  const answerOn = (form: Form, field: Field, entity: string): Answer => {
    const revision = accepted(form.id, entity);
    if (!revision) return { lack: lackOf(form.id, entity), form: form.id, field };
    const cell = revision.cells[field.id];
    if (!cell || isStaleCell(cell, facts.definition.indicators[field.indicator ?? ''], facts.period.id))
      return { lack: field.optional ? 'optional' : 'blank', form: form.id, field };
    if (cell.state !== 'pending') return { cell, field, form: form.id, revision };
    return {
      lack: justified.has(pendingFindingId(form.id, entity, field.id)) ? 'justified' : 'pending',
      form: form.id,
      field,
    };
  };
  const answersOf = new Map<string, Map<string, readonly Answer[]>>();
  const answers = (indicator: string, entity: string): readonly Answer[] =>
    madeOnce(nested(answersOf, indicator), entity, () =>
      (asking.get(indicator) ?? [])
        .filter(({ bodies }) => membersOf(bodies).has(entity))
        .map(({ form, field }) => answerOn(form, field, entity)),
    );

  return {
    asked: (indicator) => askedOf.get(indicator) ?? NOBODY,
    answers,
    askedBy: (indicator) => asking.get(indicator) ?? [],
    answer: (indicator, entity) => answers(indicator, entity)[0] ?? { lack: 'not-asked', form: '' },
    submission: (form, entity) => submissions.get(form)?.get(entity),
    rows: (table) =>
      owed
        .filter(({ form }) => form.tables.some(({ id }) => id === table))
        .flatMap(({ form, bodies }) =>
          bodies.flatMap((entity) => {
            const revision = accepted(form.id, entity);
            if (!revision) return [];
            const rows = revision.tables[table] ?? [];
            return rows.map((row, index) => ({ row, number: index + 1, entity, form: form.id, revision }));
          }),
        ),
    lackingRows: (table) =>
      owed
        .filter(({ form }) => form.tables.some(({ id }) => id === table))
        .flatMap(({ form, bodies }) => {
          const tables = form.tables.filter(({ id }) => id === table);
          return bodies.flatMap((entity) => {
            const revision = accepted(form.id, entity);
            if (!revision) return [{ entity, why: lackOf(form.id, entity) }];
            const blank =
              isEmpty(revision) || tables.some((one) => isTableBlank(one, revision, facts.period.id));
            return blank ? [{ entity, why: 'blank' as const }] : [];
          });
        }),
  };
}

/** The id of the finding that a pending cell raises; a reason given to it lets a final leave the body out. */
export function pendingFindingId(form: string, entity: string, field: string): string {
  return `pending:${form}/${entity}/${field}`;
}

const NOBODY: ReadonlySet<string> = new Set();

type Asking = { readonly form: Form; readonly field: Field; readonly bodies: readonly string[] };

/** Where several forms ask for one indicator, only its primary form counts; the others are compared with it. */
function primaryOf(definition: Definition, indicator: string, fields: readonly Asking[]): readonly Asking[] {
  const primary = definition.indicators[indicator]?.primary;
  const own = fields.filter(({ form }) => form.id === primary);
  // In a period that does not ask the primary form, there is nothing beside the others.
  return own.length > 0 ? own : fields;
}

/** The primary form of an indicator stands first. */
function fieldsByIndicator(
  definition: Definition,
  owed: readonly { readonly form: Form; readonly bodies: readonly string[] }[],
  period: string,
): ReadonlyMap<string, readonly Asking[]> {
  const asking = new Map<string, Asking[]>();
  for (const { form, bodies } of owed) {
    for (const field of askedFields(form, definition, period)) {
      const indicator = field.indicator === undefined ? undefined : definition.indicators[field.indicator];
      if (!indicator) continue;
      const list = asking.get(indicator.code) ?? [];
      if (indicator.primary === form.id) list.unshift({ form, field, bodies });
      else list.push({ form, field, bodies });
      asking.set(indicator.code, list);
    }
  }
  return asking;
}
