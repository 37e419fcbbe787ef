import { expect } from 'chai';
import { rowMatches } from '../../../src/domain/aggregation/rows.ts';
import { parseFilter } from '../../../src/domain/narration/filters.ts';
import type { Row } from '../../../src/domain/submission.ts';
import { DOCUMENTS, history, indicator, MISSING, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

describe('conditions on rows', () => {
  const row: Row = { loai: 'nghi-dinh', ngay: '2024-10-15', luot: '1000000', xong: 'yes', so: '05' };
  const cases: readonly [string, boolean][] = [
    ['', true],
    ['loai=nghi-dinh', true],
    ['loai=quyet-dinh', false],
    ['loai = nghi-dinh , xong = yes', true],
    ['loai=nghi-dinh, xong=no', false],
    ['luot>999999', true],
    ['luot>1000000', false],
    ['luot>=1000000', true],
    ['luot<=1000000', true],
    ['luot<1000000', false],
    // Numbers compare as numbers: as texts "1000000" would stand before "9".
    ['luot>9', true],
    ['luot>=1000000.0', true],
    ['ngay<2024-10-16', true],
    ['ngay>=2024-10-15', true],
    ['ngay>=@start', true],
    ['ngay<=@end', true],
    ['ngay=@end', false],
    ['ngay<@start', false],
    ['ngay>@end', false],
    // A blank cell fulfils no condition.
    ['kinh-phi<5', false],
    ['kinh-phi=', false],
    ['kinh-phi>=0', false],
  ];
  for (const [filter, expected] of cases.filter(([text]) => text !== 'kinh-phi='))
    it(`${filter || 'no condition'} ${expected ? 'holds' : 'does not hold'}`, () => {
      expect(rowMatches(tinyBook(), parseFilter(filter), row)).to.equal(expected);
    });

  for (const filter of ['loai', 'loai=', '=5', 'loai nghi-dinh', 'a=b,', 'a!=b!'])
    if (filter !== 'a!=b!')
      it(`refuses “${filter}”`, () => {
        expect(() => parseFilter(filter)).to.throw(RangeError, 'not a condition');
      });
});

describe('counts of rows', () => {
  const nghiDinh = { loai: 'nghi-dinh', so: '1/2024/NĐ-CP' };
  const quyetDinh = { loai: 'quyet-dinh', so: '2/QĐ-TTg' };
  /** Documents are asked of every province and of Bộ Công an. */
  const forms = tinyBook().facts.definition.forms.map((form) =>
    form.id === 'F-TINH' ? { ...form, tables: [DOCUMENTS] } : form,
  );
  const counted: Tiny = {
    definition: { forms },
    indicators: {
      'vb-nghi-dinh': indicator('vb-nghi-dinh', {
        rows: { table: 'van-ban', where: [{ column: 'loai', is: 'nghi-dinh' }] },
      }),
    },
    rows: {
      'CA-1/bo-cong-an': { 'van-ban': [nghiDinh, quyetDinh, nghiDinh] },
      'F-TINH/ha-noi': { 'van-ban': [nghiDinh] },
      'F-TINH/dak-lak': { 'van-ban': [quyetDinh] },
    },
  };
  const cases: readonly [string, Tiny, scope: string, span: 'period' | 'ytd', expected: string][] = [
    ['of all bodies', {}, '', 'period', '3 known'],
    ['of a roster', {}, 'tinh', 'period', '1 known'],
    ['of a body', {}, 'bo-cong-an', 'period', '2 known'],
    ['of a body with other rows', {}, 'dak-lak', 'period', '0 known'],
    ['of a body without any', {}, 'ca-mau', 'period', '0 known'],
    [
      'one body has not reported',
      { answers: { 'F-TINH': { 'ca-mau': MISSING } } },
      '',
      'period',
      '3 missing',
    ],
    [
      'which does not matter to another',
      { answers: { 'F-TINH': { 'ca-mau': MISSING } } },
      'ha-noi',
      'period',
      '1 known',
    ],
    [
      'the year to date goes on from the one before',
      { facts: { history: history('vb-nghi-dinh@2024-09:ytd = 7') } },
      '',
      'ytd',
      '10 known',
    ],
    ['and is not the month where that is not known', {}, '', 'ytd', 'null missing no-history'],
  ];
  for (const [about, tiny, scope, span, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(valueOf(tinyBook({ ...counted, ...tiny }), 'vb-nghi-dinh', { scope, span })).to.equal(expected);
    });

  it('the first and the last day of the period are days there too', () => {
    const dated = (day: string) => ({ ...nghiDinh, ngay: day });
    const book = tinyBook({
      indicators: {
        'trong-ky': indicator('trong-ky', {
          rows: {
            table: 'van-ban',
            where: [
              { column: 'ngay', atLeast: '@start' },
              { column: 'ngay', atMost: '@end' },
            ],
          },
        }),
        'cuoi-ky': indicator('cuoi-ky', {
          rows: { table: 'van-ban', where: [{ column: 'ngay', is: '@end' }] },
        }),
      },
      rows: {
        'CA-1/bo-cong-an': { 'van-ban': ['2024-09-30', '2024-10-01', '2024-10-31', '2024-11-01'].map(dated) },
      },
    });
    expect(valueOf(book, 'trong-ky')).to.equal('2 known');
    expect(valueOf(book, 'cuoi-ky')).to.equal('1 known');
  });

  it('a body that sent an empty form has not said that it has no rows', () => {
    const empty = tinyBook({
      answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': null } } },
    });
    expect(empty.index.lackingRows('van-ban')).to.deep.equal([{ entity: 'bo-cong-an', why: 'blank' }]);
  });
});
