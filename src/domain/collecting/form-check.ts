/** What a form still lacks before it can be sent: what is empty, what is wrong and what is unusual, each at its place. */

/** A place on a form that a page can link to. */
export type FormPlace =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'row'; readonly table: string; readonly row: string; readonly column?: string }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'letter' }
  | { readonly kind: 'form' };

/**
 * empty: a required answer is not there · wrong: cannot be read, or contradicts another answer; both stop sending ·
 * unusual: may be sent with a reason.
 */
export interface FormIssue {
  /** Stable: the id of the finding that compiling would make of it. Reasons are given to it. */
  readonly id: string;
  readonly kind: 'empty' | 'wrong' | 'unusual';
  /** One sentence: what is the matter, where, what to do. */
  readonly message: string;
  /** The first is where to go. */
  readonly places: readonly FormPlace[];
  /** Of an unusual value: the values that it is about, as one text; a reason holds for these alone. */
  readonly about?: string;
  /** The reason given to these very values. */
  readonly reason?: string;
  /** A reason that was given to other values of the same place, to be confirmed or written anew. */
  readonly formerReason?: string;
}

export interface FormCheck {
  /** Version of the draft that was checked: sending asks whether it is still this one. */
  readonly version: number;
  /** In the order of the form; empty ones, wrong ones, then unusual ones. */
  readonly issues: readonly FormIssue[];
  /** True when nothing is empty or wrong, and everything unusual has its reason. */
  readonly sendable: boolean;
}
