/** Prints what the program makes of moments about midnight in Vietnam; started with the clock of another country. */
import { timeArgument } from '../../../src/cli/options.ts';
import { addWorkingDays, isWorkingDay } from '../../../src/domain/calendar.ts';
import { isAfter } from '../../../src/domain/completeness.ts';
import { addDays, daysBetween, isIsoDate } from '../../../src/domain/dates.ts';
import { windowOf } from '../../../src/domain/period.ts';
import { vietnamTime } from '../../../src/workflow/workplace.ts';

const CALENDAR = { years: ['2024', '2025'], holidays: ['2025-01-01'], swappedWorkdays: [] };
const SHIFTED = { label: '', from: { month: -1, day: 15 }, to: { month: 0, day: 14 } } as const;

console.log(
  JSON.stringify({
    // What the machine believes, so that the test knows that the setting took effect.
    offset: -new Date('2024-11-01T00:00:00Z').getTimezoneOffset() / 60,
    lastSecond: vietnamTime(new Date('2024-10-31T16:59:59Z')),
    midnight: vietnamTime(new Date('2024-10-31T17:00:00Z')),
    newYear: vietnamTime(new Date('2024-12-31T17:00:00Z')),
    leapDay: vietnamTime(new Date('2024-02-28T17:00:00Z')),
    givenDay: timeArgument('2024-11-01'),
    givenInUtc: timeArgument('2024-10-31T17:00:00Z'),
    givenInNewYork: timeArgument('2024-10-31T13:00:00-04:00'),
    due: addWorkingDays('2024-12-31', 1, CALENDAR),
    works: ['2024-11-01', '2024-11-02', '2024-11-03', '2024-11-04'].map((day) => isWorkingDay(day, CALENDAR)),
    // The nights on which New York changes its clocks.
    next: [
      addDays('2024-03-09', 1),
      addDays('2024-03-10', 1),
      addDays('2024-11-02', 1),
      addDays('2024-11-03', 1),
    ],
    days: [daysBetween('2024-03-01', '2024-03-31'), daysBetween('2024-10-01', '2024-11-30')],
    isLeapDay: isIsoDate('2024-02-29'),
    window: windowOf(SHIFTED, '2024-03'),
    late: ['2024-11-05T17:00:00+07:00', '2024-11-05T17:00:01+07:00', '2024-11-05T10:00:01Z'].map((time) =>
      isAfter(time, '2024-11-05T17:00:00+07:00'),
    ),
  }),
);
