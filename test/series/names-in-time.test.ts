/** A code or a name means the body that had it on the period's day: codes were reused, and names stayed. */
import { join } from 'node:path';
import { expect } from 'chai';
import { loadDefinition } from '../../src/definitions/load.ts';
import type { Definition } from '../../src/domain/definition.ts';
import { entityIndex, findEntity } from '../../src/domain/intake/find-entity.ts';
import { membersOn } from '../../src/domain/roster.ts';

const REPORTS = join(import.meta.dirname, '../../reports');

describe('codes and names of the real bodies, day by day', () => {
  let definition: Definition;

  before(async () => {
    const loaded = await loadDefinition(REPORTS, 'chuyen-doi-so');
    if (!loaded.ok) throw new Error('the definition does not load');
    ({ definition } = loaded);
  });

  const found = (text: string, day: string): string => {
    const { entities, rosters } = definition;
    const finding = findEntity(entityIndex(membersOn('tat-ca', day, rosters, entities), entities), text);
    return finding.ok ? finding.entity.id : finding.reason;
  };

  const days = [
    '2024-12-31',
    '2025-01-01',
    '2025-02-28',
    '2025-03-01',
    '2025-06-30',
    '2025-07-01',
    '2026-04-30',
  ];
  // prettier-ignore
  const cases: readonly (readonly [text: string, ...bodies: readonly string[]])[] = [
    ['15', 'yen-bai', 'yen-bai', 'yen-bai', 'yen-bai', 'yen-bai', 'lao-cai-2025', 'lao-cai-2025'],
    ['10', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'outside', 'outside'],
    ['Lào Cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai-2025', 'lao-cai-2025'],
    ['Yên Bái', 'yen-bai', 'yen-bai', 'yen-bai', 'yen-bai', 'yen-bai', 'outside', 'outside'],
    ['H38', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai-2025', 'lao-cai-2025'],
    ['44', 'quang-binh', 'quang-binh', 'quang-binh', 'quang-binh', 'quang-binh', 'quang-tri-2025', 'quang-tri-2025'],
    ['45', 'quang-tri', 'quang-tri', 'quang-tri', 'quang-tri', 'quang-tri', 'outside', 'outside'],
    ['Quảng Trị', 'quang-tri', 'quang-tri', 'quang-tri', 'quang-tri', 'quang-tri', 'quang-tri-2025', 'quang-tri-2025'],
    ['80', 'long-an', 'long-an', 'long-an', 'long-an', 'long-an', 'tay-ninh-2025', 'tay-ninh-2025'],
    ['24', 'bac-giang', 'bac-giang', 'bac-giang', 'bac-giang', 'bac-giang', 'bac-ninh-2025', 'bac-ninh-2025'],
    ['46', 'thua-thien-hue', 'hue', 'hue', 'hue', 'hue', 'hue', 'hue'],
    ['Huế', 'outside', 'hue', 'hue', 'hue', 'hue', 'hue', 'hue'],
    ['Thừa Thiên Huế', 'thua-thien-hue', 'outside', 'outside', 'outside', 'outside', 'outside', 'outside'],
    ['75', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai-2025', 'dong-nai-2026'],
    ['Đồng Nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai-2025', 'dong-nai-2026'],
    // What kind of unit it is does not matter: there is one Đồng Nai on each day.
    ['thành phố Đồng Nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai-2025', 'dong-nai-2026'],
    ['H19', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai', 'dong-nai-2025', 'dong-nai-2026'],
    ['Bộ Tài chính', 'bo-tai-chinh', 'bo-tai-chinh', 'bo-tai-chinh', 'bo-tai-chinh-2025', 'bo-tai-chinh-2025', 'bo-tai-chinh-2025', 'bo-tai-chinh-2025'],
    ['G10', 'bo-nong-nghiep-va-phat-trien-nong-thon', 'bo-nong-nghiep-va-phat-trien-nong-thon', 'bo-nong-nghiep-va-phat-trien-nong-thon', 'bo-nong-nghiep-va-moi-truong', 'bo-nong-nghiep-va-moi-truong', 'bo-nong-nghiep-va-moi-truong', 'bo-nong-nghiep-va-moi-truong'],
    ['G14', 'bo-thong-tin-va-truyen-thong', 'bo-thong-tin-va-truyen-thong', 'bo-thong-tin-va-truyen-thong', 'outside', 'outside', 'outside', 'outside'],
    ['lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'lao-cai', 'outside', 'outside'],
  ];
  for (const [text, ...bodies] of cases)
    it(text, () => {
      expect(days.map((day) => found(text, day))).to.deep.equal(bodies);
    });

  // prettier-ignore
  const sizes: readonly (readonly [day: string, provinces: number, ministries: number, agencies: number])[] = [
    ['2024-12-31', 63, 22, 8],
    ['2025-01-01', 63, 22, 8],
    ['2025-02-28', 63, 22, 8],
    ['2025-03-01', 63, 17, 5],
    ['2025-06-30', 63, 17, 5],
    ['2025-07-01', 34, 17, 5],
    ['2026-04-29', 34, 17, 5],
    ['2026-04-30', 34, 17, 5],
  ];
  for (const [day, ...expected] of sizes)
    it(`on ${day} there are ${expected.join(', ')}`, () => {
      const { entities, rosters } = definition;
      const size = (roster: string): number => membersOn(roster, day, rosters, entities).length;
      expect(['tinh', 'bo', 'thuoc-chinh-phu'].map(size)).to.deep.equal(expected);
    });
});
