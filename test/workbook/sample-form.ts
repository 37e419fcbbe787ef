/** A small form with one field of each kind and two tables, and its page, for the tests of workbooks. */
import type { KeptInput } from '../../src/domain/collecting/cell-input.ts';
import type { KeptDraft, KeptRow } from '../../src/domain/collecting/draft.ts';
import { layDraft, type LaidForm } from '../../src/domain/collecting/lay-draft.ts';
import { kindOfAnswer } from '../../src/domain/collecting/read-input.ts';
import type { TemplateIdentity } from '../../src/domain/collecting/workbook/identity.ts';
import type { CurrentForm } from '../../src/domain/collecting/workbook/preview-workbook.ts';
import type { TemplateForm } from '../../src/domain/collecting/workbook/template-form.ts';
import type { Definition, Field, Form, Indicator, Nature } from '../../src/domain/definition.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { Cell } from '../../src/domain/submission.ts';
import { mayBeNone, numberKind } from '../../src/domain/validation/answers-schema.ts';
import { field as plainField, indicator as plainIndicator } from '../domain/small-definition.ts';

function indicator(code: string, nature: Nature, unit: string, more: Partial<Indicator> = {}): Indicator {
  return plainIndicator(code, { nature, unit, ...more });
}

function field(id: string, label: string, more: Partial<Field> = {}): Field {
  return plainField(id, { label, optional: false, ...more });
}

const LEVELS = [
  { id: 'chua', label: 'chưa triển khai' },
  { id: 'dang', label: 'đang triển khai, chưa xong' },
  { id: 'xong', label: 'đã hoàn thành' },
];

const INDICATORS = [
  indicator('ho-so', 'flow', 'hồ sơ'),
  indicator('so-tien', 'flow', 'đồng'),
  indicator('toc-do', 'stock', 'Mbps', { fraction: true }),
  indicator('ty-le', 'ratio', '%'),
  indicator('co-ke-hoach', 'flag', ''),
  indicator('muc-do', 'status', '', { statuses: LEVELS }),
  indicator('ton-tai', 'text', ''),
];

export const FORM: Form = {
  id: 'F-TINH',
  title: 'Biểu số liệu của địa phương',
  roster: 'tinh',
  sections: [
    {
      title: 'A. Hồ sơ',
      fields: [
        field('ho-so', 'Tổng số hồ sơ', { guidance: 'Gồm hồ sơ kỳ trước chuyển sang.' }),
        field('so-tien', 'Số tiền thanh toán', { mayNotApply: true }),
        field('toc-do', 'Tốc độ truy cập', { asOf: true }),
        field('dc-ty-le', 'Tỷ lệ hồ sơ (đối chiếu)', { control: { indicator: 'ty-le', span: 'period' } }),
      ],
    },
    {
      title: 'B. Chính sách',
      fields: [
        field('co-ke-hoach', 'Đã ban hành kế hoạch', { evidence: true }),
        field('muc-do', 'Mức độ triển khai'),
        field('ton-tai', 'Tồn tại, hạn chế', { optional: true }),
      ],
    },
  ],
  tables: [
    {
      id: 'kien-nghi',
      title: 'Kiến nghị: đề xuất',
      columns: [
        { id: 'noi-dung', label: 'Nội dung', type: 'text', choices: [], optional: false },
        {
          id: 'co-quan',
          label: 'Cơ quan',
          type: 'choice',
          choices: [
            { id: 'chinh-phu', label: 'Chính phủ, Thủ tướng Chính phủ' },
            { id: 'bo-nganh', label: 'các bộ, ngành' },
          ],
          optional: false,
        },
        { id: 'han', label: 'Thời hạn', type: 'date', choices: [], optional: true },
        { id: 'kinh-phi', label: 'Kinh phí', type: 'number', unit: 'đồng', choices: [], optional: true },
      ],
    },
    {
      id: 'van-ban',
      title: 'Văn bản còn hiệu lực',
      standing: 6,
      columns: [
        { id: 'so', label: 'Số, ký hiệu', type: 'code', choices: [], optional: false },
        { id: 'don-vi', label: 'Đơn vị', type: 'body', roster: 'tinh', choices: [], optional: true },
      ],
    },
  ],
};

function entity(id: string, name: string): Entity {
  return {
    id,
    name,
    shortName: name,
    kind: 'province',
    codes: [],
    aliases: [],
    successors: [],
  } as unknown as Entity;
}

export const ENTITIES = [entity('an-giang', 'An Giang'), entity('ben-tre', 'Bến Tre')];
export const MEMBERS = { tinh: ENTITIES.map(({ id }) => id) };
export const PERIOD = '2024-10';

export const DEFINITION = {
  indicators: Object.fromEntries(INDICATORS.map((one) => [one.code, one])),
  forms: [FORM, { ...FORM, id: 'F-BO', title: 'Biểu của bộ' }],
  entities: ENTITIES,
} as unknown as Definition;

export const IDENTITY: TemplateIdentity = {
  version: '1',
  report: 'chuyen-doi-so',
  period: PERIOD,
  form: 'F-TINH',
  entity: 'an-giang',
  shape: 'a1b2c3',
};

const STAMP = { version: 3, at: '2024-10-20T09:00:00+07:00', by: 'chuyen-vien' };

/** Inputs by field, rows by table: the draft that the template is made of. */
export interface Typed {
  readonly cells?: Readonly<Record<string, KeptInput>>;
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export function laid({ cells = {}, rows = {} }: Typed): LaidForm {
  const kept = (texts: Readonly<Record<string, string>>, index: number): KeptRow => ({
    id: `n${index + 1}`,
    texts,
    removed: false,
    ...STAMP,
  });
  const draft: KeptDraft = {
    base: 0,
    version: 3,
    unsent: true,
    changedAt: STAMP.at,
    changedBy: STAMP.by,
    cells: new Map(Object.entries(cells).map(([id, input]) => [id, { input, ...STAMP }])),
    tables: new Map(Object.entries(rows).map(([id, list]) => [id, { rows: list.map(kept), ...STAMP }])),
    reasons: new Map(),
  };
  return layDraft({ definition: DEFINITION, period: PERIOD, form: FORM, members: MEMBERS }, undefined, draft);
}

/** The page of the form, as far as a template shows it. */
export function templateForm(typed: Typed, previous: Readonly<Record<string, Cell>> = {}): TemplateForm {
  const form = laid(typed);
  const byId = new Map(form.fields.map((one) => [one.field.id, one]));
  return {
    key: { form: FORM.id, period: PERIOD, entity: 'an-giang' },
    report: { title: 'Báo cáo tình hình chuyển đổi số' },
    title: FORM.title,
    entity: { name: 'An Giang' },
    period: {
      name: 'tháng 10 năm 2024',
      window: { name: 'từ ngày 20/9/2024 đến ngày 19/10/2024' },
      previous: { name: 'tháng 9 năm 2024' },
      yearAgo: { name: 'tháng 10 năm 2023' },
    },
    sections: FORM.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map(({ id }) => {
        const one = byId.get(id);
        if (!one) throw new Error(`no field ${id}`);
        const { field: asked, indicator: about, input, reading } = one;
        const kind = kindOfAnswer(asked, about);
        const before = previous[id];
        return {
          id,
          label: asked.label,
          ...(asked.guidance === undefined ? {} : { guidance: asked.guidance }),
          unit: kind === 'number' ? about.unit : '',
          kind,
          mayBeFraction: kind === 'number' && numberKind(asked, about).fraction,
          choices: about.statuses,
          mayBeNone: mayBeNone(asked, about),
          mayNotApply: asked.mayNotApply,
          evidence: asked.evidence,
          asksAsOf: asked.asOf,
          input,
          reading,
          ...(before ? { previous: { period: '2024-09', cell: before, from: 'own' as const } } : {}),
        };
      }),
    })),
    tables: form.tables.map(({ table, rows }) => ({
      id: table.id,
      title: table.title,
      columns: table.columns.map((column) => ({
        ...column,
        choices:
          column.type === 'body' ? ENTITIES.map(({ id, name }) => ({ id, label: name })) : column.choices,
      })),
      standing: table.standing !== undefined,
      rows,
    })),
  };
}

/** The draft as a preview compares with it. */
export function current(typed: Typed): CurrentForm {
  const { fields, tables } = laid(typed);
  return {
    fields: fields.map(({ field: { id }, input, version }) => ({ id, input, version })),
    tables: tables.map(({ table: { id }, ...rest }) => ({ id, ...rest })),
  };
}
