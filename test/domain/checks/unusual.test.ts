import { expect } from 'chai';
import type { Check } from '../../../src/domain/definition.ts';
import { earlier, history, NONE, type Tiny } from '../tiny-facts.ts';
import { foundIds, said, withCheck } from './found.ts';
import { provincesAnswering, WATCHED } from './twelve-provinces.ts';

type Case = readonly [what: string, tiny: Tiny, ids: readonly string[]];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));
  });
}

/** Cards of one owner with what earlier months had, newest first. */
const cards = (now: string | typeof NONE, ...before: readonly string[]): Tiny => ({
  indicators: { 'can-cuoc': WATCHED },
  answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
  facts: {
    history: history(...before.map((value, index) => `can-cuoc@2024-0${9 - index} = ${value}`)),
  },
});
const CARDS = ['soft outlier:CA-1/bo-cong-an/can-cuoc'];
const wide = (tiny: Tiny): Tiny => ({
  ...tiny,
  indicators: { 'can-cuoc': { outlier: { low: '0', high: '20' } } },
});

table('far from the median of earlier values', [
  ['no earlier value', cards('7000000'), []],
  ['five times the median', cards('500', '100', '90', '110'), []],
  ['more than five times', cards('501', '100', '90', '110'), CARDS],
  ['a fifth', cards('20', '100', '90', '110'), []],
  ['less than a fifth', cards('19', '100', '90', '110'), CARDS],
  ['không phát sinh after months of hundreds', cards(NONE, '100', '90', '110'), CARDS],
  ['the median is not the mean', cards('500', '100', '100', '100000'), []],
  ['of an even number of values it is the middle', cards('751', '100', '200', '50', '300'), CARDS],
  ['and near it', cards('750', '100', '200', '50', '300'), []],
  ['a median of zero is no measure', cards('500', '0', '0', '9'), []],
  ['only six values are remembered', cards('500', '100', '100', '100', '100', '100', '100', '1', '1'), []],
  ['two values: seven times the last', cards('700', '100', '90'), []],
  ['two values: more than that', cards('701', '100', '90'), CARDS],
  ['one value: a digit too many', cards('1000', '100'), CARDS],
  ['one value: a seventh', cards('100', '700'), []],
  ['one value: a digit too few', cards('99', '700'), CARDS],
  ['one value: a thousandth', cards('1', '1000'), CARDS],
  ['one value of a small count: ten times', cards('29', '2'), []],
  ['a band that is wider than that', wide(cards('2000', '100')), []],
  ['and what is outside it', wide(cards('2001', '100')), CARDS],
  ['one value of zero', cards('20001', '0'), []],
  ['an indicator that is not watched', { ...cards('501', '100', '90', '110'), indicators: {} }, []],
  [
    'values before a break of the series do not count',
    {
      ...cards('501', '100', '90', '110'),
      indicators: { 'can-cuoc': { ...WATCHED, breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] } },
    },
    [],
  ],
]);

const stock = (tiny: Tiny, outlier = WATCHED.outlier): Tiny => ({
  ...tiny,
  indicators: { 'can-cuoc': { nature: 'stock', outlier } },
});

table('a jump of what stood still', [
  ['half as much again', stock(cards('180', '120', '100', '110')), []],
  ['more than that', stock(cards('181', '120', '100', '110')), CARDS],
  ['two thirds', stock(cards('67', '120', '100', '110')), []],
  ['less than that', stock(cards('66', '120', '100', '110')), CARDS],
  ['it had moved before', stock(cards('181', '121', '100', '110')), []],
  ['two values are too few', stock(cards('181', '120', '110')), []],
  ['a flow comes and goes', cards('181', '120', '100', '110'), []],
  ['small counts as well', stock(cards('29', '15', '15', '15')), []],
  ['up to thirty', stock(cards('30', '15', '15', '15')), CARDS],
  ['a wider band of the author', stock(cards('181', '120', '100', '110'), { low: '0', high: '20' }), []],
]);

/** Cards of which only totals up to September are known. */
const totals = (now: string, lines: readonly string[], period = '2024-10'): Tiny => ({
  period,
  indicators: { 'can-cuoc': { ...WATCHED, since: '2023-12-10' } },
  answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
  facts: { history: history(...lines) },
});
const YEAR = ['can-cuoc@2024-09:ytd = 9000'];

table('far from the mean of a total, where no earlier period is known', [
  ['the mean of nine months: 1.000', totals('1000', YEAR), []],
  ['less than two hundred times it', totals('200000', YEAR), []],
  ['more', totals('200001', YEAR), CARDS],
  ['a two-hundredth', totals('5', YEAR), []],
  ['less than that', totals('4', YEAR), CARDS],
  ['nothing at all happened', totals('0', YEAR), []],
  ['of ten months since December', totals('200001', ['can-cuoc@2024-09:cumulative = 10000']), CARDS],
  [
    'in January the year before says nothing',
    {
      ...totals('200001', ['can-cuoc@2023-12:ytd = 9'], '2024-01'),
      indicators: { 'can-cuoc': WATCHED },
    },
    [],
  ],
  [
    'in January the total since December, which was one month',
    totals('200001', ['can-cuoc@2023-12:cumulative = 1000'], '2024-01'),
    CARDS,
  ],
  [
    'half a year beside three weeks of the half before',
    totals('200001', ['can-cuoc@2023-12:cumulative = 1000'], '2024-H1'),
    CARDS,
  ],
  ['a single earlier period says more', totals('200001', [...YEAR, 'can-cuoc@2024-09 = 100000']), []],
  [
    'a total from before a break says nothing',
    {
      ...totals('200001', YEAR),
      indicators: { 'can-cuoc': { ...WATCHED, breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] } },
    },
    [],
  ],
]);

/** Stations: 10, 20, 30 and 40 of four provinces unless Hà Nội says otherwise. */
const stations = (now: string, ...lines: readonly string[]): Tiny => ({
  indicators: { tram: WATCHED },
  answers: { 'F-TINH': { 'ha-noi': { tram: now } } },
  facts: { history: history(...lines) },
});
const months = (scope: string, value: string): readonly string[] =>
  ['2024-09', '2024-08', '2024-07'].map((month) => `tram@${month}${scope} = ${value}`);

table('as near to the cell as history allows', [
  ['a body against itself', stations('51', ...months('/ha-noi', '10')), ['soft outlier:F-TINH/ha-noi/tram']],
  [
    'once, although the total is far off too',
    stations('5100', ...months('/ha-noi', '10'), ...months('', '100')),
    ['soft outlier:F-TINH/ha-noi/tram'],
  ],
  [
    'a roster where no body has history',
    stations('5100', ...months('/tinh', '100')),
    ['soft outlier:F-TINH/tinh/tram'],
  ],
  [
    'the roster before the whole',
    stations('5100', ...months('/tinh', '100'), ...months('', '100')),
    ['soft outlier:F-TINH/tinh/tram'],
  ],
  ['the whole', stations('5100', ...months('', '100')), ['soft outlier:F-TINH/all/tram']],
  ['a body that is as usual', stations('15', ...months('/ha-noi', '10')), []],
]);

/** Twelve provinces, eleven of which have 100 stations. */
const twelve = (first: string | typeof NONE, others = '100', ...lines: readonly string[]): Tiny => ({
  ...provincesAnswering(['tram'], (place) => ({ tram: place === 0 ? first : others })),
  facts: { history: history(...lines) },
});
/** The second and the third province have another number than the others. */
const apart = (first: string, second: string): Tiny => {
  const { answers, ...tiny } = twelve(first);
  const others = { 'tinh-1': { tram: second }, 'tinh-2': { tram: second } };
  return { ...tiny, answers: { 'F-TINH': { ...answers?.['F-TINH'], ...others } } };
};
const UNLIKE = ['soft peers:F-TINH/tinh-0/tram'];

table('a body without history against the others', [
  ['three times as many', twelve('300'), []],
  ['more than three times', twelve('301'), UNLIKE],
  ['a third', twelve('34'), []],
  ['less than a third', twelve('33'), UNLIKE],
  ['four times the largest, where the largest is four times the smallest', apart('1600', '400'), []],
  ['more than that', apart('1601', '400'), UNLIKE],
  ['a quarter of the smallest', apart('25', '400'), []],
  ['less than that', apart('24', '400'), UNLIKE],
  ['where others are farther apart, a tenth of the smallest', apart('10', '2000'), []],
  ['less than a tenth', apart('9', '2000'), UNLIKE],
  ['fifty times the middle, where one is as large', apart('5000', '4000'), []],
  ['more than fifty times', apart('5001', '4000'), UNLIKE],
  ['small counts differ', twelve('29', '2'), []],
  ['zero is possible', twelve('0'), []],
  ['and so is không phát sinh', twelve(NONE), []],
  ['where the others have nothing', twelve('5001', '0'), []],
  ['a body with history is held against that', twelve('5001', '100', 'tram@2024-09/tinh-0 = 4000'), []],
  ['four provinces are too few to compare', stations('99999'), []],
]);

const unchanged = (now: string, ...lines: readonly string[]): Tiny => ({
  indicators: { 'can-cuoc': { unchangedFor: 3 } },
  answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
  facts: { history: history(...lines) },
});
const SAME = ['soft unchanged:CA-1/bo-cong-an/can-cuoc'];

table('unchanged for three months', [
  ['three in a row', unchanged('15', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-08 = 15'), SAME],
  ['two in a row', unchanged('15', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-08 = 14'), []],
  ['a change this month', unchanged('16', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-08 = 15'), []],
  ['with a gap in history', unchanged('15', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-07 = 15'), []],
  ['nothing to report stays nothing', unchanged('0', 'can-cuoc@2024-09 = 0', 'can-cuoc@2024-08 = 0'), []],
  [
    'not watched',
    { ...unchanged('15', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-08 = 15'), indicators: {} },
    [],
  ],
  [
    'of one province, in the figures of the system',
    {
      indicators: { tram: { unchangedFor: 3 } },
      facts: {
        earlier: ['2024-09', '2024-08'].flatMap((month) =>
          earlier('tram', month, { 'ha-noi': '10', 'dak-lak': '19' }),
        ),
      },
    },
    ['soft unchanged:F-TINH/ha-noi/tram'],
  ],
]);

const BAND: Check = {
  id: 'binh-quan',
  kind: 'band',
  numerator: 'can-cuoc',
  denominator: 'tram',
  low: '10',
  high: '70000',
};
const perStation = (can: string, first: string): Tiny =>
  withCheck(BAND, {
    answers: {
      'CA-1': { 'bo-cong-an': { 'can-cuoc': can } },
      'F-TINH': {
        'ha-noi': { tram: first },
        'dak-lak': { tram: '0' },
        'an-giang': { tram: '0' },
        'ca-mau': { tram: NONE },
      },
    },
  });

table('a quotient in its band', [
  ['at the upper end', perStation('700000', '10'), []],
  ['above it', perStation('700001', '10'), ['soft binh-quan']],
  ['at the lower end', perStation('100', '10'), []],
  ['below it', perStation('99', '10'), ['soft binh-quan']],
  ['something divided by nothing', perStation('99', '0'), ['soft binh-quan']],
  ['nothing divided by nothing', perStation('0', '0'), []],
]);

describe('the words of the unusual', () => {
  const cases: readonly [what: string, tiny: Tiny, id: string, message: string][] = [
    [
      'against the median',
      cards('501', '100', '90', '110'),
      'outlier:CA-1/bo-cong-an/can-cuoc',
      'Biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 501, cao khác thường so với mức thường gặp 100 (trung vị 3 kỳ gần nhất). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'against one value, a wrong scale',
      cards('1', '1200'),
      'outlier:CA-1/bo-cong-an/can-cuoc',
      'Biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 1, thấp khác thường so với 1.200 của tháng 9/2024; có thể đã nhầm đơn vị (nghìn, triệu, tỷ). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'against the mean of a total',
      totals('1000000', YEAR),
      'outlier:CA-1/bo-cong-an/can-cuoc',
      'Biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 1.000.000, cao khác thường so với bình quân 1.000 mỗi kỳ (từ đầu năm đến hết tháng 9/2024); có thể đã nhầm đơn vị (nghìn, triệu, tỷ). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'a whole',
      stations('5100', ...months('', '100')),
      'outlier:F-TINH/all/tram',
      'Biểu F-TINH, ô “Ô tram” của 4 đơn vị, cộng lại được 5.190, cao khác thường so với mức thường gặp 100',
    ],
    [
      'a jump of what stood still',
      stock(cards('1810', '1200', '1100', '1000')),
      'outlier:CA-1/bo-cong-an/can-cuoc',
      'Biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 1.810, cao khác thường so với 3 kỳ gần nhất, hầu như không đổi, từ 1.000 đến 1.200. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'beyond all peers',
      apart('1601', '400'),
      'peers:F-TINH/tinh-0/tram',
      'Biểu F-TINH, Tỉnh 0, ô “Ô tram” = 1.601, cao khác thường so với mức thường gặp 100 (trung vị các đơn vị cùng biểu; các đơn vị khác từ 100 đến 400). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'peers',
      twelve('1', '3000'),
      'peers:F-TINH/tinh-0/tram',
      'Biểu F-TINH, Tỉnh 0, ô “Ô tram” = 1, thấp khác thường so với mức thường gặp 3.000 (trung vị các đơn vị cùng biểu); có thể đã nhầm đơn vị (nghìn, triệu, tỷ). Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    ],
    [
      'unchanged',
      unchanged('15', 'can-cuoc@2024-09 = 15', 'can-cuoc@2024-08 = 15'),
      'unchanged:CA-1/bo-cong-an/can-cuoc',
      'Biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 15, không thay đổi trong 3 kỳ liên tiếp, từ tháng 8/2024. Đề nghị cập nhật số liệu, hoặc xác nhận số liệu còn đúng và ghi lý do.',
    ],
    [
      'a band',
      perStation('99', '10'),
      'binh-quan',
      '“Số thẻ căn cước” chia cho “Số trạm” (biểu CA-1, Bộ Công an, ô “Ô can-cuoc” = 99; biểu F-TINH, ô “Ô tram” của 4 đơn vị, cộng lại được 10) được 9,9, ngoài khoảng thường gặp từ 10 đến 70.000.',
    ],
  ];
  for (const [what, tiny, id, message] of cases) it(what, () => expect(said(tiny, id)).to.include(message));
});
