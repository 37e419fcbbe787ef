import { expect } from 'chai';
import type { Check } from '../../../src/domain/definition.ts';
import { earlier, history, MISSING, type Tiny } from '../tiny-facts.ts';
import { control, foundIds, said, withCheck, withFields } from './found.ts';

type Case = readonly [what: string, tiny: Tiny, ids: readonly string[]];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));
  });
}

const past = (...lines: readonly string[]): Tiny => ({ facts: { history: history(...lines) } });

/** 7.000.000 of the month. */
const NESTED: Check = { id: 'long', kind: 'nested', indicators: ['can-cuoc'] };
const nested = (tiny: Tiny): Tiny => withCheck(NESTED, tiny);
const stated = (values: Readonly<Record<string, string>>): Tiny => ({
  definition: {
    forms: withFields('CA-1', [
      control('dc-nam', { indicator: 'can-cuoc', span: 'ytd' }),
      control('dc-luy-ke', { indicator: 'can-cuoc', span: 'cumulative' }),
    ]),
  },
  answers: { 'CA-1': { 'bo-cong-an': values } },
});

table('month ≤ year to date ≤ cumulative', [
  ['nothing earlier is known', nested({}), []],
  [
    'carried on from what agrees',
    nested(past('can-cuoc@2024-09:ytd = 5', 'can-cuoc@2024-09:cumulative = 5')),
    [],
  ],
  [
    'a year that began with less than nothing',
    nested(past('can-cuoc@2024-09:ytd = 6', 'can-cuoc@2024-09:cumulative = 5')),
    ['hard long:can-cuoc@2024-10:ytd/*'],
  ],
  [
    'which may be rounding',
    nested(past('can-cuoc@2024-09:ytd = 6 ~1', 'can-cuoc@2024-09:cumulative = 5')),
    [],
  ],
  ['the month as large as the stated total', nested(stated({ 'dc-luy-ke': '7000000' })), []],
  [
    'the month above the stated total',
    nested(stated({ 'dc-luy-ke': '6999999' })),
    ['hard long:can-cuoc/dc-luy-ke'],
  ],
  [
    'a stated year above the stated total',
    nested(stated({ 'dc-nam': '9000000', 'dc-luy-ke': '8000000' })),
    ['hard long:can-cuoc/dc-luy-ke'],
  ],
  [
    'a month that is not there',
    nested({ ...stated({}), answers: { 'CA-1': { 'bo-cong-an': MISSING } } }),
    ['hard missing:CA-1/bo-cong-an'],
  ],
]);

const rising: Tiny['indicators'] = { tram: { rising: true } };
const fall = (now: string, tiny: Tiny = {}): Tiny => ({
  ...tiny,
  indicators: { ...rising, ...tiny.indicators },
  answers: { 'F-TINH': { 'ha-noi': { tram: now } } },
});

table('a total that cannot fall: 10 of Hà Nội, 100 in all', [
  ['unchanged', fall('10', past('tram@2024-09 = 100')), []],
  ['fallen in all', fall('9', past('tram@2024-09 = 100')), ['hard rising:tram/all']],
  ['of a stock that may fall', { ...fall('9', past('tram@2024-09 = 100')), indicators: {} }, []],
  ['fallen against a gap of months', fall('9', past('tram@2024-03 = 100')), ['hard rising:tram/all']],
  ['only the last known value counts', fall('9', past('tram@2024-09 = 99', 'tram@2024-08 = 150')), []],
  ['within what was published rounded', fall('9', past('tram@2024-09 = 100 ~10')), []],
  ['beyond it', fall('9', past('tram@2024-09 = 110 ~10')), ['hard rising:tram/all']],
  [
    'at a body is named there and not again in all',
    fall('9', past('tram@2024-09/ha-noi = 10', 'tram@2024-09 = 100')),
    ['hard rising:tram/ha-noi'],
  ],
  [
    'against the figures of the system',
    fall('9', { facts: { earlier: earlier('tram', '2024-09', { 'ha-noi': '10' }) } }),
    ['hard rising:tram/ha-noi'],
  ],
  [
    'across a break of the series',
    fall('9', {
      ...past('tram@2024-09 = 100'),
      indicators: { tram: { rising: true, breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] } },
    }),
    [],
  ],
  [
    'because a body is waived',
    {
      ...past('tram@2024-09 = 100'),
      indicators: { tram: { rising: true } },
      answers: { 'F-TINH': { 'ha-noi': MISSING } },
      facts: {
        ...past('tram@2024-09 = 100').facts,
        waivers: [{ entity: 'ha-noi', reason: 'bão', at: '' }],
      },
    },
    [],
  ],
]);

const counted: Tiny['indicators'] = { 'can-cuoc': { since: '2021-01-01' } };

table('a cumulative total of a flow', [
  [
    'above all that is known',
    { indicators: counted, ...past('can-cuoc@2024-09:cumulative = 5', 'can-cuoc@2024-06:cumulative = 4') },
    [],
  ],
  [
    'below an earlier one: a digit was lost between',
    {
      indicators: counted,
      ...past('can-cuoc@2024-09:cumulative = 5', 'can-cuoc@2024-06:cumulative = 8000000'),
    },
    ['hard rising:can-cuoc/all'],
  ],
]);

const BASE: Check = { id: 'dau-nam', kind: 'steady-base', indicators: ['can-cuoc'] };
const now = ['can-cuoc@2024-09:cumulative = 900', 'can-cuoc@2024-09:ytd = 300'];
const base = (...lines: readonly string[]): Tiny => withCheck(BASE, past(...now, ...lines));

table('what the year began with: 600', [
  ['is known only once', base(), []],
  ['agrees', base('can-cuoc@2024-06:cumulative = 800', 'can-cuoc@2024-06:ytd = 200'), []],
  [
    'does not agree',
    base('can-cuoc@2024-06:cumulative = 800', 'can-cuoc@2024-06:ytd = 201'),
    ['soft dau-nam:can-cuoc'],
  ],
  [
    'agrees within what was published rounded',
    base('can-cuoc@2024-06:cumulative = 800 ~10', 'can-cuoc@2024-06:ytd = 220 ~10'),
    [],
  ],
  [
    'does not even so',
    base('can-cuoc@2024-06:cumulative = 800 ~10', 'can-cuoc@2024-06:ytd = 221 ~10'),
    ['soft dau-nam:can-cuoc'],
  ],
  [
    'of another year does not matter',
    base('can-cuoc@2023-06:cumulative = 800', 'can-cuoc@2023-06:ytd = 1'),
    [],
  ],
  ['with half of it unknown', base('can-cuoc@2024-06:ytd = 1'), []],
]);

describe('the words of time', () => {
  const cases: readonly [what: string, tiny: Tiny, id: string, message: string][] = [
    [
      'a month above a stated total',
      nested(stated({ 'dc-luy-ke': '6999999' })),
      'long:can-cuoc/dc-luy-ke',
      'Biểu CA-1, Bộ Công an: ô “Ô can-cuoc” = 7.000.000 lớn hơn ô “Ô dc-luy-ke” = 6.999.999, trong khi số trong kỳ không thể lớn hơn số lũy kế. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    ],
    [
      'spans that history contradicts',
      nested(past('can-cuoc@2024-09:ytd = 6', 'can-cuoc@2024-09:cumulative = 5')),
      'long:can-cuoc@2024-10:ytd/*',
      '“Số thẻ căn cước”: số từ đầu năm (7.000.006) lớn hơn số lũy kế (7.000.005): số liệu cũ tháng 9/2024, từ đầu năm, “Số thẻ căn cước” = 6 (Báo cáo cũ); biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 7.000.000; trong khi số liệu cũ tháng 9/2024, lũy kế, “Số thẻ căn cước” = 5 (Báo cáo cũ)',
    ],
    [
      'a fall against history',
      fall('9', past('tram@2024-09/ha-noi = 10')),
      'rising:tram/ha-noi',
      'Biểu F-TINH, Hà Nội, ô “Ô tram” = 9, giảm so với 10 của tháng 9/2024 (Báo cáo cũ), trong khi số lũy kế không thể giảm.',
    ],
    [
      'a fall against a revision of last month',
      fall('9', { facts: { earlier: earlier('tram', '2024-09', { 'ha-noi': '10' }) } }),
      'rising:tram/ha-noi',
      'giảm so với 10 của tháng 9/2024 (biểu F-TINH của tháng 9/2024, Hà Nội, ô “Ô tram” = 10)',
    ],
    [
      'a base that moved',
      base('can-cuoc@2024-06:cumulative = 800 ~10', 'can-cuoc@2024-06:ytd = 150'),
      'dau-nam:can-cuoc',
      'Biểu CA-1, Bộ Công an, “Số thẻ căn cước”: số có trước năm 2024, tính bằng lũy kế trừ số từ đầu năm, theo kỳ này là 600 nhưng theo tháng 6/2024 là từ 640 đến 660 (kỳ này: lũy kế 7.000.900, từ đầu năm 7.000.300; tháng 6/2024: lũy kế 800, từ đầu năm 150). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
  ];
  for (const [what, tiny, id, message] of cases) it(what, () => expect(said(tiny, id)).to.include(message));
});
