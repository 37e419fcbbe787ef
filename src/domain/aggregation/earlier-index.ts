/** What is known of earlier periods, found by measure: figures of bodies in the system, and values of history files. */
import type { Definition } from '../definition.ts';
import type { EarlierFigure, Facts, HistoryValue } from '../facts.ts';
import { figuresOfBodies, type FiguresOfBodies } from '../figure-sheets/read-columns.ts';
import type { FigureSheet } from '../figure-sheets/sheet.ts';
import { correctedHistory } from '../corrections/adjust-history.ts';
import { exact, type Exact } from '../exact.ts';
import { madeOnce, nested } from '../made-once.ts';
import { validIn } from '../owed.ts';
import { figuresAbout } from '../row-figures.ts';
import { endingWith, frequencyOf, monthsOf, type PeriodId } from '../period.ts';
import { indexHistory, lineOf, type Series } from './history-index.ts';
import type { Measure } from './measure.ts';
import { addsUp } from './same-value.ts';

export interface EarlierIndex {
  figures(indicator: string, period: string): FiguresOfBodies | undefined;
  /** A value on record under one of the names; an exact one goes before one that was published rounded. */
  history(names: readonly Measure[]): HistoryValue | undefined;
  /**
   * Periods before the given one for which anything is known of the measure, newest first: of the same kind, or of
   * any kind for what holds on a day.
   */
  knownBefore(measure: Measure): readonly string[];
  /**
   * Of a measure of a flow or stock, whatever its period: the exact value that a body's own figure of a period decides,
   * or history where no figures of that time are in the system. Undefined: the book has to be asked. Nothing is written
   * into the ledger, so that a check can look at thousands of values that nobody prints.
   */
  recorded(measure: Measure): (period: PeriodId) => Exact | undefined;
}

/** What is known of earlier periods; values are read from columns when they are asked for. */
export function indexEarlier(facts: Facts): EarlierIndex {
  const figures = figuresOf(facts);
  const history = indexHistory(correctedHistory(facts));
  const reported = [...figures.values()].flatMap((byPeriod) => [...byPeriod.keys()]);
  const periods = [...new Set([...history.all, ...reported])].sort((left, right) => byEnd(right, left));
  // Bodies of one indicator mostly have the same periods on record.
  const before = new Map<object, Map<string, Map<PeriodId, readonly PeriodId[]>>>();
  let last: { readonly measure: Measure; readonly series: Series | undefined } | undefined;
  const seriesOf = (measure: Measure): Series | undefined => {
    if (last?.measure === measure) return last.series;
    const { indicator, span, status, scope } = measure;
    const series = history.series.get(indicator)?.get(lineOf(span, status))?.get(scope);
    last = { measure, series };
    return series;
  };
  const knownUnder = (measure: Measure): readonly PeriodId[] => {
    const listed = seriesOf(measure)?.periods;
    const own = figures.get(measure.indicator);
    const on = listed ?? own;
    if (!on) return [];
    const ofIndicators = nested(before, on);
    const answers = nested(ofIndicators, measure.indicator);
    const answer = answers.get(measure.period);
    if (answer) return answer;
    const kind = addsUp(facts.definition, measure.indicator) ? frequencyOf(measure.period) : undefined;
    const known = periods.filter(
      (period) =>
        (listed?.has(period) === true || own?.has(period) === true) &&
        (kind === undefined || kind === frequencyOf(period)) &&
        byEnd(period, measure.period) < 0,
    );
    const ends = known.filter((period, index) => index === 0 || byEnd(period, known[index - 1] ?? '') !== 0);
    answers.set(measure.period, ends);
    return ends;
  };
  return {
    figures: (indicator, period) => figures.get(indicator)?.get(period),
    history: (names) => {
      let rounded: HistoryValue | undefined;
      for (const name of names) {
        const value = seriesOf(name)?.values.get(name.period);
        if (value && value.roundedTo === undefined) return value;
        rounded ??= value;
      }
      return rounded;
    },
    knownBefore: function knownBefore(measure): readonly PeriodId[] {
      const { continues } = facts.definition.indicators[measure.indicator] ?? {};
      const own = knownUnder(measure);
      if (continues === undefined) return own;
      const former = knownBefore({ ...measure, indicator: continues });
      const ends = new Set(own.map((period) => monthsOf(period)[1]));
      return [...own, ...former.filter((period) => !ends.has(monthsOf(period)[1]))].sort((left, right) =>
        byEnd(right, left),
      );
    },
    recorded: (measure) => {
      const listed = seriesOf(measure)?.values;
      const own = figures.get(measure.indicator);
      const nature = facts.definition.indicators[measure.indicator]?.nature;
      const figured = nature === 'stock' || measure.span === 'period';
      return (period) => {
        const figure = figured ? own?.get(period)?.get(measure.scope) : undefined;
        if (figure) return numberOf(figure);
        const value = listed?.get(period);
        if (!value || value.roundedTo !== undefined) return undefined;
        if (own && endingWith(period).some((name) => own.has(name))) return undefined;
        return numberOf(value);
      };
    },
  };
}

/** Earlier values are the same from one compile to the next; reading a number takes longer than looking it up. */
const numbers = new WeakMap<HistoryValue | EarlierFigure, Exact>();

/** The exact number of a value on record, read once. */
export function numberOf(value: HistoryValue | EarlierFigure): Exact {
  return madeOnce(numbers, value, readNumber);
}

function readNumber({ value }: HistoryValue | EarlierFigure): Exact {
  return exact(value);
}

/** Figures of bodies by indicator and period; of an indicator that several forms ask for, the primary one's. */
type FigureIndex = ReadonlyMap<string, ReadonlyMap<PeriodId, FiguresOfBodies>>;

type ColumnOfSheet = Parameters<typeof figuresOfBodies>[0][number];

/** The same sheets are looked at under the same definition by every check of a body's form: they are indexed once. */
const figureIndexes = new WeakMap<readonly FigureSheet[], WeakMap<Definition, FigureIndex>>();

function figuresOf(facts: Facts): FigureIndex {
  const ofSheets = figureIndexes.get(facts.earlier) ?? new WeakMap<Definition, FigureIndex>();
  figureIndexes.set(facts.earlier, ofSheets);
  const known = ofSheets.get(facts.definition) ?? indexFigures(facts);
  ofSheets.set(facts.definition, known);
  return known;
}

function indexFigures({ earlier, definition }: Facts): FigureIndex {
  const columns = new Map<string, Map<PeriodId, ColumnOfSheet[]>>();
  for (const sheet of earlier)
    for (const column of sheet.columns) {
      const { indicator } = column;
      const { period, form } = sheet;
      const primary = definition.indicators[indicator]?.primary;
      if (primary !== undefined && form !== primary && isAsked(definition, primary, period)) continue;
      const byPeriod = columns.get(indicator) ?? new Map<PeriodId, ColumnOfSheet[]>();
      byPeriod.set(period, [...(byPeriod.get(period) ?? []), { sheet, column }]);
      columns.set(indicator, byPeriod);
    }
  return new Map(
    [...columns].map(([indicator, byPeriod]) => [
      indicator,
      new Map(
        [...byPeriod].map(([period, own]) => [
          period,
          definition.indicators[indicator]?.rows?.body === undefined
            ? figuresOfBodies(own)
            : figuresAbout(own),
        ]),
      ),
    ]),
  );
}

/** Before its primary form there was another owner, whose figures were those that were printed. */
function isAsked({ forms }: Definition, primary: string, period: PeriodId): boolean {
  const form = forms.find(({ id }) => id === primary);
  return form !== undefined && validIn(form, period);
}

/** Order by the last month. */
function byEnd(left: PeriodId, right: PeriodId): number {
  const [one, other] = [monthsOf(left)[1], monthsOf(right)[1]];
  return one < other ? -1 : Number(one > other);
}
