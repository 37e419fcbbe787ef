/** The answers of a form's sheet: for each row that is a field's, what was filled in, and where. */
import type { Field, Indicator } from '../../definition.ts';
import { quoted } from '../../intake/file-problem.ts';
import { nameKey } from '../../intake/name-key.ts';
import type { CellState } from '../../submission.ts';
import { numberKind } from '../../validation/answers-schema.ts';
import type { CellInput, InputPart } from '../cell-input.ts';
import { kindOfAnswer } from '../read-input.ts';
import type { WorkbookPlace } from './content.ts';
import { sameWords, type FormSheet } from './find-sheets.ts';
import { FORM_COLUMNS, STATES_IN_WORDS, type FormColumn } from './marks.ts';
import type { WorkbookProblem } from './preview.ts';
import { rangeInWords, wordsIn } from './sheet-grid.ts';
import { typedText, type Purpose } from './spreadsheet-value.ts';

/** A field that a workbook may answer. */
export interface AskedField {
  readonly field: Field;
  readonly indicator: Indicator;
}

export interface SheetAnswer {
  readonly asked: AskedField;
  readonly input: CellInput;
  /** Where each part of the input stands, or would. */
  readonly placeOf: (part: InputPart) => WorkbookPlace;
}

export interface SheetAnswers {
  readonly answers: readonly SheetAnswer[];
  readonly problems: readonly WorkbookProblem[];
  /** How many of the fields have a row. */
  readonly found: number;
}

const READ_PARTS = FORM_COLUMNS.filter(({ id }) => id !== 'label').map(({ id }) => id);

/** A form has some hundred fields: rows far below are somebody's own, and long labels are no field's. */
const MOST_ROWS = 3_000;
const LONGEST_LABEL = 1_000;

/** Reads the rows in their order. A row with a problem gives no answer. */
export function readFields(sheet: FormSheet, fields: readonly AskedField[], date1904: boolean): SheetAnswers {
  const { grid, head } = sheet;
  const answers: SheetAnswer[] = [];
  const problems: WorkbookProblem[] = [];
  const rowOf = new Map<string, number>();
  const find = fieldFinder(sheet, fields);
  const rows = grid.rows.filter((number) => number > head);
  if (rows.length > MOST_ROWS)
    problems.push({
      place: grid.place(rows[MOST_ROWS]),
      found: `${rows.length} dòng có nội dung`,
      expected: `trang không quá ${MOST_ROWS} dòng: các dòng từ đây trở xuống không được đọc`,
    });
  for (const row of rows.slice(0, MOST_ROWS)) {
    const found = find(row);
    if (found === undefined) continue;
    if ('expected' in found) {
      problems.push(found);
      continue;
    }
    const { field } = found;
    const earlier = rowOf.get(field.id);
    if (earlier !== undefined) {
      if (isFilled(sheet, row))
        problems.push({
          place: grid.place(row),
          label: field.label,
          found: `chỉ tiêu đã có ở dòng ${earlier}`,
          expected: 'mỗi chỉ tiêu một dòng',
        });
      continue;
    }
    rowOf.set(field.id, row);
    const answer = readRowOf(sheet, row, found, date1904, problems);
    if (answer) answers.push(answer);
  }
  return { answers, problems, found: rowOf.size };
}

/** A row is its field's by the hidden id, or, where that is missing, by the words of the label. */
function fieldFinder(
  sheet: FormSheet,
  fields: readonly AskedField[],
): (row: number) => AskedField | WorkbookProblem | undefined {
  const { grid, ids, columns } = sheet;
  const byId = new Map(fields.map((asked) => [asked.field.id, asked]));
  const byLabel = new Map<string, AskedField[]>();
  for (const asked of fields) {
    const key = nameKey(asked.field.label);
    byLabel.set(key, [...(byLabel.get(key) ?? []), asked]);
  }
  return (row) => {
    const id = ids === undefined ? '' : wordsIn(grid.cell(row, ids));
    const known = byId.get(id);
    if (known) return known;
    const label = columns.label === undefined ? '' : wordsIn(grid.cell(row, columns.label));
    const named = label === '' || label.length > LONGEST_LABEL ? [] : (byLabel.get(nameKey(label)) ?? []);
    if (named.length === 1) return named[0];
    if (!isFilled(sheet, row)) return undefined;
    return {
      place: grid.place(row, columns.label),
      found: label === '' ? 'dòng có số liệu mà không có tên chỉ tiêu' : quoted(label),
      expected:
        named.length > 1
          ? 'dòng có mã chỉ tiêu như trong mẫu, vì biểu có nhiều chỉ tiêu cùng tên này'
          : 'tên một chỉ tiêu của biểu trong kỳ này',
    };
  };
}

function isFilled({ grid, columns }: FormSheet, row: number): boolean {
  return (['text', 'state'] as const).some((part) => {
    const column = columns[part];
    return column !== undefined && grid.cell(row, column) !== undefined;
  });
}

function readRowOf(
  sheet: FormSheet,
  row: number,
  asked: AskedField,
  date1904: boolean,
  problems: WorkbookProblem[],
): SheetAnswer | undefined {
  const { grid, columns } = sheet;
  const { label } = asked.field;
  const texts: Partial<Record<FormColumn, string>> = {};
  const before = problems.length;
  for (const part of READ_PARTS) {
    const column = columns[part];
    if (column === undefined) continue;
    const place = grid.place(row, column);
    const range = grid.mergedOver(row, column);
    // A merged title that reaches into the columns of a row hides nothing that is asked there.
    if (range && part === 'text') {
      const found = `ô bị gộp trong vùng ${rangeInWords(range)}`;
      problems.push({ place, label, found, expected: 'bỏ gộp ô rồi ghi số liệu vào đúng ô này' });
    }
    const cell = grid.cell(row, column);
    if (!cell) continue;
    const reading = typedText(cell, purposeOf(part, asked), date1904);
    if (reading.ok) texts[part] = reading.value;
    else problems.push({ place, label, found: reading.found, expected: reading.expected });
  }
  const state = stateIn(texts.state ?? '');
  if (state === undefined)
    problems.push({
      place: grid.place(row, columns.state),
      label,
      found: quoted(texts.state ?? ''),
      expected: `để trống, hoặc chọn trong danh sách: ${Object.values(STATES_IN_WORDS)
        .map((words) => `«${words}»`)
        .join(', ')}`,
    });
  if (problems.length > before || state === undefined) return undefined;
  const columnOf = (part: InputPart): number | undefined =>
    columns[part === 'reason' || part === 'note' ? 'remark' : part];
  return {
    asked,
    input: inputFrom(texts, state),
    placeOf: (part) => grid.place(row, columnOf(part) ?? columns.text),
  };
}

function inputFrom(texts: Partial<Record<FormColumn, string>>, state: CellState): CellInput {
  const { remark, text, expected, asOf, document, date } = texts;
  const parts: CellInput = {
    ...(state === 'value' ? {} : { state }),
    ...(text === undefined ? {} : { text }),
    ...(expected === undefined ? {} : { expected }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(document === undefined ? {} : { document }),
    ...(date === undefined ? {} : { date }),
  };
  if (remark === undefined) return parts;
  return state === 'pending' ? { ...parts, reason: remark } : { ...parts, note: remark };
}

/** The state that the list's words name; a blank is a value, undefined is none of them. */
function stateIn(words: string): CellState | undefined {
  if (words === '' || sameWords(words, 'có số liệu')) return 'value';
  return (['none', 'pending', 'not-applicable'] as const).find((state) =>
    sameWords(words, STATES_IN_WORDS[state]),
  );
}

function purposeOf(part: FormColumn, { field, indicator }: AskedField): Purpose {
  if (part === 'expected' || part === 'asOf' || part === 'date') return 'day';
  if (part !== 'text') return 'words';
  switch (kindOfAnswer(field, indicator)) {
    case 'number':
      return numberKind(field, indicator).fraction ? 'number' : 'whole-number';
    case 'flag':
      return 'flag';
    case 'status':
    case 'text':
      return 'words';
  }
}
