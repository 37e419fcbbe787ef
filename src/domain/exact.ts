/**
 * Exact numbers. Figures are canonical decimal text outside and exact fractions inside, so that a ratio is
 * rounded once, from its true value. Floats never hold a figure.
 */
import { Fraction } from 'fraction.js';

export type Exact = Fraction;

export type Rounding = 'half-up' | 'down' | 'up';

const CANONICAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

const DECIMAL = /^-?\d+(\.\d+)?$/;

const WHOLE_NUMBER = /^-?\d+$/;

export const ZERO: Exact = new Fraction(0);

/** True for canonical decimal text: no leading or trailing zeros, no plus, no "-0". */
export function isCanonical(text: string): boolean {
  return CANONICAL.test(text) && text !== '-0';
}

/**
 * An exact number from decimal text.
 * @throws RangeError when the text is not a plain decimal such as "1234.5".
 */
export function exact(text: string | bigint): Exact {
  if (typeof text === 'bigint') return wholeNumber(text);
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal: ${text}`);
  const point = text.indexOf('.');
  // The library reads text far more slowly than whole numbers.
  if (point < 0) return wholeNumber(BigInt(text));
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return new Fraction(digits, powerOfTen(text.length - point - 1));
}

/** A whole number, as the library holds one: its constructor reads all that may be a number, and looks for a divisor. */
function wholeNumber(value: bigint): Exact {
  const made: Exact = Object.create(Fraction.prototype);
  made.s = value < 0n ? -1n : 1n;
  made.n = value < 0n ? -value : value;
  made.d = 1n;
  return made;
}

/**
 * The number as a float, off by less than one part in a thousand billion: to tell what lies far from a limit, so that
 * only what lies near it has to be compared exactly.
 */
export function approximate({ s, n, d }: Exact): number {
  const size = d === 1n ? Number(n) : Number(n) / Number(d);
  return s < 0n ? -size : size;
}

/**
 * Negative, zero or positive, as the first number is less than the second, the same, or more. The library makes new
 * numbers of both before it compares them; of whole ones, which nearly all are, that is most of the time.
 */
export function compare(left: Exact, right: Exact): number {
  if (left.d !== 1n || right.d !== 1n) return left.compare(right);
  if (left.s !== right.s) return left.s < right.s ? -1 : 1;
  if (left.n === right.n) return 0;
  return left.n < right.n === left.s > 0n ? -1 : 1;
}

export function isZero({ n }: Exact): boolean {
  return n === 0n;
}

export function isPositive({ s, n }: Exact): boolean {
  return n > 0n && s > 0n;
}

/** Canonical decimal text; a number without finite decimals is written "numerator/denominator". */
export function canonical(value: Exact): string {
  if (value.d === 1n) return (value.s * value.n).toString();
  const decimals = decimalsOf(value.d);
  if (decimals === null) return value.toFraction();
  const text = fixed(value, decimals);
  return text.replace(/\.?0+$/, '');
}

/** Rounds the magnitude to a number of decimals: "half-up" away from zero at the half, "down" towards zero, "up" away. */
export function round(value: Exact, decimals: number, rounding: Rounding): Exact {
  // A fraction is s × n ÷ d: its sign, and two whole numbers without a common divisor.
  if (value.d === 1n) return value;
  const power = powerOfTen(decimals);
  const scaled = value.n * power;
  const whole = scaled / value.d;
  const rest = scaled % value.d;
  const carry = rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= value.d;
  return new Fraction(value.s * (whole + (carry ? 1n : 0n)), power);
}

/** Decimal text with a fixed number of decimals of a number that has no more than that. */
export function fixed(value: Exact, decimals: number): string {
  const digits = ((value.n * powerOfTen(decimals)) / value.d).toString().padStart(decimals + 1, '0');
  const sign = value.s < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function sum(values: Iterable<Exact>): Exact {
  let wholes = 0n;
  let rest = ZERO;
  for (const value of values) {
    if (value.d === 1n) wholes += value.s * value.n;
    else rest = rest.add(value);
  }
  return rest.n === 0n ? wholeNumber(wholes) : rest.add(wholeNumber(wholes));
}

/**
 * The sum of decimal texts. Faster than the sum of exact numbers, which have to be made first.
 * @throws RangeError when a text is not a plain decimal.
 */
export function sumOfTexts(texts: Iterable<string>): Exact {
  let wholes = 0n;
  const others: Exact[] = [];
  for (const text of texts)
    if (WHOLE_NUMBER.test(text)) wholes += BigInt(text);
    else others.push(exact(text));
  return others.length === 0 ? wholeNumber(wholes) : sum([wholeNumber(wholes), ...others]);
}

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Decimals needed to write a fraction with this denominator, or null when no number of them is enough. */
function decimalsOf(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : null;
}
