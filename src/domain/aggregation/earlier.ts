/**
 * Values of earlier periods: from the figures of earlier periods in the system when all bodies have one, else from
 * history, else recomputed from parts or summed up over time; a value published rounded is the last resort.
 */
import type { Indicator } from '../definition.ts';
import type { EarlierFigure, Facts, HistoryValue } from '../facts.ts';
import { canonical, exact, sum } from '../exact.ts';
import { frequencyOf, monthsOf, periodUpTo, previousPeriod } from '../period.ts';
import type { Book } from './book.ts';
import { deriveDifference, deriveRatio, deriveSum } from './derived.ts';
import { isKnown, measureId, type Aggregate, type Gap, type Measure } from './measure.ts';
import { bodiesThen } from './predecessors.ts';
import { askedBodies, carried, isFirst, windowIn } from './total.ts';

export interface EarlierIndex {
  figures(indicator: string, period: string): ReadonlyMap<string, EarlierFigure> | undefined;
  history(measure: Measure): HistoryValue | undefined;
  /** Periods of the same kind before the given one for which anything is known of the measure, newest first. */
  knownBefore(measure: Measure): readonly string[];
}

/** A total is followed back this many periods at most. */
const REACH = 36;

export function indexEarlier(facts: Facts): EarlierIndex {
  const figures = new Map<string, Map<string, EarlierFigure>>();
  for (const figure of facts.earlier) {
    const primary = facts.definition.indicators[figure.indicator]?.primary;
    if (primary !== undefined && figure.form !== primary) continue;
    const id = `${figure.indicator}@${figure.period}`;
    const byEntity = figures.get(id) ?? new Map<string, EarlierFigure>();
    byEntity.set(figure.entity, figure);
    figures.set(id, byEntity);
  }
  const history = new Map(facts.history.map((value) => [measureId(withStatus(value)), value]));
  const periods = [...new Set([...facts.history, ...facts.earlier].map(({ period }) => period))]
    .sort()
    .reverse();
  return {
    figures: (indicator, period) => figures.get(`${indicator}@${period}`),
    history: (measure) => history.get(measureId(measure)),
    knownBefore: (measure) =>
      periods.filter(
        (period) =>
          frequencyOf(period) === frequencyOf(measure.period) &&
          period < measure.period &&
          (history.has(measureId({ ...measure, period })) || figures.has(`${measure.indicator}@${period}`)),
      ),
  };
}

/** The value of a measure of a period before the book's own. */
export function valueThen(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  if (brokenSince(indicator, measure.period, book.facts.period.id))
    return nothing(book, indicator, measure, 'series-break');
  const figures = fromFigures(book, indicator, measure);
  if (figures) return figures;
  const history = book.earlier.history(measure);
  if (history && history.roundedTo === undefined) return fromHistory(book, indicator, measure, history);
  const made = recomputed(book, indicator, measure);
  if (made && isKnown(made)) return made;
  if (history) return fromHistory(book, indicator, measure, history);
  return nothing(book, indicator, measure, made?.gap ?? 'no-history');
}

/** True when a dated break lies between the earlier and the later period. */
export function brokenSince(indicator: Indicator, earlier: string, later: string): boolean {
  return indicator.breaks.some(({ from }) => monthsOf(earlier)[1] < from && from <= monthsOf(later)[1]);
}

function fromFigures(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const figures = book.earlier.figures(indicator.code, measure.period);
  if (!figures || (indicator.nature === 'flow' && measure.span !== 'period')) return undefined;
  const counts = indicator.nature === 'flag' || indicator.nature === 'status';
  const asked = askedBodies(book, indicator.code, measure.scope);
  // Amounts of merged bodies add up; how many of them said yes is no base for a count of fewer bodies.
  const bodies = counts
    ? asked.bodies
    : bodiesThen(asked.bodies, endOf(book, indicator, measure), book.facts.definition.entities);
  const known = bodies?.flatMap((entity) => figures.get(entity) ?? []) ?? [];
  if (asked.lacking.length > 0 || known.length === 0 || known.length !== bodies?.length) return undefined;
  const wanted = measure.status ?? 'yes';
  const value = counts
    ? exact(String(known.filter((figure) => figure.value === wanted).length))
    : sum(known.map((figure) => exact(figure.value)));
  const inputs = known.map((figure) =>
    book.ledger.add({
      id: `cell:${figure.revision}/${figure.field}`,
      kind: 'cell',
      formula: 'ô số liệu',
      inputs: [],
      value: figure.value,
      unit: indicator.unit,
      label: indicator.label,
      cell: { entity: figure.entity, form: figure.form, revision: figure.revision, field: figure.field },
    }),
  );
  const id = book.ledger.add({
    id: measureId(measure),
    kind: counts ? 'count' : 'sum',
    formula: counts ? `đếm đơn vị: ${wanted}` : 'Σ các đơn vị',
    inputs,
    value: canonical(value),
    unit: indicator.unit,
    label: indicator.label,
  });
  return {
    id,
    measure,
    indicator,
    value,
    state: 'known',
    lacking: [],
    asOf: endOf(book, indicator, measure),
  };
}

function fromHistory(book: Book, indicator: Indicator, measure: Measure, history: HistoryValue): Aggregate {
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'history',
    formula: 'số liệu lịch sử',
    inputs: [],
    value: history.value,
    unit: indicator.unit,
    label: indicator.label,
    history: { basis: history.basis, source: history.source },
  });
  const asOf = endOf(book, indicator, measure);
  return { id, measure, indicator, value: exact(history.value), state: 'known', lacking: [], asOf };
}

/** From parts of the same period, or from the period before; without a value, why that leads nowhere. */
function recomputed(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const derived = derive(book, indicator, measure);
  if (derived) return derived;
  if (indicator.nature !== 'flow' || measure.span === 'period' || tooFar(book, measure)) return undefined;
  const own = book.value({ ...measure, span: 'period' });
  if (!isKnown(own)) return own;
  if (isFirst(book, indicator, measure)) return carried(book, indicator, measure, [own]);
  const before = book.value({ ...measure, period: periodUpTo(measure.period) });
  return isKnown(before) ? carried(book, indicator, measure, [before, own]) : before;
}

function derive(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  if (indicator.sum) return deriveSum(book, indicator, measure);
  if (indicator.difference) return deriveDifference(book, indicator, measure);
  if (indicator.nature === 'ratio') return deriveRatio(book, indicator, measure);
  return undefined;
}

function tooFar(book: Book, measure: Measure): boolean {
  let period = book.facts.period.id;
  for (let step = 0; step < REACH; step += 1) {
    if (period === measure.period) return false;
    period = previousPeriod(period);
  }
  return true;
}

function nothing(book: Book, indicator: Indicator, measure: Measure, gap: Gap): Aggregate {
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'history',
    formula: 'chưa có số liệu',
    inputs: [],
    value: null,
    unit: indicator.unit,
    label: indicator.label,
  });
  return { id, measure, indicator, value: null, state: 'missing', lacking: [], asOf: '', gap };
}

function endOf(book: Book, indicator: Indicator, measure: Measure): string {
  return windowIn(book, indicator, measure.period)?.to ?? '';
}

function withStatus(value: HistoryValue): Measure {
  const { indicator, period, span, scope } = value;
  return value.status
    ? { indicator, period, span, scope, status: value.status }
    : { indicator, period, span, scope };
}
