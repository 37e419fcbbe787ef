/** A column's text as whole numbers, read character by character: of thousands of texts no object is made. */

const MOST_DIGITS = 14;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * The values of a column, which stand side by side.
 * @param count how many there are
 * @returns null unless each is a whole number of at most fourteen digits: sums of them fit 64 bits
 */
export function wholesIn(text: string, count: number): BigInt64Array | null {
  const wholes = new BigInt64Array(count);
  let place = 0;
  let digits = 0;
  let number = 0;
  let sign = 1;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : COMMA;
    if (code >= ZERO && code <= NINE) {
      digits += 1;
      if (digits > MOST_DIGITS) return null;
      number = number * 10 + (code - ZERO);
    } else if (code === COMMA) {
      if (digits === 0 || place >= count) return null;
      wholes[place] = BigInt(sign * number);
      [place, digits, number, sign] = [place + 1, 0, 0, 1];
    } else if (code === MINUS && digits === 0 && sign === 1) sign = -1;
    else return null;
  }
  return place === count ? wholes : null;
}
