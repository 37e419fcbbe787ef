/**
 * What a person typed into one field of a form, before anybody asked whether it can be read. It is kept as it was
 * typed: nothing is lost because it is wrong, and nothing is guessed because it is ambiguous.
 */
import { shortDate } from '../dates.ts';
import { typeableNumber } from '../numbers/read-number.ts';
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

/** How a field is answered: a control value is a number whatever it is about. */
export type AnswerKind = 'number' | 'flag' | 'status' | 'text';

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

/** True for an input of which no part is filled in. */
export function isBlankInput(input: CellInput): boolean {
  return INPUT_PARTS.every((part) => (part === 'state' ? stateOf(input) === 'value' : blank(input[part])));
}

/** True when two inputs say the same, part by part, letter by letter. */
export function sameInput(one: CellInput, other: CellInput): boolean {
  return INPUT_PARTS.every((part) =>
    part === 'state' ? stateOf(one) === stateOf(other) : (one[part] ?? '') === (other[part] ?? ''),
  );
}

/** The choice of answer that an input makes. */
export function stateOf({ state }: CellInput): CellState {
  return state ?? 'value';
}

/** An answer as it would be typed: numbers so that they are read back as they are, days as officials write them. */
export function inputOf(cell: Cell, kind: AnswerKind): CellInput {
  switch (cell.state) {
    case 'value':
      return {
        text: kind === 'number' ? typeableNumber(cell.value) : cell.value,
        ...(cell.document === undefined ? {} : { document: cell.document }),
        ...(cell.date === undefined ? {} : { date: shortDate(cell.date) }),
        ...(cell.asOf === undefined ? {} : { asOf: shortDate(cell.asOf) }),
        ...(cell.note === undefined ? {} : { note: cell.note }),
      };
    case 'pending':
      return {
        state: 'pending',
        reason: cell.reason,
        ...(cell.expected === undefined ? {} : { expected: shortDate(cell.expected) }),
      };
    case 'none':
    case 'not-applicable':
      return { state: cell.state, ...(cell.note === undefined ? {} : { note: cell.note }) };
  }
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
