import { expect } from 'chai';
import { comparisonBlocks } from '../../../src/domain/model/annexes/comparison.ts';
import type { AnnexDefinition } from '../../../src/domain/definition.ts';
import { history, narration, printed, tinyBook, type Tiny } from '../tiny-facts.ts';

/** Can-cuoc is asked of one body: here it is a place, two years after the last one. */
function place(now: string, then = '88'): Tiny {
  return {
    indicators: {
      'can-cuoc': { nature: 'stock', unit: 'hạng', rank: true },
    },
    answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
    facts: { history: history(`can-cuoc@2022-12 = ${then}`) },
  };
}

const CHANGE = '{{change "can-cuoc" versus="2022"}}';

describe('places in a ranking', () => {
  const cases: readonly [text: string, now: string, expected: string][] = [
    [CHANGE, '86', 'Tăng 02 bậc'],
    [CHANGE, '90', 'Giảm 02 bậc'],
    [CHANGE, '71', 'Tăng 17 bậc'],
    [CHANGE, '88', 'Không thay đổi'],
    ['{{change "can-cuoc" versus="2022" as="amount"}}', '87', 'Tăng 01 bậc'],
    ['thứ {{figure "can-cuoc"}}', '5', 'Thứ 5'],
    ['{{base "can-cuoc" versus="2022"}}', '5', '88'],
  ];
  for (const [text, now, expected] of cases)
    it(`${text} from 88 to ${now} prints ${expected}`, () => {
      expect(printed(text, place(now))).to.equal(expected);
    });

  it('a text that insists on a rise is contradicted by a larger number', () => {
    const text = '{{change "can-cuoc" versus="2022" verb="tăng"}}';
    const checks = (now: string): readonly string[] =>
      narration(text, place(now)).findings.map(({ check }) => check);
    expect(checks('86')).to.deep.equal([]);
    expect(checks('90')).to.deep.equal(['verb']);
  });

  it('is compared by places in a table', () => {
    const annex = { id: 'PL', title: '', kind: 'comparison', rows: [{ indicator: 'can-cuoc' }] } as const;
    const cell = (now: string): string => {
      const book = tinyBook({ ...place(now), facts: { history: history('can-cuoc@2024-09 = 88') } });
      const [table] = comparisonBlocks(book, annex satisfies AnnexDefinition);
      const row = table?.kind === 'table' ? table.rows[0] : undefined;
      return (row?.cells[5] ?? []).map(({ text }) => text).join('');
    };
    expect(['86', '88', '97'].map(cell)).to.deep.equal(['+2 bậc', '0 bậc', '-9 bậc']);
  });
});

describe('amounts of change', () => {
  const cases: readonly [about: string, Tiny, text: string, expected: string][] = [
    [
      'whole counts below ten have two digits',
      { facts: { history: history('tram@2024-09/tinh = 97') } },
      '{{change "tram" versus="previous" of="tinh" as="amount"}}',
      'Tăng 03',
    ],
    [
      'scaled ones have not',
      { facts: { history: history('can-cuoc@2024-09 = 5000000') } },
      '{{change "can-cuoc" versus="previous" as="amount" scale="triệu"}}',
      'Tăng 2 triệu',
    ],
    [
      'nor have percents',
      { facts: { history: history('ty-le@2024-09/tinh = 48') } },
      '{{change "ty-le" versus="previous" of="tinh" as="amount" decimals=0}}',
      'Tăng 2',
    ],
    [
      'of bodies that answered yes',
      { facts: { history: history('ke-hoach@2023-12/tinh = 1') } },
      '{{change "ke-hoach" versus="year-start" of="tinh" as="amount"}} địa phương',
      'Tăng 01 địa phương',
    ],
  ];
  for (const [about, tiny, text, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
});
