/** The frozen facts of a published edition, with corrections in place of what was known when it was issued. */
import { measureId } from '../aggregation/measure.ts';
import type { CurrentSubmission, EarlierFigure, Facts, HistoryValue } from '../facts.ts';
import { withFigure } from '../figure-sheets/lay-sheets.ts';
import { figuresOf } from '../figures.ts';
import type { Revision } from '../submission.ts';
import {
  isOfRow,
  type CorrectedCell,
  type CorrectedHistory,
  type Correction,
  type RowCorrection,
  type ValueCorrection,
} from './correction.ts';
import { withRow, withRowFigures } from './corrected-rows.ts';

/**
 * The same facts but for the corrected values: cells of the period's own papers and of the period before, figures of
 * earlier periods, and history. Who sent what, and when, stays as it was.
 */
export function correctedFacts(facts: Facts, corrections: readonly Correction[]): Facts {
  return corrections.reduce(withCorrection, facts);
}

function withCorrection(facts: Facts, correction: Correction): Facts {
  const { place } = correction;
  const changed = withPlace(facts, correction);
  // What was replaced in history since then is not in this edition's history.
  const renewed = place.kind === 'history' ? [idOf({ ...correction, ...place })] : [];
  const before = (facts.corrections ?? []).map((known) => ({
    ...known,
    renewed: [...known.renewed, ...renewed],
  }));
  return { ...changed, corrections: [...before, { ...correction, renewed }] };
}

function withPlace(facts: Facts, correction: Correction): Facts {
  if (isOfRow(correction))
    return inPaper(
      facts,
      correction,
      correction.place,
      (revision) => withRow(revision, correction),
      () => withRowFigures(facts, correction),
    );
  const { place, period, to } = correction;
  if (place.kind === 'history') return withHistory(facts, correction, place);
  return inPaper(
    facts,
    correction,
    place,
    (revision) => ({ ...revision, cells: { ...revision.cells, [place.field]: to } }),
    () => withFigure(facts.earlier, { ...place, period }, figureOf(facts, correction, place)),
  );
}

/** The paper changed wherever the facts have it: of the period itself, of the one before, of a part; or its figures. */
function inPaper(
  facts: Facts,
  { period }: Correction,
  place: CorrectedCell | RowCorrection['place'],
  changed: (revision: Revision) => Revision,
  earlier: () => Facts['earlier'],
): Facts {
  const isOf = ({ form, entity }: Revision): boolean => form === place.form && entity === place.entity;
  const inSubmission = (own: CurrentSubmission): CurrentSubmission =>
    own.state === 'accepted' && isOf(own.revision) ? { ...own, revision: changed(own.revision) } : own;
  if (period === facts.period.id) return { ...facts, submissions: facts.submissions.map(inSubmission) };
  const { parts } = facts;
  return {
    ...facts,
    previous: facts.previous.map((revision) =>
      revision.period === period && isOf(revision) ? changed(revision) : revision,
    ),
    earlier: earlier(),
    ...(parts
      ? {
          parts: parts.map((part) =>
            part.period.id === period ? { ...part, submissions: part.submissions.map(inSubmission) } : part,
          ),
        }
      : {}),
  };
}

/** The figure that the new answer gives; none for what is not known, or does not apply. */
function figureOf(
  { definition: { forms, indicators } }: Facts,
  { period, to }: ValueCorrection,
  { form: id, entity, field, revision }: CorrectedCell,
): EarlierFigure | undefined {
  const form = forms.find((one) => one.id === id);
  const answers = { cells: { [field]: to }, tables: {} };
  const made = { id: revision, period, form: id, entity, number: 1, receivedAt: '', hash: '', ...answers };
  return form && figuresOf(made, form, indicators)[0];
}

function withHistory(facts: Facts, correction: ValueCorrection, place: CorrectedHistory): Facts {
  const id = idOf({ ...correction, ...place });
  const { to } = correction;
  return {
    ...facts,
    history: facts.history.map((value) =>
      idOf(value) === id && to.state === 'value' ? { ...value, value: to.value } : value,
    ),
  };
}

function idOf({
  indicator = '',
  period,
  span,
  scope,
  status,
}: Pick<HistoryValue, 'period' | 'span' | 'scope'> & {
  readonly indicator?: string;
  readonly status?: string;
}): string {
  return measureId({ indicator, period, span, scope, ...(status ? { status } : {}) });
}
