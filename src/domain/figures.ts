/** The figures of a revision: what other periods ask of it. They are derived, so a revision alone is the record. */
import { rowHolds } from './aggregation/rows.ts';
import type { Definition, Form, Nature } from './definition.ts';
import { canonical, exact, ZERO, type Exact } from './exact.ts';
import type { EarlierFigure } from './facts.ts';
import { OUTSIDE } from './figure-sheets/sheet.ts';
import { fieldAbout } from './row-figures.ts';
import type { Cell, Revision } from './submission.ts';

export interface Figure extends EarlierFigure {
  /** none: the body said "không phát sinh", which counts as zero or as no; not-applicable: it counts for nothing. */
  readonly state: 'value' | 'none' | 'not-applicable';
}

/**
 * The figures that a revision gives, one per answered field that asks an indicator, in the form's order, then one for
 * each body that its rows are about. “Không áp dụng” is kept as OUTSIDE; control values, texts and pending cells give none.
 */
export function figuresOf(
  revision: Revision,
  form: Form,
  indicators: Definition['indicators'],
): readonly Figure[] {
  const own = form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field): readonly Figure[] => {
      const indicator = field.indicator === undefined ? undefined : indicators[field.indicator];
      const cell = revision.cells[field.id];
      if (!indicator || !cell || cell.state === 'pending') return [];
      const value = valueOf(cell, indicator.nature);
      if (value === null) return [];
      return [
        {
          indicator: indicator.code,
          period: revision.period,
          entity: revision.entity,
          value,
          state: cell.state,
          revision: revision.id,
          form: revision.form,
          field: field.id,
        },
      ];
    });
  return [...own, ...figuresOfRows(revision, form, indicators)];
}

/** Of rows about other bodies the sum for each; not where the rows depend on the days of the period. */
function figuresOfRows(
  revision: Revision,
  form: Form,
  indicators: Definition['indicators'],
): readonly Figure[] {
  if (form.tables.length === 0) return [];
  const tables = new Set(form.tables.map(({ id }) => id));
  return Object.values(indicators).flatMap(({ code, rows }) => {
    const { table = '', where = [], body, sum } = rows ?? {};
    if (body === undefined || sum === undefined || !tables.has(table)) return [];
    if (where.some((condition) => Object.values(condition).some((value) => value.startsWith('@')))) return [];
    const totals = new Map<string, Exact>();
    for (const row of revision.tables[table] ?? []) {
      const entity = row[body];
      if (entity === undefined || !rowHolds(where, row)) continue;
      totals.set(entity, (totals.get(entity) ?? ZERO).add(exact(row[sum] ?? '0')));
    }
    return [...totals].map(([entity, value]): Figure => ({
      indicator: code,
      period: revision.period,
      entity: revision.entity,
      value: canonical(value),
      state: 'value',
      revision: revision.id,
      form: revision.form,
      field: fieldAbout(code, entity),
    }));
  });
}

function valueOf(cell: Cell, nature: Nature): string | null {
  if (nature === 'text' || nature === 'ratio') return null;
  if (cell.state === 'value') return cell.value;
  if (cell.state === 'not-applicable') return OUTSIDE;
  if (cell.state !== 'none' || nature === 'status') return null;
  return nature === 'flag' ? 'no' : '0';
}
