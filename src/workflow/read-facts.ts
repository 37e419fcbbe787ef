/** Reads all that compiling one period needs, in one snapshot of the database. */
import { readFigures } from '../db/figures.ts';
import { readHistory } from '../db/history.ts';
import { readJustifications } from '../db/justifications.ts';
import { readPeriods, type PinnedPeriod } from '../db/periods.ts';
import { readAcceptedRevisions, readCurrentSubmissions } from '../db/revisions.ts';
import { inSnapshot } from '../db/transaction.ts';
import { readWaivers } from '../db/waivers.ts';
import type { Facts } from '../domain/facts.ts';
import { monthsOf, previousPeriod } from '../domain/period.ts';
import { requirePeriod } from './open-period.ts';
import type { Workplace } from './workplace.ts';

export interface PinnedFacts {
  readonly pinned: PinnedPeriod;
  readonly facts: Facts;
}

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function readFacts({ db }: Workplace, report: string, period: string): Promise<PinnedFacts> {
  return inSnapshot(db, async (trx) => {
    const pinned = await requirePeriod(trx, report, period);
    const periods = await readPeriods(trx, report);
    const [, end] = monthsOf(period);
    const before = periods
      .map((opened) => opened.period)
      .filter((id) => id !== period && monthsOf(id)[1] <= end);
    return {
      pinned,
      facts: {
        definition: pinned.definition,
        period: pinned.settings,
        members: pinned.members,
        submissions: await readCurrentSubmissions(trx, report, period),
        waivers: await readWaivers(trx, report, period),
        justifications: await readJustifications(trx, report, period),
        history: await readHistory(trx, report),
        earlier: await readFigures(trx, report, before),
        previous: await readAcceptedRevisions(trx, report, previousPeriod(period)),
      },
    };
  });
}
