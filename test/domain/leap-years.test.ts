import { expect } from 'chai';
import { daysBetween } from '../../src/domain/dates.ts';
import { tilingsOf, windowName, windowOf } from '../../src/domain/period.ts';
import type { WindowRule } from '../../src/domain/definition.ts';
import { history, indicator, printed, tinyBook, valueOf, type Tiny } from './tiny-facts.ts';

const WHOLE: WindowRule = { label: '', from: { month: 0, day: 1 }, to: { month: 0, day: 'last' } };
const SHIFTED: WindowRule = { label: '', from: { month: -1, day: 15 }, to: { month: 0, day: 14 } };

describe('leap years', () => {
  const windows: readonly [rule: WindowRule, period: string, name: string, days: number][] = [
    [WHOLE, '2024-02', 'từ ngày 01/02/2024 đến ngày 29/02/2024', 29],
    [WHOLE, '2023-02', 'từ ngày 01/02/2023 đến ngày 28/02/2023', 28],
    [WHOLE, '2024-Q1', 'từ ngày 01/01/2024 đến ngày 31/3/2024', 91],
    [WHOLE, '2023-Q1', 'từ ngày 01/01/2023 đến ngày 31/3/2023', 90],
    [WHOLE, '2024', 'từ ngày 01/01/2024 đến ngày 31/12/2024', 366],
    [WHOLE, '2023', 'từ ngày 01/01/2023 đến ngày 31/12/2023', 365],
    [SHIFTED, '2024-02', 'từ ngày 15/01/2024 đến ngày 14/02/2024', 31],
    [SHIFTED, '2024-03', 'từ ngày 15/02/2024 đến ngày 14/3/2024', 29],
    [SHIFTED, '2024-Q1', 'từ ngày 15/12/2023 đến ngày 14/3/2024', 91],
    [SHIFTED, '2024-H1', 'từ ngày 15/12/2023 đến ngày 14/6/2024', 183],
    [SHIFTED, '2024-9M', 'từ ngày 15/12/2023 đến ngày 14/9/2024', 275],
    [SHIFTED, '2024', 'từ ngày 15/12/2023 đến ngày 14/12/2024', 366],
    [SHIFTED, '2025', 'từ ngày 15/12/2024 đến ngày 14/12/2025', 365],
  ];
  for (const [rule, period, name, days] of windows)
    it(`${period} goes ${name}, ${days} days`, () => {
      const window = windowOf(rule, period);
      expect(windowName(window)).to.equal(name);
      expect(daysBetween(window.from, window.to)).to.equal(days);
    });

  for (const rule of [WHOLE, SHIFTED])
    for (const period of ['2024-Q1', '2024-H1', '2024-9M', '2024', '2023'])
      it(`the days of ${period} from the ${rule.from.day} are those of the shorter periods in it, each once`, () => {
        const { from, to } = windowOf(rule, period);
        for (const tiling of tilingsOf(period)) {
          const parts = tiling.map((part) => windowOf(rule, part));
          expect([parts[0]?.from, parts.at(-1)?.to]).to.deep.equal([from, to]);
          const days = parts.reduce((total, part) => total + daysBetween(part.from, part.to), 0);
          expect(days).to.equal(daysBetween(from, to));
        }
      });

  // 29/02/2024 beside 28/02/2023.
  const february: Tiny = {
    period: '2024-02',
    answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': '2900' } } },
    facts: {
      history: history(
        'can-cuoc@2024-01:ytd = 3100',
        'can-cuoc@2023-02:ytd = 5900',
        'can-cuoc@2023-02 = 2800',
      ),
    },
  };

  it('the year to the 29th is compared with that to the 28th of the year before', () => {
    expect(valueOf(tinyBook(february), 'can-cuoc', { span: 'ytd' })).to.equal('6000 known');
    expect(printed('{{change "can-cuoc" span="ytd" versus="year-ago"}}', february)).to.equal('Tăng 1,7%');
  });

  it('an average is over the days that there were', () => {
    expect(printed('{{figure "can-cuoc" per="day"}}', february)).to.equal('100');
    expect(printed('{{figure "can-cuoc" per="day" span="ytd"}}', february)).to.equal('100');
    expect(printed('{{figure "can-cuoc" per="day" at="year-ago"}}', february)).to.equal('100');
    const year: Tiny = { period: '2024', answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': '36600' } } } };
    expect(printed('{{figure "can-cuoc" per="day"}}', year)).to.equal('100');
    const shifted: Tiny = {
      ...february,
      indicators: { 'can-cuoc': indicator('can-cuoc', { window: 'lech' }) },
    };
    expect(printed('{{figure "can-cuoc" per="day" decimals=1}}', { ...shifted, period: '2024-03' })).to.equal(
      '100,0',
    );
  });
});
