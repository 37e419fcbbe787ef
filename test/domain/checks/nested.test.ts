import { expect } from 'chai';
import { createBook } from '../../../src/domain/aggregation/book.ts';
import { findAskedTwice, findWindowGaps } from '../../../src/domain/checks/nested.ts';
import type { Form } from '../../../src/domain/definition.ts';
import type { Window } from '../../../src/domain/period.ts';
import { World } from '../properties/world.ts';
import { earlier, field, tinyBook, tinyDefinition, type Tiny } from '../tiny-facts.ts';

/** The tiny forms are asked in every kind of period: what months reported is asked again of the quarter. */
const MONTHS = { '2024-07': '100', '2024-08': '150', '2024-09': '150' };

function months(values: Readonly<Record<string, string>>, code = 'ho-so'): Tiny {
  return {
    period: '2024-Q3',
    facts: {
      earlier: Object.entries(values).flatMap(([month, value]) => earlier(code, month, { 'ha-noi': value })),
    },
  };
}

const OWNER: Form = {
  id: 'BCA-Q',
  title: 'Biểu quý',
  body: 'bo-noi-vu',
  sections: [{ title: 'I', fields: [field('so-thon')] }],
  tables: [],
};

describe('what a period and its shorter ones both say', () => {
  const cases: readonly [about: string, tiny: Tiny, found: readonly string[]][] = [
    ['the sum of the months', months(MONTHS), []],
    [
      'another sum',
      months({ ...MONTHS, '2024-09': '149' }),
      [
        'asked-twice:F-TINH/ha-noi/ho-so Biểu F-TINH, Hà Nội, ô “Ô ho-so” = 400, không bằng tổng các kỳ tháng là 399: biểu F-TINH của tháng 7/2024, Hà Nội, ô “Ô ho-so” = 100; biểu F-TINH của tháng 8/2024, Hà Nội, ô “Ô ho-so” = 150; biểu F-TINH của tháng 9/2024, Hà Nội, ô “Ô ho-so” = 149. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
      ],
    ],
    ['a month that is not there', months({ '2024-07': '1', '2024-08': '1' }), []],
    ['months of another quarter', months({ '2024-04': '1', '2024-05': '1', '2024-06': '1' }), []],
    [
      'a stock beside that of the last month',
      { ...months({ '2024-09': '11' }, 'tram'), definition: withoutDays() },
      [
        'asked-twice:F-TINH/ha-noi/tram Biểu F-TINH, Hà Nội, ô “Ô tram” = 10, không bằng 11 của tháng 9/2024 tại cùng thời điểm: biểu F-TINH của tháng 9/2024, Hà Nội, ô “Ô tram” = 11. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
      ],
    ],
    [
      'the same stock, whatever it was before',
      { ...months({ '2024-08': '99', '2024-09': '10' }, 'tram'), definition: withoutDays() },
      [],
    ],
    ['a stock that may be of another day', months({ '2024-09': '11' }, 'tram'), []],
    ['a flag, which may have changed since', months({ '2024-09': 'no' }, 'ke-hoach'), []],
    ['a month, which nothing shorter makes up', { ...months(MONTHS), period: '2024-10' }, []],
  ];
  for (const [about, tiny, found] of cases)
    it(about, () => {
      expect(findAskedTwice(tinyBook(tiny)).map(({ id, message }) => `${id} ${message}`)).to.deep.equal(
        found,
      );
    });

  it('of a year, its halves and its quarters alike', () => {
    const parts = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].flatMap((quarter) =>
      earlier('ho-so', quarter, { 'ha-noi': '100' }),
    );
    const halves = ['2024-H1', '2024-H2'].flatMap((half) => earlier('ho-so', half, { 'ha-noi': '201' }));
    const book = tinyBook({ period: '2024', facts: { earlier: [...halves, ...parts] } });
    expect(findAskedTwice(book).map(({ message }) => message.split(':')[0])).to.deep.equal([
      'Biểu F-TINH, Hà Nội, ô “Ô ho-so” = 400, không bằng tổng các kỳ sáu tháng là 402',
    ]);
  });

  it('an owner speaks for whoever was asked in the months', () => {
    const { forms } = tinyDefinition();
    const monthly = forms.map((form) =>
      form.id === 'F-TINH'
        ? { ...form, frequencies: ['month'] as const, sections: [{ title: 'I', fields: [field('so-thon')] }] }
        : form,
    );
    const book = tinyBook({
      period: '2024-Q3',
      indicators: { 'so-thon': { label: 'Số thôn' } },
      definition: { forms: [...monthly, { ...OWNER, frequencies: ['quarter'] }] },
      answers: { 'BCA-Q': { 'bo-noi-vu': { 'so-thon': '31' } } },
      facts: {
        earlier: Object.keys(MONTHS).flatMap((month) =>
          earlier('so-thon', month, { 'ha-noi': '1', 'dak-lak': '2', 'an-giang': '3', 'ca-mau': '4' }),
        ),
      },
    });
    expect(findAskedTwice(book).map(({ message }) => message.split(':')[0])).to.deep.equal([
      'Biểu BCA-Q, Bộ Nội vụ, ô “Ô so-thon” = 31, không bằng tổng các kỳ tháng là 30',
    ]);
  });
});

describe('the days of a quarter and of its months', () => {
  const world = new World({ bodies: 1, changes: [], shifted: true, values: [1], absent: [] });
  const found = (windows: Readonly<Record<string, Window>>): readonly string[] => {
    const facts = world.facts('2024-Q1');
    const parts = facts.parts?.map((part) => {
      const decided = windows[part.period.id];
      return decided ? { ...part, period: { ...part.period, windows: { ky: decided } } } : part;
    });
    const own = windows['2024-Q1'];
    const period = own ? { ...facts.period, windows: { ky: own } } : facts.period;
    const book = createBook({ ...facts, period, parts: parts ?? [] });
    return findWindowGaps(book).map(({ id, severity, message }) => `${severity} ${id} ${message}`);
  };
  const cases: readonly [
    about: string,
    windows: Readonly<Record<string, Window>>,
    found: readonly string[],
  ][] = [
    ['by the rule fit', {}, []],
    [
      'fit when two months meet on another day',
      {
        '2024-01': { from: '2023-12-15', to: '2024-01-20' },
        '2024-02': { from: '2024-01-21', to: '2024-02-14' },
      },
      [],
    ],
    [
      'leave days out',
      { '2024-02': { from: '2024-01-20', to: '2024-02-14' } },
      [
        'soft windows:ky Khoảng thời gian “ky” của quý I/2024 không khớp với các kỳ ngắn hơn: kỳ tháng 02/2024 bắt đầu từ ngày 20/01/2024, cần từ ngày 15/01/2024. Đề nghị sửa windows trong period.yaml của một trong các kỳ, hoặc ghi lý do.',
      ],
    ],
    [
      'end before the quarter does',
      { '2024-Q1': { from: '2023-12-15', to: '2024-03-31' } },
      [
        'soft windows:ky Khoảng thời gian “ky” của quý I/2024 không khớp với các kỳ ngắn hơn: các kỳ ngắn hơn đến hết ngày 14/3/2024, cần đến hết ngày 31/3/2024. Đề nghị sửa windows trong period.yaml của một trong các kỳ, hoặc ghi lý do.',
      ],
    ],
  ];
  for (const [about, windows, expected] of cases)
    it(about, () => {
      expect(found(windows)).to.deep.equal(expected);
    });
});

/** The tiny definition without days of their own for stocks. */
function withoutDays(): { readonly forms: readonly Form[] } {
  const forms = tinyDefinition().forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((one) => ({ ...one, asOf: false })),
    })),
  }));
  return { forms };
}
