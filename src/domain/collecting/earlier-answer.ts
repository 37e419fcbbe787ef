/** What a body said of the same thing before, shown beside the field, and how the new value differs from it. */
import type { Indicator } from '../definition.ts';
import { canonical, exact, round, ZERO, type Exact } from '../exact.ts';
import type { PeriodId } from '../period.ts';
import type { Cell } from '../submission.ts';

export interface EarlierAnswer {
  readonly period: PeriodId;
  /** As the body answered it; a value that stands for several bodies, or comes from a history file, is a value. */
  readonly cell: Cell;
  /** own: the body's own answer · predecessors: summed over the bodies it was made from · history: from a file. */
  readonly from: 'own' | 'predecessors' | 'history';
}

/** A change from an earlier value: exact difference, and percent half up to one decimal where there is a base. */
export interface Change {
  /** Canonical decimal. */
  readonly difference: string;
  /** Canonical decimal; absent against zero and for what is itself a percentage. */
  readonly percent?: string;
}

/** What changed from an earlier answer; undefined where one of the two is no number. */
export function changeFrom(before: Cell, now: Cell, { unit }: Pick<Indicator, 'unit'>): Change | undefined {
  const [base, value] = [numberIn(before), numberIn(now)];
  if (!base || !value) return undefined;
  const difference = value.sub(base);
  if (unit === '%' || base.equals(0)) return { difference: canonical(difference) };
  return {
    difference: canonical(difference),
    percent: canonical(round(difference.div(base.abs()).mul(100), 1, 'half-up')),
  };
}

function numberIn(cell: Cell): Exact | undefined {
  if (cell.state === 'none') return ZERO;
  return cell.state === 'value' && /^-?\d+(\.\d+)?$/.test(cell.value) ? exact(cell.value) : undefined;
}
