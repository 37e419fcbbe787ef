/** Whether the body of a correction is one of those whose values a value of history adds up. */
import { isNotExcepted } from '../aggregation/scope.ts';
import { entityById, type Entity } from '../entity.ts';
import type { HistoryValue } from '../facts.ts';
import { figuresOfBodies } from '../figure-sheets/read-columns.ts';
import type { FigureSheet } from '../figure-sheets/sheet.ts';
import type { PeriodId } from '../period.ts';
import { lastDayOf } from '../dates.ts';
import { monthsOf } from '../period.ts';
import { membersOn } from '../roster.ts';
import type { HistoryFacts } from './adjust-history.ts';
import type { Correction } from './correction.ts';

/** @param corrected the body, or the scope of the value of history, that the correction changes */
export function holds(
  facts: HistoryFacts,
  { period }: Pick<Correction, 'period'>,
  corrected: string,
  { scope }: Pick<HistoryValue, 'scope'>,
): boolean {
  if (scope === '' || scope === corrected) return true;
  const { definition } = facts;
  if (entityById(definition.entities, scope)) return becomes(definition.entities, corrected, scope);
  return bodiesIn(facts, scope, period).has(corrected);
}

/** True when a body, after one merger or several, is nothing but part of the other. */
function becomes(entities: readonly Entity[], id: string, later: string): boolean {
  const [heir, ...others] = entityById(entities, id)?.successors ?? [];
  if (heir === undefined || others.length > 0) return false;
  return heir === later || becomes(entities, heir, later);
}

/** The bodies of a roster or block on the period's last day; a flag decides where the body answered it then. */
function bodiesIn(facts: HistoryFacts, scope: string, period: PeriodId): ReadonlySet<string> {
  const { definition, earlier } = facts;
  const block = definition.report.blocks[scope];
  if (!block) return membersThen(facts, scope, period);
  const own = [
    ...(block.roster === undefined ? [] : membersThen(facts, block.roster, period)),
    ...(block.bodies ?? []),
  ].filter((entity) => block.when === undefined || !saidNo(earlier, block.when, period, entity));
  const parts = (block.union ?? []).flatMap((part) => [...bodiesIn(facts, part, period)]);
  return new Set([...own, ...parts].filter(isNotExcepted(definition.entities, block)));
}

function membersThen(
  { definition: { rosters, entities }, askedThen }: HistoryFacts,
  roster: string,
  period: PeriodId,
): ReadonlySet<string> {
  const pinned = askedThen?.[period]?.members[roster];
  if (pinned) return new Set(pinned);
  if (!rosters.some(({ id }) => id === roster)) return new Set();
  const [, month] = monthsOf(period);
  const day = `${month}-${String(lastDayOf(month)).padStart(2, '0')}`;
  return new Set(membersOn(roster, day, rosters, entities).map(({ id }) => id));
}

function saidNo(earlier: readonly FigureSheet[], flag: string, period: PeriodId, entity: string): boolean {
  const columns = earlier.flatMap((sheet) =>
    sheet.period === period
      ? sheet.columns.filter(({ indicator }) => indicator === flag).map((column) => ({ sheet, column }))
      : [],
  );
  return figuresOfBodies(columns).get(entity)?.value === 'no';
}
