/** Control values: what a body states of a total, rate or count, beside what the system computes from the same data. */
import type { Answer } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import { usable, type KnownAggregate } from '../aggregation/measure.ts';
import type { Control, Field, Form } from '../definition.ts';
import { canonical, exact, round, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { measureChange } from '../narration/helpers/changes.ts';
import { measureThen } from '../narration/measures.ts';
import { askedFields, owedForms } from '../owed.ts';
import { amount, cellPlace, describeCell, sourcesOf } from './describe.ts';

type Answered = Extract<Answer, { cell: unknown }>;

export interface StatedControl {
  readonly control: Control;
  readonly answer: Answered;
  readonly value: Exact;
  /** The body itself for a form that a roster owes, everybody for an owner's form. */
  readonly scope: string;
}

export function findWrongControls(book: Book): readonly Finding[] {
  return statedControls(book).flatMap(({ control, answer, value, scope }) => {
    const computed = computedFor(book, control, scope);
    if (!computed || agrees(value, computed.value, control.decimals ?? computed.decimals)) return [];
    const sources = sourcesOf(book, computed.id);
    return [
      {
        id: `control:${answer.form}/${answer.revision.entity}/${answer.field.id}`,
        check: 'control',
        severity: 'hard',
        message: `${capital(describeCell(book, answer))} không khớp với ${amount(round(computed.value, Math.max(computed.decimals, 0), 'half-up'))} do hệ thống tính từ: ${sources.text}. Đề nghị kiểm tra lại cả hai chỗ.`,
        places: [cellPlace(answer), ...sources.places],
      },
    ];
  });
}

/** Every control value that an accepted submission states. */
export function statedControls(book: Book): readonly StatedControl[] {
  const { facts } = book;
  return owedForms(facts).flatMap(({ form, bodies }) =>
    askedFields(form, facts.definition, facts.period.id).flatMap((field) =>
      bodies.flatMap((entity) => statedBy(book, form, field, entity)),
    ),
  );
}

function statedBy(book: Book, form: Form, field: Field, entity: string): readonly StatedControl[] {
  const { control } = field;
  if (!control) return [];
  const submission = book.facts.submissions.find(
    ({ revision, state }) => state === 'accepted' && revision.form === form.id && revision.entity === entity,
  );
  const cell = submission?.revision.cells[field.id];
  if (!submission || cell?.state !== 'value') return [];
  const scope = control.of ?? (form.roster === undefined ? '' : entity);
  const answer = { cell, field, form: form.id, revision: submission.revision };
  return [{ control, answer, value: exact(cell.value), scope }];
}

function computedFor(
  book: Book,
  control: Control,
  scope: string,
): { readonly id: string; readonly value: Exact; readonly decimals: number } | undefined {
  const status = control.status === undefined ? {} : { status: control.status };
  const now = usable(book.value(book.measure(control.indicator, { span: control.span, scope, ...status })));
  if (!now) return undefined;
  if (control.versus === undefined) return { id: now.id, value: now.value, decimals: comparedDecimals(now) };
  const then = usable(book.value(measureThen(now.measure, control.versus)));
  if (!then) return undefined;
  const rate = now.indicator.nature === 'ratio';
  if (!rate && then.value.equals(0)) return undefined;
  const { value, id } = measureChange(book, now, then, rate ? 'points' : 'percent');
  return { id, value, decimals: 1 };
}

/** Ratios are compared as rounded; everything else exactly. */
function comparedDecimals({ indicator, value }: KnownAggregate): number {
  if (indicator.nature === 'ratio') return indicator.decimals;
  return canonical(value).split('.')[1]?.length ?? 0;
}

/** A body may state a rate with more or fewer decimals than the report prints; a count agrees exactly or not at all. */
function agrees(stated: Exact, computed: Exact, decimals: number): boolean {
  if (decimals === 0 && computed.d === 1n) return computed.equals(stated);
  const own = canonical(stated).split('.')[1]?.length ?? 0;
  return [own, decimals].some((places) => round(computed, places, 'half-up').equals(stated));
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
