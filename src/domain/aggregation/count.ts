/** N of M: how many bodies of a block answered yes or stand in a class. M comes from the block, never from a constant. */
import { canonical, exact } from '../exact.ts';
import type { Book } from './book.ts';
import { measureId, stateOf, type Count, type CountedBody, type Lack, type Measure } from './measure.ts';
import { askedBodies, recordCell, windowEnd } from './total.ts';

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
    const answer = book.index.answer(indicator.code, entity);
    if ('lack' in answer) {
      lacking.push({ entity, why: answer.lack });
      continue;
    }
    if (answer.cell.state === 'not-applicable') {
      exempt += 1;
      continue;
    }
    const cell = recordCell(book, answer, indicator);
    const matches = answer.cell.state === 'value' && answer.cell.value === wanted;
    const date = answer.cell.state === 'value' ? answer.cell.date : undefined;
    (matches ? yes : no).push({ entity, cell, ...(date ? { date } : {}) });
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
    formula: measure.status ? `đếm đơn vị có trạng thái ${measure.status}` : 'đếm đơn vị trả lời có',
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
