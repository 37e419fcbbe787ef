/** How old an answer is that was carried forward, in periods, and whether it may still stand. */
import type { FormTable, Indicator } from '../definition.ts';
import { frequencyOf, monthsOf, type PeriodId } from '../period.ts';
import type { Answers, Carried, Cell } from '../submission.ts';

/**
 * How many periods after another one of the same kind a period lies: 1 for the next one, 0 for itself, negative for
 * an earlier one. Nine months follow nine months of the year before, so a year apart is one period.
 * Undefined for periods of different kinds.
 */
export function periodsAfter(from: PeriodId, period: PeriodId): number | undefined {
  const kind = frequencyOf(period);
  if (frequencyOf(from) !== kind) return undefined;
  const [first, last] = monthsOf(period);
  const length = kind === 'nine-months' ? 12 : monthNumber(last) - monthNumber(first) + 1;
  return (monthNumber(first) - monthNumber(monthsOf(from)[0])) / length;
}

/** True when an answer carried from then may not stand in a period any more, or what it answers is not standing at all. */
export function isStale(
  { from }: Pick<Carried, 'from'>,
  limit: number | undefined,
  period: PeriodId,
): boolean {
  const age = periodsAfter(from, period);
  return limit === undefined || age === undefined || age < 1 || age > limit;
}

/** True for a cell that was carried forward and is too old for the period. */
export function isStaleCell(cell: Cell, indicator: Indicator | undefined, period: PeriodId): boolean {
  if (cell.state === 'pending' || cell.carried === undefined) return false;
  return isStale(cell.carried, indicator?.standing, period);
}

/** True for a standing table without rows of which it was not said that there are none, or with rows that are too old. */
export function isTableBlank(
  { id, standing }: FormTable,
  { tables, standingTables }: Answers,
  period: PeriodId,
): boolean {
  const mark = standingTables?.[id];
  if (mark === 'none') return false;
  if (mark !== undefined) return isStale(mark, standing, period);
  return standing !== undefined && (tables[id] ?? []).length === 0;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
