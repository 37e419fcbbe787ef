/** annexes.yaml: tables and charts. */
import type { Span, Validity } from './time.ts';

export type AnnexDefinition = Validity & {
  readonly id: string;
  readonly title: string;
} & (
    | { readonly kind: 'completeness' }
    | {
        readonly kind: 'bodies';
        readonly of: string;
        readonly tables: readonly BodiesTable[];
        readonly chart?: string;
      }
    | { readonly kind: 'comparison'; readonly rows: readonly ComparisonRow[] }
    | { readonly kind: 'notes' }
  );

/** A table within the body of the report; its title is the caption. */
export type TableDefinition = Extract<AnnexDefinition, { readonly kind: 'bodies' | 'comparison' }>;

export interface BodiesTable extends Validity {
  readonly title: string;
  readonly columns: readonly { readonly indicator: string; readonly heading?: string }[];
}

export interface ComparisonRow extends Validity {
  readonly indicator: string;
  readonly label?: string;
  readonly span?: Span;
  readonly of?: string;
  readonly status?: string;
}

export type ChartDefinition = {
  readonly id: string;
  readonly caption: string;
  /** Said instead of the picture; no digits. */
  readonly description: string;
} & (
  | { readonly kind: 'trend'; readonly indicator: string; readonly periods: number; readonly of?: string }
  | { readonly kind: 'bodies'; readonly indicator: string; readonly of: string }
  | { readonly kind: 'completeness' }
);
