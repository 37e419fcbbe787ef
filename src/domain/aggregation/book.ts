/**
 * The book of a period: answers every question about its figures, writes each answer into the ledger, and gives the
 * same answer to the same question. It is a function of the facts alone.
 */
import { completeness, type Completeness } from '../completeness.ts';
import type { Facts } from '../facts.ts';
import type { Indicator } from '../definition.ts';
import { createLedger, type LedgerBuilder } from '../ledger.ts';
import { indexAnswers, type AnswerIndex } from './answers.ts';
import { countBodies } from './count.ts';
import { deriveDifference, deriveRatio, deriveRows, deriveSum } from './derived.ts';
import { valueThen } from './earlier.ts';
import { indexEarlier, type EarlierIndex } from './earlier-index.ts';
import { measureId, type Aggregate, type Count, type Measure } from './measure.ts';
import { totalOf } from './total.ts';

export interface Book {
  readonly facts: Facts;
  readonly index: AnswerIndex;
  readonly earlier: EarlierIndex;
  readonly ledger: LedgerBuilder;
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
): Book {
  const values = new Map<string, Aggregate>();
  const counts = new Map<string, Count>();
  const book: Book = {
    facts,
    index: indexAnswers(facts),
    earlier: indexEarlier(facts),
    ledger: createLedger(),
    standing,
    value: (measure) => remembered(values, measureId(measure), () => compute(book, measure)),
    count: (measure) => remembered(counts, measureId(measure), () => countBodies(book, measure)),
    indicator(code) {
      const indicator = facts.definition.indicators[code];
      if (!indicator) throw new RangeError(`indicator ${code} does not exist`);
      return indicator;
    },
    measure: (indicator, options = {}) => ({
      span: 'period',
      scope: '',
      period: facts.period.id,
      ...options,
      indicator,
    }),
  };
  return book;
}

function compute(book: Book, measure: Measure): Aggregate {
  const indicator = book.indicator(measure.indicator);
  if (measure.period !== book.facts.period.id) return valueThen(book, indicator, measure);
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
  return totalOf(book, indicator, measure);
}

function remembered<T>(memory: Map<string, T>, id: string, make: () => T): T {
  const known = memory.get(id);
  if (known !== undefined) return known;
  const made = make();
  memory.set(id, made);
  return made;
}
