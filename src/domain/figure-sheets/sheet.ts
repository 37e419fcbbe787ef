/**
 * Figures of earlier periods, held as sheets: one form in one period, a line per body and a column per field. Eleven
 * thousand bodies with forty indicators have ten million figures in two years; as text by column they are some sixty
 * megabytes, as an object each they would be gigabytes.
 */
import type { PeriodId } from '../period.ts';

/** The figures of one form in one period, as accepted. Plain data. */
export interface FigureSheet {
  readonly period: PeriodId;
  readonly form: string;
  /** Ids of the bodies, each once. */
  readonly bodies: readonly string[];
  /** Number of the accepted revision of each body. */
  readonly revisions: readonly number[];
  readonly columns: readonly FigureColumn[];
}

export interface FigureColumn {
  readonly field: string;
  readonly indicator: string;
  /** The value of each body, joined by commas; nothing stands where a body has none, OUTSIDE where none applies. */
  readonly values: string;
}

/** A body's figure of an earlier period of this report, from its accepted revision. */
export interface EarlierFigure {
  readonly indicator: string;
  readonly period: PeriodId;
  readonly entity: string;
  /** Canonical decimal, "yes"/"no", or a class id. */
  readonly value: string;
  readonly revision: string;
  readonly form: string;
  readonly field: string;
}

/** Stands for “không áp dụng”; no number, flag or class is written so. */
export const OUTSIDE = '~';

const SEPARATOR = ',';

/**
 * Values side by side as text.
 * @throws RangeError when a value holds a comma, which no number, flag or class does.
 */
export function joinValues(values: readonly string[]): string {
  if (values.some((value) => value.includes(SEPARATOR)))
    throw new RangeError(`a figure holds “${SEPARATOR}”`);
  return values.join(SEPARATOR);
}

export function splitValues(text: string): readonly string[] {
  return text.split(SEPARATOR);
}

/** Every figure of some sheets, one by one. */
export function* figuresIn(sheets: readonly FigureSheet[]): Generator<EarlierFigure> {
  for (const figure of answersIn(sheets)) if (figure.value !== OUTSIDE) yield figure;
}

/** The same with what does not apply, whose value is OUTSIDE. */
export function* answersIn(sheets: readonly FigureSheet[]): Generator<EarlierFigure> {
  for (const sheet of sheets)
    for (const column of sheet.columns)
      for (const [place, value] of splitValues(column.values).entries())
        if (value !== '') yield figureOf(sheet, column, place, value);
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each body stands in a list. Sheets of the same bodies share their list, and so the answer. */
export function placesOf(bodies: readonly string[]): ReadonlyMap<string, number> {
  const places = known.get(bodies) ?? new Map(bodies.map((entity, place) => [entity, place]));
  known.set(bodies, places);
  return places;
}

/** What stands in one line of a column. */
export function figureOf(
  { period, form, bodies, revisions }: FigureSheet,
  { field, indicator }: FigureColumn,
  place: number,
  value: string,
): EarlierFigure {
  const entity = bodies[place] ?? '';
  const revision = `${period}/${form}/${entity}/${revisions[place]}`;
  return { indicator, period, entity, value, revision, form, field };
}
