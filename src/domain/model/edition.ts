/** What an edition adds to the figures: whether it is final, its time, and the particulars of the document. */
import type { IsoDate } from '../dates.ts';

export interface EditionSettings {
  readonly kind: 'draft' | 'final';
  /** Time with offset; nothing in a report reads the clock. */
  readonly at: string;
  /** True when the data are a sample: each page says so and the document's number stays open. */
  readonly illustrative: boolean;
  readonly document: { readonly date: IsoDate; readonly number?: string; readonly signer?: string };
}
