/** The frozen facts of a published edition, with corrections in place of what was known when it was issued. */
import { measureId } from '../aggregation/measure.ts';
import type { CurrentSubmission, EarlierFigure, Facts, HistoryValue } from '../facts.ts';
import { withFigure } from '../figure-sheet.ts';
import { figuresOf } from '../figures.ts';
import type { Cell, Revision } from '../submission.ts';
import type { CorrectedCell, CorrectedHistory, Correction } from './correction.ts';

/**
 * The same facts but for the corrected values: cells of the period's own papers and of the period before, figures of
 * earlier periods, and history. Who sent what, and when, stays as it was.
 */
export function correctedFacts(facts: Facts, corrections: readonly Correction[]): Facts {
  return corrections.reduce(withCorrection, facts);
}

function withCorrection(facts: Facts, correction: Correction): Facts {
  const { place } = correction;
  const changed =
    place.kind === 'cell' ? withCell(facts, correction, place) : withHistory(facts, correction, place);
  // What was replaced in history since then is not in this edition's history.
  const renewed = place.kind === 'cell' ? [] : [idOf({ ...correction, ...place })];
  const before = (facts.corrections ?? []).map((known) => ({
    ...known,
    renewed: [...known.renewed, ...renewed],
  }));
  return { ...changed, corrections: [...before, { ...correction, renewed }] };
}

function withCell(facts: Facts, correction: Correction, place: CorrectedCell): Facts {
  const { period, to } = correction;
  if (period === facts.period.id)
    return { ...facts, submissions: facts.submissions.map((own) => inSubmission(own, place, to)) };
  const { parts } = facts;
  return {
    ...facts,
    previous: facts.previous.map((revision) =>
      revision.period === period && isPaperOf(revision, place) ? inRevision(revision, place, to) : revision,
    ),
    earlier: withFigure(facts.earlier, { ...place, period }, figureOf(facts, correction, place)),
    ...(parts
      ? {
          parts: parts.map((part) =>
            part.period.id === period
              ? { ...part, submissions: part.submissions.map((own) => inSubmission(own, place, to)) }
              : part,
          ),
        }
      : {}),
  };
}

function inSubmission(own: CurrentSubmission, place: CorrectedCell, to: Cell): CurrentSubmission {
  if (own.state !== 'accepted' || !isPaperOf(own.revision, place)) return own;
  return { ...own, revision: inRevision(own.revision, place, to) };
}

function inRevision(revision: Revision, { field }: CorrectedCell, to: Cell): Revision {
  return { ...revision, cells: { ...revision.cells, [field]: to } };
}

function isPaperOf(revision: Revision, { form, entity }: CorrectedCell): boolean {
  return revision.form === form && revision.entity === entity;
}

/** The figure that the new answer gives; none for what is not known, or does not apply. */
function figureOf(
  { definition: { forms, indicators } }: Facts,
  { period, to }: Correction,
  { form: id, entity, field, revision }: CorrectedCell,
): EarlierFigure | undefined {
  const form = forms.find((one) => one.id === id);
  const answers = { cells: { [field]: to }, tables: {} };
  const made = { id: revision, period, form: id, entity, number: 1, receivedAt: '', hash: '', ...answers };
  return form && figuresOf(made, form, indicators)[0];
}

function withHistory(facts: Facts, correction: Correction, place: CorrectedHistory): Facts {
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
