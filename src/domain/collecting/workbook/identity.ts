/** Whose template a workbook is, and what stood in it when it was made: the hidden sheet, read and judged. */
import { isPeriodId, periodName } from '../../period.ts';
import type { CellInput } from '../cell-input.ts';
import { INPUT_PARTS } from '../cell-input.ts';
import type { RowTexts } from '../read-row.ts';
import type { SheetContent, WorkbookContent } from './content.ts';
import { FIELD_BEFORE, IDENTITY_KEYS, IDENTITY_MARK, ROW_BEFORE, type IdentityKey } from './marks.ts';
import { gridOf } from './sheet-grid.ts';

export type TemplateIdentity = Readonly<Record<IdentityKey, string>>;

/** What the template held when it was made, so that only what a person changed in it counts as a change. */
export interface TemplateBefore {
  readonly fields: ReadonlyMap<string, CellInput>;
  /** Rows by table and row id. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, RowTexts>>;
}

export interface ReadIdentity {
  readonly sheet: string;
  readonly identity: Partial<TemplateIdentity>;
  readonly before: TemplateBefore;
}

/** More rows than any table may have. */
const MOST_ROWS = 1_000;

/** Names to speak of what another template belongs to. */
export interface IdentityNames {
  readonly entity: (id: string) => string;
  readonly form: (id: string) => string;
}

/** The hidden sheet, wherever it is by now; undefined in a workbook that is no template. */
export function readIdentity({ sheets }: WorkbookContent): ReadIdentity | undefined {
  const sheet = sheets.find(({ cells }) => cells[0]?.kind === 'text' && cells[0].text === IDENTITY_MARK);
  return sheet && identityIn(sheet);
}

function identityIn(sheet: SheetContent): ReadIdentity {
  const grid = gridOf(sheet);
  const identity: Partial<Record<IdentityKey, string>> = {};
  const fields = new Map<string, CellInput>();
  const rows = new Map<string, Map<string, RowTexts>>();
  for (const row of grid.rows) {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((column) => grid.cell(row, column)?.text ?? '');
    const key = IDENTITY_KEYS.find((known) => known === first);
    if (key) identity[key] = (second ?? '').trim();
    if (first === FIELD_BEFORE && second) fields.set(second, inputIn(third));
    if (first === ROW_BEFORE && second && third) {
      const ofTable = rows.get(second) ?? new Map<string, RowTexts>();
      if (ofTable.size < MOST_ROWS) rows.set(second, ofTable.set(third, textsIn(fourth)));
    }
  }
  return { sheet: sheet.name, identity, before: { fields, rows } };
}

/**
 * Why the template is not one for this form as it is now: a sentence that says whose it is and what to do. Undefined
 * when it is the right one.
 */
export function wrongTemplate(
  { identity }: ReadIdentity,
  expected: TemplateIdentity,
  names: IdentityNames,
): string | undefined {
  const again = 'Không có số liệu nào được nhận. Đề nghị tải mẫu của biểu này và điền vào đó.';
  const { version, report, period = '', form = '', entity = '', shape } = identity;
  if (report !== expected.report) return `Tệp là mẫu của một báo cáo khác. ${again}`;
  if (form !== expected.form)
    return `Tệp là mẫu của biểu khác (${names.form(form)}), không phải ${names.form(expected.form)}. ${again}`;
  if (entity !== expected.entity)
    return `Tệp là mẫu của đơn vị khác (${names.entity(entity)}), không phải của ${names.entity(expected.entity)}. ${again}`;
  if (period !== expected.period)
    return `Tệp là mẫu của kỳ khác (${named(period)}), không phải ${periodName(expected.period)}. ${again}`;
  if (version !== expected.version || shape !== expected.shape)
    return `Tệp là mẫu cũ: biểu đã được sửa đổi sau khi mẫu này được tải về. Không có số liệu nào được nhận. Đề nghị tải mẫu mới rồi chép số liệu sang.`;
  return undefined;
}

function named(period: string): string {
  return isPeriodId(period) ? periodName(period) : 'không rõ';
}

function inputIn(json: string | undefined): CellInput {
  const parsed = objectIn(json);
  return Object.fromEntries(
    INPUT_PARTS.flatMap((part) => {
      const value = parsed[part];
      return typeof value === 'string' ? [[part, value]] : [];
    }),
  );
}

function textsIn(json: string | undefined): RowTexts {
  return Object.fromEntries(
    Object.entries(objectIn(json)).flatMap(([column, value]) =>
      typeof value === 'string' ? [[column, value] as const] : [],
    ),
  );
}

/** The file comes from outside: what was changed in the hidden sheet is passed over. */
function objectIn(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(json ?? '');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
