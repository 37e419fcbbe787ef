import { expect } from 'chai';
import { createBook } from '../../../src/domain/aggregation/book.ts';
import { findUnchanged } from '../../../src/domain/checks/unusual.ts';
import { carriedItems } from '../../../src/domain/model/annexes/carried.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { earlier, tinyFacts, type Tiny } from '../tiny-facts.ts';

function carried(value: string, from: string, asOf: string, body: string): Cell {
  return { state: 'value', value, carried: { from, revision: `${from}/F-TINH/${body}/1`, asOf } };
}

function facts(cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>, more: Tiny = {}): Tiny {
  return {
    indicators: {
      tram: { standing: 3, unchangedFor: 3 },
      'ke-hoach': { standing: 6 },
      'tien-do': { standing: 6 },
    },
    answers: { 'F-TINH': cells },
    ...more,
  };
}

function notes(tiny: Tiny): readonly string[] {
  return carriedItems(createBook(tinyFacts(tiny))).map((runs) => runs.map(({ text }) => text).join(''));
}

describe('the note on values that were confirmed', () => {
  it('is not there when none were', () => {
    expect(notes(facts({}))).to.deep.equal([]);
  });

  it('joins what the same bodies carried from the same days, names a few bodies, and gives the span of days', () => {
    const september = ['2024-09', '2024-09-30'] as const;
    const all = (body: string, day: string): Readonly<Record<string, Cell>> => ({
      'ke-hoach': carried('yes', ...september, body),
      'tien-do': carried('dang', ...september, body),
      tram: carried('10', body === 'ca-mau' ? '2024-08' : '2024-09', day, body),
    });
    expect(
      notes(
        facts({
          'ha-noi': all('ha-noi', '2024-09-19'),
          'dak-lak': all('dak-lak', '2024-09-25'),
          'an-giang': all('an-giang', '2024-09-21'),
          'ca-mau': all('ca-mau', '2024-08-31'),
        }),
      ),
    ).to.deep.equal([
      '12 số liệu của 04 đơn vị được giữ nguyên từ kỳ trước; ngày của số liệu là ngày của số gốc',
      'Biểu F-TINH, “Ô ke-hoach”, “Ô tien-do”: 04 đơn vị giữ số liệu tháng 9/2024 (tính đến ngày 30/9/2024)',
      'Biểu F-TINH, “Ô tram”: 03 đơn vị (Hà Nội, Đắk Lắk, An Giang) giữ số liệu tháng 9/2024 (tính đến các ngày từ 19/9/2024 đến ngày 25/9/2024); 01 đơn vị (Cà Mau) giữ số liệu tháng 8/2024 (tính đến ngày 31/8/2024)',
    ]);
  });
});

describe('a value that has been the same for months', () => {
  const past = ['2024-08', '2024-09'].flatMap((period) =>
    earlier('tram', period, { 'ha-noi': '10', 'ca-mau': '40' }),
  );
  const cases: readonly (readonly [about: string, cell: Cell, found: readonly string[]])[] = [
    ['needs a reason when it was typed', { state: 'value', value: '10' }, ['ha-noi', 'ca-mau']],
    [
      'needs none when it was confirmed in its time',
      carried('10', '2024-08', '2024-08-31', 'ha-noi'),
      ['ca-mau'],
    ],
  ];
  for (const [about, cell, found] of cases)
    it(about, () => {
      const book = createBook(tinyFacts(facts({ 'ha-noi': { tram: cell } }, { facts: { earlier: past } })));
      expect(findUnchanged(book, book.indicator('tram')).map(({ id }) => id)).to.deep.equal(
        found.map((body) => `unchanged:F-TINH/${body}/tram`),
      );
    });

  it('is no value at all when it is too old: the place is blank', () => {
    const old = facts({ 'ha-noi': { tram: carried('10', '2024-06', '2024-06-30', 'ha-noi') } });
    const book = createBook(tinyFacts(old));
    expect(book.index.answer('tram', 'ha-noi')).to.include({ lack: 'blank' });
    expect(
      book.standing.forms.find(({ entity, form }) => entity === 'ha-noi' && form === 'F-TINH')?.blank,
    ).to.deep.equal(['tram']);
  });
});
