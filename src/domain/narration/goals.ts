/** The goal that a text measures a result against: of the period's year, or of a stated one. */
import { goalOfYear } from '../aggregation/continued.ts';
import { textOption, type HelperOptions, type Narrator } from './narrator.ts';

export interface Goal {
  /** Its entry in the ledger. */
  readonly id: string;
  /** In the unit of the indicator. */
  readonly value: string;
  readonly year: string;
}

/** Printed where the indicator has no goal for the year. */
export const NO_GOAL = '[chưa có mục tiêu]';

export function goalOf({ book }: Narrator, code: string, options: HelperOptions): Goal | undefined {
  const year = textOption(options, 'year') ?? book.facts.period.id.slice(0, 4);
  const goal = goalOfYear(book.facts.definition, book.indicator(code), year);
  if (!goal) return undefined;
  const id = book.ledger.add({
    id: `target:${code}/${year}`,
    kind: 'target',
    formula: goal.source,
    inputs: [],
    value: goal.value,
    unit: book.indicator(code).unit,
  });
  return { id, value: goal.value, year };
}
