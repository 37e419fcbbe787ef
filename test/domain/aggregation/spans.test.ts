import { expect } from 'chai';
import { earlier, history, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

const FOUR = { 'ha-noi': '1', 'dak-lak': '2', 'an-giang': '3', 'ca-mau': '4' };

/** 1.100 in the period itself: 1.000 of provinces and 100 of ministries. */
describe('totals over time', () => {
  const cases: readonly [string, Tiny, span: 'period' | 'ytd' | 'cumulative', expected: string][] = [
    ['January is its own year to date', { period: '2024-01' }, 'ytd', '1100 known'],
    ['so is a first quarter', { period: '2024-Q1' }, 'ytd', '1100 known'],
    ['a first half', { period: '2020-H1' }, 'ytd', '1100 known'],
    ['nine months', { period: '2023-9M' }, 'ytd', '1100 known'],
    ['and a year', { period: '2024' }, 'ytd', '1100 known'],
    ['without an earlier value there is none', {}, 'ytd', 'null missing no-history'],
    [
      'a year to date goes on from the published one before',
      { facts: { history: history('ho-so@2024-09:ytd = 9000') } },
      'ytd',
      '10100 known',
    ],
    [
      'a published year to date of another kind of period that ends on the same day is a base too',
      { facts: { history: history('ho-so@2024-Q3:ytd = 9000') } },
      'ytd',
      '10100 known',
    ],
    [
      'or adds up the months before, down to January',
      {
        period: '2024-03',
        facts: { history: history('ho-so@2024-01 = 10', 'ho-so@2024-02 = 20') },
      },
      'ytd',
      '1130 known',
    ],
    [
      'a month missing in between leaves nothing',
      { period: '2024-03', facts: { history: history('ho-so@2024-01 = 10') } },
      'ytd',
      'null missing no-history',
    ],
    [
      'H2 goes on from H1',
      { period: '2020-H2', facts: { history: history('ho-so@2020-H1 = 500') } },
      'ytd',
      '1600 known',
    ],
    [
      'a cumulative total does not stop at the new year',
      { period: '2024-01', facts: { history: history('ho-so@2023-12:cumulative = 5000') } },
      'cumulative',
      '6100 known',
    ],
    [
      'nine months carry on the cumulative total of the whole year before, not of its nine months',
      {
        period: '2023-9M',
        facts: { history: history('ho-so@2022-9M:cumulative = 900', 'ho-so@2022:cumulative = 2000') },
      },
      'cumulative',
      '3100 known',
    ],
    [
      'a year carries on the year before',
      { period: '2024', facts: { history: history('ho-so@2023:cumulative = 2000') } },
      'cumulative',
      '3100 known',
    ],
    [
      'a total since a day within the window needs nothing earlier',
      { indicators: { 'ho-so': { since: '2024-10-01' } } },
      'cumulative',
      '1100 known',
    ],
    [
      'a total since the day before the window does',
      { indicators: { 'ho-so': { since: '2024-09-30' } } },
      'cumulative',
      'null missing no-history',
    ],
    [
      'a total since a day within an earlier period begins there',
      {
        indicators: { 'ho-so': { since: '2024-08-15' } },
        facts: { history: history('ho-so@2024-08 = 10', 'ho-so@2024-09 = 20') },
      },
      'cumulative',
      '1130 known',
    ],
    [
      'within the window means the window of the indicator',
      {
        indicators: { 'ho-so': { since: '2024-09-20', window: 'lech' } },
      },
      'cumulative',
      '1100 known',
    ],
    ['a stock has no year to date: it is what it is', { period: '2024-03' }, 'ytd', '100 known'],
  ];
  for (const [about, tiny, span, expected] of cases)
    it(about, () => {
      const code = about.startsWith('a stock') ? 'tram' : 'ho-so';
      expect(valueOf(tinyBook(tiny), code, { span })).to.equal(expected);
    });

  it('a ratio of the year is the ratio of the two years to date', () => {
    const book = tinyBook({
      facts: { history: history('ho-so@2024-09:ytd = 900', 'truc-tuyen@2024-09:ytd = 460') },
    });
    expect(valueOf(book, 'ty-le', { span: 'ytd' })).to.equal('50 known');
  });

  it('a total of one body or block is carried on from that of the same body or block', () => {
    const book = tinyBook({
      facts: { history: history('ho-so@2024-09:ytd/ha-noi = 1000', 'ho-so@2024-09:ytd = 9000') },
    });
    expect(valueOf(book, 'ho-so', { span: 'ytd', scope: 'ha-noi' })).to.equal('1400 known');
    expect(valueOf(book, 'ho-so', { span: 'ytd', scope: 'dak-lak' })).to.equal('null missing no-history');
  });

  it('what bodies lack this month stays lacking in the total', () => {
    const book = tinyBook({
      answers: { 'F-TINH': { 'ha-noi': null } },
      facts: { history: history('ho-so@2024-09:ytd = 9000') },
    });
    expect(valueOf(book, 'ho-so', { span: 'ytd' })).to.equal('9700 missing');
    expect(book.value(book.measure('ho-so', { span: 'ytd' })).lacking).to.deep.equal([
      { entity: 'ha-noi', why: 'not-submitted' },
    ]);
  });
});

describe('earlier values', () => {
  const tinh = { scope: 'tinh', period: '2024-09' } as const;
  const exactly = history('tram@2024-09 = 70', 'tram@2024-09/tinh = 71');
  const rounded = history('ho-so@2024-09/tinh = 9800 ~100');
  const parts = history('ho-so@2024-09/tinh = 200', 'truc-tuyen@2024-09/tinh = 50');

  const cases: readonly [string, string, Tiny, expected: string][] = [
    ['nothing is known', 'tram', {}, 'null missing no-history'],
    ['history is', 'tram', { facts: { history: exactly } }, '71 known'],
    [
      'figures of all bodies go before history',
      'tram',
      { facts: { history: exactly, earlier: earlier('tram', '2024-09', FOUR) } },
      '10 known',
    ],
    [
      'but not when one body has none',
      'tram',
      { facts: { history: exactly, earlier: earlier('tram', '2024-09', { 'ha-noi': '1', 'dak-lak': '2' }) } },
      '71 known',
    ],
    [
      'figures of some bodies are no total',
      'tram',
      { facts: { earlier: earlier('tram', '2024-09', { 'ha-noi': '1', 'dak-lak': '2' }) } },
      'null missing no-history',
    ],
    ['a rounded value is better than none', 'ho-so', { facts: { history: rounded } }, '9800 known'],
    [
      'exact history goes before parts',
      'ty-le',
      { facts: { history: [...parts, ...history('ty-le@2024-09/tinh = 24.9')] } },
      '24.9 known',
    ],
    ['parts give a ratio', 'ty-le', { facts: { history: parts } }, '25 known'],
    [
      'and go before one published rounded',
      'ty-le',
      { facts: { history: [...parts, ...history('ty-le@2024-09/tinh = 24.9 ~0.1')] } },
      '25 known',
    ],
    [
      'a ratio is recomputed from figures of bodies too',
      'ty-le',
      {
        facts: {
          earlier: [
            ...earlier('ho-so', '2024-09', { 'ha-noi': '4', 'dak-lak': '4', 'an-giang': '4', 'ca-mau': '8' }),
            ...earlier('truc-tuyen', '2024-09', FOUR),
          ],
        },
      },
      '50 known',
    ],
    [
      'flags are counted',
      'ke-hoach',
      {
        facts: {
          earlier: earlier('ke-hoach', '2024-09', {
            'ha-noi': 'yes',
            'dak-lak': 'no',
            'an-giang': 'yes',
            'ca-mau': 'yes',
          }),
        },
      },
      '3 known',
    ],
    [
      'before a break the old value stands',
      'tram',
      {
        indicators: { tram: { breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] } },
        facts: { history: exactly },
      },
      '71 known',
    ],
    [
      'a break before both does not matter',
      'tram',
      {
        indicators: { tram: { breaks: [{ from: '2024-09', why: 'đổi cách đếm' }] } },
        facts: { history: exactly },
      },
      '71 known',
    ],
    [
      'and so does what is recomputed from old parts',
      'ty-le',
      {
        indicators: { 'truc-tuyen': { breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] } },
        facts: { history: parts },
      },
      '25 known',
    ],
    [
      'an earlier denominator of zero is said as such',
      'ty-le',
      { facts: { history: history('ho-so@2024-09/tinh = 0', 'truc-tuyen@2024-09/tinh = 0') } },
      'null missing zero-base',
    ],
  ];
  for (const [about, code, tiny, expected] of cases)
    it(about, () => {
      expect(valueOf(tinyBook(tiny), code, tinh)).to.equal(expected);
    });

  it('an indicator with a primary form has the primary figure of a body, whichever comes last', () => {
    const figures = [
      ...earlier('can-cuoc', '2024-09', { 'bo-cong-an': '5' }, 'CA-1'),
      ...earlier('can-cuoc', '2024-09', { 'bo-cong-an': '7' }, 'F-BO'),
    ];
    for (const list of [figures, [...figures].reverse()]) {
      const book = tinyBook({ indicators: { 'can-cuoc': { primary: 'CA-1' } }, facts: { earlier: list } });
      expect(valueOf(book, 'can-cuoc', { period: '2024-09' })).to.equal('5 known');
    }
  });

  it('periods for which something is known are of the same kind, before, and newest first', () => {
    const book = tinyBook({
      facts: {
        history: history(
          'ho-so@2024-Q3 = 1',
          'ho-so@2023-Q4 = 1',
          'ho-so@2023 = 1',
          'ho-so@2023-12 = 1',
          'ho-so@2024-09 = 1',
          'ho-so@2024-11 = 1',
          'tram@2024-08 = 1',
        ),
        earlier: earlier('ho-so', '2024-07', FOUR),
      },
    });
    expect(book.earlier.knownBefore(book.measure('ho-so'))).to.deep.equal(['2024-09', '2024-07', '2023-12']);
  });
});
