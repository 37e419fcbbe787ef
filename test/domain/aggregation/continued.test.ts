import { expect } from 'chai';
import { compileReport } from '../../../src/domain/compile.ts';
import type { Correction } from '../../../src/domain/corrections/correction.ts';
import type { ChartDefinition, Form, Indicator } from '../../../src/domain/definition.ts';
import { foundIds, withFields } from '../checks/found.ts';
import {
  earlier,
  field,
  history,
  INDICATORS,
  printed,
  tinyBook,
  tinyDefinition,
  tinyFacts,
  valueOf,
  type Tiny,
} from '../tiny-facts.ts';

/** What was asked under another code up to September goes on from October. */
const renamed = (code: string, more: Tiny = {}, now: Partial<Indicator> = {}): Tiny => ({
  ...more,
  indicators: {
    [code]: { from: '2024-10', continues: `${code}-cu`, ...now },
    [`${code}-cu`]: {
      ...INDICATORS[code],
      code: `${code}-cu`,
      label: 'Tên cũ',
      to: '2024-09',
      ...more.indicators?.[`${code}-cu`],
    },
  },
  definition: {
    ...more.definition,
    forms: withFields('F-TINH', [field(`${code}-cu`)]).map((form) =>
      form.id === 'F-BO' && INDICATORS[code]?.nature === 'flow'
        ? { ...form, sections: [...form.sections, { title: 'II', fields: [field(`${code}-cu`)] }] }
        : form,
    ),
  },
});
const past = (...lines: readonly string[]): Tiny => ({ facts: { history: history(...lines) } });
const stations = (values: readonly string[], period = '2024-09', code = 'tram-cu') =>
  earlier(
    code,
    period,
    Object.fromEntries(
      ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'].map((body, index) => [body, values[index] ?? '']),
    ),
  );

describe('an indicator that goes on under another code', () => {
  const figures: Tiny = { facts: { earlier: stations(['10', '20', '30', '30']) } };
  const printedCases: readonly [about: string, text: string, tiny: Tiny, expected: string][] = [
    ['figures of bodies', 'có {{figure "tram" at="previous"}}', renamed('tram', figures), 'Có 90'],
    ['of one body', 'có {{figure "tram" at="previous" of="ca-mau"}}', renamed('tram', figures), 'Có 30'],
    ['a change', 'số {{change "tram" as="amount"}}', renamed('tram', figures), 'Số tăng 10'],
    [
      'history',
      'có {{base "tram" versus="year-ago"}}',
      renamed('tram', past('tram-cu@2023-10 = 70')),
      'Có 70',
    ],
    [
      'a value on record under the new code goes before',
      'có {{base "tram" versus="year-ago"}}',
      renamed('tram', past('tram-cu@2023-10 = 70', 'tram@2023-10 = 71')),
      'Có 71',
    ],
    [
      'a short series',
      '{{series "tram" years=2}}',
      renamed('tram', past('tram-cu@2022-10 = 60', 'tram-cu@2023-10 = 70')),
      'Năm 2022: 60; năm 2023: 70',
    ],
    [
      'a flag',
      'có {{count "ke-hoach" of="tinh" at="previous"}}',
      renamed('ke-hoach', {
        facts: { earlier: stations(['yes', 'no', 'no', 'no'], '2024-09', 'ke-hoach-cu') },
      }),
      'Có 01',
    ],
    [
      'a class of a ladder',
      'số {{change "tien-do" status="dang" as="amount"}}',
      renamed('tien-do', {
        facts: { earlier: stations(['dang', 'xong', 'xong', 'xong'], '2024-09', 'tien-do-cu') },
      }),
      'Số tăng 02',
    ],
    [
      'a ratio of what goes on',
      'tỷ lệ {{figure "ty-le" at="previous"}}',
      renamed('ho-so', past('ho-so-cu@2024-09 = 400', 'truc-tuyen@2024-09 = 100')),
      'Tỷ lệ 25,00%',
    ],
    [
      'a goal of the former',
      'đạt {{achieved "tram"}}',
      renamed('tram', {
        indicators: { 'tram-cu': { targets: [{ year: '2024', value: '200', source: 'Kế hoạch' }] } },
      }),
      'Đạt 50,0%',
    ],
    [
      'its own goal goes before',
      'đạt {{achieved "tram"}}',
      renamed(
        'tram',
        { indicators: { 'tram-cu': { targets: [{ year: '2024', value: '200', source: 'Kế hoạch' }] } } },
        { targets: [{ year: '2024', value: '100', source: 'Kế hoạch mới' }] },
      ),
      'Đạt 100,0%',
    ],
  ];
  for (const [about, text, tiny, expected] of printedCases)
    it(`${about}: ${expected}`, () => expect(printed(text, tiny)).to.equal(expected));

  const totals: readonly [
    about: string,
    period: string,
    lines: readonly string[],
    span: 'ytd' | 'cumulative',
    expected: string,
  ][] = [
    ['the year to date', '2024-10', ['ho-so-cu@2024-09:ytd = 9000'], 'ytd', '10100 known'],
    ['the cumulative total', '2024-10', ['ho-so-cu@2024-09:cumulative = 50000'], 'cumulative', '51100 known'],
    [
      'months under both codes',
      '2024-12',
      ['ho-so-cu@2024-08:ytd = 8000', 'ho-so-cu@2024-09 = 1000', 'ho-so@2024-10 = 5', 'ho-so@2024-11 = 6'],
      'ytd',
      '10111 known',
    ],
    ['nothing known', '2024-10', [], 'ytd', 'null missing no-history'],
  ];
  for (const [about, period, lines, span, expected] of totals)
    it(`${about}: ${expected}`, () => {
      const tiny = { ...renamed('ho-so', past(...lines)), period };
      expect(valueOf(tinyBook(tiny), 'ho-so', { span })).to.equal(expected);
    });

  it('a quarter of months under both codes', () => {
    const lines = [
      'ho-so-cu@2024-08 = 1',
      'ho-so-cu@2024-09 = 2',
      'ho-so@2024-10 = 4',
      'ho-so@2024-11 = 8',
      'ho-so@2024-12 = 16',
      'ho-so-cu@2024-07 = 32',
    ];
    const book = tinyBook({ ...renamed('ho-so', past(...lines)), period: '2025-Q1' });
    expect(valueOf(book, 'ho-so', { period: '2024-Q4' })).to.equal('28 known');
    expect(valueOf(book, 'ho-so', { period: '2024-Q3' })).to.equal('35 known');
    expect(valueOf(book, 'ho-so', { period: '2024-H2' })).to.equal('63 known');
  });

  it('through several codes', () => {
    const tiny = renamed('tram', past('tram-xua@2023-10 = 70'));
    const indicators = {
      ...tiny.indicators,
      'tram-cu': { ...tiny.indicators?.['tram-cu'], from: '2024-01', continues: 'tram-xua' },
      'tram-xua': { ...INDICATORS['tram'], code: 'tram-xua', to: '2023-12' },
    };
    expect(printed('số {{change "tram" versus="year-ago" as="amount"}}', { ...tiny, indicators })).to.equal(
      'Số tăng 30',
    );
  });

  describe('checks look back under the former code', () => {
    const months = ['2024-07', '2024-08', '2024-09'];
    const flat = (values: readonly string[]): Tiny => ({
      facts: { earlier: months.flatMap((period) => stations(values, period)) },
    });
    const cases: readonly [about: string, tiny: Tiny, ids: readonly string[]][] = [
      [
        'outliers',
        renamed('tram', flat(['1', '20', '30', '40']), { outlier: { low: '0.2', high: '5' } }),
        ['soft outlier:F-TINH/ha-noi/tram'],
      ],
      [
        'unchanged values',
        renamed('tram', flat(['10', '21', '31', '41']), { unchangedFor: 4 }),
        ['soft unchanged:F-TINH/ha-noi/tram'],
      ],
      [
        'totals that fell',
        renamed('tram', flat(['11', '20', '30', '40']), { rising: true }),
        ['hard rising:tram/ha-noi'],
      ],
      [
        'none of them across a break',
        renamed('tram', flat(['11', '21', '31', '41']), {
          rising: true,
          unchangedFor: 4,
          outlier: { low: '0.9', high: '1.1' },
          breaks: [{ from: '2024-10', why: 'đổi cách đếm' }],
        }),
        [],
      ],
    ];
    for (const [about, tiny, ids] of cases) it(about, () => expect(foundIds(tiny)).to.deep.equal(ids));
  });

  it('with a break in the same month it does not go on: values stand, nothing compares', () => {
    const breaks = [{ from: '2024-10', why: 'đếm cả trạm nhỏ' }];
    const tiny = renamed('tram', figures, { breaks });
    expect(printed('số {{change "tram" as="amount"}}', tiny)).to.equal(
      'Số không so sánh được do thay đổi cách tính',
    );
    expect(printed('có {{figure "tram" at="previous"}}', tiny)).to.equal('Có 90');
    const flow = renamed('ho-so', past('ho-so-cu@2024-09:ytd = 9000'), { breaks });
    expect(valueOf(tinyBook(flow), 'ho-so', { span: 'ytd' })).to.equal('null missing series-break');
    const goal = { 'tram-cu': { targets: [{ year: '2024', value: '200', source: 'Kế hoạch' }] } };
    expect(printed('{{target "tram"}}', renamed('tram', { indicators: goal }, { breaks }))).to.equal(
      '[chưa có mục tiêu]',
    );
  });

  it('a break of the former one breaks the series', () => {
    const tiny = renamed('tram', {
      indicators: { 'tram-cu': { breaks: [{ from: '2024-03', why: 'đổi cách đếm' }] } },
      ...past('tram-cu@2023-10 = 70', 'tram-cu@2024-09 = 90'),
    });
    expect(printed('số {{change "tram" versus="year-ago"}}', tiny)).to.equal(
      'Số không so sánh được do thay đổi cách tính',
    );
    expect(printed('số {{change "tram" as="amount"}}', tiny)).to.equal('Số tăng 10');
  });

  it('a corrected month under the former code is in the totals published since', () => {
    const correction: Correction = {
      id: 1,
      period: '2024-08',
      place: {
        kind: 'cell',
        form: 'F-TINH',
        entity: 'ha-noi',
        field: 'ho-so-cu',
        before: 'a',
        revision: 'b',
      },
      indicator: 'ho-so-cu',
      from: { state: 'value', value: '5' },
      to: { state: 'value', value: '8' },
      reason: 'cộng sót',
      at: '2024-11-20T08:00:00+07:00',
      renewed: [],
    };
    const facts = { history: history('ho-so@2024-11:ytd = 9000'), corrections: [correction] };
    const total = (now: Partial<Indicator>): string =>
      valueOf(tinyBook({ ...renamed('ho-so', { facts }, now), period: '2024-12' }), 'ho-so', { span: 'ytd' });
    expect(total({})).to.equal('10103 known');
    expect(total({ breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] })).to.equal('10100 known');
  });

  it('draws one line', () => {
    const chart: ChartDefinition = {
      id: 'xu-the',
      kind: 'trend',
      caption: 'Xu thế',
      description: 'Số trạm',
      indicator: 'tram',
      periods: 3,
    };
    const tiny = renamed('tram', past('tram-cu@2024-08 = 80', 'tram-cu@2024-09 = 90'));
    const definition = { ...tiny.definition, charts: [chart], texts: { 'a.hbs': 'Có' } };
    const report = { outline: [{ id: 'a', text: 'a.hbs', chart: 'xu-the' }] };
    const { model } = compileReport(tinyFacts({ ...tiny, definition, report }), {
      kind: 'draft',
      at: '2024-11-05T08:00:00+07:00',
      illustrative: false,
      document: { date: '2024-11-05' },
    });
    const drawn = model.blocks.flatMap((block) => (block.kind === 'chart' ? block.series : []));
    expect(drawn.map(({ values }) => values)).to.deep.equal([[80, 90, 100]]);
  });
});

describe('an indicator that starts or ends', () => {
  const started: Tiny = { indicators: { tram: { from: '2024-10' }, 'ho-so': { from: '2024-10' } } };
  const words: readonly [text: string, expected: string][] = [
    ['số {{change "tram"}}', 'Số chưa có số liệu để so sánh'],
    ['số {{change "tram" versus="year-ago" as="times"}}', 'Số chưa có số liệu để so sánh'],
    ['số {{base "tram"}}', 'Số [chưa có số liệu kỳ trước]'],
    ['số {{figure "ho-so" span="ytd"}}', 'Số [chưa có số liệu kỳ trước]'],
    ['số {{series "tram" years=1}}', 'Số năm 2023: [chưa có số liệu kỳ trước]'],
    ['số{{#ifComparable "tram"}} tăng{{else}} mới{{/ifComparable}}', 'Số mới'],
    ['tỷ lệ {{change "ty-le"}}', 'Tỷ lệ chưa có số liệu để so sánh'],
  ];
  for (const [text, expected] of words)
    it(`gives words for the time before: ${expected}`, () =>
      expect(printed(text, started)).to.equal(expected));

  it('and its own values for the time after it began', () => {
    expect(
      printed('số {{change "tram" as="amount"}}', {
        ...started,
        period: '2024-11',
        facts: { earlier: stations(['10', '20', '30', '39'], '2024-10', 'tram') },
      }),
    ).to.equal('Số tăng 01');
  });

  it('what has ended is printed as it was', () => {
    const tiny = renamed('tram', { facts: { earlier: stations(['10', '20', '30', '30']) } });
    expect(printed('có {{figure "tram-cu" at="2024-09"}} trạm', tiny)).to.equal('Có 90 trạm');
  });
});

describe('a question that moved', () => {
  const moved = (form: string, forms: readonly Form[] = tinyDefinition().forms): Tiny => ({
    definition: { forms },
    facts: {
      earlier: earlier(
        'tram',
        '2024-09',
        { 'ha-noi': '9', 'dak-lak': '20', 'an-giang': '30', 'ca-mau': '40' },
        form,
      ),
    },
  });

  it('to another form of the same bodies goes on', () => {
    expect(printed('số {{change "tram" as="amount"}}', moved('F-TINH-CU'))).to.equal('Số tăng 01');
  });

  it('from bodies to one owner goes on in total', () => {
    const owner: Form = {
      id: 'YT-1',
      title: 'Biểu',
      body: 'bo-y-te',
      from: '2024-10',
      sections: [{ title: 'I', fields: [field('tram')] }],
      tables: [],
    };
    const [provinces, ...others] = tinyDefinition().forms;
    if (!provinces) throw new Error('the tiny world has forms');
    const sections = provinces.sections.map((section) => ({
      ...section,
      fields: section.fields.filter(({ id }) => id !== 'tram'),
    }));
    const former: Form = { ...provinces, id: 'F-TINH-CU', to: '2024-09' };
    const tiny = {
      ...moved('F-TINH-CU', [{ ...provinces, sections }, former, ...others, owner]),
      answers: { 'YT-1': { 'bo-y-te': { tram: '100' } }, 'F-TINH': {} },
    };
    expect(printed('số {{change "tram" as="amount"}}', tiny)).to.equal('Số tăng 01');
  });

  it('to a new primary form leaves the former owner’s figures of then', () => {
    const again: Form = {
      id: 'F-LAI',
      title: 'Biểu',
      roster: 'tinh',
      from: '2024-10',
      sections: [{ title: 'I', fields: [field('tram')] }],
      tables: [],
    };
    const tiny: Tiny = {
      ...moved('F-TINH', [...tinyDefinition().forms, again]),
      indicators: { tram: { primary: 'F-LAI' } },
      answers: {
        'F-LAI': Object.fromEntries(
          ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'].map((body) => [body, { tram: '50' }]),
        ),
      },
    };
    expect(printed('số {{change "tram" as="amount"}}', tiny)).to.equal('Số tăng 101');
  });
});
