/** text/*.hbs: the language of the texts. */
import type { BrokenCase } from './broken-case.ts';

export const TEXTS: readonly BrokenCase[] = [
  {
    rule: 'a digit',
    file: 'tiny/text/ho-so.hbs',
    change: ['Không có hồ sơ.', 'Không có hồ sơ năm 2024.'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: “2024” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.',
    ],
  },
  {
    rule: 'a digit in a word',
    file: 'tiny/text/ho-so.hbs',
    change: ['mạng {{name "5G"}}', 'mạng 5G'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: “5G” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.',
    ],
  },
  {
    rule: 'a digit on the second line of a paragraph',
    file: 'tiny/text/ho-so.hbs',
    change: ['tỷ lệ trực tuyến', '100% trực tuyến'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: “100%” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.',
    ],
  },
  {
    rule: 'a digit in an option',
    file: 'tiny/text/su-kien.hbs',
    change: ['end=";..."', 'end="; và 5 dòng nữa"'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: đối số “end” của hàm “rows” có chữ số gõ thẳng; số liệu chỉ được in qua các hàm.',
    ],
  },
  {
    rule: 'braces that are not closed',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "ty-le" of="tinh"}}', '{{figure "ty-le" of="tinh"}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: không đúng cú pháp: vui lòng kiểm tra các dấu {{ và }}, dấu nháy, và mỗi {{#…}} có {{/…}} tương ứng.',
    ],
  },
  {
    rule: 'a block closed by another name',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{/rows}}', '{{/row}}'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: {{#rows}} được đóng bằng {{/row}}; vui lòng đóng bằng {{/rows}}.',
    ],
  },
  {
    rule: 'a block that is not closed',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{/rows}}', ''],
    problems: [
      'reports/tiny/text/su-kien.hbs:6: không đúng cú pháp: vui lòng kiểm tra các dấu {{ và }}, dấu nháy, và mỗi {{#…}} có {{/…}} tương ứng.',
    ],
  },
  {
    rule: 'three braces',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{since "ho-so-truc-tuyen"}}', '{{{since "ho-so-truc-tuyen"}}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: không dùng {{{…}}} hay {{&…}}; vui lòng viết {{…}}.'],
  },
  {
    rule: 'an ampersand',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{since "ho-so-truc-tuyen"}}', '{{&since "ho-so-truc-tuyen"}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: không dùng {{{…}}} hay {{&…}}; vui lòng viết {{…}}.'],
  },
  {
    rule: 'a partial',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{> khac}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: không dùng được {{> …}} hay {{* …}} trong văn bản; vui lòng viết thẳng nội dung.',
    ],
  },
  {
    rule: 'a path without a helper',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{this.window}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: không có hàm “this.window”; số liệu, tên, ngày chỉ được in qua các hàm như {{figure}}, {{name}}, {{date}}.',
    ],
  },
  {
    rule: 'an unknown helper',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{windw "ky"}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: không có hàm “windw”; có lẽ cần viết “window”.'],
  },
  {
    rule: 'a helper of Handlebars itself',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#if "tong-ho-so"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: {{#if}} được đóng bằng {{/ifAny}}; vui lòng đóng bằng {{/if}}.',
    ],
  },
  {
    rule: 'a block helper without its block',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{body "BCA-1"}}', '{{rows "su-kien"}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: hàm “rows” bao một đoạn: viết {{#rows …}}…{{/rows}}.'],
  },
  {
    rule: 'a helper with a block that it does not have',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{body "BCA-1"}}', '{{#body "BCA-1"}}x{{/body}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: hàm “body” không bao đoạn nào: viết {{body …}}.'],
  },
  {
    rule: 'an inverted block',
    file: 'tiny/text/ho-so.hbs',
    change: [
      '{{#ifAny "tong-ho-so" span="ytd"}}Có hồ sơ trước ngày {{date "2024-12-31"}}.{{else}}Không có hồ sơ.{{/ifAny}}',
      '{{^ifAny "tong-ho-so"}}Không có hồ sơ.{{/ifAny}}',
    ],
    problems: ['reports/tiny/text/ho-so.hbs:5: không dùng {{^…}}; vui lòng viết {{#…}}{{else}}…{{/…}}.'],
  },
  {
    rule: 'block parameters',
    file: 'tiny/text/su-kien.hbs',
    change: ['end=";..."}}', 'end=";..." as |r|}}'],
    problems: ['reports/tiny/text/su-kien.hbs:3: không dùng “as |…|” trong văn bản; vui lòng bỏ.'],
  },
  {
    rule: 'a period that is none',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{periodName at="previous"}}', '{{periodName at="2019-13"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: đối số “at” của hàm “periodName” phải là một trong: previous, year-ago, year-start, next, hoặc mã kỳ như 2023, 2023-H1, 2023-9M, 2023-Q2, 2023-06, trong dấu nháy; đang là “2019-13”.',
    ],
  },
  {
    rule: 'a condition on a comparison with no period',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{#ifComparable "mot-cua" of="tinh"}}x{{/ifComparable}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: hàm “ifComparable” thiếu đối số “versus”.',
      'reports/tiny/text/mot-cua.hbs:1: “mot-cua” là chỉ tiêu trạng thái; vui lòng ghi status là một trong: hoan-thanh, dang-lam.',
    ],
  },
  {
    rule: 'those that answered no to a number',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#ifAny "tong-ho-so" answer="no"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: “tong-ho-so” không phải chỉ tiêu có/chưa hay trạng thái nên không dùng answer="no"; vui lòng bỏ.',
    ],
  },
  {
    rule: 'those that answered no in an earlier period',
    file: 'tiny/text/mot-cua.hbs',
    change: ['of="bo-co-tthc"}}', 'of="bo-co-tthc" answer="no" at="previous"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: hàm “count” không đếm được đơn vị trả lời chưa của kỳ trước; vui lòng bỏ at hoặc answer="no".',
    ],
  },
  {
    rule: 'those that answered no in a table',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#ifAny "van-ban" answer="no"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: “van-ban” là bảng nên hàm “ifAny” không dùng đối số “answer”.',
    ],
  },
  {
    rule: 'a share of a number',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{share "tai-khoan"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: hàm “share” không dùng cho chỉ tiêu stock như “tai-khoan”; chỉ dùng cho: flag, status.',
    ],
  },
  {
    rule: 'submissions of an unknown form',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{submissions "F-TIN"}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: không có biểu “F-TIN”; có lẽ cần viết “F-TINH”.'],
  },
  {
    rule: 'submissions in a state that there is none of',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{submitters "F-TINH" state="overdue"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: đối số “state” của hàm “submitters” phải là một trong: accepted, on-time, late, missing, waived; đang là “overdue”.',
    ],
  },
  {
    rule: 'submissions of a form that is not yet owed',
    file: 'tiny/forms.yaml',
    change: ['F-BO:\n  title: Biểu của bộ\n', 'F-BO:\n  title: Biểu của bộ\n  from: 2024-07\n'],
    problems: [
      'reports/tiny/indicators.yaml:37: “co-tthc” có hiệu lực mọi kỳ nhưng chỉ có số liệu từ 2024-07, theo các chỉ tiêu hoặc biểu mà nó lấy số; vui lòng ghi from, to cho khớp.',
      'reports/tiny/text/mot-cua.hbs:1: biểu “F-BO” chỉ được nộp từ 2024-07 nhưng mục “mot-cua” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ biểu này.',
      'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “co-tthc” chỉ có số liệu từ 2024-07 nhưng mục “mot-cua” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
    ],
  },
  {
    rule: 'a condition on an unknown column',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{cell "noi-dung"}}', '{{#ifCell "noi-dungg"}}x{{/ifCell}}'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: bảng “su-kien” của biểu “F-TINH” không có cột “noi-dungg”; có lẽ cần viết “noi-dung”.',
    ],
  },
  {
    rule: 'a condition on a column outside of rows',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{#ifCell "so"}}x{{/ifCell}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: hàm “ifCell” chỉ dùng được bên trong {{#rows}}…{{/rows}}.'],
  },
  {
    rule: 'growth that cannot be below zero',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoan" as="change"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: “tai-khoan” không nhận số âm nên không phải là mức tăng, giảm; vui lòng bỏ as="change", hoặc ghi signed: true cho chỉ tiêu.',
    ],
  },
  {
    rule: 'a year without quotes',
    file: 'tiny/text/ho-so.hbs',
    change: ['versus="previous"', 'versus=2019'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: đối số “versus” của hàm “change” phải là một trong: previous, year-ago, year-start, hoặc mã kỳ như 2023, 2023-H1, 2023-9M, 2023-Q2, 2023-06, trong dấu nháy; đang là “2019”.',
    ],
  },
  {
    rule: 'an argument without quotes',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure tai-khoan}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: “tai-khoan” trong hàm “figure” phải là chữ trong dấu nháy, số, true hoặc false; không dùng biến hay hàm lồng nhau.',
    ],
  },
  {
    rule: 'a helper within a helper',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure (name "tai-khoan")}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: đối số này trong hàm “figure” phải là chữ trong dấu nháy, số, true hoặc false; không dùng biến hay hàm lồng nhau.',
    ],
  },
  {
    rule: 'an option twice',
    file: 'tiny/text/ho-so.hbs',
    change: ['decimals=1}} hồ sơ', 'decimals=1 decimals=2}} hồ sơ'],
    problems: ['reports/tiny/text/ho-so.hbs:1: đối số “decimals” của hàm “figure” bị ghi hai lần.'],
  },
  {
    rule: 'an argument that is missing',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: hàm “figure” thiếu đối số “indicator” đứng ngay sau tên hàm.'],
  },
  {
    rule: 'an option that is missing',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{change "tong-ho-so" versus="previous" decimals=1}}', '{{change "tong-ho-so"}}'],
    problems: ['reports/tiny/text/ho-so.hbs:2: hàm “change” thiếu đối số “versus”.'],
  },
  {
    rule: 'an argument too many',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoan" "tinh"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: hàm “figure” thừa đối số; đối số tùy chọn viết dạng tên=giá trị.',
    ],
  },
  {
    rule: 'an unknown option',
    file: 'tiny/text/ho-so.hbs',
    change: ['scale="triệu"', 'scales="triệu"'],
    problems: [
      'reports/tiny/text/ho-so.hbs:1: hàm “figure” không có đối số “scales”; có lẽ cần viết “scale”.',
    ],
  },
  {
    rule: 'an option of a helper that has none',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{since "ho-so-truc-tuyen"}}', '{{since "ho-so-truc-tuyen" of="tinh"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: hàm “since” không có đối số “of”; hàm này không có đối số tùy chọn.',
    ],
  },
  {
    rule: 'a value that is none of the choices',
    file: 'tiny/text/ho-so.hbs',
    change: ['scale="triệu"', 'scale="trieu"'],
    problems: [
      'reports/tiny/text/ho-so.hbs:1: đối số “scale” của hàm “figure” phải là một trong: none, nghìn, triệu, tỷ, nghìn tỷ, triệu tỷ; có lẽ cần viết “triệu”; đang là “trieu”.',
    ],
  },
  {
    rule: 'a number in quotes',
    file: 'tiny/text/ho-so.hbs',
    change: ['decimals=1}} hồ sơ', 'decimals="1"}} hồ sơ'],
    problems: [
      'reports/tiny/text/ho-so.hbs:1: đối số “decimals” của hàm “figure” phải là số nguyên không âm, không có dấu nháy; đang là “1”.',
    ],
  },
  {
    rule: 'a day that does not exist',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{date "2024-12-31"}}', '{{date "2024-11-31"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: đối số “day” của hàm “date” phải là ngày dạng YYYY-MM-DD, tháng dạng YYYY-MM hoặc năm dạng YYYY, trong dấu nháy; đang là “2024-11-31”.',
    ],
  },
  {
    rule: 'a text that is empty',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{name "5G"}}', '{{name ""}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: đối số “text” của hàm “name” đang để trống.'],
  },
  {
    rule: 'an unknown indicator',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoann"}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: không có chỉ tiêu “tai-khoann”; có lẽ cần viết “tai-khoan”.'],
  },
  {
    rule: 'an indicator of the wrong nature',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{count "co-tthc" of="bo-co-tthc"}}', '{{count "tong-ho-so"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: hàm “count” không dùng cho chỉ tiêu flow như “tong-ho-so”; chỉ dùng cho: flag, status.',
    ],
  },
  {
    rule: 'a text as a figure',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "kho-khan"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: hàm “figure” không dùng cho chỉ tiêu text như “kho-khan”; lời của đơn vị in bằng {{narrative}}.',
    ],
  },
  {
    rule: 'an unknown block',
    file: 'tiny/text/ho-so.hbs',
    change: ['of="tinh"', 'of="tnih"'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: không có khối, danh sách hoặc đơn vị “tnih”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a block that is not asked',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "ty-le" of="tinh"}}', '{{figure "ty-le" of="bo"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: không biểu nào hỏi “ty-le” ở “bo”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    ],
  },
  {
    rule: 'an unknown table',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{documents "van-ban"', '{{documents "van-bann"'],
    problems: ['reports/tiny/text/su-kien.hbs:5: không có bảng “van-bann”; có lẽ cần viết “van-ban”.'],
  },
  {
    rule: 'an unknown column',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{cell "noi-dung"}}', '{{cell "noi-dug"}}'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: bảng “su-kien” của biểu “F-TINH” không có cột “noi-dug”; có lẽ cần viết “noi-dung”.',
    ],
  },
  {
    rule: 'a column outside rows',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{cell "ngay"}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: hàm “cell” chỉ dùng được bên trong {{#rows}}…{{/rows}}.'],
  },
  {
    rule: 'a scale for a column that is no number',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{cell "noi-dung"}}', '{{cell "noi-dung" scale="triệu"}}'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: đối số “scale” chỉ dùng cho cột số; “noi-dung” không phải cột số.',
    ],
  },
  {
    rule: 'an unknown window',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{window "ky"}}', '{{window "kyy"}}'],
    problems: ['reports/tiny/text/mot-cua.hbs:1: không có khoảng thời gian “kyy”; có lẽ cần viết “ky”.'],
  },
  {
    rule: 'an unknown body',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{body "BCA-1"}}', '{{body "BCA-2"}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: không có đơn vị hoặc biểu “BCA-2”; có lẽ cần viết “BCA-1”.'],
  },
  {
    rule: 'the body of a form of a roster',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{body "BCA-1"}}', '{{body "F-TINH"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: biểu “F-TINH” do cả danh sách “tinh” nộp; {{body}} cần biểu của một đơn vị hoặc mã đơn vị.',
    ],
  },
  {
    rule: 'the body of a form that ended',
    file: 'tiny/forms.yaml',
    change: ['  body: bo-cong-an\n', '  body: bo-cong-an\n  to: 2025-02\n'],
    problems: [
      'reports/tiny/indicators.yaml:26: “tai-khoan” có hiệu lực mọi kỳ nhưng chỉ có số liệu đến 2025-02, theo các chỉ tiêu hoặc biểu mà nó lấy số; vui lòng ghi from, to cho khớp.',
      'reports/tiny/indicators.yaml:63: “thu-hang” có hiệu lực mọi kỳ nhưng chỉ có số liệu đến 2025-02, theo các chỉ tiêu hoặc biểu mà nó lấy số; vui lòng ghi from, to cho khớp.',
      'reports/tiny/text/ho-so.hbs:3: biểu “BCA-1” chỉ được nộp đến 2025-02 nhưng mục “ho-so” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ biểu này.',
      'reports/tiny/text/ho-so.hbs:3: chỉ tiêu “tai-khoan” chỉ có số liệu đến 2025-02 nhưng mục “ho-so” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
    ],
  },
  {
    rule: 'an unknown class',
    file: 'tiny/text/mot-cua.hbs',
    change: ['status="hoan-thanh"', 'status="xong"'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “mot-cua” không có mức “xong”; các mức: hoan-thanh, dang-lam.',
    ],
  },
  {
    rule: 'a status without class',
    file: 'tiny/text/mot-cua.hbs',
    change: [' status="hoan-thanh"', ''],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: “mot-cua” là chỉ tiêu trạng thái; vui lòng ghi status là một trong: hoan-thanh, dang-lam.',
    ],
  },
  {
    rule: 'a class of what is no status',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{count "co-tthc" of="bo-co-tthc"}}', '{{count "co-tthc" status="hoan-thanh"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: “co-tthc” không phải chỉ tiêu trạng thái nên không có status; vui lòng bỏ.',
    ],
  },
  {
    rule: 'a span of a stock',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoan" span="ytd"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: “tai-khoan” là số thời điểm (stock), không cộng dồn theo thời gian nên không có span ytd; vui lòng bỏ.',
    ],
  },
  {
    rule: 'points of a count',
    file: 'tiny/text/ho-so.hbs',
    change: ['versus="previous" decimals=1', 'versus="previous" as="points"'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: “tong-ho-so” không phải tỷ lệ nên không thay đổi theo điểm phần trăm; vui lòng bỏ as="points".',
    ],
  },
  {
    rule: 'a percent of a place',
    file: 'tiny/text/ho-so.hbs',
    change: [
      '{{change "tong-ho-so" versus="previous" decimals=1}}',
      '{{change "thu-hang" versus="previous" as="percent"}}',
    ],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: “thu-hang” là thứ hạng nên chỉ thay đổi theo bậc; vui lòng bỏ as="percent".',
    ],
  },
  {
    rule: 'the highest of what is no number',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{top "dat-ty-le" of="tinh"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: hàm “top” không dùng cho chỉ tiêu flag như “dat-ty-le”; chỉ dùng cho: flow, stock, ratio.',
    ],
  },
  {
    rule: 'the average per day of what does not add up',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoan" per="day"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: “tai-khoan” là số thời điểm (stock), không cộng dồn theo thời gian nên không có bình quân ngày, tháng; vui lòng bỏ per.',
    ],
  },
  {
    rule: 'a month compared with a quarter',
    file: 'tiny/text/ho-so.hbs',
    change: ['versus="previous"', 'versus="2024-Q1"'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: số trong kỳ của “tong-ho-so” không so sánh được với quý I năm 2024 vì độ dài khác kỳ báo cáo; vui lòng chọn kỳ cùng độ dài, hoặc ghi span="ytd" hay span="cumulative".',
    ],
  },
  {
    rule: 'a percentage rounded to a place',
    file: 'tiny/text/ho-so.hbs',
    change: ['versus="previous"', 'versus="2024-01" place=1000'],
    problems: [
      'reports/tiny/text/ho-so.hbs:2: đối số “place” của hàm “change” chỉ dùng cho mức tăng, giảm tuyệt đối; vui lòng thêm as="amount" hoặc bỏ place.',
    ],
  },
  {
    rule: 'a place of zero',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{figure "tai-khoan" place=0}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: đối số “place” của hàm “figure” phải từ 1 trở lên.'],
  },
  {
    rule: 'the highest none',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{top "ty-le" of="tinh" limit=0}}'],
    problems: ['reports/tiny/text/ho-so.hbs:3: đối số “limit” của hàm “top” phải từ 1 trở lên.'],
  },
  {
    rule: 'N/M without a whole',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{figure "tai-khoan"}}', '{{outOf "tai-khoan"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: chỉ tiêu “tai-khoan” chưa khai báo outOf nên không in được dạng N/M.',
    ],
  },
  {
    rule: 'a goal that is not set',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{target "tong-ho-so"}}', '{{target "ho-so-truc-tuyen"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “ho-so-truc-tuyen” chưa khai báo targets nên không có mục tiêu để in hoặc so sánh.',
    ],
  },
  {
    rule: 'a beginning that is not set',
    file: 'tiny/text/mot-cua.hbs',
    change: ['{{since "ho-so-truc-tuyen"}}', '{{since "tong-ho-so"}}'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “tong-ho-so” chưa khai báo since nên không có ngày bắt đầu để in.',
    ],
  },
  {
    rule: 'an order by date without documents',
    file: 'tiny/text/mot-cua.hbs',
    change: [
      '{{count "mot-cua" status="hoan-thanh" of="tinh"}}',
      '{{list "mot-cua" status="hoan-thanh" order="date"}}',
    ],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: không xếp được theo ngày vì biểu không hỏi văn bản của “mot-cua”; vui lòng thêm evidence: true ở trường này.',
    ],
  },
  {
    rule: 'a filter that is none',
    file: 'tiny/text/su-kien.hbs',
    change: ['where="loai=nghi-dinh"', 'where="loai nghi-dinh"'],
    problems: [
      'reports/tiny/text/su-kien.hbs:5: đối số “where” của hàm “documents” phải là các điều kiện cách nhau bằng dấu phẩy, ví dụ “loai=nghi-dinh, nguoi-dung>1000”; đang là “loai nghi-dinh”.',
    ],
  },
  {
    rule: 'a filter by an unknown column',
    file: 'tiny/text/su-kien.hbs',
    change: ['where="loai=nghi-dinh"', 'where="loaii=nghi-dinh"'],
    problems: [
      'reports/tiny/text/su-kien.hbs:5: bảng “van-ban” của biểu “F-BO” không có cột “loaii”; có lẽ cần viết “loai”.',
    ],
  },
  {
    rule: 'a filter by a value that the column cannot have',
    file: 'tiny/text/su-kien.hbs',
    change: ['loai=hoi-nghi, nguoi-du>10', 'loai=hop-bao, nguoi-du>10'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: giá trị “hop-bao” không thể có ở cột “loai”; cần một trong: hoi-nghi, hop.',
    ],
  },
  {
    rule: 'an order by an unknown column',
    file: 'tiny/text/su-kien.hbs',
    change: ['order="-nguoi-du"', 'order="-nguoi"'],
    problems: [
      'reports/tiny/text/su-kien.hbs:3: bảng “su-kien” của biểu “F-TINH” không có cột “nguoi”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'documents counted by an unknown indicator',
    file: 'tiny/text/su-kien.hbs',
    change: ['count="so-su-kien"', 'count="so-van-ban"'],
    problems: [
      'reports/tiny/text/su-kien.hbs:5: không có chỉ tiêu “so-van-ban”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'documents of a table without their columns',
    file: 'tiny/text/su-kien.hbs',
    change: ['{{documents "van-ban" where="loai=nghi-dinh" count="so-su-kien"}}', '{{documents "su-kien"}}'],
    problems: [
      'reports/tiny/text/su-kien.hbs:5: hàm “documents” cần cột “so”: bảng “su-kien” của biểu “F-TINH” không có cột “so”; vui lòng khai báo hoặc sửa lại.',
      'reports/tiny/text/su-kien.hbs:5: hàm “documents” cần cột “trich-yeu”: bảng “su-kien” của biểu “F-TINH” không có cột “trich-yeu”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a question about neither indicator nor table',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#ifAny "tong-hoso-x"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: không có chỉ tiêu hoặc bảng “tong-hoso-x”; có lẽ cần viết “tong-ho-so”.',
    ],
  },
  {
    rule: 'a span of a table',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#ifAny "van-ban" span="ytd"}}'],
    problems: ['reports/tiny/text/ho-so.hbs:5: “van-ban” là bảng nên hàm “ifAny” không dùng đối số “span”.'],
  },
  {
    rule: 'a filter of an indicator',
    file: 'tiny/text/ho-so.hbs',
    change: ['{{#ifAny "tong-ho-so" span="ytd"}}', '{{#ifAny "tong-ho-so" where="loai=hop"}}'],
    problems: [
      'reports/tiny/text/ho-so.hbs:5: “tong-ho-so” là chỉ tiêu nên hàm “ifAny” không dùng đối số “where”.',
    ],
  },
  {
    rule: 'an indicator that is not yet valid',
    file: 'tiny/report.yaml',
    change: ['        from: 2024-07\n', ''],
    problems: [
      'reports/tiny/text/su-kien.hbs:2: chỉ tiêu “so-su-kien” chỉ có số liệu từ 2024-07 nhưng mục “su-kien” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
      'reports/tiny/text/su-kien.hbs:5: chỉ tiêu “so-su-kien” chỉ có số liệu từ 2024-07 nhưng mục “su-kien” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
    ],
  },
  {
    rule: 'an indicator that is no longer valid',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', '  rising: true\n  to: 2024-12'],
    problems: [
      'reports/tiny/text/ho-so.hbs:3: chỉ tiêu “tai-khoan” chỉ có số liệu đến 2024-12 nhưng mục “ho-so” in mọi kỳ; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
    ],
  },
  {
    rule: 'an indicator that is not valid in the period of an override',
    file: 'tiny/report.yaml',
    change: [
      '    heading: Hồ sơ trực tuyến',
      '    text: text/su-kien.hbs\n  - {period: 2024-06, block: ho-so, text: text/su-kien.hbs}',
    ],
    problems: [
      'reports/tiny/text/su-kien.hbs:2: chỉ tiêu “so-su-kien” chỉ có số liệu từ 2024-07 nhưng mục “ho-so” của kỳ 2024-06 in từ 2024-06 đến 2024-06; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
      'reports/tiny/text/su-kien.hbs:5: chỉ tiêu “so-su-kien” chỉ có số liệu từ 2024-07 nhưng mục “ho-so” của kỳ 2024-06 in từ 2024-06 đến 2024-06; vui lòng giới hạn from, to của mục hoặc bỏ chỉ tiêu này.',
    ],
  },
];
