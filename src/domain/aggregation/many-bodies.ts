/**
 * Values made of very many bodies. Nobody follows a sum over eleven thousand communes cell by cell, and a ledger with
 * ten million cells could not be kept: such a sum names the field, and the edition's inputs have its cells one by one.
 */
import type { Indicator } from '../definition.ts';
import { canonical, exact, sumOfTexts, type Exact } from '../exact.ts';
import { OUTSIDE, placesOf, type FigureSheet } from '../figure-sheets/sheet.ts';
import type { FiguresOfBodies, ReadColumn } from '../figure-sheets/read-columns.ts';
import type { Book } from './book.ts';
import { WHOLE, type Share } from './predecessors.ts';

/** A field that more bodies than this answer is not taken apart into cells: no report lists so many. */
const MANY = 500;
/** So many numbers of fourteen digits fit 64 bits: 10¹⁴ × 50.000 < 2⁶³. */
const MOST_ADDED = 50_000;

/** True when a value over several bodies names the field instead of their cells: so many bodies are asked for it. */
export function areMany(asked: number, inScope: number): boolean {
  return asked > MANY && inScope > 1;
}

/** A value taken from what several bodies reported. */
export interface Taken {
  readonly value: Exact;
  /** Writes what it was made of into the ledger, and gives the ids. */
  readonly inputs: () => readonly string[];
}

/**
 * The sum of what whole bodies reported in an earlier period, or how many of them gave one answer. Undefined when one
 * of them has no figure, when their figures are not those of one field, or when few bodies are asked.
 * @param wanted counts the bodies with this answer; absent: adds up
 */
export function takeTogether(
  book: Book,
  indicator: Indicator,
  scope: string,
  figures: FiguresOfBodies,
  shares: readonly Share[],
  wanted?: string,
): Taken | undefined {
  const [column, ...others] = figures.columns();
  if (!column || others.length > 0 || !areMany(column.sheet.bodies.length, shares.length)) return undefined;
  const places = placesOn(column.sheet, shares);
  if (!places) return undefined;
  const value = wanted === undefined ? addedUp(column, places) : counted(column, places, wanted);
  if (!value) return undefined;
  const { period, form } = column.sheet;
  const what = { period, form, field: column.column.field, bodies: places.length };
  return { value, inputs: () => [recordCells(book, indicator, scope, what, value)] };
}

/** Writes the cells of one field of many bodies into the ledger, as one leaf. */
export function recordCells(
  book: Book,
  indicator: Indicator,
  scope: string,
  cells: { readonly period: string; readonly form: string; readonly field: string; readonly bodies: number },
  value: Exact,
): string {
  return book.ledger.add({
    id: `cells:${cells.period}/${cells.form}/${cells.field}@${scope || '*'}`,
    kind: 'cells',
    formula: 'các ô số liệu',
    inputs: [],
    value: canonical(value),
    unit: indicator.unit,
    label: indicator.label,
    cells,
  });
}

function addedUp(column: ReadColumn, places: Int32Array): Exact | undefined {
  const wholes = column.wholes();
  if (wholes && places.length <= MOST_ADDED) {
    let total = 0n;
    // Kept to 64 bits, an addition makes no object.
    for (const place of places) total = BigInt.asIntN(64, total + (wholes[place] ?? 0n));
    return exact(total);
  }
  const values = column.values();
  const texts: string[] = [];
  for (const place of places) {
    const text = values[place];
    if (text === undefined || text === '') return undefined;
    if (text !== OUTSIDE) texts.push(text);
  }
  return texts.length > 0 ? sumOfTexts(texts) : undefined;
}

function counted(column: ReadColumn, places: Int32Array, wanted: string): Exact | undefined {
  const values = column.values();
  let count = 0;
  for (const place of places) {
    const text = values[place];
    if (text === undefined || text === '') return undefined;
    if (text === wanted) count += 1;
  }
  return exact(String(count));
}

/** By bodies of the scope, then by the sheet's list of bodies: both lists are the same for many indicators and months. */
const known = new WeakMap<readonly Share[], WeakMap<readonly string[], { readonly places?: Int32Array }>>();

/** Where the bodies stand on the sheet; undefined when one is not there, or only a part of it counts. */
function placesOn({ bodies }: FigureSheet, shares: readonly Share[]): Int32Array | undefined {
  const ofShares = known.get(shares) ?? new WeakMap<readonly string[], { readonly places?: Int32Array }>();
  known.set(shares, ofShares);
  const answer = ofShares.get(bodies);
  if (answer) return answer.places;
  const index = placesOf(bodies);
  const places = Int32Array.from(shares, ({ entity, weight }) =>
    weight.equals(WHOLE) ? (index.get(entity) ?? -1) : -1,
  );
  const found = places.includes(-1) ? {} : { places };
  ofShares.set(bodies, found);
  return found.places;
}
