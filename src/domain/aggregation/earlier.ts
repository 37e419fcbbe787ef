/**
 * Values of earlier periods: from the figures of earlier periods in the system when all bodies have one, else from
 * history, under whichever name the value is on record; else recomputed from parts, from shorter periods or from the
 * period before. A value published rounded is the last resort.
 */
import type { Indicator } from '../definition.ts';
import type { EarlierFigure, Facts, HistoryValue } from '../facts.ts';
import { canonical, exact, sum } from '../exact.ts';
import type { LedgerEntry } from '../ledger.ts';
import { endingWith, frequencyOf, monthsOf, periodUpTo, tilingsOf, type PeriodId } from '../period.ts';
import type { Book } from './book.ts';
import { countThen } from './count.ts';
import { deriveDifference, deriveRatio, deriveSum } from './derived.ts';
import { isKnown, measureId, type Aggregate, type Gap, type Measure } from './measure.ts';
import { bodiesThen } from './predecessors.ts';
import { addsUp, namesOf } from './same-value.ts';
import { brokenSince, notCarried } from './series-break.ts';
import { askedBodies, carried, isFirst } from './total.ts';
import { windowIn } from './windows.ts';

export interface EarlierIndex {
  figures(indicator: string, period: string): ReadonlyMap<string, EarlierFigure> | undefined;
  /** A value on record under one of the names; an exact one goes before one that was published rounded. */
  history(names: readonly Measure[]): HistoryValue | undefined;
  /**
   * Periods before the given one for which anything is known of the measure, newest first: of the same kind, or of
   * any kind for what holds on a day.
   */
  knownBefore(measure: Measure): readonly string[];
}

export function indexEarlier(facts: Facts): EarlierIndex {
  const figures = indexFigures(facts);
  const history = indexHistory(facts.history);
  const figured = [...figures.values()].flatMap((byPeriod) => [...byPeriod.keys()]);
  const periods = [...new Set([...history.all, ...figured])].sort((left, right) => byEnd(right, left));
  const before = new Map<string, readonly PeriodId[]>();
  return {
    figures: (indicator, period) => figures.get(indicator)?.get(period),
    history: (names) => {
      let rounded: HistoryValue | undefined;
      for (const name of names) {
        const value = history.values.get(measureId(name));
        if (value && value.roundedTo === undefined) return value;
        rounded ??= value;
      }
      return rounded;
    },
    knownBefore: (measure) => {
      const id = measureId(measure);
      const answer = before.get(id);
      if (answer) return answer;
      const listed = history.periods.get(seriesId(measure));
      const own = figures.get(measure.indicator);
      if (!listed && !own) return [];
      const kind = addsUp(facts.definition, measure.indicator) ? frequencyOf(measure.period) : undefined;
      const known = periods.filter(
        (period) =>
          (listed?.has(period) === true || own?.has(period) === true) &&
          (kind === undefined || kind === frequencyOf(period)) &&
          byEnd(period, measure.period) < 0,
      );
      const ends = known.filter(
        (period, index) => index === 0 || byEnd(period, known[index - 1] ?? '') !== 0,
      );
      before.set(id, ends);
      return ends;
    },
  };
}

interface HistoryIndex {
  /** By measure. */
  readonly values: ReadonlyMap<string, HistoryValue>;
  /** Periods on record, by series. */
  readonly periods: ReadonlyMap<string, ReadonlySet<PeriodId>>;
  readonly all: ReadonlySet<PeriodId>;
}

/** History is long, and the same from one compile to the next: a list is indexed once. */
const indexes = new WeakMap<readonly HistoryValue[], HistoryIndex>();

function indexHistory(history: readonly HistoryValue[]): HistoryIndex {
  const known = indexes.get(history);
  if (known) return known;
  const values = new Map<string, HistoryValue>();
  const periods = new Map<string, Set<PeriodId>>();
  for (const value of history) {
    const measure = withStatus(value);
    values.set(measureId(measure), value);
    const series = seriesId(measure);
    periods.set(series, (periods.get(series) ?? new Set()).add(value.period));
  }
  const index = { values, periods, all: new Set(history.map(({ period }) => period)) };
  indexes.set(history, index);
  return index;
}

/** Figures of bodies by indicator, period and body; of an indicator that several forms ask for, the primary one's. */
type FigureIndex = ReadonlyMap<string, ReadonlyMap<PeriodId, ReadonlyMap<string, EarlierFigure>>>;

function indexFigures({ earlier, definition }: Facts): FigureIndex {
  const figures = new Map<string, Map<PeriodId, Map<string, EarlierFigure>>>();
  for (const figure of earlier) {
    const { indicator, period, entity, form } = figure;
    const primary = definition.indicators[indicator]?.primary;
    if (primary !== undefined && form !== primary) continue;
    const byPeriod = figures.get(indicator) ?? new Map<PeriodId, Map<string, EarlierFigure>>();
    const byEntity = byPeriod.get(period) ?? new Map<string, EarlierFigure>();
    figures.set(indicator, byPeriod.set(period, byEntity.set(entity, figure)));
  }
  return figures;
}

/** A measure whatever its period. */
function seriesId(measure: Measure): string {
  return measureId({ ...measure, period: '' });
}

/** The value of a measure of a period before the book's own. */
export function valueThen(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const names = namesOf(book.facts.definition, measure);
  const current = names.find(({ period }) => period === book.facts.period.id);
  if (current) return { ...book.value(current), measure };
  for (const name of names) {
    const figures = fromFigures(book, indicator, measure, name);
    if (figures) return figures;
  }
  const history = book.earlier.history(names);
  if (history && history.roundedTo === undefined) return fromHistory(book, indicator, measure, history);
  const made = recomputed(book, indicator, measure);
  if (made && isKnown(made)) return made;
  if (history) return fromHistory(book, indicator, measure, history);
  return nothing(book, indicator, measure, made?.gap ?? 'no-history');
}

/** From the bodies' figures of the period that one of the measure's names is about. */
function fromFigures(
  book: Book,
  indicator: Indicator,
  measure: Measure,
  name: Measure,
): Aggregate | undefined {
  const figures = book.earlier.figures(indicator.code, name.period);
  if (!figures || (indicator.nature === 'flow' && name.span !== 'period')) return undefined;
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

interface FromHistory {
  readonly entry: LedgerEntry;
  readonly aggregate: Aggregate;
}

/** A value of history is the same from one compile to the next, as long as the definition is. */
const onceRead = new WeakMap<HistoryValue, FromHistory>();

function fromHistory(book: Book, indicator: Indicator, measure: Measure, history: HistoryValue): Aggregate {
  const id = measureId(measure);
  let known = onceRead.get(history);
  if (known?.aggregate.indicator !== indicator || known.aggregate.id !== id) {
    known = readHistory(book, indicator, measure, history);
    onceRead.set(history, known);
  }
  book.ledger.add(known.entry);
  return known.aggregate;
}

function readHistory(book: Book, indicator: Indicator, measure: Measure, history: HistoryValue): FromHistory {
  const id = measureId(measure);
  const entry: LedgerEntry = {
    id,
    kind: 'history',
    formula: 'số liệu lịch sử',
    inputs: [],
    value: history.value,
    unit: indicator.unit,
    label: indicator.label,
    history: { basis: history.basis, source: history.source },
  };
  const asOf = endOf(book, indicator, measure);
  const value = exact(history.value);
  return { entry, aggregate: { id, measure, indicator, value, state: 'known', lacking: [], asOf } };
}

/** From parts of the same period, from shorter periods, or from the period before; without a value, why not. */
function recomputed(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  const derived = derive(book, indicator, measure);
  if (derived || indicator.nature !== 'flow') return derived;
  return measure.span === 'period' ? addedUp(book, indicator, measure) : carriedOn(book, indicator, measure);
}

/** A period's own value is the sum of the shorter periods that make it up, when all of them are known. */
function addedUp(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  for (const tiling of tilingsOf(measure.period)) {
    if (brokenSince(book, indicator.code, tiling[0] ?? '', measure.period)) return notCarried(book, measure);
    const parts = tiling.map((period) => book.value({ ...measure, period }));
    if (parts.every(isKnown)) return carried(book, indicator, measure, parts, 'Σ các kỳ ngắn hơn');
  }
  return undefined;
}

/** A total is the one before plus what came since, by any kind of period that ends on the same day. */
function carriedOn(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  let lacking: Aggregate | undefined;
  for (const period of endingWith(measure.period)) {
    const own = book.value({ ...measure, period, span: 'period' });
    if (isKnown(own)) {
      if (isFirst(book, indicator, { ...measure, period })) return carried(book, indicator, measure, [own]);
      const before = book.value({ ...measure, period: periodUpTo(period) });
      if (brokenSince(book, indicator.code, before.measure.period, period))
        return notCarried(book, measure, own);
      if (isKnown(before)) return carried(book, indicator, measure, [before, own]);
      lacking ??= before;
    }
    lacking ??= own;
  }
  return lacking;
}

function derive(book: Book, indicator: Indicator, measure: Measure): Aggregate | undefined {
  if (indicator.sum) return deriveSum(book, indicator, measure);
  if (indicator.difference) return deriveDifference(book, indicator, measure);
  if (indicator.nature === 'ratio') return deriveRatio(book, indicator, measure);
  if (indicator.meets) return countThen(book, indicator, measure);
  return undefined;
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

/** Order by the last month. */
function byEnd(left: PeriodId, right: PeriodId): number {
  const [one, other] = [monthsOf(left)[1], monthsOf(right)[1]];
  return one < other ? -1 : Number(one > other);
}

function withStatus(value: HistoryValue): Measure {
  const { indicator, period, span, scope } = value;
  return value.status
    ? { indicator, period, span, scope, status: value.status }
    : { indicator, period, span, scope };
}
