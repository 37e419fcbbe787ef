import { expect } from 'chai';
import type { Entity, EntityKind } from '../../../src/domain/entity.ts';
import { entityIndex, findEntity } from '../../../src/domain/intake/find-entity.ts';

function body(
  id: string,
  kind: EntityKind,
  name: string,
  shortName: string,
  codes: readonly string[],
  more: Partial<Entity> = {},
): Entity {
  return { id, kind, name, shortName, codes, aliases: [], successors: [], ...more };
}

const NEW_LAO_CAI = body('lao-cai-2025', 'tinh', 'tỉnh Lào Cai', 'Lào Cai', ['15', 'H38'], {
  validFrom: '2025-07-01',
});
const MINISTRY = body('bo-noi-vu', 'bo', 'Bộ Nội vụ', 'BNV', ['G09']);
const INFORMATION = body('bo-tttt', 'bo', 'Bộ Thông tin và Truyền thông', 'BTTTT', ['G14']);
const PROVINCES: readonly Entity[] = [
  body('ha-noi', 'thanh-pho', 'thành phố Hà Nội', 'Hà Nội', ['01', 'H26']),
  body('ha-nam', 'tinh', 'tỉnh Hà Nam', 'Hà Nam', ['35', 'H25']),
  body('nam-dinh', 'tinh', 'tỉnh Nam Định', 'Nam Định', ['36', 'H40']),
  body('lao-cai', 'tinh', 'tỉnh Lào Cai', 'Lào Cai', ['10', 'H38'], { successors: ['lao-cai-2025'] }),
  body('yen-bai', 'tinh', 'tỉnh Yên Bái', 'Yên Bái', ['15', 'H63'], { successors: ['lao-cai-2025'] }),
  body('hoa-binh', 'tinh', 'tỉnh Hòa Bình', 'Hòa Bình', ['17', 'H28']),
  body('thanh-hoa', 'tinh', 'tỉnh Thanh Hóa', 'Thanh Hóa', ['38', 'H56']),
  body('quang-ninh', 'tinh', 'tỉnh Quảng Ninh', 'Quảng Ninh', ['22', 'H49']),
  body('dak-lak', 'tinh', 'tỉnh Đắk Lắk', 'Đắk Lắk', ['66', 'H15']),
  body('dak-nong', 'tinh', 'tỉnh Đắk Nông', 'Đắk Nông', ['67', 'H16']),
  body('kon-tum', 'tinh', 'tỉnh Kon Tum', 'Kon Tum', ['62', 'H34']),
  body('ba-ria-vung-tau', 'tinh', 'tỉnh Bà Rịa - Vũng Tàu', 'Bà Rịa - Vũng Tàu', ['77', 'H06'], {
    aliases: ['BR-VT'],
  }),
  body('ho-chi-minh', 'thanh-pho', 'Thành phố Hồ Chí Minh', 'Hồ Chí Minh', ['79', 'H29'], {
    aliases: ['HCM'],
  }),
];
const OTHERS = [NEW_LAO_CAI, MINISTRY, INFORMATION];
const index = entityIndex(PROVINCES, [...PROVINCES, ...OTHERS]);
const later = entityIndex([NEW_LAO_CAI], [...PROVINCES, ...OTHERS]);
const ministries = entityIndex([MINISTRY, INFORMATION], [...PROVINCES, ...OTHERS]);

const FOUND: readonly (readonly [text: string, id: string])[] = [
  ['nam-dinh', 'nam-dinh'],
  [' nam-dinh ', 'nam-dinh'],
  ['36', 'nam-dinh'],
  ['H40', 'nam-dinh'],
  ['h40', 'nam-dinh'],
  ['000.00.00.H49', 'quang-ninh'],
  ['000-00-24-H40', 'nam-dinh'],
  ['01', 'ha-noi'],
  ['1', 'ha-noi'],
  ['15', 'yen-bai'],
  ['tỉnh Nam Định', 'nam-dinh'],
  ['Tỉnh Nam Định', 'nam-dinh'],
  ['NAM ĐỊNH', 'nam-dinh'],
  ['nam  định', 'nam-dinh'],
  ['Nam\u00a0Định', 'nam-dinh'],
  ['Nam Định'.normalize('NFD'), 'nam-dinh'],
  ['UBND tỉnh Nam Định', 'nam-dinh'],
  ['Ủy ban nhân dân tỉnh Nam Định', 'nam-dinh'],
  ['Uỷ ban nhân dân tỉnh Nam Định', 'nam-dinh'],
  ['Nam Dinh', 'nam-dinh'],
  ['tinh nam dinh', 'nam-dinh'],
  ['NamĐịnh', 'nam-dinh'],
  ['Hoà Bình', 'hoa-binh'],
  ['Hòa Bình', 'hoa-binh'],
  ['Thanh Hoá', 'thanh-hoa'],
  ['thành phố Hà Nội', 'ha-noi'],
  ['TP. Hà Nội', 'ha-noi'],
  ['TP Hà Nội', 'ha-noi'],
  ['Tp.Hà Nội', 'ha-noi'],
  ['TP Ha Noi', 'ha-noi'],
  ['TP. Hồ Chí Minh', 'ho-chi-minh'],
  ['TPHCM', 'ho-chi-minh'],
  ['TP.HCM', 'ho-chi-minh'],
  ['hcm', 'ho-chi-minh'],
  ['Đắc Lắc', 'dak-lak'],
  ['Đăk Lăk', 'dak-lak'],
  ['Dak Lak', 'dak-lak'],
  ['Daklak', 'dak-lak'],
  ['Đắc Nông', 'dak-nong'],
  ['Dak Nong', 'dak-nong'],
  ['Kontum', 'kon-tum'],
  ['Bà Rịa – Vũng Tàu', 'ba-ria-vung-tau'],
  ['Bà Rịa-Vũng Tàu', 'ba-ria-vung-tau'],
  ['Bà Rịa Vũng Tàu', 'ba-ria-vung-tau'],
  ['BR-VT', 'ba-ria-vung-tau'],
];

const OUTSIDE = 'một đơn vị thuộc danh sách nộp biểu này';
const UNKNOWN = 'tên hoặc mã của một đơn vị thuộc danh sách nộp biểu này';

describe('findEntity', () => {
  for (const [text, id] of FOUND)
    it(`finds ${id} as «${text}»`, () => {
      const found = findEntity(index, text);
      expect(found.ok && found.entity.id).to.equal(id);
    });

  it('reads a reused code and a kept name as of the roster', () => {
    for (const text of ['15', 'H38', 'Lào Cai', 'tỉnh Lào Cai', 'lao cai'])
      expect(findEntity(later, text)).to.deep.equal({ ok: true, entity: NEW_LAO_CAI });
  });

  it('reads "&" as "và" in the name of a ministry', () => {
    expect(findEntity(ministries, 'Bộ Thông tin & Truyền thông')).to.deep.equal({
      ok: true,
      entity: INFORMATION,
    });
    expect(findEntity(ministries, 'bnv')).to.deep.equal({ ok: true, entity: MINISTRY });
  });

  const refused = [
    [index, 'Bộ Nội vụ', 'outside', `${OUTSIDE}; Bộ Nội vụ (bo-noi-vu) không thuộc danh sách`],
    [index, 'G09', 'outside', `${OUTSIDE}; Bộ Nội vụ (bo-noi-vu) không thuộc danh sách`],
    [
      later,
      'lao-cai',
      'outside',
      `${OUTSIDE}; tỉnh Lào Cai (lao-cai) trong kỳ này là tỉnh Lào Cai (lao-cai-2025)`,
    ],
    [
      later,
      'Yên Bái',
      'outside',
      `${OUTSIDE}; tỉnh Yên Bái (yen-bai) trong kỳ này là tỉnh Lào Cai (lao-cai-2025)`,
    ],
    [
      index,
      'lao-cai-2025',
      'outside',
      `${OUTSIDE}; tỉnh Lào Cai (lao-cai-2025) trong kỳ này còn là tỉnh Lào Cai (lao-cai)`,
    ],
    [index, 'Nam Đinh', 'unknown', `${UNKNOWN}; có phải tỉnh Nam Định (nam-dinh)?`],
    [index, 'Hà Nôi', 'unknown', `${UNKNOWN}; có phải thành phố Hà Nội (ha-noi)?`],
    [index, 'Quảng Nimh', 'unknown', `${UNKNOWN}; có phải tỉnh Quảng Ninh (quang-ninh)?`],
    [index, 'Tổng cộng', 'unknown', UNKNOWN],
    [index, 'H99', 'unknown', UNKNOWN],
    [index, '', 'unknown', UNKNOWN],
    [index, 'TP.', 'unknown', UNKNOWN],
    [index, 'x'.repeat(100_000), 'unknown', UNKNOWN],
  ] as const;
  for (const [among, text, reason, expected] of refused)
    it(`answers «${text.slice(0, 20)}» with ${reason}`, () => {
      expect(findEntity(among, text)).to.deep.equal({ ok: false, reason, expected });
    });

  it('names both bodies where a name is shared', () => {
    const shared = entityIndex([body('a', 'bo', 'Cục Một', 'CM', []), body('b', 'bo', 'Cục Mới', 'CM', [])]);
    expect(findEntity(shared, 'CM')).to.deep.equal({
      ok: false,
      reason: 'ambiguous',
      expected: 'ghi mã của đơn vị, vì tên này có thể là Cục Một (a) hoặc Cục Mới (b)',
    });
  });
});
