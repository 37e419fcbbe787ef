/**
 * Exact numbers. Figures are canonical decimal text outside and exact fractions inside, so that a ratio is
 * rounded once, from its true value. Floats never hold a figure.
 */
import { Fraction } from 'fraction.js';

export type Exact = Fraction;

export type Rounding = 'half-up' | 'down' | 'up';

const CANONICAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

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
  if (typeof text === 'string' && !/^-?\d+(\.\d+)?$/.test(text))
    throw new RangeError(`not a decimal: ${text}`);
  return new Fraction(text);
}

/** Canonical decimal text; a number without finite decimals is written "numerator/denominator". */
export function canonical(value: Exact): string {
  const decimals = decimalsOf(value.d);
  if (decimals === null) return value.toFraction();
  const text = fixed(value, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, '');
}

/** Rounds the magnitude to a number of decimals: "half-up" away from zero at the half, "down" towards zero, "up" away. */
export function round(value: Exact, decimals: number, rounding: Rounding): Exact {
  const magnitude = value.abs();
  const scaled = magnitude.mul(new Fraction(10n ** BigInt(decimals)));
  const whole = scaled.n / scaled.d;
  const rest = scaled.sub(new Fraction(whole));
  const carry =
    rounding === 'up' ? rest.n > 0n : rounding === 'half-up' && rest.compare(new Fraction(1, 2)) >= 0;
  const rounded = new Fraction(whole + (carry ? 1n : 0n), 10n ** BigInt(decimals));
  return value.compare(0) < 0 ? rounded.neg() : rounded;
}

/** Decimal text with a fixed number of decimals of a number that has no more than that. */
export function fixed(value: Exact, decimals: number): string {
  const scaled = value.abs().mul(new Fraction(10n ** BigInt(decimals)));
  const digits = (scaled.n / scaled.d).toString().padStart(decimals + 1, '0');
  const sign = value.compare(0) < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function sum(values: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
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
