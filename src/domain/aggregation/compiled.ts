/**
 * Values of a period that is compiled from shorter ones: a flow is the sum of its months, a stock what the last month
 * holds. Each month is answered by a book of its own, from that month's answers as they stand now, so that whoever
 * lacks in a month lacks in the quarter; a month that was never opened is looked for in history.
 */
import type { Indicator } from '../definition.ts';
import { canonical, sum } from '../exact.ts';
import type { PeriodId } from '../period.ts';
import type { Book } from './book.ts';
import { askedFor } from './asked-for.ts';
import { valueOnRecord } from './earlier.ts';
import {
  isKnown,
  measureId,
  mergeLacks,
  stateOf,
  type Aggregate,
  type Lack,
  type Measure,
} from './measure.ts';
import { bodiesThen } from './bodies-then.ts';
import { WHOLE, type Share } from './predecessors.ts';
import { bodiesOf } from './scope.ts';
import { brokenSince, notCarried } from './series-break.ts';
import { carried } from './total.ts';
import { windowIn } from './windows.ts';

/** A flow or stock of the book's own period, which does not ask for it. */
export function compiledValue(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  periods: readonly PeriodId[],
): Aggregate {
  const [first, last] = [periods[0] ?? '', periods.at(-1) ?? ''];
  if (indicator.nature === 'stock')
    return carried(
      book,
      indicator,
      measure,
      [stockOfPart(book, indicator, { ...measure, period: last })],
      'số cuối kỳ',
    );
  if (brokenSince(book, indicator.code, first, measure.period)) return notCarried(book, measure);
  const parts = periods.map((period) => book.value({ ...measure, period }));
  const applying = parts.filter(({ gap }) => gap !== 'not-applicable');
  return carried(
    book,
    indicator,
    measure,
    applying.length > 0 ? applying : parts,
    periods.length > 1 ? 'Σ các kỳ ngắn hơn' : 'kỳ ngắn hơn',
  );
}

/** The value of a shorter period that the book's own is compiled from; undefined for any other measure. */
export function valueInPart(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const part = book.parts.get(measure.period);
  if (!part || (measure.span !== 'period' && indicator.nature === 'flow')) return undefined;
  if (book.nesting.periodsOf(indicator.code) === undefined) return undefined;
  if (part.facts.definition.indicators[indicator.code] === undefined) return undefined;
  if (measure.scope === '' || isRoster(part, measure.scope)) return { ...part.value(measure), indicator };
  return ofBodies(book, part, indicator, measure);
}

/** What holds on the last day of a month also goes by the name of its quarter, which is what is asked for here. */
function stockOfPart(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  return valueInPart(book, indicator, measure) ?? valueOnRecord(book, indicator, measure);
}

function isRoster({ facts: { definition, members } }: Book, scope: string): boolean {
  return definition.report.blocks[scope] === undefined && members[scope] !== undefined;
}

/** A block or a body of today, as it was in the shorter period: over those who did then what its bodies do now. */
function ofBodies(book: Book, part: Book, indicator: Indicator, measure: Measure): Aggregate {
  const day = windowIn(part, indicator, measure.period)?.to ?? '';
  const then = bodiesThen(book, indicator, measure.scope, measure.period);
  const [only, ...others] = then?.shares ?? [];
  if (others.length === 0 && only?.entity === measure.scope && only.weight.equals(WHOLE))
    return { ...part.value(measure), indicator };
  const asked = askedFor(book, indicator.code);
  const lacking = bodiesOf(book, measure.scope).undecided.filter(({ entity }) => asked.has(entity));
  const parts = (then?.shares ?? []).map((share) => shareOf(book, part, measure, share));
  const whole = added(book, indicator, measure, parts, lacking, day);
  return then && !then.shares ? { ...whole, gap: 'bodies-changed' } : whole;
}

/** What a body of then is counted with: all of its value, or the part of it that went to the bodies of today. */
function shareOf(book: Book, part: Book, measure: Measure, { entity, weight }: Share): Aggregate {
  const whole = part.value({ ...measure, scope: entity });
  if (!isKnown(whole) || weight.equals(WHOLE)) return whole;
  const value = whole.value.mul(weight);
  const id = book.ledger.add({
    id: `${whole.id}×${canonical(weight)}`,
    kind: 'total',
    formula: `phần của đơn vị chia tách: × ${canonical(weight)}`,
    inputs: [whole.id],
    value: canonical(value),
    unit: whole.indicator.unit,
    label: whole.indicator.label,
  });
  return { ...whole, id, value };
}

/** Σ over bodies: those who answered, with those who lack. */
function added(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  parts: readonly Aggregate[],
  undecided: readonly Lack[],
  asOf: string,
): Aggregate {
  const known = parts.filter(isKnown);
  const lacking = mergeLacks([undecided, ...parts.map((part) => part.lacking)]);
  const value = known.length > 0 ? sum(known.map((part) => part.value)) : null;
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'sum',
    formula: 'Σ các đơn vị',
    inputs: known.map((part) => part.id),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const days = known.map((part) => part.asOf).sort();
  const exempt = value === null && lacking.length === 0;
  return {
    id,
    measure,
    indicator,
    value,
    state: value === null ? 'missing' : stateOf(lacking),
    lacking,
    asOf: days.at(-1) ?? asOf,
    ...(exempt ? { gap: parts.length > 0 ? 'not-applicable' : 'no-history' } : {}),
  };
}
