import { expect } from 'chai';
import type { Check, Form } from '../../../src/domain/definition.ts';
import { EXEMPT, field, NONE, PENDING, type Tiny } from '../tiny-facts.ts';
import { foundIds, said, withCheck, withFields } from './found.ts';

/** A ministry's own count of what the provinces report, and a second form that asks the provinces themselves. */
const OWNER: Form = {
  id: 'YT-1',
  title: 'Biểu của Bộ Y tế',
  body: 'bo-y-te',
  sections: [{ title: 'I', fields: [field('tram')] }],
  tables: [],
};
const AGAIN: Form = { ...OWNER, id: 'F-LAI', title: 'Biểu hỏi lại' };
const { body: _body, ...UNBOUND } = AGAIN;
const SECOND: Form = { ...UNBOUND, roster: 'tinh' };

const stations = (primary: string | undefined, second: Tiny['answers'], form: Form): Tiny => ({
  indicators: { tram: primary === undefined ? {} : { primary } },
  definition: { forms: withFields('F-BO', [], form) },
  answers: second ?? {},
});
const owner = (tram: string): Tiny['answers'] => ({ 'YT-1': { 'bo-y-te': { tram } } });
const again = (more: Readonly<Record<string, string>>): Tiny['answers'] => ({
  'F-LAI': Object.fromEntries(
    Object.entries({ 'ha-noi': '10', 'dak-lak': '20', 'an-giang': '30', 'ca-mau': '40', ...more }).map(
      ([body, tram]) => [body, { tram }],
    ),
  ),
});

describe('two owners of one indicator', () => {
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['a total that agrees', stations('F-TINH', owner('100'), OWNER), []],
    ['a total that does not', stations('F-TINH', owner('101'), OWNER), ['hard owners:tram/YT-1']],
    ['the other one primary', stations('YT-1', owner('101'), OWNER), ['hard owners:tram/F-TINH']],
    ['none primary: their answers add up', stations(undefined, owner('101'), OWNER), []],
    ['the same bodies agree', stations('F-TINH', again({}), SECOND), []],
    [
      'the same bodies are compared one by one, even where the total agrees',
      stations('F-TINH', again({ 'ha-noi': '11', 'dak-lak': '19' }), SECOND),
      ['hard owners:tram/F-LAI/ha-noi', 'hard owners:tram/F-LAI/dak-lak'],
    ],
    [
      'an answer that is pending: nothing to compare',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: PENDING } } }, OWNER),
      ['soft pending:YT-1/bo-y-te/tram'],
    ],
    [
      'không phát sinh is zero',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: NONE } } }, OWNER),
      ['hard owners:tram/YT-1'],
    ],
    [
      'không áp dụng is no answer',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: EXEMPT } } }, OWNER),
      [],
    ],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  it('names both forms, cells and values', () => {
    expect(said(stations('F-TINH', owner('1101'), OWNER), 'owners:tram/YT-1')).to.equal(
      '“Số trạm” có hai giá trị khác nhau: biểu F-TINH, ô “Ô tram” của 4 đơn vị, cộng lại được 100; nhưng biểu YT-1, Bộ Y tế, ô “Ô tram” = 1.101. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
    expect(
      said(stations('F-TINH', again({ 'ha-noi': '11' }), SECOND), 'owners:tram/F-LAI/ha-noi'),
    ).to.include('biểu F-TINH, Hà Nội, ô “Ô tram” = 10; nhưng biểu F-LAI, Hà Nội, ô “Ô tram” = 11');
  });
});

describe('indicators that are one thing', () => {
  const check: Check = { id: 'bang', kind: 'same', indicators: ['can-cuoc', 'ho-so'] };
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['differ', {}, ['hard bang:ho-so']],
    ['agree', { answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': '1100' } } } }, []],
    [
      'one of them is not known',
      { answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': PENDING } } } },
      ['soft pending:CA-1/bo-cong-an/can-cuoc'],
    ],
  ];
  for (const [what, tiny, ids] of cases)
    it(what, () => expect(foundIds(withCheck(check, tiny))).to.deep.equal(ids));
});

describe('a share above 100%', () => {
  const shared: Tiny = { indicators: { 'ty-le': { share: true } } };
  const online = (count: string): Tiny => ({
    ...shared,
    answers: { 'F-TINH': { 'ca-mau': { 'truc-tuyen': count } } },
  });
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['100% is possible', online('100'), []],
    ['101 of 100', online('101'), ['hard share:ty-le/ca-mau']],
    ['a ratio that is no share', { ...online('101'), indicators: {} }, []],
    [
      'of nothing: no rate at all',
      { ...shared, answers: { 'F-TINH': { 'ca-mau': { 'ho-so': '0', 'truc-tuyen': '0' } } } },
      [],
    ],
    [
      'the declared check says it already',
      withCheck({ id: 'phan', kind: 'at-most', part: 'truc-tuyen', whole: 'ho-so' }, online('101')),
      ['hard phan:ca-mau'],
    ],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  it('never reads as 100% itself', () => {
    const tiny: Tiny = {
      ...shared,
      answers: { 'F-TINH': { 'ca-mau': { 'ho-so': '1000000', 'truc-tuyen': '1000001' } } },
    };
    expect(said(tiny, 'share:ty-le/ca-mau')).to.equal(
      '“Tỷ lệ trực tuyến” bằng 100,01%, vượt quá 100%: biểu F-TINH, Cà Mau, ô “Ô truc-tuyen” = 1.000.001; ô “Ô ho-so” = 1.000.000. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
  });
});
