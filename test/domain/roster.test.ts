import { expect } from 'chai';
import { existsOn, type Entity } from '../../src/domain/entity.ts';
import { membersOn, type Roster } from '../../src/domain/roster.ts';

function entity(id: string, kind: Entity['kind'], life: Partial<Entity> = {}): Entity {
  return { id, kind, name: id, shortName: id, codes: [], aliases: [], successors: [], ...life };
}

const ENTITIES = [
  entity('yen-bai', 'tinh', { validTo: '2025-06-30', successors: ['lao-cai-2025'] }),
  entity('lao-cai-2025', 'tinh', { validFrom: '2025-07-01' }),
  entity('ha-noi', 'thanh-pho'),
  entity('bo-y-te', 'bo'),
  entity('tap-doan', 'khac'),
];

const ROSTERS: readonly Roster[] = [
  { id: 'tinh', label: 'tỉnh', kinds: ['tinh', 'thanh-pho'] },
  { id: 'chon', label: 'chọn', bodies: ['tap-doan', 'yen-bai'] },
  { id: 'tat-ca', label: 'tất cả', kinds: ['bo'], union: ['chon', 'tinh'] },
];

describe('rosters', () => {
  const lives: readonly [string, boolean, boolean][] = [
    ['2025-06-29', true, false],
    ['2025-06-30', true, false],
    ['2025-07-01', false, true],
  ];
  for (const [day, before, after] of lives)
    it(`on ${day} the old province ${before ? 'lives' : 'is gone'}, the new one ${after ? 'lives' : 'is not there'}`, () => {
      const [old, young] = ENTITIES;
      expect([existsOn(old as Entity, day), existsOn(young as Entity, day)]).to.deep.equal([before, after]);
    });

  const members: readonly [string, string, readonly string[]][] = [
    ['tinh', '2025-06-30', ['yen-bai', 'ha-noi']],
    ['tinh', '2025-07-01', ['lao-cai-2025', 'ha-noi']],
    ['chon', '2024-01-01', ['yen-bai', 'tap-doan']],
    ['chon', '2025-07-01', ['tap-doan']],
    ['tat-ca', '2025-06-30', ['bo-y-te', 'yen-bai', 'tap-doan', 'ha-noi']],
  ];
  for (const [roster, day, expected] of members)
    it(`${roster} on ${day}: ${expected.join(', ')}, part by part, in the order of the file and each once`, () => {
      expect(membersOn(roster, day, ROSTERS, ENTITIES).map(({ id }) => id)).to.deep.equal(expected);
    });

  it('refuses a roster that does not exist', () => {
    expect(() => membersOn('xa', '2024-01-01', ROSTERS, ENTITIES)).to.throw(RangeError, 'roster xa');
  });
});
