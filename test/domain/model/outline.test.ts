import { expect } from 'chai';
import { completeness } from '../../../src/domain/completeness.ts';
import type {
  ChartDefinition,
  OutlineBlock,
  OutlineOverride,
  TableDefinition,
} from '../../../src/domain/definition.ts';
import { buildBody } from '../../../src/domain/model/outline.ts';
import { headingNumber, roman } from '../../../src/domain/model/numbering.ts';
import { runsOfBlock } from '../../../src/domain/model/runs.ts';
import { history, tinyBook, type Tiny } from '../tiny-facts.ts';

const TEXTS = {
  'a.hbs': 'Đoạn a.',
  'b.hbs': 'Đoạn b.',
  'c.hbs': 'Đoạn c.',
  'khong.hbs': '{{#ifAny "tram" of="ha-noi"}}{{/ifAny}}',
};
const CHARTS: readonly ChartDefinition[] = [
  { id: 'bd', kind: 'trend', indicator: 'ho-so', periods: 2, caption: 'Biểu đồ', description: '' },
  { id: 'trong', kind: 'trend', indicator: 'tram', periods: 2, caption: 'Biểu đồ', description: '' },
];
const TABLES: readonly TableDefinition[] = [
  { id: 'ss', kind: 'comparison', title: 'So sánh', rows: [{ indicator: 'ho-so' }] },
  {
    id: 'tinh',
    kind: 'bodies',
    title: 'Theo tỉnh',
    of: 'tinh',
    tables: [{ title: 'Hồ sơ', columns: [{ indicator: 'ho-so' }] }],
  },
  {
    id: 'hai',
    kind: 'bodies',
    title: 'Hai bảng',
    of: 'tinh',
    tables: [
      { title: 'Hồ sơ', columns: [{ indicator: 'ho-so' }] },
      { title: 'Trạm', columns: [{ indicator: 'tram' }] },
    ],
  },
  { id: 'sau', kind: 'comparison', title: 'Về sau', rows: [{ indicator: 'ho-so' }], from: '2024-11' },
];

function bodyOf(
  outline: readonly OutlineBlock[],
  tiny: Tiny = {},
  texts: Readonly<Record<string, string>> = TEXTS,
) {
  const book = tinyBook({
    facts: { history: history('ho-so@2024-09 = 900') },
    ...tiny,
    report: { ...tiny.report, outline },
    definition: { texts, charts: CHARTS, tables: TABLES },
  });
  return buildBody(book, completeness(book.facts, '2024-11-12T08:00:00+07:00'));
}

/** Headings as "1 I. A", paragraphs as their text, charts as "[id]". */
function linesOf(outline: readonly OutlineBlock[], tiny: Tiny = {}): readonly string[] {
  return bodyOf(outline, tiny).blocks.map((block) => {
    if (block.kind === 'chart') return `[${block.id}]`;
    if (block.kind === 'table') return `[${block.id}: ${block.caption.map(({ text }) => text).join('')}]`;
    if (block.kind === 'paragraph' && block.style === 'note') return 'Ghi chú';
    const runs = runsOfBlock(block).map(({ text }) => text);
    return block.kind === 'heading' ? `${block.level} ${runs.join(' ')}` : runs.join('');
  });
}

const a = { text: 'a.hbs' };
const block = (id: string, more: Partial<OutlineBlock> = {}): OutlineBlock => ({ id, ...more });

describe('the outline', () => {
  const cases: readonly [string, readonly OutlineBlock[], readonly OutlineOverride[], readonly string[]][] = [
    [
      'headings that name their period, beside digits that are typed',
      [
        block('x', { heading: 'Mạng 5G {{periodName}}', ...a }),
        block('y', { heading: '{{periodName}}', ...a }),
      ],
      [{ period: '2024-10', block: 'y', heading: 'Nhiệm vụ năm {{year}}' }],
      ['1 I. Mạng 5G  tháng 10 năm 2024', 'Đoạn a.', '1 II. Nhiệm vụ năm  2024', 'Đoạn a./.'],
    ],
    [
      'a table under its caption, between text and chart; the end stands before its note',
      [block('x', { ...a, table: 'ss', chart: 'bd' })],
      [],
      ['Đoạn a./.', '[ss: So sánh]', 'Ghi chú', '[bd]'],
    ],
    [
      'a table of bodies in place of another',
      [block('x', { ...a, table: 'ss' })],
      [{ period: '2024-10', block: 'x', table: 'tinh' }],
      ['Đoạn a./.', '[tinh-1: Theo tỉnh]'],
    ],
    [
      'several tables under their own titles',
      [block('x', { ...a, table: 'hai' })],
      [],
      ['Đoạn a./.', '[hai-1: Hồ sơ]', '[hai-2: Trạm]'],
    ],
    ['no table before it is valid', [block('x', { ...a, table: 'sau' })], [], ['Đoạn a./.']],
    ['a text without heading', [block('x', a)], [], ['Đoạn a./.']],
    [
      'three levels, numbered I., 1., a)',
      [
        block('x', {
          heading: 'X',
          blocks: [
            block('y', {
              heading: 'Y',
              blocks: [block('z', { heading: 'Z', ...a }), block('t', { heading: 'T', ...a })],
            }),
            block('u', { heading: 'U', ...a }),
          ],
        }),
        block('v', { heading: 'V', ...a }),
      ],
      [],
      [
        '1 I. X',
        '2 1. Y',
        '3 a) Z',
        'Đoạn a.',
        '3 b) T',
        'Đoạn a.',
        '2 2. U',
        'Đoạn a.',
        '1 II. V',
        'Đoạn a./.',
      ],
    ],
    [
      'headings of a block without heading go on with the numbers around it',
      [
        block('x', { heading: 'X', ...a }),
        block('nhom', { blocks: [block('y', { heading: 'Y', ...a }), block('z', { heading: 'Z', ...a })] }),
        block('t', { heading: 'T', ...a }),
      ],
      [],
      ['1 I. X', 'Đoạn a.', '1 II. Y', 'Đoạn a.', '1 III. Z', 'Đoạn a.', '1 IV. T', 'Đoạn a./.'],
    ],
    [
      'a heading over nothing is dropped and takes no number',
      [
        block('x', { heading: 'X', text: 'khong.hbs' }),
        block('y', { heading: 'Y', blocks: [block('z', { heading: 'Z', text: 'khong.hbs' })] }),
        block('t', { heading: 'T', ...a }),
        block('u', { heading: 'U' }),
      ],
      [],
      ['1 I. T', 'Đoạn a./.'],
    ],
    ['a chart is something', [block('x', { heading: 'X', chart: 'bd' })], [], ['1 I. X', '[bd]']],
    ['a chart without anything to draw is not', [block('x', { heading: 'X', chart: 'trong' })], [], []],
    ['a chart stands after its text', [block('x', { ...a, chart: 'bd' })], [], ['Đoạn a./.', '[bd]']],
    [
      'blocks come and go by months, both inclusive',
      [
        block('x', { ...a, to: '2024-09' }),
        block('y', { text: 'b.hbs', to: '2024-10' }),
        block('z', { text: 'c.hbs', from: '2024-10' }),
        block('t', { ...a, from: '2024-11' }),
      ],
      [],
      ['Đoạn b.', 'Đoạn c./.'],
    ],
    [
      'a period may change heading and text, or skip a block, at any depth',
      [
        block('x', { heading: 'X', ...a, blocks: [block('y', { heading: 'Y', ...a })] }),
        block('z', { heading: 'Z', ...a }),
      ],
      [
        { period: '2024-10', block: 'x', heading: 'X mới' },
        { period: '2024-10', block: 'y', text: 'b.hbs', chart: 'bd' },
        { period: '2024-10', block: 'z', skip: true },
        { period: '2024-09', block: 'x', skip: true },
      ],
      ['1 I. X mới', 'Đoạn a.', '2 1. Y', 'Đoạn b./.', '[bd]'],
    ],
    [
      'skipping a block skips what is in it',
      [block('x', { blocks: [block('y', a)] }), block('z', { text: 'b.hbs' })],
      [{ period: '2024-10', block: 'x', skip: true }],
      ['Đoạn b./.'],
    ],
    ['nothing at all', [], [], []],
  ];
  for (const [about, outline, overrides, expected] of cases)
    it(about, () => {
      expect(linesOf(outline, { report: { overrides } })).to.deep.equal(expected);
    });

  it('a digit of a heading is part of a name', () => {
    const [heading] = bodyOf([block('x', { heading: 'Mạng 5G', ...a })]).blocks;
    expect(heading && runsOfBlock(heading)).to.deep.equal([
      { kind: 'numbering', text: 'I.' },
      { kind: 'name', text: 'Mạng 5G' },
    ]);
  });

  it('paragraphs are named by block and place', () => {
    const { blocks } = bodyOf([block('x', { text: 'hai.hbs' })], {}, { 'hai.hbs': 'Một.\n\n- hai' });
    expect(blocks.map((one) => [one.kind, one.id, 'style' in one && one.style])).to.deep.equal([
      ['paragraph', 'x-1', 'body'],
      ['paragraph', 'x-2', 'item'],
    ]);
  });

  it('findings of the texts are handed on', () => {
    const text = '{{change "ho-so" versus="previous" verb="giảm"}}';
    const tiny: Tiny = {
      report: {
        outline: [block('x', { text: 'x.hbs' })],
      },
      definition: { texts: { 'x.hbs': text } },
      facts: {
        history: [
          {
            indicator: 'ho-so',
            period: '2024-09',
            span: 'period',
            scope: '',
            value: '1',
            basis: 'published',
            source: '',
          },
        ],
      },
    };
    const book = tinyBook(tiny);
    expect(buildBody(book, completeness(book.facts, '')).findings.map(({ id }) => id)).to.deep.equal([
      'verb:x.hbs:1:ho-so',
    ]);
  });
});

describe('the end of the body', () => {
  const words = { answers: { 'F-TINH': { 'ha-noi': { 'ton-tai': 'Thiếu người.' } } } };
  const cases: readonly [text: string, expected: string, kinds: string][] = [
    ['Hết.', 'Hết./.', 'text'],
    ['Hết', 'Hết./.', 'text'],
    ['Hết;', 'Hết./.', 'text'],
    ['Hết ...', 'Hết./.', 'text'],
    ['Hết./.', 'Hết./.', 'text'],
    ['Có {{figure "ho-so"}}.', 'Có 1.100./.', 'text figure text'],
    ['Có {{figure "ho-so"}}', 'Có 1.100./.', 'text figure text'],
    ['Có {{figure "ho-so"}} hồ sơ.', 'Có 1.100 hồ sơ./.', 'text figure text'],
    ['Ngày {{date "2024-10-01"}}', 'Ngày 01/10/2024./.', 'text date text'],
    ['Tồn tại: {{narrative "ton-tai" of="ha-noi"}}', 'Tồn tại: Thiếu người./.', 'text quoted text'],
    ['Tồn tại: {{narrative "ton-tai" of="ha-noi"}}.', 'Tồn tại: Thiếu người./.', 'text quoted text'],
    ['Có {{figure "ho-so" span="ytd"}}', 'Có [chưa có số liệu kỳ trước]./.', 'text missing text'],
  ];
  for (const [text, expected, kinds] of cases)
    it(`${text} ends as ${expected}`, () => {
      const [last] = bodyOf([block('x', { text: 'x.hbs' })], words, { 'x.hbs': text }).blocks;
      const runs = last ? runsOfBlock(last) : [];
      expect(runs.map((run) => run.text).join('')).to.equal(expected);
      expect(runs.map(({ kind }) => kind).join(' ')).to.equal(kinds);
    });

  it('stands in the last paragraph, before a last chart, and nowhere else', () => {
    const blocks = bodyOf([block('x', a), block('y', { text: 'b.hbs', chart: 'bd' })]).blocks;
    const ends = blocks.filter((one) => runsOfBlock(one).some(({ text }) => text.endsWith('./.')));
    expect(ends.map(({ id }) => id)).to.deep.equal(['y-1']);
  });
});

describe('numbers of headings', () => {
  const cases: readonly [1 | 2 | 3, number, string][] = [
    [1, 1, 'I.'],
    [1, 4, 'IV.'],
    [1, 9, 'IX.'],
    [1, 14, 'XIV.'],
    [2, 12, '12.'],
    [3, 1, 'a)'],
    [3, 4, 'd)'],
    [3, 5, 'đ)'],
    [3, 6, 'e)'],
    [3, 7, 'g)'],
    [3, 23, 'y)'],
  ];
  for (const [level, place, expected] of cases)
    it(`heading ${place} of level ${level} is ${expected}`, () => {
      expect(headingNumber(level, place)).to.deep.equal([{ kind: 'numbering', text: expected }]);
    });

  it('knows Roman numbers', () => {
    expect([1, 3, 6, 8, 19, 24, 39].map(roman)).to.deep.equal([
      'I',
      'III',
      'VI',
      'VIII',
      'XIX',
      'XXIV',
      'XXXIX',
    ]);
  });
});
