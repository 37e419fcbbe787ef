import { expect } from 'chai';
import type { Check } from '../../../src/domain/definition.ts';
import { PENDING, type Tiny } from '../tiny-facts.ts';
import { foundIds, said, withCheck } from './found.ts';

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
