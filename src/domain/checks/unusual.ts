/** Unusual figures: far from what the body has reported before, the same for too long, or out of their usual band. All soft. */
import type { Book } from '../aggregation/book.ts';
import type { KnownAggregate, Measure } from '../aggregation/measure.ts';
import type { Check, Indicator } from '../definition.ts';
import { exact, ZERO, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { previousPeriod } from '../period.ts';
import { known } from './arithmetic.ts';
import { amount, sourcesOf } from './describe.ts';

/** A median needs this many values; it is taken of the last six. */
const FEWEST = 3;
const REMEMBERED = 6;
/** Against a single earlier value only a wrong scale is looked for: nghìn for triệu is a factor of a thousand. */
const WRONG_SCALE = exact('200');

export function findOutliers(book: Book, indicator: Indicator): readonly Finding[] {
  return eachScope(book, indicator).flatMap(({ now, before, id }) => {
    if (indicator.outlier === null || before.length === 0) return [];
    const usual = median(before.length >= FEWEST ? before : before.slice(0, 1));
    const [low, high] =
      before.length >= FEWEST
        ? [exact(indicator.outlier.low), exact(indicator.outlier.high)]
        : [exact('1').div(WRONG_SCALE), WRONG_SCALE];
    const value = now.value;
    if (usual.compare(0) <= 0 || (value.compare(usual.mul(low)) >= 0 && value.compare(usual.mul(high)) <= 0))
      return [];
    const sources = sourcesOf(book, now.id);
    const times = value.equals(0)
      ? undefined
      : value.compare(usual) > 0
        ? value.div(usual)
        : usual.div(value);
    const scale =
      times && times.compare(WRONG_SCALE) >= 0 ? ' Có thể đã nhầm đơn vị (nghìn, triệu, tỷ).' : '';
    const message = `${sources.text}: khác thường so với mức thông thường ${amount(usual)} của ${before.length} kỳ gần nhất.${scale} Đề nghị kiểm tra, sửa hoặc ghi lý do.`;
    return [soft(`outlier:${id}`, 'outlier', message, sources.places)];
  });
}

/** The same value in so many periods in a row, this one included. */
export function findUnchanged(book: Book, indicator: Indicator): readonly Finding[] {
  const { unchangedFor } = indicator;
  if (unchangedFor === null) return [];
  return eachScope(book, indicator).flatMap(({ now, id }) => {
    let { period } = now.measure;
    for (let step = 1; step < unchangedFor; step += 1) {
      period = previousPeriod(period);
      const then = book.value({ ...now.measure, period });
      if (then.value === null || !then.value.equals(now.value)) return [];
    }
    const sources = sourcesOf(book, now.id);
    const message = `${sources.text}: không thay đổi trong ${unchangedFor} kỳ liên tiếp. Đề nghị xác nhận số liệu còn đúng hoặc cập nhật.`;
    return [soft(`unchanged:${id}`, 'unchanged', message, sources.places)];
  });
}

/** A quotient such as đồng per transaction outside its usual band. */
export function checkBand(book: Book, check: Extract<Check, { kind: 'band' }>): readonly Finding[] {
  const numerator = known(book, check.numerator, '');
  const denominator = known(book, check.denominator, '');
  if (!numerator || !denominator || denominator.value.equals(0)) return [];
  const quotient = numerator.value.div(denominator.value);
  if (quotient.compare(exact(check.low)) >= 0 && quotient.compare(exact(check.high)) <= 0) return [];
  const [one, other] = [sourcesOf(book, numerator.id), sourcesOf(book, denominator.id)];
  const message = `${numerator.indicator.label} trên ${denominator.indicator.label} là ${amount(quotient)}, ngoài khoảng thường gặp từ ${amount(check.low)} đến ${amount(check.high)}: ${one.text}; ${other.text}. Đề nghị kiểm tra, sửa hoặc ghi lý do.`;
  return [soft(check.id, check.id, message, [...one.places, ...other.places])];
}

interface Scoped {
  readonly now: KnownAggregate;
  /** Last known earlier values, newest first, at most six. */
  readonly before: readonly Exact[];
  /** "F-TINH/an-giang/tong-ho-so". */
  readonly id: string;
}

/** The value of each body; a single owner's is the value of all, under which its history is kept too. */
function eachScope(book: Book, indicator: Indicator): readonly Scoped[] {
  if (indicator.nature !== 'flow' && indicator.nature !== 'stock') return [];
  const [asking] = book.index.askedBy(indicator.code);
  if (!asking) return [];
  const asked = [...book.index.asked(indicator.code)];
  const scoped = (scope: string, name: string): readonly Scoped[] => {
    const now = known(book, indicator.code, scope);
    const id = `${asking.form.id}/${name}/${indicator.code}`;
    return now ? [{ now, before: remembered(book, now.measure), id }] : [];
  };
  const [only] = asked;
  if (only !== undefined && asked.length === 1) return scoped('', only);
  const each = asked.flatMap((entity) => scoped(entity, entity));
  return each.some(({ before }) => before.length > 0) ? each : scoped('', 'all');
}

function remembered(book: Book, measure: Measure): readonly Exact[] {
  return book.earlier
    .knownBefore(measure)
    .slice(0, REMEMBERED)
    .map((period) => book.value({ ...measure, period }).value)
    .filter((value) => value !== null);
}

/** Of an empty list zero, which no value is compared with. */
function median(values: readonly Exact[]): Exact {
  const sorted = [...values].sort((left, right) => left.compare(right));
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] ?? ZERO).div(2);
}

function soft(id: string, check: string, message: string, places: Finding['places']): Finding {
  return {
    id,
    check,
    severity: 'soft',
    message: message.slice(0, 1).toLocaleUpperCase('vi') + message.slice(1),
    places,
  };
}
