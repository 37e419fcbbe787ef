import { expect } from 'chai';
import { endingWith, tilingsOf } from '../../../src/domain/period.ts';
import type { Span } from '../../../src/domain/definition.ts';
import { earlier, history, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

const FOUR = { 'ha-noi': '1', 'dak-lak': '2', 'an-giang': '3', 'ca-mau': '4' };
const MONTHS = Array.from({ length: 12 }, (_, index) => `2019-${String(index + 1).padStart(2, '0')}`);

describe('periods that end on the same day', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['2024-10', ['2024-10']],
    ['2024-03', ['2024-03', '2024-Q1']],
    ['2020-H1', ['2020-H1', '2020-06', '2020-Q2']],
    ['2023-9M', ['2023-9M', '2023-09', '2023-Q3']],
    ['2019', ['2019', '2019-12', '2019-Q4', '2019-H2']],
  ];
  for (const [period, expected] of cases)
    it(period, () => {
      expect(endingWith(period)).to.deep.equal(expected);
    });
});

describe('shorter periods that make up a period', () => {
  const cases: readonly [string, readonly (readonly string[])[]][] = [
    ['2024-10', []],
    ['2024-Q3', [['2024-07', '2024-08', '2024-09']]],
    [
      '2023-9M',
      [['2023-Q1', '2023-Q2', '2023-Q3'], MONTHS.slice(0, 9).map((month) => month.replace('2019', '2023'))],
    ],
    ['2019', [['2019-H1', '2019-H2'], ['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4'], MONTHS]],
  ];
  for (const [period, expected] of cases)
    it(period, () => {
      expect(tilingsOf(period)).to.deep.equal(expected);
    });
});

function known(...lines: readonly string[]): Tiny {
  return { period: '2020-H1', facts: { history: history(...lines) } };
}

describe('an earlier value under another name', () => {
  const cases: readonly [string, Tiny, code: string, period: string, span: Span, expected: string][] = [
    [
      'a stock at the end of a year, given for December',
      known('tram@2019-12 = 7'),
      'tram',
      '2019',
      'period',
      '7 known',
    ],
    ['for the fourth quarter', known('tram@2019-Q4 = 7'), 'tram', '2019-H2', 'period', '7 known'],
    ['for the year', known('tram@2019 = 7'), 'tram', '2019-12', 'period', '7 known'],
    ['of one body', known('tram@2019/ha-noi = 7'), 'tram', '2019-12', 'period', 'null missing no-history'],
    ['not for November', known('tram@2019-11 = 7'), 'tram', '2019-12', 'period', 'null missing no-history'],
    [
      'exactly goes before rounded',
      known('tram@2019-12 = 7 ~10', 'tram@2019 = 8'),
      'tram',
      '2019-12',
      'period',
      '8 known',
    ],
    ['a count of bodies', known('ke-hoach@2019-12 = 2'), 'ke-hoach', '2019', 'period', '2 known'],
    [
      'a ratio of stocks',
      { ...known('ty-le@2019-12 = 9'), indicators: { 'ty-le': { numerator: 'tram', denominator: 'tram' } } },
      'ty-le',
      '2019',
      'period',
      '9 known',
    ],
    [
      'a ratio of flows is about its period',
      known('ty-le@2019-12 = 9'),
      'ty-le',
      '2019',
      'period',
      'null missing no-history',
    ],
    [
      'but that of the year to December is that of the year',
      known('ty-le@2019-12:ytd = 9'),
      'ty-le',
      '2019',
      'period',
      '9 known',
    ],
    [
      'a flow of a year is not that of its December',
      known('ho-so@2019-12 = 7'),
      'ho-so',
      '2019',
      'period',
      'null missing no-history',
    ],
    ['it is its year to December', known('ho-so@2019-12:ytd = 7'), 'ho-so', '2019', 'period', '7 known'],
    ['its year to the fourth quarter', known('ho-so@2019-Q4:ytd = 7'), 'ho-so', '2019', 'period', '7 known'],
    [
      'the sum of its halves',
      known('ho-so@2019-H1 = 3', 'ho-so@2019-H2 = 4'),
      'ho-so',
      '2019',
      'period',
      '7 known',
    ],
    [
      'of its months',
      known(...MONTHS.map((month) => `ho-so@${month} = 2`)),
      'ho-so',
      '2019',
      'period',
      '24 known',
    ],
    [
      'of its months, in the halves',
      known('ho-so@2019-H1 = 3', ...MONTHS.slice(6).map((month) => `ho-so@${month} = 2`)),
      'ho-so',
      '2019',
      'period',
      '15 known',
    ],
    [
      'not when one is not known',
      known(...MONTHS.slice(1).map((month) => `ho-so@${month} = 2`)),
      'ho-so',
      '2019',
      'period',
      'null missing no-history',
    ],
    [
      'the second half is not the year to its end',
      known('ho-so@2019-12:ytd = 7'),
      'ho-so',
      '2019-H2',
      'period',
      'null missing no-history',
    ],
    ['the year to June is the first half', known('ho-so@2019-H1 = 7'), 'ho-so', '2019-06', 'ytd', '7 known'],
    [
      'the year to July goes on from the first half',
      known('ho-so@2019-H1 = 7', 'ho-so@2019-07 = 1'),
      'ho-so',
      '2019-07',
      'ytd',
      '8 known',
    ],
    [
      'the year to December goes on by the last quarter',
      known('ho-so@2019-9M = 7', 'ho-so@2019-Q4 = 1'),
      'ho-so',
      '2019-12',
      'ytd',
      '8 known',
    ],
    [
      'a cumulative total at the end of a year',
      known('ho-so@2019-12:cumulative = 70'),
      'ho-so',
      '2019',
      'cumulative',
      '70 known',
    ],
    [
      'carried on from another kind of period',
      known('ho-so@2019-09:cumulative = 70', 'ho-so@2019-Q4 = 5'),
      'ho-so',
      '2019',
      'cumulative',
      '75 known',
    ],
    ['the period itself by another name', known(), 'tram', '2020-06', 'period', '100 known'],
    ['its year to date too', known(), 'ho-so', '2020-Q2', 'ytd', '1100 known'],
  ];
  for (const [about, tiny, code, period, span, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(valueOf(tinyBook(tiny), code, { period, span })).to.equal(expected);
    });

  it('figures of bodies in December hold for the end of the year', () => {
    const book = tinyBook({ period: '2020-H1', facts: { earlier: earlier('tram', '2019-12', FOUR) } });
    expect(valueOf(book, 'tram', { period: '2019-H2', scope: 'tinh' })).to.equal('10 known');
  });

  it('the cumulative total of a half year goes on from December', () => {
    const book = tinyBook(known('ho-so@2019-12:cumulative = 70'));
    expect(valueOf(book, 'ho-so', { span: 'cumulative' })).to.equal('1170 known');
  });

  it('a long record is added up to its beginning', () => {
    const lines = Array.from({ length: 60 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return `ho-so@${2015 + Math.floor(index / 12)}-${month} = 1`;
    });
    const book = tinyBook({
      ...known(...lines),
      period: '2020-01',
      indicators: { 'ho-so': { since: '2015-01-01' } },
    });
    expect(valueOf(book, 'ho-so', { span: 'cumulative' })).to.equal('1160 known');
    expect(valueOf(book, 'ho-so', { period: '2019', span: 'cumulative' })).to.equal('60 known');
  });

  it('a stock is known before under any kind of period, each day once', () => {
    const book = tinyBook(known('tram@2019 = 1', 'tram@2019-12 = 1', 'tram@2019-Q3 = 1', 'tram@2020-06 = 1'));
    expect(book.earlier.knownBefore(book.measure('tram'))).to.deep.equal(['2019', '2019-Q3']);
  });
});

describe('months and longer periods in one report', () => {
  const six = ['01', '02', '03', '04', '05', '06'].map((month) => `2024-${month}`);
  const months = { earlier: six.flatMap((month) => earlier('ho-so', month, FOUR)) };
  const half = { earlier: earlier('ho-so', '2024-H1', FOUR) };
  const cases: readonly [about: string, Tiny, period: string, span: Span, expected: string][] = [
    [
      'a half-year is what is asked, not the sum of its months',
      { period: '2024-H1', facts: months },
      '2024-H1',
      'period',
      '1000 known',
    ],
    ['and its own year to date', { period: '2024-H1', facts: months }, '2024-H1', 'ytd', '1000 known'],
    [
      'its year to June is its own too, by the name of the month',
      { period: '2024-H1', facts: months },
      '2024-06',
      'ytd',
      '1000 known',
    ],
    [
      'a month of it is what was asked then',
      { period: '2024-H1', facts: months },
      '2024-06',
      'period',
      '10 known',
    ],
    [
      'a third quarter goes on from the months',
      { period: '2024-Q3', facts: months },
      '2024-Q3',
      'ytd',
      '1060 known',
    ],
    ['July goes on from the half-year', { period: '2024-07', facts: half }, '2024-07', 'ytd', '1010 known'],
    [
      'an earlier half-year that was not asked is the sum of its months',
      { period: '2024-H2', facts: months },
      '2024-H1',
      'period',
      '60 known',
    ],
  ];
  for (const [about, tiny, period, span, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(valueOf(tinyBook(tiny), 'ho-so', { period, span, scope: 'tinh' })).to.equal(expected);
    });
});
