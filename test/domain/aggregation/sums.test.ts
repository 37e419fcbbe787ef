import { expect } from 'chai';
import type { Facts } from '../../../src/domain/facts.ts';
import { BLANK, EXEMPT, field, MISSING, NONE, PENDING, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

const waived = (...entities: readonly string[]): Partial<Facts> => ({
  waivers: entities.map((entity) => ({ entity, reason: 'bão', at: '2024-10-20T08:00:00+07:00' })),
});
const accepted = (form: string, body: string, cell: string): Partial<Facts> => ({
  justifications: [{ finding: `pending:${form}/${body}/${cell}`, reason: 'hẹn kỳ sau', at: '' }],
});

describe('sums over bodies', () => {
  const cases: readonly [string, Tiny, code: string, scope: string, expected: string][] = [
    ['all who are asked', {}, 'ho-so', '', '1100 known'],
    ['a roster', {}, 'ho-so', 'tinh', '1000 known'],
    ['a block of single bodies', {}, 'ho-so', 'hai-tinh', '700 known'],
    ['a union', {}, 'ho-so', 'ca-nuoc', '1100 known'],
    ['one body', {}, 'ho-so', 'bo-noi-vu', '20 known'],
    ['those that answered yes to a flag', {}, 'ho-so', 'tinh-co-ke-hoach', '700 known'],
    ['bodies of a scope that are not asked do not count', {}, 'tram', 'ca-nuoc', '100 known'],
    ['nobody of the scope is asked', {}, 'tram', 'bo', 'null missing'],
    ['a sum of indicators', {}, 'tong', 'tinh', '1500 known'],
    ['a difference', {}, 'truc-tiep', 'tinh', '500 known'],
    [
      'a difference below zero',
      { indicators: { 'truc-tiep': { difference: ['truc-tuyen', 'ho-so'] } } },
      'truc-tiep',
      'tinh',
      '-500 known',
    ],
    [
      'above 2⁵³ to the last đồng',
      { answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': '9007199254740993' } } } },
      'ho-so',
      'bo',
      '9007199254741073 known',
    ],
    [
      'zero is a value',
      { answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': '0' } } } },
      'ho-so',
      'bo-noi-vu',
      '0 known',
    ],
    [
      'a part that does not apply adds nothing to a sum',
      { answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT } } } },
      'tong',
      'ha-noi',
      '400 known',
    ],
    [
      'nor does it take anything from a difference',
      { answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT } } } },
      'truc-tiep',
      'ha-noi',
      '400 known',
    ],
    [
      'a difference from what does not apply does not apply',
      { answers: { 'F-TINH': { 'ha-noi': { 'ho-so': EXEMPT } } } },
      'truc-tiep',
      'ha-noi',
      'null missing not-applicable',
    ],
    [
      'a sum of which no part applies does not apply',
      { answers: { 'F-TINH': { 'ha-noi': { 'ho-so': EXEMPT, 'truc-tuyen': EXEMPT } } } },
      'tong',
      'ha-noi',
      'null missing not-applicable',
    ],
    [
      'two bodies, both of which it does not apply to',
      { answers: { 'F-TINH': { 'ha-noi': { tram: EXEMPT }, 'dak-lak': { tram: EXEMPT } } } },
      'tram',
      'hai-tinh',
      'null missing not-applicable',
    ],
    [
      'of one of two it is the other one',
      { answers: { 'F-TINH': { 'ha-noi': { tram: EXEMPT } } } },
      'tram',
      'hai-tinh',
      '20 known',
    ],
    [
      'two bodies, both waived',
      {
        answers: { 'F-TINH': { 'ha-noi': MISSING, 'dak-lak': MISSING } },
        facts: waived('ha-noi', 'dak-lak'),
      },
      'ho-so',
      'hai-tinh',
      'null missing',
    ],
  ];
  for (const [about, tiny, code, scope, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(valueOf(tinyBook(tiny), code, { scope })).to.equal(expected);
    });

  it('counts only the primary form where two forms ask the same', () => {
    const forms = tinyBook().facts.definition.forms.map((form) =>
      form.id === 'CA-1'
        ? { ...form, sections: [{ title: 'I', fields: [field('can-cuoc'), field('ho-so')] }] }
        : form,
    );
    const answers = { 'CA-1': { 'bo-cong-an': { 'ho-so': '31' } } };
    const none = tinyBook({ definition: { forms }, answers });
    const primary = tinyBook({
      definition: { forms },
      answers,
      indicators: { 'ho-so': { primary: 'CA-1' } },
    });
    // Without a primary form the first form that asks the body counts: a body is never added twice.
    expect(valueOf(none, 'ho-so', { scope: 'bo-cong-an' })).to.equal('30 known');
    expect(valueOf(primary, 'ho-so', { scope: 'bo-cong-an' })).to.equal('31 known');
    expect(valueOf(primary, 'ho-so')).to.equal('31 known');
  });
});

describe('ratios', () => {
  const cases: readonly [string, Tiny, scope: string, expected: string][] = [
    // Rates of the provinces are 75, 33,3…, 30 and 40 percent: their mean would be 44,6.
    ['Σ/Σ, not the mean of rates', {}, 'tinh', '50 known'],
    ['of one body', {}, 'dak-lak', '100/3 known'],
    ['of a block', {}, 'hai-tinh', '400/7 known'],
    ['without percent, the quotient', { indicators: { 'ty-le': { unit: 'lần' } } }, 'tinh', '0.5 known'],
    [
      'over nothing',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': '0', 'truc-tuyen': '0' } } } },
      'bo-y-te',
      'null missing zero-base',
    ],
    [
      'over không phát sinh, which is nothing too',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': NONE, 'truc-tuyen': NONE } } } },
      'bo-y-te',
      'null missing zero-base',
    ],
    [
      'which does not apply',
      { answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT } } } },
      'ha-noi',
      'null missing not-applicable',
    ],
    [
      'of a body that did not report is not the ratio of the others in a final',
      { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
      'tinh',
      '100/3 missing',
    ],
    [
      'with a numerator not yet known, accepted with a reason: the body leaves the denominator too',
      {
        answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': PENDING } } },
        facts: accepted('F-TINH', 'ha-noi', 'truc-tuyen'),
      },
      'tinh',
      '100/3 partial',
    ],
    [
      'with a denominator not yet known: the body leaves the numerator too',
      {
        answers: { 'F-TINH': { 'ha-noi': { 'ho-so': PENDING } } },
        facts: accepted('F-TINH', 'ha-noi', 'ho-so'),
      },
      'tinh',
      '100/3 partial',
    ],
    [
      'of which only the body that lacks would be left',
      {
        answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': PENDING } } },
        facts: accepted('F-TINH', 'ha-noi', 'truc-tuyen'),
      },
      'ha-noi',
      'null missing',
    ],
  ];
  for (const [about, tiny, scope, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(valueOf(tinyBook(tiny), 'ty-le', { scope })).to.equal(expected);
    });

  it('leads in the ledger to numerator and denominator over the same bodies', () => {
    const book = tinyBook({
      answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': PENDING } } },
      facts: accepted('F-TINH', 'ha-noi', 'truc-tuyen'),
    });
    const { id } = book.value(book.measure('ty-le', { scope: 'tinh' }));
    const values = book.ledger.get(id)?.inputs.map((input) => book.ledger.get(input)?.value);
    expect(values).to.deep.equal(['200', '600']);
  });
});

describe('bodies of a block that depends on a flag', () => {
  it('a body without an answer to the flag is waited for, not left out', () => {
    const book = tinyBook({ answers: { 'F-TINH': { 'an-giang': { 'ke-hoach': BLANK } } } });
    const { state, lacking } = book.value(book.measure('ho-so', { scope: 'tinh-co-ke-hoach' }));
    expect([state, lacking]).to.deep.equal(['missing', [{ entity: 'an-giang', why: 'blank' }]]);
  });

  it('is waited for once, when two parts of a union depend on flags it did not answer', () => {
    const tiny: Tiny = {
      report: {
        blocks: {
          a: { label: 'a', roster: 'tinh', when: 'ke-hoach' },
          b: { label: 'b', roster: 'tinh', when: 'ke-hoach' },
          'a-hoac-b': { label: 'a hoặc b', union: ['a', 'b'] },
          'a-hoac-tinh': { label: 'a hoặc tỉnh', union: ['a', 'tinh'] },
        },
      },
      answers: { 'F-TINH': { 'an-giang': MISSING } },
      facts: waived('an-giang'),
    };
    const book = tinyBook(tiny);
    const twice = book.count(book.measure('ke-hoach', { scope: 'a-hoac-b' }));
    expect([twice.yes.length, twice.total, twice.lacking.length]).to.deep.equal([2, 3, 1]);
    const known = book.count(book.measure('ke-hoach', { scope: 'a-hoac-tinh' }));
    expect([known.yes.length, known.total, known.lacking.length]).to.deep.equal([2, 4, 1]);
  });

  it('refuses a scope that nothing is called', () => {
    const book = tinyBook();
    expect(() => book.value(book.measure('ho-so', { scope: 'xa' }))).to.throw(RangeError, 'xa');
    expect(() => book.value(book.measure('khong-co'))).to.throw(RangeError, 'khong-co');
  });
});

const at = (asOf: string): { state: 'value'; value: string; asOf: string } => ({
  state: 'value',
  value: '1',
  asOf,
});

describe('the day on which a stock holds', () => {
  const cases: readonly [string, Tiny, code: string, scope: string, expected: string][] = [
    ['the end of the window', {}, 'tram', 'tinh', '2024-10-31'],
    ['of its own window', { indicators: { tram: { window: 'lech' } } }, 'tram', 'tinh', '2024-10-14'],
    [
      'the day the answer gives, earlier',
      { answers: { 'F-TINH': { 'ha-noi': { tram: at('2024-10-19') } } } },
      'tram',
      'ha-noi',
      '2024-10-19',
    ],
    [
      'or later',
      { answers: { 'F-TINH': { 'ha-noi': { tram: at('2024-11-02') } } } },
      'tram',
      'ha-noi',
      '2024-11-02',
    ],
    [
      'of several answers the latest',
      {
        answers: {
          'F-TINH': { 'ha-noi': { tram: at('2024-10-19') }, 'dak-lak': { tram: at('2024-10-21') } },
        },
      },
      'tram',
      'hai-tinh',
      '2024-10-21',
    ],
    [
      'a body that gives no day answers for the end of the window',
      { answers: { 'F-TINH': { 'ha-noi': { tram: at('2024-10-19') } } } },
      'tram',
      'hai-tinh',
      '2024-10-31',
    ],
    [
      'of a derived value the latest of its parts',
      { indicators: { 'ho-so': { window: 'lech' } } },
      'tong',
      'tinh',
      '2024-10-31',
    ],
  ];
  for (const [about, tiny, code, scope, expected] of cases)
    it(about, () => {
      const book = tinyBook(tiny);
      expect(book.value(book.measure(code, { scope })).asOf).to.equal(expected);
    });

  it('of an earlier value, the end of the window then', () => {
    const book = tinyBook({
      indicators: { tram: { window: 'lech' } },
      facts: {
        history: [
          {
            indicator: 'tram',
            period: '2024-02',
            span: 'period',
            scope: '',
            value: '5',
            basis: 'published',
            source: '',
          },
        ],
      },
    });
    expect(book.value(book.measure('tram', { period: '2024-02' })).asOf).to.equal('2024-02-14');
  });
});
