/** What is known of one body's past: figures and history of the body itself and of those that it was made from. */
import { readPastOfBodies } from '../../db/own-past.ts';
import { bodiesBehind } from '../../domain/collecting/own-facts.ts';
import type { Facts, FigureSheet } from '../../domain/facts.ts';
import { monthsOf, type PeriodId } from '../../domain/period.ts';
import type { Workplace } from '../workplace.ts';
import type { Paper } from './paper.ts';

/** Of periods that ended before this one or with it; of the whole, where the form has one owner. */
export async function readOwnPast(
  db: Workplace['db'],
  { key, pinned, form, head }: Paper,
): Promise<Pick<Facts, 'earlier' | 'history'>> {
  const { report, period, entity } = key;
  const bodies = bodiesBehind(entity, pinned.definition.entities);
  const scopes = form.body === undefined ? bodies : [...bodies, ''];
  const { figures, history } = await readPastOfBodies(db, report, { bodies, scopes }, head.past);
  return { earlier: upTo(figures, period), history };
}

/** The same sheets as one list each time, by which what was found out about them is known again. */
const lists = new WeakMap<readonly FigureSheet[], Map<PeriodId, readonly FigureSheet[]>>();

function upTo(figures: readonly FigureSheet[], period: PeriodId): readonly FigureSheet[] {
  const ofFigures = lists.get(figures) ?? new Map<PeriodId, readonly FigureSheet[]>();
  lists.set(figures, ofFigures);
  const known = ofFigures.get(period);
  if (known) return known;
  const [, end] = monthsOf(period);
  const earlier = figures.filter((sheet) => sheet.period !== period && monthsOf(sheet.period)[1] <= end);
  const list = earlier.length === figures.length ? figures : earlier;
  ofFigures.set(period, list);
  return list;
}
