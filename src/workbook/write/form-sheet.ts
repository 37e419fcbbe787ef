/** The main sheet of a template: a row for each field, with what is asked, what was answered before, and room to answer. */
import type { CellInput } from '../../domain/collecting/cell-input.ts';
import {
  FORM_COLUMNS,
  FORM_MARK,
  STATES_IN_WORDS,
  type FormColumn,
} from '../../domain/collecting/workbook/marks.ts';
import {
  heldInput,
  type TemplateField,
  type TemplateForm,
} from '../../domain/collecting/workbook/template-form.ts';
import type { Cell } from '../../domain/submission.ts';
import type { ChoiceLists } from './choice-lists.ts';
import { heightOf } from './row-height.ts';
import { reference } from './sheet-xml.ts';
import {
  text,
  type CellValue,
  type ListOfChoices,
  type WrittenCell,
  type WrittenRow,
  type WrittenSheet,
} from './sheet.ts';
import type { StyleName } from './styles.ts';
import { numberValue, typedDay, typedNumber } from './values.ts';

export const FORM_SHEET = 'Biểu';

type Shown = FormColumn | 'id' | 'order' | 'unit' | 'previous' | 'yearAgo' | 'guidance';

interface Column {
  readonly id: Shown;
  readonly heading: string;
  readonly width: number;
  readonly cell: (field: TemplateField, order: number) => Omit<WrittenCell, 'column'>;
}

const HINT =
  "Điền vào các ô nền vàng; các ô khác đã khóa. Số lẻ ghi theo dấu thập phân mà Excel trên máy đang dùng; số dài hơn 15 chữ số thì thêm dấu nháy đơn (') ở đầu. Nếu không có số để ghi, để trống cột “Số liệu kỳ này” và chọn ở cột “Trường hợp khác”; “chưa có số liệu” thì ghi lý do. Lưu tệp dạng .xlsx rồi tải lên; hệ thống cho xem trước mọi thay đổi trước khi nhận.";

/** Rows of the title, then the headings, then the hidden marks. */
const HEADINGS = 5;
const MARKS = 6;

export function formSheet(form: TemplateForm, lists: ChoiceLists): WrittenSheet {
  const columns = columnsOf(form);
  const at = (id: Shown): number => columns.findIndex((column) => column.id === id);
  const last = columns.length - 1;
  const across = (row: number): string => `${reference(row, 1)}:${reference(row, last)}`;
  const rows: WrittenRow[] = [
    about(1, form.title, 'title', 24),
    about(2, `Đơn vị báo cáo: ${form.entity.name}`, 'about', 18),
    about(3, `Kỳ báo cáo: ${form.period.name} (số liệu ${form.period.window.name})`, 'about', 18),
    about(4, HINT, 'hint', 48),
    {
      row: HEADINGS,
      height: 48,
      cells: columns.map(({ heading }, column) => ({ column, style: 'heading', value: text(heading) })),
    },
    {
      row: MARKS,
      hidden: true,
      cells: columns.flatMap(({ id }, column) => {
        const mark = id === 'id' ? FORM_MARK : FORM_COLUMNS.find((known) => known.id === id)?.mark;
        return mark === undefined ? [] : [{ column, style: 'plain' as const, value: text(mark) }];
      }),
    },
  ];
  const merged = [1, 2, 3, 4].map(across);
  const chosen = new Map<string, { readonly message: string; readonly ranges: string[] }>();
  const choose = (labels: readonly string[], message: string, row: number, column: number): void => {
    if (labels.length === 0) return;
    const source = lists.source(labels);
    const list = chosen.get(source) ?? { message, ranges: [] };
    chosen.set(source, list);
    list.ranges.push(reference(row, column));
  };
  let order = 0;
  for (const section of form.sections) {
    const title = rows.length + 1;
    rows.push({
      row: title,
      cells: columns.map((_, column) => ({
        column,
        style: column === 0 ? 'plain' : 'section',
        ...(column === 1 ? { value: text(section.title) } : {}),
      })),
    });
    merged.push(across(title));
    for (const field of section.fields) {
      order += 1;
      const row = rows.length + 1;
      const number = order;
      const cells = columns.map(({ cell }, column) => ({ column, ...cell(field, number) }));
      rows.push({ row, cells, ...sized(cells.slice(1), columns.slice(1)) });
      choose(choicesOf(field), CHOOSE, row, at('text'));
      choose(statesOf(field), CHOOSE, row, at('state'));
    }
  }
  return {
    name: FORM_SHEET,
    hidden: false,
    columns: columns.map(({ id, width }) => ({ width, ...(id === 'id' ? { hidden: true } : {}) })),
    rows,
    merged,
    frozen: { rows: MARKS, columns: at('label') + 1 },
    locked: 'cells',
    lists: [...chosen].map(([source, list]): ListOfChoices => ({ source, ...list })),
    repeated: HEADINGS,
  };
}

function about(row: number, written: string, style: StyleName, height: number): WrittenRow {
  return { row, height, cells: [{ column: 1, style, value: text(written) }] };
}

/** The hidden ids are of no height. */
function sized(cells: readonly WrittenCell[], columns: readonly Column[]): { readonly height?: number } {
  const height = heightOf(
    cells.map((cell) => ({ ...cell, column: cell.column - 1 })),
    columns,
  );
  return height === undefined ? {} : { height };
}

const CHOOSE = 'Đề nghị chọn một mục trong danh sách, hoặc để trống và chọn ở cột “Trường hợp khác”.';

/** Columns that no field of the form needs are left out. */
function columnsOf(form: TemplateForm): readonly Column[] {
  const fields = form.sections.flatMap((section) => section.fields);
  const [asAt, documents] = [fields.some((field) => field.asksAsOf), fields.some((field) => field.evidence)];
  const read = (id: FormColumn, width: number, cell: Column['cell']): Column => ({
    id,
    heading: headingOf(id),
    width,
    cell,
  });
  return [
    { id: 'id', heading: '', width: 4, cell: (field) => words('plain', field.id) },
    { id: 'order', heading: 'TT', width: 5, cell: (_, order) => words('order', String(order)) },
    read('label', 46, (field) => words('label', field.label)),
    { id: 'unit', heading: 'Đơn vị tính', width: 12, cell: (field) => words('order', field.unit) },
    read('text', 18, answerCell),
    read('state', 18, (field) => stateCell(field)),
    {
      id: 'previous',
      heading: `Kỳ trước (${form.period.previous.name})`,
      width: 17,
      cell: (field) => earlier(field, field.previous?.cell),
    },
    {
      id: 'yearAgo',
      heading: `Cùng kỳ (${form.period.yearAgo.name})`,
      width: 17,
      cell: (field) => earlier(field, field.yearAgo?.cell),
    },
    read('remark', 30, (field) => remarkCell(heldInput(field))),
    read('expected', 14, (field) => day(heldInput(field).expected)),
    ...(asAt ? [read('asOf', 14, (field) => (field.asksAsOf ? day(heldInput(field).asOf) : BLOCKED))] : []),
    ...(documents
      ? [
          read('document', 22, (field) => (field.evidence ? answered(heldInput(field).document) : BLOCKED)),
          read('date', 14, (field) => (field.evidence ? day(heldInput(field).date) : BLOCKED)),
        ]
      : []),
    {
      id: 'guidance',
      heading: 'Hướng dẫn',
      width: 42,
      cell: (field) => words('guidance', field.guidance ?? ''),
    },
  ];
}

function headingOf(id: FormColumn): string {
  return FORM_COLUMNS.find((column) => column.id === id)?.heading ?? '';
}

const BLOCKED: Omit<WrittenCell, 'column'> = { style: 'blocked' };

function words(style: StyleName, written: string): Omit<WrittenCell, 'column'> {
  return written === '' ? { style } : { style, value: text(written) };
}

function answered(written: string | undefined): Omit<WrittenCell, 'column'> {
  return words('answer', written ?? '');
}

function day(typed: string | undefined): Omit<WrittenCell, 'column'> {
  return typed === undefined ? { style: 'answerDay' } : { style: 'answerDay', value: typedDay(typed) };
}

function answerCell(field: TemplateField): Omit<WrittenCell, 'column'> {
  const { text: typed } = heldInput(field);
  const style = answerStyle(field);
  if (typed === undefined) return { style };
  const cell = field.reading.kind === 'cell' ? field.reading.cell : undefined;
  const value = cell?.state === 'value' ? valueOf(field, cell.value) : undefined;
  return { style, value: value ?? (field.kind === 'number' ? typedNumber(typed) : text(typed)) };
}

function answerStyle({ kind, mayBeFraction, unit }: TemplateField): StyleName {
  if (kind !== 'number') return 'answer';
  // A year, say, is a number without a unit that nobody groups.
  if (unit === '') return 'answerNumber';
  return mayBeFraction ? 'answerFraction' : 'answerWhole';
}

function stateCell(field: TemplateField): Omit<WrittenCell, 'column'> {
  const { state } = heldInput(field);
  return answered(state === undefined || state === 'value' ? undefined : STATES_IN_WORDS[state]);
}

function remarkCell({ reason, note }: CellInput): Omit<WrittenCell, 'column'> {
  return answered(reason ?? note);
}

function earlier(field: TemplateField, cell: Cell | undefined): Omit<WrittenCell, 'column'> {
  if (!cell) return { style: 'earlier' };
  if (cell.state === 'pending') return words('earlier', STATES_IN_WORDS.pending);
  if (cell.state !== 'value') return words('earlier', STATES_IN_WORDS[cell.state]);
  const style = field.mayBeFraction ? 'earlierFraction' : 'earlierWhole';
  return { style: field.kind === 'number' ? style : 'earlier', value: valueOf(field, cell.value) };
}

/** A value as it stands in a cell: canonical numbers, flags and classes in words. */
function valueOf({ kind, choices }: TemplateField, value: string): CellValue {
  switch (kind) {
    case 'number':
      return numberValue(value);
    case 'flag':
      return text(value === 'yes' ? 'có' : 'không');
    case 'status':
      return text(choices.find(({ id }) => id === value)?.label ?? value);
    case 'text':
      return text(value);
  }
}

function choicesOf({ kind, choices }: TemplateField): readonly string[] {
  if (kind === 'flag') return ['có', 'không'];
  return kind === 'status' ? choices.map(({ label }) => label) : [];
}

function statesOf({ mayBeNone, mayNotApply }: TemplateField): readonly string[] {
  return [
    ...(mayBeNone ? [STATES_IN_WORDS.none] : []),
    STATES_IN_WORDS.pending,
    ...(mayNotApply ? [STATES_IN_WORDS['not-applicable']] : []),
  ];
}
