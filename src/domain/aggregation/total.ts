/** Totals of asked figures: Σ over bodies, and over time for what accumulates. */
import type { Indicator } from '../definition.ts';
import type { IsoDate } from '../dates.ts';
import { canonical, sum, sumOfTexts } from '../exact.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Cell } from '../submission.ts';
import { periodUpTo, startsYear } from '../period.ts';
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
import { askedFor } from './asked-for.ts';
import { areMany, recordCells } from './many-bodies.ts';
import { recordCell } from './record-cell.ts';
import { bodiesOf } from './scope.ts';
import { brokenSince, notCarried } from './series-break.ts';
import { windowEnd, windowIn } from './windows.ts';

type Answered = Extract<Answer, { readonly cell: Cell }>;

/** A flow or stock of the book's own period. */
export function totalOf(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  if (indicator.nature !== 'flow' || measure.span === 'period')
    return sumOverBodies(book, indicator, measure);
  const own = book.value({ ...measure, span: 'period' });
  if (isFirst(book, indicator, measure)) return carried(book, indicator, measure, [own]);
  const before = book.value({ ...measure, period: periodUpTo(measure.period) });
  if (brokenSince(book, indicator.code, before.measure.period, measure.period))
    return notCarried(book, measure, own);
  return carried(book, indicator, measure, [before, own]);
}

/** earlier + own, own alone in the first period, or the sum of shorter periods; it lacks what its parts lack. */
export function carried(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  parts: readonly Aggregate[],
  formula = parts.length > 1 ? 'kỳ trước + kỳ này' : 'kỳ này',
): Aggregate {
  const id = measureId(measure);
  const lacking = mergeLacks(parts.map((part) => part.lacking));
  const value = parts.every(isKnown) ? sum(parts.map((part) => part.value)) : null;
  const gap = parts.find((part) => part.gap !== undefined)?.gap;
  book.ledger.add({
    id,
    kind: 'total',
    formula,
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
  const answered: Answered[] = [];
  const end = windowEnd(book, indicator);
  let last: IsoDate | undefined;
  for (const entity of bodies) {
    const answer = book.index.answer(indicator.code, entity);
    if ('lack' in answer) {
      lacking.push({ entity, why: answer.lack });
      continue;
    }
    if (answer.cell.state === 'not-applicable') continue;
    answered.push(answer);
    const day = dayOf(answer.cell) ?? end;
    if (last === undefined || day > last) last = day;
  }
  const value = answered.length > 0 ? sumOfTexts(answered.map(({ cell }) => numberIn(cell))) : null;
  const entry = (): LedgerEntry => ({
    id,
    kind: 'sum',
    formula: answered.length === 1 ? 'ô số liệu' : 'Σ các đơn vị',
    inputs: areMany(book.index.asked(indicator.code).size, answered.length)
      ? recordTogether(book, indicator, measure.scope, answered)
      : answered.map((answer) => recordCell(book, answer, indicator)),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  if (value) book.ledger.addLater(id, entry);
  else book.ledger.add(entry());
  const state = value === null ? 'missing' : stateOf(lacking);
  const exempt = value === null && lacking.length === 0 && bodies.length > 0;
  return {
    id,
    measure,
    indicator,
    value,
    state,
    lacking,
    asOf: last ?? end,
    ...(exempt ? { gap: 'not-applicable' } : {}),
  };
}

/** The cells of each form's field as one leaf. */
function recordTogether(
  book: Book,
  indicator: Indicator,
  scope: string,
  answered: readonly Answered[],
): readonly string[] {
  const { id: period } = book.facts.period;
  const byField = new Map<Answered['field'], Answered[]>();
  for (const answer of answered) {
    const known = byField.get(answer.field);
    if (known) known.push(answer);
    else byField.set(answer.field, [answer]);
  }
  return [...byField].map(([{ id: field }, own]) => {
    const cells = { period, form: own[0]?.form ?? '', field, bodies: own.length };
    return recordCells(book, indicator, scope, cells, sumOfTexts(own.map(({ cell }) => numberIn(cell))));
  });
}

/** "không phát sinh" is zero. */
function numberIn(cell: Cell): string {
  return cell.state === 'value' ? cell.value : '0';
}

/** The day that stands with an answer: of one carried forward that of the original. */
function dayOf(cell: Cell): IsoDate | undefined {
  if (cell.state === 'pending') return undefined;
  return cell.carried?.asOf ?? (cell.state === 'value' ? cell.asOf : undefined);
}

const NOBODY = { bodies: [], lacking: [] } as const;

/** The bodies of a scope that can have a value of an indicator; those of the scope that are not asked do not count. */
export function askedBodies(
  book: Book,
  indicator: string,
  scope: string,
): { readonly bodies: readonly string[]; readonly lacking: readonly Lack[] } {
  const asked = askedFor(book, indicator);
  if (scope === '') return { bodies: [...asked], lacking: [] };
  const { bodies, undecided } = bodiesOf(book, scope);
  if (bodies.length === 1 && bodies[0] === scope && undecided.length === 0)
    return asked.has(scope) ? { bodies, lacking: undecided } : NOBODY;
  return {
    bodies: bodies.filter((entity) => asked.has(entity)),
    lacking: undecided.filter(({ entity }) => asked.has(entity)),
  };
}

/** True when a total of the year, or since a stated day, begins in the measure's period, so that no earlier value is needed. */
export function isFirst(book: Book, indicator: Indicator, { span, period }: Measure): boolean {
  if (span === 'ytd') return startsYear(period);
  if (indicator.since === undefined) return false;
  const window = windowIn(book, indicator, period);
  return window !== undefined && indicator.since >= window.from;
}
