/** Places and values in the words of a finding: which form, which body, which cell, and what stands there. */
import type { Answer } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import type { Field, Indicator } from '../definition.ts';
import { canonical, exact, round, type Exact } from '../exact.ts';
import type { Place } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { writeNumber } from '../numbers/write-number.ts';

export type Answered = Extract<Answer, { cell: unknown }>;

const MOST_DECIMALS = 4;

/** A value in full, as officials write it: "1.078.654", "15,34", "-2,5". */
export function amount(value: Exact | string): string {
  const number = typeof value === 'string' ? exact(value) : value;
  const decimals = Math.min(
    canonical(number).split('.')[1]?.length ?? (number.d === 1n ? 0 : MOST_DECIMALS),
    MOST_DECIMALS,
  );
  return writeNumber(number, { decimals }).text;
}

/** A computed value to read at a glance: whole from a hundred on, two decimals below. */
export function roughly(value: Exact): string {
  return amount(round(value, value.abs().compare(100) < 0 ? 2 : 0, 'half-up'));
}

export function cellPlace({ cell, field, form, revision }: Answered): Place {
  return {
    kind: 'cell',
    form,
    entity: revision.entity,
    field: field.id,
    revision: revision.id,
    value: cell.state === 'value' ? cell.value : cell.state,
  };
}

/** "biểu F-TINH, An Giang, ô “Tổng số hồ sơ” = 1.234". */
export function describeCell(book: Book, answer: Answered): string {
  return `${whereOf(book, answer)}, ${whatOf(book, answer)}`;
}

export function whereOf(book: Book, { form, revision }: Answered): string {
  return `biểu ${form}, ${nameOf(book, revision.entity)}`;
}

export function whatOf(book: Book, { cell, field }: Answered): string {
  const value = cell.state === 'value' ? cellValue(book, field, cell.value) : 'không phát sinh';
  return `ô “${field.label}” = ${value}`;
}

/** What stands in a cell: a number, “có”, “không”, or the label of a class; rates with their sign. */
export function cellValue(book: Book, field: Field | undefined, value: string): string {
  const { indicators } = book.facts.definition;
  const indicator = indicators[field?.indicator ?? field?.control?.indicator ?? ''];
  if (!/^-?\d+(\.\d+)?$/.test(value)) return classLabel(indicator, value);
  const change = field?.control?.versus !== undefined && indicator?.nature !== 'ratio';
  return amount(value) + (change || (indicator && isPercent(indicator)) ? '%' : '');
}

export function isPercent({ nature, unit }: Indicator): boolean {
  return nature === 'ratio' && unit === '%';
}

export function fieldOf(book: Book, formId: string, fieldId: string): Field | undefined {
  const form = book.facts.definition.forms.find(({ id }) => id === formId);
  return form?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId);
}

/** The label of a form's cell, as the body sees it. */
export function labelOf(book: Book, formId: string, fieldId: string): string {
  return fieldOf(book, formId, fieldId)?.label ?? fieldId;
}

function classLabel(indicator: Indicator | undefined, value: string): string {
  if (indicator?.nature === 'flag') return value === 'yes' ? '“có”' : '“không”';
  return `“${indicator?.statuses.find(({ id }) => id === value)?.label ?? value}”`;
}
