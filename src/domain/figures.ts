/** The figures of a revision: what other periods ask of it. They are derived, so a revision alone is the record. */
import type { Definition, Form, Nature } from './definition.ts';
import type { EarlierFigure } from './facts.ts';
import type { Cell, Revision } from './submission.ts';

export interface Figure extends EarlierFigure {
  /** none: the body said "không phát sinh", which counts as zero or as no. */
  readonly state: 'value' | 'none';
}

/**
 * The figures that a revision gives, one per answered field that asks an indicator, in the form's order. Control
 * values, texts and cells without a figure (pending, not applicable) give none.
 */
export function figuresOf(
  revision: Revision,
  form: Form,
  indicators: Definition['indicators'],
): readonly Figure[] {
  return form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const indicator = field.indicator === undefined ? undefined : indicators[field.indicator];
      const cell = revision.cells[field.id];
      if (!indicator || !cell) return [];
      const value = valueOf(cell, indicator.nature);
      if (value === null) return [];
      return {
        indicator: indicator.code,
        period: revision.period,
        entity: revision.entity,
        value,
        state: cell.state === 'none' ? ('none' as const) : ('value' as const),
        revision: revision.id,
        form: revision.form,
        field: field.id,
      };
    });
}

function valueOf(cell: Cell, nature: Nature): string | null {
  if (nature === 'text' || nature === 'ratio') return null;
  if (cell.state === 'value') return cell.value;
  if (cell.state !== 'none' || nature === 'status') return null;
  return nature === 'flag' ? 'no' : '0';
}
