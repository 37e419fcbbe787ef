/**
 * Numbers as officials write them: dots between thousands, a comma before decimals, scale words, and the words hơn,
 * trên, gần and khoảng, which pick the rounding and are dropped where they would be false.
 */
import type { Scale } from '../definition.ts';
import { canonical, compare, exact, fixed, isZero, round, type Exact, type Rounding } from '../exact.ts';

/** Said before a number: hơn and trên when the true value is larger, gần when it is smaller, khoảng for either. */
export type ApproximationWord = 'hơn' | 'trên' | 'gần' | 'khoảng';

export interface NumberStyle {
  /** Digits after the comma, after scaling; trailing zeros are kept. */
  readonly decimals: number;
  readonly scale?: Scale | 'none';
  readonly word?: ApproximationWord | undefined;
  /** Writes whole counts from 1 to 9 with two digits ("03"), as is the habit in running text; never scaled ones. */
  readonly pad?: boolean;
  /** Rounds to this place in units, e.g. 1000; a scale word then takes as many decimals as the rounded value needs. */
  readonly place?: number | undefined;
  /** Leaves the scale word out, where the head of a table says it; every number then is in that scale. */
  readonly bare?: boolean;
}

export interface WrittenNumber {
  /** E.g. "hơn 11,6 triệu". */
  readonly text: string;
  readonly rounding: Rounding;
  /** The word that is printed; null when none was asked for or it was dropped. */
  readonly word: ApproximationWord | null;
  /** True when a word was asked for and would have been false: the shown value is the true one. */
  readonly dropped: boolean;
  /** The value that the text shows, in units: canonical decimal text. */
  readonly shown: string;
}

/** A value rounded for display. */
interface Rounded {
  /** In units. */
  readonly shown: Exact;
  /** What the printed digits count: 1, or the scale. */
  readonly unit: Exact;
  readonly decimals: number;
  readonly scale: Scale | null;
}

const SCALES: Readonly<Record<Scale, Exact>> = {
  nghìn: exact(10n ** 3n),
  triệu: exact(10n ** 6n),
  tỷ: exact(10n ** 9n),
  'nghìn tỷ': exact(10n ** 12n),
  'triệu tỷ': exact(10n ** 15n),
};
const ONE: Exact = exact(1n);
const TEN: Exact = exact(10n);

/** The rounding that a word asks for: hơn and trên down, gần up, khoảng and none half up. */
export function roundingOf(word: ApproximationWord | undefined): Rounding {
  if (word === 'hơn' || word === 'trên') return 'down';
  return word === 'gần' ? 'up' : 'half-up';
}

/**
 * Writes a value given in units. Zero is "0", without scale word and decimals. Another value that the scale, the place
 * or the word would turn into a zero ("hơn 0 triệu") is written in units, with as many decimals as it takes.
 */
export function writeNumber(value: Exact, style: NumberStyle): WrittenNumber {
  const { scale = 'none', place, word } = style;
  if (value.d === 1n && style.decimals === 0 && scale === 'none' && place === undefined && word === undefined)
    return writeWhole(value, style);
  if (isZero(value)) return write(value, { shown: value, unit: ONE, decimals: 0, scale: null }, style);
  return write(value, visiblyRounded(value, style), style);
}

/** A whole number in full, as nearly all numbers of a table are: the same as `write` gives, without a rounding. */
function writeWhole(value: Exact, { pad, word }: NumberStyle): WrittenNumber {
  const shown = canonical(value);
  const digits = grouped(shown);
  const text = pad === true && /^[1-9]$/.test(digits) ? `0${digits}` : digits;
  return { text, rounding: roundingOf(word), word: null, dropped: false, shown };
}

/** Writes a value given in percent: "65,70%", no space before the sign, decimals always kept. */
export function writePercent(value: Exact, style: Pick<NumberStyle, 'decimals' | 'word'>): WrittenNumber {
  const number = write(value, visiblyRounded(value, style), style);
  return { ...number, text: `${number.text}%` };
}

/** Decimal text with its thousands grouped: "-1234567.80" is "-1.234.567,80". */
export function grouped(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  let rest = whole.slice(sign.length);
  let groups = '';
  for (; rest.length > 3; rest = rest.slice(0, -3)) groups = `.${rest.slice(-3)}${groups}`;
  groups = sign + rest + groups;
  return decimals === undefined ? groups : `${groups},${decimals}`;
}

function write(value: Exact, rounded: Rounded, style: NumberStyle): WrittenNumber {
  const { shown, unit, decimals, scale } = rounded;
  const isTrue = compare(shown, value) === 0;
  const word = style.word === undefined || isTrue ? null : style.word;
  const digits = grouped(fixed(countedIn(unit, shown), decimals));
  const isSmallCount = isTrue && scale === null && /^[1-9]$/.test(digits);
  const number = style.pad === true && isSmallCount ? `0${digits}` : digits;
  return {
    text: [word, number, style.bare ? null : scale].filter((part) => part !== null).join(' '),
    rounding: roundingOf(style.word),
    word,
    dropped: style.word !== undefined && isTrue,
    shown: canonical(shown),
  };
}

function visiblyRounded(value: Exact, style: NumberStyle): Rounded {
  const rounded = roundedAsAsked(value, style, roundingOf(style.word));
  const isPlain = rounded.scale === null && style.place === undefined && style.word === undefined;
  if (isPlain || style.bare || isZero(value)) return rounded;
  const nearest = roundedAsAsked(value, style, 'half-up');
  return isZero(rounded.shown) || isZero(nearest.shown) ? inUnits(value, style) : rounded;
}

function roundedAsAsked(value: Exact, style: NumberStyle, rounding: Rounding): Rounded {
  const scale = style.scale === undefined || style.scale === 'none' ? null : style.scale;
  const unit = scale === null ? ONE : SCALES[scale];
  if (style.place !== undefined) {
    const place = exact(BigInt(style.place));
    const shown = round(value.div(place), 0, rounding).mul(place);
    // Less than one of the scale is easier to read in units: "3.000", not "0,003 triệu".
    if (scale === null || shown.abs().compare(unit) < 0)
      return { shown, unit: ONE, decimals: 0, scale: null };
    const decimals = canonical(shown.div(unit)).split('.')[1]?.length ?? 0;
    return { shown, unit, decimals, scale };
  }
  const counted = round(countedIn(unit, value), style.decimals, rounding);
  const shown = unit === ONE ? counted : counted.mul(unit);
  return { shown, unit, decimals: style.decimals, scale };
}

/** Without scale, with the fewest decimals at which something other than zero is left. */
function inUnits(value: Exact, style: NumberStyle): Rounded {
  let decimals = 0;
  for (let rest = value.abs(); rest.compare(ONE) < 0; rest = rest.mul(TEN)) decimals += 1;
  return { shown: round(value, decimals, roundingOf(style.word)), unit: ONE, decimals, scale: null };
}

/** Most numbers have no scale word. */
function countedIn(unit: Exact, value: Exact): Exact {
  return unit === ONE ? value : value.div(unit);
}
