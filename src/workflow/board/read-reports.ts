/** The reports and their periods, as the compiling department sees them when it comes in. */
import { readKnownPeriod } from '../../db/known-periods.ts';
import { readPeriodList } from '../../db/period-list.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { monthsOf, periodName, type PeriodId } from '../../domain/period.ts';
import type { Workplace } from '../workplace.ts';
import { requireDepartment } from './department.ts';

export interface BoardReport {
  readonly id: string;
  readonly title: string;
  /** The newest first. */
  readonly periods: readonly BoardPeriod[];
}

export interface BoardPeriod {
  readonly id: PeriodId;
  /** "tháng 10 năm 2024". */
  readonly name: string;
  readonly due: string;
  readonly state: 'open' | 'closed';
  readonly drafts: number;
  readonly issued?: { readonly number: number; readonly at: string };
}

/** @throws WorkflowProblem "forbidden" */
export async function readReports(workplace: Workplace, person: Person): Promise<readonly BoardReport[]> {
  requireDepartment(person);
  return inSnapshot(workplace.db, async (trx) => {
    const listed = await readPeriodList(trx);
    const reports: BoardReport[] = [];
    for (const id of new Set(listed.map(({ report }) => report))) {
      const periods = listed
        .filter(({ report }) => report === id)
        .map(({ period, settings: { due }, state, drafts, issued }) => ({
          id: period,
          name: periodName(period),
          due,
          state,
          drafts,
          ...(issued ? { issued } : {}),
        }))
        .sort(
          (one, other) =>
            lastMonth(other.id).localeCompare(lastMonth(one.id)) || (one.id < other.id ? 1 : -1),
        );
      const [newest] = periods;
      const pinned = newest && (await readKnownPeriod(trx, id, newest.id));
      reports.push({ id, title: pinned?.definition.report.title ?? id, periods });
    }
    const byTitle = new Intl.Collator('vi');
    return reports.sort((one, other) => byTitle.compare(one.title, other.title));
  });
}

function lastMonth(period: PeriodId): string {
  return monthsOf(period)[1];
}
