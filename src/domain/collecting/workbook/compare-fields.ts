/**
 * The answers of a workbook beside the draft. Three versions are looked at: what the template held, what the file holds
 * now, and what the draft holds now. Only what a person changed in the file is a change; where the draft went on
 * meanwhile, the change says so.
 */
import { sameCell } from '../form-differences.ts';
import {
  inputOf,
  isBlankInput,
  sameInput,
  type CellInput,
  type InputPart,
  type InputReading,
} from '../cell-input.ts';
import { kindOfAnswer, readInput } from '../read-input.ts';
import type { Cell } from '../../submission.ts';
import type { TemplateBefore } from './identity.ts';
import { inputInWords } from './in-words.ts';
import type { FieldChange, WorkbookProblem } from './preview.ts';
import type { AskedField, SheetAnswer } from './read-fields.ts';

/** A field as the draft has it now. */
export interface CurrentField extends AskedField {
  readonly input: CellInput;
  readonly version: number;
}

export interface FieldComparison {
  readonly changes: readonly FieldChange[];
  readonly problems: readonly WorkbookProblem[];
}

/** @param before what the template held; undefined for a file that is no template: then a blank takes nothing away */
export function compareFields(
  answers: readonly SheetAnswer[],
  current: ReadonlyMap<string, CurrentField>,
  before: TemplateBefore | undefined,
): FieldComparison {
  const changes: FieldChange[] = [];
  const problems: WorkbookProblem[] = [];
  for (const answer of answers) {
    const { field, indicator } = answer.asked;
    const now = current.get(field.id);
    if (!now) continue;
    const held = before?.fields.get(field.id) ?? (before ? {} : undefined);
    if (held === undefined ? isBlankInput(answer.input) : sameAnswer(answer.input, held, answer.asked))
      continue;
    if (sameAnswer(answer.input, now.input, answer.asked)) continue;
    const reading = readInput(answer.input, field, indicator);
    if (reading.kind === 'unread') {
      problems.push(...problemsOf(reading, answer));
      continue;
    }
    const input = reading.kind === 'blank' ? {} : inputOf(reading.cell, kindOfAnswer(field, indicator));
    changes.push({
      field: field.id,
      label: field.label,
      unit: kindOfAnswer(field, indicator) === 'number' ? indicator.unit : '',
      place: answer.placeOf('text'),
      before: inputInWords(now.input, readInput(now.input, field, indicator), field, indicator),
      after: inputInWords(input, reading, field, indicator),
      input,
      seen: now.version,
      overtakes: held !== undefined && !sameAnswer(held, now.input, answer.asked),
    });
  }
  return { changes, problems };
}

/** True when two inputs mean the same, or, where one cannot be read, are the same letters. */
export function sameAnswer(one: CellInput, other: CellInput, { field, indicator }: AskedField): boolean {
  const [first, second] = [one, other].map((input) => readInput(typed(input), field, indicator));
  if (first?.kind === 'cell' && second?.kind === 'cell')
    return sameCell(withoutOrigin(first.cell), withoutOrigin(second.cell));
  if (first?.kind === 'blank' && second?.kind === 'blank') return true;
  return sameInput(trimmed(one), trimmed(other));
}

/** An input without the origin of an answer that was carried forward: a file does not say where its values are from. */
function typed(input: CellInput & { readonly carried?: unknown }): CellInput {
  const { carried: _, ...rest } = input;
  return rest;
}

function withoutOrigin(cell: Cell): Cell {
  if (!('carried' in cell)) return cell;
  const { carried: _, ...rest } = cell;
  return rest;
}

function trimmed(input: CellInput): CellInput {
  return Object.fromEntries(
    Object.entries(typed(input)).flatMap(([part, text]) =>
      typeof text === 'string' && text.trim() !== '' ? [[part, text.trim()]] : [],
    ),
  );
}

function problemsOf(
  reading: Extract<InputReading, { kind: 'unread' }>,
  { asked, placeOf }: SheetAnswer,
): readonly WorkbookProblem[] {
  return reading.problems.map(
    ({ part, found, expected }: { part: InputPart; found: string; expected: string }) => ({
      place: placeOf(part),
      label: asked.field.label,
      found,
      expected,
    }),
  );
}
