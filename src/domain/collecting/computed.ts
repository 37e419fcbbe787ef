/** Figures that nobody types: sums, differences and ratios of what stands on one form, exact and as one types. */
import type { Definition, Field, Indicator } from '../definition.ts';
import { canonical, exact, round, sum, ZERO, type Exact } from '../exact.ts';
import { validIn } from '../owed.ts';
import type { PeriodId } from '../period.ts';
import { factorOf } from '../ratio-factor.ts';
import type { Cell } from '../submission.ts';

/** How a figure follows from fields of the form, so that a page can compute it again as one types. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  | { readonly kind: 'difference'; readonly of: readonly string[] }
  | {
      readonly kind: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      /** What the quotient is multiplied by: 100 for a percent. */
      readonly factor: number;
    };

export interface ComputedFigure {
  /** Indicator code. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** Ids of fields, or of computed figures that stand before this one. */
  readonly formula: Formula;
  /** Canonical decimal, rounded half up where it has no end; null while an input has no number. */
  readonly value: string | null;
}

/** Decimals of a quotient beyond those that the report prints: enough to see that it moves. */
const MORE_DECIMALS = 2;

/**
 * The derived figures of which every input is asked on the form (or is such a figure itself). An input that is
 * "không phát sinh" counts as zero; one without a number leaves the figure without a value.
 */
export function computedFigures(
  { indicators }: Pick<Definition, 'indicators'>,
  fields: readonly Field[],
  period: PeriodId,
  cells: Readonly<Record<string, Cell>>,
): readonly ComputedFigure[] {
  const known = new Map<string, Exact | null>();
  const inputs = new Map<string, string>();
  for (const field of fields) {
    if (field.indicator === undefined) continue;
    inputs.set(field.indicator, field.id);
    known.set(field.indicator, numberIn(cells[field.id], indicators[field.indicator]));
  }
  const figures: ComputedFigure[] = [];
  const open = new Set<string>();
  const visit = (code: string): boolean => {
    if (known.has(code)) return true;
    const indicator = indicators[code];
    const parts = indicator ? partsOf(indicator) : [];
    if (!indicator || parts.length === 0 || open.has(code) || !validIn(indicator, period)) return false;
    open.add(code);
    const complete = parts.map(visit).every(Boolean);
    open.delete(code);
    if (!complete) return false;
    const value = valueOf(indicator, parts, known);
    known.set(code, value);
    inputs.set(code, code);
    const { label, unit, decimals } = indicator;
    const formula = formulaOf(indicator, parts, inputs);
    figures.push({ id: code, label, unit, decimals, formula, value: shown(indicator, value) });
    return true;
  };
  for (const code of Object.keys(indicators)) visit(code);
  return figures;
}

function partsOf({ sum: parts, difference, numerator, denominator }: Indicator): readonly string[] {
  if (parts) return parts;
  if (difference) return difference;
  return numerator !== undefined && denominator !== undefined ? [numerator, denominator] : [];
}

function valueOf(
  indicator: Indicator,
  parts: readonly string[],
  known: ReadonlyMap<string, Exact | null>,
): Exact | null {
  const values = parts.flatMap((part) => known.get(part) ?? []);
  const [first, ...others] = values;
  if (!first || values.length < parts.length) return null;
  if (indicator.sum) return sum(values);
  if (indicator.difference) return first.sub(sum(others));
  const [denominator] = others;
  if (!denominator || denominator.equals(0)) return null;
  return first.div(denominator).mul(factorOf(indicator));
}

function formulaOf(
  indicator: Indicator,
  parts: readonly string[],
  inputs: ReadonlyMap<string, string>,
): Formula {
  const ids = parts.map((part) => inputs.get(part) ?? part);
  if (indicator.sum) return { kind: 'sum', of: ids };
  if (indicator.difference) return { kind: 'difference', of: ids };
  const [numerator = '', denominator = ''] = ids;
  return { kind: 'ratio', numerator, denominator, factor: factorOf(indicator) };
}

function shown({ nature, decimals }: Indicator, value: Exact | null): string | null {
  if (value === null) return null;
  return canonical(nature === 'ratio' ? round(value, decimals + MORE_DECIMALS, 'half-up') : value);
}

/** The number in a cell; null where there is none, and for what is no number. */
function numberIn(cell: Cell | undefined, indicator: Indicator | undefined): Exact | null {
  if (indicator?.nature !== 'flow' && indicator?.nature !== 'stock') return null;
  if (cell?.state === 'none') return ZERO;
  return cell?.state === 'value' ? exact(cell.value) : null;
}
