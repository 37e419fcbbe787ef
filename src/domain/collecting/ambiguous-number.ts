/** A number that can be read in two ways: what each would be, so that a page can ask which is meant. */
import { readNumber } from '../numbers/read-number.ts';
import type { InputChoice } from './cell-input.ts';

const AMBIGUOUS = /^([-\u2212]?)([1-9]\d{0,2})[.,](\d{3})$/;

/**
 * The ways to read "1.234" or "1,234"; none for a text that can be read in one way or not at all. Where only whole
 * numbers are answers one way is left, which is asked all the same: the mistake would be a thousandfold.
 */
export function readingsOf(text: string, mayBeFraction: boolean): readonly InputChoice[] {
  const [, sign = '', whole = '', decimals = ''] = AMBIGUOUS.exec(text.trim()) ?? [];
  if (whole === '') return [];
  const minus = sign === '' ? '' : '-';
  const texts = [`${minus}${whole}${decimals}`, ...(mayBeFraction ? [`${minus}${whole},${decimals}0`] : [])];
  return texts.flatMap((typed) => {
    const reading = readNumber(typed);
    return reading.ok ? [{ text: typed, value: reading.value }] : [];
  });
}
