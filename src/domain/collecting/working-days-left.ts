/** How long a body still has: in working days, as deadlines of public servants are counted. */
import { isWorkingDay, UnknownYearError } from '../calendar.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Calendar } from '../definition.ts';

/** Farther away nobody counts days. */
const FARTHEST = 400;
const DAY = 86_400_000;

/**
 * Working days after today up to the due day: 0 when no day of work is left after today, negative for each working day
 * since the due day. Null when the calendar does not have a year on the way, or the day is more than a year away.
 */
export function workingDaysLeft(today: IsoDate, due: IsoDate, calendar: Calendar): number | null {
  const [first, last, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  if (Date.parse(last) - Date.parse(first) > FARTHEST * DAY) return null;
  let days = 0;
  try {
    let day = first;
    while (day < last) {
      day = addDays(day, 1);
      if (isWorkingDay(day, calendar)) days += 1;
    }
  } catch (error) {
    if (error instanceof UnknownYearError) return null;
    throw error;
  }
  return days === 0 ? 0 : sign * days;
}
