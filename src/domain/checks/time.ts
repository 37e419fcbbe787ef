/** Figures against time: nested spans, totals that cannot fall, and a base of the year that stays what it was. */
import type { Book } from '../aggregation/book.ts';
import { isKnown, usable, type KnownAggregate } from '../aggregation/measure.ts';
import { isIncomparable } from '../aggregation/bodies-changed.ts';
import { brokenSince } from '../aggregation/series-break.ts';
import type { Check, Frequency, Indicator, Span } from '../definition.ts';
import { compare, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { madeOnce } from '../made-once.ts';
import { nameOf } from '../narration/show.ts';
import type { Facts } from '../facts.ts';
import { frequencyOf, shortPeriodName } from '../period.ts';
import { statedControls } from './controls.ts';
import { amount } from './describe.ts';
import { hard, soft } from './found.ts';
import { overlap, rangeOf, type Range } from './rounding.ts';
import { scopesOf } from './scopes.ts';
import { cellSource, pairInWords, sourcesOf, type Sources } from './sources.ts';

type Declared<K extends Check['kind']> = Extract<Check, { kind: K }>;

const SPANS: readonly Span[] = ['period', 'ytd', 'cumulative'];
const SPAN_NAMES = { period: 'số trong kỳ', ytd: 'số từ đầu năm', cumulative: 'số lũy kế' } as const;

/** A value of one span, computed or stated. */
interface Spanned extends Range {
  /** Ledger id of a computed value. */
  readonly id?: string;
  /** Cell that states the value. */
  readonly field?: string;
  readonly span: Span;
  readonly value: Exact;
  readonly source: Sources;
}

/** period ≤ year to date ≤ cumulative: of what the system computes, and of what the owner states beside it. */
export function checkNested(book: Book, check: Declared<'nested'>): readonly Finding[] {
  const stated = statedControls(book).filter(({ control }) => control.versus === undefined);
  return check.indicators.flatMap((code) => {
    const computed = SPANS.flatMap((span): readonly Spanned[] => {
      const value = usable(book.value(book.measure(code, { span })));
      return value ? [{ ...value, ...rangeOf(book, value), span, source: sourcesOf(book, value.id) }] : [];
    });
    const own = stated
      .filter(({ control, scope }) => control.indicator === code && scope === '')
      .map(({ control: { span }, answer, value }): Spanned => {
        const source = cellSource(book, answer);
        return { field: answer.field.id, span, value, low: value, high: value, source };
      });
    return [
      ...pairsOf(computed, computed),
      ...pairsOf(
        computed.filter(({ span }) => span === 'period'),
        own,
      ),
      ...pairsOf(own, own),
    ].map(([small, large]) => {
      const pair = pairInWords(small.source, 'lớn hơn', large.source);
      const [less, more] = [SPAN_NAMES[small.span], SPAN_NAMES[large.span]];
      const message = pair
        ? `${pair}, trong khi ${less} không thể lớn hơn ${more}`
        : `“${book.indicator(code).label}”: ${less} (${amount(small.value)}) lớn hơn ${more} (${amount(large.value)}): ${small.source.text}; trong khi ${large.source.text}`;
      const id = large.field === undefined ? small.id : `${code}/${large.field}`;
      return hard(`${check.id}:${id}`, check.id, message, [small.source, large.source]);
    });
  });
}

/** Pairs of a shorter span above the longer one. */
function pairsOf(
  left: readonly Spanned[],
  right: readonly Spanned[],
): readonly (readonly [small: Spanned, large: Spanned])[] {
  return left.flatMap((small) =>
    right
      .filter(
        (large) => SPANS.indexOf(small.span) < SPANS.indexOf(large.span) && small.low.compare(large.high) > 0,
      )
      .map((large) => [small, large] as const),
  );
}

/**
 * What cannot fall: a total kept by its owner, against its last known value, and a cumulative total of what was
 * counted since a day, against every earlier one. For each body, or in total where no body has a value of its own.
 */
export function findFallen(book: Book, indicator: Indicator): readonly Finding[] {
  const counted = indicator.nature === 'flow' && indicator.since !== undefined && !indicator.signed;
  if (!indicator.rising && !(counted && mayFall(book, indicator))) return [];
  const scopes = scopesOf(book, [indicator.code]);
  const each = scopes.length > 1 ? scopes.flatMap((scope) => fallen(book, indicator, scope)) : [];
  return each.length > 0 ? each : fallen(book, indicator, '');
}

/**
 * What is only ever added up, month by month, from numbers that are not negative cannot fall. It can where a total of
 * the past is on record, where it is made of something else, and where periods of several kinds tell of the same time.
 */
function mayFall(
  { facts, parts }: Book,
  { code, sum, difference, rows, meets, continues }: Indicator,
): boolean {
  if ((sum ?? difference ?? rows ?? meets ?? continues) !== undefined || parts.size > 0) return true;
  if (totalsIn(facts.history).has(code)) return true;
  const own = frequencyOf(facts.period.id);
  return [facts.history, facts.earlier].some((past) => [...kindsIn(past)].some((kind) => kind !== own));
}

/** Every indicator asks for the same, and each compile of the same past. */
const totals = new WeakMap<Facts['history'], ReadonlySet<string>>();
const kinds = new WeakMap<Facts['history' | 'earlier'], ReadonlySet<Frequency>>();

/** Codes of which history has a total of several periods. */
function totalsIn(history: Facts['history']): ReadonlySet<string> {
  return madeOnce(
    totals,
    history,
    (values) => new Set(values.filter(({ span }) => span !== 'period').map(({ indicator }) => indicator)),
  );
}

/** Kinds of the periods that anything is known of. */
function kindsIn(past: Facts['history' | 'earlier']): ReadonlySet<Frequency> {
  return madeOnce(kinds, past, (values) => {
    const periods = new Set(values.map(({ period }) => period));
    return new Set([...periods].map(frequencyOf));
  });
}

function fallen(book: Book, indicator: Indicator, scope: string): readonly Finding[] {
  const span = indicator.rising ? 'period' : 'cumulative';
  const now = usable(book.value(book.measure(indicator.code, { scope, span })));
  if (!now || now.state !== 'known') return [];
  const then = higherBefore(book, indicator, now);
  if (!then) return [];
  const [one, other] = [sourcesOf(book, now.id), sourcesOf(book, then.id)];
  const fall = `giảm so với ${amount(then.value)} của ${shortPeriodName(then.measure.period)}`;
  const message = one.cell
    ? `${one.text}, ${fall} (${other.origin ?? other.text}), trong khi số lũy kế không thể giảm`
    : `“${indicator.label}”, số lũy kế, là ${amount(now.value)}, ${fall}: ${one.text}; trong khi ${other.text}`;
  return [hard(`rising:${indicator.code}/${scope || 'all'}`, 'rising', message, [one, other])];
}

/** Of a total kept by its owner the last known value, of what is counted every one, when it is above the one of now. */
function higherBefore(book: Book, { rising }: Indicator, now: KnownAggregate): KnownAggregate | undefined {
  const recorded = book.earlier.recorded(now.measure);
  const { high } = rangeOf(book, now);
  for (const period of book.earlier.knownBefore(now.measure)) {
    if (brokenSince(book, now.measure.indicator, period, now.measure.period)) continue;
    const plain = recorded(period);
    if (!plain || compare(high, plain) < 0) {
      const then = book.value({ ...now.measure, period });
      if (isIncomparable(book, now, then) || !isKnown(then)) continue;
      if (high.compare(rangeOf(book, then).low) < 0) return then;
    }
    if (rising) return undefined;
  }
  return undefined;
}

/**
 * cumulative − year to date is what the year began with, and so the same in every period of the year. Soft, because
 * the earlier values are published and cannot be corrected any more; the latest period that disagrees is named.
 */
export function checkSteadyBase(book: Book, check: Declared<'steady-base'>): readonly Finding[] {
  const { id: current } = book.facts.period;
  const year = current.slice(0, 4);
  return check.indicators.flatMap((code) => {
    const now = baseOfYear(book, code, current);
    if (!now) return [];
    const periods = book.earlier
      .knownBefore(book.measure(code, { span: 'ytd' }))
      .filter((period) => period.startsWith(year) && !brokenSince(book, code, period, current));
    for (const period of periods) {
      const then = baseOfYear(book, code, period);
      if (!then || overlap(now, then)) continue;
      const message = `${ownerOf(book, now)}“${book.indicator(code).label}”: số có trước năm ${year}, tính bằng lũy kế trừ số từ đầu năm, theo kỳ này là ${inWords(now)} nhưng theo ${shortPeriodName(period)} là ${inWords(then)} (kỳ này: ${now.text}; ${shortPeriodName(period)}: ${then.text})`;
      return [soft(`${check.id}:${code}`, check.id, message, [now, then])];
    }
    return [];
  });
}

/** The interval in which cumulative − ytd lies; a point unless one of them was published rounded. */
function baseOfYear(book: Book, code: string, period: string): (Range & Sources) | undefined {
  const [all, year] = (['cumulative', 'ytd'] as const).map((span) =>
    book.value(book.measure(code, { span, period })),
  );
  if (!all || !year || !isKnown(all) || !isKnown(year)) return undefined;
  const [total, part] = [rangeOf(book, all), rangeOf(book, year)];
  const [one, other] = [sourcesOf(book, all.id), sourcesOf(book, year.id)];
  return {
    low: total.low.sub(part.high),
    high: total.high.sub(part.low),
    text: `lũy kế ${amount(all.value)}, từ đầu năm ${amount(year.value)}`,
    places: [...one.places, ...other.places],
  };
}

/** "biểu VPCP-3, Văn phòng Chính phủ, " of the first cell behind a value. */
function ownerOf(book: Book, { places }: Pick<Sources, 'places'>): string {
  const cell = places.find((place) => place.kind === 'cell');
  return cell?.kind === 'cell' ? `biểu ${cell.form}, ${nameOf(book, cell.entity)}, ` : '';
}

function inWords({ low, high }: Range): string {
  return low.equals(high) ? amount(low) : `từ ${amount(low)} đến ${amount(high)}`;
}
