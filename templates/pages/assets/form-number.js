/**
 * Numbers in the page as one types, read by the same rules as the server's src/domain/numbers/read-number.ts and kept
 * exact: a number is a fraction of two whole numbers. What the server says after saving counts; a test compares the two.
 */

/** @typedef {{ readonly n: bigint, readonly d: bigint }} Exact n ÷ d; d is above zero */

const SPACES = /[\u00a0\u2009\u202f]/g;
const HIDDEN = /[\p{Cc}\p{Cf}]/u;
const MOST_DIGITS = 30;
const LONGEST = 60;

/**
 * "1.234" and "1,234" where only whole numbers are answers, as the server's ambiguous-number.ts takes them.
 * @param {string} text
 * @returns {string}
 */
export function asWholeNumber(text) {
  return text.trim().replace(/^([-\u2212]?)([1-9]\d{0,2})[.,](\d{3})$/, '$1$2$3');
}

/** "43,8%" where percent is what is asked, as the server takes it. @param {string} text @returns {string} */
export function withoutPercent(text) {
  return text.replace(/(?<=\d)\s*%\s*$/, '');
}

/**
 * Canonical decimal text, or null for what is no number or can be read in more than one way.
 * @param {string} text
 * @returns {string | null}
 */
export function readNumber(text) {
  const plain = text.replace(SPACES, ' ').trim();
  if (plain.length > LONGEST || plain.replace(/\D/g, '').length > MOST_DIGITS || HIDDEN.test(plain))
    return null;
  if (!/^[-\u2212]?\d[\d., ]*$/.test(plain) || plain.includes('  ')) return null;
  const isNegative = !/^\d/.test(plain);
  const decimal = readMagnitude(isNegative ? plain.slice(1) : plain);
  if (decimal === null) return null;
  const value = textOf(exact(decimal));
  return isNegative && value !== '0' ? `-${value}` : value;
}

/** @param {string} body @returns {string | null} */
function readMagnitude(body) {
  const marks = body.replace(/\d/g, '');
  if (marks === '') return withoutLeadingZero(body);
  if (!/^\d.*\d$/.test(body)) return null;
  const last = marks.at(-1) ?? '';
  const isRepeated = marks.indexOf(last) !== marks.length - 1;
  if (last === ' ') return isRepeated || marks === ' ' ? readGroups(body, ' ') : null;
  if (isRepeated) return readGroups(body, last);
  const group = marks[0] === last ? '' : (marks[0] ?? '');
  const [before = '', decimals = ''] = body.split(last);
  if (group === '' && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(before)) return null;
  const whole = group === '' ? withoutLeadingZero(before) : readGroups(before, group);
  return whole === null ? null : `${whole}.${decimals}`;
}

/** @param {string} body @param {string} mark @returns {string | null} */
function readGroups(body, mark) {
  const [first = '', ...rest] = body.split(mark);
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return isGrouped ? first + rest.join('') : null;
}

/** @param {string} digits @returns {string | null} */
function withoutLeadingZero(digits) {
  if (/^(0|[1-9]\d*)$/.test(digits)) return digits;
  return /^0[1-9]$/.test(digits) ? digits.slice(1) : null;
}

/** @type {Exact} */
export const ZERO = { n: 0n, d: 1n };

/** @param {string} decimal plain decimal text @returns {Exact} */
export function exact(decimal) {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) };
}

/** @param {Exact} one @param {Exact} other @returns {Exact} */
export function add(one, other) {
  return { n: one.n * other.d + other.n * one.d, d: one.d * other.d };
}

/** @param {Exact} one @param {Exact} other @returns {Exact} */
export function subtract(one, other) {
  return add(one, { n: -other.n, d: other.d });
}

/** @param {Exact} one @param {Exact} other not zero @returns {Exact} */
export function divide(one, other) {
  const sign = other.n < 0n ? -1n : 1n;
  return { n: sign * one.n * other.d, d: sign * one.d * other.n };
}

/** @param {Exact} value @param {bigint} factor @returns {Exact} */
export function times(value, factor) {
  return { n: value.n * factor, d: value.d };
}

/** Half up on the magnitude. @param {Exact} value @param {number} decimals @returns {Exact} */
export function round(value, decimals) {
  const power = 10n ** BigInt(decimals);
  const [size, sign] = value.n < 0n ? [-value.n, -1n] : [value.n, 1n];
  const scaled = size * power;
  const carry = (scaled % value.d) * 2n >= value.d ? 1n : 0n;
  return { n: sign * (scaled / value.d + carry), d: power };
}

/** Canonical decimal text; "n/d" for what has no end. @param {Exact} value @returns {string} */
export function textOf({ n, d }) {
  const common = divisor(n < 0n ? -n : n, d);
  const [top, bottom] = [n / common, d / common];
  let decimals = 0n;
  let power = 1n;
  // No figure of a form has more decimals: what is left then never ends.
  while (power % bottom !== 0n && decimals < 200n) [decimals, power] = [decimals + 1n, power * 10n];
  if (power % bottom !== 0n) return `${top}/${bottom}`;
  const scaled = top * (power / bottom);
  const [sign, size] = scaled < 0n ? ['-', -scaled] : ['', scaled];
  const digits = size.toString().padStart(Number(decimals) + 1, '0');
  if (decimals === 0n) return sign + digits;
  return `${sign}${digits.slice(0, -Number(decimals))}.${digits.slice(-Number(decimals))}`;
}

/** @param {bigint} one @param {bigint} other @returns {bigint} */
function divisor(one, other) {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** "-1234567.8" as officials write it: "-1.234.567,8". @param {string} decimal @returns {string} */
export function grouped(decimal) {
  const [whole = '', decimals] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? groups : `${groups},${decimals}`;
}
