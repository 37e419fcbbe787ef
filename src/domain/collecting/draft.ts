/** A draft: what is not sent yet, laid over the latest revision. It changes in place, part by part, each with a version. */
import type { IsoDate } from '../dates.ts';

/** A row as it was typed, column by column. */
export interface DraftRow {
  /** Stable while the draft lasts. */
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  readonly version: number;
  readonly saved?: { readonly at: string; readonly by: string };
}

export interface RowProblem {
  readonly column: string;
  /** Continues "tìm thấy …" and "cần …". */
  readonly found: string;
  readonly expected: string;
  readonly readings?: readonly { readonly text: string; readonly value: string }[];
}

/** The body's covering letter (công văn). */
export type LetterReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'letter'; readonly number: string; readonly date: IsoDate }
  | {
      readonly kind: 'unread';
      readonly problems: readonly {
        readonly part: 'number' | 'date';
        readonly found: string;
        readonly expected: string;
      }[];
    };
