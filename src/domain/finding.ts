/** What a check found. Findings are data, not exceptions: they are shown, justified, and stop a final. */

/** A place that a finding points at: one cell of one revision, a history line, or a text. */
export type Place =
  | {
      readonly kind: 'cell';
      readonly form: string;
      readonly entity: string;
      readonly field: string;
      readonly revision: string;
      readonly value: string;
    }
  | {
      readonly kind: 'row';
      readonly form: string;
      readonly entity: string;
      readonly table: string;
      readonly row: number;
      readonly revision: string;
      readonly value: string;
    }
  | {
      readonly kind: 'history';
      readonly indicator: string;
      readonly period: string;
      readonly value: string;
      readonly source: string;
    }
  | { readonly kind: 'computed'; readonly ledger: string; readonly value: string }
  | { readonly kind: 'text'; readonly file: string; readonly line: number }
  | { readonly kind: 'form'; readonly form: string; readonly entity: string };

export interface Finding {
  /** Stable across runs: check id and the places, e.g. "outlier:F-TINH/an-giang/tong-ho-so". Reasons are given to it. */
  readonly id: string;
  /** Id of the declared check, or the name of the built-in one. */
  readonly check: string;
  /** hard: arithmetic or type, cannot be justified. soft: unusual, stops a final until it has a reason. */
  readonly severity: 'hard' | 'soft';
  /** One Vietnamese sentence that names the body, the form, the cell, both values and what to do. */
  readonly message: string;
  /** The message without what to do: for readers of the report, who have nothing to do. */
  readonly statement?: string;
  /** Both places: what is wrong, and what it contradicts. */
  readonly places: readonly Place[];
  /** The reason given, when it was justified. */
  readonly reason?: string;
}
