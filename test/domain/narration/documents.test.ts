import { expect } from 'chai';
import type { Row } from '../../../src/domain/submission.ts';
import { column, DOCUMENTS, kinds, printed, tinyBook, type Tiny } from '../tiny-facts.ts';

const TYPES = {
  luat: 'Luật',
  'bo-luat': 'Bộ luật',
  'phap-lenh': 'Pháp lệnh của Ủy ban Thường vụ Quốc hội',
  'quyet-dinh': 'Quyết định của Thủ tướng Chính phủ',
  'luat-su': 'Luật sư đoàn',
};

function sent(...rows: readonly Row[]): Tiny {
  const types = Object.entries(TYPES).map(([id, label]) => ({ id, label }));
  const table = {
    ...DOCUMENTS,
    columns: DOCUMENTS.columns.map((one) =>
      one.id === 'loai' ? column('loai', { type: 'choice', choices: types }) : one,
    ),
  };
  const forms = tinyBook().facts.definition.forms.map((form) =>
    form.id === 'CA-1' ? { ...form, tables: [table] } : form,
  );
  return { definition: { forms }, rows: { 'CA-1/bo-cong-an': { 'van-ban': rows } } };
}

const LAW: Row = { loai: 'luat', so: '24/2023/QH15', ngay: '2023-11-24', 'trich-yeu': 'Viễn thông' };

describe('documents by their type', () => {
  const cases: readonly [about: string, Row, text: string, expected: string][] = [
    ['a law by its name', LAW, '{{documents "van-ban"}}', 'Luật Viễn thông'],
    ['again at later mentions', LAW, '{{documents "van-ban" style="short"}}', 'Luật Viễn thông'],
    [
      'whose title has its type',
      { ...LAW, 'trich-yeu': 'Luật Viễn thông' },
      '{{documents "van-ban"}}',
      'Luật Viễn thông',
    ],
    ['a code', { loai: 'bo-luat', 'trich-yeu': 'Dân sự' }, '{{documents "van-ban"}}', 'Bộ luật Dân sự'],
    [
      'an ordinance',
      { loai: 'phap-lenh', 'trich-yeu': 'Cảnh sát cơ động' },
      '{{documents "van-ban"}}',
      'Pháp lệnh Cảnh sát cơ động',
    ],
    [
      'a law without a name',
      { loai: 'luat', so: '24/2023/QH15' },
      '{{documents "van-ban"}}',
      'Luật số 24/2023/QH15',
    ],
    [
      'a type that only begins so',
      { loai: 'luat-su', so: '1' },
      '{{documents "van-ban"}}',
      'Luật sư đoàn số 1',
    ],
    [
      'a decision by its number',
      { loai: 'quyet-dinh', so: '1087/QĐ-TTg', ngay: '2024-10-02', 'trich-yeu': 'phê duyệt Đề án' },
      '{{documents "van-ban"}}',
      'Quyết định số 1087/QĐ-TTg ngày 02/10/2024 phê duyệt Đề án',
    ],
    [
      'without a number by its issuer',
      { loai: 'quyet-dinh', 'trich-yeu': 'phê duyệt Đề án' },
      '{{documents "van-ban"}}',
      'Quyết định của Thủ tướng Chính phủ phê duyệt Đề án',
    ],
  ];
  for (const [about, row, text, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, sent(row))).to.equal(expected);
    });

  it('the name of a law is a quotation of the row', () => {
    expect(kinds('{{documents "van-ban"}}', sent(LAW))).to.equal('citation quoted');
  });
});
