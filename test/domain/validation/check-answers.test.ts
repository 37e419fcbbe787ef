import { expect } from 'chai';
import type { Definition, Field, Form, Indicator, Nature } from '../../../src/domain/definition.ts';
import type { Answers } from '../../../src/domain/submission.ts';
import { answersSchema } from '../../../src/domain/validation/answers-schema.ts';
import { checkAnswers } from '../../../src/domain/validation/check-answers.ts';
import { field as plainField, indicator as plainIndicator } from '../small-definition.ts';

function indicator(code: string, nature: Nature, more: Partial<Indicator> = {}): Indicator {
  return plainIndicator(code, { nature, ...(nature === 'text' ? { unit: '' } : {}), ...more });
}

function field(id: string, more: Partial<Field> = {}): Field {
  return plainField(id, { optional: false, ...more });
}

const STATUSES = [
  { id: 'xong', label: 'Xong' },
  { id: 'dang-lam', label: 'Đang làm' },
];
const INDICATORS = [
  indicator('so-dem', 'flow'),
  indicator('thay-doi', 'flow', { signed: true }),
  indicator('toc-do', 'stock', { fraction: true, unit: 'Mbps' }),
  indicator('ty-le', 'ratio', { unit: '%' }),
  indicator('co-chua', 'flag'),
  indicator('muc', 'status', { statuses: STATUSES }),
  indicator('loi', 'text'),
];

const FORM: Form = {
  id: 'F',
  title: 'Biểu',
  roster: 'tinh',
  sections: [
    {
      title: 'Mục',
      fields: [
        field('so-dem', { mayNotApply: true }),
        field('thay-doi'),
        field('toc-do', { asOf: true }),
        field('co-chua', { evidence: true }),
        field('muc'),
        field('loi'),
        field('dc-ty-le', { control: { indicator: 'ty-le', span: 'period' } }),
        field('dc-dem', { control: { indicator: 'co-chua', span: 'period' } }),
        field('dc-tang', { control: { indicator: 'so-dem', span: 'period', versus: 'previous' } }),
      ],
    },
  ],
  tables: [
    {
      id: 'van-ban',
      title: 'Văn bản',
      columns: [
        { id: 'loai', label: 'Loại', type: 'choice', choices: STATUSES, optional: false },
        { id: 'so', label: 'Số', type: 'code', choices: [], optional: false },
        { id: 'ngay', label: 'Ngày', type: 'date', choices: [], optional: true },
        { id: 'luot', label: 'Lượt', type: 'number', choices: [], optional: true },
        { id: 'noi-bat', label: 'Nổi bật', type: 'flag', choices: [], optional: true },
      ],
    },
  ],
};

const DEFINITION: Definition = {
  report: {
    id: 'thu',
    title: 'Thử',
    frequency: ['month'],
    issuer: { agency: 'BỘ', name: 'Bộ', symbol: 'BC', place: 'Hà Nội' },
    document: { type: 'BÁO CÁO', subject: 'Thử', addressees: [], grounds: [], recipients: [], authority: [] },
    windows: {},
    schedule: { due: 3, close: 5, publish: 8 },
    blocks: {},
    outline: [],
    overrides: [],
  },
  indicators: Object.fromEntries(INDICATORS.map((item) => [item.code, item])),
  forms: [FORM],
  checks: [],
  annexes: [],
  tables: [],
  charts: [],
  texts: {},
  entities: [],
  rosters: [],
  calendar: { years: [], holidays: [], swappedWorkdays: [] },
};

/** Answers come from outside: a test may put there what the type does not allow. */
function check(answers: unknown): readonly string[] {
  return checkAnswers(FORM, DEFINITION, answers as Answers).map(
    ({ field: cell, table, row, column, found, expected }) =>
      `${[cell, table, row, column].filter((part) => part !== undefined).join('/')}: ${found} → ${expected}`,
  );
}

const checkCell = (id: string, cell: unknown): readonly string[] =>
  check({ cells: { [id]: cell }, tables: {} });
const checkValue = (id: string, value: unknown): readonly string[] =>
  checkCell(id, { state: 'value', value });
const checkRow = (row: unknown): readonly string[] => check({ cells: {}, tables: { 'van-ban': [row] } });

const COUNT =
  'số nguyên không âm theo đơn vị hồ sơ, hoặc không phát sinh, hoặc không áp dụng, hoặc chưa có số liệu kèm lý do';
const SIGNED = 'số nguyên theo đơn vị hồ sơ, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do';
const SPEED =
  'số viết gọn, dấu chấm thập phân không âm theo đơn vị Mbps, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do';
const FLAG = 'yes hoặc no, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do';
const CLASS = 'một trong: xong, dang-lam, hoặc chưa có số liệu kèm lý do';
const TEXT =
  'nội dung bằng chữ (Unicode NFC), không quá 10.000 ký tự, không có dấu cách ở hai đầu, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do';
const COUNTED = 'số nguyên không âm theo đơn vị hồ sơ, hoặc không phát sinh, hoặc chưa có số liệu kèm lý do';

describe('answers to a form', () => {
  describe('are right', () => {
    const right: readonly [string, unknown][] = [
      ['so-dem', { state: 'value', value: '0' }],
      ['so-dem', { state: 'value', value: '9007199254740993000' }],
      ['so-dem', { state: 'none' }],
      ['so-dem', { state: 'none', note: 'Trong kỳ không tiếp nhận.' }],
      ['so-dem', { state: 'not-applicable' }],
      ['so-dem', { state: 'pending', reason: 'đang đối soát' }],
      ['so-dem', { state: 'pending', reason: 'đang đối soát', expected: '2024-11-15' }],
      ['thay-doi', { state: 'value', value: '-12' }],
      ['toc-do', { state: 'value', value: '86.96', asOf: '2024-10-19' }],
      ['co-chua', { state: 'value', value: 'yes', document: '12/NQ-HĐND', date: '2024-10-02' }],
      ['muc', { state: 'value', value: 'dang-lam' }],
      ['loi', { state: 'value', value: 'Còn thiếu nhân lực.\nĐề nghị bổ sung.' }],
      ['loi', { state: 'value', value: 'ộ'.repeat(10_000) }],
      ['dc-ty-le', { state: 'value', value: '43.8' }],
      ['dc-dem', { state: 'value', value: '63' }],
      ['dc-tang', { state: 'value', value: '-18.4' }],
    ];
    for (const [id, cell] of right)
      it(`${id} ${JSON.stringify(cell).slice(0, 90)}`, () => {
        expect(checkCell(id, cell)).to.deep.equal([]);
      });

    it('with every cell blank: what is missing is completeness', () => {
      expect(check({ cells: {}, tables: {} })).to.deep.equal([]);
    });

    for (const row of [
      { loai: 'xong', so: '137/2024/NĐ-CP' },
      { loai: 'xong', so: '1', ngay: '2024-02-29', luot: '-1.5', 'noi-bat': 'no' },
    ])
      it(`with the row ${JSON.stringify(row)}`, () => {
        expect(checkRow(row)).to.deep.equal([]);
      });
  });

  describe('are wrong in a value', () => {
    const wrong: readonly [string, unknown, string][] = [
      ['so-dem', '-1', `-1 → ${COUNT}`],
      ['so-dem', '01', `01 → ${COUNT}`],
      ['so-dem', '+1', `+1 → ${COUNT}`],
      ['so-dem', '1.5', `1.5 → ${COUNT}`],
      ['so-dem', '1.234.567', `1.234.567 → ${COUNT}`],
      ['so-dem', '1e3', `1e3 → ${COUNT}`],
      ['so-dem', '', ` → ${COUNT}`],
      ['so-dem', '1'.repeat(41), `${'1'.repeat(41)} → ${COUNT}`],
      ['so-dem', 5, `5 → ${COUNT}`],
      ['so-dem', null, `null → ${COUNT}`],
      ['thay-doi', '-0', `-0 → ${SIGNED}`],
      ['thay-doi', '-1.5', `-1.5 → ${SIGNED}`],
      ['toc-do', '86.960', `86.960 → ${SPEED}`],
      ['toc-do', '-1.5', `-1.5 → ${SPEED}`],
      ['toc-do', '86,96', `86,96 → ${SPEED}`],
      ['co-chua', 'có', `có → ${FLAG}`],
      ['co-chua', true, `true → ${FLAG}`],
      ['muc', 'Xong', `Xong → ${CLASS}`],
      ['loi', '', ` → ${TEXT}`],
      ['loi', ' ', `  → ${TEXT}`],
      ['loi', 'Ho\u0300a', `Ho\u0300a → ${TEXT}`],
      ['loi', 'a\u0000b', `a\u0000b → ${TEXT}`],
      ['loi', 'a'.repeat(10_001), `${'a'.repeat(80)}… → ${TEXT}`],
      ['dc-dem', '62.5', `62.5 → ${COUNTED}`],
      ['dc-dem', 'yes', `yes → ${COUNTED}`],
    ];
    for (const [id, value, expected] of wrong)
      it(`${id} = ${JSON.stringify(value).slice(0, 50)}`, () => {
        expect(checkValue(id, value)).to.deep.equal([`${id}: ${expected}`]);
      });
  });

  describe('are wrong in the rest of a cell', () => {
    const wrong: readonly [string, unknown, string][] = [
      ['thay-doi', { state: 'not-applicable' }, `not-applicable → ${SIGNED}`],
      ['muc', { state: 'none' }, `none → ${CLASS}`],
      ['muc', { state: 'khác' }, `khác → ${CLASS}`],
      ['muc', { value: 'xong' }, `{"value":"xong"} → ${CLASS}`],
      ['muc', 'xong', `xong → ${CLASS}`],
      ['muc', { state: 'value' }, ` → ${CLASS}`],
      ['so-dem', { state: 'pending' }, ' → lý do chưa có số liệu, không quá 1.000 ký tự'],
      ['so-dem', { state: 'pending', reason: '' }, ' → lý do chưa có số liệu, không quá 1.000 ký tự'],
      [
        'so-dem',
        { state: 'pending', reason: 'x', expected: '2024-02-30' },
        '2024-02-30 → ngày có thật dạng YYYY-MM-DD',
      ],
      [
        'so-dem',
        { state: 'value', value: '1', asOf: '2024-10-01' },
        '2024-10-01 → để trống: ô này không hỏi ngày của số liệu',
      ],
      [
        'so-dem',
        { state: 'value', value: '1', document: '1/NQ' },
        '1/NQ → để trống: ô này không hỏi văn bản',
      ],
      [
        'toc-do',
        { state: 'value', value: '1', asOf: '31/10/2024' },
        '31/10/2024 → ngày có thật dạng YYYY-MM-DD',
      ],
      ['so-dem', { state: 'none', value: '0' }, `none → ${COUNT}`],
      ['so-dem', { state: 'value', value: '1', gia: 'x' }, 'x → bỏ phần “gia”, vì ô không có phần này'],
    ];
    for (const [id, cell, expected] of wrong)
      it(`${id} ${JSON.stringify(cell)}`, () => {
        expect(checkCell(id, cell)).to.deep.equal([`${id}: ${expected}`]);
      });
  });

  describe('are wrong in a row', () => {
    const wrong: readonly [unknown, string][] = [
      [{ so: '1' }, 'van-ban/1/loai:  → một trong: xong, dang-lam'],
      [{ loai: 'x', so: '1' }, 'van-ban/1/loai: x → một trong: xong, dang-lam'],
      [
        { loai: 'xong', so: '' },
        'van-ban/1/so:  → số, ký hiệu không quá 1.000 ký tự, không có dấu cách ở hai đầu',
      ],
      [
        { loai: 'xong', so: '1', ngay: '2023-02-29' },
        'van-ban/1/ngay: 2023-02-29 → ngày có thật dạng YYYY-MM-DD',
      ],
      [
        { loai: 'xong', so: '1', luot: '1.000.000' },
        'van-ban/1/luot: 1.000.000 → số viết gọn, dấu chấm thập phân, không có dấu phân cách hàng nghìn',
      ],
      [{ loai: 'xong', so: '1', 'noi-bat': '' }, 'van-ban/1/noi-bat:  → yes hoặc no'],
      [{ loai: 'xong', so: '1', khac: '?' }, 'van-ban/1/khac: ? → một cột có trong bảng van-ban'],
      ['xong', 'van-ban/1: xong → một dòng gồm các cột của bảng'],
    ];
    for (const [row, expected] of wrong)
      it(JSON.stringify(row), () => {
        expect(checkRow(row)).to.deep.equal([expected]);
      });
  });

  it('name every wrong place once, and what the form does not have', () => {
    const answers = {
      cells: {
        'so-dem': { state: 'value', value: '-1' },
        la: { state: 'none' },
        muc: { state: 'value', value: '?' },
      },
      tables: {
        'van-ban': [
          { loai: 'xong', so: '1' },
          { loai: '?', so: '1' },
        ],
        la: [],
      },
    };
    expect(check(answers)).to.have.members([
      `so-dem: -1 → ${COUNT}`,
      'la:  → một ô có trong biểu F',
      `muc: ? → ${CLASS}`,
      'van-ban/2/loai: ? → một trong: xong, dang-lam',
      'la:  → một bảng có trong biểu F',
    ]);
  });

  for (const answers of [null, 'x', [], {}])
    it(`are refused when they are ${JSON.stringify(answers)}`, () => {
      expect(check(answers)).to.not.be.empty;
    });

  it('may be called __proto__ or constructor without being taken for a field', () => {
    const answers: unknown = JSON.parse(
      '{"cells":{"__proto__":{"state":"none"},"constructor":{"state":"none"}},"tables":{}}',
    );
    expect(check(answers)).to.deep.equal([
      '__proto__:  → một ô có trong biểu F',
      'constructor:  → một ô có trong biểu F',
    ]);
  });
});

describe('the schema of answers', () => {
  it('is plain JSON with a key for each field and table', () => {
    const schema = answersSchema(FORM, DEFINITION);
    expect(JSON.parse(JSON.stringify(schema))).to.deep.equal(schema);
    expect(schema).to.have.nested.property('properties.cells.properties.so-dem');
    expect(schema).to.have.nested.property('properties.tables.properties.van-ban');
  });

  it('is refused for a field without an indicator', () => {
    const form: Form = { ...FORM, sections: [{ title: 'x', fields: [field('la')] }] };
    expect(() => answersSchema(form, DEFINITION)).to.throw(RangeError, 'la');
  });
});
