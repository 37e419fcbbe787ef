import { expect } from 'chai';
import type { Indicator } from '../../../src/domain/definition.ts';
import { earlier, EXEMPT, history, kinds, MISSING, printed, type Tiny } from '../tiny-facts.ts';

const money: NonNullable<Tiny['indicators']> = {
  'ho-so': { unit: 'đồng', scale: 'tỷ', decimals: 1 },
};
const amount = (value: string): Tiny => ({ answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': value } } } });
const of = (code: string, more: Partial<Indicator>): Tiny => ({ indicators: { [code]: more } });
type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
}

describe('figure', () => {
  table([
    ['the value', '{{figure "ho-so"}} hồ sơ', {}, '1.100 hồ sơ'],
    ['of a roster', '{{figure "ho-so" of="tinh"}}', {}, '1.000'],
    ['of one body', '{{figure "ho-so" of="bo-y-te"}}', {}, '50'],
    [
      'a small count is two digits',
      '{{figure "ho-so" of="bo-noi-vu"}}',
      { answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': '3' } } } },
      '03',
    ],
    [
      'zero is not',
      '{{figure "ho-so" of="bo-noi-vu"}}',
      { answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': '0' } } } },
      '0',
    ],
    ['a ratio with its sign', '{{figure "ty-le" of="tinh"}}', {}, '50,00%'],
    ['rounded once from the true value', '{{figure "ty-le" of="dak-lak"}}', {}, '33,33%'],
    ['decimals asked for', '{{figure "ty-le" of="dak-lak" decimals=0}}', {}, '33%'],
    ['how many answered yes', '{{figure "ke-hoach" of="tinh"}}', {}, '02'],
    ['how many stand in a class', '{{figure "tien-do" status="dang"}}', {}, '03'],
    ['a scale', '{{figure "can-cuoc" scale="triệu"}}', amount('7160000'), '7 triệu'],
    ['and its decimals', '{{figure "can-cuoc" scale="triệu" decimals=1}}', amount('7160000'), '7,2 triệu'],
    [
      'the scale of the indicator',
      '{{figure "can-cuoc"}}',
      { ...amount('7160000'), ...of('can-cuoc', { scale: 'triệu', decimals: 2 }) },
      '7,16 triệu',
    ],
    [
      'set aside, in units',
      '{{figure "can-cuoc" scale="none"}}',
      { ...amount('7160000'), ...of('can-cuoc', { scale: 'triệu', decimals: 2 }) },
      '7.160.000',
    ],
    [
      'hơn rounds down',
      '{{figure "can-cuoc" word="hơn" scale="triệu" decimals=1}}',
      amount('7160000'),
      'Hơn 7,1 triệu',
    ],
    [
      'trên rounds down',
      '{{figure "can-cuoc" word="trên" scale="triệu"}}',
      amount('7960000'),
      'Trên 7 triệu',
    ],
    [
      'gần rounds up',
      '{{figure "can-cuoc" word="gần" scale="triệu" decimals=1}}',
      amount('7110000'),
      'Gần 7,2 triệu',
    ],
    [
      'khoảng rounds half up',
      '{{figure "can-cuoc" word="khoảng" scale="triệu"}}',
      amount('7500000'),
      'Khoảng 8 triệu',
    ],
    [
      'a word that would be false is dropped',
      '{{figure "can-cuoc" word="hơn" scale="triệu"}}',
      amount('7000000'),
      '7 triệu',
    ],
    ['of a percentage too', '{{figure "ty-le" of="tinh" word="gần"}}', {}, '50,00%'],
    [
      'and of a plain count, which is two digits then',
      '{{figure "ho-so" of="bo-noi-vu" word="khoảng"}}',
      { answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': '7' } } } },
      '07',
    ],
    [
      'a place without a scale word',
      '{{figure "can-cuoc" place=1000 word="gần"}}',
      amount('2951'),
      'Gần 3.000',
    ],
    [
      'a place in the scale of the indicator',
      '{{figure "can-cuoc" word="trên" place=100000000000}}',
      { ...amount('1234567890123'), ...of('can-cuoc', { scale: 'tỷ', decimals: 2 }) },
      'Trên 1.200 tỷ',
    ],
    [
      'a place in a scale',
      '{{figure "can-cuoc" word="trên" scale="tỷ" place=100000000000}}',
      amount('1234567890123'),
      'Trên 1.200 tỷ',
    ],
    [
      'a place in units',
      '{{figure "can-cuoc" place=1000 scale="none"}}',
      { ...amount('2951300'), ...of('can-cuoc', { scale: 'triệu', decimals: 1 }) },
      '2.951.000',
    ],
    [
      'a place below the scale of the indicator',
      '{{figure "can-cuoc" place=1000}}',
      { ...amount('2951'), ...of('can-cuoc', { scale: 'triệu', decimals: 1 }) },
      '3.000',
    ],
    [
      'the period before',
      '{{figure "ho-so" at="previous"}}',
      { facts: { history: history('ho-so@2024-09 = 900') } },
      '900',
    ],
    [
      'the same period last year',
      '{{figure "ho-so" at="year-ago"}}',
      { facts: { history: history('ho-so@2023-10 = 800') } },
      '800',
    ],
    [
      'the end of last year',
      '{{figure "tram" at="year-start"}}',
      { facts: { history: history('tram@2023-12 = 70') } },
      '70',
    ],
    [
      'years back',
      '{{figure "ho-so" back=3}}',
      { facts: { history: history('ho-so@2021-10 = 700') } },
      '700',
    ],
    [
      'years back of a year',
      '{{figure "ho-so" back=1}}',
      { period: '2024', facts: { history: history('ho-so@2023 = 12') } },
      '12',
    ],
    ['no year back is this one', '{{figure "ho-so" back=0}}', {}, '1.100'],
    [
      'the year to date',
      '{{figure "ho-so" span="ytd"}}',
      { facts: { history: history('ho-so@2024-09:ytd = 900') } },
      '2.000',
    ],
    [
      'the cumulative total',
      '{{figure "ho-so" span="cumulative"}}',
      of('ho-so', { since: '2024-10-01' }),
      '1.100',
    ],
    ['nothing earlier is known', '{{figure "ho-so" span="ytd"}}', {}, '[chưa có số liệu kỳ trước]'],
    [
      'a total carried over a break',
      '{{figure "ho-so" span="ytd"}}',
      {
        ...of('ho-so', { breaks: [{ from: '2024-10', why: '' }] }),
        facts: { history: history('ho-so@2024-09:ytd = 900') },
      },
      '[không so sánh được do thay đổi cách tính]',
    ],
    [
      'over zero',
      '{{figure "ty-le" of="bo-y-te"}}',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': '0', 'truc-tuyen': '0' } } } },
      '[không tính được tỷ lệ trực tuyến: mẫu số bằng không]',
    ],
    [
      'what does not apply',
      '{{figure "tram" of="ha-noi"}}',
      { answers: { 'F-TINH': { 'ha-noi': { tram: EXEMPT } } } },
      '[không áp dụng]',
    ],
    [
      'one body is waited for',
      '{{figure "ho-so"}}',
      { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
      '[chưa đủ số liệu: Hà Nội]',
    ],
    [
      'four are: three are named',
      '{{figure "ho-so" of="tinh"}}',
      {
        answers: {
          'F-TINH': { 'ha-noi': MISSING, 'dak-lak': MISSING, 'an-giang': MISSING, 'ca-mau': MISSING },
        },
      },
      '[chưa đủ số liệu: Hà Nội, Đắk Lắk, An Giang và 01 đơn vị khác]',
    ],
  ]);

  it('is a figure, or a missing mark', () => {
    expect(kinds('{{figure "ho-so"}} và {{figure "ho-so" span="ytd"}}')).to.equal('figure missing');
  });
});

/** A rate of growth as it was reported. */
const grown = (value: string, more: Partial<Indicator> = {}): Tiny => ({
  indicators: { 'can-cuoc': { signed: true, unit: '%', nature: 'stock', decimals: 2, ...more } },
  answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': value } } },
});

describe('figure as a change', () => {
  const text = 'kim ngạch {{figure "can-cuoc" as="change"}}';
  table([
    ['growth', text, grown('0.36'), 'Kim ngạch tăng 0,36%'],
    ['a fall', text, grown('-2.3', { decimals: 1 }), 'Kim ngạch giảm 2,3%'],
    ['neither', text, grown('0'), 'Kim ngạch không thay đổi'],
    ['too small to show', text, grown('-0.004'), 'Kim ngạch giảm không đáng kể'],
    [
      'with a word and decimals',
      'kim ngạch {{figure "can-cuoc" as="change" word="hơn" decimals=1}}',
      grown('-2.36'),
      'Kim ngạch giảm hơn 2,3%',
    ],
    [
      'in its scale',
      text,
      grown('-3600000', { unit: 'đồng', scale: 'triệu', decimals: 1 }),
      'Kim ngạch giảm 3,6 triệu',
    ],
    [
      'of what is missing',
      text,
      { ...grown('1'), answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      'Kim ngạch [chưa đủ số liệu: Bộ Công an]',
    ],
  ]);
});

describe('figure per day', () => {
  const january: Tiny = { period: '2024-01' };
  table([
    ['over the days of the window', '{{figure "can-cuoc" per="day"}}', amount('3100'), '100'],
    [
      'rounded once',
      '{{figure "can-cuoc" per="day" word="khoảng" decimals=1}}',
      amount('1000'),
      'Khoảng 32,3',
    ],
    [
      'of its own window',
      '{{figure "can-cuoc" per="day"}}',
      { ...amount('3000'), ...of('can-cuoc', { window: 'lech' }) },
      '100',
    ],
    ['of a quarter', '{{figure "can-cuoc" per="day"}}', { period: '2024-Q4', ...amount('9200') }, '100'],
    [
      'of the year to date, over its days',
      '{{figure "can-cuoc" per="day" span="ytd"}}',
      { ...amount('3050'), facts: { history: history('can-cuoc@2024-09:ytd = 27450') } },
      '100',
    ],
    [
      'of the year to date in its own windows, from 15 December',
      '{{figure "can-cuoc" per="day" span="ytd"}}',
      {
        ...amount('3050'),
        ...of('can-cuoc', { window: 'lech' }),
        facts: { history: history('can-cuoc@2024-09:ytd = 27450') },
      },
      // 305 days, of which 17 in December.
      '100',
    ],
    [
      'of a first month, which is the year to date',
      '{{figure "can-cuoc" per="day" span="ytd"}}',
      { ...january, ...amount('3100') },
      '100',
    ],
    [
      'of an earlier month, over the days of that one',
      '{{figure "can-cuoc" per="day" at="previous"}}',
      { facts: { history: history('can-cuoc@2024-09 = 3000') } },
      '100',
    ],
    [
      'of a cumulative total, since its day',
      '{{figure "can-cuoc" per="day" span="cumulative"}}',
      {
        ...amount('3100'),
        ...of('can-cuoc', { since: '2024-09-01' }),
        facts: { history: history('can-cuoc@2024-09:cumulative = 3000') },
      },
      '100',
    ],
    [
      'of what is missing',
      '{{figure "can-cuoc" per="day"}}',
      { answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      '[chưa đủ số liệu: Bộ Công an]',
    ],
  ]);
});

describe('figure per month', () => {
  table([
    ['of half a year', '{{figure "can-cuoc" per="month"}}', { period: '2024-H1', ...amount('600') }, '100'],
    ['of a month', '{{figure "can-cuoc" per="month"}}', amount('600'), '600'],
    [
      'of the year to date, over its months',
      '{{figure "can-cuoc" per="month" span="ytd" word="khoảng"}}',
      { ...amount('100'), facts: { history: history('can-cuoc@2024-09:ytd = 905') } },
      'Khoảng 101',
    ],
    [
      'of windows that begin on another day',
      '{{figure "can-cuoc" per="month" span="ytd"}}',
      {
        ...amount('100'),
        ...of('can-cuoc', { window: 'lech' }),
        facts: { history: history('can-cuoc@2024-09:ytd = 900') },
      },
      '100',
    ],
    [
      'of a cumulative total, since its day',
      '{{figure "can-cuoc" per="month" span="cumulative"}}',
      {
        ...amount('100'),
        ...of('can-cuoc', { since: '2023-12-09' }),
        facts: { history: history('can-cuoc@2024-09:cumulative = 1000') },
      },
      '100',
    ],
    [
      'of the same half a year ago',
      '{{figure "can-cuoc" per="month" at="year-ago"}}',
      { period: '2024-H1', facts: { history: history('can-cuoc@2023-H1 = 540') } },
      '90',
    ],
  ]);
});

describe('outOf', () => {
  const paired = of('truc-tuyen', { outOf: 'ho-so' });
  table([
    ['N/M, both as they are', '{{outOf "truc-tuyen" of="tinh"}}', paired, '500/1.000'],
    ['without leading zeros', '{{outOf "truc-tuyen" of="bo-noi-vu"}}', paired, '5/20'],
    [
      'of an earlier period',
      '{{outOf "truc-tuyen" at="previous"}}',
      { ...paired, facts: { history: history('truc-tuyen@2024-09 = 3', 'ho-so@2024-09 = 9') } },
      '3/9',
    ],
    [
      'the part is missing',
      '{{outOf "truc-tuyen" of="bo-y-te"}}',
      { ...paired, answers: { 'F-BO': { 'bo-y-te': { 'truc-tuyen': null } } } },
      '[chưa đủ số liệu: Bộ Y tế]',
    ],
    [
      'the whole is missing',
      '{{outOf "truc-tuyen" of="bo-y-te"}}',
      { ...paired, answers: { 'F-BO': { 'bo-y-te': { 'ho-so': null } } } },
      '[chưa đủ số liệu: Bộ Y tế]',
    ],
  ]);

  it('is two figures', () => {
    expect(kinds('{{outOf "truc-tuyen"}}', paired)).to.equal('figure figure');
  });
});

describe('series', () => {
  const years = history('ty-le@2021-10 = 10.756', 'ty-le@2022-10 = 14.1', 'ty-le@2023-10 = 20');
  table([
    [
      'oldest first',
      '{{series "ty-le" years=3}}',
      { facts: { history: years } },
      'Năm 2021: 10,76%; năm 2022: 14,10%; năm 2023: 20,00%',
    ],
    [
      'joined otherwise',
      'các năm: {{series "ty-le" years=2 join=", " decimals=0}}',
      { facts: { history: years } },
      'Các năm: năm 2022: 14%, năm 2023: 20%',
    ],
    [
      'a year that is not known',
      'các năm: {{series "ty-le" years=4}}',
      { facts: { history: years.slice(1) } },
      'Các năm: năm 2020: [chưa có số liệu kỳ trước]; năm 2021: [chưa có số liệu kỳ trước]; năm 2022: 14,10%; năm 2023: 20,00%',
    ],
    [
      'of a block, in a scale',
      '{{series "ho-so" years=1 of="tinh" scale="nghìn"}}',
      { facts: { history: history('ho-so@2023-10/tinh = 3000') } },
      'Năm 2023: 3 nghìn',
    ],
    [
      'of whole years, where a stock stood at their ends',
      '{{series "tram" years=2 by="year"}}',
      { facts: { history: history('tram@2022-12 = 60', 'tram@2023-12 = 70') } },
      'Năm 2022: 60; năm 2023: 70',
    ],
    [
      'of years',
      '{{series "ho-so" years=1}}',
      { period: '2024', facts: { history: history('ho-so@2023 = 3000') } },
      'Năm 2023: 3.000',
    ],
    [
      'of years to date, of a class',
      '{{series "ho-so" years=1 span="ytd"}}; {{series "tien-do" years=1 status="xong"}}',
      { facts: { history: history('ho-so@2023-10:ytd = 9000', 'tien-do[xong]@2023-10 = 4') } },
      'Năm 2023: 9.000; năm 2023: 04',
    ],
  ]);

  it('is dates and figures', () => {
    expect(kinds('{{series "ty-le" years=2}}', { facts: { history: years } })).to.equal(
      'date figure date figure',
    );
  });
});

const goal = (value: string, more: Partial<Indicator> = {}): Tiny => ({
  indicators: {
    'ty-le': { targets: [{ year: '2024', value, source: 'Nghị quyết số 01/NQ-CP' }], ...more },
    'can-cuoc': { targets: [{ year: '2024', value, source: 'Kế hoạch' }], ...more },
  },
});

describe('target and achieved', () => {
  table([
    ['as it was set', '{{target "ty-le"}}', goal('30'), '30%'],
    ['with its decimal', '{{target "ty-le"}}', goal('30.5'), '30,5%'],
    ['with no more than the indicator has', '{{target "ty-le"}}', goal('30.555'), '30,56%'],
    ['with decimals asked for', '{{target "ty-le" decimals=1}}', goal('30'), '30,0%'],
    [
      'in the scale of the indicator',
      '{{target "can-cuoc"}}',
      goal('1500000', { scale: 'triệu', decimals: 2 }),
      '1,5 triệu',
    ],
    [
      'in another',
      '{{target "can-cuoc" scale="nghìn"}}',
      goal('1500000', { scale: 'triệu', decimals: 2 }),
      '1.500 nghìn',
    ],
    ['of a named year', '{{target "ty-le" year="2024"}}', { ...goal('30'), period: '2025-10' }, '30%'],
    ['none for the year', '{{target "ty-le"}}', { ...goal('30'), period: '2025-10' }, '[chưa có mục tiêu]'],
    ['result in percent of the goal', '{{achieved "ty-le" of="tinh"}}', goal('75'), '66,7%'],
    ['with decimals', '{{achieved "ty-le" of="tinh" decimals=0}}', goal('75'), '67%'],
    ['beyond the goal', '{{achieved "can-cuoc"}}', goal('3500000'), '200,0%'],
    [
      'of the year to date',
      '{{achieved "can-cuoc" span="ytd"}}',
      { ...goal('14000000'), facts: { history: history('can-cuoc@2024-09:ytd = 7000000') } },
      '100,0%',
    ],
    [
      'of a goal of nothing',
      '{{achieved "ty-le" of="tinh"}}',
      goal('0'),
      '[không tính được: mục tiêu bằng không]',
    ],
    [
      'of what is missing',
      '{{achieved "can-cuoc"}}',
      { ...goal('75'), answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      '[chưa đủ số liệu: Bộ Công an]',
    ],
    ['without a goal', '{{achieved "ty-le"}}', {}, '[chưa có mục tiêu]'],
    [
      'of a named year, of a class',
      '{{achieved "ty-le" of="tinh" year="2024"}} và {{achieved "tien-do" status="dang"}}',
      {
        ...goal('100'),
        indicators: {
          ...goal('100').indicators,
          'tien-do': { targets: [{ year: '2024', value: '4', source: 'Kế hoạch' }] },
        },
      },
      '50,0% và 75,0%',
    ],
  ]);
});

describe('base', () => {
  table([
    [
      'the earlier value',
      '({{base "ho-so" versus="previous"}} hồ sơ)',
      { facts: { history: history('ho-so@2024-09 = 900') } },
      '(900 hồ sơ)',
    ],
    [
      'of a block, with a word',
      '{{base "ho-so" versus="year-ago" of="tinh" word="gần" place=100}}',
      { facts: { history: history('ho-so@2023-10/tinh = 850') } },
      'Gần 900',
    ],
    [
      'of the year to date',
      '{{base "ho-so" versus="year-ago" span="ytd"}}',
      { facts: { history: history('ho-so@2023-10:ytd = 9000') } },
      '9.000',
    ],
    [
      'of a class',
      '{{base "tien-do" versus="previous" status="xong"}}',
      { facts: { history: history('tien-do[xong]@2024-09 = 1') } },
      '01',
    ],
    [
      'of bodies that reported then',
      '{{base "tram" versus="previous"}}',
      {
        facts: {
          earlier: earlier('tram', '2024-09', {
            'ha-noi': '1',
            'dak-lak': '1',
            'an-giang': '1',
            'ca-mau': '1',
          }),
        },
      },
      '04',
    ],
    ['not known', '{{base "ho-so" versus="previous"}}', {}, '[chưa có số liệu kỳ trước]'],
    [
      'in the scale of the indicator',
      '{{base "ho-so" versus="previous"}}',
      { indicators: money, facts: { history: history('ho-so@2024-09 = 2500000000') } },
      '2,5 tỷ',
    ],
    [
      'with its own scale and decimals',
      '{{base "ho-so" versus="previous" scale="triệu" decimals=2}}',
      { facts: { history: history('ho-so@2024-09 = 2500000') } },
      '2,50 triệu',
    ],
  ]);
});
