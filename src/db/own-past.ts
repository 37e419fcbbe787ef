/** What is on record of a few bodies over all periods, read once until something is decided or loaded. */
import type { Knex } from 'knex';
import type { HistoryValue } from '../domain/facts.ts';
import type { FigureSheet } from '../domain/figure-sheets/sheet.ts';
import type { PeriodId } from '../domain/period.ts';
import type { Revision } from '../domain/submission.ts';
import { readFiguresOfBodies } from './figures-of-bodies.ts';
import { readHistoryOf } from './history.ts';
import { unlessDecided, type PastStamp } from './kept-past.ts';
import { readAcceptedRevisionsOf } from './revisions.ts';

export interface PastOfBodies {
  readonly figures: readonly FigureSheet[];
  readonly history: readonly HistoryValue[];
}

/** Figures of some bodies, and history of some scopes. */
export async function readPastOfBodies(
  db: Knex,
  report: string,
  { bodies, scopes }: { readonly bodies: readonly string[]; readonly scopes: readonly string[] },
  stamp?: PastStamp,
): Promise<PastOfBodies> {
  return unlessDecided(db, JSON.stringify(['figures', report, bodies, scopes]), stamp, async (trx) => {
    const figures = await readFiguresOfBodies(trx, report, bodies);
    const history = await readHistoryOf(trx, report, scopes);
    const size = figures.reduce((sum, { columns }) => sum + columns.length, 1) + history.length;
    return { value: { figures, history }, size };
  });
}

/** As `readAcceptedRevisionsOf`. */
export async function readAcceptedBefore(
  db: Knex,
  report: string,
  periods: readonly PeriodId[],
  bodies: readonly string[],
  stamp?: PastStamp,
): Promise<readonly Revision[]> {
  return unlessDecided(db, JSON.stringify(['accepted', report, periods, bodies]), stamp, async (trx) => {
    const value = await readAcceptedRevisionsOf(trx, report, periods, bodies);
    return { value, size: value.reduce((sum, { cells }) => sum + Object.keys(cells).length, 1) };
  });
}
