/** What is known of one body's past: figures and history of the body itself and of those that it was made from. */
import { readFiguresOfBodies } from '../../db/figures-of-bodies.ts';
import { readHistoryOf } from '../../db/history.ts';
import { bodiesBehind } from '../../domain/collecting/own-facts.ts';
import type { Facts } from '../../domain/facts.ts';
import { monthsOf } from '../../domain/period.ts';
import type { Workplace } from '../workplace.ts';
import type { Paper } from './paper.ts';

/** Of periods that ended before this one or with it; of the whole, where the form has one owner. */
export async function readOwnPast(
  db: Workplace['db'],
  { key, pinned, form }: Paper,
): Promise<Pick<Facts, 'earlier' | 'history'>> {
  const { report, period, entity } = key;
  const bodies = bodiesBehind(entity, pinned.definition.entities);
  const [, end] = monthsOf(period);
  const earlier = await readFiguresOfBodies(db, report, bodies);
  return {
    earlier: earlier.filter((sheet) => sheet.period !== period && monthsOf(sheet.period)[1] <= end),
    history: await readHistoryOf(db, report, form.body === undefined ? bodies : [...bodies, '']),
  };
}
