/** What an uploaded workbook would change in a form, and everything in it that cannot be taken. Nothing is taken here. */
import type { CellInput } from '../cell-input.ts';
import type { RowTexts } from '../read-row.ts';
import type { WorkbookPlace } from './content.ts';

/** A field that would change. `before` and `after` are in words, numbers as officials write them. */
export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly unit: string;
  readonly place: WorkbookPlace;
  readonly before: string;
  readonly after: string;
  readonly input: CellInput;
  /** Version of the field that `before` is. */
  readonly seen: number;
  /** Someone changed the field after the template was made: taking the file undoes that. */
  readonly overtakes: boolean;
}

/** A row that would be added, changed or taken out; `texts` by column id, as they would be typed. */
export type RowChange = {
  readonly table: string;
  readonly title: string;
  /** In words, by column id, in the order of the columns; absent for a row that is not there. */
  readonly before?: RowTexts;
  readonly after?: RowTexts;
  readonly overtakes: boolean;
} & (
  | { readonly kind: 'add'; readonly place: WorkbookPlace; readonly texts: RowTexts }
  | {
      readonly kind: 'change';
      readonly place: WorkbookPlace;
      readonly row: string;
      readonly texts: RowTexts;
      readonly seen: number;
    }
  | { readonly kind: 'remove'; readonly row: string; readonly seen: number }
  /** The whole of a standing table is said to have nothing to enter. */
  | { readonly kind: 'none'; readonly place: WorkbookPlace; readonly seen: number }
);

/** Something in the file that is not taken. */
export interface WorkbookProblem {
  readonly place: WorkbookPlace;
  /** The field or the column that it is about. */
  readonly label?: string;
  /** Continues "tìm thấy …". */
  readonly found: string;
  /** Continues "cần …". */
  readonly expected: string;
}

export interface WorkbookPreview {
  readonly fields: readonly FieldChange[];
  readonly rows: readonly RowChange[];
  readonly problems: readonly WorkbookProblem[];
  /** Sentences about the file as a whole. */
  readonly notices: readonly string[];
}
