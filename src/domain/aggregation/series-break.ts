/**
 * A dated change in how something is counted. Values on either side stand as they were published, but they do not
 * compare, and no total is carried over from one side to the other. Where a report leaves a comparison out for that
 * reason, the break is written into the ledger, and the notes say why.
 */
import type { Definition } from '../definition.ts';
import { madeOnce, nested } from '../made-once.ts';
import type { PeriodId } from '../period.ts';
import { monthsOf } from '../period.ts';
import type { Book } from './book.ts';
import { measureId, type Aggregate, type Measure } from './measure.ts';
import { addsUp } from './same-value.ts';
import { windowIn } from './windows.ts';

/** A break as it bears on an indicator: its own, or that of something it is made of or continues. */
export interface SeriesBreak {
  /** Code of the indicator that declares it. */
  readonly of: string;
  /** First month of the new series. */
  readonly from: string;
  readonly why: string;
  /** The one class of a status whose count is broken; all of them without one. */
  readonly status?: string;
}

/** What is compared: an indicator, of a status the class that is counted. */
type Compared = Pick<Measure, 'indicator' | 'status'>;

/** True when no break of the indicator, or of what it is made of, is declared at all. */
export function neverBreaks(book: Book, code: string): boolean {
  return breaksOf(book.facts.definition, code).length === 0;
}

/** True when a break of the indicator, or of what it is made of, lies between the earlier and the later period. */
export function brokenSince(
  book: Book,
  code: string,
  earlier: PeriodId,
  later: PeriodId,
  status?: string,
): boolean {
  const breaks = breaksOf(book.facts.definition, code);
  // Most series never break, and this is asked of every earlier value of every body.
  if (breaks.length === 0) return false;
  return within(breaks, status, monthsOf(earlier)[1], monthsOf(later)[1]).length > 0;
}

/** True when the two values do not compare, or when one of them would have been carried over a break. */
export function isBroken(
  book: Book,
  now: Pick<Aggregate, 'measure'>,
  then: Pick<Aggregate, 'measure' | 'gap'>,
): boolean {
  return then.gap === 'series-break' || between(book, now.measure, then.measure).length > 0;
}

/**
 * Writes into the ledger why two values do not compare, down to the breaks.
 * @returns the id of an entry without a value.
 */
export function recordIncomparable(book: Book, now: Aggregate, then: Aggregate): string {
  const indicator = now.indicator;
  return book.ledger.add({
    id: `incomparable:${now.id}→${measureId(then.measure)}`,
    kind: 'change',
    formula: 'không so sánh qua thời điểm thay đổi cách tính',
    inputs: [now.id, then.id, ...recordBreaks(book, now.measure, then.measure, true)],
    value: null,
    label: indicator.label,
  });
}

/**
 * Writes the breaks that keep two values from being compared into the ledger, for the notes to tell.
 * @returns their ids; none when nothing lies between, unless one of the values could not be carried over a break.
 */
export function recordBreaks(
  book: Book,
  now: Measure,
  then: Measure = now,
  carried = false,
): readonly string[] {
  const breaks = between(book, now, then);
  const known =
    breaks.length > 0 || !carried ? breaks : upTo(book.facts.definition, now, monthsOf(now.period)[1]);
  return known.map((one) =>
    book.ledger.add({
      id: breakId(now, one),
      kind: 'break',
      formula: 'thời điểm thay đổi cách tính',
      inputs: [],
      value: one.from,
      label: one.why,
    }),
  );
}

/** The breaks that the report had to leave a comparison out for, in the definition's order, each with its ledger id. */
export function recordedBreaks(
  book: Book,
): readonly { readonly id: string; readonly compared: Compared; readonly cause: SeriesBreak }[] {
  const { definition } = book.facts;
  return Object.values(definition.indicators).flatMap(({ code, statuses }) => {
    const classes = statuses.length > 0 ? statuses.map(({ id }) => id) : [undefined];
    return breaksOf(definition, code).flatMap((cause) =>
      classes.flatMap((status) => {
        const compared = status === undefined ? { indicator: code } : { indicator: code, status };
        const id = breakId(compared, cause);
        return book.ledger.get(id) ? [{ id, compared, cause }] : [];
      }),
    );
  });
}

/**
 * True when a goal of a year was set for another series than the value: the year ends before a break that the value
 * stands behind, or begins with or after one that it stands before.
 */
export function isGoalBroken(book: Book, result: Measure, year: string): boolean {
  const ends = monthsOf(result.period)[1];
  return breaksOf(book.facts.definition, result.indicator).some(({ from }) =>
    from <= ends ? `${year}-12` < from : `${year}-01` >= from,
  );
}

/** What stands for a total that would have to be carried over a break. */
export function notCarried(book: Book, measure: Measure, own?: Aggregate): Aggregate {
  const indicator = book.indicator(measure.indicator);
  const lacking = own?.lacking ?? [];
  const id = book.ledger.add({
    id: measureId(measure),
    kind: 'total',
    formula: 'không cộng qua thời điểm thay đổi cách tính',
    inputs: own ? [own.id] : [],
    value: null,
    unit: indicator.unit,
    label: indicator.label,
    ...(lacking.length > 0 ? { lacking } : {}),
  });
  const asOf = windowIn(book, indicator, measure.period)?.to ?? '';
  return { id, measure, indicator, value: null, state: 'missing', lacking, asOf, gap: 'series-break' };
}

/** A value that adds up begins with its period's first month: one with a break inside is of neither series. */
function between(book: Book, now: Measure, then: Measure): readonly SeriesBreak[] {
  const { definition } = book.facts;
  const breaks = breaksOf(definition, now.indicator);
  if (breaks.length === 0 || then.period === now.period) return [];
  const [first, last] = monthsOf(then.period);
  const whole = then.span === 'period' && addsUp(definition, now.indicator);
  return within(breaks, now.status, whole ? first : last, monthsOf(now.period)[1]);
}

/** The latest break that a total of a period would have to be carried over. */
function upTo(
  definition: Definition,
  { indicator, status }: Compared,
  until: string,
): readonly SeriesBreak[] {
  return within(breaksOf(definition, indicator), status, '', until)
    .toSorted((left, right) => (left.from < right.from ? 1 : -1))
    .slice(0, 1);
}

function within(
  breaks: readonly SeriesBreak[],
  status: string | undefined,
  after: string,
  until: string,
): readonly SeriesBreak[] {
  return breaks.filter((one) => after < one.from && one.from <= until && (one.status ?? status) === status);
}

function breakId({ indicator, status }: Compared, { of, from }: SeriesBreak): string {
  return `break:${indicator}${status === undefined ? '' : `[${status}]`}@${from}/${of}`;
}

const known = new WeakMap<Definition, Map<string, readonly SeriesBreak[]>>();

/** The breaks of an indicator and of all that it is made of. */
function breaksOf(definition: Definition, code: string): readonly SeriesBreak[] {
  return madeOnce(nested(known, definition), code, () => findBreaks(definition, code));
}

function findBreaks(definition: Definition, code: string): readonly SeriesBreak[] {
  const indicator = definition.indicators[code];
  if (!indicator) return [];
  const { breaks, sum, difference, numerator, denominator, meets, continues } = indicator;
  const parts = [sum, difference, numerator, denominator, meets?.indicator, continues].flat();
  const all = [
    ...breaks.map((one): SeriesBreak => ({ of: code, ...one })),
    ...parts.flatMap((part) => (part === undefined ? [] : breaksOf(definition, part))),
  ];
  // One that several parts share is one.
  return [...new Map(all.map((one) => [`${one.of}@${one.from}[${one.status ?? ''}]`, one])).values()];
}
