/** Files that must be refused, each with the line that tells its sender where and what. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../reports/samples.ts';

const SENT = join(SAMPLES, '2024-10');
const sample = (file: string): string => readFileSync(join(SENT, file), 'utf8');

export interface BadInput {
  readonly what: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Parts of the lines on stderr, in any order. */
  readonly says: readonly string[];
}

const NDXP = 'entity,ndxp-don-vi-ket-noi,ndxp-csdl-chia-se,ndxp-httt-chia-se';
const OWNER = 'bo-thong-tin-va-truyen-thong';
const ndxp = (what: string, row: string, ...says: readonly string[]): BadInput => ({
  what,
  files: { 'TTTT-2.csv': `${NDXP}\n${row}\n` },
  says,
});
const bytes = (what: string, content: Uint8Array | string, ...says: readonly string[]): BadInput => ({
  what,
  files: { 'TTTT-2.csv': content },
  says,
});
const HISTORY = 'indicator,period,span,scope,status,value,basis,source,roundedTo';
const history = (what: string, row: string, ...says: readonly string[]): BadInput => ({
  what,
  files: { 'TTTT-2.csv': sample('TTTT-2.csv'), 'history.csv': `${HISTORY}\n${row}\n` },
  says,
});
/** A whole sample but for one place in its period.yaml. */
const settings = (what: string, from: RegExp, to: string, ...says: readonly string[]): BadInput => ({
  what,
  files: { 'TTTT-2.csv': sample('TTTT-2.csv'), 'period.yaml': sample('period.yaml').replace(from, to) },
  says,
});

export const BAD_INPUTS: readonly BadInput[] = [
  bytes(
    'a wrong header',
    `entity,so-don-vi,ndxp-csdl-chia-se\n${OWNER},103,10\n`,
    'TTTT-2.csv, dòng 1: tìm thấy dòng tiêu đề không có «ndxp-don-vi-ket-noi», cần cột «ndxp-don-vi-ket-noi»',
    'TTTT-2.csv, dòng 1, cột B (so-don-vi): tìm thấy «so-don-vi», cần tên một cột của biểu',
  ),
  ndxp(
    'an unknown body',
    'bo-vien-thong,103,10,15',
    'TTTT-2.csv, dòng 2, cột A (entity): tìm thấy «bo-vien-thong», cần tên hoặc mã của một đơn vị',
  ),
  ndxp(
    'a body that does not owe the form',
    'Bộ Y tế,103,10,15',
    'TTTT-2.csv, dòng 2, cột A (entity): tìm thấy «Bộ Y tế», cần một đơn vị thuộc danh sách nộp biểu này',
  ),
  ndxp(
    'a duplicate row',
    `${OWNER},103,10,15\nBộ Thông tin và Truyền thông,103,10,15`,
    'TTTT-2.csv, dòng 3, cột A (entity): tìm thấy «Bộ Thông tin và Truyền thông» đã có ở dòng 2, cần mỗi đơn vị một dòng',
  ),
  ndxp(
    'a dot and a comma as thousands in one file',
    `${OWNER},1.234,"1,234",15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «1.234», cần ghi rõ hơn: 1.234 có thể là 1234 hoặc 1,234',
    'TTTT-2.csv, dòng 2, cột C (ndxp-csdl-chia-se): tìm thấy «1,234», cần ghi rõ hơn',
  ),
  ndxp(
    'a negative count',
    `${OWNER},-3,10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «-3», cần số không âm',
  ),
  ndxp(
    'a fraction of a count',
    `${OWNER},"3,5",10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «3,5», cần số nguyên',
  ),
  ndxp(
    'text in a number',
    `${OWNER},khoảng 100,10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «khoảng 100», cần con số không kèm chữ hoặc đơn vị',
  ),
  ndxp(
    'a unit in a number',
    `${OWNER},103 đơn vị,10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «103 đơn vị», cần con số không kèm chữ hoặc đơn vị',
  ),
  ndxp(
    'a number too long to be one',
    `${OWNER},${'9'.repeat(60)},10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «9999',
    'cần một số không quá 30 chữ số',
  ),
  ndxp(
    'a formula',
    `${OWNER},=SUM(A1:A9),10,15`,
    'TTTT-2.csv, dòng 2, cột B (ndxp-don-vi-ket-noi): tìm thấy «=SUM(A1:A9)», cần kết quả thay cho công thức',
  ),
  ndxp('a ragged row', `${OWNER},103,10`, 'TTTT-2.csv, dòng 2: tìm thấy 3 ô, cần 4 ô như dòng tiêu đề'),
  ndxp(
    'a quote that never closes',
    `"${OWNER},103,10,15`,
    'TTTT-2.csv, dòng 2, cột A: tìm thấy dấu nháy kép mở mà không đóng',
  ),
  bytes(
    'semicolons',
    `${NDXP.replaceAll(',', ';')}\n${OWNER};103;10;15\n`,
    'TTTT-2.csv, dòng 1: tìm thấy các ô cách nhau bằng dấu chấm phẩy (;), cần các ô cách nhau bằng dấu phẩy',
  ),
  bytes('nothing', '', 'TTTT-2.csv: tìm thấy tệp rỗng, cần tệp CSV có dòng tiêu đề'),
  bytes(
    'ten megabytes of garbage',
    Buffer.alloc(10 * 1024 * 1024, 'ấ,'),
    'TTTT-2.csv: tìm thấy tệp 10,0 MB, cần tệp không quá 5 MB',
  ),
  bytes(
    'four megabytes of garbage in order',
    `${NDXP}\n${'a,b,c,d\n'.repeat(500_000)}`,
    'TTTT-2.csv: tìm thấy 500000 dòng, cần tệp không quá 20000 dòng',
  ),
  bytes(
    'UTF-16',
    Buffer.from(`\ufeff${NDXP}\n${OWNER},103,10,15\n`, 'utf16le'),
    'TTTT-2.csv: tìm thấy tệp mã hóa UTF-16, cần tệp CSV mã hóa UTF-8',
  ),
  bytes(
    'Windows-1258',
    Buffer.concat([Buffer.from(`${NDXP}\nB`), Buffer.from([0xf4, 0xf2]), Buffer.from(' TT,1,2,3\n')]),
    'TTTT-2.csv, dòng 2: tìm thấy chữ theo bảng mã khác UTF-8 (thường là Windows-1258',
  ),
  bytes(
    'a workbook',
    Buffer.from('PK\u0003\u0004....[Content_Types].xml', 'latin1'),
    'TTTT-2.csv: tìm thấy tệp Excel (.xlsx), cần tệp CSV mã hóa UTF-8',
  ),
  bytes(
    'bytes of a program',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 9]),
    'TTTT-2.csv: tìm thấy tệp nhị phân, không phải văn bản',
  ),
  {
    what: 'no file at all',
    files: {},
    says: ['tìm thấy không tệp biểu mẫu nào, cần ít nhất một tệp như F-TINH.csv'],
  },
  {
    what: 'an unknown form',
    files: { 'TTTT-22.csv': sample('TTTT-2.csv') },
    says: ['TTTT-22.csv: tìm thấy tên tệp không khớp biểu nào, cần tên của một biểu; có phải TTTT-2.csv?'],
  },
  {
    what: 'a workbook by name',
    files: { 'TTTT-2.xlsx': 'x' },
    says: ['TTTT-2.xlsx: tìm thấy tệp không phải CSV, cần tệp CSV'],
  },
  {
    what: 'a form of another month',
    files: { 'NHNN-1.csv': readFileSync(join(SAMPLES, '2024-06', 'NHNN-1.csv'), 'utf8') },
    says: ['NHNN-1.csv: tìm thấy tệp của biểu NHNN-1, cần chỉ các biểu được thu trong kỳ 2024-10'],
  },
  {
    what: 'an ambiguous comma in a rate',
    files: {
      'BYT-1.csv': 'entity,dc-so-suc-khoe-dien-tu,dc-tl-so-suc-khoe-dien-tu\nbo-y-te,"1,234","18,460"\n',
    },
    says: [
      'BYT-1.csv, dòng 2, cột B (dc-so-suc-khoe-dien-tu): tìm thấy «1,234», cần ghi rõ hơn',
      'BYT-1.csv, dòng 2, cột C (dc-tl-so-suc-khoe-dien-tu): tìm thấy «18,460», cần ghi rõ hơn: 18,460 có thể là 18460 hoặc 18,460',
    ],
  },
  {
    what: 'a day that does not exist and an unknown kind',
    files: {
      'VPCP-5.csv': sample('VPCP-5.csv'),
      'VPCP-5.van-ban.csv': sample('VPCP-5.van-ban.csv')
        .replace('2024-10-23', '31/9/2024')
        .replace('quyet-dinh-ttg', 'quyet-dinh'),
    },
    says: [
      'VPCP-5.van-ban.csv, dòng 2, cột D (ngay): tìm thấy «31/9/2024», cần một ngày có thật',
      'VPCP-5.van-ban.csv, dòng 3, cột B (loai): tìm thấy «quyet-dinh», cần một trong các giá trị: «Nghị định»',
    ],
  },
  {
    what: 'good files beside one bad cell',
    files: {
      'F-TINH.csv': sample('F-TINH.csv').replace(/^(kon-tum),(?:có|không),/m, '$1,có lẽ,'),
      'TTTT-2.csv': sample('TTTT-2.csv'),
    },
    says: ['F-TINH.csv, dòng 41, cột B (cs-giam-phi-dvctt): tìm thấy «có lẽ», cần «có» hoặc «không»'],
  },
  {
    what: 'a letter behind a number',
    files: { 'TTTT-1.csv': sample('TTTT-1.csv').replace('112146894', '112146894x') },
    says: ['TTTT-1.csv, dòng 2, cột C (thue-bao-smartphone): tìm thấy «112146894x», cần con số'],
  },
  history(
    'an unknown indicator',
    'truc-vb-gu,2024-06,period,,,271368,công bố,Bản tin,',
    'history.csv, dòng 2, cột A (indicator): tìm thấy «truc-vb-gu», cần mã của một chỉ tiêu; có phải «truc-vb-gui»?',
  ),
  history(
    'a wrong basis and no source',
    'truc-vb-gui,2024-06,period,,,271368,chắc chắn,,',
    'history.csv, dòng 2, cột G (basis): tìm thấy «chắc chắn», cần «công bố» hoặc «minh họa»',
    'history.csv, dòng 2, cột H (source): tìm thấy ô trống, cần nguồn của số liệu',
  ),
  history(
    'a history that is not a number of a period',
    'truc-vb-gui,2024-13,period,,,nhiều,công bố,Bản tin,',
    'history.csv, dòng 2, cột B (period): tìm thấy «2024-13», cần kỳ báo cáo ghi như 2024-10',
    'history.csv, dòng 2, cột F (value): tìm thấy «nhiều», cần con số',
  ),
  settings('a period.yaml that is no YAML', /^due: .*$/m, 'due: [', 'period.yaml:6: không đúng cú pháp YAML'),
  settings(
    'a due time that is none',
    /^due: .*$/m,
    'due: "ngày 5 tháng 11"',
    'period.yaml:5: “due” phải là thời điểm kèm múi giờ',
    'đang là “ngày 5 tháng 11”',
  ),
  settings(
    'times out of order',
    /^close: .*$/m,
    'close: "2024-11-01T17:00:00+07:00"',
    'period.yaml:6: “close” (2024-11-01T17:00:00+07:00) phải sau “due” (2024-11-05T17:00:00+07:00).',
  ),
  settings(
    'a waiver of an unknown body',
    /^waivers: .*$/m,
    'waivers:\n  - { entity: yen-bay, reason: x, at: "2024-11-05T15:00:00+07:00" }',
    'không có đơn vị “yen-bay”; có lẽ cần viết “yen-bai”.',
  ),
  settings(
    'an unknown setting',
    /^illustrative: .*$/m,
    'illustrative: true\nngay-nop: 2024-11-05',
    'period.yaml:3: không có khóa “ngay-nop” ở đây',
  ),
];
