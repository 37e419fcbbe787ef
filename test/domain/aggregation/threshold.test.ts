import { expect } from 'chai';
import type { Threshold } from '../../../src/domain/definition.ts';
import { bodiesOf } from '../../../src/domain/aggregation/scope.ts';
import { bodyCell, totalCell } from '../../../src/domain/model/annexes/cells.ts';
import { EXEMPT, history, MISSING, NONE, printed, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

/** Rates of the provinces: Hà Nội 75, Đắk Lắk 33,3…, An Giang 30, Cà Mau 40; of the ministries: 40, 50, 25. */
function limited(meets: Threshold, tiny: Tiny = {}): Tiny {
  return { ...tiny, indicators: { dat: { nature: 'flag', unit: 'đơn vị', meets }, ...tiny.indicators } };
}

const RATE = { indicator: 'ty-le' } as const;

/** 100 dossiers of a body in the month before, so that its rate is what was sent online. */
function before(body: string, online: string): readonly string[] {
  return [`ho-so@2024-09/${body} = 100`, `truc-tuyen@2024-09/${body} = ${online}`];
}

describe('a flag that a number decides', () => {
  const cases: readonly [string, Tiny, expected: string][] = [
    ['at least', limited({ ...RATE, atLeast: '30' }), '04/4'],
    ['above', limited({ ...RATE, above: '30' }), '03/4'],
    ['at most', limited({ ...RATE, atMost: '30' }), '01/4'],
    ['below', limited({ ...RATE, below: '30' }), '0/4'],
    ['between', limited({ ...RATE, above: '30', below: '75' }), '02/4'],
    ['exactly, not as rounded', limited({ ...RATE, atLeast: '33.34' }), '02/4'],
    ['an asked stock', limited({ indicator: 'tram', atLeast: '20' }), '03/4'],
    ['an asked flow', limited({ indicator: 'ho-so', above: '300' }), '01/4'],
    ['a sum of each body', limited({ indicator: 'tong', atLeast: '400' }), '02/4'],
    ['a difference', limited({ indicator: 'truc-tiep', atMost: '100' }), '02/4'],
    [
      'không phát sinh is zero',
      limited(
        { indicator: 'ho-so', atMost: '0' },
        { answers: { 'F-TINH': { 'ca-mau': { 'ho-so': NONE } } } },
      ),
      '01/4',
    ],
    [
      'a rate over nothing is a no, and stays in M',
      limited(
        { ...RATE, atMost: '100' },
        { answers: { 'F-TINH': { 'ca-mau': { 'ho-so': '0', 'truc-tuyen': '0' } } } },
      ),
      '03/4',
    ],
    [
      'what does not apply is left out of M',
      limited({ ...RATE, atLeast: '40' }, { answers: { 'F-TINH': { 'ca-mau': { 'truc-tuyen': EXEMPT } } } }),
      '01/3',
    ],
    [
      'a missing body stays missing',
      limited({ ...RATE, atLeast: '40' }, { answers: { 'F-TINH': { 'ca-mau': MISSING } } }),
      '[chưa đủ số liệu: Cà Mau]',
    ],
    [
      'a waived body stays in M',
      limited(
        { ...RATE, atLeast: '40' },
        {
          answers: { 'F-TINH': { 'ca-mau': MISSING } },
          facts: { waivers: [{ entity: 'ca-mau', reason: 'bão', at: '' }] },
        },
      ),
      '01/4',
    ],
  ];
  for (const [about, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed('{{count "dat" of="tinh"}}', tiny)).to.equal(expected);
    });

  it('of the year to date it needs what each body had before', () => {
    const lines = ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'].map(
      (body) => `ho-so@2024-09:ytd/${body} = 100`,
    );
    const meets = { indicator: 'ho-so', span: 'ytd', atLeast: '400' } as const;
    const text = '{{count "dat" of="tinh"}}';
    expect(printed(text, limited(meets, { facts: { history: history(...lines) } }))).to.equal('02/4');
    expect(printed(text, limited(meets))).to.equal(
      '[chưa có số liệu kỳ trước: Hà Nội, Đắk Lắk, An Giang và 01 đơn vị khác]',
    );
  });

  const FORTY = limited({ ...RATE, atLeast: '40' });
  const helpers: readonly [string, string][] = [
    ['{{list "dat" of="tinh" order="name"}}', 'Cà Mau, Hà Nội'],
    ['{{list "dat" of="tinh" answer="no"}}', 'Đắk Lắk, An Giang'],
    ['{{bodies "dat" of="bo" noun="bộ"}}', '02 bộ'],
    ['{{most "dat" of="bo"}}', 'Đa số'],
    ['{{#ifAll "dat" of="hai-tinh"}}có{{else}}không{{/ifAll}}', 'Không'],
    ['{{#ifOne "dat" of="hai-tinh"}}có{{else}}không{{/ifOne}}', 'Có'],
    ['{{#ifAny "dat" of="tinh"}}có{{else}}không{{/ifAny}}', 'Có'],
    ['{{count "dat"}}', '04/7'],
  ];
  for (const [text, expected] of helpers)
    it(`${text} prints ${expected}`, () => {
      expect(printed(text, FORTY)).to.equal(expected);
    });

  it('makes a block', () => {
    const report = { blocks: { kha: { label: 'tỉnh đạt', roster: 'tinh', when: 'dat' } } };
    const book = tinyBook({ ...FORTY, report });
    expect(bodiesOf(book, 'kha').bodies).to.deep.equal(['ha-noi', 'ca-mau']);
    expect(valueOf(book, 'ho-so', { scope: 'kha' })).to.equal('500 known');
  });

  it('leads in the ledger to the number of each body', () => {
    const book = tinyBook(FORTY);
    const { id } = book.count(book.measure('dat', { scope: 'bo' }));
    const entry = book.ledger.get(id);
    expect(entry?.formula).to.equal('đếm đơn vị có ty-le ≥ 40');
    expect(entry?.inputs.map((input) => book.ledger.get(input)?.value)).to.deep.equal([
      '40',
      '50',
      '25',
      '3',
    ]);
  });

  it('is counted in an earlier period from the numbers of then', () => {
    const known = [...before('ha-noi', '50'), ...before('dak-lak', '39')];
    const tiny = { ...FORTY, facts: { history: history(...known) } };
    expect(valueOf(tinyBook(tiny), 'dat', { scope: 'hai-tinh', period: '2024-09' })).to.equal('1 known');
    expect(valueOf(tinyBook(tiny), 'dat', { scope: 'tinh', period: '2024-09' })).to.equal(
      'null missing no-history',
    );
  });

  it('stands in a table as có or không, with the count below', () => {
    const book = tinyBook(
      limited({ ...RATE, atLeast: '40' }, { answers: { 'F-TINH': { 'ca-mau': MISSING } } }),
    );
    const cell = (body: string): string =>
      bodyCell(book, book.indicator('dat'), body)
        .map(({ text }) => text)
        .join('');
    expect(['ha-noi', 'dak-lak', 'ca-mau'].map(cell)).to.deep.equal(['Có', 'Không', 'c/n']);
    const total = totalCell(book, book.indicator('dat'), 'bo')
      .map(({ text }) => text)
      .join('');
    expect(total).to.equal('2/3');
  });
});
