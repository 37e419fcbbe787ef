/** A value of history with corrections in it: the published value is one input, what each correction adds another. */
import type { Indicator } from '../definition.ts';
import type { CorrectedValue } from '../corrections/adjust-history.ts';
import { recordAmount } from '../corrections/record-correction.ts';
import { exact } from '../exact.ts';
import type { Book } from './book.ts';
import { measureId, type Aggregate, type Measure } from './measure.ts';
import { windowIn } from './windows.ts';

/** The value of a measure that history has, with corrections in it. */
export function correctedValue(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  history: CorrectedValue,
): Aggregate {
  const id = measureId(measure);
  const published = book.ledger.add({
    id: `${id}|đã công bố`,
    kind: 'history',
    formula: 'số liệu lịch sử',
    inputs: [],
    value: history.corrected.published,
    unit: indicator.unit,
    label: indicator.label,
    history: { basis: history.basis, source: history.source },
  });
  const corrections = new Map(book.facts.corrections?.map((correction) => [correction.id, correction]));
  const amounts = history.corrected.by.flatMap(({ id: number, amount }) => {
    const correction = corrections.get(number);
    return correction ? [recordAmount(book, correction, measure, amount)] : [];
  });
  book.ledger.add({
    id,
    kind: 'history',
    formula: 'số đã công bố + đính chính',
    inputs: [published, ...amounts],
    value: history.value,
    unit: indicator.unit,
    label: indicator.label,
  });
  const asOf = windowIn(book, indicator, measure.period)?.to ?? '';
  return { id, measure, indicator, value: exact(history.value), state: 'known', lacking: [], asOf };
}
