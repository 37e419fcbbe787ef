/**
 * A dated change in how something is counted. Values on either side stand as they were published, but they do not
 * compare, and no total is carried over from one side to the other.
 */
import type { Definition } from '../definition.ts';
import type { PeriodId } from '../period.ts';
import { monthsOf } from '../period.ts';
import type { Book } from './book.ts';
import { measureId, type Aggregate, type Measure } from './measure.ts';
import { windowIn } from './windows.ts';

/** True when a break of the indicator, or of what it is made of, lies between the earlier and the later period. */
export function brokenSince(book: Book, code: string, earlier: PeriodId, later: PeriodId): boolean {
  const breaks = breaksOf(book, code);
  // Most series never break, and this is asked of every earlier value of every body.
  if (breaks.length === 0) return false;
  const [after, until] = [monthsOf(earlier)[1], monthsOf(later)[1]];
  return breaks.some((from) => after < from && from <= until);
}

const known = new WeakMap<Definition, Map<string, readonly string[]>>();

/** First months after a break, of the indicator and of all that it is made of. */
function breaksOf(book: Book, code: string): readonly string[] {
  const { definition } = book.facts;
  const answers = known.get(definition) ?? new Map<string, readonly string[]>();
  known.set(definition, answers);
  const answer = answers.get(code);
  if (answer) return answer;
  const { breaks, sum, difference, numerator, denominator, meets } = book.indicator(code);
  const parts = [sum, difference, numerator, denominator, meets?.indicator].flat();
  const all = [
    ...breaks.map(({ from }) => from),
    ...parts.flatMap((part) => (part === undefined ? [] : breaksOf(book, part))),
  ];
  answers.set(code, all);
  return all;
}

/** True when the two values do not compare, or when one of them would have been carried over a break. */
export function isBroken(
  book: Book,
  now: Pick<Aggregate, 'measure'>,
  then: Pick<Aggregate, 'measure' | 'gap'>,
): boolean {
  const { indicator, period } = now.measure;
  return then.gap === 'series-break' || brokenSince(book, indicator, then.measure.period, period);
}

/** What stands for a total that would have to be carried over a break. */
export function notCarried(book: Book, measure: Measure, own?: Aggregate): Aggregate {
  const indicator = book.indicator(measure.indicator);
  const lacking = own?.lacking ?? [];
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'total',
    formula: 'không cộng qua thời điểm thay đổi cách tính',
    inputs: own ? [own.id] : [],
    value: null,
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const asOf = windowIn(book, indicator, measure.period)?.to ?? '';
  return { id, measure, indicator, value: null, state: 'missing', lacking, asOf, gap: 'series-break' };
}
