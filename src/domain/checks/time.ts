/** Figures against time: nested spans, totals that cannot fall, and a base of the year that stays what it was. */
import type { Book } from '../aggregation/book.ts';
import type { Aggregate } from '../aggregation/measure.ts';
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

function above(book: Book, check: string, small?: Aggregate, large?: Aggregate): readonly Finding[] {
  if (!small || !large || (small.value as Exact).compare(large.value as Exact) <= 0) return [];
  const [one, other] = [sourcesOf(book, small.id), sourcesOf(book, large.id)];
  const message = `${small.indicator.label}: ${spanName(small)} (${amount(small.value as Exact)}) lớn hơn ${spanName(large)} (${amount(large.value as Exact)}): ${one.text}; trong khi ${other.text}.`;
  return [hard(`${check}:${small.id}`, check, message, [one, other])];
}

/** A month above the all-time total that its owner states beside it. */
function aboveStated(book: Book, check: string, code: string): readonly Finding[] {
  const own = usable(book.value(book.measure(code)));
  if (!own) return [];
  return statedControls(book)
    .filter(
      ({ control, stated }) =>
        control.indicator === code &&
        control.span !== 'period' &&
        control.versus === undefined &&
        (own.value as Exact).compare(stated) > 0,
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
    if (then.value === null || (now.value as Exact).compare(then.value) >= 0) return [];
    const [one, other] = [sourcesOf(book, now.id), sourcesOf(book, then.id)];
    const message = `${indicator.label} là số lũy kế nhưng giảm từ ${amount(then.value)} (${shortPeriodName(last)}) xuống ${amount(now.value as Exact)}: ${one.text}; trong khi ${other.text}.`;
    return [hard(`rising:${indicator.code}/${scope || 'all'}`, 'rising', message, [one, other])];
  });
}

/** cumulative − year to date is what the year began with, and so the same in every period of the year. Soft: the earlier values are published. */
export function checkSteadyBase(book: Book, check: Declared<'steady-base'>): readonly Finding[] {
  const year = book.facts.period.id.slice(0, 4);
  return check.indicators.flatMap((code) => {
    const now = baseOfYear(book, code, book.facts.period.id);
    if (!now) return [];
    const earlier = book.facts.history.filter(
      ({ indicator, span, scope, period }) =>
        indicator === code && span === 'ytd' && scope === '' && period.startsWith(year),
    );
    return earlier.flatMap(({ period }) => {
      const then = period < book.facts.period.id ? baseOfYear(book, code, period) : undefined;
      if (!then || overlap(now, then)) return [];
      const message = `${book.indicator(code).label}: số đầu năm suy ra từ kỳ này là ${amount(now.low)}, từ ${shortPeriodName(period)} là ${amount(then.low)}${then.low.equals(then.high) ? '' : ` đến ${amount(then.high)}`}; lũy kế và số từ đầu năm của hai kỳ không khớp nhau.`;
      return [
        {
          id: `${check.id}:${code}@${period}`,
          check: check.id,
          severity: 'soft' as const,
          message,
          places: [...sourcesOf(book, now.id).places, ...then.places],
        },
      ];
    });
  });
}

interface Base {
  readonly id: string;
  readonly low: Exact;
  readonly high: Exact;
  readonly places: Finding['places'];
}

/** The interval in which cumulative − ytd lies; a point unless one of them was published rounded. */
function baseOfYear(book: Book, code: string, period: string): Base | undefined {
  const [all, year] = (['cumulative', 'ytd'] as const).map((span) =>
    book.value(book.measure(code, { span, period })),
  );
  if (!all || !year || all.value === null || year.value === null) return undefined;
  const slack = (aggregate: Aggregate): Exact => {
    const history = book.earlier.history(aggregate.measure);
    const used = book.ledger.get(aggregate.id)?.kind === 'history';
    return used && history?.roundedTo !== undefined ? exact(history.roundedTo) : ZERO;
  };
  const difference = all.value.sub(year.value);
  const places = [...sourcesOf(book, all.id).places, ...sourcesOf(book, year.id).places];
  return { id: all.id, low: difference.sub(slack(year)), high: difference.add(slack(all)), places };
}

function overlap(left: Base, right: Base): boolean {
  return left.low.compare(right.high) <= 0 && right.low.compare(left.high) <= 0;
}

function usable(aggregate: Aggregate): Aggregate | undefined {
  return aggregate.value === null || aggregate.state === 'missing' ? undefined : aggregate;
}

function spanName({ measure: { span } }: Aggregate): string {
  return { period: 'số trong kỳ', ytd: 'số từ đầu năm', cumulative: 'số lũy kế' }[span];
}
