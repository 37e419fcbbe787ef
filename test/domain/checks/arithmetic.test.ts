import { expect } from 'chai';
import type { Check } from '../../../src/domain/definition.ts';
import { field, history, NONE, PENDING, MISSING, EXEMPT, type Tiny } from '../tiny-facts.ts';
import { foundIds, said, withCheck, withFields } from './found.ts';

type Case = readonly [what: string, tiny: Tiny, ids: readonly string[]];

function table(title: string, check: Check, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [what, tiny, ids] of cases)
      it(what, () => expect(foundIds(withCheck(check, tiny))).to.deep.equal(ids));
  });
}

const province = (body: string, answers: Readonly<Record<string, string>>): Tiny => ({
  answers: { 'F-TINH': { [body]: answers } },
});

table('part ≤ whole', { id: 'phan', kind: 'at-most', part: 'truc-tuyen', whole: 'ho-so' }, [
  ['correct data', {}, []],
  ['a part as large as its whole', province('an-giang', { 'truc-tuyen': '200' }), []],
  [
    'one above its whole, named at its body',
    province('an-giang', { 'truc-tuyen': '201' }),
    ['hard phan:an-giang'],
  ],
  [
    'two bodies, two findings',
    {
      answers: {
        'F-TINH': { 'an-giang': { 'truc-tuyen': '201' } },
        'F-BO': { 'bo-y-te': { 'truc-tuyen': '51' } },
      },
    },
    ['hard phan:an-giang', 'hard phan:bo-y-te'],
  ],
  [
    'a part whose whole is không phát sinh',
    { answers: { 'F-TINH': { 'an-giang': { 'ho-so': NONE } } } },
    ['hard phan:an-giang'],
  ],
  ['a part that does not apply', { answers: { 'F-TINH': { 'an-giang': { 'truc-tuyen': EXEMPT } } } }, []],
  [
    'a whole that is pending with a reason: nothing to compare, neither there nor in total',
    {
      answers: { 'F-TINH': { 'ha-noi': { 'ho-so': PENDING, 'truc-tuyen': '9000' } } },
      facts: { justifications: [{ finding: 'pending:F-TINH/ha-noi/ho-so', reason: 'chờ', at: '' }] },
    },
    ['soft pending:F-TINH/ha-noi/ho-so'],
  ],
  [
    'a body that sent nothing',
    { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
    ['hard missing:F-TINH/ha-noi'],
  ],
]);

table('part ≤ whole of different bodies', { id: 'phan', kind: 'at-most', part: 'can-cuoc', whole: 'ho-so' }, [
  ['compared in total', {}, ['hard phan:all']],
  ['near miss', { answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': '1100' } } } }, []],
]);

/** A whole that is asked beside its parts. */
const ASKED: Tiny = {
  indicators: { 'tong-hoi': { label: 'Tổng được hỏi' } },
  definition: { forms: withFields('F-BO', [field('tong-hoi', { optional: true })]) },
};
const asked = (total: string): Tiny => ({
  ...ASKED,
  answers: { 'F-BO': { 'bo-y-te': { 'tong-hoi': total } } },
});

table('whole = Σ parts', { id: 'tong', kind: 'parts', whole: 'tong-hoi', parts: ['ho-so', 'truc-tuyen'] }, [
  ['whole not answered', ASKED, []],
  ['50 + 20 = 70', asked('70'), []],
  ['50 + 20 ≠ 71', asked('71'), ['hard tong:bo-y-te']],
  ['50 + 20 ≠ 69', asked('69'), ['hard tong:bo-y-te']],
]);

const kept = (...lines: readonly string[]): Tiny => ({ facts: { history: history(...lines) } });

table(
  'whole = Σ parts among earlier values',
  { id: 'tong', kind: 'parts', whole: 'tong', parts: ['ho-so', 'truc-tuyen'] },
  [
    ['that agree', kept('tong@2024-09 = 1500', 'ho-so@2024-09 = 1000', 'truc-tuyen@2024-09 = 500'), []],
    [
      'that do not',
      kept('tong@2024-09 = 1510', 'ho-so@2024-09 = 1000', 'truc-tuyen@2024-09 = 500'),
      ['soft tong:2024-09/period'],
    ],
    [
      'of which the whole was published rounded: it is taken from its parts',
      kept('tong@2024-09 = 1700 ~100', 'ho-so@2024-09 = 1000', 'truc-tuyen@2024-09 = 500'),
      [],
    ],
    [
      'of which a part was published rounded',
      kept('tong@2024-09 = 1510', 'ho-so@2024-09 = 1000 ~10', 'truc-tuyen@2024-09 = 500'),
      [],
    ],
    [
      'of which a part was published rounded, but not that much',
      kept('tong@2024-09 = 1511', 'ho-so@2024-09 = 1000 ~10', 'truc-tuyen@2024-09 = 500'),
      ['soft tong:2024-09/period'],
    ],
    ['of which a part is not known', kept('tong@2024-09 = 1510', 'ho-so@2024-09 = 1000'), []],
  ],
);

const LADDER: Check = { id: 'bac', kind: 'ladder', indicator: 'tien-do', of: 'tinh' };

table('a ladder', LADDER, [
  ['every province in a class', {}, []],
  [
    'a province that sent nothing is named once',
    { answers: { 'F-TINH': { 'ca-mau': MISSING } } },
    ['hard missing:F-TINH/ca-mau'],
  ],
  [
    'a province waived by decision',
    {
      answers: { 'F-TINH': { 'ca-mau': MISSING } },
      facts: { waivers: [{ entity: 'ca-mau', reason: 'bão', at: '' }] },
    },
    [],
  ],
  [
    'a class still to be reported leaves it short, reason or not',
    {
      answers: { 'F-TINH': { 'ca-mau': { 'tien-do': PENDING } } },
      facts: { justifications: [{ finding: 'pending:F-TINH/ca-mau/tien-do', reason: 'chờ', at: '' }] },
    },
    ['hard bac:tien-do', 'soft pending:F-TINH/ca-mau/tien-do'],
  ],
  [
    'a class that the definition does not have',
    { answers: { 'F-TINH': { 'ca-mau': { 'tien-do': 'khac' } } } },
    ['hard bac:tien-do'],
  ],
]);

const LIST: Check = {
  id: 'danh-sach',
  kind: 'list-length',
  count: 'so-nghi-dinh',
  rows: { table: 'van-ban', where: [{ column: 'loai', is: 'nghi-dinh' }] },
  exhaustive: true,
};
const counted = (count: string | null, rows: number): Tiny => ({
  indicators: { 'so-nghi-dinh': { label: 'Số Nghị định' } },
  definition: { forms: withFields('CA-1', [field('so-nghi-dinh', { optional: true })]) },
  answers: { 'CA-1': { 'bo-cong-an': { 'so-nghi-dinh': count } } },
  rows: {
    'CA-1/bo-cong-an': {
      'van-ban': [
        ...Array.from({ length: rows }, () => ({ loai: 'nghi-dinh', 'trich-yeu': 'về A' })),
        { loai: 'quyet-dinh', 'trich-yeu': 'về B' },
      ],
    },
  },
});

const IN_TIME: Check = {
  ...LIST,
  rows: {
    table: 'van-ban',
    where: [
      { column: 'ngay', atLeast: '@start' },
      { column: 'ngay', atMost: '@end' },
    ],
  },
};
const days = (...dates: readonly string[]): Tiny => ({
  ...counted('2', 0),
  rows: { 'CA-1/bo-cong-an': { 'van-ban': dates.map((ngay) => ({ loai: 'nghi-dinh', ngay })) } },
});

table('a list of what was issued within the period', IN_TIME, [
  ['as long', days('2024-09-30', '2024-10-01', '2024-10-31'), []],
  ['longer', days('2024-10-01', '2024-10-02', '2024-10-31'), ['hard danh-sach:so-nghi-dinh']],
]);

table('a list as long as its count', LIST, [
  ['as long', counted('2', 2), []],
  ['longer', counted('2', 3), ['hard danh-sach:so-nghi-dinh']],
  ['shorter', counted('2', 1), ['hard danh-sach:so-nghi-dinh']],
  ['a count that is not given', counted(null, 3), []],
  ['zero and no row', counted('0', 0), []],
]);

table('a list of examples', { ...LIST, exhaustive: false }, [
  ['longer than its count', counted('2', 3), ['hard danh-sach:so-nghi-dinh']],
  ['shorter', counted('2', 1), []],
]);

describe('the words of arithmetic', () => {
  it('names two cells of one form once', () => {
    const check: Check = { id: 'phan', kind: 'at-most', part: 'truc-tuyen', whole: 'ho-so' };
    const tiny = withCheck(check, province('an-giang', { 'truc-tuyen': '1201' }));
    expect(said(tiny, 'phan:an-giang')).to.equal(
      'Biểu F-TINH, An Giang: ô “Ô truc-tuyen” = 1.201 lớn hơn ô “Ô ho-so” = 200, trong khi phần không thể lớn hơn tổng. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
  });

  it('adds up what more than three bodies say', () => {
    const check: Check = { id: 'phan', kind: 'at-most', part: 'can-cuoc', whole: 'ho-so' };
    expect(said(withCheck(check), 'phan:all')).to.equal(
      '“Số thẻ căn cước” (7.000.000) lớn hơn “Số hồ sơ” (1.100): biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 7.000.000; biểu F-TINH, ô “Ô ho-so” của 4 đơn vị, cộng lại được 1.000; biểu F-BO, Bộ Y tế, ô “Ô ho-so” = 50; biểu F-BO, Bộ Công an, ô “Ô ho-so” = 30; biểu F-BO, Bộ Nội vụ, ô “Ô ho-so” = 20, trong khi phần không thể lớn hơn tổng. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
  });

  it('says which classes a ladder has and who stands in none', () => {
    const tiny = withCheck(LADDER, province('ca-mau', { 'tien-do': 'khac' }));
    expect(said(tiny, 'bac:tien-do')).to.equal(
      'Biểu F-TINH, ô “Tiến độ”: các mức cộng lại được 3 trong khi có 4 đơn vị (1 Hoàn thành, 2 Đang thực hiện); 1 đơn vị chưa thuộc mức nào: Cà Mau. Đề nghị các đơn vị này chọn đúng một mức.',
    );
  });

  it('names the table of a list', () => {
    expect(said(withCheck(LIST, counted('2', 3)), 'danh-sach:so-nghi-dinh')).to.equal(
      'Biểu CA-1, Bộ Công an: ô “Ô so-nghi-dinh” = 2 nhưng bảng “Văn bản” liệt kê 3 dòng loại này. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
  });

  it('ends with the note of its author', () => {
    const check: Check = {
      id: 'p',
      kind: 'at-most',
      part: 'can-cuoc',
      whole: 'ho-so',
      note: 'Xem biểu CA-1.',
    };
    expect(said(withCheck(check), 'p:all')).to.match(/sửa chỗ sai\. Lưu ý: Xem biểu CA-1\.$/);
  });
});
