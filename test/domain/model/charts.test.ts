import { expect } from 'chai';
import { completeness } from '../../../src/domain/completeness.ts';
import type { ChartDefinition } from '../../../src/domain/definition.ts';
import { chartBlocks, ticksUpTo } from '../../../src/domain/model/charts.ts';
import type { Chart, Runs } from '../../../src/domain/model/report-model.ts';
import { EXEMPT, history, MISSING, NONE, tinyBook, type Tiny } from '../tiny-facts.ts';

const text = (runs: Runs): string => runs.map((run) => run.text).join('');

function chartsOf(definition: ChartDefinition, tiny: Tiny = {}): readonly Chart[] {
  const book = tinyBook({ ...tiny, definition: { ...tiny.definition, charts: [definition] } });
  return chartBlocks(book, completeness(book.facts, '2024-11-12T08:00:00+07:00'), definition.id);
}

function chartOf(definition: ChartDefinition, tiny: Tiny = {}): Chart {
  const [chart] = chartsOf(definition, tiny);
  if (!chart) throw new Error('there is no chart');
  return chart;
}

/** September is known beside October, so that there is a line to draw. */
const SEPTEMBER: Tiny = { facts: { history: history('ho-so@2024-09 = 900', 'can-cuoc@2024-09 = 5') } };

const base = { id: 'bd', caption: 'Biểu đồ 1', description: 'Số hồ sơ' };
const trend = (periods: number, indicator = 'ho-so'): ChartDefinition => ({
  ...base,
  kind: 'trend',
  indicator,
  periods,
});

describe('ticks', () => {
  const cases: readonly [number, string][] = [
    [0, '0 0,2'],
    [1, '0 0,2 0,4 0,6 0,8 1,0'],
    [3, '0 1 2 3'],
    [4, '0 1 2 3 4'],
    [5, '0 1 2 3 4 5'],
    [9, '0 2 4 6 8 10'],
    [12, '0 2,5 5,0 7,5 10,0 12,5'],
    [63, '0 20 40 60 80'],
    [100, '0 20 40 60 80 100'],
    [1100, '0 250 500 750 1.000 1.250'],
    [0.35, '0 0,1 0,2 0,3 0,4'],
    [0.012, '0 0,0025 0,0050 0,0075 0,0100 0,0125'],
    [
      9007199254740000,
      '0 2.000.000.000.000.000 4.000.000.000.000.000 6.000.000.000.000.000 8.000.000.000.000.000 10.000.000.000.000.000',
    ],
  ];
  for (const [largest, expected] of cases)
    it(`up to ${largest}: ${expected}`, () => {
      const ticks = ticksUpTo(largest);
      expect(ticks.map(({ label }) => text(label)).join(' ')).to.equal(expected);
      expect(ticks.at(-1)?.value).to.be.at.least(largest);
    });

  it('steps are even for any largest value', () => {
    for (let largest = 1; largest < 2000; largest += 7) {
      const values = ticksUpTo(largest / 10).map(({ value }) => value);
      const step = values[1] ?? 0;
      expect(values.length, String(largest)).to.be.within(2, 7);
      values.forEach((value, index) => expect(value).to.be.closeTo(index * step, step / 1e6));
    }
  });
});

describe('a chart of a trend', () => {
  it('shows the periods up to this one, and a gap where nothing is known', () => {
    const chart = chartOf(trend(4), {
      facts: { history: history('ho-so@2024-07 = 700', 'ho-so@2024-09 = 900') },
    });
    expect(chart.form).to.equal('line');
    expect(chart.categories.map(text)).to.deep.equal(['7/2024', '8/2024', '9/2024', '10/2024']);
    expect(chart.series[0]?.values).to.deep.equal([700, null, 900, 1100]);
    expect(chart.series[0]?.labels.map(text)).to.deep.equal(['700', '', '900', '1.100']);
    expect(text(chart.series[0]?.name ?? [])).to.equal('Số hồ sơ');
  });

  const names: readonly [string, before: string, string][] = [
    ['2024-02', '2024-01', '01/2024 02/2024'],
    ['2024-Q3', '2024-Q2', 'quý II/2024 quý III/2024'],
    ['2020-H2', '2020-H1', '6 tháng đầu năm 2020 6 tháng cuối năm 2020'],
    ['2023-9M', '2022-9M', '9 tháng năm 2022 9 tháng năm 2023'],
    ['2024', '2023', 'năm 2023 năm 2024'],
  ];
  for (const [period, before, expected] of names)
    it(`of ${period} names its periods ${expected}`, () => {
      const facts = { history: history(`ho-so@${before} = 9`) };
      expect(chartOf(trend(2), { period, facts }).categories.map(text).join(' ')).to.equal(expected);
    });

  it('leaves a gap for a month that is not complete', () => {
    const chart = chartOf(trend(3), {
      answers: { 'F-TINH': { 'ha-noi': MISSING } },
      facts: { history: history('ho-so@2024-08 = 800', 'ho-so@2024-09 = 900') },
    });
    expect(chart.series[0]?.values).to.deep.equal([800, 900, null]);
  });

  it('is left out where fewer than two values are known', () => {
    expect(chartsOf(trend(6))).to.deep.equal([]);
    expect(chartsOf(trend(6), { ...SEPTEMBER, answers: { 'F-TINH': { 'ha-noi': MISSING } } })).to.deep.equal(
      [],
    );
    expect(chartsOf(trend(6), SEPTEMBER)).to.have.length(1);
  });

  it('does not draw what was counted in another way', () => {
    const chart = chartOf(trend(3), {
      indicators: { 'ho-so': { breaks: [{ from: '2024-09', why: 'đổi cách đếm' }] } },
      facts: { history: history('ho-so@2024-08 = 800', 'ho-so@2024-09 = 900') },
    });
    expect(chart.series[0]?.values).to.deep.equal([null, 900, 1100]);
  });

  it('labels are in units, without the decimals of a scale', () => {
    const chart = chartOf(trend(2, 'can-cuoc'), {
      ...SEPTEMBER,
      indicators: { 'can-cuoc': { scale: 'triệu', decimals: 2 } },
    });
    expect(text(chart.series[0]?.labels[1] ?? [])).to.equal('7.000.000');
  });

  it('digits in its words are parts of names', () => {
    expect(chartOf(trend(2), SEPTEMBER).caption).to.deep.equal([{ kind: 'name', text: 'Biểu đồ 1' }]);
  });
});

const bodies = (of: string, indicator = 'ho-so'): ChartDefinition => ({
  ...base,
  kind: 'bodies',
  indicator,
  of,
});

const shown = (chart: Chart): string =>
  chart.categories.map((name, index) => `${text(name)} ${chart.series[0]?.values[index]}`).join(', ');

describe('a chart of bodies', () => {
  const cases: readonly [string, ChartDefinition, Tiny, string][] = [
    ['the largest first', bodies('tinh', 'tram'), {}, 'Cà Mau 40, An Giang 30, Đắk Lắk 20, Hà Nội 10'],
    [
      'equals by the Vietnamese alphabet',
      bodies('tinh'),
      {
        answers: {
          'F-TINH': {
            'ha-noi': { 'ho-so': '5' },
            'dak-lak': { 'ho-so': '5' },
            'an-giang': { 'ho-so': '5' },
            'ca-mau': { 'ho-so': '5' },
          },
        },
      },
      'An Giang 5, Cà Mau 5, Đắk Lắk 5, Hà Nội 5',
    ],
    [
      'those without a value last, below zero too',
      bodies('tinh', 'tram'),
      {
        indicators: { tram: { signed: true } },
        answers: {
          'F-TINH': {
            'ha-noi': { tram: '-5' },
            'dak-lak': { tram: EXEMPT },
            'an-giang': MISSING,
            'ca-mau': { tram: NONE },
          },
        },
      },
      'Cà Mau 0, Hà Nội -5, An Giang null, Đắk Lắk null',
    ],
    [
      'of a block: a body that has not said whether it belongs is not left out',
      bodies('tinh-co-ke-hoach'),
      { answers: { 'F-TINH': { 'ca-mau': MISSING } } },
      'Hà Nội 400, Đắk Lắk 300, Cà Mau null',
    ],
  ];
  for (const [about, definition, tiny, expected] of cases)
    it(about, () => {
      expect(shown(chartOf(definition, tiny))).to.equal(expected);
    });
});

describe('a chart of completeness', () => {
  const tiny: Tiny = {
    answers: { 'F-TINH': { 'ha-noi': MISSING, 'dak-lak': MISSING } },
    receivedAt: { 'F-TINH/an-giang': '2024-11-08T08:00:00+07:00' },
    facts: { waivers: [{ entity: 'dak-lak', reason: 'bão', at: '' }] },
  };
  const chart = chartOf({ ...base, kind: 'completeness' }, tiny);

  it('has a bar for each shared form and one for the forms of single bodies', () => {
    expect([chart.form, chart.unit]).to.deep.equal(['stacked', 'phiếu']);
    expect(chart.categories.map(text)).to.deep.equal([
      'Biểu của tỉnh',
      'Biểu của bộ',
      'Biểu mẫu của từng cơ quan',
    ]);
  });

  it('its parts add up to what is owed, and each number is a figure', () => {
    expect(chart.series.map(({ name, values }) => [text(name), ...values])).to.deep.equal([
      ['Đúng hạn', 1, 3, 1],
      ['Trễ hạn', 1, 0, 0],
      ['Được miễn nộp', 1, 0, 0],
      ['Chưa nộp đủ', 1, 0, 0],
    ]);
    expect(chart.series[0]?.labels.map(text)).to.deep.equal(['1', '3', '1']);
    expect(chart.series[1]?.labels.map(text)).to.deep.equal(['1', '', '']);
    expect(
      chart.series.flatMap(({ labels }) => labels.flat()).every(({ kind }) => kind === 'figure'),
    ).to.equal(true);
  });

  it('its ticks reach the longest bar, not the longest part', () => {
    expect(chart.ticks.map(({ value }) => value)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('refuses a chart that does not exist', () => {
    const book = tinyBook();
    expect(() => chartBlocks(book, { forms: [], complete: true }, 'khong-co')).to.throw(
      RangeError,
      'khong-co',
    );
  });
});
