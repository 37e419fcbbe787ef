/** From the cells of a workbook to what it would change in a form. Pure: nothing is taken here. */
import type { Definition, Form } from '../../definition.ts';
import { bodiesByRoster } from '../../intake/read-table.ts';
import { askedFields } from '../../owed.ts';
import type { PeriodId } from '../../period.ts';
import { indicatorOf } from '../../validation/answers-schema.ts';
import type { CellInput } from '../cell-input.ts';
import type { RowTexts } from '../read-row.ts';
import { compareFields, type CurrentField } from './compare-fields.ts';
import { compareRows } from './compare-rows.ts';
import type { WorkbookContent } from './content.ts';
import { findSheets, type FoundSheets } from './find-sheets.ts';
import { readIdentity, wrongTemplate, type TemplateBefore, type TemplateIdentity } from './identity.ts';
import { formInWords } from './in-words.ts';
import type { RowChange, WorkbookPreview, WorkbookProblem } from './preview.ts';
import { readFields } from './read-fields.ts';
import { readRows } from './read-rows.ts';

/** A form as its draft stands. */
export interface CurrentForm {
  readonly fields: readonly { readonly id: string; readonly input: CellInput; readonly version: number }[];
  readonly tables: readonly {
    readonly id: string;
    readonly mark?: unknown;
    readonly version: number;
    readonly rows: readonly { readonly id: string; readonly texts: RowTexts; readonly version: number }[];
  }[];
}

export interface PreviewRequest {
  readonly workbook: WorkbookContent;
  /** What a template of this form would say of itself now. */
  readonly identity: TemplateIdentity;
  readonly definition: Definition;
  readonly period: PeriodId;
  readonly form: Form;
  /** Ids of the bodies of each roster, for columns that name bodies. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly current: CurrentForm;
}

/** A preview, or a sentence that says why nothing of the file can be taken. */
export type PreviewResult =
  { readonly ok: true; readonly preview: WorkbookPreview } | { readonly ok: false; readonly why: string };

/** More problems are counted, not listed: most have the same cause. */
const LISTED = 200;

const STRANGER =
  'Tệp không có phần nhận dạng của mẫu (biểu, đơn vị, kỳ), nên hệ thống chỉ dò theo tên chỉ tiêu. Đề nghị kiểm tra kỹ đây đúng là số liệu của đơn vị và của kỳ này.';

export function previewWorkbook(request: PreviewRequest): PreviewResult {
  const { workbook, identity, definition, form } = request;
  const template = readIdentity(workbook);
  const why = template && wrongTemplate(template, identity, namesFrom(definition));
  if (why !== undefined) return { ok: false, why };
  const sheets = findSheets(workbook, form);
  const twice = copiedSheet(sheets);
  if (twice !== undefined) return { ok: false, why: twice };
  if (sheets.forms.length === 0 && sheets.tables.length === 0)
    return {
      ok: false,
      why: 'Không tìm thấy trang nào của biểu này trong tệp. Đề nghị tải mẫu của biểu và điền vào đó.',
    };
  return { ok: true, preview: compared(request, sheets, template?.before) };
}

function compared(
  { workbook, definition, period, form, members, current }: PreviewRequest,
  sheets: FoundSheets,
  before: TemplateBefore | undefined,
): WorkbookPreview {
  const { date1904 } = workbook;
  const asked = askedFields(form, definition, period).map((field) => ({
    field,
    indicator: indicatorOf(field, definition),
  }));
  const byId = new Map(current.fields.map((field) => [field.id, field]));
  const fields = new Map(
    asked.flatMap((one): readonly (readonly [string, CurrentField])[] => {
      const now = byId.get(one.field.id);
      return now ? [[one.field.id, { ...one, input: now.input, version: now.version }]] : [];
    }),
  );
  const [sheet] = sheets.forms;
  const read = sheet ? readFields(sheet, asked, date1904) : { answers: [], problems: [], found: 0 };
  const comparison = compareFields(read.answers, fields, before);
  const problems: WorkbookProblem[] = [...read.problems, ...comparison.problems];
  const rows: RowChange[] = [];
  const context = {
    namedOn: bodiesByRoster({ definition, members }),
    bodyName: namesFrom(definition).entity,
  };
  for (const found of sheets.tables) {
    const now = current.tables.find(({ id }) => id === found.table.id);
    if (!now) continue;
    const inSheet = readRows(found, date1904);
    problems.push(...inSheet.problems);
    if (inSheet.isTooLong) continue;
    const table = { table: found.table, isNone: now.mark === 'none', version: now.version, rows: now.rows };
    const held = before && (before.rows.get(found.table.id) ?? new Map<string, RowTexts>());
    const changed = compareRows(found, inSheet.rows, table, held, context);
    rows.push(...changed.changes);
    problems.push(...changed.problems);
  }
  const notices = [
    ...(before ? [] : [STRANGER]),
    ...missingRows(asked.length, read.found, sheet !== undefined),
    ...form.tables
      .filter(({ id }) => !sheets.tables.some(({ table }) => table.id === id))
      .map(({ title }) => `Tệp không có trang của bảng “${title}”: bảng này giữ nguyên.`),
  ];
  const more = problems.length - LISTED;
  return {
    fields: comparison.changes,
    rows,
    problems: problems.slice(0, LISTED),
    notices: more > 0 ? [...notices, `Và còn ${more} lỗi khác chưa liệt kê.`] : notices,
  };
}

function missingRows(asked: number, found: number, hasSheet: boolean): readonly string[] {
  if (!hasSheet) return ['Tệp không có trang chỉ tiêu của biểu: các chỉ tiêu giữ nguyên.'];
  return found < asked
    ? [`Tệp không có dòng của ${asked - found} chỉ tiêu: các chỉ tiêu này giữ nguyên.`]
    : [];
}

/** Two sheets of one kind: nobody can say which of them is meant. */
function copiedSheet({ forms, tables }: FoundSheets): string | undefined {
  const [one, other] = forms;
  const [first, second] =
    one && other
      ? [one, other]
      : tables.flatMap((sheet) => {
          const twin = tables.find(({ table, grid }) => table.id === sheet.table.id && grid !== sheet.grid);
          return twin ? [sheet, twin] : [];
        });
  if (!first || !second) return undefined;
  return `Trang «${first.grid.name}» và trang «${second.grid.name}» là hai bản của cùng một trang. Đề nghị bỏ một trang rồi gửi lại.`;
}

function namesFrom({ entities, forms }: Definition): {
  readonly entity: (id: string) => string;
  readonly form: (id: string) => string;
} {
  return {
    entity: (id) => entities.find((entity) => entity.id === id)?.name ?? 'không rõ',
    form: (id) => {
      const form = forms.find((one) => one.id === id);
      return form ? formInWords(form) : 'không rõ';
    },
  };
}
