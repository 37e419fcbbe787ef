/** What was typed into a field, read: an answer, a blank, or every part that cannot be taken, with what it needs. */
import type { Field, Indicator } from '../definition.ts';
import { quoted } from '../intake/file-problem.ts';
import { readCell } from '../intake/read-cell.ts';
import { DATE_EXPECTED, readDate } from '../intake/read-date.ts';
import { LONGEST_NOTE, readText } from '../intake/read-text.ts';
import { refuse, type Reading } from '../intake/reading.ts';
import type { Cell, CellState } from '../submission.ts';
import { mayBeNone, numberKind } from '../validation/answers-schema.ts';
import { asWholeNumber, readingsOf, withoutPercent } from './ambiguous-number.ts';
import {
  isBlankInput,
  stateOf,
  type AnswerKind,
  type CellInput,
  type InputPart,
  type InputProblem,
  type InputReading,
  type KeptInput,
} from './cell-input.ts';

const STATE_WORDS: Readonly<Record<CellState, string>> = {
  value: 'có số liệu',
  none: 'không phát sinh',
  pending: 'chưa có số liệu',
  'not-applicable': 'không áp dụng',
};

/** Where a part may stand beside an answer, and what to say where it may not. */
const BESIDE = ['document', 'date', 'asOf', 'note'] as const;
type Beside = (typeof BESIDE)[number];

/** Reads an input against its field; `indicator` is the one that the field asks, or that its control value is about. */
export function readInput(input: KeptInput, field: Field, indicator: Indicator): InputReading {
  if (isBlankInput(input)) return { kind: 'blank' };
  const state = stateOf(input);
  const reading =
    state === 'value' ? readTyped(input, field, indicator) : readChosen(input, field, indicator);
  const problems = reading.ok ? [] : [...reading.problems];
  const beside = readBeside(input, field, reading.ok ? reading.cell : null, problems);
  if (!reading.ok || problems.length > 0) return { kind: 'unread', problems };
  const carried = input.carried === undefined ? {} : { carried: input.carried };
  return { kind: 'cell', cell: { ...reading.cell, ...beside, ...carried } };
}

type CellReading =
  | { readonly ok: true; readonly cell: Cell }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** A text, which may be one of the states in words: so it stands in cells that are pasted. */
function readTyped(
  { text = '', reason, expected }: CellInput,
  field: Field,
  indicator: Indicator,
): CellReading {
  if (filled(reason) || filled(expected))
    return wrong(
      'state',
      'lý do nhưng chưa chọn «chưa có số liệu»',
      'chọn «chưa có số liệu», hoặc xóa lý do',
    );
  const isWhole = isNumber(field, indicator) && !mayBeFraction(field, indicator);
  const bare = isPercentage(field, indicator) ? withoutPercent(text) : text;
  const meant = isWhole ? asWholeNumber(text) : bare;
  const reading = readCell(meant, field, indicator);
  if (!reading.ok) {
    const readings = isNumber(field, indicator) && !isWhole ? readingsOf(meant) : [];
    const { expected: needed } = reading;
    const found = meant === text ? reading.found : quoted(text);
    return {
      ok: false,
      problems: [{ part: 'text', found, expected: needed, ...(readings.length > 0 ? { readings } : {}) }],
    };
  }
  if (reading.value === null) return wrong('text', 'ô trống', 'câu trả lời cho ô này, hoặc xóa phần ghi kèm');
  return { ok: true, cell: reading.value };
}

/** A state that was chosen. A number beside it contradicts it, and nobody can say which of the two was meant. */
function readChosen(input: CellInput, field: Field, indicator: Indicator): CellReading {
  const state = stateOf(input);
  const words = `«${STATE_WORDS[state]}»`;
  if (filled(input.text))
    return wrong('state', `${words} cùng với ${quoted(input.text ?? '')}`, 'chỉ một trong hai');
  if (state === 'none' && !mayBeNone(field, indicator))
    return wrong('state', words, 'một câu trả lời khác: đơn vị luôn ở một trong các mức');
  if (state === 'not-applicable' && !field.mayNotApply)
    return wrong('state', words, 'một câu trả lời khác: ô này không được ghi «không áp dụng»');
  if (state === 'pending') return readPending(input);
  if (filled(input.reason) || filled(input.expected))
    return wrong('reason', 'lý do chưa có số liệu', `để trống, vì đã chọn ${words}`);
  return { ok: true, cell: state === 'none' ? { state: 'none' } : { state: 'not-applicable' } };
}

function readPending({ reason = '', expected = '' }: CellInput): CellReading {
  const why = readText(reason, LONGEST_NOTE);
  const day = expected.trim() === '' ? null : dayOf(expected);
  const problems: InputProblem[] = [];
  if (!why.ok) problems.push({ part: 'reason', found: why.found, expected: why.expected });
  else if (why.value === '')
    problems.push({ part: 'reason', found: 'ô trống', expected: 'lý do chưa có số liệu' });
  if (day && !day.ok) problems.push({ part: 'expected', found: day.found, expected: day.expected });
  if (problems.length > 0 || !why.ok || (day && !day.ok)) return { ok: false, problems };
  return {
    ok: true,
    cell: { state: 'pending', reason: why.value, ...(day ? { expected: day.value } : {}) },
  };
}

/** What stands beside the answer. Only a value has a document and days; a note goes with all but "chưa có số liệu". */
function readBeside(
  input: CellInput,
  field: Field,
  cell: Cell | null,
  problems: InputProblem[],
): Partial<Record<Beside, string>> {
  const beside: Partial<Record<Beside, string>> = {};
  for (const part of BESIDE) {
    const text = input[part] ?? '';
    if (text.trim() === '') continue;
    const reading = part === 'date' || part === 'asOf' ? dayOf(text) : readText(text, LONGEST_NOTE);
    const out = outOfPlace(part, field, cell);
    if (out !== null) problems.push({ part, found: quoted(text), expected: out });
    else if (reading.ok) beside[part] = reading.value;
    else problems.push({ part, found: reading.found, expected: reading.expected });
  }
  return beside;
}

function outOfPlace(part: Beside, { evidence, asOf }: Field, cell: Cell | null): string | null {
  if ((part === 'document' || part === 'date') && !evidence) return 'để trống: ô này không hỏi văn bản';
  if (part === 'asOf' && !asOf) return 'để trống: ô này không hỏi ngày chốt số liệu';
  if (cell === null) return null;
  if (cell.state === 'pending') return 'để trống: lý do ghi ở phần «chưa có số liệu»';
  return part === 'note' || cell.state === 'value'
    ? null
    : `để trống, vì ô đã trả lời «${STATE_WORDS[cell.state]}»`;
}

/** How a field that asks an indicator, or states a control value about it, is answered. */
export function kindOfAnswer(field: Field, { nature }: Indicator): AnswerKind {
  if (field.control !== undefined) return 'number';
  return nature === 'flag' || nature === 'status' || nature === 'text' ? nature : 'number';
}

function isNumber(field: Field, indicator: Indicator): boolean {
  return kindOfAnswer(field, indicator) === 'number';
}

/** Percentages of a share, or of a change that is stated in percent; not in points. */
function isPercentage(field: Field, indicator: Indicator): boolean {
  if (!isNumber(field, indicator)) return false;
  return (field.control?.versus === undefined) === (indicator.unit === '%');
}

function mayBeFraction(field: Field, indicator: Indicator): boolean {
  return numberKind(field, indicator).fraction;
}

function dayOf(text: string): Reading<string> {
  const day = readDate(text);
  return day === null ? refuse(text, DATE_EXPECTED) : { ok: true, value: day };
}

function wrong(part: InputPart, found: string, expected: string): CellReading {
  return { ok: false, problems: [{ part, found, expected }] };
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
