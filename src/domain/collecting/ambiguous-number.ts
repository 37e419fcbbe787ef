/** A number that can be read in two ways: settled by what its field asks, or else what each would be, so that a page can ask. */
import { readNumber } from '../numbers/read-number.ts';
import type { InputChoice } from './cell-input.ts';

const AMBIGUOUS = /^([-\u2212]?)([1-9]\d{0,2})[.,](\d{3})$/;

/**
 * "1.234" and "1,234" where only whole numbers are answers: one reading is left, so it is taken. Sheets in English write
 * the comma and whole blocks of them are pasted; the page says how it was understood. Other texts stay as they are.
 */
export function asWholeNumber(text: string): string {
  return text.trim().replace(AMBIGUOUS, '$1$2$3');
}

/** "43,8%" where percent is what is asked: sheets that show percentages copy them so. */
export function withoutPercent(text: string): string {
  return text.replace(/(?<=\d)\s*%\s*$/, '');
}

/** The ways to read "1.234" or "1,234" where decimals may stand; none for a text that is read in one way or not at all. */
export function readingsOf(text: string): readonly InputChoice[] {
  const [, sign = '', whole = '', decimals = ''] = AMBIGUOUS.exec(text.trim()) ?? [];
  if (whole === '') return [];
  const minus = sign === '' ? '' : '-';
  return [`${minus}${whole}${decimals}`, `${minus}${whole},${decimals}0`].flatMap((typed) => {
    const reading = readNumber(typed);
    return reading.ok ? [{ text: typed, value: reading.value }] : [];
  });
}
