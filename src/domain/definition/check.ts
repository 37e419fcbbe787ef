/** checks.yaml: what must agree. */
import type { RowFilter, Tolerance } from './indicator.ts';

/** Declared checks; see docs/authoring.md for each kind. Defaults (controls, outliers, …) need no declaration. */
export type Check = { readonly id: string; readonly note?: string } & (
  | { readonly kind: 'parts'; readonly whole: string; readonly parts: readonly string[] }
  | { readonly kind: 'at-most'; readonly part: string; readonly whole: string }
  | { readonly kind: 'ladder'; readonly indicator: string; readonly of: string }
  | { readonly kind: 'nested'; readonly indicators: readonly string[] }
  | {
      readonly kind: 'band';
      readonly numerator: string;
      readonly denominator: string;
      readonly low: string;
      readonly high: string;
    }
  | {
      readonly kind: 'list-length';
      readonly count: string;
      readonly rows: RowFilter;
      readonly exhaustive: boolean;
    }
  | { readonly kind: 'steady-base'; readonly indicators: readonly string[] }
  | { readonly kind: 'same'; readonly indicators: readonly string[] }
  | {
      readonly kind: 'two-sources';
      /** The indicator that is printed … */
      readonly primary: string;
      /** … and the one that it is held against. */
      readonly other: string;
      /** Without one every difference is hard. */
      readonly tolerance?: Tolerance;
    }
);
