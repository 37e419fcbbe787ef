/** What the server tells the scripts of a form's page. */
import type { CellInput, InputReading } from '../../domain/collecting/cell-input.ts';
import { inputOf } from '../../domain/collecting/cell-input.ts';
import type { DraftRow } from '../../domain/collecting/draft.ts';
import { kindOfAnswer } from '../../domain/collecting/read-input.ts';
import { removedRows } from '../../workflow/collecting/removed-rows.ts';
import type { FormNow } from '../../workflow/collecting/read-changes.ts';
import type { SaveOutcome } from '../../workflow/collecting/save-cells.ts';
import type { RowOutcome } from '../../workflow/collecting/change-table.ts';
import { partsOf, shownInput, shownTexts } from './form-shown.ts';
import { clockInWords, problemView, rowProblemView, savedInWords, type ProblemView } from './form-words.ts';
import { actorInWords, stateTag } from './standing-words.ts';

/** A field as it stands on the server. */
export interface FieldJson {
  readonly field: string;
  readonly version: number;
  readonly input: CellInput;
  /** True when it is answered. */
  readonly done: boolean;
  readonly problems: readonly ProblemView[];
  /** Who saved it and when; null when it was the person who asks. */
  readonly by: string | null;
}

export interface RowJson {
  readonly id: string;
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemView[];
  readonly by: string | null;
}

export function outcomeJson({ version, at, fields }: SaveOutcome, person: string, now: string): object {
  return {
    version,
    at: clockInWords(at, now),
    fields: fields.map((one) => {
      const { field, outcome } = one;
      const stands = outcome === 'conflict' ? one.theirs : one;
      const { reading, saved } = stands;
      return {
        outcome,
        field,
        version: stands.version,
        // What was typed stays as it was typed; only an answer that is chosen and not typed has another shape.
        input: outcome === 'conflict' ? shownStanding(one.theirs) : chosenInput(reading),
        done: reading.kind === 'cell',
        problems: problemsOf(reading),
        by: savedInWords(saved, outcome === 'conflict' ? '' : person, now),
        ...(outcome === 'conflict' ? { who: saved?.by ?? 'người khác' } : {}),
      };
    }),
  };
}

/** @param since version of the draft that the page knows */
export function changesJson(
  { version, state, next, mayEdit, fields, tables }: FormNow,
  since: number,
  person: string,
  now: string,
): object {
  return {
    version,
    state,
    // As the heading of the page says it.
    tag: stateTag(state),
    next: next === null ? null : actorInWords(next),
    mayEdit,
    fields:
      version === since
        ? []
        : fields.map(({ field, indicator, input, reading, version: own, saved }): FieldJson => ({
            field: field.id,
            version: own,
            input: shownInput({ input, reading, kind: kindOfAnswer(field, indicator) }),
            done: reading.kind === 'cell',
            problems: problemsOf(reading),
            by: savedInWords(saved, person, now),
          })),
    tables:
      version === since
        ? []
        : tables.map(({ table, rows, removed }) => ({
            table: table.id,
            // Who took it out, by row.
            removed: Object.fromEntries(removedRows(removed).map(({ id, by }) => [id, by])),
            rows: rows.map((row) => rowJson(row, person, now, table.columns)),
          })),
  };
}

export function rowOutcomeJson(outcome: RowOutcome, person: string, now: string): object {
  if (outcome.outcome === 'conflict') {
    const { theirs, by, at } = outcome;
    return {
      outcome: 'conflict',
      theirs: theirs === null ? null : rowJson(theirs, '', now),
      by: savedInWords({ by, at }, '', now) ?? '',
      who: by,
    };
  }
  if (outcome.outcome === 'reordered') return { outcome: 'reordered', order: outcome.order, who: outcome.by };
  const { version, row, order } = outcome;
  return {
    outcome: 'saved',
    version,
    at: clockInWords(now, now),
    row: row === null ? null : rowJson(row, person, now),
    order,
  };
}

function rowJson(
  { id, version, texts, problems, saved }: DraftRow,
  person: string,
  now: string,
  columns?: Parameters<typeof shownTexts>[1],
): RowJson {
  return {
    id,
    version,
    texts: columns ? shownTexts(texts, columns) : texts,
    problems: problems.map(rowProblemView),
    by: savedInWords(saved, person, now),
  };
}

function problemsOf(reading: InputReading): readonly ProblemView[] {
  return reading.kind === 'unread' ? reading.problems.map(problemView) : [];
}

/** An answer in another shape than it was typed in: "không phát sinh" as the choice, the id of a class. */
function chosenInput(reading: InputReading): CellInput | null {
  if (reading.kind !== 'cell') return null;
  const { cell } = reading;
  if (cell.state !== 'value') return partsOf(inputOf(cell, 'text'));
  return /^[a-z]/.test(cell.value) ? partsOf(inputOf(cell, 'text')) : null;
}

function shownStanding({
  input,
  reading,
}: {
  readonly input: CellInput;
  readonly reading: InputReading;
}): CellInput {
  return chosenInput(reading) ?? partsOf(input);
}
