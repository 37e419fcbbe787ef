import { expect } from 'chai';
import { originsOf } from '../../../src/domain/aggregation/predecessors.ts';
import type { Split } from '../../../src/domain/definition.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { canonical } from '../../../src/domain/exact.ts';
import { earlier, ENTITIES, tinyBook, valueOf, type Tiny } from '../tiny-facts.ts';

const AFTER = '2025-07-01';
const BEFORE = '2025-06-30';

function entity(id: string, life: Partial<Entity>): Entity {
  return { id, kind: 'tinh', name: id, shortName: id, codes: [], aliases: [], successors: [], ...life };
}

const CHANGED = [
  entity('ha-noi', {}),
  entity('yen-bai', { validTo: BEFORE, successors: ['lao-cai-2025'] }),
  entity('lao-cai', { validTo: BEFORE, successors: ['lao-cai-2025'] }),
  entity('lao-cai-2025', { validFrom: AFTER }),
  entity('chia', { validTo: BEFORE, successors: ['dong', 'tay'] }),
  entity('dong', { validFrom: AFTER }),
  entity('tay', { validFrom: AFTER }),
  entity('moi', { validFrom: AFTER }),
  entity('xua', { validTo: '2020-12-31', successors: ['yen-bai-cu'] }),
  entity('yen-bai-cu', { validFrom: '2021-01-01', validTo: BEFORE, successors: ['ke-thua'] }),
  entity('ke-thua', { validFrom: AFTER }),
  entity('nhan', {}),
  entity('goc', { validTo: BEFORE, successors: ['nhan', 'ke-thua'] }),
];

describe('bodies of an earlier day', () => {
  const SPLITS: readonly Split[] = [
    {
      body: 'chia',
      indicators: ['ho-so'],
      weights: { dong: '0.7', tay: '0.3' },
      basis: 'số hồ sơ năm 2024',
      source: 'Biên bản bàn giao',
    },
  ];
  const cases: readonly [
    about: string,
    bodies: readonly string[],
    day: string,
    expected: string,
    indicator?: string,
  ][] = [
    ['a body that existed stands for itself', ['ha-noi'], '2024-10-31', 'ha-noi'],
    ['a merged body for those it took over', ['lao-cai-2025'], '2024-10-31', 'yen-bai lao-cai'],
    ['on its first day it stands for itself', ['lao-cai-2025'], AFTER, 'lao-cai-2025'],
    ['on the last day of the others for them', ['lao-cai-2025'], BEFORE, 'yen-bai lao-cai'],
    ['nobody knows what part of a divided body it was', ['dong'], '2024-10-31', 'chia?'],
    ['unless it is weighed', ['dong'], '2024-10-31', 'chia×0.7', 'ho-so'],
    ['all parts are the whole, once', ['dong', 'tay'], '2024-10-31', 'chia'],
    ['weighed or not', ['dong', 'tay'], '2024-10-31', 'chia', 'ho-so'],
    [
      'weights of a part and of a whole',
      ['dong', 'lao-cai-2025'],
      '2024-10-31',
      'chia×0.7 yen-bai lao-cai',
      'ho-so',
    ],
    ['a new body has no one', ['ha-noi', 'moi'], '2024-10-31', 'ha-noi moi!'],
    ['predecessors have predecessors', ['ke-thua', 'nhan'], '2020-10-31', 'xua goc nhan'],
    ['one that was gone by then has no one', ['xua'], '2024-10-31', ''],
    ['one that took over a part was itself before', ['nhan'], '2024-10-31', 'nhan goc?'],
    ['with weights, itself and the part', ['nhan'], '2024-10-31', 'nhan goc×0.25', 'ho-so'],
  ];
  const splits: readonly Split[] = [
    ...SPLITS,
    { ...SPLITS[0], body: 'goc', weights: { nhan: '0.25', 'ke-thua': '0.75' } } as Split,
  ];
  for (const [about, bodies, day, expected, indicator = 'khac'] of cases)
    it(about, () => {
      const { shares, unknown, without } = originsOf(bodies, day, CHANGED, splits, indicator);
      const told = [
        ...shares.map(({ entity: id, weight }) => (weight.equals(1) ? id : `${id}×${canonical(weight)}`)),
        ...unknown.map((id) => `${id}?`),
        ...without.map((id) => `${id}!`),
      ];
      expect(told.join(' ')).to.equal(expected);
    });
});

describe('a base after a merger', () => {
  /** An Giang and Cà Mau have been Tây Nam since July; the figures are those of October before. */
  const entities = [
    ...ENTITIES.map((one) =>
      one.id === 'an-giang' || one.id === 'ca-mau'
        ? { ...one, validTo: BEFORE, successors: ['tay-nam'] }
        : one,
    ),
    entity('tay-nam', { name: 'tỉnh Tây Nam', shortName: 'Tây Nam', validFrom: AFTER }),
  ];
  const four = { 'ha-noi': '1', 'dak-lak': '2', 'an-giang': '3', 'ca-mau': '4' };
  const online = { 'ha-noi': '1', 'dak-lak': '1', 'an-giang': '1', 'ca-mau': '2' };
  const merged: Tiny = {
    period: '2025-10',
    definition: { entities },
    facts: {
      earlier: [
        ...earlier('ho-so', '2024-10', four),
        ...earlier('truc-tuyen', '2024-10', online),
        ...earlier('ke-hoach', '2024-10', {
          'ha-noi': 'yes',
          'dak-lak': 'no',
          'an-giang': 'yes',
          'ca-mau': 'yes',
        }),
      ],
    },
  };
  const cases: readonly [string, string, scope: string, expected: string][] = [
    ['is the sum of the predecessors', 'ho-so', 'tay-nam', '7 known'],
    ['of all bodies, every predecessor once', 'ho-so', 'tinh', '10 known'],
    ['of a body that did not change, its own', 'ho-so', 'ha-noi', '1 known'],
    ['a ratio is recomputed from the sums', 'ty-le', 'tinh', '50 known'],
    ['a count is that of the bodies of then', 'ke-hoach', 'tinh', '3 known'],
    ['and none of a body that was not there', 'ke-hoach', 'tay-nam', 'null missing bodies-changed'],
  ];
  for (const [about, code, scope, expected] of cases)
    it(about, () => {
      expect(valueOf(tinyBook(merged), code, { scope, period: '2024-10' })).to.equal(expected);
    });
});
