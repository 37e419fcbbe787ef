/** What a form's page says of fields and rows: what cannot be read and why, who saved it and when. */
import type { CellInput, InputPart, InputProblem } from '../../domain/collecting/cell-input.ts';
import { stateOf } from '../../domain/collecting/cell-input.ts';
import type { RowProblem } from '../../domain/collecting/draft.ts';
import { timeInWords } from '../../domain/dates.ts';
import { grouped } from '../../domain/numbers/write-number.ts';
import { STATE_WORDS, type Answered } from './answer-words.ts';

export interface ProblemView {
  /** The input that it is about. */
  readonly part: string;
  readonly message: string;
  /** The ways in which it may be meant: what to type for each, and what its button says. */
  readonly readings: readonly { readonly text: string; readonly label: string }[];
}

const PART_WORDS: Readonly<Record<InputPart, string>> = {
  state: '',
  text: '',
  reason: 'Lý do: ',
  expected: 'Ngày dự kiến: ',
  note: 'Ghi chú: ',
  document: 'Số, ký hiệu văn bản: ',
  date: 'Ngày văn bản: ',
  asOf: 'Ngày chốt số liệu: ',
};

export function problemView({ part, found, expected, readings }: InputProblem): ProblemView {
  return { part, ...asked(PART_WORDS[part], found, expected, readings) };
}

export function rowProblemView({ column, found, expected, readings }: RowProblem): ProblemView {
  return { part: column, ...asked('', found, expected, readings) };
}

function asked(
  before: string,
  found: string,
  expected: string,
  readings: InputProblem['readings'] = [],
): Omit<ProblemView, 'part'> {
  if (readings.length === 0)
    return { message: `${before}tìm thấy ${found}, cần ${expected}.`.replace(/^t/, 'T'), readings: [] };
  return {
    message: `${before}${found} có thể hiểu theo nhiều cách. Đề nghị chọn số đúng:`,
    readings: readings.map(({ text, value }) => ({
      text,
      label: value.includes('.') ? `${grouped(value)} (số thập phân)` : `${value} (số nguyên)`,
    })),
  };
}

/** "14:05", with the day when it is another than today's. */
export function clockInWords(at: string, now: string): string {
  return at.slice(0, 10) === now.slice(0, 10) ? at.slice(11, 16) : timeInWords(at);
}

/** Who saved it last; null when nobody did, or when it was the person who looks. */
export function savedInWords(
  saved: { readonly at: string; readonly by: string } | undefined,
  person: string,
  now: string,
): string | null {
  if (!saved || saved.by === person || saved.by === '') return null;
  return `${saved.by} sửa lúc ${clockInWords(saved.at, now)}`;
}

/** What was typed, in one line, to be held beside what another typed. */
export function inputInWords(input: CellInput, field: Pick<Answered, 'kind' | 'choices'>): string {
  const state = stateOf(input);
  const beside = [input.reason, input.expected, input.document, input.date, input.asOf, input.note].filter(
    Boolean,
  );
  const words = [
    state === 'value' ? textInWords(input.text ?? '', field) : STATE_WORDS[state],
    ...beside,
  ].filter((part) => part !== '');
  return words.length === 0 ? 'để trống' : words.join('; ');
}

function textInWords(text: string, { kind, choices }: Pick<Answered, 'kind' | 'choices'>): string {
  if (kind === 'flag' && text === 'yes') return 'Có';
  if (kind === 'flag' && text === 'no') return 'Không';
  return choices.find(({ id }) => id === text)?.label ?? text;
}

/** "Tháng 9/2024" for "tháng 9 năm 2024". */
export function shortPeriod(name: string): string {
  const short = name.replace(/ năm (\d{4})$/, '/$1');
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}
