import { expect } from 'chai';
import { earlier, history, MISSING, PENDING, printed, tinyBook, type Tiny } from '../tiny-facts.ts';
import { narrateLine } from '../../../src/domain/narration/narrate.ts';

type Case = readonly [about: string, text: string, expected: string, tiny?: Tiny];

function table(cases: readonly Case[]): void {
  for (const [about, text, expected, tiny = {}] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(`số ${text}`, tiny)).to.equal(`Số ${expected}`);
    });
}

const blocks = {
  report: {
    blocks: {
      'hai-tinh': { label: 'hai tỉnh', bodies: ['ha-noi', 'dak-lak'] },
      'ca-nuoc': { label: 'cả nước', union: ['tinh', 'bo'] },
    },
  },
} satisfies Tiny;
const amounts = (tram: string, canCuoc: string): Tiny => ({
  indicators: { 'can-cuoc': { unit: 'trạm' } },
  answers: {
    'F-TINH': Object.fromEntries(
      ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'].map((body, index) => [
        body,
        { tram: index === 0 ? tram : '0' },
      ]),
    ),
    'CA-1': { 'bo-cong-an': { 'can-cuoc': canCuoc } },
  },
});

describe('portion', () => {
  table([
    ['a roster of all who are asked', '{{portion "ho-so" of="tinh"}}', '90,9%'],
    ['a body of all', '{{portion "ho-so" of="ha-noi" decimals=2}}', '36,36%'],
    ['a body of its block', '{{portion "ho-so" of="ha-noi" in="tinh"}}', '40,0%'],
    ['a word picks the rounding', '{{portion "ho-so" of="tinh" word="hơn" decimals=0}}', 'hơn 90%'],
    ['bodies that said yes, of all that did', '{{portion "ke-hoach" of="tinh"}}', '66,7%'],
    ['those of a class', '{{portion "tien-do" status="dang" of="hai-tinh"}}', '33,3%', blocks],
    [
      'of the year to date',
      '{{portion "ho-so" of="ha-noi" in="tinh" span="ytd"}}',
      '50,0%',
      {
        facts: {
          history: history('ho-so@2024-09:ytd/ha-noi = 600', 'ho-so@2024-09:ytd/tinh = 1000'),
        },
      },
    ],
    [
      'of an earlier period',
      '{{portion "ho-so" of="ha-noi" in="hai-tinh" at="2024-09"}}',
      '25,0%',
      { ...blocks, facts: { earlier: earlier('ho-so', '2024-09', { 'ha-noi': '1', 'dak-lak': '3' }) } },
    ],
    [
      'while a body of the whole has not reported',
      '{{portion "ho-so" of="ha-noi"}}',
      '[chưa đủ số liệu: Bộ Y tế]',
      { answers: { 'F-BO': { 'bo-y-te': MISSING } } },
    ],
    [
      'while the part has not',
      '{{portion "ho-so" of="ha-noi"}}',
      '[chưa đủ số liệu: Hà Nội]',
      { answers: { 'F-TINH': { 'ha-noi': { 'ho-so': PENDING } } } },
    ],
    [
      'of nothing',
      '{{portion "tram" of="ha-noi"}}',
      '[không tính được số trạm: mẫu số bằng không]',
      amounts('0', '0'),
    ],
  ]);

  it('is in the ledger with its part and its whole', () => {
    const book = tinyBook();
    narrateLine(book, '{{portion "ho-so" of="tinh"}}');
    expect(book.ledger.get('portion:ho-so@2024-10:period/tinh/ho-so@2024-10:period/*')).to.deep.include({
      kind: 'ratio',
      formula: '100 × phần ÷ tổng',
      inputs: ['ho-so@2024-10:period/tinh', 'ho-so@2024-10:period/*'],
      value: '1000/11',
    });
  });
});

describe('compare', () => {
  table([
    ['another indicator, higher', '{{compare "tram" with="can-cuoc"}}', 'cao hơn', amounts('93', '82')],
    ['lower', '{{compare "tram" with="can-cuoc"}}', 'thấp hơn', amounts('82', '93')],
    ['the same', '{{compare "tram" with="can-cuoc"}}', 'bằng', amounts('82', '82')],
    [
      'words of its own',
      '{{compare "tram" with="can-cuoc" more="nhiều hơn" less="ít hơn"}}',
      'nhiều hơn',
      amounts('93', '82'),
    ],
    [
      'the lesser word',
      '{{compare "tram" with="can-cuoc" more="nhiều hơn" less="ít hơn"}}',
      'ít hơn',
      amounts('82', '93'),
    ],
    ['by how much', '{{compare "tram" with="can-cuoc" as="amount"}}', 'cao hơn 11', amounts('93', '82')],
    [
      'in thousands',
      '{{compare "tram" with="can-cuoc" as="amount" scale="nghìn" decimals=1}}',
      'cao hơn 11,3 nghìn',
      amounts('93250', '82000'),
    ],
    [
      'in percent of the other',
      '{{compare "tram" with="can-cuoc" as="percent"}}',
      'thấp hơn 12,5%',
      amounts('70', '80'),
    ],
    ['as a multiple', '{{compare "tram" with="can-cuoc" as="times"}}', 'gấp 4,3 lần', amounts('700', '163')],
    ['less than it', '{{compare "tram" with="can-cuoc" as="times"}}', 'bằng 0,5 lần', amounts('5', '10')],
    ['as a multiple of itself', '{{compare "tram" with="can-cuoc" as="times"}}', 'bằng', amounts('5', '5')],
    [
      'two blocks in points',
      '{{compare "ty-le" of="tinh" withOf="bo" as="points"}}',
      'cao hơn 10,00 điểm phần trăm',
    ],
    ['a body beside all', '{{compare "ty-le" of="an-giang"}}', 'thấp hơn'],
    [
      'so little that it would read as nothing',
      '{{compare "ty-le" of="tinh" as="points" decimals=0}}',
      'cao hơn 1 điểm phần trăm',
    ],
    [
      'too little to show',
      '{{compare "ty-le" of="tinh" as="points" decimals=0}}',
      'cao hơn không đáng kể',
      { answers: { 'F-BO': { 'bo-y-te': { 'truc-tuyen': '25' } } } },
    ],
    [
      'how many bodies',
      '{{compare "ke-hoach" of="tinh" withOf="bo" as="amount" more="nhiều hơn"}}',
      'nhiều hơn 01',
    ],
    [
      'those of a class',
      '{{compare "tien-do" status="dang" of="hai-tinh" withOf="tinh"}}',
      'thấp hơn',
      blocks,
    ],
    [
      'of the year to date',
      '{{compare "ho-so" of="ha-noi" withOf="dak-lak" span="ytd"}}',
      'thấp hơn',
      {
        facts: {
          history: history('ho-so@2024-09:ytd/ha-noi = 1', 'ho-so@2024-09:ytd/dak-lak = 1000'),
        },
      },
    ],
    [
      'of an earlier period',
      '{{compare "ho-so" of="ha-noi" withOf="dak-lak" at="2024-09" as="times"}}',
      'bằng 0,3 lần',
      { facts: { earlier: earlier('ho-so', '2024-09', { 'ha-noi': '1', 'dak-lak': '3' }) } },
    ],
    [
      'with nothing, in percent',
      '{{compare "tram" with="can-cuoc" as="percent"}}',
      'không so sánh được do số gốc bằng không',
      amounts('5', '0'),
    ],
    [
      'what has not been reported',
      '{{compare "tram" with="can-cuoc"}}',
      '[chưa đủ số liệu: Bộ Công an]',
      { ...amounts('5', '1'), answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
    ],
  ]);
});
