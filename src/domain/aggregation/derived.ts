/** Derived indicators: sums and differences of others, ratios as Σ/Σ, and counts of rows. */
import type { Indicator } from '../definition.ts';
import { canonical, exact, sum, ZERO, type Exact } from '../exact.ts';
import type { Book } from './book.ts';
import {
  isKnown,
  measureId,
  mergeLacks,
  stateOf,
  worst,
  type Aggregate,
  type Gap,
  type Measure,
} from './measure.ts';
import { matchingRows, recordRow } from './rows.ts';
import { windowEnd } from './total.ts';

export function deriveSum(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = (indicator.sum ?? []).map((code) => book.value({ ...measure, indicator: code }));
  return combine(
    book,
    indicator,
    measure,
    parts,
    'sum',
    parts.map(({ indicator: { code } }) => code).join(' + '),
    sum,
  );
}

export function deriveDifference(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = (indicator.difference ?? []).map((code) => book.value({ ...measure, indicator: code }));
  const formula = parts.map(({ indicator: { code } }) => code).join(' − ');
  return combine(book, indicator, measure, parts, 'difference', formula, ([first = ZERO, ...others]) =>
    first.sub(sum(others)),
  );
}

/** Σ numerator ÷ Σ denominator over the same bodies; a percent when the unit is "%". Never a mean of rates. */
export function deriveRatio(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = [indicator.numerator, indicator.denominator].map((code) =>
    book.value({ ...measure, indicator: code ?? '' }),
  );
  const percent = indicator.unit === '%';
  const names = parts.map(({ indicator: { code } }) => code).join(' ÷ ');
  const zero = parts[1]?.value?.equals(0) ?? false;
  return combine(
    book,
    indicator,
    measure,
    parts,
    'ratio',
    percent ? `100 × ${names}` : names,
    ([numerator = ZERO, denominator = ZERO]) => {
      if (zero) return null;
      const quotient = numerator.div(denominator);
      return percent ? quotient.mul(100) : quotient;
    },
    zero ? 'zero-base' : undefined,
  );
}

export function deriveRows(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const id = measureId(measure);
  const filter = indicator.rows ?? { table: '', where: [] };
  const { rows, lacking } = matchingRows(book, filter);
  const value = exact(String(rows.length));
  book.ledger.add({
    id,
    kind: 'rows',
    formula: `số dòng của bảng ${filter.table}`,
    inputs: rows.map((row) => recordRow(book, row, filter.table)),
    value: canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  return {
    id,
    measure,
    indicator,
    value,
    state: stateOf(lacking),
    lacking,
    asOf: windowEnd(book, indicator),
  };
}

function combine(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  parts: readonly Aggregate[],
  kind: 'sum' | 'difference' | 'ratio',
  formula: string,
  operation: (values: readonly Exact[]) => Exact | null,
  ownGap?: Gap,
): Aggregate {
  const id = measureId(measure);
  const value = parts.every(isKnown) ? operation(parts.map((part) => part.value)) : null;
  const lacking = mergeLacks(parts.map((part) => part.lacking));
  const gap = ownGap ?? parts.find((part) => part.gap !== undefined)?.gap;
  book.ledger.add({
    id,
    kind,
    formula,
    inputs: parts.map((part) => part.id),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const asOf = parts.map((part) => part.asOf).reduce((latest, day) => (day > latest ? day : latest), '');
  const state = value === null ? 'missing' : worst(parts.map((part) => part.state));
  return { id, measure, indicator, value, state, lacking, asOf, ...(gap ? { gap } : {}) };
}
