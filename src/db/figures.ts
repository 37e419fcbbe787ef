/** Figures of accepted revisions: the only part of the answers that is asked for across periods. */
import type { Knex } from 'knex';
import type { EarlierFigure } from '../domain/facts.ts';
import type { Figure } from '../domain/figures.ts';
import type { PeriodId } from '../domain/period.ts';
import { byBytes } from './dialect.ts';
import { insertAll, lists } from './insert.ts';
import { latestDecisions } from './latest-decisions.ts';
import type { FigureRow } from './tables.ts';

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
  const figures: EarlierFigure[] = [];
  for (const part of lists([...new Set(periods)].sort())) {
    const accepted = db('revisions')
      .join(latestDecisions(db, report).as('decision'), 'decision.revision', 'revisions.id')
      .where({ 'revisions.report': report, 'decision.kind': 'accepted' })
      .whereIn('revisions.period', [...part])
      .select('decision.id as decision')
      .rowNumber('place', (place) =>
        place
          .partitionBy(['revisions.period', 'revisions.form', 'revisions.entity'])
          .orderBy('revisions.number', 'desc'),
      );
    const rows = await db('figures')
      .join(accepted.as('accepted'), 'accepted.decision', 'figures.decision')
      .where('accepted.place', 1)
      .orderByRaw(byBytes(db, ['figures.period', 'figures.form', 'figures.entity', 'figures.field']))
      .select<FigureRow[]>('figures.*');
    figures.push(...rows.map(figureOf));
  }
  return figures;
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
