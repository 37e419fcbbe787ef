import { expect } from 'chai';
import type { Pin } from '../../src/db/periods.ts';
import { differences } from '../../src/workflow/pin-differences.ts';

const PIN = {
  hash: 'a',
  definition: {
    report: { id: 'bao-cao', title: 'Báo cáo' },
    indicators: { 'ho-so': { label: 'Hồ sơ', unit: 'hồ sơ', decimals: 0 } },
    forms: [{ id: 'F-TINH', title: 'Biểu của địa phương' }],
    checks: [],
    annexes: [{ id: 'so-sanh' }, { id: 'ghi-chu' }],
    tables: [{ id: 'dan-dau', title: 'Dẫn đầu' }],
    charts: [],
    texts: { 'text/mo-dau.hbs': 'Lời mở đầu '.repeat(20) },
    entities: [{ id: 'ha-noi' }],
    rosters: [{ id: 'dia-phuong' }],
    calendar: { years: ['2024'], holidays: [], swappedWorkdays: [] },
  },
  settings: { id: '2024-10', due: '2024-11-05T17:00:00+07:00', illustrative: false, document: {} },
  members: { 'dia-phuong': ['ha-noi', 'ha-giang'] },
} as unknown as Pin;

/** The pin with parts of its definition replaced, under another hash. */
function redefined(parts: object): Pin {
  return { ...PIN, hash: 'b', definition: { ...PIN.definition, ...parts } };
}

const CASES: readonly (readonly [what: string, after: Pin, lines: readonly string[]])[] = [
  ['nothing', { ...PIN }, []],
  [
    'an indicator, by the names of what differs',
    redefined({ indicators: { 'ho-so': { label: 'Hồ sơ mới', unit: 'hồ sơ', decimals: 1 } } }),
    ['Chỉ tiêu “ho-so”: thay đổi ở label, decimals'],
  ],
  [
    'one indicator for another',
    redefined({ indicators: { 'thu-tuc': {} } }),
    ['Chỉ tiêu “ho-so”: bỏ', 'Chỉ tiêu “thu-tuc”: thêm mới'],
  ],
  [
    'a form',
    redefined({ forms: [{ id: 'F-TINH', title: 'Biểu' }] }),
    ['Biểu mẫu “F-TINH”: thay đổi ở title'],
  ],
  ['a check', redefined({ checks: [{ id: 'tong' }] }), ['Quy tắc kiểm tra “tong”: thêm mới']],
  [
    'a table of the body',
    redefined({ tables: [{ id: 'dan-dau', title: 'Dẫn đầu', versus: ['year-ago'] }] }),
    ['Bảng “dan-dau”: thay đổi ở versus'],
  ],
  [
    'the weights of a divided body',
    redefined({ splits: [{ body: 'bo-a', weights: { 'bo-b': '0.6', 'bo-c': '0.4' } }] }),
    ['Tỷ lệ chia số liệu (splits.yaml): thay đổi'],
  ],
  [
    'the order of annexes alone',
    redefined({ annexes: [{ id: 'ghi-chu' }, { id: 'so-sanh' }] }),
    ['Định nghĩa báo cáo: đổi thứ tự biểu mẫu, phụ lục, bảng hoặc đơn vị'],
  ],
  ['a long text', redefined({ texts: { 'text/mo-dau.hbs': 'x' } }), ['Lời văn “text/mo-dau.hbs”: thay đổi']],
  [
    'the title',
    redefined({ report: { id: 'bao-cao', title: 'Bản tin' } }),
    ['Thông tin chung (report.yaml), “title”: “Báo cáo” → “Bản tin”'],
  ],
  [
    'the calendar',
    redefined({ calendar: { years: ['2024'], holidays: ['2024-12-31'], swappedWorkdays: [] } }),
    ['Lịch làm việc, “holidays”: thêm 2024-12-31'],
  ],
  [
    'the members of a roster',
    { ...PIN, members: { 'dia-phuong': ['ha-noi', 'tuyen-quang'] } },
    ['Đơn vị của danh sách “dia-phuong”: thêm tuyen-quang; bỏ ha-giang'],
  ],
  [
    'the settings of the period',
    { ...PIN, settings: { ...PIN.settings, due: '2024-11-06T17:00:00+07:00', illustrative: true } },
    [
      'Kỳ báo cáo, “hạn nộp”: “2024-11-05T17:00:00+07:00” → “2024-11-06T17:00:00+07:00”',
      'Kỳ báo cáo, “số liệu minh họa”: không → có',
    ],
  ],
];

describe('what a re-pinning changes', () => {
  for (const [what, after, lines] of CASES)
    it(`names ${what}`, () => expect(differences(PIN, after)).to.deep.equal(lines));
});
