/** Reads all that compiling one period needs, in one snapshot of the database. */
import type { Knex } from 'knex';
import { readCorrections } from '../db/corrections.ts';
import { readDraftStates } from '../db/drafts.ts';
import { readFigures } from '../db/figures.ts';
import { readHistory } from '../db/history.ts';
import { readJustifications } from '../db/justifications.ts';
import { readPeriod, readPeriods, readPins, type PinnedPeriod } from '../db/periods.ts';
import { readAcceptedTables, readCurrentSubmissions } from '../db/revisions.ts';
import { inSnapshot } from '../db/transaction.ts';
import { readWaivers } from '../db/waivers.ts';
import { askedThen, type AskedThen } from '../domain/asked-then.ts';
import type { StandingFacts } from '../domain/completeness.ts';
import type { Definition } from '../domain/definition.ts';
import type { Facts, PartFacts } from '../domain/facts.ts';
import { nestedForms, partsOf } from '../domain/nesting.ts';
import { monthsOf, previousPeriod, windowOf, type PeriodId } from '../domain/period.ts';
import type { Revision } from '../domain/submission.ts';
import { requirePeriod } from './require-period.ts';
import { readCorrectionsOf, withCorrections } from './read-corrections.ts';
import type { Workplace } from './workplace.ts';

export interface PinnedFacts {
  readonly pinned: PinnedPeriod;
  readonly facts: Facts;
}

/** @throws WorkflowProblem "period-unknown" when the period was never opened. */
export async function readFacts({ db }: Workplace, report: string, period: string): Promise<PinnedFacts> {
  const read = await inSnapshot(db, async (trx) => {
    const pinned = await requirePeriod(trx, report, period);
    const periods = await readPeriods(trx, report);
    const [, end] = monthsOf(period);
    const before = periods
      .map((opened) => opened.period)
      .filter((id) => id !== period && monthsOf(id)[1] <= end);
    const parts = await readParts(trx, report, partsOf(pinned.definition, period));
    const submissions = await readCurrentSubmissions(trx, report, period);
    return {
      pinned,
      facts: {
        definition: pinned.definition,
        period: pinned.settings,
        members: pinned.members,
        submissions,
        waivers: await readWaivers(trx, report, period),
        ...(await readDrafts(trx, report, period)),
        justifications: await readJustifications(trx, report, period, idsOf(submissions)),
        history: await readHistory(trx, report),
        earlier: await readFigures(trx, report, before),
        previous: await readPrevious(trx, report, pinned.definition, period),
        ...(parts.length > 0 ? { parts } : {}),
        ...(await readEarlierAsking(trx, report, pinned, before)),
      },
      corrections: await readCorrectionsOf(trx, report, period),
    };
  });
  return { pinned: read.pinned, facts: withCorrections(read.facts, read.corrections) };
}

/** What completeness depends on, and the corrections to the period: a small part of what compiling needs. */
export async function readStanding(
  { db }: Workplace,
  report: string,
  period: string,
): Promise<StandingFacts & Pick<Facts, 'parts' | 'corrections'>> {
  return inSnapshot(db, async (trx) => {
    const { definition, settings, members } = await requirePeriod(trx, report, period);
    const parts = await readParts(trx, report, partsOf(definition, period));
    return {
      definition,
      period: settings,
      members,
      submissions: await readCurrentSubmissions(trx, report, period),
      waivers: await readWaivers(trx, report, period),
      ...(await readDrafts(trx, report, period)),
      ...(parts.length > 0 ? { parts } : {}),
      corrections: await readCorrections(trx, report),
    };
  });
}

/** Who was asked what in the opened periods, where the definition that this one is pinned to does not say it. */
async function readEarlierAsking(
  trx: Knex.Transaction,
  report: string,
  { definition, hash }: PinnedPeriod,
  before: readonly PeriodId[],
): Promise<Pick<Facts, 'rosterDays' | 'askedThen'>> {
  const rule = definition.report.windows['ky'];
  const pins = await readPins(trx, report);
  const days = [...pins].flatMap(([period, { windows }]) => {
    const day = windows['ky']?.to;
    return day === undefined || (rule && windowOf(rule, period).to === day) ? [] : [[period, day] as const];
  });
  const asking: [PeriodId, AskedThen][] = [];
  for (const period of before) {
    if (pins.get(period)?.hash === hash) continue;
    const pin = await readPeriod(trx, report, period);
    const asked = pin && askedThen(definition, pin);
    if (asked) asking.push([period, asked]);
  }
  return {
    ...(days.length > 0 ? { rosterDays: Object.fromEntries(days) } : {}),
    ...(asking.length > 0 ? { askedThen: Object.fromEntries(asking) } : {}),
  };
}

/**
 * Papers whose rows may be carried forward: those of the period before, and, of forms that shorter periods asked, those of
 * the shorter period just before the first of them.
 */
async function readPrevious(
  trx: Knex.Transaction,
  report: string,
  definition: Definition,
  period: PeriodId,
): Promise<readonly Revision[]> {
  const nested = new Map(
    nestedForms(definition, period).map(({ form, periods: [first = period] }) => [
      form.id,
      previousPeriod(first),
    ]),
  );
  const before = previousPeriod(period);
  const read: Revision[] = [];
  for (const earlier of new Set([...nested.values(), before]))
    for (const revision of await readAcceptedTables(trx, report, earlier))
      if ((nested.get(revision.form) ?? before) === earlier) read.push(revision);
  return read;
}

/** Papers that were begun and not sent; a report that is sent in files has none. */
async function readDrafts(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
): Promise<Pick<Facts, 'drafts'>> {
  const drafts = (await readDraftStates(trx, report, period)).filter(({ unsent }) => unsent === 1);
  return drafts.length === 0 ? {} : { drafts: drafts.map(({ form, entity }) => ({ form, entity })) };
}

/** The shorter periods that were opened, of those that a period is compiled from. */
async function readParts(
  trx: Knex.Transaction,
  report: string,
  periods: readonly PeriodId[],
): Promise<readonly PartFacts[]> {
  const parts: PartFacts[] = [];
  for (const period of periods) {
    const pinned = await readPeriod(trx, report, period);
    if (!pinned) continue;
    const submissions = await readCurrentSubmissions(trx, report, period);
    parts.push({
      definition: pinned.definition,
      definitionHash: pinned.hash,
      period: pinned.settings,
      members: pinned.members,
      submissions,
      waivers: await readWaivers(trx, report, period),
      ...(await readDrafts(trx, report, period)),
      justifications: await readJustifications(trx, report, period, idsOf(submissions)),
    });
  }
  return parts;
}

function idsOf(submissions: Facts['submissions']): ReadonlySet<string> {
  return new Set(submissions.map(({ revision }) => revision.id));
}
