/** A value of an earlier period that its owner corrected: what it was, what it is, and why. */
import type { Span } from '../definition.ts';
import type { PeriodId } from '../period.ts';
import type { Cell, Row } from '../submission.ts';

/** A cell of a paper that was accepted. */
export interface CorrectedCell {
  readonly kind: 'cell';
  readonly form: string;
  readonly entity: string;
  readonly field: string;
  /** Ids of the revision that holds the old value, and of the one that holds the new. */
  readonly before: string;
  readonly revision: string;
}

/** A value that exists only in history. */
export interface CorrectedHistory {
  readonly kind: 'history';
  readonly span: Span;
  /** A body's id, a block's or roster's id, or "" for all who are asked. */
  readonly scope: string;
  readonly status?: string;
}

/** A row of a table of a paper that was accepted. */
export interface CorrectedRow {
  readonly kind: 'row';
  readonly form: string;
  readonly entity: string;
  readonly table: string;
  /** Its number in the revision before, from 1; 0 for a row that was added … */
  readonly number: number;
  /** … and in the new one; 0 for a row that was taken out. */
  readonly newNumber: number;
  readonly before: string;
  readonly revision: string;
}

interface Corrected {
  /** Rises with each correction. */
  readonly id: number;
  /** The period whose value it corrects. */
  readonly period: PeriodId;
  readonly reason: string;
  readonly at: string;
  /** Measure ids of values of history that were replaced after it, and so hold it already. */
  readonly renewed: readonly string[];
}

export interface ValueCorrection extends Corrected {
  readonly place: CorrectedCell | CorrectedHistory;
  /** What the cell or the value is about; absent for a control value. */
  readonly indicator?: string;
  /** null: the cell was blank. */
  readonly from: Cell | null;
  readonly to: Cell;
}

export interface RowCorrection extends Corrected {
  readonly place: CorrectedRow;
  readonly indicator?: never;
  /** null: the row was added … */
  readonly from: Row | null;
  /** … or taken out. */
  readonly to: Row | null;
}

export type Correction = ValueCorrection | RowCorrection;

/** True for a correction of a row of a table. */
export function isOfRow(correction: Correction): correction is RowCorrection {
  return correction.place.kind === 'row';
}

/** A printed number, or words in its place, that would now read otherwise. */
export interface PrintedChange {
  /** Stable within the edition, e.g. "dich-vu-cong/3/2" or "PL2/so-lieu/an-giang/4". */
  readonly place: string;
  /** Where a reader finds it: "mục “Dịch vụ công”". */
  readonly where: string;
  /** What it says: a label, or row and column. */
  readonly what: string;
  readonly printed: string;
  /** "" when nothing would be printed there. */
  readonly now: string;
  /** Ids of the corrections that it comes from. */
  readonly by: readonly number[];
}

/** What corrections do to one published edition. */
export interface EditionEffect {
  readonly period: PeriodId;
  readonly number: number;
  readonly figures: readonly PrintedChange[];
  /** Sentences whose words would be others: as published they are not true any more. */
  readonly sentences: readonly PrintedChange[];
  /** Contradictions that the edition's own checks would now find, as sentences. */
  readonly contradictions: readonly { readonly id: string; readonly statement: string }[];
}

/** What a report has to say of corrections made since the one before it. */
export interface CorrectionNews {
  /** Ids of the corrections. */
  readonly told: readonly number[];
  readonly editions: readonly EditionEffect[];
}
