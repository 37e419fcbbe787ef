import { expect } from 'chai';
import type { Table } from '../../src/domain/model/report-model.ts';
import { columnWidths } from '../../src/render/column-widths.ts';
import { textWidth } from '../../src/render/text-width.ts';
import { figure, text } from './fixture.ts';

type Align = 'left' | 'right' | 'center';

function table(columns: readonly (readonly [heading: string, align: Align, width: number])[]): Table {
  return {
    kind: 'table',
    id: 't',
    caption: [],
    columns: columns.map(([heading, align, width]) => ({ heading: [text(heading)], align, width })),
    rows: [],
  };
}

function withRow(of: Table, kind: 'data' | 'total', ...cells: string[]): Table {
  return { ...of, rows: [...of.rows, { kind, cells: cells.map((cell) => [figure(cell)]) }] };
}

describe('render/column-widths', () => {
  const plain = table([
    ['TT', 'center', 1],
    ['Đơn vị', 'left', 3],
    ['Số', 'right', 1],
  ]);

  it('keeps the shares of the model where everything has room', () => {
    const { percentages, fits } = columnWidths(withRow(plain, 'data', '1', 'Hà Nội', '12'), 500, 12);
    expect(fits).to.equal(true);
    for (const [index, share] of [20, 60, 20].entries())
      expect(percentages[index]).to.be.closeTo(share, 0.01);
  });

  for (const [kind, weight] of [
    ['data', 'regular'],
    ['total', 'bold'],
  ] as const)
    it(`gives a long number of a ${kind} row its room`, () => {
      const number = '994.318.527.000.000.000';
      const { percentages, fits } = columnWidths(withRow(plain, kind, '1', 'Hà Nội', number), 500, 12);
      expect(fits).to.equal(true);
      expect((percentages[2] ?? 0) * 5).to.be.at.least(textWidth(number, 12, weight));
      expect(percentages.reduce((sum, one) => sum + one, 0)).to.be.closeTo(100, 1e-9);
    });

  it('keeps short texts on one line, and lets prose wrap in its share', () => {
    const name = 'Bộ Nông nghiệp và Phát triển nông thôn';
    const prose = 'Chưa kết nối hệ thống thông tin giải quyết thủ tục hành chính của các địa phương';
    const { percentages } = columnWidths(
      withRow(
        table([
          ['Đơn vị', 'left', 1],
          ['Ghi chú', 'left', 2],
        ]),
        'data',
        name,
        prose,
      ),
      500,
      12,
    );
    expect((percentages[0] ?? 0) * 5).to.be.at.least(textWidth(name, 12));
    expect((percentages[1] ?? 0) * 5).to.be.within(250, 500 / 1.5);
  });

  it('lets numbers break when the page has no room for them, or when they are prose', () => {
    const narrow = withRow(plain, 'data', '1', 'Hà Nội', '994.318.527.000.000.000');
    expect(columnWidths(narrow, 100, 12).fits).to.equal(false);
    const prose = withRow(plain, 'data', '1', 'Hà Nội', 'chưa có số liệu '.repeat(5));
    expect(columnWidths(prose, 500, 12).fits).to.equal(false);
  });

  it('breaks numbers rather than words', () => {
    const wide = withRow(
      table([
        ['TT', 'center', 1],
        ['Chỉ tiêu', 'left', 1],
        ['Kỳ này', 'right', 1],
        ['Kỳ trước', 'right', 1],
      ]),
      'data',
      '1',
      'Doanh thu',
      '2.655.661.000.000.000',
      '2.288.524.000.000.000',
    );
    const { percentages, fits } = columnWidths(wide, 200, 12);
    expect(fits).to.equal(false);
    expect((percentages[1] ?? 0) * 2).to.be.at.least(textWidth('Doanh', 12));
    expect(percentages.reduce((sum, one) => sum + one, 0)).to.be.closeTo(100, 1e-9);
  });

  it('says what is missing without taking room from names and numbers', () => {
    const names = table([
      ['Đơn vị', 'left', 16],
      ...Array.from({ length: 8 }, () => ['Số hồ sơ', 'right', 11] as const),
    ]);
    const filled = withRow(names, 'data', 'Bộ Văn hóa, Thể thao và Du lịch', ...Array(8).fill('1.171.699'));
    const gaps = Array.from({ length: 8 }, () => [
      { kind: 'missing' as const, text: '[chưa đủ số liệu: Ủy ban Dân tộc]' },
    ]);
    const lacking: Table = {
      ...filled,
      rows: [...filled.rows, { kind: 'total', cells: [[text('Tổng hợp')], ...gaps] }],
    };
    expect(columnWidths(lacking, 714, 11.5)).to.deep.equal(columnWidths(filled, 714, 11.5));
  });

  it('keeps together what is read in one go', () => {
    const heading = 'Kỳ trước: tháng 9/2024';
    const { percentages } = columnWidths(
      table([
        ['Chỉ tiêu', 'left', 30],
        [heading, 'right', 1],
      ]),
      300,
      12,
    );
    expect((percentages[1] ?? 0) * 3).to.be.at.least(textWidth('tháng 9/2024', 12, 'bold'));
  });

  it('knows that ơ and ư are wider than o and u, and that other marks take no room', () => {
    expect(textWidth('ơ', 1000)).to.equal(529);
    expect(textWidth('Ứ', 1000, 'bold')).to.equal(796);
    expect(textWidth('ậ', 1000)).to.equal(textWidth('a', 1000));
    expect(textWidth('ợ', 1000)).to.equal(529);
  });
});
