import { expect } from 'chai';
import type { AnnexDefinition, ChartDefinition } from '../../../src/domain/definition.ts';
import { compileReport } from '../../../src/domain/compile.ts';
import type { Block } from '../../../src/domain/model/report-model.ts';
import { earlier, history, printed, tinyBook, tinyFacts, valueOf, type Tiny } from '../tiny-facts.ts';

const OCTOBER = [{ from: '2024-10', why: 'đếm theo 2 mức thay cho 4 mức.' }];
const NOTES: AnnexDefinition = { id: 'ghi-chu', kind: 'notes', title: 'Ghi chú' };
const COMPARISON: AnnexDefinition = {
  id: 'so-sanh',
  kind: 'comparison',
  title: 'So sánh',
  rows: [{ indicator: 'ho-so' }, { indicator: 'ty-le' }],
};
const TREND: ChartDefinition = {
  id: 'xu-the',
  kind: 'trend',
  caption: 'Xu thế',
  description: 'Số trạm',
  indicator: 'tram',
  periods: 4,
};

const text = (block: Block): string =>
  block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : '';

/** The items of the notes on what does not compare, for one text in the body. */
function reasons(source: string, tiny: Tiny, more: NonNullable<Tiny['definition']> = {}): readonly string[] {
  const definition = { annexes: [NOTES], texts: { 'a.hbs': source }, ...more };
  const report = { outline: [{ id: 'a', text: 'a.hbs', ...(more.charts ? { chart: 'xu-the' } : {}) }] };
  const { model } = compileReport(tinyFacts({ ...tiny, report, definition }), {
    kind: 'draft',
    at: '2024-11-05T08:00:00+07:00',
    illustrative: false,
    document: { date: '2024-11-05' },
  });
  const blocks = model.annexes.find(({ id }) => id === 'ghi-chu')?.blocks ?? [];
  const start = blocks.findIndex(
    (block) =>
      block.kind === 'heading' && block.text[0]?.text === 'Số liệu không so sánh được với các kỳ trước',
  );
  const items = start < 0 ? [] : blocks.slice(start + 1);
  const end = items.findIndex(({ kind }) => kind === 'heading');
  return items.slice(0, end < 0 ? items.length : end).map(text);
}

const past = (...lines: readonly string[]): Pick<Tiny, 'facts'> => ({
  facts: { history: history(...lines) },
});
const brokenFiles: Tiny = {
  indicators: { 'ho-so': { breaks: OCTOBER } },
  ...past('ho-so@2024-09 = 900', 'truc-tuyen@2024-09 = 300', 'ho-so@2024-08:ytd = 7000', 'ho-so@2022-10 = 8'),
};
const WHY = ' không so sánh được với số liệu trước tháng 10/2024: đếm theo 2 mức thay cho 4 mức.';

describe('the notes say why nothing is compared', () => {
  const cases: readonly [about: string, source: string, notes: readonly string[]][] = [
    ['a change', 'Có {{change "ho-so" versus="previous"}}', [`“Số hồ sơ”${WHY}`]],
    ['a base', 'Có {{base "ho-so" versus="previous"}}', [`“Số hồ sơ”${WHY}`]],
    ['a condition', 'Có{{#ifComparable "ho-so"}} tăng{{/ifComparable}}', [`“Số hồ sơ”${WHY}`]],
    ['a short series', 'Có {{series "ho-so" years=2}}', [`“Số hồ sơ”${WHY}`]],
    ['a total that is not carried', 'Có {{figure "ho-so" span="ytd"}}', [`“Số hồ sơ”${WHY}`]],
    ['what is made of it', 'Có {{change "ty-le"}}', [`“Tỷ lệ trực tuyến” (tính từ “Số hồ sơ”)${WHY}`]],
    ['a level alone', 'Có {{figure "ho-so"}}; trước {{figure "ho-so" at="previous"}}', []],
    ['what does not break', 'Có {{change "truc-tuyen"}}', []],
  ];
  for (const [about, source, notes] of cases)
    it(about, () => expect(reasons(source, brokenFiles)).to.deep.equal(notes));

  it('a break that lies further back is no reason', () => {
    const tiny = { ...brokenFiles, period: '2024-12', ...past('ho-so@2024-11 = 900') };
    expect(printed('số {{change "ho-so"}}', tiny)).to.equal('Số tăng 22,2%');
    expect(reasons('Số {{change "ho-so"}}', tiny)).to.deep.equal([]);
  });

  it('a trend that begins at it', () => {
    const tiny: Tiny = {
      indicators: { tram: { breaks: [{ from: '2024-09', why: 'đếm cả trạm nhỏ' }] } },
      ...past('tram@2024-08 = 70', 'tram@2024-09 = 90'),
    };
    expect(reasons('Có', tiny, { charts: [TREND] })).to.deep.equal([
      '“Số trạm” không so sánh được với số liệu trước tháng 9/2024: đếm cả trạm nhỏ.',
    ]);
  });

  it('the table of comparisons, below itself and in notes that stand before it', () => {
    const tiny = { ...brokenFiles, definition: { annexes: [NOTES, COMPARISON] } };
    const { model, ledger } = compileReport(tinyFacts(tiny), {
      kind: 'draft',
      at: '2024-11-05T08:00:00+07:00',
      illustrative: false,
      document: { date: '2024-11-05' },
    });
    const expected = [`“Số hồ sơ”${WHY}`, `“Tỷ lệ trực tuyến” (tính từ “Số hồ sơ”)${WHY}`];
    const [notes, comparison] = model.annexes.map(({ blocks }) => blocks.map(text));
    expect(expected.every((line) => notes?.includes(line))).to.equal(true);
    expect(comparison?.slice(1, 3)).to.deep.equal(expected.map((line) => `Không so sánh: ${line}`));
    expect(ledger.entries['break:ho-so@2024-10/ho-so']).to.deep.include({ kind: 'break', value: '2024-10' });
  });

  it('every digit of a reason has its run', () => {
    const { model } = compileReport(
      tinyFacts({ ...brokenFiles, definition: { annexes: [NOTES, COMPARISON] } }),
      {
        kind: 'draft',
        at: '2024-11-05T08:00:00+07:00',
        illustrative: false,
        document: { date: '2024-11-05' },
      },
    );
    const runs = model.annexes.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])),
    );
    expect(runs.filter((run) => run.kind === 'text' && /\d/.test(run.text))).to.deep.equal([]);
    const why = runs.find((run) => run.text === OCTOBER[0]?.why);
    expect(why).to.deep.include({ kind: 'quoted', ledger: 'break:ho-so@2024-10/ho-so' });
  });
});

describe('a break of one class of a ladder', () => {
  const ladder: Tiny = {
    indicators: {
      'tien-do': { breaks: [{ from: '2024-10', why: 'mức này gồm cả đơn vị sắp xong.', status: 'dang' }] },
    },
    facts: {
      earlier: earlier('tien-do', '2024-09', {
        'ha-noi': 'dang',
        'dak-lak': 'dang',
        'an-giang': 'dang',
        'ca-mau': 'xong',
      }),
    },
  };
  const change = (status: string): string => `số {{change "tien-do" status="${status}" as="amount"}}`;

  it('ends the comparisons of that class', () => {
    expect(printed(change('dang'), ladder)).to.equal('Số không so sánh được do thay đổi cách tính');
    expect(reasons(change('dang'), ladder)).to.deep.equal([
      '“Tiến độ”, mức “Đang thực hiện” không so sánh được với số liệu trước tháng 10/2024: mức này gồm cả đơn vị sắp xong.',
    ]);
  });

  it('and no others', () => {
    expect(printed(change('xong'), ladder)).to.equal('Số không thay đổi');
    expect(reasons(change('xong'), ladder)).to.deep.equal([]);
  });

  it('while its earlier count is still printed', () => {
    expect(printed('số {{count "tien-do" status="dang" at="previous"}}', ladder)).to.equal('Số 03');
  });

  it('a break without a class is one of all classes', () => {
    const all: Tiny = { ...ladder, indicators: { 'tien-do': { breaks: OCTOBER } } };
    for (const status of ['dang', 'xong'])
      expect(printed(change(status), all)).to.equal('Số không so sánh được do thay đổi cách tính');
  });
});

describe('a goal and a break', () => {
  const GOALS = ['2024', '2025'].map((year) => ({ year, value: '2000', source: 'Kế hoạch' }));
  const cases: readonly [about: string, from: string, text: string, expected: string][] = [
    ['of the year of the break', '2024-07', '{{achieved "ho-so"}}', 'Đạt 55,0%'],
    [
      'set for the series after it',
      '2025-01',
      '{{achieved "ho-so" year="2025"}}',
      'Đạt không so sánh được do thay đổi cách tính',
    ],
    ['of a later year', '2024-07', '{{achieved "ho-so" year="2025"}}', 'Đạt 55,0%'],
  ];
  for (const [about, from, source, expected] of cases)
    it(about, () => {
      const breaks = [{ from, why: 'đổi cách đếm' }];
      expect(printed(`đạt ${source}`, { indicators: { 'ho-so': { breaks, targets: GOALS } } })).to.equal(
        expected,
      );
    });

  it('of a year before the break does not measure what is counted after it', () => {
    const breaks = [{ from: '2025-01', why: 'đổi cách đếm' }];
    const tiny: Tiny = { period: '2025-03', indicators: { 'ho-so': { breaks, targets: GOALS } } };
    expect(printed('đạt {{achieved "ho-so" year="2024"}}', tiny)).to.equal(
      'Đạt không so sánh được do thay đổi cách tính',
    );
    expect(printed('đạt {{achieved "ho-so"}}', tiny)).to.equal('Đạt 55,0%');
  });
});

describe('a longer period with a break inside', () => {
  const quarter: Tiny = {
    period: '2024-Q4',
    indicators: {
      'ho-so': { breaks: [{ from: '2024-08', why: 'đổi cách đếm' }] },
      tram: { breaks: [{ from: '2024-08', why: 'đổi cách đếm' }] },
    },
    ...past('ho-so@2024-Q3 = 900', 'tram@2024-Q3 = 50'),
  };

  it('holds months of both series when it adds up: nothing is compared with it', () => {
    expect(printed('số {{change "ho-so"}}', quarter)).to.equal('Số không so sánh được do thay đổi cách tính');
    expect(valueOf(tinyBook(quarter), 'ho-so', { period: '2024-Q3' })).to.equal('900 known');
  });

  it('ends in the new series when it holds on its last day', () => {
    expect(printed('số {{change "tram" as="amount"}}', quarter)).to.equal('Số tăng 50');
  });
});
