/** A sheet of a template for one table: the rows of the draft, and room for more. */
import { columnMark, tableMark } from '../../domain/collecting/workbook/marks.ts';
import type {
  TemplateColumn,
  TemplateForm,
  TemplateTable,
} from '../../domain/collecting/workbook/template-form.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { heightOf } from './row-height.ts';
import { reference } from './sheet-xml.ts';
import { text, type CellValue, type ListOfChoices, type WrittenRow, type WrittenSheet } from './sheet.ts';
import type { StyleName } from './styles.ts';
import { typedDay, typedNumber } from './values.ts';

/** Blank rows that are prepared; more can be filled in below. */
const PREPARED = 100;
const HEADINGS = 4;
const MARKS = 5;

export function tableSheet(
  name: string,
  form: TemplateForm,
  table: TemplateTable,
  lists: ChoiceLists,
): WrittenSheet {
  const { columns } = table;
  const last = columns.length;
  const widths = [
    { width: 4, hidden: true, style: 'free' as const },
    ...columns.map((column) => ({ width: widthOf(column), style: 'free' as const })),
  ];
  const lastRow = MARKS + table.rows.length + PREPARED;
  const about = (row: number, words: string, style: StyleName, height: number): WrittenRow => ({
    row,
    height,
    cells: Array.from({ length: last }, (_, index) => ({
      column: index + 1,
      style,
      ...(index === 0 ? { value: text(words) } : {}),
    })),
  });
  const data = Array.from({ length: table.rows.length + PREPARED }, (_, index): WrittenRow => {
    const row = table.rows[index];
    const filled = columns.map((column, at) => {
      const typed = (row?.texts[column.id] ?? '').trim();
      const value = typed === '' ? {} : { value: valueOf(column, typed) };
      return { column: at + 1, style: styleOf(column), ...value };
    });
    const height = heightOf(filled, widths);
    return {
      row: MARKS + 1 + index,
      ...(height === undefined ? {} : { height }),
      cells: [{ column: 0, style: 'free', ...(row ? { value: text(row.id) } : {}) }, ...filled],
    };
  });
  return {
    name,
    hidden: false,
    columns: widths,
    rest: 'free',
    rows: [
      about(1, table.title, 'title', 24),
      about(2, `${form.entity.name}, ${form.period.name}`, 'about', 18),
      about(3, hintOf(table), 'hint', 34),
      {
        row: HEADINGS,
        height: 34,
        cells: columns.map((column, at) => ({
          column: at + 1,
          style: 'heading',
          value: text(headingOf(column)),
        })),
      },
      {
        row: MARKS,
        hidden: true,
        cells: [
          { column: 0, style: 'plain', value: text(tableMark(table.id)) },
          ...columns.map(({ id }, at) => ({
            column: at + 1,
            style: 'plain' as const,
            value: text(columnMark(id)),
          })),
        ],
      },
      ...data,
    ],
    merged: last > 1 ? [1, 2, 3].map((row) => `${reference(row, 1)}:${reference(row, last)}`) : [],
    frozen: { rows: MARKS, columns: 2 },
    locked: 'rows',
    lists: columns.flatMap((column, at): readonly ListOfChoices[] => {
      const labels = column.type === 'flag' ? ['có', 'không'] : column.choices.map(({ label }) => label);
      if (labels.length === 0) return [];
      return [
        {
          ranges: [`${reference(MARKS + 1, at + 1)}:${reference(lastRow, at + 1)}`],
          source: lists.source(labels),
          message: 'Đề nghị chọn một mục trong danh sách.',
        },
      ];
    }),
    repeated: HEADINGS,
  };
}

function hintOf({ standing, columns: [first] }: TemplateTable): string {
  const rows =
    'Mỗi mục một dòng; thêm dòng ở cuối, bỏ mục nào thì xóa cả dòng. Cột có dấu * là bắt buộc. Bảng để trống nghĩa là không có mục nào.';
  if (!standing) return rows;
  return `${rows.replace('Bảng để trống nghĩa là không có mục nào.', '')}Nếu không có mục nào, ghi “không phát sinh” vào cột “${first?.label ?? ''}” của dòng đầu.`;
}

function headingOf({ label, unit, optional }: TemplateColumn): string {
  return `${label}${unit === undefined ? '' : ` (${unit})`}${optional ? '' : ' *'}`;
}

function widthOf({ type }: TemplateColumn): number {
  return { text: 50, choice: 26, body: 30, code: 20, date: 14, number: 18, flag: 10 }[type];
}

function styleOf({ type }: TemplateColumn): StyleName {
  if (type === 'number') return 'answerFraction';
  return type === 'date' ? 'answerDay' : 'answer';
}

function valueOf({ type, choices }: TemplateColumn, typed: string): CellValue {
  switch (type) {
    case 'number':
      return typedNumber(typed);
    case 'date':
      return typedDay(typed);
    case 'flag':
      return text(typed === 'yes' ? 'có' : typed === 'no' ? 'không' : typed);
    case 'choice':
    case 'body':
      return text(choices.find(({ id }) => id === typed)?.label ?? typed);
    case 'text':
    case 'code':
      return text(typed);
  }
}
