import { expect } from 'chai';
import type { Chart } from '../../src/domain/model/report-model.ts';
import { placeTexts } from '../../src/render/chart-texts.ts';
import { renderChart } from '../../src/render/charts.ts';
import { columnChart, figure, lineChart, stackedChart, text } from './fixture.ts';

const WIDTH = 623;

/** What a reader of the picture reads, in its order. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, content = '']) =>
    content
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );
}

function textsOfModel(chart: Chart): string[] {
  return [
    ...chart.ticks.map((tick) => tick.label),
    ...chart.categories,
    ...chart.series.flatMap((series) => [series.name, ...series.labels]),
  ]
    .map((runs) => runs.map((run) => run.text).join(''))
    .filter((words) => words !== '');
}

const svg = (inside: string): string => `<svg>${inside}</svg>`;
const token = (index: number, words: string): string => `<text x="1">\u{E000}${index}\u{E001}${words}</text>`;

describe('render/charts', () => {
  const odd: Chart = {
    ...lineChart,
    id: 'odd',
    // The same words as tick, category, name and label; markup; a value that is not known.
    categories: [[text('0')], [text('<b>&')], [text('20')]],
    series: [
      {
        name: [text('0')],
        values: [0, 20, null],
        labels: [[figure('0')], [figure('20')], [{ kind: 'missing', text: 'chưa có số liệu' }]],
      },
    ],
  };
  const charts: readonly (readonly [string, Chart])[] = [
    ['line', lineChart],
    ['column', columnChart],
    ['stacked', stackedChart],
    ['odd', odd],
    ['stacked with unknown part', { ...stackedChart, series: odd.series, categories: odd.categories }],
    ['column with unknown value', { ...columnChart, series: odd.series, categories: odd.categories }],
    ['empty', { ...columnChart, categories: [], series: [] }],
    [
      'all zero',
      { ...stackedChart, series: stackedChart.series.map((one) => ({ ...one, values: [0, 0, 0] })) },
    ],
  ];

  for (const [name, chart] of charts)
    it(`reads ticks, categories, names and labels in the model's order (${name})`, () => {
      expect(textsOf(renderChart(chart, WIDTH, 'c'))).to.deep.equal(textsOfModel(chart));
    });

  it('is the same picture each time, and knows the charts of a document apart', () => {
    const one = renderChart(lineChart, WIDTH, 'c1');
    renderChart(columnChart, WIDTH, 'c2');
    expect(renderChart(lineChart, WIDTH, 'c1')).to.equal(one);
    expect(renderChart(lineChart, WIDTH, 'c3')).to.equal(one.replaceAll('c1-', 'c3-'));
  });

  it('holds nothing but the picture', () => {
    for (const [, chart] of charts) {
      const picture = renderChart(chart, WIDTH, 'c');
      expect(picture).to.not.match(/<style|<script|ecmeta|\bclass="zr|[\u{E000}\u{E001}]/u);
      expect(picture).to.match(/^<svg viewBox="0 0 623 \d+" role="img" aria-label="[^"]+">/);
    }
  });

  it('links its figures to the ledger and marks what is missing', () => {
    const picture = renderChart(odd, WIDTH, 'c');
    expect(picture).to.contain('<tspan data-ledger="l-20">20</tspan>');
    expect(picture).to.contain('<tspan class="missing">chưa có số liệu</tspan>');
    expect(picture).to.contain('&lt;b&gt;&amp;');
  });

  it('draws sixty-three columns wider than the names under them are high', () => {
    const picture = renderChart(columnChart, 952, 'c');
    const names = [...picture.matchAll(/font-size:([\d.]+)px[^>]*transform="matrix\(0,-1,1,0,([\d.]+),/g)];
    const bottoms = names.map(([, size, x]) => [Number(size), Number(x)] as const).slice(0, 63);
    expect(bottoms).to.have.length(63);
    const size = bottoms[0]?.[0] ?? 0;
    expect(size).to.be.at.least(12);
    for (const [index, [, x]] of bottoms.slice(1).entries())
      expect(x - (bottoms[index]?.[1] ?? 0)).to.be.greaterThan(size);
  });

  it('moves a label off a line that falls or rises steeply', () => {
    const steep: Chart = {
      ...lineChart,
      categories: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'].map((name) => [text(name)]),
      ticks: [0, 1000].map((value) => ({ value, label: [text(`${value}`)] })),
      series: [
        {
          name: [text('Cuộc')],
          values: [900, 901, 302, 303, 904, 905, 906, 907, 108, 909, 910, 911],
          labels: [900, 901, 302, 303, 904, 905, 906, 907, 108, 909, 910, 911].map((value) => [
            figure(`${value}`),
          ]),
        },
      ],
    };
    const picture = renderChart(steep, WIDTH, 'c');
    const middles = new Map(
      [...picture.matchAll(/translate\(([\d.]+) [\d.]+\)"[^>]*><tspan[^>]*>(\d+)</g)].map(([, x, label]) => [
        Number(label) % 100,
        Number(x),
      ]),
    );
    const slot = ((middles.get(11) ?? 0) - (middles.get(0) ?? 0)) / 11;
    const moved = (at: number): number =>
      Math.sign(Math.round((middles.get(at) ?? Number.NaN) - (middles.get(0) ?? 0) - at * slot)) || 0;
    // After the fall to the right, before the rise to the left; at a single low both lines are as steep.
    expect([1, 2, 3, 4, 7, 8, 9].map(moved)).to.deep.equal([0, 1, -1, 0, 0, 0, 0]);
  });

  it('puts labels of narrow parts beside the bar, in order', () => {
    const picture = renderChart(stackedChart, WIDTH, 'c');
    const places = new Map(
      [...picture.matchAll(/translate\(([\d.]+) ([\d.]+)\)"[^>]*><tspan[^>]*>(\d+)</g)].map(
        ([, x, y, label]) => [`${label}@${Math.round(Number(y))}`, Number(x)],
      ),
    );
    const first = [...places].filter(
      ([key]) => key.startsWith('60@') || key.startsWith('02@') || key.startsWith('01@'),
    );
    const row = first[0]?.[0].split('@')[1];
    const [whole, late, none] = ['60', '02', '01'].map(
      (label) => places.get(`${label}@${row}`) ?? Number.NaN,
    );
    expect(whole).to.be.lessThan(late ?? 0);
    expect((none ?? 0) - (late ?? 0)).to.be.greaterThan(15);
  });

  const refused: readonly (readonly [why: string, svg: string, says: string])[] = [
    ['lacks a text', svg(token(0, 'a')), 'lacks "b"'],
    ['holds a text twice', svg(token(0, 'a') + token(1, 'b') + token(1, 'b')), 'does not have there'],
    [
      'holds a text of its own',
      svg(token(0, 'a') + token(1, 'b') + '<text>1,234</text>'),
      'does not have there',
    ],
    ['nests a text', svg(token(0, 'a') + token(1, 'b') + '<text><tspan>9</tspan></text>'), 'cannot be read'],
  ];
  for (const [why, picture, says] of refused)
    it(`refuses a picture that ${why}`, () => {
      expect(() => placeTexts(picture, [[text('a')], [text('b')]], 'c')).to.throw(says);
    });
});
