/** Unusual figures: far from what was reported before, the same for too long, or out of their usual band. All soft. */
import type { Book } from '../aggregation/book.ts';
import type { KnownAggregate } from '../aggregation/measure.ts';
import type { Check, Indicator } from '../definition.ts';
import { approximate, exact, isPositive, isZero, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { previousPeriod, shortPeriodName } from '../period.ts';
import { known } from './arithmetic.ts';
import { amount, roughly } from './describe.ts';
import { comparable } from './comparable.ts';
import { soft } from './found.ts';
import { findUnlikePeers } from './peers.ts';
import { meanUpTo } from './mean-before.ts';
import { remembered, type Remembered } from './remembered.ts';
import { mayBeOutside, median, scaleHint, TOO_FEW, WRONG_SCALE } from './scale.ts';
import { pairInWords, sourcesOf } from './sources.ts';
import type { Range } from './rounding.ts';
import { jumpedFrom } from './steady.ts';
import { isConfirmed } from './standing.ts';

/** A median needs this many values; it is taken of the last six. */
const FEWEST = 3;

/** What a usual value is at least and at most, in times of the middle of the earlier ones. */
interface Band {
  readonly low: Exact;
  readonly high: Exact;
}

const ONE_SCALE: Band = { low: exact('1').div(WRONG_SCALE), high: WRONG_SCALE };

/** One value may itself have been out of the ordinary: a digit too many or too few is seen nevertheless. */
const ONE_DIGIT: Band = { low: exact('1').div(7), high: exact('7') };
const NARROW = { low: approximate(ONE_DIGIT.low), high: approximate(ONE_DIGIT.high) };

/**
 * Values outside the indicator's band around the median of their last six known values; with fewer than three of
 * them outside a wider one around the last. Bodies are compared with their own past or with each
 * other, then blocks and the whole with theirs: one slip is named once, as near to its cell as can be.
 */
export function findOutliers(book: Book, indicator: Indicator): readonly Finding[] {
  const { outlier } = indicator;
  if (outlier === null || !isNumber(indicator)) return [];
  const { bodies, rosters, whole } = scopedValues(book, indicator);
  const usually = { low: exact(outlier.low), high: exact(outlier.high) };
  const far = (level: readonly Scoped[]): readonly Finding[] =>
    level.flatMap((scoped) => farFromUsual(book, scoped, usually));
  const near = [...far(bodies), ...findUnlikePeers(book, indicator)];
  if (near.length > 0) return near;
  const blocks = far(rosters);
  return blocks.length > 0 ? blocks : far(whole);
}

function farFromUsual(book: Book, { now, before, mean, id }: Scoped, usually: Band): readonly Finding[] {
  const many = before.length >= FEWEST;
  const values = (many ? before : before.slice(0, 1)).map((earlier) => earlier.value);
  const { value } = now;
  // With few of them no band is narrower than that of one digit.
  if (!many && !mayBeOutside(value, values, NARROW.low, NARROW.high)) return [];
  const { low, high } = many ? usually : bandOfOne(value, values[0], usually, mean !== undefined);
  const [last] = before;
  const jumped = many ? jumpedFrom(now.indicator, value, values) : undefined;
  if (!last || (!jumped && !mayBeOutside(value, values, approximate(low), approximate(high)))) return [];
  const usual = median(values);
  // Zero beside one earlier value says nothing of its scale: what happened once need not happen again.
  if (!many && isZero(value)) return [];
  const usualEnough = value.compare(usual.mul(low)) >= 0 && value.compare(usual.mul(high)) <= 0;
  if (!isPositive(usual) || (usualEnough && !jumped)) return [];
  const sources = sourcesOf(book, now.id);
  const than = many
    ? usuallyInWords(usual, before.length, usualEnough ? jumped : undefined)
    : (mean ?? `${amount(usual)} của ${shortPeriodName(last.period)}`);
  const message = `${sources.text}, ${value.compare(usual) > 0 ? 'cao' : 'thấp'} khác thường so với ${than}${scaleHint(value, usual)}`;
  return [soft(`outlier:${id}`, 'outlier', message, [sources])];
}

function usuallyInWords(usual: Exact, periods: number, steady?: Range): string {
  const range = steady && `${amount(steady.low)} đến ${amount(steady.high)}`;
  return range === undefined
    ? `mức thường gặp ${roughly(usual)} (trung vị ${periods} kỳ gần nhất)`
    : `${periods} kỳ gần nhất, hầu như không đổi, từ ${range}`;
}

/** Around a single value: never narrower than the indicator's own band, and only a wrong scale of small counts. */
function bandOfOne(value: Exact, last: Exact | undefined, usually: Band, isMean: boolean): Band {
  const isSmall = value.compare(TOO_FEW) < 0 && last !== undefined && last.compare(TOO_FEW) < 0;
  if (isSmall || isMean) return ONE_SCALE;
  return {
    low: usually.low.compare(ONE_DIGIT.low) < 0 ? usually.low : ONE_DIGIT.low,
    high: usually.high.compare(ONE_DIGIT.high) > 0 ? usually.high : ONE_DIGIT.high,
  };
}

/**
 * The same value in so many periods in a row, this one included; nothing to report may stay nothing, and a standing
 * value that was confirmed within its time may stay what it is.
 */
export function findUnchanged(book: Book, indicator: Indicator): readonly Finding[] {
  const { unchangedFor } = indicator;
  if (unchangedFor === null || !isNumber(indicator)) return [];
  const { bodies, rosters, whole } = scopedValues(book, indicator);
  const nearest = [bodies, rosters, whole].find((level) => level.length > 0) ?? [];
  return nearest.flatMap(({ now, id }) => {
    if (isZero(now.value) || isConfirmed(book, indicator, now.measure.scope)) return [];
    const valueThen = comparable(book, now.measure);
    let { period } = now.measure;
    for (let step = 1; step < unchangedFor; step += 1) {
      period = previousPeriod(period);
      if (valueThen(period)?.equals(now.value) !== true) return [];
    }
    const sources = sourcesOf(book, now.id);
    const message = `${sources.text}, không thay đổi trong ${unchangedFor} kỳ liên tiếp, từ ${shortPeriodName(period)}`;
    const advice = 'Đề nghị cập nhật số liệu, hoặc xác nhận số liệu còn đúng và ghi lý do.';
    return [soft(`unchanged:${id}`, 'unchanged', message, [sources], advice)];
  });
}

/** A quotient such as đồng per transaction outside its usual band, or a numerator beside a denominator of zero. */
export function checkBand(book: Book, check: Extract<Check, { kind: 'band' }>): readonly Finding[] {
  const numerator = known(book, check.numerator, '');
  const denominator = known(book, check.denominator, '');
  if (!numerator || !denominator) return [];
  const [one, other] = [sourcesOf(book, numerator.id), sourcesOf(book, denominator.id)];
  const labels = `“${numerator.indicator.label}” chia cho “${denominator.indicator.label}”`;
  const pair = pairInWords(one, 'chia cho', other) ?? `${labels} (${one.text}; ${other.text})`;
  if (isZero(denominator.value)) {
    if (isZero(numerator.value)) return [];
    return [soft(check.id, check.id, `${pair}: số chia bằng 0 trong khi số bị chia khác 0`, [one, other])];
  }
  const quotient = numerator.value.div(denominator.value);
  if (quotient.compare(exact(check.low)) >= 0 && quotient.compare(exact(check.high)) <= 0) return [];
  const message = `${pair} được ${roughly(quotient)}, ngoài khoảng thường gặp từ ${amount(check.low)} đến ${amount(check.high)}`;
  return [soft(check.id, check.id, message, [one, other])];
}

interface Scoped {
  readonly now: KnownAggregate;
  /** Last known earlier values, newest first, at most six. */
  readonly before: Remembered;
  /** What the only earlier value is, where it is a mean. */
  readonly mean?: string;
  /** "F-TINH/an-giang/tong-ho-so". */
  readonly id: string;
}

/** Two checks ask for the same values; both are of one book. */
const valuesOfBooks = new WeakMap<Book, Map<string, ScopedValues>>();

type ScopedValues = Readonly<Record<'bodies' | 'rosters' | 'whole', readonly Scoped[]>>;

function scopedValues(book: Book, indicator: Indicator): ScopedValues {
  const ofBook = valuesOfBooks.get(book) ?? new Map<string, ScopedValues>();
  valuesOfBooks.set(book, ofBook);
  const values = ofBook.get(indicator.code) ?? readScopedValues(book, indicator);
  ofBook.set(indicator.code, values);
  return values;
}

/**
 * The scopes of which earlier values are known: bodies, the rosters of the forms that ask, the whole. A single owner's
 * value is the value of all, under which its history is kept.
 */
function readScopedValues(book: Book, indicator: Indicator): ScopedValues {
  const asking = book.index.askedBy(indicator.code);
  const scoped = (scope: string, where: string): readonly Scoped[] => {
    const now = known(book, indicator.code, scope);
    if (!now) return [];
    const id = `${where}/${indicator.code}`;
    const before = remembered(book, now.measure);
    if (before.length > 0) return [{ now, before, id }];
    // Where only totals are known, as a bulletin prints them, their mean tells a wrong scale as well.
    const usual = scope === '' ? meanUpTo(book, now) : undefined;
    return usual ? [{ now, before: [usual], mean: usual.mean, id }] : [];
  };
  const form = asking[0]?.form.id ?? '';
  const [only, ...others] = book.index.asked(indicator.code);
  if (only === undefined) return { bodies: [], rosters: [], whole: [] };
  if (others.length === 0) return { bodies: scoped('', `${form}/${only}`), rosters: [], whole: [] };
  return {
    bodies: asking.flatMap((source) =>
      source.bodies.flatMap((entity) => scoped(entity, `${source.form.id}/${entity}`)),
    ),
    rosters: asking.flatMap(({ form: { id, roster } }) =>
      roster === undefined ? [] : scoped(roster, `${id}/${roster}`),
    ),
    whole: scoped('', `${form}/all`),
  };
}

function isNumber({ nature }: Indicator): boolean {
  return nature === 'flow' || nature === 'stock';
}
