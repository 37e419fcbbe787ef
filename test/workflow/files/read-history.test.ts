import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatProblem } from '../../../src/domain/intake/file-problem.ts';
import { readHistory } from '../../../src/workflow/files/read-history.ts';
import { DEFINITION } from '../../domain/intake/definitions.ts';

const HEADER = 'indicator,period,span,scope,status,value,basis,source,roundedTo';
const ALL = 'indicator, period, span, scope, value, basis, source, status, roundedTo';

const BAD: readonly (readonly [row: string, messages: readonly string[]])[] = [
  [
    'ho_so,2024-09,period,,,5,công bố,Báo cáo,',
    ['dòng 2, cột A (indicator): tìm thấy «ho_so», cần mã của một chỉ tiêu; có phải «ho-so»?'],
  ],
  [
    'toString,2024-09,period,,,5,công bố,Báo cáo,',
    ['dòng 2, cột A (indicator): tìm thấy «toString», cần mã của một chỉ tiêu'],
  ],
  [
    'ho-so,9/2024,period,,,5,công bố,Báo cáo,',
    [
      'dòng 2, cột B (period): tìm thấy «9/2024», cần kỳ báo cáo ghi như 2024-10, 2024-Q3, 2024-H1, 2023-9M hoặc 2024',
    ],
  ],
  [
    'ho-so,2024-09,tháng,,,5,công bố,Báo cáo,',
    ['dòng 2, cột C (span): tìm thấy «tháng», cần một trong: period, ytd, cumulative'],
  ],
  [
    'ho-so,2024-09,period,hanoi,,5,công bố,Báo cáo,',
    [
      'dòng 2, cột D (scope): tìm thấy «hanoi», cần ô trống (tất cả), hoặc mã của một đơn vị, khối hay danh sách; có phải «ha-noi»?',
    ],
  ],
  [
    'ho-so,2024-09,period,,xong,5,công bố,Báo cáo,',
    ['dòng 2, cột E (status): tìm thấy «xong», cần ô trống: chỉ tiêu này không chia theo mức'],
  ],
  [
    'tien-do,2024-09,period,,hong,5,công bố,Báo cáo,',
    ['dòng 2, cột E (status): tìm thấy «hong», cần một trong: «xong», «dang»'],
  ],
  [
    'ho-so,2024-09,period,,,1.234,công bố,Báo cáo,',
    [
      'dòng 2, cột F (value): tìm thấy «1.234», cần ghi rõ hơn: 1.234 có thể là 1234 hoặc 1,234; đề nghị ghi 1234 nếu là số nguyên, 1,2340 nếu là số thập phân',
    ],
  ],
  ['ho-so,2024-09,period,,,,công bố,Báo cáo,', ['dòng 2, cột F (value): tìm thấy ô trống, cần một số']],
  ['ho-so,2024-09,period,,,-5,công bố,Báo cáo,', ['dòng 2, cột F (value): tìm thấy «-5», cần số không âm']],
  [
    'ho-so,2024-09,period,,,5,ước tính,,',
    [
      'dòng 2, cột G (basis): tìm thấy «ước tính», cần «công bố» hoặc «minh họa»',
      'dòng 2, cột H (source): tìm thấy ô trống, cần nguồn của số liệu, ghi bằng chữ',
    ],
  ],
  [
    'ho-so,2024-09,period,,,5,công bố,Báo cáo,0',
    [
      'dòng 2, cột I (roundedTo): tìm thấy «0», cần giá trị của chữ số cuối cùng được công bố, ví dụ 100000 cho 9,8 triệu',
    ],
  ],
  ['ho-so,2024-09,period,,,5,công bố', ['dòng 2: tìm thấy 7 ô, cần 9 ô như dòng tiêu đề']],
  [
    'ho-so,2024-09,period,,,5,công bố,Báo cáo,\nho-so,2024-09,period,,,6,minh họa,Báo cáo,',
    ['dòng 3: tìm thấy số liệu đã có ở dòng 2, cần mỗi chỉ tiêu, kỳ, phạm vi một dòng'],
  ],
];

describe('readHistory', () => {
  let folder: string;
  let path: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'history-'));
    path = join(folder, 'history.csv');
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function messagesOf(text: string): Promise<readonly string[]> {
    await writeFile(path, text);
    const reading = await readHistory(path, DEFINITION);
    return reading.ok ? [] : reading.problems.map(formatProblem);
  }

  it('reads figures with their basis, class and rounding', async () => {
    await writeFile(
      path,
      [
        HEADER,
        'ho-so,2024-09,ytd,,,9.800.000,công bố,"Báo cáo tháng 9, trang 2",100000',
        'ho-so,2023-10,period,ha-noi,,5,minh hoạ,Tự đặt,',
        'toc-do,2023-12,period,tinh,,1.234,công bố,Báo cáo,',
        'tien-do,2024-Q3,period,mien-nui,xong,12,công bố,Báo cáo,',
      ].join('\n'),
    );
    expect(await readHistory(path, DEFINITION)).to.deep.equal({
      ok: true,
      values: [
        {
          indicator: 'ho-so',
          period: '2024-09',
          span: 'ytd',
          scope: '',
          value: '9800000',
          basis: 'published',
          source: 'Báo cáo tháng 9, trang 2',
          roundedTo: '100000',
        },
        {
          indicator: 'ho-so',
          period: '2023-10',
          span: 'period',
          scope: 'ha-noi',
          value: '5',
          basis: 'illustrative',
          source: 'Tự đặt',
        },
        {
          indicator: 'toc-do',
          period: '2023-12',
          span: 'period',
          scope: 'tinh',
          value: '1.234',
          basis: 'published',
          source: 'Báo cáo',
        },
        {
          indicator: 'tien-do',
          period: '2024-Q3',
          span: 'period',
          scope: 'mien-nui',
          status: 'xong',
          value: '12',
          basis: 'published',
          source: 'Báo cáo',
        },
      ],
    });
  });

  for (const [row, messages] of BAD)
    it(`refuses «${row}»`, async () => {
      expect(await messagesOf(`${HEADER}\n${row}`)).to.deep.equal(
        messages.map((text) => `history.csv, ${text}`),
      );
    });

  it('names what is wrong with the header', async () => {
    expect(await messagesOf('indicator,period,span,scope,value,basis,ghi-chu\n')).to.deep.equal([
      `history.csv, dòng 1: tìm thấy dòng tiêu đề không có «source», cần các cột ${ALL}`,
      `history.csv, dòng 1, cột G (ghi-chu): tìm thấy «ghi-chu», cần các cột ${ALL}, mỗi cột một lần`,
    ]);
  });

  it('names a file that is not there', async () => {
    const reading = await readHistory(join(folder, 'khac.csv'), DEFINITION);
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).to.deep.equal([
      'khac.csv: tìm thấy đường dẫn không tồn tại, cần đường dẫn của một tệp hoặc thư mục có thật',
    ]);
  });
});
