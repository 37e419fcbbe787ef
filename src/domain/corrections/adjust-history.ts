/**
 * History as it reads with corrections. A total that was published before one of its months was corrected stands with
 * the old value in it: what counts from then on is that total plus what the corrections changed. Rates and counts of
 * limits cannot be carried over in that way; they are left out, so that they are computed anew from corrected parts.
 */
import { measureId } from '../aggregation/measure.ts';
import { addsUp } from '../aggregation/same-value.ts';
import type { Definition } from '../definition.ts';
import { canonical, exact, sum, ZERO, type Exact } from '../exact.ts';
import type { Facts, HistoryValue } from '../facts.ts';
import { endingWith, monthsOf, type PeriodId } from '../period.ts';
import { contributionsOf, weightsOf, type Contribution } from './amounts.ts';
import type { Correction } from './correction.ts';
import { holds } from './scope-of-correction.ts';

/** A value of history with corrections in it. */
export interface CorrectedValue extends HistoryValue {
  readonly corrected: {
    /** As it was published. */
    readonly published: string;
    /** What each correction adds, by its id. */
    readonly by: readonly { readonly id: number; readonly amount: string }[];
  };
}

/** True for a value of history that corrections changed. */
export function isCorrected(value: HistoryValue): value is CorrectedValue {
  return 'corrected' in value;
}

/** The last answer for a list of history: a list is the same from one compile to the next, and long. */
const answers = new WeakMap<
  readonly HistoryValue[],
  {
    readonly definition: Definition;
    readonly corrections: string;
    readonly history: readonly HistoryValue[];
  }
>();

/** What decides how history reads. */
export type HistoryFacts = Pick<Facts, 'definition' | 'history' | 'earlier' | 'corrections' | 'askedThen'>;

/** The history of a period's facts, with what was corrected; the very same list where nothing was. */
export function correctedHistory(facts: HistoryFacts): readonly HistoryValue[] {
  const { history, definition } = facts;
  const corrections = (facts.corrections ?? []).filter((correction) => counts(correction, definition));
  if (corrections.length === 0) return history;
  const id = JSON.stringify(corrections);
  const answer = answers.get(history);
  if (answer?.corrections === id && answer.definition === definition) return answer.history;
  const adjusted = adjust(facts, corrections);
  answers.set(history, { definition, corrections: id, history: adjusted });
  return adjusted;
}

/** Control values add up to nothing, and of several forms that ask for one thing only the primary one counts. */
function counts({ indicator, place }: Correction, { indicators }: Definition): boolean {
  if (place.kind === 'row') return Object.values(indicators).some(({ rows }) => rows?.table === place.table);
  const known = indicators[indicator ?? ''];
  if (!known || known.nature === 'text') return false;
  return place.kind === 'history' || known.primary === undefined || known.primary === place.form;
}

function adjust(facts: HistoryFacts, corrections: readonly Correction[]): readonly HistoryValue[] {
  const { history, definition } = facts;
  const byIndicator = new Map<
    string,
    { readonly contribution: Contribution; readonly weight: number | 'otherwise' }[]
  >();
  for (const contribution of corrections.flatMap((correction) => contributionsOf(correction, definition)))
    for (const [code, weight] of weightsOf(definition, contribution.indicator))
      byIndicator.set(code, [...(byIndicator.get(code) ?? []), { contribution, weight }]);
  return history.flatMap((value) => {
    const involved = (byIndicator.get(value.indicator) ?? []).filter(({ contribution }) =>
      isInside(facts, contribution, value),
    );
    if (involved.length === 0) return [value];
    if (involved.some(({ weight }) => weight === 'otherwise')) return [];
    const amounts = new Map<number, Exact>();
    for (const { contribution, weight } of involved) {
      const { id } = contribution.correction;
      const amount = contribution.amount(value.status).mul(Number(weight));
      amounts.set(id, (amounts.get(id) ?? ZERO).add(amount));
    }
    return [
      withAmounts(
        value,
        [...amounts].map(([id, amount]) => ({ id, amount })),
      ),
    ];
  });
}

function withAmounts(
  value: HistoryValue,
  all: readonly { readonly id: number; readonly amount: Exact }[],
): HistoryValue {
  const by = all.filter(({ amount }) => !amount.equals(0));
  if (by.length === 0) return value;
  const corrected: CorrectedValue = {
    ...value,
    value: canonical(sum([exact(value.value), ...by.map(({ amount }) => amount)])),
    corrected: {
      published: value.value,
      by: by.map(({ id, amount }) => ({ id, amount: canonical(amount) })),
    },
  };
  return corrected;
}

/** True when the old value of the correction is part of the value of history. */
function isInside(facts: HistoryFacts, contribution: Contribution, value: HistoryValue): boolean {
  const { correction, of } = contribution;
  const id = measureId({
    indicator: value.indicator,
    period: value.period,
    span: value.span,
    scope: value.scope,
    ...(value.status ? { status: value.status } : {}),
  });
  return (
    !correction.renewed.includes(id) &&
    covers(facts.definition, contribution, value) &&
    holds(facts, correction, of, value)
  );
}

/** True when the value's time has the corrected time in it, and no break of the series lies between. */
function covers(
  { indicators, ...definition }: Definition,
  { correction, indicator }: Contribution,
  value: HistoryValue,
): boolean {
  const whole = { ...definition, indicators };
  if (!addsUp(whole, value.indicator)) return endingWith(correction.period).includes(value.period);
  const [first, last] = monthsOfCorrection(correction);
  const [start, end] = monthsOf(value.period);
  if (last > end) return false;
  const { since, breaks } = indicators[value.indicator] ?? { since: undefined, breaks: [] };
  const own = indicators[indicator]?.breaks ?? [];
  if ([...breaks, ...own].some(({ from }) => last < from && from <= end)) return false;
  switch (value.span) {
    case 'period':
      return start <= first;
    case 'ytd':
      return `${end.slice(0, 4)}-01` <= first;
    case 'cumulative':
      return since === undefined || since.slice(0, 7) <= last;
  }
}

/** The months that the corrected value itself is about: a total of the year corrects the whole year. */
function monthsOfCorrection({ period, place }: Correction): readonly [first: PeriodId, last: PeriodId] {
  const [first, last] = monthsOf(period);
  if (place.kind !== 'history' || place.span === 'period') return [first, last];
  return [place.span === 'ytd' ? `${last.slice(0, 4)}-01` : '0000-01', last];
}
