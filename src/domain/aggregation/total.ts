/** Totals of asked figures: Σ over bodies, and over time for what accumulates. */
import type { Indicator } from '../definition.ts';
import type { IsoDate } from '../dates.ts';
import { canonical, exact, sum, ZERO, type Exact } from '../exact.ts';
import { previousPeriod, startsYear } from '../period.ts';
import type { Answer } from './answers.ts';
import type { Book } from './book.ts';
import {
  isKnown,
  measureId,
  mergeLacks,
  stateOf,
  worst,
  type Aggregate,
  type Lack,
  type Measure,
} from './measure.ts';
import { bodiesOf } from './scope.ts';

type Answered = Extract<Answer, { cell: unknown }>;

/** A flow or stock of the book's own period. */
export function totalOf(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  if (indicator.nature !== 'flow' || measure.span === 'period')
    return sumOverBodies(book, indicator, measure);
  const own = book.value({ ...measure, span: 'period' });
  const first = measure.span === 'ytd' ? startsYear(measure.period) : beginsWithin(book, indicator);
  if (first) return carried(book, indicator, measure, [own]);
  const before = book.value({ ...measure, period: previousPeriod(measure.period) });
  return carried(book, indicator, measure, [before, own]);
}

/** earlier + own, or own alone in the first period; the result lacks what its parts lack. */
export function carried(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  parts: readonly Aggregate[],
): Aggregate {
  const id = measureId(measure);
  const lacking = mergeLacks(parts.map((part) => part.lacking));
  const value = parts.every(isKnown) ? sum(parts.map((part) => part.value)) : null;
  const gap = parts.find((part) => part.gap !== undefined)?.gap;
  book.ledger.add({
    id,
    kind: 'total',
    formula: parts.length > 1 ? 'kỳ trước + kỳ này' : 'kỳ này',
    inputs: parts.map((part) => part.id),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const state = value === null ? 'missing' : worst(parts.map((part) => part.state));
  return {
    id,
    measure,
    indicator,
    value,
    state,
    lacking,
    asOf: parts.at(-1)?.asOf ?? '',
    ...(gap ? { gap } : {}),
  };
}

function sumOverBodies(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const id = measureId(measure);
  const { bodies, lacking: undecided } = askedBodies(book, indicator.code, measure.scope);
  const lacking: Lack[] = [...undecided];
  const inputs: string[] = [];
  const values: Exact[] = [];
  let asOf: IsoDate | undefined;
  for (const entity of bodies) {
    const answer = book.index.answer(indicator.code, entity);
    if ('lack' in answer) {
      lacking.push({ entity, why: answer.lack });
      continue;
    }
    if (answer.cell.state === 'not-applicable') continue;
    inputs.push(recordCell(book, answer, indicator));
    values.push(answer.cell.state === 'value' ? exact(answer.cell.value) : ZERO);
    if (answer.cell.state === 'value' && answer.cell.asOf && answer.cell.asOf > (asOf ?? ''))
      asOf = answer.cell.asOf;
  }
  const value = values.length > 0 ? sum(values) : null;
  book.ledger.add({
    id,
    kind: 'sum',
    formula: inputs.length === 1 ? 'ô số liệu' : 'Σ các đơn vị',
    inputs,
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const state = value === null ? 'missing' : stateOf(lacking);
  const exempt = value === null && lacking.length === 0 && bodies.length > 0;
  return {
    id,
    measure,
    indicator,
    value,
    state,
    lacking,
    asOf: asOf ?? windowEnd(book, indicator),
    ...(exempt ? { gap: 'not-applicable' } : {}),
  };
}

/** The bodies of a scope that are asked for an indicator; those of the scope that are not asked do not count. */
export function askedBodies(
  book: Book,
  indicator: string,
  scope: string,
): { readonly bodies: readonly string[]; readonly lacking: readonly Lack[] } {
  const asked = book.index.asked(indicator);
  if (scope === '') return { bodies: [...asked], lacking: [] };
  const { bodies, undecided } = bodiesOf(scope, book.facts, book.index);
  return {
    bodies: bodies.filter((entity) => asked.has(entity)),
    lacking: undecided.filter(({ entity }) => asked.has(entity)),
  };
}

/** Writes a cell into the ledger; its id names body, form, revision and field. */
export function recordCell(book: Book, { cell, field, revision }: Answered, indicator: Indicator): string {
  return book.ledger.add({
    id: `cell:${revision.id}/${field.id}`,
    kind: 'cell',
    formula: 'ô số liệu',
    inputs: [],
    value: cell.state === 'value' ? cell.value : '0',
    unit: indicator.unit,
    label: indicator.label,
    cell: { entity: revision.entity, form: revision.form, revision: revision.id, field: field.id },
  });
}

/** Last day of an indicator's window in the book's period. */
export function windowEnd(book: Book, indicator: Indicator): IsoDate {
  const window = book.facts.period.windows[indicator.window] ?? book.facts.period.windows['ky'];
  if (!window) throw new RangeError(`period ${book.facts.period.id} has no window ${indicator.window}`);
  return window.to;
}

/** True when a cumulative total begins in this period, so that no earlier value is needed. */
function beginsWithin(book: Book, indicator: Indicator): boolean {
  if (indicator.since === undefined) return false;
  const window = book.facts.period.windows[indicator.window] ?? book.facts.period.windows['ky'];
  return window !== undefined && indicator.since >= window.from;
}
