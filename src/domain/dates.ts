/** Calendar days as text "YYYY-MM-DD", which sort and compare as they are, and how officials write them. */

export type IsoDate = string;

const DAY = 86_400_000;
/** Months of thirty days. */
const SHORT_MONTHS = [4, 6, 9, 11];

/** True for an existing day written "YYYY-MM-DD". */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The last day (28-31) of a month "YYYY-MM". */
export function lastDayOf(month: string): number {
  const [year, number] = splitMonth(month);
  if (number === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return SHORT_MONTHS.includes(number) ? 30 : 31;
}

/** "2024-11" plus 2 months is "2025-01". */
export function addMonths(month: string, count: number): string {
  const [year, number] = splitMonth(month);
  const index = year * 12 + (number - 1) + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function addDays(date: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function daysBetween(first: IsoDate, last: IsoDate): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY) + 1;
}

/** Months from that of the first day to that of the last, both counted: 6 from 01/01 to 30/6. */
export function monthsBetween(first: IsoDate, last: IsoDate): number {
  const [from, to] = [splitMonth(first), splitMonth(last)];
  return (to[0] - from[0]) * 12 + to[1] - from[1] + 1;
}

/** Short form: days below 10 and the months 1 and 2 take a leading zero, "06/3/2020" (Decree 30/2020, App. I, II.4). */
export function shortDate(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `${day}/${padMonth(month)}/${year}`;
}

/** "16:30 ngày 24/10/2024", from a time with Vietnam's offset. */
export function timeInWords(time: string): string {
  return `${time.slice(11, 16)} ngày ${shortDate(time.slice(0, 10))}`;
}

/** Long form: "ngày 05 tháng 01 năm 2020". */
export function longDate(date: IsoDate): string {
  const [year, month, day] = parts(date);
  return `ngày ${day} tháng ${padMonth(month)} năm ${year}`;
}

/** "01" and "02", but "3" … "12". */
export function padMonth(month: number): string {
  return month < 3 ? `0${month}` : String(month);
}

function parts(date: IsoDate): [year: string, month: number, day: string] {
  return [date.slice(0, 4), Number(date.slice(5, 7)), date.slice(8, 10)];
}

function splitMonth(month: string): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}
