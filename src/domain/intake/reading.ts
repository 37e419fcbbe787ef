/** The outcome of reading what a person typed: the value, or what was found and what was needed instead. */
import { quoted } from './file-problem.ts';

export type Reading<T> = { readonly ok: true; readonly value: T } | Refusal;

export interface Refusal {
  readonly ok: false;
  /** Continues "tìm thấy …". */
  readonly found: string;
  /** Continues "cần …". */
  readonly expected: string;
}

export function refuse(text: string, expected: string): Refusal {
  return { ok: false, found: quoted(text), expected };
}
