/**
 * The figures of an accepted revision as one row, its values side by side: a report of eleven thousand bodies has
 * millions of figures, and a row of their own for each was nine tenths of the database. What was accepted before is
 * taken over.
 */
import type { Knex } from 'knex';
import { forbidChanges } from './append-only.ts';

/** Decisions whose figures are taken over at a time. */
const BATCH = 200;

interface OldFigure {
  readonly decision: number;
  readonly field: string;
  readonly report: string;
  readonly period: string;
  readonly indicator: string;
  readonly entity: string;
  readonly value: string;
  readonly revision: string;
  readonly form: string;
}

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('figure_layouts', (table) => {
    table.increments('id');
    table.text('report').notNullable();
    table.text('columns').notNullable();
    table.unique(['report', 'columns']);
  });
  await db.schema.createTable('revision_figures', (table) => {
    table.integer('decision').notNullable().primary().references('id').inTable('decisions');
    table.text('report').notNullable();
    table.text('period').notNullable();
    table.text('form').notNullable();
    table.text('entity').notNullable();
    table.integer('number').notNullable();
    table.integer('layout').notNullable().references('id').inTable('figure_layouts').index();
    table.text('figures').notNullable();
    table.index(['report', 'period']);
    table.check('?? >= 1', ['number'], 'revision_figures_number');
    table.check("?? <> ''", ['figures'], 'revision_figures_figures');
  });
  await takeOver(db);
  await db.schema.dropTable('figures');
  for (const table of ['figure_layouts', 'revision_figures']) await forbidChanges(db, table);
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('revision_figures');
  await db.schema.dropTable('figure_layouts');
  await db.schema.createTable('figures', (table) => {
    table.integer('decision').notNullable().references('id').inTable('decisions');
    for (const column of [
      'field',
      'report',
      'period',
      'indicator',
      'entity',
      'state',
      'value',
      'revision',
      'form',
    ])
      table.text(column).notNullable();
    table.primary(['decision', 'field']);
    table.foreign(['report', 'revision']).references(['report', 'id']).inTable('revisions');
    table.index(['report', 'revision']);
    table.check("?? in ('value', 'none')", ['state'], 'figures_state');
    table.check("?? <> ''", ['value'], 'figures_value');
  });
  await forbidChanges(db, 'figures');
}

/** A decision's figures lie side by side in the primary key, ordered by field. */
async function takeOver(db: Knex): Promise<void> {
  for (let last = 0; ;) {
    const decisions: readonly number[] = await db('figures')
      .distinct('decision')
      .where('decision', '>', last)
      .orderBy('decision')
      .limit(BATCH)
      .pluck('decision');
    const [first, end] = [decisions[0], decisions.at(-1)];
    if (first === undefined || end === undefined) return;
    const figures: readonly OldFigure[] = await db('figures')
      .whereBetween('decision', [first, end])
      .orderBy(['decision', 'field']);
    for (const decision of decisions)
      await takeOverOne(
        db,
        figures.filter((figure) => figure.decision === decision),
      );
    last = end;
  }
}

async function takeOverOne(db: Knex, figures: readonly OldFigure[]): Promise<void> {
  const [first] = figures;
  if (!first) return;
  const { decision, report, period, form, entity, revision } = first;
  const columns = JSON.stringify(figures.map(({ field, indicator }) => [field, indicator]));
  const number = Number(revision.slice(revision.lastIndexOf('/') + 1));
  const values = figures.map(({ value }) => value).join();
  await db
    .insert({
      decision,
      report,
      period,
      form,
      entity,
      number,
      layout: await layoutOf(db, report, columns),
      figures: values,
    })
    .into('revision_figures');
}

async function layoutOf(db: Knex, report: string, columns: string): Promise<number> {
  const find = (): Promise<{ readonly id: number } | undefined> =>
    db.select('id').from('figure_layouts').where('report', report).where('columns', columns).first();
  const known = await find();
  if (known) return known.id;
  await db.insert({ report, columns }).into('figure_layouts');
  return (await find())?.id ?? 0;
}
