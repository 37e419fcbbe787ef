/** Reads columns of sheets, each no further than it is asked for, and keeps those read last. */
import {
  figureOf,
  OUTSIDE,
  placesOf,
  splitValues,
  type EarlierFigure,
  type FigureColumn,
  type FigureSheet,
} from './sheet.ts';
import { wholesIn } from './whole-numbers.ts';

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

/** The columns that are about one indicator and period, as what bodies reported of it. */
export function figuresOfBodies(
  columns: readonly { readonly sheet: FigureSheet; readonly column: FigureColumn }[],
): FiguresOfBodies {
  const latestFirst = columns.toReversed();
  const all = (): readonly ReadColumn[] => columns.map(({ sheet, column }) => read(sheet, column));
  return {
    columns: all,
    get: (entity) => {
      for (const { sheet, column } of latestFirst) {
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
