/** Control values: what a body states of a total, rate or count, beside what the system computes from the same data. */
import type { Book } from '../aggregation/book.ts';
import { usable, type Aggregate, type KnownAggregate } from '../aggregation/measure.ts';
import { isIncomparable } from '../aggregation/bodies-changed.ts';
import type { Control, Field, Form } from '../definition.ts';
import { canonical, exact, round, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { measureChange } from '../narration/helpers/changes.ts';
import { measureThen } from '../narration/measures.ts';
import { askedFields, owedForms } from '../owed.ts';
import { amount, isPercent, type Answered } from './describe.ts';
import { hard, soft } from './found.ts';
import { rangeOf, type Range } from './rounding.ts';
import { cellSource, sourcesOf } from './sources.ts';
import { differenceInWords, exceeds, isSoft } from './tolerance.ts';

export interface StatedControl {
  readonly control: Control;
  readonly answer: Answered;
  readonly value: Exact;
  /** The body itself for a form that a roster owes, everybody for an owner's form. */
  readonly scope: string;
}

/** What the system has instead of the stated value. */
interface Computed extends Range {
  readonly id: string;
  readonly value: Exact;
  readonly decimals: number;
  readonly unit: '%' | ' điểm phần trăm' | '';
  /** Bodies are left out on purpose: the owner, who knows them, may state more. */
  readonly partial: boolean;
}

export function findWrongControls(book: Book): readonly Finding[] {
  return statedControls(book).flatMap((stated) => {
    const computed = computedFor(book, stated);
    if (!computed || agrees(stated.value, computed)) return [];
    const { answer, control } = stated;
    if (control.tolerance && !exceeds(computed.value, stated.value, control.tolerance)) return [];
    const sources = sourcesOf(book, computed.id);
    const own = cellSource(book, answer);
    const right = `${amount(round(computed.value, computed.decimals, 'half-up'))}${computed.unit}`;
    const id = `control:${answer.form}/${answer.revision.entity}/${answer.field.id}`;
    const message = `${own.text} không khớp với ${right} do hệ thống tính từ: ${sources.text}`;
    if (!control.tolerance) return [hard(id, 'control', message, [own, sources])];
    const indicator = book.indicator(control.indicator);
    const apart = differenceInWords(indicator, computed.value, stated.value, control.tolerance);
    const finding = isSoft(control.tolerance) ? soft : hard;
    return [finding(id, 'control', `${message}; ${apart}. Báo cáo in “${indicator.label}”`, [own, sources])];
  });
}

/** Several checks ask for the control values of one book. */
const statedIn = new WeakMap<Book, readonly StatedControl[]>();

/** Every control value that an accepted submission states. */
export function statedControls(book: Book): readonly StatedControl[] {
  const known = statedIn.get(book);
  if (known) return known;
  const { definition, period } = book.facts;
  const stated = owedForms(book.facts).flatMap(({ form, bodies }) => {
    const fields = askedFields(form, definition, period.id).filter(({ control }) => control !== undefined);
    return fields.length === 0 ? [] : bodies.flatMap((entity) => statedOn(book, form, fields, entity));
  });
  statedIn.set(book, stated);
  return stated;
}

function statedOn(
  book: Book,
  form: Form,
  fields: readonly Field[],
  entity: string,
): readonly StatedControl[] {
  const submission = book.index.submission(form.id, entity);
  if (submission?.state !== 'accepted') return [];
  const { revision } = submission;
  return fields.flatMap((field) => {
    const { control } = field;
    const cell = revision.cells[field.id];
    if (!control || cell?.state !== 'value') return [];
    const scope = control.of ?? (form.roster === undefined ? '' : entity);
    const answer = { cell, field, form: form.id, revision };
    return [{ control, answer, value: exact(cell.value), scope }];
  });
}

function computedFor(book: Book, { control, scope }: StatedControl): Computed | undefined {
  const status = control.status === undefined ? {} : { status: control.status };
  const now = usable(book.value(book.measure(control.indicator, { span: control.span, scope, ...status })));
  if (!now) return undefined;
  const decimals = control.decimals ?? comparedDecimals(now);
  const unit = isPercent(now.indicator) ? '%' : '';
  if (control.versus === undefined) {
    const { id, value } = now;
    return { id, value, ...rangeOf(book, now), decimals, unit, partial: isPartial(now) };
  }
  const then = usable(book.value(measureThen(now.measure, control.versus)));
  return then && !isIncomparable(book, now, then)
    ? changeOf(book, now, then, control.decimals ?? 1)
    : undefined;
}

/** A change in percent, of a rate in points; none against a base of zero or one that was published rounded. */
function changeOf(
  book: Book,
  now: KnownAggregate,
  then: KnownAggregate,
  decimals: number,
): Computed | undefined {
  const rate = now.indicator.nature === 'ratio';
  const base = rangeOf(book, then);
  if (!base.low.equals(base.high) || (!rate && then.value.equals(0))) return undefined;
  const { value, id } = measureChange(book, now, then, rate ? 'points' : 'percent');
  const unit = rate ? ' điểm phần trăm' : '%';
  return { id, value, low: value, high: value, decimals, unit, partial: isPartial(now) };
}

function isPartial({ state }: Aggregate): boolean {
  return state === 'partial';
}

/** Ratios are compared as rounded; everything else exactly. */
function comparedDecimals({ indicator, value }: KnownAggregate): number {
  return indicator.nature === 'ratio' ? indicator.decimals : decimalsOf(value);
}

/**
 * A body may state a rate with more or fewer decimals than the report prints; a count agrees exactly or not at all.
 * Where bodies are left out of the computed total, a stated total may be larger; a rate cannot be compared then.
 */
function agrees(stated: Exact, { low, high, decimals, unit, partial }: Computed): boolean {
  if (partial) return unit !== '' || stated.compare(low) >= 0;
  return [decimalsOf(stated), decimals].some((places) => {
    const [least, most] = [round(low, places, 'half-up'), round(high, places, 'half-up')];
    return stated.compare(least) >= 0 && stated.compare(most) <= 0;
  });
}

function decimalsOf(value: Exact): number {
  return canonical(value).split('.')[1]?.length ?? 0;
}
