import { expect } from 'chai';
import { bodiesThen } from '../../../src/domain/aggregation/predecessors.ts';
import type { Entity } from '../../../src/domain/entity.ts';
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
];

describe('bodies of an earlier day', () => {
  const cases: readonly [string, readonly string[], day: string, expected: readonly string[] | undefined][] =
    [
      ['a body that existed stands for itself', ['ha-noi'], '2024-10-31', ['ha-noi']],
      ['a merged body for those it took over', ['lao-cai-2025'], '2024-10-31', ['lao-cai', 'yen-bai']],
      ['on its first day it stands for itself', ['lao-cai-2025'], AFTER, ['lao-cai-2025']],
      ['part of a body that was split stands for nothing', ['dong'], '2024-10-31', undefined],
      ['but all its parts stand for it, once', ['dong', 'tay'], '2024-10-31', ['chia']],
      ['a new body has no one', ['ha-noi', 'moi'], '2024-10-31', undefined],
      ['predecessors have predecessors', ['ke-thua'], '2020-10-31', ['xua']],
    ];
  for (const [about, bodies, day, expected] of cases)
    it(about, () => {
      const then = bodiesThen(bodies, day, CHANGED);
      expect(then && [...then].sort()).to.deep.equal(expected);
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
    ['a count of more bodies is no base for one of fewer', 'ke-hoach', 'tinh', 'null missing no-history'],
  ];
  for (const [about, code, scope, expected] of cases)
    it(about, () => {
      expect(valueOf(tinyBook(merged), code, { scope, period: '2024-10' })).to.equal(expected);
    });
});
