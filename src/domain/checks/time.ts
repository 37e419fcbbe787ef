/** Figures against time: nested spans, totals that cannot fall, and a base of the year that stays what it was. */
import type { Book } from '../aggregation/book.ts';
import { isKnown, usable, type Aggregate, type KnownAggregate } from '../aggregation/measure.ts';
import type { Check, Indicator } from '../definition.ts';
import { exact, type Exact, ZERO } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { shortPeriodName } from '../period.ts';
import { known, hard } from './arithmetic.ts';
import { statedControls } from './controls.ts';
import { amount, cellPlace, describeCell, sourcesOf } from './describe.ts';

type Declared<K extends Check['kind']> = Extract<Check, { kind: K }>;

/** period ≤ year to date ≤ cumulative, computed and stated. */
export function checkNested(book: Book, check: Declared<'nested'>): readonly Finding[] {
  return check.indicators.flatMap((code) => {
    const [own, year, all] = (['period', 'ytd', 'cumulative'] as const).map((span) =>
      usable(book.value(book.measure(code, { span }))),
    );
    return [
      ...above(book, check.id, own, year),
      ...above(book, check.id, year, all),
      ...aboveStated(book, check.id, code),
    ];
  });
}

function above(
  book: Book,
  check: string,
  small?: KnownAggregate,
  large?: KnownAggregate,
): readonly Finding[] {
  if (!small || !large || small.value.compare(large.value) <= 0) return [];
  const [one, other] = [sourcesOf(book, small.id), sourcesOf(book, large.id)];
  const message = `${small.indicator.label}: ${spanName(small)} (${amount(small.value)}) lớn hơn ${spanName(large)} (${amount(large.value)}): ${one.text}; trong khi ${other.text}.`;
  return [hard(`${check}:${small.id}`, check, message, [one, other])];
}

/** A month above the all-time total that its owner states beside it. */
function aboveStated(book: Book, check: string, code: string): readonly Finding[] {
  const own = usable(book.value(book.measure(code)));
  if (!own) return [];
  return statedControls(book)
    .filter(
      ({ control, value }) =>
        control.indicator === code &&
        control.span !== 'period' &&
        control.versus === undefined &&
        own.value.compare(value) > 0,
    )
    .map(({ answer, control }) => {
      const source = sourcesOf(book, own.id);
      const name = control.span === 'ytd' ? 'số từ đầu năm' : 'số lũy kế';
      const message = `${own.indicator.label} trong kỳ (${source.text}) lớn hơn ${name} mà đơn vị tự ghi: ${describeCell(book, answer)}.`;
      return hard(`${check}:${code}/${answer.field.id}`, check, message, [
        source,
        { places: [cellPlace(answer)] },
      ]);
    });
}

/** A cumulative total kept by its owner never falls below its last known value, for any body. */
export function findFallen(book: Book, indicator: Indicator): readonly Finding[] {
  if (!indicator.rising) return [];
  const asked = [...book.index.asked(indicator.code)];
  return ['', ...asked].flatMap((scope) => {
    const now = known(book, indicator.code, scope);
    const [last] = now ? book.earlier.knownBefore(now.measure) : [];
    if (!now || last === undefined) return [];
    const then = book.value({ ...now.measure, period: last });
    if (then.value === null || now.value.compare(then.value) >= 0) return [];
    const [one, other] = [sourcesOf(book, now.id), sourcesOf(book, then.id)];
    const message = `${indicator.label} là số lũy kế nhưng giảm từ ${amount(then.value)} (${shortPeriodName(last)}) xuống ${amount(now.value)}: ${one.text}; trong khi ${other.text}.`;
    return [hard(`rising:${indicator.code}/${scope || 'all'}`, 'rising', message, [one, other])];
  });
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
      .filter((period) => period.startsWith(year));
    for (const period of periods) {
      const then = baseOfYear(book, code, period);
      if (!then || overlap(now, then)) continue;
      const former = then.low.equals(then.high)
        ? amount(then.low)
        : `từ ${amount(then.low)} đến ${amount(then.high)}`;
      const message = `${book.indicator(code).label}: số đầu năm suy ra từ kỳ này là ${amount(now.low)}, từ ${shortPeriodName(period)} là ${former}; lũy kế và số từ đầu năm của hai kỳ không khớp nhau.`;
      return [
        {
          id: `${check.id}:${code}`,
          check: check.id,
          severity: 'soft' as const,
          message,
          places: [...now.places, ...then.places],
        },
      ];
    }
    return [];
  });
}

interface Base {
  readonly low: Exact;
  readonly high: Exact;
  readonly places: Finding['places'];
}

/** The interval in which cumulative − ytd lies; a point unless one of them was published rounded. */
function baseOfYear(book: Book, code: string, period: string): Base | undefined {
  const [all, year] = (['cumulative', 'ytd'] as const).map((span) =>
    book.value(book.measure(code, { span, period })),
  );
  if (!all || !year || !isKnown(all) || !isKnown(year)) return undefined;
  const slack = (aggregate: Aggregate): Exact => {
    const history = book.earlier.history(aggregate.measure);
    const used = book.ledger.get(aggregate.id)?.kind === 'history';
    return used && history?.roundedTo !== undefined ? exact(history.roundedTo) : ZERO;
  };
  const difference = all.value.sub(year.value);
  const places = [...sourcesOf(book, all.id).places, ...sourcesOf(book, year.id).places];
  return { low: difference.sub(slack(year)), high: difference.add(slack(all)), places };
}

function overlap(left: Base, right: Base): boolean {
  return left.low.compare(right.high) <= 0 && right.low.compare(left.high) <= 0;
}

function spanName({ measure: { span } }: Aggregate): string {
  return { period: 'số trong kỳ', ytd: 'số từ đầu năm', cumulative: 'số lũy kế' }[span];
}
