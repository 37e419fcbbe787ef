import { expect } from 'chai';
import { history, printed, type Tiny } from '../tiny-facts.ts';

/** A half-year report, in a year before which only ends of years are known. */
function half(...lines: readonly string[]): Tiny {
  return {
    period: '2020-H1',
    indicators: { 'ty-le': { numerator: 'tram', denominator: 'tram' } },
    facts: { history: history(...lines) },
  };
}

const RATES = half('ty-le@2018-12 = 4.55', 'ty-le@2019-12 = 10.76');
const FLOWS = half('ho-so@2018 = 900', 'ho-so@2019-H1 = 500', 'ho-so@2019-H2 = 600');

describe('periods that a text names by their id', () => {
  const cases: readonly [text: string, Tiny, expected: string][] = [
    ['{{figure "ty-le" at="2019"}}', RATES, '10,76%'],
    ['{{figure "ty-le" at="2018-Q4"}}', RATES, '4,55%'],
    ['{{figure "ho-so" at="2019"}}', FLOWS, '1.100'],
    ['{{figure "ho-so" at="2019-H2"}}', FLOWS, '600'],
    ['{{figure "ho-so" at="2017"}}', FLOWS, '[chưa có số liệu kỳ trước]'],
    ['{{change "ty-le" versus="2019"}}', RATES, 'Tăng 89,24 điểm phần trăm'],
    ['{{change "ho-so" versus="2019-H2"}}', FLOWS, 'Tăng 83,3%'],
    ['{{base "ty-le" versus="2018"}}', RATES, '4,55%'],
    ['{{change "ty-le" versus="year-start"}}', RATES, 'Tăng 89,24 điểm phần trăm'],
    ['{{periodName at="2019"}}', RATES, 'Năm 2019'],
    ['{{periodName at="2023-06" style="short"}}', RATES, 'Tháng 6/2023'],
    ['{{periodName at="2023-9M" style="ytd"}}', RATES, '9 tháng năm 2023'],
    ['{{year at="2019-12"}}', RATES, '2019'],
    ['{{count "ke-hoach" at="2019"}}', half('ke-hoach@2019-12 = 2'), '02'],
  ];
  for (const [text, tiny, expected] of cases)
    it(`${text} prints ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
});

describe('series', () => {
  const cases: readonly [text: string, Tiny, expected: string][] = [
    ['{{series "ty-le" years=2 by="year"}}', RATES, 'Năm 2018: 4,55%; năm 2019: 10,76%'],
    ['{{series "ho-so" years=2 by="year"}}', FLOWS, 'Năm 2018: 900; năm 2019: 1.100'],
    ['{{series "ho-so" years=1}}', FLOWS, 'Năm 2019: 500'],
    ['{{series "ho-so" years=1 by="period"}}', FLOWS, 'Năm 2019: 500'],
    [
      '{{series "can-cuoc" years=1 by="year"}}',
      { period: '2020-03', facts: { history: history('can-cuoc@2019-12:ytd = 70') } },
      'Năm 2019: 70',
    ],
  ];
  for (const [text, tiny, expected] of cases)
    it(`${text} prints ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
});
