/** Opening a period: its windows as days, its times, and its rosters on the window's last day. */
import { addWorkingDays } from './calendar.ts';
import type { Definition } from './definition.ts';
import { frequencyOf, isPeriodId, windowOf, type Period, type PeriodId, type Window } from './period.ts';
import { membersOn } from './roster.ts';

/** What is decided for one period and differs from the rules of the definition. */
export interface PeriodDecisions {
  readonly windows?: Readonly<Record<string, Window>>;
  readonly due?: string;
  readonly close?: string;
  readonly publish?: string;
}

/** Submissions are due, and periods close, at the end of the working day. */
const END_OF_WORK = 'T17:00:00+07:00';
const START_OF_WORK = 'T08:00:00+07:00';

/** True when the report is made for periods of that kind. */
export function hasPeriod(definition: Definition, period: string): boolean {
  return isPeriodId(period) && definition.report.frequency.includes(frequencyOf(period));
}

/**
 * The period with every window resolved; times that are not decided follow from the schedule in working days.
 * @throws UnknownYearError when the calendar does not have a year that the schedule needs.
 */
export function resolvePeriod(definition: Definition, id: PeriodId, decisions: PeriodDecisions = {}): Period {
  const { windows: rules, schedule } = definition.report;
  const days = schedule[frequencyOf(id)] ?? schedule;
  const windows = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, decisions.windows?.[name] ?? windowOf(rule, id)]),
  );
  const end = windows['ky']?.to ?? '';
  const after = (count: number, time: string): string =>
    `${addWorkingDays(end, count, definition.calendar)}${time}`;
  return {
    id,
    windows,
    due: decisions.due ?? after(days.due, END_OF_WORK),
    close: decisions.close ?? after(days.close, END_OF_WORK),
    publish: decisions.publish ?? after(days.publish, START_OF_WORK),
  };
}

/** Ids of the bodies of every roster on the last day of the period's window, in the order of `membersOn`. */
export function pinRosters(
  definition: Definition,
  period: Period,
): Readonly<Record<string, readonly string[]>> {
  const day = period.windows['ky']?.to ?? '';
  return Object.fromEntries(
    definition.rosters.map(({ id }) => [
      id,
      membersOn(id, day, definition.rosters, definition.entities).map((entity) => entity.id),
    ]),
  );
}
