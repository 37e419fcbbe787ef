/** Decides what a period would be compiled from: definition, dates and rosters. Nothing is written here. */
import type { StoredDefinition } from '../db/definitions.ts';
import type { PeriodSettings, Pin, PinnedPeriod } from '../db/periods.ts';
import { UnknownYearError } from '../domain/calendar.ts';
import type { Definition } from '../domain/definition.ts';
import { shortDate } from '../domain/dates.ts';
import { entityById, existsOn } from '../domain/entity.ts';
import { hasPeriod, pinRosters, resolvePeriod, type PeriodDecisions } from '../domain/opening.ts';
import { owedForms } from '../domain/owed.ts';
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
  requireOwners(definition, resolved);
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

/** A form of one body names who owes it now: what a body that is gone was asked goes on under another form. */
function requireOwners(definition: Definition, period: Period): void {
  const day = period.windows['ky']?.to ?? '';
  const faults = owedForms({ definition, period, members: {} }).flatMap(({ form }) => {
    const owner = form.body === undefined ? undefined : entityById(definition.entities, form.body);
    if (!owner || existsOn(owner, day)) return [];
    const { name, validTo } = owner;
    const life =
      validTo !== undefined && validTo < day
        ? `chỉ hoạt động đến ngày ${shortDate(validTo)}`
        : 'chưa thành lập';
    return [`biểu ${form.id}: ${name} ${life}`];
  });
  if (faults.length === 0) return;
  throw new WorkflowProblem(
    'definition',
    `Kỳ ${period.id} có biểu do đơn vị không tồn tại vào ngày ${shortDate(day)} nộp. Đề nghị ghi from, to cho các biểu này trong forms.yaml và thêm biểu của đơn vị nhận nhiệm vụ:`,
    faults,
  );
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
