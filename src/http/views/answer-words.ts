/** Answers in words, as every page shows them: numbers as officials write them, states as they are called. */
import type { FormCheck } from '../../domain/collecting/form-check.ts';
import type { AnswerKind } from '../../domain/collecting/cell-input.ts';
import { changeFrom } from '../../domain/collecting/earlier-answer.ts';
import { shortDate } from '../../domain/dates.ts';
import { grouped } from '../../domain/numbers/write-number.ts';
import type { Cell, CellState, Row } from '../../domain/submission.ts';
import type { DeskColumn, DeskField } from '../../workflow/collecting/form-desk.ts';

/** What is to be known of a field to write its answers. */
export type Answered = Pick<DeskField, 'kind' | 'choices' | 'unit'>;

export const STATE_WORDS: Readonly<Record<Exclude<CellState, 'value'>, string>> = {
  none: 'Không phát sinh',
  pending: 'Chưa có số liệu',
  'not-applicable': 'Không áp dụng',
};

/** "1.234,5", "Có", "Không phát sinh": what was answered, without what stands beside it. */
export function answerInWords(cell: Cell | undefined, field: Pick<Answered, 'kind' | 'choices'>): string {
  if (cell === undefined) return 'Để trống';
  return cell.state === 'value' ? valueInWords(cell.value, field) : STATE_WORDS[cell.state];
}

/** What stands beside an answer, a sentence each: reason, day, document, note, and that it was carried forward. */
export function besideInWords(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  if (cell.state === 'pending')
    return [
      `Lý do: ${cell.reason}`,
      ...(cell.expected === undefined ? [] : [`Dự kiến có ngày ${shortDate(cell.expected)}`]),
    ];
  const value = cell.state === 'value' ? cell : undefined;
  const document = [value?.document, value?.date && `ngày ${shortDate(value.date)}`]
    .filter(Boolean)
    .join(' ');
  return [
    ...(document === '' ? [] : [`Văn bản: ${document}`]),
    ...(value?.asOf === undefined ? [] : [`Số liệu tính đến ngày ${shortDate(value.asOf)}`]),
    ...(cell.note === undefined ? [] : [`Ghi chú: ${cell.note}`]),
    ...(cell.carried === undefined ? [] : [`Giữ nguyên số liệu ngày ${shortDate(cell.carried.asOf)}`]),
  ];
}

/** "+1.250 (+8,3%)" between two numbers; undefined where one of them is none. Percentages change in points. */
export function changeInWords(
  before: Cell | undefined,
  now: Cell | undefined,
  { kind, unit }: Answered,
): string | undefined {
  if (kind !== 'number' || before === undefined || now === undefined) return undefined;
  const change = changeFrom(before, now, { unit });
  if (change === undefined) return undefined;
  if (change.difference === '0') return 'không thay đổi';
  const points = unit === '%' ? ' điểm phần trăm' : '';
  const percent =
    change.percent === undefined || change.percent === '0' ? '' : ` (${signed(change.percent)}%)`;
  return `${signed(change.difference)}${points}${percent}`;
}

/** A row of a table: a text for each column, "" where it is blank. */
export function rowInWords(row: Row, columns: readonly DeskColumn[]): readonly string[] {
  return columns.map((column) => columnInWords(row[column.id], column));
}

/** Canonical decimal text as officials write it. */
export function numberInWords(value: string): string {
  return grouped(value);
}

function valueInWords(
  value: string,
  { kind, choices }: { kind: AnswerKind; choices: Answered['choices'] },
): string {
  switch (kind) {
    case 'number':
      return grouped(value);
    case 'flag':
      return value === 'yes' ? 'Có' : 'Không';
    case 'status':
      return choices.find(({ id }) => id === value)?.label ?? value;
    case 'text':
      return value;
  }
}

function columnInWords(value: string | undefined, { type, choices }: DeskColumn): string {
  if (value === undefined) return '';
  if (type === 'date') return shortDate(value);
  if (type === 'number') return grouped(value);
  if (type === 'flag') return value === 'yes' ? 'Có' : 'Không';
  return choices.find(({ id }) => id === value)?.label ?? value;
}

/** A rise has a plus, a fall a proper minus. */
function signed(value: string): string {
  return value.startsWith('-') ? `−${grouped(value.slice(1))}` : `+${grouped(value)}`;
}

/** What is unusual on a form, each with the reason that its body gave. */
export function reasonsIn(
  check: FormCheck | undefined,
): readonly { readonly message: string; readonly reason: string }[] {
  return (check?.issues ?? []).flatMap(({ kind, message, reason }) =>
    kind === 'unusual' ? [{ message, reason: reason ?? 'Chưa ghi lý do' }] : [],
  );
}
