import { expect } from 'chai';
import { foundIds } from '../checks/found.ts';
import { history, printed, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

const BREAK = [{ from: '2024-10', why: 'đổi cách đếm' }];

/** What is known of the past of a flow and a stock that are counted in another way from October. */
const broken = (...lines: readonly string[]): Tiny => ({
  indicators: {
    'ho-so': { breaks: BREAK },
    'can-cuoc': { breaks: BREAK, since: '2024-01-01', outlier: { low: '0.2', high: '5' }, unchangedFor: 2 },
    tram: { breaks: BREAK, rising: true },
  },
  facts: { history: history(...lines) },
});

describe('a break of a series', () => {
  const levels: readonly [text: string, lines: readonly string[], expected: string][] = [
    ['{{figure "ho-so" at="previous"}}', ['ho-so@2024-09 = 900'], '900'],
    ['{{figure "ho-so" at="previous" span="ytd"}}', ['ho-so@2024-09:ytd = 9000'], '9.000'],
    [
      '{{figure "ho-so" at="previous" span="ytd"}}',
      ['ho-so@2024-08:ytd = 8000', 'ho-so@2024-09 = 500'],
      '8.500',
    ],
    ['{{base "tram" versus="year-ago"}}', ['tram@2023-10 = 70'], '70'],
    [
      '{{series "ho-so" years=2}}',
      ['ho-so@2022-10 = 700', 'ho-so@2023-10 = 800'],
      'Năm 2022: 700; năm 2023: 800',
    ],
    ['{{figure "ty-le" at="previous"}}', ['ho-so@2024-09 = 200', 'truc-tuyen@2024-09 = 50'], '25,00%'],
  ];
  for (const [text, lines, expected] of levels)
    it(`what was published before it is still printed: ${text} is ${expected}`, () => {
      expect(printed(text, broken(...lines))).to.equal(expected);
    });

  const words = 'Không so sánh được do thay đổi cách tính';
  const compared: readonly [text: string, lines: readonly string[]][] = [
    ['{{change "ho-so" versus="previous"}}', ['ho-so@2024-09 = 900']],
    ['{{change "tram" versus="year-ago" as="amount"}}', ['tram@2023-10 = 70']],
    ['{{change "tong" versus="previous"}}', ['tong@2024-09 = 900']],
    ['{{change "ty-le" versus="previous"}}', ['ty-le@2024-09 = 25']],
    [
      '{{#ifComparable "tram" versus="previous"}}có{{else}}không so sánh được do thay đổi cách tính{{/ifComparable}}',
      ['tram@2024-09 = 70'],
    ],
  ];
  for (const [text, lines] of compared)
    it(`nothing is compared across it: ${text}`, () => {
      expect(printed(text, broken(...lines))).to.equal(words);
    });

  const totals: readonly [about: string, period: string, lines: readonly string[], expected: string][] = [
    [
      'the year to date is not carried over it',
      '2024-10',
      ['ho-so@2024-09:ytd = 9'],
      'null missing series-break',
    ],
    [
      'nor in later months',
      '2024-11',
      ['ho-so@2024-09:ytd = 9', 'ho-so@2024-10 = 1'],
      'null missing series-break',
    ],
    ['but goes on from what is given after it', '2024-11', ['ho-so@2024-10:ytd = 9'], '1109 known'],
    ['the first month of a year begins anew', '2025-01', ['ho-so@2024-12:ytd = 9'], '1100 known'],
  ];
  for (const [about, period, lines, expected] of totals)
    it(`${about}: ${expected}`, () => {
      const tiny = { ...broken(...lines), period };
      expect(valueOf(tinyBook(tiny), 'ho-so', { span: 'ytd' })).to.equal(expected);
    });

  it('shorter periods on both sides do not add up to a longer one', () => {
    const tiny = broken('ho-so@2024-Q3 = 5', 'ho-so@2024-Q4 = 6', 'ho-so@2024-Q1 = 7', 'ho-so@2024-Q2 = 8');
    const book = tinyBook({ ...tiny, period: '2025-H1' });
    expect(valueOf(book, 'ho-so', { period: '2024-H1' })).to.equal('15 known');
    expect(valueOf(book, 'ho-so', { period: '2024-H2' })).to.equal('null missing series-break');
  });

  const unsuspicious: readonly [about: string, lines: readonly string[]][] = [
    ['far from earlier values', ['can-cuoc@2024-09 = 1', 'can-cuoc@2024-08 = 1', 'can-cuoc@2024-07 = 1']],
    ['the same as before', ['can-cuoc@2024-09 = 7000000']],
    ['below an earlier total', ['tram@2024-09 = 1000']],
  ];
  for (const [about, lines] of unsuspicious)
    it(`no check compares across it: ${about}`, () => {
      expect(foundIds(broken(...lines))).to.deep.equal([]);
    });
});
