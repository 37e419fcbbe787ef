/** Figures of accepted revisions: the only part of the answers that is asked for across periods. */
import type { Knex } from 'knex';
import type { EarlierFigure } from '../domain/facts.ts';
import type { Figure } from '../domain/figures.ts';
import type { PeriodId } from '../domain/period.ts';
import { byBytes } from './dialect.ts';
import { insertAll } from './insert.ts';
import { latestDecision } from './latest-decisions.ts';
import type { FigureRow } from './tables.ts';
import { unlessAppended } from './unless-appended.ts';

/** Keeps the figures that an acceptance brought. Called within the acceptance's transaction. */
export async function appendFigures(
  trx: Knex.Transaction,
  report: string,
  accepted: readonly { readonly decision: number; readonly figures: readonly Figure[] }[],
): Promise<void> {
  const rows = accepted.flatMap(({ decision, figures }) =>
    figures.map((figure): FigureRow => ({
      decision,
      field: figure.field,
      report,
      period: figure.period,
      indicator: figure.indicator,
      entity: figure.entity,
      state: figure.state,
      value: figure.value,
      revision: figure.revision,
      form: figure.form,
    })),
  );
  await insertAll(rows, (part) => trx('figures').insert(part));
}

/**
 * The figures of some periods of a report. Of each body and form only the latest accepted revision counts; one that
 * was returned after it was accepted does not. Ordered by period, form, body and field.
 */
export async function readFigures(
  db: Knex,
  report: string,
  periods: readonly PeriodId[],
): Promise<readonly EarlierFigure[]> {
  // Figures come with the decision that accepts them: without another decision there are no others.
  return unlessAppended(db, 'decisions', report, periods.join(), () => readRows(db, report, periods));
}

async function readRows(
  db: Knex,
  report: string,
  periods: readonly PeriodId[],
): Promise<readonly EarlierFigure[]> {
  const decided = db('revisions')
    .where({ report })
    .whereIn('period', [...new Set(periods)])
    .select('period', 'form', 'entity', 'number', latestDecision(db));
  const accepted = db
    .from(decided.as('decided'))
    .join('decisions', 'decisions.id', 'decided.decision')
    .where('decisions.kind', 'accepted')
    .select('decisions.id as decision')
    .rowNumber('place', (place) => place.partitionBy(['period', 'form', 'entity']).orderBy('number', 'desc'));
  const rows = await db('figures')
    .join(accepted.as('accepted'), 'accepted.decision', 'figures.decision')
    .where('accepted.place', 1)
    .orderByRaw(byBytes(db, ['figures.period', 'figures.form', 'figures.entity', 'figures.field']))
    .select<FigureRow[]>('figures.*');
  return rows.map(figureOf);
}

function figureOf(row: FigureRow): EarlierFigure {
  return {
    indicator: row.indicator,
    period: row.period,
    entity: row.entity,
    value: row.value,
    revision: row.revision,
    form: row.form,
    field: row.field,
  };
}
