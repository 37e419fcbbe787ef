import { expect } from 'chai';
import type { Check } from '../../../src/domain/definition.ts';
import { history, NONE, type Tiny } from '../tiny-facts.ts';
import { foundIds, said } from './found.ts';
import { provincesAnswering, WATCHED } from './twelve-provinces.ts';

const AT_MOST: Check = { id: 'phan', kind: 'at-most', part: 'truc-tuyen', whole: 'ho-so' };

type Dossiers = readonly [all: string, online: string | typeof NONE];

/** Of 10.000 dossiers of each province 4.000 and, in the last one, 5.000 are online, unless the first ones say otherwise. */
const online = (first: readonly Dossiers[], lines: readonly string[] = [], bodies = 12): Tiny => {
  const { definition, ...tiny } = provincesAnswering(
    ['ho-so', 'truc-tuyen'],
    (place) => {
      const [all, part] = first[place] ?? ['10000', place === bodies - 1 ? '5000' : '4000'];
      return { 'ho-so': all, 'truc-tuyen': part };
    },
    bodies,
  );
  return { ...tiny, definition: { ...definition, checks: [AT_MOST] }, facts: { history: history(...lines) } };
};

const UNLIKE = ['soft peers:F-TINH/tinh-0/truc-tuyen/ho-so'];

function before(all: string, part: string): readonly string[] {
  return [`ho-so@2024-09/tinh-0 = ${all}`, `truc-tuyen@2024-09/tinh-0 = ${part}`];
}

describe('a share beside the same share of the others', () => {
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['as all others', online([]), []],
    ['half of the smallest of the others', online([['10000', '2000']]), []],
    ['less than half', online([['10000', '1999']]), UNLIKE],
    [
      'a part of which a digit is lost is named once',
      online([['10000', '400']]),
      ['soft peers:F-TINH/tinh-0/truc-tuyen'],
    ],
    ['a whole that is too large', online([['29000', '4000']]), UNLIKE],
    ['nothing where every other has something', online([['10000', '0']]), UNLIKE],
    [
      'nothing where another has nothing too',
      online([
        ['10000', '0'],
        ['10000', '0'],
      ]),
      [],
    ],
    ['không phát sinh is an answer', online([['10000', NONE]]), []],
    ['of a whole of nothing there is no share', online([['0', '0']]), []],
    [
      'a whole too small to say anything',
      online([['70', '5']]),
      ['soft peers:F-TINH/tinh-0/ho-so', 'soft peers:F-TINH/tinh-0/truc-tuyen'],
    ],
    ['twice the largest', online([['4000', '4000']], [], 12), []],
    [
      'others that are three times apart: a third of the smallest',
      online([
        ['29000', '1310'],
        ['10000', '1500'],
      ]),
      [],
    ],
    [
      'less than a third',
      online([
        ['29000', '1300'],
        ['10000', '1500'],
      ]),
      UNLIKE,
    ],
    ['it was so in September', online([['10000', '1500']], before('10000', '1400')), []],
    ['it was otherwise in September', online([['10000', '1500']], before('9000', '3600')), UNLIKE],
    ['eight provinces are too few to compare', online([['10000', '1500']], [], 8), []],
    ['nine are enough', online([['10000', '1500']], [], 9), UNLIKE],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  it('of a ratio as of a declared part and whole', () => {
    const { definition, indicators, ...tiny } = online([['10000', '1500']]);
    const declared = (share: boolean): Tiny => ({
      ...tiny,
      indicators: { ...indicators, 'ty-le': { share } },
      definition: { ...definition, checks: [] },
    });
    expect(foundIds(declared(true))).to.deep.equal(UNLIKE);
    expect(foundIds(declared(false))).to.deep.equal([]);
  });

  it('not of an indicator that is not watched', () => {
    const tiny = online([['10000', '1500']]);
    expect(foundIds({ ...tiny, indicators: { 'ho-so': WATCHED } })).to.deep.equal([]);
  });

  it('a part above its whole is named as that alone', () => {
    const tiny = online([['10000', '14000']]);
    expect(foundIds(tiny)).to.deep.equal(['hard phan:tinh-0']);
  });

  it('names both cells and what is usual', () => {
    expect(said(online([['10000', '1500']]), 'peers:F-TINH/tinh-0/truc-tuyen/ho-so')).to.equal(
      'Biểu F-TINH, Tỉnh 0, ô “Ô truc-tuyen” = 1.500, thấp khác thường so với ô “Ô ho-so” = 10.000: bằng 15%, trong khi các đơn vị khác cùng biểu từ 40% đến 50%. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    );
  });
});
