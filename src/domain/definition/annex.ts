/** annexes.yaml: tables and charts. */
import type { RowCondition, Scale } from './indicator.ts';
import type { Span, Validity, Versus } from './time.ts';

/** The earlier periods that a comparison may show: the one before, and the same one last year. */
export type Beside = Exclude<Versus, 'year-start'>;

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
    | {
        readonly kind: 'comparison';
        readonly rows: readonly ComparisonRow[];
        /** The earlier periods in their order. Default: both. */
        readonly versus?: readonly Beside[];
      }
    | RowsAnnex
    | { readonly kind: 'notes' }
  );

/** The rows of a table as bodies sent them, one below the other. */
export interface RowsAnnex {
  readonly kind: 'rows';
  /** Id of the table of a form. */
  readonly table: string;
  readonly columns: readonly RowsColumn[];
  readonly where?: readonly RowCondition[];
  /** Column to sort by; "-column" from the largest. Default: the order of the roster. */
  readonly order?: string;
}

export interface RowsColumn extends NumberInTable {
  /** Id of a column, or `body` for the body that sent the row. */
  readonly column: string;
  readonly heading?: string;
}

/** A table within the body of the report; its title is the caption. */
export type TableDefinition = Extract<AnnexDefinition, { readonly kind: 'bodies' | 'comparison' | 'rows' }>;

export interface BodiesTable extends Validity {
  readonly title: string;
  readonly columns: readonly BodiesColumn[];
  /** Rows from the body with the highest value of this column's indicator, instead of the roster's order. */
  readonly sort?: string;
  /** Only the first so many rows, and those that are as high as the last of them. */
  readonly limit?: number;
}

export interface BodiesColumn extends NumberInTable {
  readonly indicator: string;
  readonly heading?: string;
}

/** How a number is written in a table; by default in full, in the indicator's own unit. */
export interface NumberInTable {
  /** In thousands, millions …: the scale word stands with the unit. */
  readonly scale?: Scale;
  /** Digits after the comma, after scaling. */
  readonly decimals?: number;
}

export interface ComparisonRow extends Validity, NumberInTable {
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
