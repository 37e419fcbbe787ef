/** What people get wrong who write their first bulletin. */
import type { BrokenCase } from './broken-case.ts';

const TEXT = 'tiny/text/mot-cua.hbs';
/** Puts a line below the text about the one-stop shops. */
const line = (rule: string, added: string, ...messages: readonly string[]): BrokenCase => ({
  rule,
  file: TEXT,
  change: ['{{submissions "F-BO"}}.', `{{submissions "F-BO"}}.\n\n${added}`],
  problems: messages.map((message) => `reports/tiny/text/mot-cua.hbs:3: ${message}`),
});
const annex = (rule: string, added: string, ...problems: readonly string[]): BrokenCase => ({
  rule,
  file: 'tiny/annexes.yaml',
  change: ['charts:\n', `  - ${added}\ncharts:\n`],
  problems: problems.map((problem) => `reports/tiny/annexes.yaml:19: ${problem}`),
});
const column = (rule: string, changed: string, problem: string): BrokenCase => ({
  rule,
  file: 'tiny/annexes.yaml',
  change: ['      - title: Hồ sơ\n', changed],
  problems: [`reports/tiny/annexes.yaml:${problem}`],
});

export const NEWCOMERS: readonly BrokenCase[] = [
  {
    rule: 'a required key that is misspelt is named once',
    file: 'tiny/indicators.yaml',
    change: ['tai-khoan:\n  label: Tài khoản\n  unit', 'tai-khoan:\n  label: Tài khoản\n  unitt'],
    problems: ['reports/tiny/indicators.yaml:28: không có khóa “unitt” ở đây; có lẽ cần viết “unit”.'],
  },
  {
    rule: 'a colon within a value',
    file: 'tiny/indicators.yaml',
    change: ['label: Tổng số hồ sơ', 'label: Tổng số: hồ sơ'],
    problems: [
      "reports/tiny/indicators.yaml:2: không đúng cú pháp YAML: giá trị “Tổng số: hồ sơ” có dấu hai chấm; vui lòng đặt trong dấu nháy: '…'.",
    ],
  },
  {
    rule: 'a colon without a space',
    file: 'tiny/indicators.yaml',
    change: ['toc-do:\n  label: Tốc độ\n', 'toc-do:\n  label:Tốc độ\n'],
    problems: [
      'reports/tiny/indicators.yaml:32: không đúng cú pháp YAML: sau dấu hai chấm của “label” phải có một dấu cách.',
    ],
  },
  {
    rule: 'a unit with a scale word',
    file: 'tiny/indicators.yaml',
    change: ['unit: tài khoản', 'unit: triệu tài khoản'],
    problems: [
      'reports/tiny/indicators.yaml:28: đơn vị là đơn vị gốc, không kèm “triệu”; vui lòng ghi unit: tài khoản và scale: triệu, số liệu nhập đủ các chữ số.',
    ],
  },
  {
    rule: 'a field of a misspelt indicator is the only fault that is named',
    file: 'tiny/forms.yaml',
    change: ['        - tong-ho-so\n', '        - tong-ho-soo\n'],
    problems: ['reports/tiny/forms.yaml:7: không có chỉ tiêu “tong-ho-soo”; có lẽ cần viết “tong-ho-so”.'],
  },
  {
    rule: 'a number per so many of what is no ratio',
    file: 'tiny/indicators.yaml',
    change: ['  nature: stock\n  rising: true', '  nature: stock\n  per: 100\n  rising: true'],
    problems: ['reports/tiny/indicators.yaml:30: per chỉ dùng cho chỉ tiêu tỷ lệ (ratio); vui lòng bỏ.'],
  },
  {
    rule: 'a percent per so many',
    file: 'tiny/indicators.yaml',
    change: ['  denominator: tong-ho-so', '  denominator: tong-ho-so\n  per: 1000'],
    problems: [
      'reports/tiny/indicators.yaml:26: tỷ lệ có đơn vị “%” đã tính trên 100; vui lòng bỏ per, hoặc ghi đơn vị khác, ví dụ “thuê bao/100 dân”.',
    ],
  },
  {
    rule: 'a block without a body that does not exist',
    file: 'tiny/report.yaml',
    change: ['    when: co-tthc', '    when: co-tthc\n    except: [bo-cong-ann]'],
    problems: ['reports/tiny/report.yaml:27: không có đơn vị “bo-cong-ann”; có lẽ cần viết “bo-cong-an”.'],
  },
  {
    rule: 'a block without a body that it does not have',
    file: 'tiny/report.yaml',
    change: ['    when: co-tthc', '    when: co-tthc\n    except: [ha-noi]'],
    problems: [
      'reports/tiny/report.yaml:27: “ha-noi” không thuộc khối “bo-co-tthc” nên không cần loại trừ; vui lòng bỏ khỏi except.',
    ],
  },
  line(
    'a helper between single braces',
    'Có {figure "tong-ho-so"} hồ sơ.',
    '“{figure "tong-ho-so"}” sẽ bị in nguyên văn; hàm viết trong hai dấu ngoặc nhọn: {{figure "…"}}.',
  ),
  line(
    'quotation marks of prose',
    'Có {{figure “tong-ho-so”}} hồ sơ.',
    '“tong-ho-so” trong hàm “figure” dùng dấu nháy cong; vui lòng thay bằng dấu nháy thẳng: "…".',
  ),
  line(
    'an if of another language',
    '{{#if "tong-ho-so"}}Có hồ sơ.{{/if}}',
    'không có hàm “if”; chọn câu theo số liệu bằng {{#ifAny}}, {{#ifAll}}, {{#ifOne}}, {{#ifComparable}}, {{#ifChange}} hoặc {{#ifReached}}.',
  ),
  line(
    'a loop of another language',
    '{{#each "su-kien"}}có{{/each}}',
    'không có hàm “each”; lặp theo các dòng của bảng bằng {{#rows}}.',
  ),
  line(
    'bold within a sentence',
    'Hồ sơ **tăng** mạnh.',
    'chữ đậm “**…**” chỉ đứng đầu đoạn hoặc đầu gạch đầu dòng; vui lòng bỏ dấu ** ở giữa câu.',
  ),
  line(
    'bold that does not end',
    '- **Về hồ sơ: tăng mạnh.',
    'chữ đậm mở bằng “**” nhưng chưa đóng; vui lòng thêm ** sau chữ cuối cùng in đậm.',
  ),
  line(
    'a part outside of its whole',
    '{{portion "tong-ho-so" of="tinh" in="ha-noi"}}',
    '“tinh” không nằm trong “ha-noi” nên không phải là một phần của tổng ấy; vui lòng sửa of hoặc in.',
  ),
  line(
    'a part of a whole that is not asked',
    '{{portion "tong-ho-so" of="bo-cong-an" in="bo"}}',
    'không biểu nào hỏi “tong-ho-so” ở “bo-cong-an”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    'không biểu nào hỏi “tong-ho-so” ở “bo”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
  ),
  line('a part without saying of whom', '{{portion "tong-ho-so"}}', 'hàm “portion” thiếu đối số “of”.'),
  line(
    'a part of a rate',
    '{{portion "ty-le" of="ha-noi"}}',
    'hàm “portion” không dùng cho chỉ tiêu ratio như “ty-le”; chỉ dùng cho: flow, stock, flag, status.',
  ),
  line(
    'a part of a place in a ranking',
    '{{portion "thu-hang" of="bo-cong-an"}}',
    '“thu-hang” là thứ hạng nên không dùng được hàm “portion”.',
  ),
  line(
    'values of two units compared',
    '{{compare "tai-khoan" with="tong-ho-so"}}',
    '“tai-khoan” có đơn vị “tài khoản” còn “tong-ho-so” có đơn vị “hồ sơ” nên không so sánh được với nhau; vui lòng chọn chỉ tiêu cùng đơn vị.',
  ),
  line(
    'a value compared with itself',
    '{{compare "ty-le" of="tinh" withOf="tinh"}}',
    'hàm “compare” đang so sánh “ty-le” với chính nó; vui lòng ghi with (chỉ tiêu kia), withOf (khối kia) hoặc goal=true (mục tiêu của năm).',
  ),
  line(
    'a value compared with a goal that is not set',
    '{{compare "ty-le" of="tinh" goal=true}}',
    'chỉ tiêu “ty-le” chưa khai báo targets nên không có mục tiêu để in hoặc so sánh.',
  ),
  line(
    'a value compared with its goal and with another block',
    '{{compare "tong-ho-so" of="ha-noi" withOf="tinh" goal=true}}',
    'hàm “compare” so sánh với mục tiêu nên không dùng đối số “withOf”; vui lòng bỏ goal hoặc withOf.',
  ),
  line(
    'the year of a goal without the goal',
    '{{compare "tong-ho-so" of="ha-noi" year=2024}}',
    'đối số “year” của hàm “compare” là năm của mục tiêu; vui lòng thêm goal=true hoặc bỏ year.',
  ),
  line(
    'a condition on a goal that is not set',
    '{{#ifReached "ty-le"}}đạt{{/ifReached}}',
    'chỉ tiêu “ty-le” chưa khai báo targets nên không có mục tiêu để in hoặc so sánh.',
  ),
  line(
    'a condition on a change that does not say which',
    '{{#ifChange "tong-ho-so" versus="previous"}}tăng{{/ifChange}}',
    'hàm “ifChange” thiếu đối số “is”.',
  ),
  line(
    'a condition on a month beside a quarter',
    '{{#ifChange "tong-ho-so" versus="2024-Q1" is="tăng"}}tăng{{/ifChange}}',
    'số trong kỳ của “tong-ho-so” không so sánh được với quý I năm 2024 vì độ dài khác kỳ báo cáo; vui lòng chọn kỳ cùng độ dài, hoặc ghi span="ytd" hay span="cumulative".',
  ),
  line(
    'a list of no names',
    '{{list "co-tthc" of="bo" limit=0}}',
    'đối số “limit” của hàm “list” phải từ 1 trở lên.',
  ),
  annex(
    'a comparison with a period that it does not show',
    '{id: PL4, kind: comparison, title: So sánh, versus: [year-start], rows: [{indicator: tong-ho-so}]}',
    'mục thứ 1 của “versus” phải là một trong: previous, year-ago; đang là “year-start”.',
  ),
  line(
    'a value compared with one of bodies that are not asked',
    '{{compare "ty-le" of="tinh" withOf="bo"}}',
    'không biểu nào hỏi “ty-le” ở “bo”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
  ),
  line(
    'points of what is no rate',
    '{{compare "tong-ho-so" of="ha-noi" as="points"}}',
    '“tong-ho-so” không phải tỷ lệ nên không thay đổi theo điểm phần trăm; vui lòng bỏ as="points".',
  ),
  line(
    'a month of a total that begins nowhere',
    '{{figure "tong-ho-so" span="cumulative" per="month"}}',
    'chỉ tiêu “tong-ho-so” chưa khai báo since nên không biết số lũy kế tính trong bao lâu; vui lòng khai báo, hoặc bỏ per.',
  ),
  line(
    'an annex that there is not',
    'Chi tiết tại {{annex "PL9"}}.',
    'không có phụ lục “PL9”; có lẽ cần viết “PL1”.',
  ),
  {
    ...line(
      'an annex that is not there in every period',
      'Chi tiết tại {{annex "PL1"}}.',
      'phụ lục “PL1” không có trong mọi kỳ mà mục “mot-cua” in; vui lòng giới hạn from, to, frequencies của mục như của phụ lục.',
    ),
    also: [
      {
        file: 'tiny/annexes.yaml',
        change: ['title: Tình hình nộp}', 'title: Tình hình nộp, from: 2024-10}'],
      },
    ],
  },
  line(
    'the period after in a comparison',
    '{{change "tong-ho-so" versus="next"}}',
    'đối số “versus” của hàm “change” phải là một trong: previous, year-ago, year-start, hoặc mã kỳ như 2023, 2023-H1, 2023-9M, 2023-Q2, 2023-06, trong dấu nháy; đang là “next”.',
  ),
  annex(
    'rows of a table that there is not',
    '{id: PL4, kind: rows, title: Sự kiện, table: su-kienn, columns: [{column: ngay}]}',
    'forms.yaml không có bảng “su-kienn”; có lẽ cần viết “su-kien”.',
  ),
  annex(
    'rows with columns, conditions and an order that the table does not have',
    '{id: PL4, kind: rows, title: Sự kiện, table: su-kien, columns: [{column: ngayy}, {column: body}], where: [{column: loai, is: khac}], order: -nguoi}',
    'bảng “su-kien” của biểu “F-TINH” không có cột “ngayy”; có lẽ cần viết “ngay”.',
    'bảng “su-kien” của biểu “F-TINH” không có cột “nguoi”; vui lòng khai báo hoặc sửa lại.',
    'giá trị “khac” không thể có ở cột “loai”; cần một trong: hoi-nghi, hop.',
  ),
  annex(
    'rows with a day in thousands',
    '{id: PL4, kind: rows, title: Sự kiện, table: su-kien, columns: [{column: ngay, scale: nghìn}]}',
    'cột “ngay” không phải cột số nên không có scale; vui lòng bỏ.',
  ),
  annex(
    'a row of a comparison with a rate in thousands',
    '{id: PL4, kind: comparison, title: So sánh, rows: [{indicator: ty-le, scale: nghìn}]}',
    '“ty-le” là tỷ lệ (ratio) nên không ghi theo nghìn; vui lòng bỏ scale.',
  ),
  column(
    'a column of rates in millions',
    '      - title: Hồ sơ khác\n        columns: [{indicator: ty-le, scale: triệu}]\n      - title: Hồ sơ\n',
    '9: “ty-le” là tỷ lệ (ratio) nên không ghi theo triệu; vui lòng bỏ scale.',
  ),
  column(
    'bodies in the order of what the table does not show',
    '      - title: Hồ sơ\n        sort: ho-so-giay\n',
    '9: bảng này không có cột “ho-so-giay”; vui lòng khai báo hoặc sửa lại.',
  ),
  column(
    'bodies in the order of classes',
    '      - title: Một cửa\n        sort: mot-cua\n        columns: [{indicator: mot-cua}]\n      - title: Hồ sơ\n',
    '9: “mot-cua” là trạng thái (status) nên không xếp thứ tự được; vui lòng chọn một cột số.',
  ),
  column(
    'the first so many of no order',
    '      - title: Hồ sơ\n        limit: 5\n',
    '9: limit chỉ dùng cùng sort; vui lòng ghi sort là mã chỉ tiêu dùng để xếp.',
  ),
];
