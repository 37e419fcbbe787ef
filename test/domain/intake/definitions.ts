/** Small definitions for tests of what is sent in. */
import type { Definition, Field, Form, FormTable } from '../../../src/domain/definition.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { column, field, indicator } from '../small-definition.ts';

export { column, field, indicator };

export function form(id: string, fields: readonly Field[], more: Partial<Form> = {}): Form {
  return { id, title: id, roster: 'tinh', sections: [{ title: '', fields }], tables: [], ...more };
}

export function entity(id: string, name: string, shortName: string, codes: readonly string[]): Entity {
  return { id, kind: 'tinh', name, shortName, codes, aliases: [], successors: [] };
}

const DOCUMENTS: FormTable = {
  id: 'van-ban',
  title: 'Văn bản',
  columns: [
    column('loai', {
      label: 'loại văn bản',
      type: 'choice',
      choices: [
        { id: 'nghi-dinh', label: 'Nghị định' },
        { id: 'quyet-dinh', label: 'Quyết định' },
      ],
    }),
    column('so', { label: 'số, ký hiệu', type: 'code' }),
    column('ngay', { label: 'ngày ban hành', type: 'date' }),
    column('kinh-phi', { label: 'kinh phí', type: 'number', optional: true }),
    column('noi-bat', { label: 'nổi bật', type: 'flag', optional: true }),
  ],
};

/** Form F-TINH of three provinces with a field of each kind and a table, F-BO of one body, F-CU of an earlier year. */
export const DEFINITION: Definition = {
  report: {
    id: 'thu',
    title: 'Báo cáo thử',
    frequency: ['month'],
    issuer: { agency: 'BỘ A', name: 'Bộ A', symbol: 'BC-A', place: 'Hà Nội' },
    document: { type: 'BÁO CÁO', subject: '', addressees: [], grounds: [], recipients: [], authority: [] },
    windows: { ky: { label: 'kỳ', from: { month: 0, day: 1 }, to: { month: 0, day: 'last' } } },
    schedule: { due: 3, close: 5, publish: 8 },
    blocks: { 'mien-nui': { label: 'miền núi', bodies: ['hoa-binh'] } },
    outline: [],
    overrides: [],
  },
  indicators: {
    'ho-so': indicator('ho-so'),
    'toc-do': indicator('toc-do', { nature: 'stock', unit: 'Mbps', fraction: true }),
    'da-ban-hanh': indicator('da-ban-hanh', { nature: 'flag', unit: '' }),
    'tien-do': indicator('tien-do', {
      nature: 'status',
      unit: '',
      statuses: [
        { id: 'xong', label: 'Hoàn thành' },
        { id: 'dang', label: 'Đang thực hiện' },
      ],
    }),
    'ton-tai': indicator('ton-tai', { nature: 'text', unit: '' }),
    'da-bo': indicator('da-bo', { to: '2023-12' }),
    'ty-le': indicator('ty-le', { nature: 'ratio', unit: '%', numerator: 'ho-so', denominator: 'ho-so' }),
  },
  forms: [
    form(
      'F-TINH',
      [
        field('ho-so', { label: 'Số hồ sơ' }),
        field('toc-do', { asOf: true, optional: true }),
        field('da-ban-hanh', { evidence: true, mayNotApply: true }),
        field('tien-do'),
        field('ton-tai', { optional: true }),
        field('da-bo'),
        field('dc-ty-le', { control: { indicator: 'ty-le', span: 'period' } }),
      ],
      { tables: [DOCUMENTS] },
    ),
    { ...form('F-BO', [field('ho-so')]), roster: '', body: 'bo-a' },
    form('F-CU', [field('ho-so')], { to: '2023-12' }),
    form('F-BANG', [], { tables: [{ id: 'su-kien', title: 'Sự kiện', columns: [column('noi-dung')] }] }),
  ],
  checks: [],
  annexes: [],
  tables: [],
  charts: [],
  texts: {},
  entities: [
    entity('ha-noi', 'thành phố Hà Nội', 'Hà Nội', ['01', 'H26']),
    entity('hoa-binh', 'tỉnh Hòa Bình', 'Hòa Bình', ['17', 'H28']),
    entity('nam-dinh', 'tỉnh Nam Định', 'Nam Định', ['36', 'H40']),
    { ...entity('bo-a', 'Bộ A', 'BA', ['G99']), kind: 'bo' },
  ],
  rosters: [{ id: 'tinh', label: 'tỉnh', kinds: ['tinh'] }],
  calendar: { years: [], holidays: [], swappedWorkdays: [] },
};

export const MEMBERS = { tinh: ['ha-noi', 'hoa-binh', 'nam-dinh'] };
