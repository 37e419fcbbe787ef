import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { formatProblem, formatProblems } from '../../../src/domain/intake/file-problem.ts';
import { readSubmissions, type SubmissionsReading } from '../../../src/workflow/files/read-submissions.ts';
import { DEFINITION, MEMBERS } from '../../domain/intake/definitions.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const HEADER =
  'entity,ho-so,toc-do,toc-do.asOf,da-ban-hanh,da-ban-hanh.document,da-ban-hanh.date,tien-do,ton-tai';
const GOOD = 'Hà Nội,5,,,không,,,xong,';
const sheet = (...rows: readonly string[]): Files => ({ 'F-TINH.csv': [HEADER, ...rows].join('\n') });
const DOCUMENTS = 'entity,loai,so,ngay,kinh-phi,noi-bat';
const table = (...rows: readonly string[]): Files => ({
  'F-TINH.csv': `${HEADER}\n${GOOD}\n`,
  'F-TINH.van-ban.csv': [DOCUMENTS, ...rows].join('\n'),
});
const bytes = (hex: string): Files => ({ 'F-TINH.csv': Buffer.from(hex.replaceAll(' ', ''), 'hex') });
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

const CSV = 'cần tệp CSV mã hóa UTF-8 (trong Excel: Lưu thành, chọn «CSV UTF-8»)';
const BODY = 'tên hoặc mã của một đơn vị thuộc danh sách nộp biểu này';
const QUOTES = 'ô có dấu phẩy hoặc dấu nháy đặt trong dấu nháy kép, dấu nháy bên trong ghi hai lần ("")';
const RAGGED =
  'ô như dòng tiêu đề; đề nghị kiểm tra dấu phẩy trong ô (ô có dấu phẩy phải đặt trong dấu nháy kép)';
const DAY = 'một ngày có thật, ghi như 23/10/2024 hoặc 2024-10-23';

const BAD: readonly (readonly [what: string, files: Files, messages: readonly string[]])[] = [
  // Files.
  [
    'an unknown name',
    { 'F-TIN.csv': 'a' },
    ['F-TIN.csv: tìm thấy tên tệp không khớp biểu nào, cần tên của một biểu; có phải F-TINH.csv?'],
  ],
  [
    'an unknown table',
    { 'F-TINH.van-bang.csv': 'a' },
    [
      'F-TINH.van-bang.csv: tìm thấy tên tệp không khớp biểu nào, cần tên của một biểu; có phải F-TINH.van-ban.csv?',
    ],
  ],
  [
    'a name like no other',
    { 'tong-hop-so-lieu.csv': 'a' },
    ['tong-hop-so-lieu.csv: tìm thấy tên tệp không khớp biểu nào, cần tên như F-TINH.csv'],
  ],
  [
    'a workbook by name',
    { 'F-TINH.xlsx': 'a' },
    ['F-TINH.xlsx: tìm thấy tệp không phải CSV, cần tệp CSV, ví dụ F-TINH.csv'],
  ],
  [
    'a form of another time',
    { 'F-CU.csv': 'entity,ho-so' },
    ['F-CU.csv: tìm thấy tệp của biểu F-CU, cần chỉ các biểu được thu trong kỳ 2024-10'],
  ],
  [
    'a header and nothing below',
    { 'F-TINH.csv': `${HEADER}\n\n,,,,,,,,\n` },
    [
      'F-TINH.csv: tìm thấy dòng tiêu đề mà không có dòng số liệu nào, cần ít nhất một dòng của một đơn vị; đơn vị không gửi thì không cần tệp',
    ],
  ],
  ['an empty folder', {}, ['upload: tìm thấy không tệp biểu mẫu nào, cần ít nhất một tệp như F-TINH.csv']],
  [
    'too much',
    { 'F-TINH.csv': Buffer.alloc(10 * 1024 * 1024, 'x') },
    ['F-TINH.csv: tìm thấy tệp 10,0 MB, cần tệp không quá 5 MB'],
  ],
  [
    'a table alone',
    { 'F-TINH.van-ban.csv': `${DOCUMENTS}\n` },
    [
      'F-TINH.van-ban.csv: tìm thấy bảng kèm theo mà không có tệp chính của biểu, cần gửi cùng tệp F-TINH.csv',
    ],
  ],
  // Bytes.
  ['nothing', bytes(''), ['F-TINH.csv: tìm thấy tệp rỗng, cần tệp CSV có dòng tiêu đề']],
  [
    'a workbook',
    { 'F-TINH.csv': Buffer.concat([Buffer.from('504b0304', 'hex'), utf8('....[Content_Types].xml')]) },
    [`F-TINH.csv: tìm thấy tệp Excel (.xlsx), ${CSV}`],
  ],
  ['an archive', bytes('50 4b 03 04 00 00'), [`F-TINH.csv: tìm thấy tệp nén ZIP, ${CSV}`]],
  [
    'an old workbook',
    bytes('d0 cf 11 e0 a1 b1 1a e1'),
    [`F-TINH.csv: tìm thấy tệp Excel hoặc Word đời cũ (.xls, .doc), ${CSV}`],
  ],
  ['a PDF', { 'F-TINH.csv': '%PDF-1.7\n' }, [`F-TINH.csv: tìm thấy tệp PDF, ${CSV}`]],
  [
    'UTF-16 with a mark',
    { 'F-TINH.csv': Buffer.from('\ufeffentity,ho-so', 'utf16le') },
    [`F-TINH.csv: tìm thấy tệp mã hóa UTF-16, ${CSV}`],
  ],
  [
    'UTF-16 without a mark',
    { 'F-TINH.csv': Buffer.from('entity,ho-so', 'utf16le') },
    [`F-TINH.csv: tìm thấy tệp mã hóa UTF-16, ${CSV}`],
  ],
  [
    'zero bytes',
    bytes('61 00 00 00 62 63 00'),
    [`F-TINH.csv: tìm thấy tệp nhị phân, không phải văn bản, ${CSV}`],
  ],
  [
    'an old code page',
    {
      'F-TINH.csv': Buffer.concat([
        utf8('entity,ho-so\nha-noi,5\n'),
        Buffer.from('H\u00f2a B\u00ecnh,5', 'latin1'),
      ]),
    },
    [
      `F-TINH.csv, dòng 3: tìm thấy chữ theo bảng mã khác UTF-8 (thường là Windows-1258 hoặc Windows-1252), ${CSV}`,
    ],
  ],
  [
    'lost characters',
    { 'F-TINH.csv': 'entity,ho-so\nH\ufffd N\ufffdi,5' },
    [
      'F-TINH.csv, dòng 2: tìm thấy ký tự hỏng «\ufffd» do lưu sai bảng mã trước đó, cần tệp lưu lại từ bản gốc với bảng mã UTF-8',
    ],
  ],
  [
    'semicolons',
    { 'F-TINH.csv': 'entity;ho-so\nha-noi;5,5' },
    [
      'F-TINH.csv, dòng 1: tìm thấy các ô cách nhau bằng dấu chấm phẩy (;), cần các ô cách nhau bằng dấu phẩy',
    ],
  ],
  [
    'tabs',
    { 'F-TINH.csv': 'entity\tho-so\nha-noi\t5' },
    ['F-TINH.csv, dòng 1: tìm thấy các ô cách nhau bằng dấu tab, cần các ô cách nhau bằng dấu phẩy'],
  ],
  [
    'an open quote',
    sheet(GOOD, 'nam-dinh,"5,,,không,,,xong,'),
    [`F-TINH.csv, dòng 3, cột B: tìm thấy dấu nháy kép mở mà không đóng, cần ${QUOTES}`],
  ],
  [
    'a quote inside',
    sheet('nam-dinh,5"6,,,không,,,xong,'),
    [`F-TINH.csv, dòng 2, cột B: tìm thấy dấu nháy kép ở giữa một ô không đặt trong dấu nháy, cần ${QUOTES}`],
  ],
  [
    'text after a quote',
    sheet('nam-dinh,"5"6,,,không,,,xong,'),
    [`F-TINH.csv, dòng 2, cột B: tìm thấy chữ liền sau dấu nháy kép đóng, cần ${QUOTES}`],
  ],
  // Headers.
  [
    'no header',
    { 'F-TINH.csv': 'Biểu số 1: số liệu tháng 10\nha-noi,5' },
    [
      'F-TINH.csv, dòng 1: tìm thấy «Biểu số 1: số liệu tháng 10», cần dòng tiêu đề gồm «entity» và tên các cột, ví dụ «entity,ho-so,ho-so.document»',
    ],
  ],
  [
    'no column of bodies',
    { 'F-TINH.csv': 'ho-so,da-ban-hanh,tien-do\n5,có,xong' },
    ['F-TINH.csv, dòng 1: tìm thấy dòng tiêu đề không có «entity», cần cột «entity» (mã hoặc tên đơn vị)'],
  ],
  [
    'a missing column',
    { 'F-TINH.csv': 'entity,da-ban-hanh,tien-do\nha-noi,có,xong' },
    ['F-TINH.csv, dòng 1: tìm thấy dòng tiêu đề không có «ho-so», cần cột «ho-so» (Số hồ sơ)'],
  ],
  [
    'an unknown column',
    { 'F-TINH.csv': 'entity,ho-so,da-ban-hanh,tien-do,ton_tai\nha-noi,5,có,xong,x' },
    ['F-TINH.csv, dòng 1, cột E (ton_tai): tìm thấy «ton_tai», cần tên một cột của biểu; có phải «ton-tai»?'],
  ],
  [
    'a doubled column',
    { 'F-TINH.csv': 'entity,ho-so,ho-so,da-ban-hanh,tien-do\nha-noi,5,6,có,xong' },
    ['F-TINH.csv, dòng 1, cột C (ho-so): tìm thấy cột «ho-so» lần thứ hai, cần mỗi cột một lần'],
  ],
  [
    'a column without name',
    { 'F-TINH.csv': 'entity,ho-so,da-ban-hanh,tien-do,\nha-noi,5,có,xong,7' },
    ['F-TINH.csv, dòng 1, cột E: tìm thấy cột có số liệu mà không có tên, cần tên cột, hoặc bỏ hẳn cột này'],
  ],
  [
    'a column no longer asked',
    { 'F-TINH.csv': 'entity,ho-so,da-ban-hanh,tien-do,da-bo\nha-noi,5,có,xong,7' },
    ['F-TINH.csv, dòng 2, cột E (da-bo): tìm thấy «7», cần để trống cả cột: chỉ tiêu này không thu trong kỳ'],
  ],
  // Rows.
  ['a long row', sheet(`${GOOD},7`), [`F-TINH.csv, dòng 2: tìm thấy 10 ô, cần 9 ${RAGGED}`]],
  ['a short row', sheet(GOOD, 'nam-dinh,5'), [`F-TINH.csv, dòng 3: tìm thấy 2 ô, cần 9 ${RAGGED}`]],
  [
    'an unknown body',
    sheet('Nam Đinh,5,,,không,,,xong,'),
    [
      `F-TINH.csv, dòng 2, cột A (entity): tìm thấy «Nam Đinh», cần ${BODY}; có phải tỉnh Nam Định (nam-dinh)?`,
    ],
  ],
  [
    'a row of totals',
    sheet(GOOD, 'Tổng cộng,5,,,không,,,xong,'),
    [`F-TINH.csv, dòng 3, cột A (entity): tìm thấy «Tổng cộng», cần ${BODY}`],
  ],
  [
    'a row without body',
    sheet(',5,,,không,,,xong,'),
    [`F-TINH.csv, dòng 2, cột A (entity): tìm thấy ô trống, cần ${BODY}`],
  ],
  [
    'a body that is not asked',
    sheet('Bộ A,5,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột A (entity): tìm thấy «Bộ A», cần một đơn vị thuộc danh sách nộp biểu này; Bộ A (bo-a) không thuộc danh sách',
    ],
  ],
  [
    'a body twice',
    sheet(GOOD, 'ha-noi,6,,,không,,,xong,'),
    ['F-TINH.csv, dòng 3, cột A (entity): tìm thấy «ha-noi» đã có ở dòng 2, cần mỗi đơn vị một dòng'],
  ],
  // Cells.
  [
    'an ambiguous number',
    sheet('ha-noi,1.234,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «1.234», cần ghi rõ hơn: 1.234 có thể là 1234 hoặc 1,234; đề nghị ghi 1234 nếu là số nguyên, 1,2340 nếu là số thập phân',
    ],
  ],
  [
    'a percentage for a count',
    sheet('ha-noi,50%,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «50%», cần số lượng theo đơn vị hồ sơ, không phải tỷ lệ phần trăm',
    ],
  ],
  [
    'a fraction of a count',
    sheet('ha-noi,"5,5",,,không,,,xong,'),
    ['F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «5,5», cần số nguyên theo đơn vị hồ sơ'],
  ],
  [
    'a number below zero',
    sheet('ha-noi,-5,,,không,,,xong,'),
    ['F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «-5», cần số không âm'],
  ],
  [
    'a number with its unit',
    sheet('ha-noi,5 hồ sơ,,,không,,,xong,'),
    ['F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «5 hồ sơ», cần con số không kèm chữ hoặc đơn vị'],
  ],
  [
    'an error of the spreadsheet',
    sheet('ha-noi,#N/A,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «#N/A», cần giá trị thật thay cho thông báo lỗi của bảng tính',
    ],
  ],
  [
    'no reason',
    sheet('ha-noi,chưa có số liệu,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «chưa có số liệu», cần lý do sau dấu hai chấm, ví dụ «chưa có số liệu: đang đối soát; dự kiến 2024-11-15»',
    ],
  ],
  [
    'a state that is not admitted',
    sheet('ha-noi,không áp dụng,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột B (ho-so): tìm thấy «không áp dụng», cần một câu trả lời khác: ô này không được ghi «không áp dụng»',
    ],
  ],
  [
    'a flag in numbers',
    sheet('ha-noi,5,,,1,,,xong,'),
    ['F-TINH.csv, dòng 2, cột E (da-ban-hanh): tìm thấy «1», cần «có» hoặc «không»'],
  ],
  [
    'an unknown class',
    sheet('ha-noi,5,,,không,,,gần xong,'),
    [
      'F-TINH.csv, dòng 2, cột H (tien-do): tìm thấy «gần xong», cần một trong các giá trị: «Hoàn thành», «Đang thực hiện»',
    ],
  ],
  [
    'a day that does not exist',
    sheet('ha-noi,5,7,31/9/2024,có,,2024-13-01,xong,'),
    [
      `F-TINH.csv, dòng 2, cột D (toc-do.asOf): tìm thấy «31/9/2024», cần ${DAY}`,
      `F-TINH.csv, dòng 2, cột G (da-ban-hanh.date): tìm thấy «2024-13-01», cần ${DAY}`,
    ],
  ],
  [
    'a document without answer',
    sheet('ha-noi,5,,,,12/QĐ-UBND,,xong,'),
    [
      'F-TINH.csv, dòng 2, cột F (da-ban-hanh.document): tìm thấy «12/QĐ-UBND», cần để trống, hoặc trả lời ở cột «da-ban-hanh»',
    ],
  ],
  [
    'a document that nobody asked for',
    { 'F-TINH.csv': 'entity,ho-so,ho-so.document,da-ban-hanh,tien-do\nha-noi,5,1/QĐ,có,xong' },
    [
      'F-TINH.csv, dòng 2, cột C (ho-so.document): tìm thấy «1/QĐ», cần để trống: «ho-so» không hỏi số, ký hiệu văn bản',
    ],
  ],
  [
    'what only the check of the whole form sees',
    sheet(GOOD, 'nam-dinh,chưa có số liệu: a\u0007b,,,không,,,xong,'),
    [
      'F-TINH.csv, dòng 3, cột B (ho-so): tìm thấy «a\u0007b», cần lý do chưa có số liệu, không quá 1.000 ký tự',
    ],
  ],
  // Tables.
  [
    'an unknown choice',
    table('ha-noi,thông tư,1/2024,2024-10-01,,'),
    [
      'F-TINH.van-ban.csv, dòng 2, cột B (loai): tìm thấy «thông tư», cần một trong các giá trị: «Nghị định», «Quyết định»',
    ],
  ],
  [
    'a blank that is asked',
    table('ha-noi,nghi-dinh,,2024-10-01,,'),
    ['F-TINH.van-ban.csv, dòng 2, cột C (so): tìm thấy ô trống, cần số, ký hiệu'],
  ],
  [
    'a wrong day',
    table('ha-noi,nghi-dinh,1/2024,1.10.2024,,'),
    [`F-TINH.van-ban.csv, dòng 2, cột D (ngay): tìm thấy «1.10.2024», cần ${DAY}`],
  ],
  [
    'a wrong number and flag',
    table('ha-noi,nghi-dinh,1/2024,1/10/2024,2 tỷ,x'),
    [
      'F-TINH.van-ban.csv, dòng 2, cột E (kinh-phi): tìm thấy «2 tỷ», cần số ghi đủ theo đơn vị gốc, không kèm chữ (ví dụ 1,5 triệu ghi là 1500000)',
      'F-TINH.van-ban.csv, dòng 2, cột F (noi-bat): tìm thấy «x», cần «có» hoặc «không»',
    ],
  ],
  [
    'a body without form',
    table('nam-dinh,nghi-dinh,1/2024,1/10/2024,,'),
    ['F-TINH.van-ban.csv, dòng 2: tìm thấy dòng của «nam-dinh», cần đơn vị có dòng trong F-TINH.csv'],
  ],
  [
    'a missing table column',
    { ...sheet(GOOD), 'F-TINH.van-ban.csv': 'entity,loai,ngay\nha-noi,nghi-dinh,1/10/2024' },
    ['F-TINH.van-ban.csv, dòng 1: tìm thấy dòng tiêu đề không có «so», cần cột «so» (số, ký hiệu)'],
  ],
];

async function readAll(paths: readonly string[]): Promise<SubmissionsReading> {
  return readSubmissions({ definition: DEFINITION, period: '2024-10', members: MEMBERS, paths });
}

describe('readSubmissions', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upload-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function uploaded(files: Files): Promise<string> {
    const target = join(await mkdtemp(join(folder, 'x-')), 'upload');
    await mkdir(target);
    for (const [name, content] of Object.entries(files)) await writeFile(join(target, name), content);
    return target;
  }

  async function read(files: Files): Promise<SubmissionsReading> {
    return readAll([await uploaded(files)]);
  }

  for (const [what, files, messages] of BAD)
    it(`refuses ${what}`, async () => {
      const reading = await read(files);
      expect(reading.ok ? [] : reading.problems.map(formatProblem)).to.deep.equal(messages);
    });

  const PATHS: readonly (readonly [
    what: string,
    make: (path: string) => Promise<unknown>,
    message: string,
  ])[] = [
    [
      'a link to nothing',
      (path) => symlink('nowhere.csv', path),
      'F-TINH.csv: tìm thấy đường dẫn không tồn tại, cần đường dẫn của một tệp hoặc thư mục có thật',
    ],
    [
      'a link to itself',
      (path) => symlink('F-TINH.csv', path),
      'F-TINH.csv: tìm thấy liên kết vòng quanh, cần đường dẫn của một tệp hoặc thư mục có thật',
    ],
    [
      'a pipe that nobody writes to',
      (path) => promisify(execFile)('mkfifo', [path]),
      'F-TINH.csv: tìm thấy thiết bị hoặc đường ống, cần một tệp trên đĩa',
    ],
    ['a folder', mkdir, 'F-TINH.csv: tìm thấy thư mục con, cần các tệp biểu mẫu đặt cùng một thư mục'],
  ];
  for (const [what, make, message] of PATHS)
    it(`refuses ${what} in the place of a file`, async () => {
      const target = await uploaded({});
      await make(join(target, 'F-TINH.csv'));
      const reading = await readAll([target]);
      expect(reading.ok ? [] : reading.problems.map(formatProblem)).to.deep.equal([message]);
    });

  it('refuses a path that is no file, whatever it is called', async () => {
    const target = await uploaded({});
    const [loop, far] = [join(target, 'vong'), join(target, 'x'.repeat(300))];
    await symlink(loop, loop);
    const reading = await readAll([loop, far]);
    const said = reading.ok ? [] : reading.problems.map(formatProblem);
    expect(said).to.have.members([
      'vong: tìm thấy liên kết vòng quanh, cần đường dẫn của một tệp hoặc thư mục có thật',
      `${'x'.repeat(300)}: tìm thấy đường dẫn quá dài, cần đường dẫn của một tệp hoặc thư mục có thật`,
    ]);
  });

  it('reads every kind of answer, with what stands beside it', async () => {
    const reading = await read({
      'F-TINH.csv': [
        `\ufeff${HEADER},dc-ty-le,ho-so.note,`,
        'Thành phố Hà Nội,1.234.567,"43,8",23/10/2024,có,12/QĐ-UBND,2024-10-01,Hoàn thành,"Thiếu ""nhân lực"", kinh phí",45.67,tạm tính,',
        '',
        'H28,không phát sinh,chưa có số liệu: đang đo; dự kiến 15/11/2024,,không áp dụng,,,dang,,,,',
        ',,,,,,,,,,,',
        'Nam Dinh,0,,,chưa,,,xong,không phát sinh,,,',
      ].join('\r\n'),
      'F-TINH.van-ban.csv': [
        DOCUMENTS,
        'ha-noi,Nghị định,137/2024/NĐ-CP,23/10/2024,1500000,có',
        'ha-noi,quyet-dinh,1/QĐ,2024-10-24,,',
        '',
      ].join('\n'),
      'F-BO.csv': 'entity,ho-so\nBA,\n',
      'period.yaml': 'due: x',
      'NGUON-SO-LIEU.md': '#',
      '.DS_Store': '\0',
    });
    expect(reading).to.deep.equal({
      ok: true,
      submissions: [
        {
          form: 'F-TINH',
          entity: 'ha-noi',
          answers: {
            cells: {
              'ho-so': { state: 'value', value: '1234567', note: 'tạm tính' },
              'toc-do': { state: 'value', value: '43.8', asOf: '2024-10-23' },
              'da-ban-hanh': { state: 'value', value: 'yes', document: '12/QĐ-UBND', date: '2024-10-01' },
              'tien-do': { state: 'value', value: 'xong' },
              'ton-tai': { state: 'value', value: 'Thiếu "nhân lực", kinh phí' },
              'dc-ty-le': { state: 'value', value: '45.67' },
            },
            tables: {
              'van-ban': [
                {
                  loai: 'nghi-dinh',
                  so: '137/2024/NĐ-CP',
                  ngay: '2024-10-23',
                  'kinh-phi': '1500000',
                  'noi-bat': 'yes',
                },
                { loai: 'quyet-dinh', so: '1/QĐ', ngay: '2024-10-24' },
              ],
            },
          },
        },
        {
          form: 'F-TINH',
          entity: 'hoa-binh',
          answers: {
            cells: {
              'ho-so': { state: 'none' },
              'toc-do': { state: 'pending', reason: 'đang đo', expected: '2024-11-15' },
              'da-ban-hanh': { state: 'not-applicable' },
              'tien-do': { state: 'value', value: 'dang' },
            },
            tables: { 'van-ban': [] },
          },
        },
        {
          form: 'F-TINH',
          entity: 'nam-dinh',
          answers: {
            cells: {
              'ho-so': { state: 'value', value: '0' },
              'da-ban-hanh': { state: 'value', value: 'no' },
              'tien-do': { state: 'value', value: 'xong' },
              'ton-tai': { state: 'none' },
            },
            tables: { 'van-ban': [] },
          },
        },
        { form: 'F-BO', entity: 'bo-a', answers: { cells: {}, tables: {} } },
      ],
    });
  });

  it('takes a form of tables only without a main sheet', async () => {
    const reading = await read({ 'F-BANG.su-kien.csv': 'entity,noi-dung\nha-noi,Một\nha-noi,Hai\n' });
    expect(reading).to.deep.equal({
      ok: true,
      submissions: [
        {
          form: 'F-BANG',
          entity: 'ha-noi',
          answers: { cells: {}, tables: { 'su-kien': [{ 'noi-dung': 'Một' }, { 'noi-dung': 'Hai' }] } },
        },
      ],
    });
  });

  it('takes single files, each once, whatever the case of their names', async () => {
    const path = await uploaded({ 'f-tinh.CSV': `${HEADER}\n${GOOD}` });
    const reading = await readAll([join(path, 'f-tinh.CSV'), path]);
    expect(reading.ok && reading.submissions.map(({ entity }) => entity)).to.deep.equal(['ha-noi']);
  });

  it('refuses paths that do not exist, folders in folders and two files of one name', async () => {
    const one = await uploaded(sheet(GOOD));
    const two = await uploaded(sheet(GOOD));
    await mkdir(join(two, 'cu'));
    const reading = await readAll([one, two, join(one, 'khong-co')]);
    expect(reading.ok ? '' : formatProblems(reading.problems)).to.equal(
      [
        'cu: tìm thấy thư mục con, cần các tệp biểu mẫu đặt cùng một thư mục',
        'khong-co: tìm thấy đường dẫn không tồn tại, cần đường dẫn của một tệp hoặc thư mục có thật',
        'F-TINH.csv: tìm thấy hai tệp cùng tên, cần mỗi biểu một tệp',
      ].join('\n'),
    );
  });

  it('returns nothing of an upload with one wrong cell, and names the problems of all files', async () => {
    const reading = await read({
      ...sheet(GOOD, 'nam-dinh,x,,,y,,,xong,'),
      'F-BO.csv': 'entity,ho-so\nBA,-1',
    });
    expect(reading).not.to.have.property('submissions');
    expect(
      reading.ok ? [] : reading.problems.map(({ file, row, column }) => [file, row, column?.letter]),
    ).to.deep.equal([
      ['F-TINH.csv', 3, 'B'],
      ['F-TINH.csv', 3, 'E'],
      ['F-BO.csv', 2, 'B'],
    ]);
  });

  it('lists two hundred problems and counts the others', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `tinh-${index}-khong-co,5,,,không,,,xong,`);
    const reading = await read(sheet(...rows));
    const lines = (reading.ok ? '' : formatProblems(reading.problems)).split('\n');
    expect([lines.length, lines.at(-1)]).to.deep.equal([201, 'và còn 250 lỗi khác']);
  });

  it('refuses a sheet with more rows than any form has', async () => {
    const reading = await read({ 'F-TINH.csv': `${HEADER}\n${`${GOOD}\n`.repeat(20_001)}` });
    expect(reading.ok ? '' : formatProblems(reading.problems)).to.equal(
      'F-TINH.csv: tìm thấy 20001 dòng, cần tệp không quá 20000 dòng',
    );
  });

  it('names five megabytes of nonsense in a line or two hundred', async () => {
    const columns = await read({ 'F-TINH.csv': `entity,${'x;,"y",'.repeat(680_000)}` });
    expect(columns.ok ? '' : formatProblems(columns.problems)).to.equal(
      'F-TINH.csv: tìm thấy 1360002 cột, cần tệp không quá 1000 cột',
    );
    const rows = Array.from(
      { length: 19_999 },
      (_, index) => `tinh-${index},${'không rõ '.repeat(20)},,,x,,,y,`,
    );
    const cells = await read(sheet(...rows));
    expect(cells.ok ? 0 : cells.problems.length).to.equal(19_999);
  });
});
