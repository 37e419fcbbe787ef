/**
 * What follows from the numbers of a form: sums, differences and ratios, and the change from an earlier month. The same
 * formulas as the server's src/domain/collecting/{computed,earlier-answer}.ts; a test compares them.
 */
import { add, divide, exact, grouped, round, subtract, textOf, times, ZERO } from './form-number.js';

/** @import { Exact } from './form-number.js' */

/**
 * @typedef {{ kind: 'sum' | 'difference', of: readonly string[] }
 *   | { kind: 'ratio', numerator: string, denominator: string, factor: number }} Formula
 * @typedef {{ id: string, decimals: number, formula: Formula }} Figure in an order in which each stands after its inputs
 */

/** Decimals of a ratio beyond those that the report prints. */
const MORE_DECIMALS = 2;

/**
 * Canonical values by id; null while an input has no number.
 * @param {readonly Figure[]} figures
 * @param {(field: string) => Exact | null} numberIn
 * @returns {Map<string, string | null>}
 */
export function computeFigures(figures, numberIn) {
  /** @type {Map<string, Exact | null>} */
  const known = new Map();
  return new Map(
    figures.map(({ id, decimals, formula }) => {
      const value = valueOf(formula, (input) =>
        known.has(input) ? (known.get(input) ?? null) : numberIn(input),
      );
      known.set(id, value);
      if (value === null) return [id, null];
      return [id, textOf(formula.kind === 'ratio' ? round(value, decimals + MORE_DECIMALS) : value)];
    }),
  );
}

/** @param {Formula} formula @param {(input: string) => Exact | null} numberIn @returns {Exact | null} */
function valueOf(formula, numberIn) {
  if (formula.kind === 'ratio') {
    const [top, bottom] = [numberIn(formula.numerator), numberIn(formula.denominator)];
    if (!top || !bottom || bottom.n === 0n) return null;
    return times(divide(top, bottom), BigInt(formula.factor));
  }
  const values = formula.of.map(numberIn);
  const [first, ...others] = values.flatMap((value) => value ?? []);
  if (!first || others.length + 1 < values.length) return null;
  const rest = others.reduce(add, ZERO);
  return formula.kind === 'sum' ? add(first, rest) : subtract(first, rest);
}

/**
 * @param {string} before canonical
 * @param {string} now canonical
 * @param {boolean} isPercentage a percentage changes in points
 * @returns {{ difference: string, percent?: string }}
 */
export function changeFrom(before, now, isPercentage) {
  const [base, value] = [exact(before), exact(now)];
  const difference = subtract(value, base);
  if (isPercentage || base.n === 0n) return { difference: textOf(difference) };
  const size = base.n < 0n ? { n: -base.n, d: base.d } : base;
  return { difference: textOf(difference), percent: textOf(round(times(divide(difference, size), 100n), 1)) };
}

/**
 * As the server's answer-words.ts says it: "+1.250 (+8,3%)".
 * @param {{ difference: string, percent?: string }} change
 * @param {boolean} isPercentage
 * @returns {string}
 */
export function changeWords({ difference, percent }, isPercentage) {
  if (difference === '0') return 'không thay đổi';
  // A change too small for a tenth of a percent is told by its number alone.
  const share = percent === undefined || percent === '0' ? '' : ` (${signed(percent)}%)`;
  return `${signed(difference)}${isPercentage ? ' điểm phần trăm' : ''}${share}`;
}

/** @param {string} value @returns {string} */
function signed(value) {
  return value.startsWith('-') ? `−${grouped(value.slice(1))}` : `+${grouped(value)}`;
}
