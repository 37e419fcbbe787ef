import { expect } from 'chai';
import type { Control } from '../../../src/domain/definition.ts';
import { history, MISSING, NONE, PENDING, type Tiny } from '../tiny-facts.ts';
import { control, foundIds, said, withFields } from './found.ts';

/** Bộ Công an states a value on its own form. */
function stating(about: Control, value: string, more: Tiny = {}): Tiny {
  return {
    ...more,
    definition: { forms: withFields('CA-1', [control('dc', about)]) },
    answers: { ...more.answers, 'CA-1': { 'bo-cong-an': { dc: value } } },
  };
}

const ID = 'control:CA-1/bo-cong-an/dc';
const WRONG = [`hard ${ID}`];
const total: Control = { indicator: 'ho-so', span: 'period' };
const rate: Control = { indicator: 'ty-le', span: 'period' };

function table(title: string, cases: readonly (readonly [string, Tiny, readonly string[]])[]): void {
  describe(title, () => {
    for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));
  });
}

table('a stated total', [
  ['is that of all bodies', stating(total, '1100'), []],
  ['is one off', stating(total, '1101'), WRONG],
  ['of a block', stating({ ...total, of: 'tinh' }, '1000'), []],
  ['of a block, wrong', stating({ ...total, of: 'tinh' }, '1100'), WRONG],
  ['of one body', stating({ ...total, of: 'ha-noi' }, '400'), []],
  ['of a derived sum', stating({ ...total, indicator: 'tong' }, '1640'), []],
  ['of a derived sum, wrong', stating({ ...total, indicator: 'tong' }, '1641'), WRONG],
  [
    'whose bodies are not all there cannot be compared',
    stating(total, '9', { answers: { 'F-TINH': { 'ha-noi': { 'ho-so': PENDING } } } }),
    ['soft pending:F-TINH/ha-noi/ho-so'],
  ],
  [
    'of bodies of which one is waived may be larger than the system knows',
    stating(total, '1000', {
      answers: { 'F-TINH': { 'ha-noi': MISSING } },
      facts: { waivers: [{ entity: 'ha-noi', reason: 'bão', at: '' }] },
    }),
    [],
  ],
  [
    'but not smaller',
    stating(total, '699', {
      answers: { 'F-TINH': { 'ha-noi': MISSING } },
      facts: { waivers: [{ entity: 'ha-noi', reason: 'bão', at: '' }] },
    }),
    WRONG,
  ],
]);

const ministry: Control = { ...total, tolerance: { percent: '0.5', value: '2' } };

table('a total of another source, 1.100 here', [
  ['within the percent', stating(ministry, '1105'), []],
  ['beyond it', stating(ministry, '1106'), [`soft ${ID}`]],
  ['below it', stating(ministry, '1094'), [`soft ${ID}`]],
  [
    'that must be put right',
    stating({ ...total, tolerance: { percent: '0.5', severity: 'hard' } }, '1106'),
    WRONG,
  ],
]);

describe('a total of another source', () => {
  it('is told with both places, by how much they differ, and which is printed', () => {
    expect(said(stating(ministry, '1111'), ID)).to.contain(
      '= 1.111 không khớp với 1.100 do hệ thống tính từ: ',
    );
    expect(said(stating(ministry, '1111'), ID)).to.contain(
      '; chênh lệch 11 hồ sơ, bằng 1%, quá mức cho phép 0,5% hoặc 2 hồ sơ. Báo cáo in “',
    );
  });
});

const ofItself = (value: string): Tiny => ({
  definition: { forms: withFields('F-TINH', [control('dc-tong', { indicator: 'tong', span: 'period' })]) },
  answers: { 'F-TINH': { 'ha-noi': { 'dc-tong': value } } },
});

table('a total that a province states of itself: 400 + 300', [
  ['right', ofItself('700'), []],
  ['wrong', ofItself('701'), ['hard control:F-TINH/ha-noi/dc-tong']],
]);

table('a stated rate: 540 of 1.100 is 49,0909…%', [
  ['as the report prints it', stating(rate, '49.09'), []],
  ['rounded further', stating(rate, '49.1'), []],
  ['rounded to whole percent', stating(rate, '49'), []],
  ['more exactly', stating(rate, '49.0909'), []],
  ['rounded up where it is half down', stating(rate, '49.10001'), WRONG],
  ['a digit wrong', stating(rate, '49.19'), WRONG],
  [
    'truncated is not rounded: 200 of 300',
    stating({ ...rate, of: 'dak-lak' }, '66.66', {
      answers: { 'F-TINH': { 'dak-lak': { 'truc-tuyen': '200' } } },
    }),
    WRONG,
  ],
  ['compared to one decimal where the form says so', stating({ ...rate, decimals: 1 }, '49.1'), []],
  ['the mean of rates is none', stating(rate, '46.67'), WRONG],
]);

table('a stated count', [
  ['of flags', stating({ indicator: 'ke-hoach', span: 'period', of: 'tinh' }, '2'), []],
  ['of flags, one less', stating({ indicator: 'ke-hoach', span: 'period', of: 'tinh' }, '1'), WRONG],
  ['of a class', stating({ indicator: 'tien-do', span: 'period', of: 'tinh', status: 'dang' }, '3'), []],
  [
    'of another class',
    stating({ indicator: 'tien-do', span: 'period', of: 'tinh', status: 'xong' }, '3'),
    WRONG,
  ],
]);

const past = (...lines: readonly string[]): Tiny => ({ facts: { history: history(...lines) } });

table('a stated cumulative total', [
  [
    'carried on',
    stating({ ...total, span: 'cumulative' }, '6100', past('ho-so@2024-09:cumulative = 5000')),
    [],
  ],
  [
    'carried on, wrong',
    stating({ ...total, span: 'cumulative' }, '6101', past('ho-so@2024-09:cumulative = 5000')),
    WRONG,
  ],
  ['with nothing to carry on from', stating({ ...total, span: 'cumulative' }, '6101'), []],
  [
    'within what was published rounded',
    stating({ ...total, span: 'cumulative' }, '6190', past('ho-so@2024-09:cumulative = 5000 ~100')),
    [],
  ],
  [
    'beyond what was published rounded',
    stating({ ...total, span: 'cumulative' }, '6201', past('ho-so@2024-09:cumulative = 5000 ~100')),
    WRONG,
  ],
  [
    'from the start of the year',
    stating({ ...total, span: 'ytd' }, '3100', past('ho-so@2024-09:ytd = 2000')),
    [],
  ],
]);

table('a stated change', [
  [
    'of a total in percent',
    stating({ ...total, versus: 'previous' }, '10', past('ho-so@2024-09 = 1000')),
    [],
  ],
  ['a fall is negative', stating({ ...total, versus: 'previous' }, '-12', past('ho-so@2024-09 = 1250')), []],
  ['said as a rise', stating({ ...total, versus: 'previous' }, '12', past('ho-so@2024-09 = 1250')), WRONG],
  [
    'against zero there is none',
    stating({ ...total, versus: 'previous' }, '10', past('ho-so@2024-09 = 0')),
    [],
  ],
  ['against an unknown base', stating({ ...total, versus: 'previous' }, '10'), []],
  [
    'against a base published rounded it is not tested',
    stating({ ...total, versus: 'previous' }, '11', past('ho-so@2024-09 = 1000 ~100')),
    [],
  ],
  [
    'of a rate in points',
    stating({ ...rate, versus: 'year-ago' }, '9.1', past('ho-so@2023-10 = 1000', 'truc-tuyen@2023-10 = 400')),
    [],
  ],
]);

describe('the words of a control value', () => {
  const cases: readonly [what: string, tiny: Tiny, message: string][] = [
    [
      'a total of bodies',
      stating({ ...total, of: 'tinh' }, '12345'),
      'Biểu CA-1, Bộ Công an, ô “Ô dc” = 12.345 không khớp với 1.000 do hệ thống tính từ: biểu F-TINH, ô “Ô ho-so” của 4 đơn vị, cộng lại được 1.000.',
    ],
    [
      'a rate',
      stating({ ...rate, of: 'bo-y-te' }, '41.5'),
      'Biểu CA-1, Bộ Công an, ô “Ô dc” = 41,5% không khớp với 40% do hệ thống tính từ: biểu F-BO, Bộ Y tế, ô “Ô truc-tuyen” = 20; ô “Ô ho-so” = 50.',
    ],
    [
      'a count of flags',
      stating({ indicator: 'ke-hoach', span: 'period', of: 'tinh' }, '3'),
      'không khớp với 2 do hệ thống tính từ: biểu F-TINH, ô “Ô ke-hoach” của 4 đơn vị, gồm 2 “có”, 2 “không”.',
    ],
    [
      'a count of a class',
      stating({ indicator: 'tien-do', span: 'period', of: 'tinh', status: 'xong' }, '3'),
      'gồm 1 “Hoàn thành”, 3 “Đang thực hiện”.',
    ],
    [
      'a change against history',
      stating({ ...total, of: 'bo-y-te', versus: 'previous' }, '7', past('ho-so@2024-09/bo-y-te = 40')),
      'Biểu CA-1, Bộ Công an, ô “Ô dc” = 7% không khớp với 25% do hệ thống tính từ: số liệu cũ tháng 9/2024, “Số hồ sơ” = 40 (Báo cáo cũ); biểu F-BO, Bộ Y tế, ô “Ô ho-so” = 50.',
    ],
    [
      'two of one body, and không phát sinh as zero',
      {
        ...stating({ ...total, indicator: 'tong', of: 'bo-y-te' }, '71'),
        answers: { 'CA-1': { 'bo-cong-an': { dc: '71' } }, 'F-BO': { 'bo-y-te': { 'truc-tuyen': NONE } } },
      },
      'không khớp với 50 do hệ thống tính từ: biểu F-BO, Bộ Y tế, ô “Ô ho-so” = 50; ô “Ô truc-tuyen” = 0.',
    ],
  ];
  for (const [what, tiny, message] of cases) it(what, () => expect(said(tiny, ID)).to.include(message));
});
