import { expect } from 'chai';
import { compileReport } from '../../../src/domain/compile.ts';
import type { AnnexDefinition, ChartDefinition } from '../../../src/domain/definition.ts';
import type { Annex, Block, Run, Runs, Table } from '../../../src/domain/model/report-model.ts';
import {
  BLANK,
  earlier,
  EXEMPT,
  history,
  MISSING,
  NONE,
  PENDING,
  tinyFacts,
  type Tiny,
} from '../tiny-facts.ts';

const EDITION = {
  kind: 'draft',
  at: '2024-11-12T08:00:00+07:00',
  illustrative: false,
  document: { date: '2024-11-12' },
} as const;

const text = (runs: Runs): string => runs.map((run) => run.text).join('');

function annexesOf(annexes: readonly AnnexDefinition[], tiny: Tiny = {}): readonly Annex[] {
  const definition = { ...tiny.definition, annexes };
  return compileReport(tinyFacts({ ...tiny, definition }), EDITION).model.annexes;
}
function tablesOf(annex: AnnexDefinition, tiny: Tiny = {}): readonly Table[] {
  const [first] = annexesOf([annex], tiny);
  return (first?.blocks ?? []).filter((block): block is Table => block.kind === 'table');
}
/** The rows of a table, cells separated by " | ". */
function rowsOf(table: Table | undefined): readonly string[] {
  return (table?.rows ?? []).map(
    ({ kind, cells }) => `${kind === 'data' ? '' : `${kind}: `}${cells.map(text).join(' | ')}`,
  );
}

const bodiesAnnex = (indicators: readonly string[], of = 'tinh'): AnnexDefinition => ({
  id: 'pl',
  title: 'Số liệu',
  kind: 'bodies',
  of,
  tables: [{ title: 'Bảng', columns: indicators.map((indicator) => ({ indicator })) }],
});
const completenessAnnex: AnnexDefinition = { id: 'nop', title: 'Tình hình nộp', kind: 'completeness' };
const notesAnnex: AnnexDefinition = { id: 'ghi-chu', title: 'Ghi chú', kind: 'notes' };

describe('annexes', () => {
  it('one has no number, several are numbered in Roman and name the document', () => {
    const [only] = annexesOf([bodiesAnnex(['ho-so'])]);
    expect(text(only?.number ?? [])).to.equal('Phụ lục');
    const two = annexesOf([bodiesAnnex(['ho-so']), completenessAnnex]);
    expect(two.map(({ number }) => text(number))).to.deep.equal(['Phụ lục I', 'Phụ lục II']);
    expect(text(two[1]?.title ?? [])).to.equal('Tình hình nộp');
    expect(text(two[1]?.reference ?? [])).to.match(/^\(Kèm theo Báo cáo số .+\/BC-BA .+ của Bộ A\)$/);
  });

  it('one with nothing in it is left out and takes no number', () => {
    const annexes = annexesOf(
      [
        {
          id: 'so-sanh',
          title: 'So sánh',
          kind: 'comparison',
          rows: [{ indicator: 'ho-so', to: '2024-09' }],
        },
        { ...bodiesAnnex(['tram']), id: 'tram' },
        bodiesAnnex(['ho-so']),
        notesAnnex,
        { ...completenessAnnex, from: '2024-11' },
      ],
      { indicators: { tram: { from: '2025-01' } } },
    );
    expect(annexes.map(({ id, number }) => `${id} ${text(number)}`)).to.deep.equal(['pl Phụ lục']);
  });
});

describe('the annex of rows', () => {
  const rowsAnnex = (more: Partial<Extract<AnnexDefinition, { kind: 'rows' }>> = {}): AnnexDefinition => ({
    id: 'pl',
    title: 'Văn bản',
    kind: 'rows',
    table: 'van-ban',
    columns: [
      { column: 'loai' },
      { column: 'so' },
      { column: 'ngay' },
      { column: 'trich-yeu' },
      { column: 'body' },
    ],
    ...more,
  });
  const documents: Tiny = {
    rows: {
      'CA-1/bo-cong-an': {
        'van-ban': [
          { loai: 'quyet-dinh', so: '7/QĐ-TTg', ngay: '2024-10-09', 'trich-yeu': 'phê duyệt Đề án' },
          {
            loai: 'nghi-dinh',
            so: '5/2024/NĐ-CP',
            ngay: '2024-10-02',
            'trich-yeu': 'quy định 1 việc',
            'noi-bat': 'yes',
          },
        ],
        'su-kien': [
          { 'noi-dung': 'Ngày hội', luot: '1234567' },
          { 'noi-dung': 'Hội nghị' },
          { 'noi-dung': 'Diễn đàn', luot: '2500' },
        ],
      },
    },
  };

  it('has a row for each, as it was sent', () => {
    const [table] = tablesOf(rowsAnnex(), documents);
    expect(table?.columns.map(({ heading }) => text(heading))).to.deep.equal([
      'TT',
      'loai',
      'so',
      'ngay',
      'trich-yeu',
      'Đơn vị',
    ]);
    expect(rowsOf(table)).to.deep.equal([
      '1 | Quyết định của Thủ tướng Chính phủ | 7/QĐ-TTg | 09/10/2024 | Phê duyệt Đề án | Bộ Công an',
      '2 | Nghị định | 5/2024/NĐ-CP | 02/10/2024 | Quy định 1 việc | Bộ Công an',
    ]);
  });

  it('has those that match, in the order of a column', () => {
    const where = [{ column: 'noi-bat', is: 'yes' }];
    expect(rowsOf(tablesOf(rowsAnnex({ where }), documents)[0])).to.have.length(1);
    const sorted = tablesOf(rowsAnnex({ order: 'ngay', columns: [{ column: 'so' }] }), documents);
    expect(rowsOf(sorted[0])).to.deep.equal(['1 | 5/2024/NĐ-CP', '2 | 7/QĐ-TTg']);
  });

  it('writes numbers as the column asks, and leaves blank what was left blank', () => {
    const columns = [
      { column: 'noi-dung' },
      { column: 'luot', heading: 'Lượt', scale: 'nghìn', decimals: 1 },
    ] as const;
    const [table] = tablesOf(rowsAnnex({ table: 'su-kien', order: '-luot', columns }), documents);
    expect(text(table?.columns.at(-1)?.heading ?? [])).to.equal('Lượt (nghìn)');
    expect(rowsOf(table)).to.deep.equal(['1 | Ngày hội | 1.234,6', '2 | Diễn đàn | 2,5', '3 | Hội nghị | ']);
  });

  it('is left out when there are none, and says who has not sent them', () => {
    expect(annexesOf([rowsAnnex()])).to.deep.equal([]);
    const [annex] = annexesOf([rowsAnnex()], { answers: { 'CA-1': { 'bo-cong-an': MISSING } } });
    expect(
      annex?.blocks.map((block) => (block.kind === 'paragraph' ? text(block.runs) : block.kind)),
    ).to.deep.equal(['table', '[chưa đủ số liệu: Bộ Công an]']);
  });
});

describe('the annex of bodies from the highest value', () => {
  const ranking = (limit?: number): AnnexDefinition => ({
    ...bodiesAnnex([]),
    kind: 'bodies',
    of: 'tinh',
    tables: [
      {
        title: 'Bảng',
        sort: 'ty-le',
        ...(limit === undefined ? {} : { limit }),
        columns: [{ indicator: 'ty-le' }, { indicator: 'ho-so', scale: 'nghìn', decimals: 1 }],
      },
    ],
  });

  it('has the first so many, with the total of all', () => {
    const [table] = tablesOf(ranking(2));
    expect(text(table?.columns.at(-1)?.heading ?? [])).to.equal('Số hồ sơ (nghìn hồ sơ)');
    expect(rowsOf(table)).to.deep.equal([
      '1 | Hà Nội | 75,00% | 0,4',
      '2 | Cà Mau | 40,00% | 0,1',
      'total:  | Tính chung | 50,00% | 1,0',
    ]);
  });

  it('has all that are as high as the last one, and those without a value at the end', () => {
    const tie = {
      answers: { 'F-TINH': { 'dak-lak': { 'truc-tuyen': '120' }, 'ca-mau': { 'truc-tuyen': '40' } } },
    };
    expect(rowsOf(tablesOf(ranking(2), tie)[0]).slice(0, 3)).to.deep.equal([
      '1 | Hà Nội | 75,00% | 0,4',
      '2 | Đắk Lắk | 40,00% | 0,3',
      '3 | Cà Mau | 40,00% | 0,1',
    ]);
    const exempt = { answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT } } } };
    expect(
      rowsOf(tablesOf(ranking(), exempt)[0])
        .slice(0, 4)
        .map((row) => row.split(' | ')[1]),
    ).to.deep.equal(['Cà Mau', 'Đắk Lắk', 'An Giang', 'Hà Nội']);
  });
});

const total = (tiny: Tiny): string | undefined =>
  rowsOf(tablesOf(bodiesAnnex(['ho-so', 'ty-le']), tiny)[0]).at(-1);

describe('the annex of bodies', () => {
  it('has a row for each body and the total below', () => {
    const [table] = tablesOf(bodiesAnnex(['ho-so', 'ty-le', 'ke-hoach', 'tien-do', 'ton-tai']), {
      answers: { 'F-TINH': { 'ca-mau': { 'ton-tai': 'Thiếu 2 người.' } } },
    });
    expect(table?.columns.map(({ heading, align }) => `${text(heading)} ${align}`)).to.deep.equal([
      'TT center',
      'Đơn vị left',
      'Số hồ sơ right',
      'Tỷ lệ trực tuyến (%) right',
      'Ban hành kế hoạch center',
      'Tiến độ center',
      'Tồn tại, hạn chế left',
    ]);
    expect(rowsOf(table)).to.deep.equal([
      '1 | Hà Nội | 400 | 75,00% | Có | Hoàn thành | ',
      '2 | Đắk Lắk | 300 | 33,33% | Có | Đang thực hiện | ',
      '3 | An Giang | 200 | 30,00% | Chưa | Đang thực hiện | ',
      '4 | Cà Mau | 100 | 40,00% | Chưa | Đang thực hiện | Thiếu 2 người.',
      'total:  | Tổng hợp | 1.000 | 50,00% | 2/4 |  | ',
    ]);
  });

  it('has words for what is no value, derived ones too', () => {
    const [table] = tablesOf(bodiesAnnex(['ho-so', 'tong', 'ty-le']), {
      answers: {
        'F-TINH': {
          'ha-noi': { 'ho-so': NONE, 'truc-tuyen': NONE },
          'dak-lak': { 'ho-so': '4', 'truc-tuyen': EXEMPT },
          'an-giang': { 'ho-so': PENDING },
          'ca-mau': { 'ho-so': BLANK },
        },
      },
    });
    expect(rowsOf(table)).to.deep.equal([
      '1 | Hà Nội | - | 0 | -',
      '2 | Đắk Lắk | 4 | 4 | x',
      '3 | An Giang | ... | ... | ...',
      '4 | Cà Mau | c/n | c/n | c/n',
      `total:  | Tổng hợp${' | [chưa đủ số liệu: An Giang, Cà Mau]'.repeat(3)}`,
    ]);
  });

  it('has signs for a total of nothing: waived, not applicable, over zero', () => {
    const waived = ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'];
    const all = (cells: Readonly<Record<string, typeof NONE>>): Tiny => ({
      answers: { 'F-TINH': Object.fromEntries(waived.map((body) => [body, cells])) },
    });
    expect(total(all({ 'ho-so': NONE, 'truc-tuyen': NONE }))).to.equal('total:  | Tổng hợp | 0 | -');
    expect(total(all({ 'ho-so': EXEMPT, 'truc-tuyen': NONE }))).to.equal('total:  | Tổng hợp | x | x');
    expect(
      total({
        answers: { 'F-TINH': Object.fromEntries(waived.map((body) => [body, MISSING])) },
        facts: { waivers: waived.map((entity) => ({ entity, reason: 'bão', at: '' })) },
      }),
    ).to.equal('total:  | Tổng hợp | ... | ...');
  });

  it('explains the signs that stand in it below', () => {
    const [annex] = annexesOf([bodiesAnnex(['ho-so', 'tram'])], {
      answers: {
        'F-TINH': {
          'ha-noi': { 'ho-so': NONE },
          'dak-lak': MISSING,
          'an-giang': { 'ho-so': PENDING, tram: EXEMPT },
          'ca-mau': MISSING,
        },
      },
      facts: { waivers: [{ entity: 'dak-lak', reason: 'bão', at: '' }] },
    });
    const note = annex?.blocks.at(-1);
    expect(note?.kind === 'paragraph' && [note.style, text(note.runs)]).to.deep.equal([
      'note',
      'Ghi chú: “-” không phát sinh; “...” chưa có số liệu; “x” không áp dụng; “miễn” được miễn nộp; “c/n” chưa nộp.',
    ]);
  });

  it('explains no others', () => {
    const noted = (tiny: Tiny): readonly string[] =>
      (annexesOf([bodiesAnnex(['ho-so'])], tiny)[0]?.blocks ?? []).map((block) =>
        block.kind === 'paragraph' ? text(block.runs) : block.kind,
      );
    expect(noted({})).to.deep.equal(['table']);
    expect(noted({ answers: { 'F-TINH': { 'ha-noi': { 'ho-so': NONE } } } })).to.deep.equal([
      'table',
      'Ghi chú: “-” không phát sinh.',
    ]);
  });

  it('has the figures in full: decimals as answered, no scale, no leading zero', () => {
    const [table] = tablesOf(bodiesAnnex(['tram']), {
      indicators: { tram: { scale: 'triệu', decimals: 1, fraction: true } },
      answers: {
        'F-TINH': {
          'ha-noi': { tram: '7' },
          'dak-lak': { tram: '2.25' },
          'an-giang': { tram: '0' },
          'ca-mau': { tram: '1234567' },
        },
      },
    });
    expect(rowsOf(table).slice(0, 4)).to.deep.equal([
      '1 | Hà Nội | 7',
      '2 | Đắk Lắk | 2,25',
      '3 | An Giang | 0',
      '4 | Cà Mau | 1.234.567',
    ]);
  });

  it('of a block shows bodies that have not said whether they belong', () => {
    const [table] = tablesOf(bodiesAnnex(['ho-so'], 'tinh-co-ke-hoach'), {
      answers: { 'F-TINH': { 'ca-mau': MISSING } },
    });
    expect(rowsOf(table)).to.deep.equal([
      '1 | Hà Nội | 400',
      '2 | Đắk Lắk | 300',
      '3 | Cà Mau | c/n',
      'total:  | Tổng hợp | [chưa đủ số liệu: Cà Mau]',
    ]);
  });

  it('leaves columns and tables out of a period in which they are not valid', () => {
    const annex: AnnexDefinition = {
      id: 'pl',
      title: 'Số liệu',
      kind: 'bodies',
      of: 'tinh',
      tables: [
        { title: 'Cũ', to: '2024-09', columns: [{ indicator: 'ho-so' }] },
        { title: 'Mới', columns: [{ indicator: 'tram' }, { indicator: 'ho-so', heading: 'Hồ sơ' }] },
        { title: 'Trống', columns: [{ indicator: 'tram' }] },
      ],
    };
    const tables = tablesOf(annex, { indicators: { tram: { to: '2024-09' } } });
    expect(tables.map(({ caption }) => text(caption))).to.deep.equal(['Mới']);
    expect(tables[0]?.columns.map(({ heading }) => text(heading))).to.deep.equal(['TT', 'Đơn vị', 'Hồ sơ']);
  });
});

type Comparison = Extract<AnnexDefinition, { kind: 'comparison' }>;

const compared = (rows: Comparison['rows'], tiny: Tiny = {}): readonly string[] =>
  rowsOf(tablesOf({ id: 'ss', title: 'So sánh', kind: 'comparison', rows }, tiny)[0]);

const past = (...lines: readonly string[]): Pick<Tiny, 'facts'> => ({
  facts: { history: history(...lines) },
});

describe('the annex of comparisons', () => {
  it('heads its columns with the periods', () => {
    const [table] = tablesOf({
      id: 'ss',
      title: 'So sánh',
      kind: 'comparison',
      rows: [{ indicator: 'ho-so' }],
    });
    expect(table?.columns.slice(3).map(({ heading }) => text(heading))).to.deep.equal([
      'Kỳ này: tháng 10/2024',
      'Kỳ trước: tháng 9/2024',
      'So với kỳ trước',
      'Cùng kỳ: tháng 10/2023',
      'So với cùng kỳ',
    ]);
  });

  /** Headings of the earlier periods, the row, and what stands below. */
  const shown = (period: string, more: Partial<Comparison>, tiny: Tiny = {}): readonly string[] => {
    const one: Comparison = {
      id: 'ss',
      title: '',
      kind: 'comparison',
      rows: [{ indicator: 'ho-so' }],
      ...more,
    };
    const [annex] = annexesOf([one], { period, ...tiny });
    return (annex?.blocks ?? []).flatMap((block) => {
      if (block.kind === 'paragraph') return [text(block.runs)];
      if (block.kind !== 'table') return [];
      return [...block.columns.slice(4).map(({ heading }) => text(heading)), ...rowsOf(block)];
    });
  };

  it('shows the earlier periods that are named, in their order', () => {
    const known = past('ho-so@2024-09 = 1000', 'ho-so@2023-10 = 2200');
    expect(shown('2024-10', { versus: ['year-ago'] }, known)).to.deep.equal([
      'Cùng kỳ: tháng 10/2023',
      'So với cùng kỳ',
      '1 | Số hồ sơ | hồ sơ | 1.100 | 2.200 | -50,0%',
    ]);
    expect(shown('2024-10', { versus: ['year-ago', 'previous'] }, known)).to.deep.equal([
      'Cùng kỳ: tháng 10/2023',
      'So với cùng kỳ',
      'Kỳ trước: tháng 9/2024',
      'So với kỳ trước',
      '1 | Số hồ sơ | hồ sơ | 1.100 | 2.200 | -50,0% | 1.000 | +10,0%',
    ]);
  });

  it('shows one period once', () => {
    expect(shown('2024-9M', {}, past('ho-so@2023-9M = 2200'))).to.deep.equal([
      'Cùng kỳ: 9 tháng năm 2023',
      'So với cùng kỳ',
      '1 | Số hồ sơ | hồ sơ | 1.100 | 2.200 | -50,0%',
    ]);
    expect(shown('2024', {}, past('ho-so@2023 = 2200'))).to.deep.equal([
      'Kỳ trước: năm 2023',
      'So với kỳ trước',
      '1 | Số hồ sơ | hồ sơ | 1.100 | 2.200 | -50,0%',
    ]);
  });

  it('explains what stands in it', () => {
    const rate: Partial<Comparison> = { versus: ['previous'], rows: [{ indicator: 'ty-le', of: 'tinh' }] };
    expect(shown('2024-10', rate).at(-1)).to.equal('Ghi chú: “...” chưa có số liệu để so sánh.');
    expect(shown('2024-10', rate, past('ty-le@2024-09/tinh = 48.5')).at(-1)).to.equal(
      'Ghi chú: mức thay đổi của chỉ tiêu tính bằng tỷ lệ phần trăm được ghi theo điểm phần trăm (đ.%).',
    );
  });

  const cases: readonly [string, Parameters<typeof compared>[0], Tiny, string][] = [
    [
      'up and down',
      [{ indicator: 'ho-so' }],
      past('ho-so@2024-09 = 1000', 'ho-so@2023-10 = 2200'),
      '1 | Số hồ sơ | hồ sơ | 1.100 | 1.000 | +10,0% | 2.200 | -50,0%',
    ],
    [
      'the same',
      [{ indicator: 'ho-so' }],
      past('ho-so@2024-09 = 1100', 'ho-so@2023-10 = 1100.1'),
      '1 | Số hồ sơ | hồ sơ | 1.100 | 1.100 | 0% | 1.100 | 0,0%',
    ],
    ['nothing known', [{ indicator: 'ho-so' }], {}, '1 | Số hồ sơ | hồ sơ | 1.100 | ... | ... | ... | ...'],
    [
      'a base of zero',
      [{ indicator: 'ho-so' }],
      past('ho-so@2024-09 = 0'),
      '1 | Số hồ sơ | hồ sơ | 1.100 | 0 | ... | ... | ...',
    ],
    [
      'a percentage, in points',
      [{ indicator: 'ty-le', of: 'tinh' }],
      past('ty-le@2024-09/tinh = 48.5', 'ty-le@2023-10/tinh = 0'),
      '1 | Tỷ lệ trực tuyến | % | 50,00% | 48,50% | +1,50 đ.% | 0% | +50,00 đ.%',
    ],
    [
      'across a break',
      [{ indicator: 'ho-so', label: 'Hồ sơ 1' }],
      {
        indicators: { 'ho-so': { breaks: [{ from: '2024-01', why: '' }] } },
        ...past('ho-so@2024-09 = 1000', 'ho-so@2023-10 = 1'),
      },
      '1 | Hồ sơ 1 | hồ sơ | 1.100 | 1.000 | +10,0% | 1 | không so sánh',
    ],
    [
      'a count',
      [{ indicator: 'ke-hoach', of: 'tinh' }],
      {
        facts: {
          earlier: earlier('ke-hoach', '2024-09', {
            'ha-noi': 'yes',
            'dak-lak': 'no',
            'an-giang': 'no',
            'ca-mau': 'no',
          }),
        },
      },
      '1 | Ban hành kế hoạch | đơn vị | 2 | 1 | +100,0% | ... | ...',
    ],
    [
      'a class',
      [{ indicator: 'tien-do', status: 'dang' }],
      past('tien-do[dang]@2024-09 = 4'),
      '1 | Tiến độ | đơn vị | 3 | 4 | -25,0% | ... | ...',
    ],
    [
      'the year to date',
      [{ indicator: 'ho-so', span: 'ytd' }],
      past('ho-so@2024-09:ytd = 900', 'ho-so@2023-10:ytd = 1000'),
      '1 | Số hồ sơ (từ đầu năm) | hồ sơ | 2.000 | 900 | +122,2% | 1.000 | +100,0%',
    ],
    [
      'in thousands, the word beside the unit',
      [{ indicator: 'ho-so', scale: 'nghìn', decimals: 1 }],
      past('ho-so@2024-09 = 1000', 'ho-so@2023-10 = 40'),
      '1 | Số hồ sơ | nghìn hồ sơ | 1,1 | 1,0 | +10,0% | 0,0 | +2.650,0%',
    ],
    [
      'in thousands of what is shown in thousands',
      [{ indicator: 'ho-so', scale: 'nghìn' }],
      {
        indicators: { 'ho-so': { scale: 'nghìn', decimals: 2 } },
        ...past('ho-so@2024-09 = 1000'),
      },
      '1 | Số hồ sơ | nghìn hồ sơ | 1,10 | 1,00 | +10,0% | ... | ...',
    ],
    [
      'what is missing now',
      [{ indicator: 'ho-so' }],
      { answers: { 'F-BO': { 'bo-y-te': MISSING } }, ...past('ho-so@2024-09 = 1000') },
      '1 | Số hồ sơ | hồ sơ | [chưa đủ số liệu: Bộ Y tế] | 1.000 | ... | ... | ...',
    ],
  ];
  for (const [about, rows, tiny, expected] of cases)
    it(about, () => {
      expect(compared(rows, tiny)).to.deep.equal([expected]);
    });
});

const GAPS: Tiny = {
  answers: {
    'F-TINH': {
      'ha-noi': MISSING,
      'dak-lak': MISSING,
      'an-giang': { 'ho-so': PENDING, tram: BLANK },
    },
    'CA-1': { 'bo-cong-an': { 'can-cuoc': BLANK } },
  },
  receivedAt: { 'F-TINH/ca-mau': '2024-11-08T09:05:00+07:00' },
  states: { 'F-BO/bo-y-te': 'returned' },
  facts: { waivers: [{ entity: 'dak-lak', reason: 'bão số 3', at: '' }] },
};

describe('the annex of completeness', () => {
  const charts: readonly ChartDefinition[] = [
    { id: 'bd', kind: 'completeness', caption: 'Biểu đồ', description: '' },
  ];
  const [annex] = annexesOf([completenessAnnex], { ...GAPS, definition: { charts } });
  const [summary, detail] = (annex?.blocks ?? []).filter((block): block is Table => block.kind === 'table');

  it('is a table of numbers, its chart, and a table of bodies', () => {
    expect(annex?.blocks.map(({ kind }) => kind)).to.deep.equal(['table', 'chart', 'table']);
  });

  it('counts forms by how they turned out', () => {
    expect(rowsOf(summary)).to.deep.equal([
      '1 | Biểu của tỉnh | 4 | 1 | 1 | 1 | 1',
      '2 | Biểu của bộ | 3 | 2 | 0 | 0 | 1',
      '3 | Biểu của Bộ Công an | 1 | 0 | 0 | 0 | 1',
      'total:  | Tổng cộng | 8 | 3 | 1 | 1 | 3',
    ]);
  });

  it('says of each body where it stands and what it lacks', () => {
    expect(rowsOf(detail)).to.deep.equal([
      'section: Biểu của tỉnh',
      '1 | Thành phố Hà Nội | Chưa nộp, quá hạn |  | ',
      '2 | Tỉnh Đắk Lắk | Miễn nộp |  | Lý do miễn nộp: bão số 3',
      '3 | Tỉnh An Giang | Đã tiếp nhận | 16:00 ngày 31/10/2024 | Còn trống: Ô tram. Chưa có số liệu: Ô ho-so',
      '4 | Tỉnh Cà Mau | Đã tiếp nhận, trễ hạn | 09:05 ngày 08/11/2024 | ',
      'section: Biểu của bộ',
      '5 | Bộ Y tế | Trả lại | 16:00 ngày 31/10/2024 | ',
      '6 | Bộ Công an | Đã tiếp nhận | 16:00 ngày 31/10/2024 | ',
      '7 | Bộ Nội vụ | Đã tiếp nhận | 16:00 ngày 31/10/2024 | ',
      'section: Biểu của Bộ Công an',
      '8 | Bộ Công an | Phiếu trống | 16:00 ngày 31/10/2024 | ',
    ]);
  });
});

const notes = (tiny: Tiny, illustrative = false): readonly string[] => {
  const definition = { ...tiny.definition, annexes: [notesAnnex] };
  const { model } = compileReport(tinyFacts({ ...tiny, definition }), { ...EDITION, illustrative });
  return (model.annexes[0]?.blocks ?? []).map((block: Block) =>
    block.kind === 'heading'
      ? `${text(block.number)} ${text(block.text)}`
      : block.kind === 'paragraph'
        ? `- ${text(block.runs)}`
        : '',
  );
};

describe('the paper of an annex', () => {
  it('lies across for tables and stands upright for text alone', () => {
    const annexes = annexesOf([{ ...notesAnnex, id: 'ghi-chu' }, bodiesAnnex(['ho-so'])], GAPS);
    expect(annexes.map(({ id, orientation }) => [id, orientation])).to.deep.equal([
      ['ghi-chu', 'portrait'],
      [annexes[1]?.id, 'landscape'],
    ]);
  });
});

describe('the annex of notes', () => {
  it('is not there when there is nothing to say', () => {
    expect(notes({})).to.deep.equal([]);
  });

  it('names what is waived, missing, not yet known and late', () => {
    expect(notes(GAPS)).to.deep.equal([
      '1. Đơn vị được miễn nộp',
      '- Tỉnh Đắk Lắk (biểu F-TINH): bão số 3.',
      '2. Phiếu báo cáo chưa được tiếp nhận hoặc để trống',
      '- Thành phố Hà Nội (biểu F-TINH): chưa nộp, quá hạn.',
      '- Bộ Y tế (biểu F-BO): trả lại.',
      '- Bộ Công an (biểu CA-1): phiếu trống.',
      '3. Số liệu chưa có tại thời điểm tổng hợp',
      '- Tỉnh An Giang (biểu F-TINH), Ô ho-so: đang rà soát.',
      '4. Phiếu nộp trễ hạn',
      '- Tỉnh Cà Mau (biểu F-TINH): nhận lúc 09:05 ngày 08/11/2024.',
    ]);
  });

  it('gives the reason of what was unusual, quoted, with a ledger entry', () => {
    const tiny: Tiny = {
      answers: { 'F-TINH': { 'ha-noi': { 'ho-so': PENDING } } },
      facts: { justifications: [{ finding: 'pending:F-TINH/ha-noi/ho-so', reason: 'hẹn kỳ sau', at: '' }] },
    };
    const definition = { annexes: [notesAnnex] };
    const { model, ledger } = compileReport(tinyFacts({ ...tiny, definition }), EDITION);
    const quoted = (model.annexes[0]?.blocks ?? [])
      .flatMap((block): readonly Run[] => (block.kind === 'paragraph' ? block.runs : []))
      .filter((run) => run.kind === 'quoted');
    expect(quoted.at(-1)?.text).to.equal('hẹn kỳ sau');
    expect(quoted.map((run) => run.kind === 'quoted' && ledger.entries[run.ledger]?.kind)).to.deep.equal([
      'finding',
      'finding',
    ]);
  });

  it('says what earlier figures are, and of a sample that its bodies are made up', () => {
    const published = history('ho-so@2024-09 = 1');
    const made = published.map((value) => ({ ...value, basis: 'illustrative' as const }));
    expect(notes({ facts: { history: published } }).at(-1)).to.match(/^- Số liệu kỳ trước là số đã công bố;/);
    expect(notes({ facts: { history: made } }).at(-1)).to.match(
      /^- Số liệu kỳ trước gồm số đã công bố và số minh họa;/,
    );
    expect(notes({ facts: { history: made } }, true).at(-1)).to.equal(
      '- Số liệu chi tiết theo từng đơn vị trong bản này là số minh họa, không phải số liệu chính thức.',
    );
  });
});
