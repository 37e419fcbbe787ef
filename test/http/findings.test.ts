/** How findings are laid out: by weight, then by kind, the largest kinds folded away, each with the papers it is about. */
import { expect } from 'chai';
import type { Finding } from '../../src/domain/finding.ts';
import { findingsView, type Names } from '../../src/http/views/findings.ts';

const names: Names = {
  report: { id: 'bao-cao', title: 'Báo cáo' },
  period: { id: '2024-10', name: 'tháng 10 năm 2024' },
  formTitles: new Map([['F-1', 'Biểu một']]),
  bodyNames: new Map([['an-giang', 'tỉnh An Giang']]),
  checkKinds: new Map([['tong-phan', 'parts']]),
};

const finding = (check: string, number: number, severity: Finding['severity'], reason?: string): Finding => ({
  id: `${check}:${number}`,
  check,
  severity,
  message: `Phát hiện ${number}.`,
  places: [{ kind: 'form', form: 'F-1', entity: 'an-giang' }],
  ...(reason === undefined ? {} : { reason }),
});
const many = (count: number, ...of: readonly [string, Finding['severity'], string?]): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => finding(of[0], index, of[1], of[2]));

const layout = (
  findings: readonly Finding[],
  options: Partial<Parameters<typeof findingsView>[2]> = {},
  of = names,
): readonly (readonly [string, number, readonly (readonly [string | null, number, boolean])[]])[] =>
  findingsView(findings, of, { mayJustify: false, ...options }).parts.map(({ title, count, groups }) => [
    title,
    count,
    groups.map(({ name, findings: own, open }) => [name, own.length, open]),
  ]);

describe('the findings of a page', () => {
  it('are hard ones, then those that need a reason, then those that have one', () => {
    const found = [
      ...many(1, 'missing', 'hard'),
      ...many(2, 'unchanged', 'soft'),
      ...many(1, 'outlier', 'soft', 'bão'),
    ];
    expect(layout(found)).to.deep.equal([
      ['Phải sửa số liệu hoặc bổ sung phiếu', 1, [[null, 1, true]]],
      ['Bất thường, cần lý do', 2, [[null, 2, true]]],
      ['Bất thường, đã có lý do', 1, [[null, 1, true]]],
    ]);
    expect(findingsView(found, names, { mayJustify: false })).to.include({ hard: 1, open: 2 });
    expect(layout([])).to.deep.equal([]);
  });

  it('are told apart by kind where they are more than a few, and folded where they are many', () => {
    const found = [
      ...many(13, 'missing', 'hard'),
      ...many(2, 'tong-phan', 'hard'),
      ...many(1, 'kiểm tra mới', 'hard'),
    ];
    expect(layout(found)).to.deep.equal([
      [
        'Phải sửa số liệu hoặc bổ sung phiếu',
        16,
        [
          ['Thiếu phiếu, phiếu trống', 13, false],
          ['Tổng khác các phần cộng lại', 2, true],
          ['Phát hiện khác', 1, true],
        ],
      ],
    ]);
    const { checkKinds: _kinds, ...onePaper } = names;
    expect(layout(found, {}, onePaper)[0]?.[2]).to.deep.equal([[null, 16, true]]);
  });

  it('are unfolded where a reason was refused', () => {
    const refused = { finding: 'outlier:7', reason: '', error: 'Đề nghị ghi lý do.' };
    const found = many(20, 'outlier', 'soft');
    expect(layout(found, { mayJustify: true })[0]?.[2][0]?.[2]).to.equal(false);
    expect(layout(found, { mayJustify: true, refused })[0]?.[2][0]?.[2]).to.equal(true);
  });

  it('lead to the papers that they are about', () => {
    const [part] = findingsView(many(1, 'missing', 'hard'), names, { mayJustify: false }).parts;
    expect(part?.groups[0]?.findings[0]?.papers).to.deep.equal([
      { text: 'Tỉnh An Giang, Biểu một', href: '/theo-doi/bao-cao/2024-10/F-1/an-giang' },
    ]);
  });
});
