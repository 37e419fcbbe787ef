/** Working days of public servants: deadlines are counted in them (Decree 09/2019/NĐ-CP, article 8). */
import { addDays, shortDate, type IsoDate } from './dates.ts';
import type { Calendar } from './definition.ts';

/** A deadline needs a year whose days off are not recorded. */
export class UnknownYearError extends Error {
  readonly year: string;

  constructor(year: string) {
    super(
      `Chưa có lịch nghỉ của năm ${year} nên không tính được ngày làm việc; vui lòng bổ sung năm ${year} vào reports/calendar.yaml.`,
    );
    this.name = 'UnknownYearError';
    this.year = year;
  }
}

/**
 * True for a day on which public servants work: Monday to Friday but for holidays, and the weekend days worked in
 * exchange.
 * @throws UnknownYearError when the calendar does not have the year.
 */
export function isWorkingDay(day: IsoDate, calendar: Calendar): boolean {
  const year = day.slice(0, 4);
  if (!calendar.years.includes(year)) throw new UnknownYearError(year);
  if (calendar.swappedWorkdays.includes(day)) return true;
  return !isWeekend(day) && !calendar.holidays.includes(day);
}

/**
 * The nth working day after a day; the day itself does not count, and with n = 0 it is returned as it is.
 * @throws UnknownYearError when the way there meets a year that the calendar does not have.
 * @throws RangeError when n is not a whole number from 0.
 */
export function addWorkingDays(day: IsoDate, n: number, calendar: Calendar): IsoDate {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError(
      `Số ngày làm việc tính từ ngày ${shortDate(day)} phải là số nguyên không âm; đang là ${n}.`,
    );
  let current = day;
  for (let left = n; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, calendar)) left -= 1;
  }
  return current;
}

function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
