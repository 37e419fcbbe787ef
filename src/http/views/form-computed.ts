/** Figures that nobody types, each shown in the section where the last of its inputs is asked. */
import type { ComputedFigure, Formula } from '../../domain/collecting/computed.ts';
import type { DeskSection } from '../../workflow/collecting/form-desk.ts';
import { numberInWords } from './answer-words.ts';

export interface ComputedView {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  /** "= Số đã giải quyết ÷ Tổng số × 100". */
  readonly how: string;
  /** Decimals and formula as JSON, for the page to compute it again as one types. */
  readonly figure: string;
}

/** By index of the section. */
export function computedBySection(
  computed: readonly ComputedFigure[],
  sections: readonly DeskSection[],
): ReadonlyMap<number, readonly ComputedView[]> {
  const labels = new Map<string, string>();
  const places = new Map<string, number>();
  for (const [index, { fields }] of sections.entries())
    for (const { id, label } of fields) {
      labels.set(id, label);
      places.set(id, index);
    }
  const bySection = new Map<number, ComputedView[]>();
  for (const figure of computed) {
    const { id, label, unit, decimals, formula, value } = figure;
    const place = Math.max(0, ...inputsOf(formula).map((input) => places.get(input) ?? 0));
    places.set(id, place);
    labels.set(id, label);
    const view = {
      id,
      label,
      unit,
      text: value === null ? '–' : numberInWords(value),
      how: howInWords(formula, (input) => labels.get(input) ?? input),
      figure: JSON.stringify({ id, decimals, formula }),
    };
    bySection.set(place, [...(bySection.get(place) ?? []), view]);
  }
  return bySection;
}

function inputsOf(formula: Formula): readonly string[] {
  return formula.kind === 'ratio' ? [formula.numerator, formula.denominator] : formula.of;
}

function howInWords(formula: Formula, labelOf: (input: string) => string): string {
  if (formula.kind === 'ratio') {
    const quotient = `${labelOf(formula.numerator)} : ${labelOf(formula.denominator)}`;
    return formula.factor === 1 ? quotient : `${quotient} × ${formula.factor}`;
  }
  return formula.of.map(labelOf).join(formula.kind === 'sum' ? ' + ' : ' − ');
}
