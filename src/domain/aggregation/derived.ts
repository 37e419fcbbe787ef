/** Derived indicators: sums and differences of others, ratios as Σ/Σ, and counts of rows. */
import type { Indicator } from '../definition.ts';
import { canonical, exact, sum, ZERO, type Exact } from '../exact.ts';
import type { LedgerEntry } from '../ledger.ts';
import { factorOf } from '../ratio-factor.ts';
import type { Book } from './book.ts';
import {
  isKnown,
  measureId,
  mergeLacks,
  stateOf,
  worst,
  type Aggregate,
  type Gap,
  type Lack,
  type Measure,
} from './measure.ts';
import { periodsOfFlow } from './nesting.ts';
import { matchingRows, recordRow } from './rows.ts';
import { deriveOfBodies } from './rows-of-bodies.ts';
import { windowEnd } from './windows.ts';

/** Σ of other indicators; one that does not apply adds nothing. */
export function deriveSum(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = (indicator.sum ?? []).map((code) => book.value({ ...measure, indicator: code }));
  const formula = parts.map(({ indicator: { code } }) => code).join(' + ');
  return combine(book, indicator, measure, orAll(parts.filter(applies), parts), 'sum', formula, sum);
}

/** The first indicator less the others; one of these that does not apply takes nothing away. */
export function deriveDifference(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = (indicator.difference ?? []).map((code) => book.value({ ...measure, indicator: code }));
  const formula = parts.map(({ indicator: { code } }) => code).join(' − ');
  const used = parts.filter((part, index) => index === 0 || applies(part));
  return combine(book, indicator, measure, used, 'difference', formula, ([first = ZERO, ...others]) =>
    first.sub(sum(others)),
  );
}

/** Σ numerator ÷ Σ denominator over the same bodies, in percent or on so many as it is counted on. Never a mean of rates. */
export function deriveRatio(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const parts = partsOfRatio(book, indicator, measure);
  const factor = factorOf(indicator);
  const names = parts.map(({ indicator: { code } }) => code).join(' ÷ ');
  const zero = parts.every(isKnown) && (parts[1]?.value?.equals(0) ?? false);
  return combine(
    book,
    indicator,
    measure,
    parts,
    'ratio',
    factor === 1 ? names : `${factor} × ${names}`,
    ([numerator = ZERO, denominator = ZERO]) => {
      if (zero) return null;
      return numerator.div(denominator).mul(factor);
    },
    zero ? 'zero-base' : undefined,
  );
}

/** Numerator and denominator over the same bodies; of a period that is compiled from shorter ones, in each of these. */
function partsOfRatio(book: Book, indicator: Indicator, measure: Measure): readonly Aggregate[] {
  const codes = [indicator.numerator ?? '', indicator.denominator ?? ''];
  const asked = codes.map((code) => book.value({ ...measure, indicator: code }));
  const [periods, others] =
    measure.period === book.facts.period.id && measure.span === 'period'
      ? codes.map((code) => periodsOfFlow(book, code))
      : [];
  const isWhole = asked.every(({ lacking }) => lacking.length === 0);
  if (isWhole || !periods || periods.join() !== others?.join())
    return asked.map((part, index) => without(book, part, asked[1 - index]?.lacking ?? []));
  const each = periods.map((period) => partsOfRatio(book, indicator, { ...measure, period }));
  return asked.map((whole, index) =>
    together(
      book,
      whole,
      each.flatMap((parts) => parts[index] ?? []),
    ),
  );
}

/** A part of a ratio added up from shorter periods, each over the bodies that have both parts in it. */
function together(book: Book, whole: Aggregate, parts: readonly Aggregate[]): Aggregate {
  const used = orAll(parts.filter(applies), parts);
  const value = used.every(isKnown) ? sum(used.map((part) => part.value)) : null;
  const inputs = used.map(({ id }) => id);
  const id = book.ledger.add({
    id: `${whole.id}=${inputs.join('+')}`,
    kind: 'total',
    formula: 'Σ các kỳ ngắn hơn, mỗi kỳ chỉ gồm các đơn vị có đủ hai phần của tỷ lệ',
    inputs,
    value: value && canonical(value),
    unit: whole.indicator.unit,
    label: whole.indicator.label,
  });
  return { ...whole, id, value };
}

/** A part of a ratio without the bodies that lack in the other part, so that both are over the same bodies. */
function without(book: Book, part: Aggregate, lacking: readonly Lack[]): Aggregate {
  const left = lacking
    .filter(({ entity }) => !part.lacking.some((own) => own.entity === entity))
    .map(({ entity }) => book.value({ ...part.measure, scope: entity }))
    .filter(isKnown);
  if (!isKnown(part) || left.length === 0) return part;
  const value = part.value.sub(sum(left.map((own) => own.value)));
  const id = book.ledger.add({
    id: `${part.id}−${left.map(({ measure: { scope } }) => scope).join(',')}`,
    kind: 'difference',
    formula: 'trừ các đơn vị thiếu số liệu ở phần kia của tỷ lệ',
    inputs: [part.id, ...left.map((own) => own.id)],
    value: canonical(value),
    unit: part.indicator.unit,
    label: part.indicator.label,
  });
  return { ...part, id, value };
}

/** How many rows match; of rows about other bodies also the sum of a column. */
export function deriveRows(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const filter = indicator.rows ?? { table: '', where: [] };
  if (filter.body !== undefined) return deriveOfBodies(book, indicator, filter, measure);
  const id = measureId(measure);
  const { rows, lacking } = matchingRows(book, filter, measure.scope);
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

function applies({ gap }: Aggregate): boolean {
  return gap !== 'not-applicable';
}

/** What is left, or all where nothing is. */
function orAll<T>(left: readonly T[], all: readonly T[]): readonly T[] {
  return left.length > 0 ? left : all;
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
  const entry = (): LedgerEntry => ({
    id,
    kind,
    formula,
    inputs: parts.map((part) => part.id),
    value: value && canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  if (value) book.ledger.addLater(id, entry);
  else book.ledger.add(entry());
  const asOf = parts.map((part) => part.asOf).reduce((latest, day) => (day > latest ? day : latest), '');
  const state = value === null ? 'missing' : worst(parts.map((part) => part.state));
  return { id, measure, indicator, value, state, lacking, asOf, ...(gap ? { gap } : {}) };
}
