/**
 * The book of a period: answers every question about its figures, writes each answer into the ledger, and gives the
 * same answer to the same question. It is a function of the facts alone.
 */
import { completeness, type Completeness } from '../completeness.ts';
import type { Facts, PartFacts } from '../facts.ts';
import type { Indicator } from '../definition.ts';
import { createLedger, type LedgerBuilder } from '../ledger.ts';
import { madeOnce, nested } from '../made-once.ts';
import type { PeriodId } from '../period.ts';
import { indexAnswers, type AnswerIndex } from './answers.ts';
import { compiledValue, valueInPart } from './compiled.ts';
import { countBodies } from './count.ts';
import { deriveDifference, deriveRatio, deriveRows, deriveSum } from './derived.ts';
import { valueThen } from './earlier.ts';
import { indexEarlier, type EarlierIndex } from './earlier-index.ts';
import { measureId, type Aggregate, type Count, type Measure } from './measure.ts';
import { nestingOf, withParts, type Nesting } from './nesting.ts';
import { totalOf } from './total.ts';

export interface Book {
  readonly facts: Facts;
  readonly index: AnswerIndex;
  readonly earlier: EarlierIndex;
  readonly ledger: LedgerBuilder;
  /** The shorter periods that this one is compiled from, each a book of its own with the same ledger; mostly none. */
  readonly parts: ReadonlyMap<PeriodId, Book>;
  readonly nesting: Nesting;
  /** Who has sent what. */
  readonly standing: Completeness;
  /** The value of any measure, of this period or an earlier one. */
  value(measure: Measure): Aggregate;
  /** N of M bodies, this period only. */
  count(measure: Measure): Count;
  /** @throws RangeError for a code that the definition does not have. */
  indicator(code: string): Indicator;
  /** A measure of this period with the defaults filled in. */
  measure(indicator: string, options?: Partial<Omit<Measure, 'indicator'>>): Measure;
}

/** @param standing the completeness of the edition; without one, that of the day on which the report is issued. */
export function createBook(
  facts: Facts,
  standing: Completeness = completeness(facts, facts.period.publish),
  ledger: LedgerBuilder = createLedger(),
): Book {
  const values = new Map<string, Aggregate>();
  // Most questions are about one body and the period alone: two short words find those faster than a long one.
  const plain = new Map<string, Map<string, Aggregate>>();
  const counts = new Map<string, Count>();
  const nesting = nestingOf(facts);
  const parts = new Map(
    (facts.parts ?? []).map((part) => [part.period.id, createBook(alone(part), standing, ledger)]),
  );
  const book: Book = {
    facts,
    index: withParts(indexAnswers(facts), nesting, parts),
    earlier: indexEarlier(facts),
    ledger,
    parts,
    nesting,
    standing,
    value(measure) {
      const { indicator, span, status, scope, period } = measure;
      if (period !== facts.period.id || span !== 'period' || status !== undefined)
        return madeOnce(values, measureId(measure), () => compute(book, measure));
      return madeOnce(nested(plain, indicator), scope, () => compute(book, measure));
    },
    count: (measure) => madeOnce(counts, measureId(measure), () => countBodies(book, measure)),
    indicator(code) {
      const indicator = facts.definition.indicators[code];
      if (!indicator) throw new RangeError(`indicator ${code} does not exist`);
      return indicator;
    },
    measure: (indicator, { span = 'period', scope = '', period = facts.period.id, status } = {}) =>
      status === undefined ? { indicator, span, scope, period } : { indicator, span, scope, period, status },
  };
  return book;
}

function compute(book: Book, measure: Measure): Aggregate {
  const indicator = book.indicator(measure.indicator);
  if (measure.period !== book.facts.period.id)
    return valueInPart(book, indicator, measure) ?? valueThen(book, indicator, measure);
  return valueNow(book, indicator, measure);
}

/** The value of a measure of the book's own period. */
function valueNow(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  if (indicator.sum) return deriveSum(book, indicator, measure);
  if (indicator.difference) return deriveDifference(book, indicator, measure);
  if (indicator.nature === 'ratio') return deriveRatio(book, indicator, measure);
  if (indicator.rows && (measure.span === 'period' || indicator.nature !== 'flow'))
    return deriveRows(book, indicator, measure);
  if (indicator.nature === 'flag' || indicator.nature === 'status') return book.count(measure);
  const periods =
    indicator.nature === 'stock' || measure.span === 'period'
      ? book.nesting.periodsOf(indicator.code)
      : undefined;
  if (periods) return compiledValue(book, indicator, measure, periods);
  return totalOf(book, indicator, measure);
}

/** A part answers for its own days alone. */
function alone(part: PartFacts): Facts {
  return { ...part, history: [], earlier: [], previous: [] };
}
