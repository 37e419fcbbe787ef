/**
 * The findings of a period as they are now. Checking a period takes longer than showing what was found, so it is kept
 * until an act of the report, or the due time, may have changed it.
 */
import type { Database } from '../../db/connect.ts';
import { lastEffect } from '../../db/events.ts';
import type { Person } from '../../domain/account.ts';
import { isAfter } from '../../domain/completeness.ts';
import type { Finding } from '../../domain/finding.ts';
import { findingsOf } from '../desk.ts';
import { editionTime } from '../keep-edition.ts';
import { readFacts } from '../read-facts.ts';
import type { Workplace } from '../workplace.ts';
import { requireDepartment } from './department.ts';

interface Found {
  readonly findings: readonly Finding[];
  readonly due: string;
  /** It was found after the due time. */
  readonly overdue: boolean;
}

interface Kept {
  /** Id of the report's last act before. */
  readonly effect: number;
  readonly found: Promise<Found>;
}

/** By database, then by report and period. */
const kept = new WeakMap<Database, Map<string, Kept>>();
const MANY = 16;

/**
 * Hard ones first; a soft one carries the reason that was given to it.
 * @throws WorkflowProblem "forbidden", "period-unknown"
 */
export async function readFindings(
  workplace: Workplace,
  person: Person,
  report: string,
  period: string,
): Promise<readonly Finding[]> {
  requireDepartment(person);
  const shelf = kept.get(workplace.db) ?? new Map<string, Kept>();
  kept.set(workplace.db, shelf);
  const key = JSON.stringify([report, period]);
  const effect = await lastEffect(workplace.db, report);
  const before = shelf.get(key);
  if (before?.effect === effect) {
    const { findings, due, overdue } = await before.found;
    if (overdue === isAfter(workplace.now(), due)) return findings;
  }
  const found = find(workplace, report, period);
  found.catch(() => shelf.delete(key));
  shelf.delete(key);
  shelf.set(key, { effect, found });
  const [oldest] = shelf.keys();
  if (shelf.size > MANY && oldest !== undefined) shelf.delete(oldest);
  return (await found).findings;
}

async function find(workplace: Workplace, report: string, period: string): Promise<Found> {
  const pinned = await readFacts(workplace, report, period);
  const { due } = pinned.pinned.settings;
  const overdue = isAfter(workplace.now(), due);
  return { findings: findingsOf(pinned, editionTime(workplace, pinned)), due, overdue };
}
