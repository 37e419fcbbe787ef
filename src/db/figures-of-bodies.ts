/** The figures of a few bodies over all periods: what a body's form is shown and checked with. */
import type { Knex } from 'knex';
import { splitValues, type FigureSheet } from '../domain/figure-sheets/sheet.ts';
import { byBytes } from './dialect.ts';
import { latestDecision } from './latest-decisions.ts';
import type { FigureLayoutRow, RevisionFiguresRow } from './tables.ts';

type Row = Pick<RevisionFiguresRow, 'period' | 'form' | 'entity' | 'number' | 'figures'> &
  Pick<FigureLayoutRow, 'columns'>;

/**
 * A sheet for each body, form and period, ordered by period, form and body. Of each only the latest accepted revision
 * counts; one that was returned after it was accepted does not.
 */
export async function readFiguresOfBodies(
  db: Knex,
  report: string,
  entities: readonly string[],
): Promise<readonly FigureSheet[]> {
  const latest = db
    .from('revisions')
    .whereRaw('revisions.report = own.report and revisions.period = own.period')
    .whereRaw('revisions.form = own.form and revisions.entity = own.entity and revisions.number = own.number')
    .select(latestDecision(db));
  const rows = await db('revision_figures as own')
    .join('figure_layouts as layout', 'layout.id', 'own.layout')
    .where('own.report', report)
    .whereIn('own.entity', [...entities])
    .where('own.decision', latest)
    .orderByRaw(byBytes(db, ['own.period', 'own.form', 'own.entity']))
    .orderBy('own.number')
    .select<readonly Row[]>(
      'own.period',
      'own.form',
      'own.entity',
      'own.number',
      'layout.columns',
      'own.figures',
    );
  const last = [...new Map(rows.map((row) => [`${row.period}/${row.form}/${row.entity}`, row])).values()];
  return last.map((row) => sheetOf(row, layoutOf(row.columns)));
}

type Layout = readonly (readonly [field: string, indicator: string])[];

/** Layouts read last, by their text: the bodies of a form share a few. */
const layouts = new Map<string, Layout>();
const MANY = 200;

function layoutOf(columns: string): Layout {
  const layout = layouts.get(columns) ?? (JSON.parse(columns) as Layout);
  if (layouts.size >= MANY) layouts.clear();
  layouts.set(columns, layout);
  return layout;
}

function sheetOf({ period, form, entity, number, figures }: Row, layout: Layout): FigureSheet {
  const values = splitValues(figures);
  return {
    period,
    form,
    bodies: [entity],
    revisions: [number],
    columns: layout.flatMap(([field, indicator], index) => {
      const value = values[index] ?? '';
      return value === '' ? [] : [{ field, indicator, values: value }];
    }),
  };
}
