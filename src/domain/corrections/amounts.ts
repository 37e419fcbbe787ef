/** How much a correction changes each indicator: its own, and those that are computed from it. */
import type { Definition } from '../definition.ts';
import { exact, ZERO, type Exact } from '../exact.ts';
import type { Cell, Row } from '../submission.ts';
import { rowHolds } from '../aggregation/rows.ts';
import { windowOf } from '../period.ts';
import { isOfRow, type Correction, type RowCorrection, type ValueCorrection } from './correction.ts';

/**
 * What an indicator gains for each unit that another one gains: a number for sums and differences, 'otherwise' where
 * the value has to be computed anew (rates, counts of bodies that meet a limit), null where it does not depend on it.
 */
export type Weight = number | 'otherwise' | null;

/** The weights of one corrected indicator, by indicator code; those that do not depend on it are left out. */
export function weightsOf(
  definition: Definition,
  corrected: string,
): ReadonlyMap<string, number | 'otherwise'> {
  const known = new Map<string, Weight>();
  const weigh = (code: string): Weight => {
    if (code === corrected) return 1;
    const answer = known.get(code);
    if (answer !== undefined) return answer;
    known.set(code, null);
    // What goes on under another code holds, in its totals, what was reported under the former one.
    const former = definition.indicators[code]?.continues;
    const weight = weightIn(definition, code, weigh) ?? (former === undefined ? null : weigh(former));
    known.set(code, weight);
    return weight;
  };
  const weights = new Map<string, number | 'otherwise'>();
  for (const code of Object.keys(definition.indicators)) {
    const weight = weigh(code);
    if (weight !== null && weight !== 0) weights.set(code, weight);
  }
  return weights;
}

function weightIn(definition: Definition, code: string, weigh: (code: string) => Weight): Weight {
  const indicator = definition.indicators[code];
  if (!indicator) return null;
  const { sum, difference, numerator, denominator, meets, continues } = indicator;
  if (sum) return addedUp(sum.map(weigh));
  if (difference) return addedUp(difference.map((part, place) => negative(weigh(part), place > 0)));
  // The series goes on: months of the former code are part of its totals.
  if (continues !== undefined) return weigh(continues);
  const parts = [numerator, denominator, meets?.indicator].filter((part) => part !== undefined);
  return parts.some((part) => weigh(part) !== null) ? 'otherwise' : null;
}

function addedUp(weights: readonly Weight[]): Weight {
  const involved = weights.filter((weight) => weight !== null);
  if (involved.length === 0) return null;
  return involved.reduce((total, weight) =>
    total === 'otherwise' || weight === 'otherwise' ? 'otherwise' : total + weight,
  );
}

function negative(weight: Weight, isNegative: boolean): Weight {
  return isNegative && typeof weight === 'number' ? -weight : weight;
}

/** What a correction changes of one indicator, for one body. */
export interface Contribution {
  readonly correction: Correction;
  readonly indicator: string;
  /** Whose value it is: a body's id; of a value of history its scope. */
  readonly of: string;
  /**
   * What it adds to a total of the indicator, or to the count of the bodies in a class.
   * @param status the class that is counted; a flag counts those that said yes
   */
  readonly amount: (status?: string) => Exact;
}

/** What a correction changes directly: its own indicator, or those that are counted from the rows of its table. */
export function contributionsOf(correction: Correction, definition: Definition): readonly Contribution[] {
  if (isOfRow(correction)) return contributionsOfRow(correction, definition);
  const { indicator, place } = correction;
  if (indicator === undefined) return [];
  const of = place.kind === 'cell' ? place.entity : place.scope;
  return [{ correction, indicator, of, amount: (status) => amountOf(correction, definition, status) }];
}

function contributionsOfRow(correction: RowCorrection, definition: Definition): readonly Contribution[] {
  const { period, place, from, to } = correction;
  const rule = definition.report.windows['ky'];
  const window = rule && windowOf(rule, period);
  const day = (value: string | undefined): string | undefined =>
    value === '@start' ? window?.from : value === '@end' ? window?.to : value;
  return Object.values(definition.indicators).flatMap(({ code, rows }): readonly Contribution[] => {
    if (rows?.table !== place.table) return [];
    const where = rows.where.map((condition) => ({
      ...condition,
      ...Object.fromEntries(
        Object.entries(condition).map(([key, value]) => [key, key === 'column' ? value : day(value)]),
      ),
    }));
    const one = (row: Row | null, sign: 1 | -1): readonly Contribution[] => {
      if (row === null || !rowHolds(where, row)) return [];
      const worth = exact(rows.sum === undefined ? '1' : (row[rows.sum] ?? '0')).mul(sign);
      const of = rows.body === undefined ? place.entity : (row[rows.body] ?? '');
      return [{ correction, indicator: code, of, amount: () => worth }];
    };
    return [...one(from, -1), ...one(to, 1)];
  });
}

function amountOf({ from, to, indicator }: ValueCorrection, definition: Definition, status?: string): Exact {
  const nature = definition.indicators[indicator ?? '']?.nature;
  const counts = nature === 'flag' || nature === 'status';
  const worth = (cell: Cell | null): Exact => {
    if (cell?.state !== 'value') return ZERO;
    if (counts) return exact(cell.value === (status ?? 'yes') ? '1' : '0');
    return exact(cell.value);
  };
  return worth(to).sub(worth(from));
}
