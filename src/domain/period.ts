/** Reporting periods: their ids, their neighbours, their windows of data and how they are written in a report. */
import { addMonths, lastDayOf, padMonth, shortDate, type IsoDate } from './dates.ts';
import type { Frequency, Versus, WindowRule } from './definition.ts';

/** "2024-10", "2024-Q3", "2020-H1", "2023-9M" or "2024". */
export type PeriodId = string;

export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One period of one report, as opened: the windows are resolved to days, the times are decided. */
export interface Period {
  readonly id: PeriodId;
  /** By window id; `ky` is always there. */
  readonly windows: Readonly<Record<string, Window>>;
  /** Times with offset, e.g. "2024-10-25T17:00:00+07:00". */
  readonly due: string;
  readonly close: string;
  readonly publish: string;
}

interface Shape {
  readonly frequency: Frequency;
  readonly firstMonth: string;
  /** First and last month. */
  readonly ends: readonly [first: string, last: string];
  readonly months: number;
  /** Every period that ends with the same month, itself first. */
  readonly endingWith: readonly PeriodId[];
}

/** Kinds of period that others are made up of. */
const SHORTER = [
  { frequency: 'half', months: 6 },
  { frequency: 'quarter', months: 3 },
  { frequency: 'month', months: 1 },
] as const;

const ROMAN = ['I', 'II', 'III', 'IV'];

/** True for an id of one of the five kinds of period. */
export function isPeriodId(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$/.test(text);
}

export function frequencyOf(period: PeriodId): Frequency {
  return shapeOf(period).frequency;
}

/** First and last month of a period, e.g. "2024-H1" → ["2024-01", "2024-06"]. */
export function monthsOf(period: PeriodId): readonly [first: string, last: string] {
  return shapeOf(period).ends;
}

/** The period of the same kind just before; nine months and years step by a year. */
export function previousPeriod(period: PeriodId): PeriodId {
  const { frequency, firstMonth, months } = shapeOf(period);
  if (frequency === 'nine-months') return yearAgo(period);
  return idOf(frequency, addMonths(firstMonth, -months));
}

/** The period of the same kind just after; nine months and years step by a year. */
export function nextPeriod(period: PeriodId): PeriodId {
  const { frequency, firstMonth, months } = shapeOf(period);
  return idOf(frequency, addMonths(firstMonth, frequency === 'nine-months' ? 12 : months));
}

/** The period that ends where this one begins: what a cumulative total is carried on from. Nine months carry on a year. */
export function periodUpTo(period: PeriodId): PeriodId {
  return frequencyOf(period) === 'nine-months' ? yearStart(period) : previousPeriod(period);
}

/** The same period a year before. */
export function yearAgo(period: PeriodId): PeriodId {
  return `${String(Number(period.slice(0, 4)) - 1).padStart(4, '0')}${period.slice(4)}`;
}

/** The last period of the year before: where "đầu năm" is measured. Nine months look at the whole year. */
export function yearStart(period: PeriodId): PeriodId {
  const { frequency, firstMonth } = shapeOf(period);
  const year = `${Number(firstMonth.slice(0, 4)) - 1}`.padStart(4, '0');
  return { month: `${year}-12`, quarter: `${year}-Q4`, half: `${year}-H2`, 'nine-months': year, year }[
    frequency
  ];
}

export function versusPeriod(period: PeriodId, versus: Versus): PeriodId {
  switch (versus) {
    case 'previous':
      return previousPeriod(period);
    case 'year-ago':
      return yearAgo(period);
    case 'year-start':
      return yearStart(period);
  }
}

/** The period that a text names: by its id, or by where it stands to the given one (previous, year-ago, year-start, next). */
export function periodNamed(period: PeriodId, named: string): PeriodId {
  if (named === 'next') return nextPeriod(period);
  return isVersus(named) ? versusPeriod(period, named) : named;
}

/** True when it is the first period of its year, whose year-to-date is its own value. */
export function startsYear(period: PeriodId): boolean {
  return monthsOf(period)[0].endsWith('-01');
}

/** Every period that ends with the same month, the given one first, then from the shortest to the longest. */
export function endingWith(period: PeriodId): readonly PeriodId[] {
  return shapeOf(period).endingWith;
}

function periodsEndingWith(last: string, period: PeriodId): readonly PeriodId[] {
  const year = last.slice(0, 4);
  const month = Number(last.slice(5, 7));
  const others = [
    last,
    ...(month % 3 === 0 ? [`${year}-Q${month / 3}`] : []),
    ...(month % 6 === 0 ? [`${year}-H${month / 6}`] : []),
    ...(month === 9 ? [`${year}-9M`] : []),
    ...(month === 12 ? [year] : []),
  ];
  return [period, ...others.filter((other) => other !== period)];
}

/** The ways in which shorter periods of one kind make up a period, from the fewest to the most; none for a month. */
export function tilingsOf(period: PeriodId): readonly (readonly PeriodId[])[] {
  const { firstMonth, months } = shapeOf(period);
  return SHORTER.filter((kind) => kind.months < months && months % kind.months === 0).map((kind) =>
    Array.from({ length: months / kind.months }, (_, index) =>
      idOf(kind.frequency, addMonths(firstMonth, index * kind.months)),
    ),
  );
}

/** The days of a window rule in a period. */
export function windowOf(rule: WindowRule, period: PeriodId): Window {
  const [first, last] = monthsOf(period);
  return {
    from: dayIn(addMonths(first, rule.from.month), rule.from.day),
    to: dayIn(addMonths(last, rule.to.month), rule.to.day),
  };
}

/** "tháng 10 năm 2024", "quý III năm 2024", "6 tháng đầu năm 2020", "9 tháng năm 2023", "năm 2024". */
export function periodName(period: PeriodId): string {
  const { frequency, firstMonth } = shapeOf(period);
  const year = firstMonth.slice(0, 4);
  const month = Number(firstMonth.slice(5, 7));
  switch (frequency) {
    case 'month':
      return `tháng ${padMonth(month)} năm ${year}`;
    case 'quarter':
      return `quý ${ROMAN[(month - 1) / 3] ?? ''} năm ${year}`;
    case 'half':
      return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `năm ${year}`;
  }
}

/** "tháng 10/2024", "quý III/2024"; the others as `periodName`. */
export function shortPeriodName(period: PeriodId): string {
  const { frequency, firstMonth } = shapeOf(period);
  if (frequency !== 'month' && frequency !== 'quarter') return periodName(period);
  return periodName(period).replace(/ năm \d{4}$/, `/${firstMonth.slice(0, 4)}`);
}

/** The year up to the period's end in words: "tháng 01 năm 2024", "6 tháng đầu năm 2024", "10 tháng năm 2024". */
export function yearToDateName(period: PeriodId): string {
  const [, last] = monthsOf(period);
  const year = last.slice(0, 4);
  const months = Number(last.slice(5, 7));
  if (months === 12) return `năm ${year}`;
  if (months === 1) return periodName(period);
  return months === 6 ? `6 tháng đầu năm ${year}` : `${months} tháng năm ${year}`;
}

/** "từ ngày 20/9/2024 đến ngày 23/10/2024". */
export function windowName(window: Window): string {
  return `từ ngày ${shortDate(window.from)} đến ngày ${shortDate(window.to)}`;
}

function isVersus(named: string): named is Versus {
  return named === 'previous' || named === 'year-ago' || named === 'year-start';
}

function dayIn(month: string, day: number | 'last'): IsoDate {
  const last = lastDayOf(month);
  return `${month}-${String(day === 'last' ? last : Math.min(day, last)).padStart(2, '0')}`;
}

/** Shapes of the few periods that a report compares; each is asked for tens of thousands of times. */
const shapes = new Map<PeriodId, Shape>();
const MANY = 10_000;

function shapeOf(period: PeriodId): Shape {
  const known = shapes.get(period);
  if (known) return known;
  const made = madeShape(period);
  if (shapes.size >= MANY) shapes.clear();
  shapes.set(period, made);
  return made;
}

function madeShape(period: PeriodId): Shape {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  const shape = (frequency: Frequency, firstMonth: string, months: number): Shape => {
    const last = addMonths(firstMonth, months - 1);
    const ends = [firstMonth, last] as const;
    return { frequency, firstMonth, ends, months, endingWith: periodsEndingWith(last, period) };
  };
  if (rest === '') return shape('year', `${year}-01`, 12);
  if (rest === '9M') return shape('nine-months', `${year}-01`, 9);
  if (rest.startsWith('Q')) return shape('quarter', monthOfYear(year, Number(rest[1]) * 3 - 2), 3);
  if (rest.startsWith('H')) return shape('half', monthOfYear(year, Number(rest[1]) * 6 - 5), 6);
  return shape('month', period, 1);
}

function idOf(frequency: Frequency, firstMonth: string): PeriodId {
  const year = firstMonth.slice(0, 4);
  const month = Number(firstMonth.slice(5, 7));
  switch (frequency) {
    case 'month':
      return firstMonth;
    case 'quarter':
      return `${year}-Q${(month + 2) / 3}`;
    case 'half':
      return `${year}-H${(month + 5) / 6}`;
    case 'nine-months':
      return `${year}-9M`;
    case 'year':
      return year;
  }
}

function monthOfYear(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
