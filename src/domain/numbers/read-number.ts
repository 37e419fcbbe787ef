/**
 * Numbers as people type and paste them, turned into canonical decimal text. Vietnamese and English marks are both
 * accepted where they can be read in one way only; where they cannot, the reader asks instead of guessing, because
 * a wrong guess is a figure a thousand times too large or too small.
 */
import { canonical, exact, isCanonical } from '../exact.ts';
import { refusalOf } from './number-refusal.ts';

export type NumberReading =
  | { readonly ok: true; readonly value: string }
  /** `found` is the text as given; `expected` continues the word "cần …". */
  | { readonly ok: false; readonly found: string; readonly expected: string };

/** Digits and marks of one number, read: plain decimal text, or what was expected instead. */
type Magnitude = { readonly decimal: string } | { readonly expected: string };

const THREE_BY_THREE = 'các nhóm hàng nghìn đúng ba chữ số, ví dụ 1.234.567';

/** Spaces that spreadsheets and web pages put between groups of digits. */
const SPACES = /[\u00a0\u2009\u202f]/g;

/**
 * Reads a number.
 *
 * Groups of three may be parted by dots, commas or single spaces, the decimals by a comma or a dot. Where both marks
 * stand, the last is the decimal one. One mark before exactly three digits ("1.234", "1,234") is ambiguous, unless
 * only a zero stands before it ("0,125"). Counts written in two digits by habit ("03") are read; other leading zeros
 * belong to codes and are refused, as is everything that is no bare number: units, percent signs, exponents, formulas.
 */
export function readNumber(text: string): NumberReading {
  const plain = text.replace(SPACES, ' ').trim();
  const refusal = refusalOf(plain);
  if (refusal !== null) return { ok: false, found: text, expected: refusal };
  const isNegative = /^[-\u2212]/.test(plain);
  const magnitude = readMagnitude(isNegative ? plain.slice(1) : plain);
  if ('expected' in magnitude) return { ok: false, found: text, expected: magnitude.expected };
  const value = canonical(exact(magnitude.decimal));
  return { ok: true, value: isNegative && value !== '0' ? `-${value}` : value };
}

/**
 * A canonical value written so that `readNumber` reads it back and nobody else mistakes it: "1.234" is "1,2340".
 * @throws RangeError when the value is not canonical.
 */
export function typeableNumber(value: string): string {
  if (!isCanonical(value)) throw new RangeError(`not canonical: ${value}`);
  const [whole = '', decimals] = value.split('.');
  if (decimals === undefined) return whole;
  const isAmbiguous = decimals.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole);
  return `${whole},${decimals}${isAmbiguous ? '0' : ''}`;
}

/** Reads text that holds digits, dots, commas and single spaces only. */
function readMagnitude(body: string): Magnitude {
  const marks = body.replace(/\d/g, '');
  if (marks === '') return withoutLeadingZero(body);
  if (!/^\d.*\d$/.test(body)) return { expected: 'chữ số ở cả hai bên dấu chấm, dấu phẩy, ví dụ 0,5' };
  const last = marks.at(-1) ?? '';
  const isRepeated = marks.indexOf(last) !== marks.length - 1;
  if (last === ' ') return isRepeated || marks === ' ' ? readGroups(body, ' ') : { expected: THREE_BY_THREE };
  if (isRepeated) return readGroups(body, last);
  return readDecimals(body, last, marks[0] === last ? '' : (marks[0] ?? ''));
}

/** A number in which `decimalMark` stands once, after all of the group marks. */
function readDecimals(body: string, decimalMark: string, groupMark: string): Magnitude {
  const [before = '', decimals = ''] = body.split(decimalMark);
  if (groupMark === '' && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(before))
    return { expected: ambiguity(body, before, decimals) };
  const whole = groupMark === '' ? withoutLeadingZero(before) : readGroups(before, groupMark);
  return 'expected' in whole ? whole : { decimal: `${whole.decimal}.${decimals}` };
}

function readGroups(body: string, mark: string): Magnitude {
  const [first = '', ...rest] = body.split(mark);
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return isGrouped ? { decimal: first + rest.join('') } : { expected: THREE_BY_THREE };
}

function withoutLeadingZero(digits: string): Magnitude {
  if (/^(0|[1-9]\d*)$/.test(digits)) return { decimal: digits };
  if (/^0[1-9]$/.test(digits)) return { decimal: digits.slice(1) };
  return { expected: 'số không bắt đầu bằng chữ số 0' };
}

function ambiguity(body: string, before: string, decimals: string): string {
  const whole = before + decimals;
  return (
    `ghi rõ hơn: ${body} có thể là ${whole} hoặc ${before},${decimals}; ` +
    `đề nghị ghi ${whole} nếu là số nguyên, ${before},${decimals}0 nếu là số thập phân`
  );
}
