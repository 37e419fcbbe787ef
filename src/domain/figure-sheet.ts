/**
 * Figures of earlier periods, held as sheets: one form in one period, a line per body and a column per field. Eleven
 * thousand bodies with forty indicators have ten million figures in two years; as text by column they are some sixty
 * megabytes, as an object each they would be gigabytes.
 */
import type { PeriodId } from './period.ts';

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

/** A column of a sheet, read as far as it is asked for. */
export interface ReadColumn {
  readonly sheet: FigureSheet;
  readonly column: FigureColumn;
  /** In the order of the sheet's bodies, "" where a body has none, OUTSIDE where none applies. */
  readonly values: () => readonly string[];
  /** The same as whole numbers, where every body has one of at most fourteen digits: sums of them fit 64 bits. */
  readonly wholes: () => BigInt64Array | undefined;
}

/** What bodies reported of one indicator in one period: mostly a single column, as mostly one form asks for it. */
export interface FiguresOfBodies {
  /** Read when they are asked for; the last one that has a figure of a body counts. */
  columns(): readonly ReadColumn[];
  get(entity: string): EarlierFigure | undefined;
  /** True when the body answered that the question does not apply to it: it has no figure, and none is missing. */
  isOutside(entity: string): boolean;
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

/** The columns that are about one indicator and period, as what bodies reported of it. */
export function figuresOfBodies(
  columns: readonly { readonly sheet: FigureSheet; readonly column: FigureColumn }[],
): FiguresOfBodies {
  const all = (): readonly ReadColumn[] => columns.map(({ sheet, column }) => read(sheet, column));
  return {
    columns: all,
    get: (entity) => {
      for (const { sheet, column } of columns.toReversed()) {
        const place = placesOf(sheet.bodies).get(entity);
        const figure = place === undefined ? undefined : figureAt(read(sheet, column), place);
        if (figure) return figure;
      }
      return undefined;
    },
    isOutside: (entity) =>
      columns.some(({ sheet, column }) => {
        const place = placesOf(sheet.bodies).get(entity);
        return place !== undefined && read(sheet, column).values()[place] === OUTSIDE;
      }),
  };
}

/** Every figure of some sheets, one by one. */
export function* figuresIn(sheets: readonly FigureSheet[]): Generator<EarlierFigure> {
  for (const figure of answersIn(sheets)) if (figure.value !== OUTSIDE) yield figure;
}

function* answersIn(sheets: readonly FigureSheet[]): Generator<EarlierFigure> {
  for (const sheet of sheets)
    for (const column of sheet.columns)
      for (const [place, value] of splitValues(column.values).entries())
        if (value !== '') yield figureOf(sheet, column, place, value);
}

/** Figures as sheets, in the order in which their periods and forms, bodies and fields first come. */
export function sheetsOf(figures: Iterable<EarlierFigure>): readonly FigureSheet[] {
  const sheets = new Map<string, EarlierFigure[]>();
  for (const figure of figures) {
    const key = `${figure.period}/${figure.form}`;
    const known = sheets.get(key);
    if (known) known.push(figure);
    else sheets.set(key, [figure]);
  }
  return [...sheets.values()].map(sheetOf);
}

function sheetOf(figures: readonly EarlierFigure[]): FigureSheet {
  const [{ period, form } = { period: '', form: '' }] = figures;
  const revisions = new Map<string, string>();
  const columns = new Map<string, EarlierFigure[]>();
  for (const figure of figures) {
    const key = `${figure.field} ${figure.indicator}`;
    revisions.set(figure.entity, figure.revision);
    const known = columns.get(key);
    if (known) known.push(figure);
    else columns.set(key, [figure]);
  }
  const bodies = [...revisions.keys()];
  return {
    period,
    form,
    bodies,
    revisions: [...revisions.values()].map((id) => Number(id.slice(id.lastIndexOf('/') + 1))),
    columns: [...columns.values()].map((own) => {
      const values = new Map(own.map(({ entity, value }) => [entity, value]));
      const [{ field, indicator } = { field: '', indicator: '' }] = own;
      return { field, indicator, values: joinValues(bodies.map((entity) => values.get(entity) ?? '')) };
    }),
  };
}

/**
 * The sheets with another value of one field of a body, or without one; a body, field, form or period that has no
 * figures yet is added. A body that stands on the sheet keeps its revision.
 */
export function withFigure(
  sheets: readonly FigureSheet[],
  place: Pick<EarlierFigure, 'period' | 'form' | 'entity' | 'field'>,
  figure: EarlierFigure | undefined,
): readonly FigureSheet[] {
  const isOn = ({ period, form }: FigureSheet): boolean => period === place.period && form === place.form;
  const added = figure ? [figure] : [];
  if (!sheets.some(isOn)) return [...sheets, ...sheetsOf(added)];
  return sheets.flatMap((sheet) => {
    if (!isOn(sheet)) return [sheet];
    const { entity, field } = place;
    const figures = [...answersIn([sheet])];
    const others = figures.filter((own) => own.entity !== entity || own.field !== field);
    const revision = figures.find((own) => own.entity === entity)?.revision;
    return sheetsOf([...others, ...added.map((own) => ({ ...own, revision: revision ?? own.revision }))]);
  });
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each body stands in a list. Sheets of the same bodies share their list, and so the answer. */
export function placesOf(bodies: readonly string[]): ReadonlyMap<string, number> {
  const places = known.get(bodies) ?? new Map(bodies.map((entity, place) => [entity, place]));
  known.set(bodies, places);
  return places;
}

interface KeptColumn extends ReadColumn {
  /** The figures that were asked for, by line. */
  readonly figures: Map<number, EarlierFigure>;
}

/** The figure of one line; the same object each time, as long as the column is kept. */
function figureAt({ sheet, column, values, figures }: KeptColumn, place: number): EarlierFigure | undefined {
  const made = figures.get(place);
  if (made) return made;
  const value = values()[place];
  if (value === undefined || value === '' || value === OUTSIDE) return undefined;
  const figure = figureOf(sheet, column, place, value);
  figures.set(place, figure);
  return figure;
}

function figureOf(
  { period, form, bodies, revisions }: FigureSheet,
  { field, indicator }: FigureColumn,
  place: number,
  value: string,
): EarlierFigure {
  const entity = bodies[place] ?? '';
  const revision = `${period}/${form}/${entity}/${revisions[place]}`;
  return { indicator, period, entity, value, revision, form, field };
}

/** Columns read last, the latest at the end: sheets are the same from one compile to the next. */
const kept = new Map<FigureColumn, KeptColumn>();
/** Values in the columns that are kept: two years of an indicator of eleven thousand bodies, twice. */
const MANY = 600_000;
/** What a column takes besides its values, in values. */
const COLUMN = 50;
let held = 0;

/**
 * Columns of single bodies live as long as their sheet: those of every body that looks at its form would push each other
 * out by the thousand, and with them the ones that a compile comes back to.
 */
const small = new WeakMap<FigureColumn, KeptColumn>();

function read(sheet: FigureSheet, column: FigureColumn): KeptColumn {
  if (sheet.bodies.length === 1) {
    const made = small.get(column) ?? columnOf(sheet, column);
    small.set(column, made);
    return made;
  }
  const before = kept.get(column);
  if (before) {
    kept.delete(column);
    kept.set(column, before);
    return before;
  }
  const made = columnOf(sheet, column);
  kept.set(column, made);
  held += COLUMN + sheet.bodies.length;
  for (const [oldest, { sheet: of }] of kept) {
    if (held <= MANY || oldest === column) break;
    kept.delete(oldest);
    held -= COLUMN + of.bodies.length;
  }
  return made;
}

function columnOf(sheet: FigureSheet, column: FigureColumn): KeptColumn {
  let values: readonly string[] | undefined;
  let wholes: BigInt64Array | null | undefined;
  return {
    sheet,
    column,
    values: () => (values ??= splitValues(column.values)),
    wholes: () => {
      if (wholes === undefined) wholes = wholesIn(column.values, sheet.bodies.length);
      return wholes ?? undefined;
    },
    figures: new Map(),
  };
}

const MOST_DIGITS = 14;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Reads whole numbers character by character: of thousands of texts no object is made. */
function wholesIn(text: string, count: number): BigInt64Array | null {
  const wholes = new BigInt64Array(count);
  let place = 0;
  let digits = 0;
  let number = 0;
  let sign = 1;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : COMMA;
    if (code >= ZERO && code <= NINE) {
      digits += 1;
      if (digits > MOST_DIGITS) return null;
      number = number * 10 + (code - ZERO);
    } else if (code === COMMA) {
      if (digits === 0 || place >= count) return null;
      wholes[place] = BigInt(sign * number);
      [place, digits, number, sign] = [place + 1, 0, 0, 1];
    } else if (code === MINUS && digits === 0 && sign === 1) sign = -1;
    else return null;
  }
  return place === count ? wholes : null;
}
