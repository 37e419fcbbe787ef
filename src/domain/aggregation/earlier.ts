/**
 * Values of earlier periods: from the figures of earlier periods in the system when all bodies have one, else from
 * history, under whichever name the value is on record; else recomputed from parts, from shorter periods or from the
 * period before. A value published rounded is the last resort.
 */
import type { Indicator } from '../definition.ts';
import type { EarlierFigure, HistoryValue } from '../facts.ts';
import { canonical, exact, sum } from '../exact.ts';
import type { FiguresOfBodies } from '../figure-sheets/read-columns.ts';
import type { LedgerEntry } from '../ledger.ts';
import { endingWith, periodUpTo, tilingsOf } from '../period.ts';
import { isCorrected } from '../corrections/adjust-history.ts';
import { bodiesThen } from './bodies-then.ts';
import type { Book } from './book.ts';
import { valueBefore } from './continued.ts';
import { correctedValue } from './corrected-value.ts';
import { countThen } from './count.ts';
import { deriveDifference, deriveRatio, deriveSum } from './derived.ts';
import { numberOf } from './earlier-index.ts';
import { takeTogether, type Taken } from './many-bodies.ts';
import { isKnown, measureId, type Aggregate, type Gap, type Measure } from './measure.ts';
import type { Share } from './predecessors.ts';
import { formulaOf, recordShare, restated, restatement, weighed } from './restated.ts';
import { namesOf } from './same-value.ts';
import { brokenSince, notCarried } from './series-break.ts';
import { carried, isFirst } from './total.ts';
import { windowIn } from './windows.ts';

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
  const ofOthers = restated(book, indicator, measure);
  if (ofOthers) return ofOthers;
  const former = valueBefore(book, indicator, measure);
  const made = former ?? recomputed(book, indicator, measure);
  if (made && isKnown(made)) return made;
  if (history) return fromHistory(book, indicator, measure, history);
  return nothing(book, indicator, measure, made?.gap ?? 'no-history');
}

/** A value from history alone, of a period that the book's own ends with. */
export function valueOnRecord(book: Book, indicator: Indicator, measure: Measure): Aggregate {
  const history = book.earlier.history(namesOf(book.facts.definition, measure));
  return history
    ? fromHistory(book, indicator, measure, history)
    : nothing(book, indicator, measure, 'no-history');
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
  const then = bodiesThen(book, indicator, measure.scope, name.period);
  // Amounts of merged bodies add up; how many of them said yes is no base for a count of fewer bodies.
  if (!then?.shares || ((counts || indicator.rank) && !then.isRenamed)) return undefined;
  const wanted = counts ? (measure.status ?? 'yes') : undefined;
  const taken =
    takeTogether(book, indicator, measure.scope, figures, then.shares, wanted) ??
    takeEach(book, indicator, measure.scope, figures, then.shares, wanted);
  if (!taken) return undefined;
  const { value, inputs } = taken;
  const id = measureId(measure);
  const made = restatement(book, measure.scope, then);
  book.ledger.addLater(id, () => ({
    id,
    kind: counts ? 'count' : 'sum',
    formula: wanted === undefined ? formulaOf(then) : `đếm đơn vị: ${wanted}`,
    inputs: inputs(),
    value: canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    ...made,
  }));
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

/** The same body by body, each cell in the ledger. */
function takeEach(
  book: Book,
  indicator: Indicator,
  scope: string,
  figures: FiguresOfBodies,
  shares: readonly Share[],
  wanted?: string,
): Taken | undefined {
  const known = shares.flatMap(({ entity, weight }) => {
    const figure = figures.get(entity);
    return figure ? [{ figure, weight }] : [];
  });
  const hasAll =
    known.length === shares.length ||
    shares.every(({ entity }) => figures.get(entity) !== undefined || figures.isOutside(entity));
  if (known.length === 0 || !hasAll) return undefined;
  return {
    value:
      wanted === undefined
        ? sum(known.map(({ figure, weight }) => weighed(numberOf(figure), weight)))
        : exact(String(known.filter(({ figure }) => figure.value === wanted).length)),
    inputs: () =>
      known.map(({ figure, weight }) => {
        const cell = recordFigure(book, indicator, figure);
        return wanted === undefined ? recordShare(book, indicator, scope, figure, weight, cell) : cell;
      }),
  };
}

function recordFigure(
  book: Book,
  indicator: Indicator,
  { entity, form, revision, field, value }: EarlierFigure,
): string {
  return book.ledger.add({
    id: `cell:${revision}/${field}`,
    kind: 'cell',
    formula: 'ô số liệu',
    inputs: [],
    value,
    unit: indicator.unit,
    label: indicator.label,
    cell: { entity, form, revision, field },
  });
}

interface FromHistory {
  readonly entry: LedgerEntry;
  readonly aggregate: Aggregate;
}

/** A value of history is the same from one compile to the next, as long as the definition is. */
const onceRead = new WeakMap<HistoryValue, FromHistory>();

function fromHistory(book: Book, indicator: Indicator, measure: Measure, history: HistoryValue): Aggregate {
  if (isCorrected(history)) return correctedValue(book, indicator, measure, history);
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
  const value = numberOf(history);
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
