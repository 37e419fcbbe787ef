/** N of M: how many bodies of a block answered yes or stand in a class. M comes from the block, never from a constant. */
import { canonical, exact } from '../exact.ts';
import type { Indicator } from '../definition.ts';
import { bodiesThen } from './bodies-then.ts';
import type { Book } from './book.ts';
import {
  measureId,
  stateOf,
  type Aggregate,
  type Count,
  type CountedBody,
  type Lack,
  type Measure,
} from './measure.ts';
import { limitsOf, stanceOf } from './stance.ts';
import { askedBodies } from './total.ts';
import { windowEnd, windowIn } from './windows.ts';

/**
 * Counts over the measure's scope. A body that answered "không áp dụng" is left out of M; a waived, late or missing
 * body stays in M and is never taken for a no. "không phát sinh" is a no.
 */
export function countBodies(book: Book, measure: Measure): Count {
  const indicator = book.indicator(measure.indicator);
  const id = measureId(measure);
  const { bodies, lacking: undecided } = askedBodies(book, indicator.code, measure.scope);
  const lacking: Lack[] = [...undecided];
  const yes: CountedBody[] = [];
  const no: CountedBody[] = [];
  const wanted = measure.status ?? 'yes';
  let exempt = 0;
  for (const entity of bodies) {
    const stance = stanceOf(book, measure, entity);
    if ('lack' in stance) lacking.push({ entity, why: stance.lack });
    else if ('exempt' in stance) exempt += 1;
    else {
      const { value, ledger: cell, date } = stance;
      (value === wanted ? yes : no).push({ entity, cell, ...(date ? { date } : {}) });
    }
  }
  const total = bodies.length - exempt + undecided.length;
  const totalId = book.ledger.add({
    id: `M:${id}`,
    kind: 'roster',
    formula: measure.scope === '' ? 'số đơn vị được hỏi' : `số đơn vị của khối ${measure.scope}`,
    inputs: [],
    value: String(total),
  });
  const value = exact(String(yes.length));
  book.ledger.add({
    id,
    kind: 'count',
    formula: formulaOf(indicator, measure),
    inputs: [...yes.map(({ cell }) => cell), ...no.map(({ cell }) => cell), totalId],
    value: canonical(value),
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const state = stateOf(lacking);
  return {
    id,
    measure,
    indicator,
    value,
    state,
    lacking,
    asOf: windowEnd(book, indicator),
    yes,
    no,
    total,
    totalId,
  };
}

/**
 * How many of the bodies of then met the limit of a flag in an earlier period. Undefined when the number of one of them
 * is not known, or when a body of today was not there: a count of others is none of its own.
 */
export function countThen(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const then = bodiesThen(book, indicator, measure.scope, measure.period);
  if (!then?.shares || !then.isRenamed) return undefined;
  const asOf = windowIn(book, indicator, measure.period)?.to ?? '';
  const stances = then.shares.map(({ entity }) => stanceOf(book, measure, entity));
  if (stances.some((stance) => 'lack' in stance)) return undefined;
  const answers = stances.filter((stance) => 'ledger' in stance);
  const value = exact(String(answers.filter((answer) => answer.value === 'yes').length));
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'count',
    formula: formulaOf(indicator, measure),
    inputs: answers.map(({ ledger }) => ledger),
    value: canonical(value),
    label: indicator.label,
  });
  return { id, measure, indicator, value, state: 'known', lacking: [], asOf };
}

function formulaOf({ meets }: Indicator, { status }: Measure): string {
  if (meets) return `đếm đơn vị có ${meets.indicator} ${limitsOf(meets)}`;
  return status ? `đếm đơn vị có trạng thái ${status}` : 'đếm đơn vị trả lời có';
}
