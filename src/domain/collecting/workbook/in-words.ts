/** Inputs and rows as a preview shows them: old and new side by side, in Vietnamese notation. */
import type { Field, Form, FormTable, Indicator, TableColumnDefinition } from '../../definition.ts';
import { shortDate } from '../../dates.ts';
import { grouped } from '../../numbers/write-number.ts';
import type { Cell, Row } from '../../submission.ts';
import { isBlankInput, type CellInput, type InputReading } from '../cell-input.ts';
import { kindOfAnswer } from '../read-input.ts';
import type { RowTexts } from '../read-row.ts';
import { STATES_IN_WORDS } from './marks.ts';
import { placeInWords } from './content.ts';
import type { WorkbookProblem } from './preview.ts';

const BLANK = 'để trống';

/** An input in words; what cannot be read is shown as it was typed. */
export function inputInWords(
  input: CellInput,
  reading: InputReading,
  field: Field,
  indicator: Indicator,
): string {
  if (isBlankInput(input)) return BLANK;
  if (reading.kind === 'cell') return cellInWords(reading.cell, field, indicator);
  const state = input.state === undefined || input.state === 'value' ? '' : STATES_IN_WORDS[input.state];
  return [state, input.text, input.reason, input.note]
    .filter((text) => text !== undefined && text !== '')
    .join('; ');
}

/** "1.234.567", "có; văn bản 12/QĐ-UBND; ngày văn bản 05/10/2024", "chưa có số liệu: đang đối soát". */
export function cellInWords(cell: Cell, field: Field, indicator: Indicator): string {
  if (cell.state === 'pending') {
    const expected = cell.expected === undefined ? '' : `; dự kiến ${shortDate(cell.expected)}`;
    return `${STATES_IN_WORDS.pending}: ${cell.reason}${expected}`;
  }
  const beside =
    cell.state === 'value'
      ? [
          cell.document === undefined ? '' : `văn bản ${cell.document}`,
          cell.date === undefined ? '' : `ngày văn bản ${shortDate(cell.date)}`,
          cell.asOf === undefined ? '' : `số liệu đến ngày ${shortDate(cell.asOf)}`,
        ]
      : [];
  const note = cell.note === undefined ? '' : `ghi chú: ${cell.note}`;
  const answer =
    cell.state === 'value' ? valueInWords(cell.value, field, indicator) : STATES_IN_WORDS[cell.state];
  return [answer, ...beside, note].filter((part) => part !== '').join('; ');
}

/** A value without its unit. */
export function valueInWords(value: string, field: Field, indicator: Indicator): string {
  switch (kindOfAnswer(field, indicator)) {
    case 'number':
      return grouped(value);
    case 'flag':
      return value === 'yes' ? 'có' : 'không';
    case 'status':
      return indicator.statuses.find(({ id }) => id === value)?.label ?? value;
    case 'text':
      return value;
  }
}

/** A row by column id: labels for choices and bodies, numbers grouped; what cannot be read stays as typed. */
export function rowInWords(
  texts: RowTexts,
  row: Row,
  table: FormTable,
  bodyName: (id: string) => string,
): RowTexts {
  return Object.fromEntries(
    table.columns.map((column) => {
      const value = row[column.id];
      return [
        column.id,
        value === undefined ? (texts[column.id] ?? '') : columnInWords(value, column, bodyName),
      ];
    }),
  );
}

/** A column's value as a person writes it. */
export function columnInWords(
  value: string,
  { type, choices }: TableColumnDefinition,
  bodyName: (id: string) => string,
): string {
  switch (type) {
    case 'number':
      return grouped(value);
    case 'flag':
      return value === 'yes' ? 'có' : 'không';
    case 'choice':
      return choices.find(({ id }) => id === value)?.label ?? value;
    case 'body':
      return bodyName(value);
    case 'date':
      return shortDate(value);
    case 'text':
    case 'code':
      return value;
  }
}

/** "Trang «Biểu», ô E12 (Tổng số hồ sơ): tìm thấy «1.234», cần …." */
export function problemInWords({ place, label, found, expected }: WorkbookProblem): string {
  const about = label === undefined ? '' : ` (${label})`;
  return `${placeInWords(place)}${about}: tìm thấy ${found}, cần ${expected}.`;
}

/** Name by which a message calls a form: its id and title. */
export function formInWords({ id, title }: Form): string {
  return `${id} – ${title}`;
}
