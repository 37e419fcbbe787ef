/** Templates as they come back: moved, cut, pasted into other files, merged, copied, too old, or somebody else's. */
import { expect } from 'chai';
import * as XLSX from '@e965/xlsx';
import { placeInWords } from '../../src/domain/collecting/workbook/content.ts';
import { problemInWords } from '../../src/domain/collecting/workbook/in-words.ts';
import {
  previewWorkbook,
  type PreviewResult,
} from '../../src/domain/collecting/workbook/preview-workbook.ts';
import type { TemplateIdentity } from '../../src/domain/collecting/workbook/identity.ts';
import { readWorkbook } from '../../src/workbook/read/read-workbook.ts';
import { templateBytes } from '../../src/workbook/write/template.ts';
import { fill, put, sheetOf, type Filling } from './fill.ts';
import { inlineRows, madeWorkbook } from './make-workbook.ts';
import {
  current,
  DEFINITION,
  FORM,
  IDENTITY,
  MEMBERS,
  PERIOD,
  templateForm,
  type Typed,
} from './sample-form.ts';

const TYPED: Typed = {
  cells: {
    'ho-so': { text: '1.234.567' },
    'so-tien': { state: 'pending', reason: 'đang đối soát' },
    'toc-do': { text: '43,8', asOf: '19/10/2024' },
    'dc-ty-le': { text: '1.234' },
    'co-ke-hoach': { text: 'yes', document: '12/KH-UBND', date: '05/10/2024' },
    'muc-do': { text: 'dang' },
  },
  rows: {
    'kien-nghi': [
      { 'noi-dung': 'Bố trí vốn', 'co-quan': 'chinh-phu', han: '05/11/2024', 'kinh-phi': '1.500.000' },
      { 'noi-dung': 'Sửa quy chế', 'co-quan': 'bo-nganh' },
    ],
    'van-ban': [{ so: '01/QĐ', 'don-vi': 'ben-tre' }],
  },
};

async function previewed(bytes: Buffer, now: Typed = TYPED): Promise<PreviewResult> {
  return previewWorkbook({
    workbook: await readWorkbook(bytes),
    identity: IDENTITY,
    definition: DEFINITION,
    period: PERIOD,
    form: FORM,
    members: MEMBERS,
    current: current(now),
  });
}

/** Everything that the preview says, a line each. */
function lines(result: PreviewResult): readonly string[] {
  if (!result.ok) return [result.why];
  const { fields, rows, problems, notices } = result.preview;
  const rowWords = (texts: Readonly<Record<string, string>> | undefined): string =>
    texts
      ? Object.values(texts)
          .filter((text) => text !== '')
          .join(' | ')
      : '–';
  return [
    ...fields.map(
      ({ place, label, before, after, overtakes }) =>
        `${placeInWords(place)} ${label}: ${before} → ${after}${overtakes ? ' (!)' : ''}`,
    ),
    ...rows.map(
      ({ kind, title, before, after }) => `${title}, ${kind}: ${rowWords(before)} → ${rowWords(after)}`,
    ),
    ...problems.map(problemInWords),
    ...notices,
  ];
}

const STRANGER =
  'Tệp không có phần nhận dạng của mẫu (biểu, đơn vị, kỳ), nên hệ thống chỉ dò theo tên chỉ tiêu. Đề nghị kiểm tra kỹ đây đúng là số liệu của đơn vị và của kỳ này.';

/** Moves every cell of a sheet. */
function move(book: XLSX.WorkBook, name: string, rows: number, columns: number): void {
  const sheet = sheetOf(book, name);
  const moved: XLSX.WorkSheet = {};
  for (const [place, cell] of Object.entries(sheet) as [string, XLSX.CellObject][]) {
    if (place.startsWith('!')) continue;
    const { r, c } = XLSX.utils.decode_cell(place);
    moved[XLSX.utils.encode_cell({ r: r + rows, c: c + columns })] = cell;
  }
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  moved['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: range.e.r + rows, c: range.e.c + columns },
  });
  book.Sheets[name] = moved;
}

type Case = readonly [what: string, filling: Filling, says: readonly string[]];

const FILLED: readonly Case[] = [
  ['nothing filled in', {}, []],
  [
    'a number, and a number typed as text with a decimal comma',
    { fields: { 'ho-so': { text: 2_000_000 }, 'toc-do': { text: '45,25' } } },
    [
      'Trang «Biểu», ô E8 Tổng số hồ sơ: 1.234.567 → 2.000.000',
      'Trang «Biểu», ô E10 Tốc độ truy cập: 43,8; số liệu đến ngày 19/10/2024 → 45,25; số liệu đến ngày 19/10/2024',
    ],
  ],
  [
    'the same number typed another way',
    { fields: { 'ho-so': { text: '1.234.567' }, 'toc-do': { text: '43,80' } } },
    [],
  ],
  [
    'a state in the place of a number, and the number left there',
    {
      fields: { 'ho-so': { state: 'không phát sinh' }, 'so-tien': { state: 'Không áp dụng', remark: null } },
    },
    [
      'Trang «Biểu», ô E9 Số tiền thanh toán: chưa có số liệu: đang đối soát → không áp dụng',
      'Trang «Biểu», ô F8 (Tổng số hồ sơ): tìm thấy «không phát sinh» cùng với «1234567», cần chỉ một trong hai.',
    ],
  ],
  [
    'words instead of the list',
    {
      fields: {
        'so-tien': { state: 'sẽ báo sau' },
        'muc-do': { text: 'ĐÃ HOÀN THÀNH' },
        'co-ke-hoach': { text: false, document: null, date: null },
      },
    },
    [
      'Trang «Biểu», ô E13 Đã ban hành kế hoạch: có; văn bản 12/KH-UBND; ngày văn bản 05/10/2024 → không',
      'Trang «Biểu», ô E14 Mức độ triển khai: đang triển khai, chưa xong → đã hoàn thành',
      'Trang «Biểu», ô F9 (Số tiền thanh toán): tìm thấy «sẽ báo sau», cần để trống, hoặc chọn trong danh sách: «không phát sinh», «chưa có số liệu», «không áp dụng».',
    ],
  ],
  [
    'what was ambiguous put right',
    { fields: { 'dc-ty-le': { text: 1.234 } } },
    ['Trang «Biểu», ô E11 Tỷ lệ hồ sơ (đối chiếu): 1.234 → 1,234'],
  ],
  [
    'formulas by their results, and errors',
    {
      touch: (book) => {
        const sheet = sheetOf(book, 'Biểu');
        sheet['E8'] = { t: 'n', f: 'G8*2', v: 99 };
        sheet['E10'] = { t: 'e', v: 0x17, w: '#REF!' };
      },
    },
    [
      'Trang «Biểu», ô E8 Tổng số hồ sơ: 1.234.567 → 99',
      'Trang «Biểu», ô E10 (Tốc độ truy cập): tìm thấy «#REF!», cần giá trị thật thay cho thông báo lỗi của bảng tính.',
    ],
  ],
  [
    'rows and columns put elsewhere, sheets renamed, in another order, and others added',
    {
      fields: { 'ho-so': { text: 7 } },
      touch: (book) => {
        move(book, 'Biểu', 3, 2);
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Tổng số hồ sơ', 1]]), 'Nháp');
        book.Sheets['Số liệu'] = sheetOf(book, 'Biểu');
        book.SheetNames = book.SheetNames.toReversed().map((name) => (name === 'Biểu' ? 'Số liệu' : name));
        if (book.Workbook) book.Workbook.Sheets = [];
      },
    },
    ['Trang «Số liệu», ô G11 Tổng số hồ sơ: 1.234.567 → 7'],
  ],
  [
    'rows of fields and sheets of tables taken out',
    {
      touch: (book) => {
        const sheet = sheetOf(book, 'Biểu');
        for (const column of 'ABCDEFGHIJKLMN') delete sheet[`${column}8`];
        book.SheetNames = book.SheetNames.filter((name) => name !== 'Văn bản còn hiệu lực');
        if (book.Workbook) book.Workbook.Sheets = [];
      },
    },
    [
      'Tệp không có dòng của 1 chỉ tiêu: các chỉ tiêu này giữ nguyên.',
      'Tệp không có trang của bảng “Văn bản còn hiệu lực”: bảng này giữ nguyên.',
    ],
  ],
  [
    'a field twice, and a row of a person’s own',
    { cells: { Biểu: { A20: 'ho-so', C20: 'Tổng số hồ sơ', E20: 5, C21: 'Hồ sơ của tôi', E21: 6 } } },
    [
      'Trang «Biểu», dòng 20 (Tổng số hồ sơ): tìm thấy chỉ tiêu đã có ở dòng 8, cần mỗi chỉ tiêu một dòng.',
      'Trang «Biểu», ô C21: tìm thấy «Hồ sơ của tôi», cần tên một chỉ tiêu của biểu trong kỳ này.',
    ],
  ],
  [
    'answers merged with other cells',
    {
      fields: { 'toc-do': { text: null } },
      touch: (book) => {
        sheetOf(book, 'Biểu')['!merges'] = [{ s: { r: 8, c: 4 }, e: { r: 9, c: 4 } }];
      },
    },
    [
      'Trang «Biểu», ô E10 (Tốc độ truy cập): tìm thấy ô bị gộp trong vùng E9:E10, cần bỏ gộp ô rồi ghi số liệu vào đúng ô này.',
    ],
  ],
  [
    'rows of a table changed, added, copied, emptied',
    {
      touch: (book) => {
        const sheet = sheetOf(book, 'Kiến nghị đề xuất');
        put(sheet, 'C6', 'các bộ, ngành');
        for (const column of 'ABCDE') delete sheet[`${column}7`];
        put(sheet, 'A9', 'n1');
        put(sheet, 'B9', 'Thêm người');
        put(sheet, 'C9', 'Chính phủ, Thủ tướng Chính phủ');
        put(sheet, 'E9', '2.000.000');
        put(sheet, 'B12', 'Thiếu cơ quan');
      },
    },
    [
      'Kiến nghị: đề xuất, change: Bố trí vốn | Chính phủ, Thủ tướng Chính phủ | 05/11/2024 | 1.500.000 → Bố trí vốn | các bộ, ngành | 05/11/2024 | 1.500.000',
      'Kiến nghị: đề xuất, add: – → Thêm người | Chính phủ, Thủ tướng Chính phủ | 2.000.000',
      'Kiến nghị: đề xuất, remove: Sửa quy chế | các bộ, ngành → –',
      'Trang «Kiến nghị đề xuất», ô C12 (Cơ quan): tìm thấy ô trống, cần Cơ quan.',
    ],
  ],
  [
    'a register that has nothing any more',
    { cells: { 'Văn bản còn hiệu lực': { A6: null, B6: 'Không phát sinh', C6: null } } },
    ['Văn bản còn hiệu lực, remove: 01/QĐ | Bến Tre → –', 'Văn bản còn hiệu lực, none: – → –'],
  ],
  [
    'a body of the roster by its name, and one outside',
    { cells: { 'Văn bản còn hiệu lực': { C6: 'an giang', B7: '02/QĐ', C7: 'Huế' } } },
    [
      'Văn bản còn hiệu lực, change: 01/QĐ | Bến Tre → 01/QĐ | An Giang',
      'Trang «Văn bản còn hiệu lực», ô C7 (Đơn vị): tìm thấy «Huế», cần tên hoặc mã của một đơn vị thuộc danh sách của cột này.',
    ],
  ],
  [
    'a sheet copied within the file',
    {
      touch: (book) => XLSX.utils.book_append_sheet(book, sheetOf(book, 'Biểu'), 'Biểu (2)'),
    },
    ['Trang «Biểu» và trang «Biểu (2)» là hai bản của cùng một trang. Đề nghị bỏ một trang rồi gửi lại.'],
  ],
  [
    'the hidden sheet lost: then nothing is cleared',
    {
      fields: { 'ho-so': { text: null }, 'ton-tai': { text: 'Thiếu máy' } },
      touch: (book) => {
        book.SheetNames = book.SheetNames.filter((name) => name !== '_nhan-dang');
        if (book.Workbook) book.Workbook.Sheets = [];
      },
    },
    ['Trang «Biểu», ô E15 Tồn tại, hạn chế: để trống → Thiếu máy', STRANGER],
  ],
];

describe('filled templates', () => {
  let template: Buffer;
  before(async () => {
    template = await templateBytes(templateForm(TYPED), IDENTITY);
  });

  for (const [what, filling, says] of FILLED)
    it(`tells of ${what}`, async () => {
      expect(lines(await previewed(fill(template, filling)))).to.deep.equal(says);
    });

  const WRONG: readonly (readonly [what: string, identity: Partial<TemplateIdentity>, says: RegExp])[] = [
    ['another report', { report: 'chinh-phu-dien-tu' }, /^Tệp là mẫu của một báo cáo khác\./],
    [
      'another form',
      { form: 'F-BO' },
      /^Tệp là mẫu của biểu khác \(F-BO – Biểu của bộ\), không phải F-TINH – Biểu số liệu của địa phương\./,
    ],
    [
      'another body',
      { entity: 'ben-tre' },
      /^Tệp là mẫu của đơn vị khác \(Bến Tre\), không phải của An Giang\./,
    ],
    ['a body that nobody knows', { entity: 'x' }, /^Tệp là mẫu của đơn vị khác \(không rõ\)/],
    [
      'another period',
      { period: '2024-09' },
      /^Tệp là mẫu của kỳ khác \(tháng 9 năm 2024\), không phải tháng 10 năm 2024\./,
    ],
    ['no period at all', { period: 'hôm qua' }, /^Tệp là mẫu của kỳ khác \(không rõ\)/],
    [
      'a form that was changed since',
      { shape: 'old' },
      /^Tệp là mẫu cũ: biểu đã được sửa đổi sau khi mẫu này được tải về\..*Đề nghị tải mẫu mới/,
    ],
    ['an older kind of template', { version: '0' }, /^Tệp là mẫu cũ/],
  ];
  for (const [what, identity, says] of WRONG)
    it(`refuses the template of ${what}`, async () => {
      const bytes = await templateBytes(templateForm(TYPED), { ...IDENTITY, ...identity });
      expect(lines(await previewed(bytes))[0]).to.match(says);
    });

  it('tells where the draft went on while the file was filled in', async () => {
    const now: Typed = {
      ...TYPED,
      cells: { ...TYPED.cells, 'ho-so': { text: '8' }, 'toc-do': { text: '50', asOf: '19/10/2024' } },
    };
    const bytes = fill(template, { fields: { 'ho-so': { text: 9 } } });
    expect(lines(await previewed(bytes, now))).to.deep.equal(['Trang «Biểu», ô E8 Tổng số hồ sơ: 8 → 9 (!)']);
  });

  it('knows rows again that got other ids when the form was sent', async () => {
    const sent: Typed = {
      ...TYPED,
      rows: { ...TYPED.rows, 'kien-nghi': [...(TYPED.rows?.['kien-nghi'] ?? [])].reverse() },
    };
    const renamed = current(sent);
    const now = {
      ...renamed,
      tables: renamed.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row, index) => ({ ...row, id: `b1-${index}` })),
      })),
    };
    const bytes = fill(template, {
      cells: { 'Kiến nghị đề xuất': { C6: 'các bộ, ngành', A7: null, B7: null, C7: null } },
    });
    const result = previewWorkbook({
      workbook: await readWorkbook(bytes),
      identity: IDENTITY,
      definition: DEFINITION,
      period: PERIOD,
      form: FORM,
      members: MEMBERS,
      current: now,
    });
    expect(
      result.ok && result.preview.rows.map((row) => [row.kind, 'row' in row ? row.row : '']),
    ).to.deep.equal([
      ['change', 'b1-1'],
      ['remove', 'b1-0'],
    ]);
  });

  it('reads a workbook of a person’s own by its headings and labels, whatever stands above them', async () => {
    const bytes = await madeWorkbook({
      sheets: [
        {
          name: 'Trang tính 1',
          xml: `${inlineRows([
            ['BÁO CÁO THÁNG 10', '', ''],
            [],
            ['', 'chỉ  tiêu', 'SỐ LIỆU KỲ NÀY', 'Lý do, ghi chú'],
            ['I', 'A. Hồ sơ'],
            ['1', 'tổng số hồ sơ', '1.300.000', 'tăng'],
            ['2', 'Tốc độ truy cập', '', ''],
            ['3', 'Số dân', '5', ''],
          ])}<mergeCells><mergeCell ref="A1:D2"/></mergeCells>`,
        },
        {
          name: 'KN',
          xml: inlineRows([
            ['TT', 'Nội dung', 'Cơ quan'],
            ['1', 'Bố trí vốn', 'các bộ, ngành'],
            ['2', 'Sửa quy chế', 'các bộ, ngành'],
          ]),
        },
      ],
    });
    expect(lines(await previewed(bytes))).to.deep.equal([
      'Trang «Trang tính 1», ô C5 Tổng số hồ sơ: 1.234.567 → 1.300.000; ghi chú: tăng',
      'Kiến nghị: đề xuất, add: – → Bố trí vốn | các bộ, ngành',
      'Trang «Trang tính 1», ô B7: tìm thấy «Số dân», cần tên một chỉ tiêu của biểu trong kỳ này.',
      STRANGER,
      'Tệp không có dòng của 5 chỉ tiêu: các chỉ tiêu này giữ nguyên.',
      'Tệp không có trang của bảng “Văn bản còn hiệu lực”: bảng này giữ nguyên.',
    ]);
  });

  it('says when nothing in the file belongs to the form', async () => {
    const bytes = await madeWorkbook({ sheets: [{ name: 'S', xml: inlineRows([['a', 'b']]) }] });
    expect(lines(await previewed(bytes))).to.deep.equal([
      'Không tìm thấy trang nào của biểu này trong tệp. Đề nghị tải mẫu của biểu và điền vào đó.',
    ]);
  });

  it('does not trust what was changed in the hidden sheet', async () => {
    const bytes = fill(template, { cells: { '_nhan-dang': { C8: '{"text":', D20: '[1]', C9: '7' } } });
    const result = await previewed(bytes);
    expect(result.ok && result.preview.problems).to.deep.equal([]);
  });
});

describe('files with far too much in them', () => {
  const own = async (rows: readonly (readonly string[])[]): Promise<readonly string[]> =>
    lines(await previewed(await madeWorkbook({ sheets: [{ name: 'S', xml: inlineRows(rows) }] })));

  it('lists the first two hundred errors, and counts the others', async () => {
    const strange = Array.from({ length: 250 }, (_, index) => [`chỉ tiêu lạ số ${index}`, '5']);
    const says = await own([['Chỉ tiêu', 'Số liệu kỳ này'], ...strange]);
    expect(says.filter((line) => line.includes('chỉ tiêu lạ'))).to.have.length(200);
    expect(says.at(-1)).to.equal('Và còn 50 lỗi khác chưa liệt kê.');
  });

  it('reads no rows beyond those that a form could have', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => [`dòng ${index}`, '']);
    const says = await own([['Chỉ tiêu', 'Số liệu kỳ này'], ...rows, ['Tổng số hồ sơ', '5']]);
    expect(says[0]).to.equal(
      'Trang «S», dòng 3002: tìm thấy 3001 dòng có nội dung, cần trang không quá 3000 dòng: các dòng từ đây trở xuống không được đọc.',
    );
  });

  it('takes nothing of a table with more rows than any table has', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => [`kiến nghị ${index}`, 'các bộ, ngành']);
    const says = await own([['Nội dung', 'Cơ quan'], ...rows]);
    expect(says[0]).to.equal('Trang «S»: tìm thấy 1001 dòng có nội dung, cần bảng không quá 1000 dòng.');
  });
});
