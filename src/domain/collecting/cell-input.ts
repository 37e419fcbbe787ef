/**
 * What a person typed into one field of a form, before anybody asked whether it can be read. It is kept as it was
 * typed: nothing is lost because it is wrong, and nothing is guessed because it is ambiguous.
 */
import type { Carried, Cell, CellState } from '../submission.ts';

/** A field as it was typed; a part that is absent or blank was not filled in. Texts are kept as they came. */
export interface CellInput {
  /** The choice of answer; absent: a value (which may say "không phát sinh" in words, as when it was pasted). */
  readonly state?: CellState;
  readonly text?: string;
  /** Of "chưa có số liệu": why, and by when. */
  readonly reason?: string;
  readonly expected?: string;
  readonly note?: string;
  /** Of a value: the document behind a yes, and the day on which it holds. Days as typed, e.g. "23/10/2024". */
  readonly document?: string;
  readonly date?: string;
  readonly asOf?: string;
}

export type InputPart = keyof CellInput;

export const INPUT_PARTS: readonly InputPart[] = [
  'state',
  'text',
  'reason',
  'expected',
  'note',
  'document',
  'date',
  'asOf',
];

/** What a draft keeps of a field: what was typed, or an answer of an earlier period that the body confirmed. */
export interface KeptInput extends CellInput {
  readonly carried?: Carried;
}

/** Longest text of any part, in characters: what is longer was never meant for this field. */
export const LONGEST_INPUT = 20_000;

/** Why a part of an input cannot be taken as it stands. */
export interface InputProblem {
  readonly part: InputPart;
  /** Continues "tìm thấy …". */
  readonly found: string;
  /** Continues "cần …". */
  readonly expected: string;
  /** Set when the text can be read in more than one way: what to type for each, to be asked. */
  readonly readings?: readonly InputChoice[];
}

/** One way in which an ambiguous number may be meant. */
export interface InputChoice {
  /** Text that is not ambiguous any more, e.g. "1234" or "1,2340". */
  readonly text: string;
  /** Canonical value. */
  readonly value: string;
}

/** What an input means. */
export type InputReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'unread'; readonly problems: readonly InputProblem[] };
