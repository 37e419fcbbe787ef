/** One field of a form as its page shows it: question, answer as typed, what stands beside it, and what is the matter. */
import { asWholeNumber } from '../../domain/collecting/ambiguous-number.ts';
import {
  stateOf,
  type CellInput,
  type InputPart,
  type InputReading,
} from '../../domain/collecting/cell-input.ts';
import type { EarlierAnswer } from '../../domain/collecting/earlier-answer.ts';
import { shortDate } from '../../domain/dates.ts';
import { readNumber } from '../../domain/numbers/read-number.ts';
import { grouped } from '../../domain/numbers/write-number.ts';
import type { CellState } from '../../domain/submission.ts';
import type { DeskField } from '../../workflow/collecting/form-desk.ts';
import { answerInWords, changeInWords } from './answer-words.ts';
import { problemView, savedInWords, type ProblemView } from './form-words.ts';
import { FLAG_CHOICES, shownInput } from './form-shown.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** A part beside the answer: the reason, a document, a day. */
interface ExtraView {
  readonly part: InputPart;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** When it is asked. */
  readonly when: 'pending' | 'evidence' | 'always' | 'note';
  /** It says something, or something is wrong with it: shown whatever is chosen. */
  readonly kept: boolean;
  readonly isDate: boolean;
}

interface EarlierView {
  readonly period: string;
  readonly text: string;
  /** Canonical, for the change as one types; "" for what is no number. */
  readonly number: string;
  readonly change: string;
}

export interface ConflictView {
  readonly mine: string;
  readonly theirs: string;
  readonly by: string;
  /** Their version: what was seen when it is overwritten. */
  readonly version: number;
}

export interface FieldView {
  readonly id: string;
  readonly label: string;
  readonly guidance: string | null;
  readonly unit: string;
  readonly kind: DeskField['kind'];
  readonly isNumber: boolean;
  readonly isChoice: boolean;
  readonly isText: boolean;
  readonly optional: boolean;
  readonly isPercentage: boolean;
  /** A number without decimals: "1.234" is read in one way. */
  readonly isWhole: boolean;
  /** How a comma in a whole number was taken. */
  readonly understood: string | null;
  readonly text: string;
  readonly options: readonly Option[];
  readonly states: readonly Option[];
  readonly hasStates: boolean;
  readonly extras: readonly ExtraView[];
  readonly problems: readonly ProblemView[];
  readonly conflict: ConflictView | null;
  readonly describedBy: string;
  readonly done: boolean;
  readonly invalid: boolean;
  readonly by: string | null;
  readonly carried: string | null;
  readonly offer: string | null;
  readonly previous: EarlierView;
  readonly yearAgo: EarlierView;
}

/** What a person typed that is not saved: kept from an ended session, or in conflict with another's. */
export interface TypedCell {
  readonly input: CellInput;
  readonly conflict?: ConflictView;
}

export interface FieldContext {
  readonly person: string;
  readonly now: string;
  readonly shortNames: { readonly previous: string; readonly yearAgo: string };
}

export function fieldView(field: DeskField, typed: TypedCell | undefined, context: FieldContext): FieldView {
  const { id, kind, reading, label, guidance, unit } = field;
  const input = typed?.input ?? shownInput(field);
  const problems = typed || reading.kind !== 'unread' ? [] : reading.problems.map(problemView);
  const isChoice = kind === 'flag' || kind === 'status';
  const states = stateOptions(field, stateOf(input));
  const isWhole = kind === 'number' && !field.mayBeFraction;
  return {
    id,
    label,
    guidance: guidance ?? null,
    unit: kind === 'number' ? unit : '',
    kind,
    isNumber: kind === 'number',
    isChoice,
    isText: kind === 'text',
    optional: field.optional,
    isPercentage: unit === '%',
    isWhole,
    understood: isWhole ? understoodInWords(input) : null,
    text: input.text ?? '',
    options: isChoice ? choiceOptions(field, input.text ?? '') : [],
    states,
    hasStates: states.length > 1,
    extras: extrasOf(field, input, problems),
    problems,
    conflict: typed?.conflict ?? null,
    describedBy: [
      ...(guidance === undefined ? [] : [`hint-${id}`]),
      `unit-${id}`,
      `messages-${id}`,
      ...(isWhole ? [`hieu-${id}`] : []),
    ].join(' '),
    done: !typed && reading.kind === 'cell',
    invalid: problems.length > 0 || typed?.conflict !== undefined,
    by: savedInWords(field.saved, context.person, context.now),
    carried: field.carried ? `Giữ nguyên số liệu ngày ${shortDate(field.carried.asOf)}` : null,
    offer: offerInWords(field),
    previous: earlierView(field, field.previous, reading, context.shortNames.previous),
    yearAgo: earlierView(field, field.yearAgo, reading, context.shortNames.yearAgo),
  };
}

/** Said of a comma alone: it parts decimals in Vietnamese, and thousands in what comes from an English sheet. */
function understoodInWords({ text = '', ...input }: CellInput): string | null {
  const whole = asWholeNumber(text);
  if (stateOf(input) !== 'value' || !text.includes(',') || whole === text.trim()) return null;
  const reading = readNumber(whole);
  return reading.ok ? `Được hiểu là ${grouped(reading.value)}` : null;
}

/** What "giữ nguyên" would put here; null when nothing is offered. */
export function offerInWords({ offer, kind, choices, unit }: DeskField): string | null {
  if (!offer) return null;
  const words = answerInWords(offer.answer, { kind, choices });
  const short = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return `${short}${kind === 'number' && offer.answer.state === 'value' && unit !== '' ? ` ${unit}` : ''} (ngày ${shortDate(offer.carried.asOf)})`;
}

function stateOptions({ kind, mayBeNone, mayNotApply }: DeskField, chosen: CellState): readonly Option[] {
  const all: readonly (readonly [CellState, string, boolean])[] = [
    ['value', kind === 'number' ? 'Có số liệu' : 'Có trả lời', true],
    ['none', 'Không phát sinh', mayBeNone],
    ['pending', 'Chưa có số liệu', true],
    ['not-applicable', 'Không áp dụng', mayNotApply],
  ];
  return all
    .filter(([state, , admitted]) => admitted || state === chosen)
    .map(([value, text]) => ({ value, text, selected: value === chosen }));
}

/** A text that is none of the choices stays as it was typed. */
function choiceOptions({ kind, choices }: DeskField, text: string): readonly Option[] {
  const known = kind === 'flag' ? FLAG_CHOICES : choices;
  const blank = { id: '', label: '– chọn –' };
  const unread = known.some(({ id }) => id === text) || text === '' ? [] : [{ id: text, label: text }];
  return [blank, ...known, ...unread].map(({ id, label }) => ({
    value: id,
    text: label,
    selected: id === text,
  }));
}

function extrasOf(
  { id, evidence, asksAsOf, kind, window }: DeskField,
  input: CellInput,
  problems: readonly ProblemView[],
): readonly ExtraView[] {
  const extra = (part: InputPart, label: string, when: ExtraView['when']): ExtraView => ({
    part,
    id: `${part}-${id}`,
    name: `o.${id}.${part}`,
    label,
    value: input[part] ?? '',
    when,
    kept: (input[part] ?? '') !== '' || problems.some((problem) => problem.part === part),
    isDate: part === 'expected' || part === 'date' || part === 'asOf',
  });
  return [
    extra('reason', 'Lý do', 'pending'),
    extra('expected', 'Dự kiến có ngày', 'pending'),
    ...(evidence
      ? [
          extra('document', 'Số, ký hiệu văn bản', kind === 'flag' ? 'evidence' : 'always'),
          extra('date', 'Ngày văn bản', kind === 'flag' ? 'evidence' : 'always'),
        ]
      : []),
    ...(asksAsOf
      ? [extra('asOf', `Số liệu tính đến ngày (mặc định ${shortDate(window.to)})`, 'always')]
      : []),
    extra('note', 'Ghi chú', 'note'),
  ];
}

function earlierView(
  field: DeskField,
  earlier: EarlierAnswer | undefined,
  reading: InputReading,
  period: string,
): EarlierView {
  const cell = earlier?.cell;
  const isNumber = field.kind === 'number' && cell !== undefined;
  return {
    period,
    text: cell === undefined ? '–' : answerInWords(cell, field),
    number: isNumber ? (cell.state === 'value' ? cell.value : cell.state === 'none' ? '0' : '') : '',
    change: changeInWords(cell, cellOf(reading), field) ?? '',
  };
}

function cellOf(reading: InputReading): Extract<InputReading, { kind: 'cell' }>['cell'] | undefined {
  return reading.kind === 'cell' ? reading.cell : undefined;
}
