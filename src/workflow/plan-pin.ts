/** Decides what a period would be compiled from: definition, dates and rosters. Nothing is written here. */
import type { StoredDefinition } from '../db/definitions.ts';
import type { PeriodSettings, Pin, PinnedPeriod } from '../db/periods.ts';
import { UnknownYearError } from '../domain/calendar.ts';
import type { Definition } from '../domain/definition.ts';
import { hasPeriod, pinRosters, resolvePeriod, type PeriodDecisions } from '../domain/opening.ts';
import type { Period } from '../domain/period.ts';
import { WorkflowProblem } from './workflow-problem.ts';

/** What is decided for the period itself; all else follows from the definition. */
export type Decisions = PeriodDecisions & Partial<Pick<PeriodSettings, 'illustrative' | 'document'>>;

/** @throws WorkflowProblem when the period is none of the report's, or the calendar does not reach it. */
export function planPin(
  { definition, hash }: StoredDefinition,
  report: string,
  period: string,
  decisions: Decisions = {},
): Pin {
  if (!hasPeriod(definition, period)) {
    const kinds = definition.report.frequency.map((frequency) => EXAMPLES[frequency]).join(', ');
    throw new WorkflowProblem(
      'period-id',
      `“${period}” không phải là kỳ của báo cáo “${report}”. Đề nghị ghi kỳ theo mẫu: ${kinds}.`,
    );
  }
  const resolved = resolve(definition, period, decisions);
  const { illustrative = false, document = {} } = decisions;
  return {
    hash,
    definition,
    settings: { ...resolved, illustrative, document },
    members: pinRosters(definition, resolved),
  };
}

/**
 * What was decided for an opened period: windows that do not follow from its definition, and the times, which bodies
 * have been told.
 */
export function decisionsOf({ definition, settings }: PinnedPeriod): Decisions {
  const { windows, due, close, publish, illustrative, document } = settings;
  const rules = resolvePeriod(definition, settings.id, { due, close, publish }).windows;
  const decided = Object.entries(windows).filter(
    ([id, { from, to }]) => rules[id]?.from !== from || rules[id].to !== to,
  );
  return { windows: Object.fromEntries(decided), due, close, publish, illustrative, document };
}

function resolve(definition: Definition, period: string, decisions: Decisions): Period {
  try {
    return resolvePeriod(definition, period, decisions);
  } catch (error) {
    if (error instanceof UnknownYearError) throw new WorkflowProblem('definition', error.message);
    throw error;
  }
}

const EXAMPLES = {
  month: '2024-10',
  quarter: '2024-Q3',
  half: '2024-H1',
  'nine-months': '2024-9M',
  year: '2024',
} as const;
