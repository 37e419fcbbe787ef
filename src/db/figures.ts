/** Figures of accepted revisions: the only part of the answers that is asked for across periods. */
import type { Knex } from 'knex';
import {
  joinValues,
  splitValues,
  type FigureColumn,
  type FigureSheet,
} from '../domain/figure-sheets/sheet.ts';
import type { Figure } from '../domain/figures.ts';
import type { PeriodId } from '../domain/period.ts';
import { byBytes } from './dialect.ts';
import { insertAll } from './insert.ts';
import type { RevisionFiguresRow } from './tables.ts';
import { unlessAppended } from './unless-appended.ts';

/** Field and indicator of each of the values of a row. */
type Layout = readonly (readonly [field: string, indicator: string])[];

export interface AcceptedFigures {
  readonly decision: number;
  readonly figures: readonly Figure[];
}

/**
 * Keeps the figures that acceptances brought, a row for each. Called within the acceptance's transaction.
 * @throws RangeError when a figure holds a comma, which no number, flag or class does.
 */
export async function appendFigures(
  trx: Knex.Transaction,
  report: string,
  accepted: readonly AcceptedFigures[],
): Promise<void> {
  const acceptedByForm = new Map<string, AcceptedFigures[]>();
  for (const one of accepted) {
    const form = one.figures[0]?.form;
    if (form === undefined) continue;
    const others = acceptedByForm.get(form);
    if (others) others.push(one);
    else acceptedByForm.set(form, [one]);
  }
  const rows: RevisionFiguresRow[] = [];
  for (const ofForm of acceptedByForm.values()) {
    const layout = layoutOf(ofForm);
    const id = await storeLayout(trx, report, layout);
    for (const one of ofForm) rows.push(rowOf(report, one, layout, id));
  }
  await insertAll(rows, (part) => trx('revision_figures').insert(part));
}

/** Every field that one of the bodies answered, in the order of the first that did. */
function layoutOf(accepted: readonly AcceptedFigures[]): Layout {
  const fields = new Map<string, string>();
  for (const { figures } of accepted)
    for (const { field, indicator } of figures) if (!fields.has(field)) fields.set(field, indicator);
  return [...fields];
}

async function storeLayout(trx: Knex.Transaction, report: string, layout: Layout): Promise<number> {
  const columns = JSON.stringify(layout);
  const known = await trx('figure_layouts').where({ report, columns }).first('id');
  if (known) return known.id;
  const [added] = await trx('figure_layouts').insert({ report, columns }).returning('id');
  return added?.id ?? 0;
}

function rowOf(
  report: string,
  { decision, figures }: AcceptedFigures,
  layout: Layout,
  id: number,
): RevisionFiguresRow {
  const [{ period, form, entity, revision } = { period: '', form: '', entity: '', revision: '' }] = figures;
  const values = new Map(figures.map(({ field, value }) => [field, value]));
  const number = Number(revision.slice(revision.lastIndexOf('/') + 1));
  const line = joinValues(layout.map(([field]) => values.get(field) ?? ''));
  return { decision, report, period, form, entity, number, layout: id, figures: line };
}

/**
 * The figures of some periods of a report. Of each body and form only the latest accepted revision counts; one that
 * was returned after it was accepted does not. Ordered by period, form, body and field.
 */
export async function readFigures(
  db: Knex,
  report: string,
  periods: readonly PeriodId[],
): Promise<readonly FigureSheet[]> {
  const asked = [...new Set(periods)].sort();
  // Figures come with the decision that accepts them: without another decision there are no others.
  return unlessAppended(db, 'decisions', report, asked.join(), async () => {
    if (asked.length === 0) return [];
    const layouts = await readLayouts(db, report);
    const again = await readDecidedAgain(db, report);
    const sheets: FigureSheet[] = [];
    // A period at a time: the rows of all of them are many times what the sheets take.
    for (const period of asked)
      for (const rows of await readRows(db, report, period, again))
        sheets.push(sheetOf(period, rows, layouts, sheets));
    return sheets;
  });
}

async function readLayouts(db: Knex, report: string): Promise<ReadonlyMap<number, Layout>> {
  const rows = await db('figure_layouts').where({ report }).select('id', 'columns');
  return new Map(rows.map(({ id, columns }) => [id, JSON.parse(columns) as Layout]));
}

type Row = Pick<RevisionFiguresRow, 'form' | 'entity' | 'number' | 'layout' | 'figures'>;

/**
 * The last decision on each revision that has several: figures of an earlier one do not count. There are few, and one
 * look through the index finds them; to ask for each row whether a later decision exists takes several times as long.
 */
async function readDecidedAgain(db: Knex, report: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db('decisions')
    .where({ report })
    .groupBy('revision')
    .havingRaw('count(*) > 1')
    .select<{ revision: string; last: number }[]>('revision', db.raw('max(id) as last'));
  return new Map(rows.map(({ revision, last }) => [revision, last]));
}

/** The rows of a period that count, form by form. */
async function readRows(
  db: Knex,
  report: string,
  period: PeriodId,
  again: ReadonlyMap<string, number>,
): Promise<readonly (readonly Row[])[]> {
  const rows = await db('revision_figures')
    .where({ report, period })
    .orderByRaw(byBytes(db, ['form', 'entity']))
    .orderBy('number')
    .select<(Row & { readonly decision: number })[]>(
      'decision',
      'form',
      'entity',
      'number',
      'layout',
      'figures',
    );
  return byForm(
    rows.filter(({ decision, form, entity, number }) => {
      const last = again.get(`${period}/${form}/${entity}/${number}`);
      return last === undefined || last === decision;
    }),
  );
}

/** Of rows of one period in the order of forms and bodies, the last of each body, form by form. */
function byForm(rows: readonly Row[]): readonly (readonly Row[])[] {
  const forms: Row[][] = [];
  for (const row of rows) {
    const form = forms.at(-1);
    const before = form?.at(-1);
    if (!form || !before || before.form !== row.form) forms.push([row]);
    else if (before.entity === row.entity) form[form.length - 1] = row;
    else form.push(row);
  }
  return forms;
}

/** Lines turned into columns. Sheets of the same bodies share one list of them. */
function sheetOf(
  period: PeriodId,
  rows: readonly Row[],
  layouts: ReadonlyMap<number, Layout>,
  before: readonly FigureSheet[],
): FigureSheet {
  const [{ form } = { form: '' }] = rows;
  const bodies = rows.map(({ entity }) => entity);
  const known = before.findLast((sheet) => sheet.form === form)?.bodies;
  const same = known?.length === bodies.length && bodies.every((entity, place) => entity === known[place]);
  return {
    period,
    form,
    bodies: same ? known : bodies,
    revisions: rows.map(({ number }) => number),
    columns: columnsOf(rows, layouts),
  };
}

/** Lines turned at a time: their values are joined before the next are cut, and never all held at once. */
const TURNED = 250;

function columnsOf(rows: readonly Row[], layouts: ReadonlyMap<number, Layout>): readonly FigureColumn[] {
  const columns = new Map<string, OpenColumn>();
  const ofLayouts = new Map<number, readonly OpenColumn[]>();
  const columnsIn = (id: number): readonly OpenColumn[] => {
    const known = ofLayouts.get(id);
    if (known) return known;
    const own = (layouts.get(id) ?? []).map(([field, indicator]) => {
      // The definition may have given a field another indicator between two acceptances.
      const key = `${field} ${indicator}`;
      const column = columns.get(key) ?? { field, indicator, parts: [], values: [] };
      columns.set(key, column);
      return column;
    });
    ofLayouts.set(id, own);
    return own;
  };
  for (const { layout } of rows) columnsIn(layout);
  for (let start = 0; start < rows.length; start += TURNED) {
    const part = rows.slice(start, start + TURNED);
    for (const column of columns.values()) column.values = part.map(() => '');
    for (const [place, row] of part.entries()) {
      const own = columnsIn(row.layout);
      for (const [index, value] of splitValues(row.figures).entries()) {
        const values = own[index]?.values;
        if (values) values[place] = value;
      }
    }
    for (const { parts, values } of columns.values()) parts.push(joinValues(values));
  }
  return [...columns.values()]
    .sort((left, right) => (left.field < right.field ? -1 : Number(left.field > right.field)))
    .map(({ field, indicator, parts }) => ({ field, indicator, values: parts.join() }))
    .filter(({ values }) => /[^,]/.test(values));
}

interface OpenColumn {
  readonly field: string;
  readonly indicator: string;
  /** Joined values of the lines before. */
  readonly parts: string[];
  /** Of the lines that are being turned. */
  values: string[];
}
