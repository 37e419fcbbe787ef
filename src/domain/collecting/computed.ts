/** Figures that nobody types: sums, differences and ratios of what stands on one form, exact and as one types. */
/** How a figure follows from fields of the form, so that a page can compute it again as one types. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  | { readonly kind: 'difference'; readonly of: readonly string[] }
  | {
      readonly kind: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly percent: boolean;
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
