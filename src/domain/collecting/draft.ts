/**
 * A draft: what is not sent yet, laid over the latest revision. It is the one thing that changes in place, part by
 * part, and every part has a version: a save that has not seen the latest one is shown it instead of overwriting it.
 */
import { shortDate, type IsoDate } from '../dates.ts';
import { quoted } from '../intake/file-problem.ts';
import { DATE_EXPECTED, readDate } from '../intake/read-date.ts';
import { readText } from '../intake/read-text.ts';
import type { Carried } from '../submission.ts';
import type { KeptInput } from './cell-input.ts';

/** When a part was saved, by whom, and as which version of the draft. */
export interface Stamp {
  /** Positive: a save of the draft; negative: as in the revision of that number; 0: there is nothing yet. */
  readonly version: number;
  readonly at: string;
  /** User name. */
  readonly by: string;
}

export interface KeptCell extends Stamp {
  readonly input: KeptInput;
}

export interface KeptRow extends Stamp {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Taken out; it stays known until the draft is sent. */
  readonly removed: boolean;
}

/** A table of which something was changed: all of its rows, in order. */
export interface KeptTable extends Stamp {
  readonly mark?: 'none' | Carried;
  readonly rows: readonly KeptRow[];
}

export interface KeptLetter extends Stamp {
  readonly number: string;
  readonly date: string;
}

/** What the database keeps of a draft; what it does not name is as in the latest revision. */
export interface KeptDraft {
  /** Number of the revision that it was begun upon; 0 for none. */
  readonly base: number;
  /** Rises with every save and with every sending. */
  readonly version: number;
  /** True while something was saved that is not sent. */
  readonly unsent: boolean;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly cells: ReadonlyMap<string, KeptCell>;
  readonly tables: ReadonlyMap<string, KeptTable>;
  readonly letter?: KeptLetter;
  /** Reasons for unusual values, by the id of the finding; they outlive the sending. */
  readonly reasons: ReadonlyMap<string, KeptReason>;
}

export interface KeptReason {
  /** The values that it was given to, as one text. */
  readonly about: string;
  readonly reason: string;
}

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

/** The body's covering letter (công văn): its number and date. */
export interface Letter {
  readonly number: string;
  readonly date: IsoDate;
}

export type LetterReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'unread'; readonly problems: readonly LetterProblem[] };

export interface LetterProblem {
  readonly part: 'number' | 'date';
  readonly found: string;
  readonly expected: string;
}

/** Longest number of a document, in characters. */
const LONGEST_NUMBER = 200;

/** Reads a covering letter: both its number and its date, or neither. */
export function readLetter({ number, date }: Pick<KeptLetter, 'number' | 'date'>): LetterReading {
  if (number.trim() === '' && date.trim() === '') return { kind: 'blank' };
  const problems: LetterProblem[] = [];
  const written = readText(number, LONGEST_NUMBER);
  const day = readDate(date);
  if (!written.ok) problems.push({ part: 'number', found: written.found, expected: written.expected });
  else if (written.value === '')
    problems.push({ part: 'number', found: 'ô trống', expected: 'số, ký hiệu của công văn' });
  if (day === null) problems.push({ part: 'date', found: quoted(date), expected: DATE_EXPECTED });
  if (!written.ok || day === null || problems.length > 0) return { kind: 'unread', problems };
  return { kind: 'letter', letter: { number: written.value, date: day } };
}

/** A letter as it would be typed. */
export function letterTexts(letter: Letter | undefined): Pick<KeptLetter, 'number' | 'date'> {
  return letter === undefined
    ? { number: '', date: '' }
    : { number: letter.number, date: shortDate(letter.date) };
}
