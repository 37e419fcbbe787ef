/** checks.yaml and annexes.yaml: declared checks, annexes, charts. */
import type { BrokenCase } from './broken-case.ts';

export const CHECKS_AND_ANNEXES: readonly BrokenCase[] = [
  {
    rule: 'a check twice',
    file: 'tiny/checks.yaml',
    change: ['id: khong-qua', 'id: tron'],
    problems: ['reports/tiny/checks.yaml:2: kiểm tra “tron” bị ghi hai lần; vui lòng đặt id khác.'],
  },
  {
    rule: 'a check of an unknown indicator',
    file: 'tiny/checks.yaml',
    change: ['part: ho-so-truc-tuyen', 'part: ho-so-truc-tuyenn'],
    problems: [
      'reports/tiny/checks.yaml:2: không có chỉ tiêu “ho-so-truc-tuyenn”; có lẽ cần viết “ho-so-truc-tuyen”.',
    ],
  },
  {
    rule: 'parts across units',
    file: 'tiny/checks.yaml',
    change: ['parts: [ho-so-truc-tuyen, ho-so-giay]', 'parts: [ho-so-truc-tuyen, so-su-kien]'],
    problems: [
      'reports/tiny/checks.yaml:1: “so-su-kien” có đơn vị “sự kiện” còn “tong-ho-so” có đơn vị “hồ sơ”; không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'parts of a status',
    file: 'tiny/checks.yaml',
    change: ['parts: [ho-so-truc-tuyen, ho-so-giay]', 'parts: [ho-so-truc-tuyen, mot-cua]'],
    problems: [
      'reports/tiny/checks.yaml:1: “mot-cua” là chỉ tiêu trạng thái (status); ở đây cần flow hoặc stock.',
    ],
  },
  {
    rule: 'a flow at most a stock',
    file: 'tiny/checks.yaml',
    change: ['part: ho-so-truc-tuyen', 'part: tai-khoan'],
    problems: [
      'reports/tiny/checks.yaml:2: “tai-khoan” là số thời điểm (stock) còn “tong-ho-so” là số phát sinh (flow); không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'a measure at most a count',
    file: 'tiny/checks.yaml',
    change: ['part: ho-so-truc-tuyen, whole: tong-ho-so', 'part: toc-do, whole: tai-khoan'],
    problems: [
      'reports/tiny/checks.yaml:2: “toc-do” có đơn vị “Mbps” còn “tai-khoan” có đơn vị “tài khoản”; không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'a ladder of a number',
    file: 'tiny/checks.yaml',
    change: ['indicator: mot-cua, of', 'indicator: tong-ho-so, of'],
    problems: [
      'reports/tiny/checks.yaml:3: kiểm tra ladder cần chỉ tiêu trạng thái (status); “tong-ho-so” là số phát sinh (flow).',
    ],
  },
  {
    rule: 'a ladder over an unknown block',
    file: 'tiny/checks.yaml',
    change: ['of: tinh}', 'of: tnih}'],
    problems: [
      'reports/tiny/checks.yaml:3: không có khối, danh sách hoặc đơn vị “tnih”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a band of a flag',
    file: 'tiny/checks.yaml',
    change: ['denominator: ho-so-truc-tuyen', 'denominator: co-tthc'],
    problems: [
      'reports/tiny/checks.yaml:4: “co-tthc” là chỉ tiêu có/chưa (flag); ở đây cần flow hoặc stock.',
    ],
  },
  {
    rule: 'a band of a flow and a stock',
    file: 'tiny/checks.yaml',
    change: ['denominator: ho-so-truc-tuyen', 'denominator: tai-khoan'],
    problems: [
      'reports/tiny/checks.yaml:4: “tai-khoan” là số thời điểm (stock) còn “tong-ho-so” là số phát sinh (flow); không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'a band upside down',
    file: 'tiny/checks.yaml',
    change: ["low: '1', high: '50'", "low: '50', high: '1'"],
    problems: ['reports/tiny/checks.yaml:4: low phải nhỏ hơn high.'],
  },
  {
    rule: 'nested spans of a stock',
    file: 'tiny/checks.yaml',
    change: ['kind: ladder, indicator: mot-cua, of: tinh', 'kind: nested, indicators: [tai-khoan]'],
    problems: [
      'reports/tiny/checks.yaml:3: kiểm tra nested so số của kỳ, từ đầu năm và lũy kế nên cần số phát sinh (flow); “tai-khoan” là số thời điểm (stock).',
    ],
  },
  {
    rule: 'a steady base of a stock',
    file: 'tiny/checks.yaml',
    change: ['kind: ladder, indicator: mot-cua, of: tinh', 'kind: steady-base, indicators: [tai-khoan]'],
    problems: [
      'reports/tiny/checks.yaml:3: kiểm tra steady-base so số của kỳ, từ đầu năm và lũy kế nên cần số phát sinh (flow); “tai-khoan” là số thời điểm (stock).',
    ],
  },
  {
    rule: 'the same across units',
    file: 'tiny/checks.yaml',
    change: ['kind: ladder, indicator: mot-cua, of: tinh', 'kind: same, indicators: [tai-khoan, toc-do]'],
    problems: [
      'reports/tiny/checks.yaml:3: “toc-do” có đơn vị “Mbps” còn “tai-khoan” có đơn vị “tài khoản”; không so sánh được với nhau.',
    ],
  },
  {
    rule: 'the same of a text',
    file: 'tiny/checks.yaml',
    change: ['kind: ladder, indicator: mot-cua, of: tinh', 'kind: same, indicators: [kho-khan, kho-khan]'],
    problems: ['reports/tiny/checks.yaml:3: kiểm tra same cần số liệu; “kho-khan” là chữ (text).'],
  },
  {
    rule: 'the length of a list against a ratio',
    file: 'tiny/checks.yaml',
    change: ['count: so-su-kien', 'count: ty-le'],
    problems: [
      'reports/tiny/checks.yaml:7: kiểm tra list-length cần một số đếm (flow, stock hoặc flag); “ty-le” là tỷ lệ (ratio).',
    ],
  },
  {
    rule: 'the length of an unknown table',
    file: 'tiny/checks.yaml',
    change: [
      "rows: {table: su-kien, where: [{column: nguoi-du, above: '10'}]}",
      'rows: {table: su-kienn, where: []}',
    ],
    problems: ['reports/tiny/checks.yaml:8: không có bảng “su-kienn”; có lẽ cần viết “su-kien”.'],
  },
  {
    rule: 'the length of a list by an unknown column',
    file: 'tiny/checks.yaml',
    change: ['column: nguoi-du', 'column: nguoi-duu'],
    problems: [
      'reports/tiny/checks.yaml:8: bảng “su-kien” của biểu “F-TINH” không có cột “nguoi-duu”; có lẽ cần viết “nguoi-du”.',
    ],
  },
  {
    rule: 'an annex twice',
    file: 'tiny/annexes.yaml',
    change: ['id: PL2', 'id: PL1'],
    problems: ['reports/tiny/annexes.yaml:3: phụ lục hoặc bảng “PL1” bị ghi hai lần; vui lòng đặt id khác.'],
  },
  {
    rule: 'a table under the id of an annex',
    file: 'tiny/annexes.yaml',
    change: [
      'charts:\n',
      'tables:\n  - {id: PL3, kind: comparison, title: Hồ sơ, rows: [{indicator: ho-so-giay}]}\ncharts:\n',
    ],
    problems: [
      'reports/tiny/annexes.yaml:20: không mục nào trong đề cương vẽ bảng “PL3”; vui lòng ghi table: PL3 ở một mục của outline trong report.yaml hoặc xóa bảng.',
      'reports/tiny/annexes.yaml:20: phụ lục hoặc bảng “PL3” bị ghi hai lần; vui lòng đặt id khác.',
    ],
  },
  {
    rule: 'a table that no part of the outline draws',
    file: 'tiny/annexes.yaml',
    change: [
      'charts:\n',
      'tables:\n  - {id: bang, kind: comparison, title: Hồ sơ, rows: [{indicator: ho-so-giay}]}\ncharts:\n',
    ],
    problems: [
      'reports/tiny/annexes.yaml:20: không mục nào trong đề cương vẽ bảng “bang”; vui lòng ghi table: bang ở một mục của outline trong report.yaml hoặc xóa bảng.',
    ],
  },
  {
    rule: 'an unknown table in the outline',
    file: 'tiny/report.yaml',
    change: ['    heading: Hồ sơ trực tuyến', '    table: bang-ho-xo'],
    problems: [
      'reports/tiny/report.yaml:45: mục tables của annexes.yaml không có bảng “bang-ho-xo”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a table of the body with an unknown indicator',
    file: 'tiny/annexes.yaml',
    change: [
      'charts:\n',
      'tables:\n  - {id: bang, kind: comparison, title: Hồ sơ, rows: [{indicator: ho-so-giai}]}\ncharts:\n',
    ],
    problems: [
      'reports/tiny/annexes.yaml:20: không có chỉ tiêu “ho-so-giai”; có lẽ cần viết “ho-so-giay”.',
      'reports/tiny/annexes.yaml:20: không mục nào trong đề cương vẽ bảng “bang”; vui lòng ghi table: bang ở một mục của outline trong report.yaml hoặc xóa bảng.',
    ],
  },
  {
    rule: 'a table of the body that is no table of bodies or comparisons',
    file: 'tiny/annexes.yaml',
    change: ['charts:\n', 'tables:\n  - {id: bang, kind: notes, title: Hồ sơ}\ncharts:\n'],
    problems: [
      'reports/tiny/annexes.yaml:20: “kind” phải là một trong: bodies, comparison, rows; đang là “notes”.',
    ],
  },
  {
    rule: 'a table of the body that ends before it begins',
    file: 'tiny/annexes.yaml',
    change: [
      'charts:\n',
      'tables:\n  - {id: bang, kind: comparison, title: Hồ sơ, rows: [{indicator: ho-so-giay}], from: 2024-09, to: 2024-08}\ncharts:\n',
    ],
    problems: [
      'reports/tiny/annexes.yaml:20: bảng có from sau to; vui lòng sửa lại.',
      'reports/tiny/annexes.yaml:20: không mục nào trong đề cương vẽ bảng “bang”; vui lòng ghi table: bang ở một mục của outline trong report.yaml hoặc xóa bảng.',
    ],
  },
  {
    rule: 'a chart twice',
    file: 'tiny/annexes.yaml',
    change: ['id: don-vi, kind', 'id: xu-the, kind'],
    problems: [
      'reports/tiny/annexes.yaml:12: không có biểu đồ “don-vi”; vui lòng khai báo hoặc sửa lại.',
      'reports/tiny/annexes.yaml:21: biểu đồ “xu-the” bị ghi hai lần; vui lòng đặt id khác.',
    ],
  },
  {
    rule: 'an annex over an unknown block',
    file: 'tiny/annexes.yaml',
    change: ['    of: tinh\n', '    of: tnih\n'],
    problems: [
      'reports/tiny/annexes.yaml:6: không có khối, danh sách hoặc đơn vị “tnih”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'an annex with an unknown chart',
    file: 'tiny/annexes.yaml',
    change: ['    chart: don-vi', '    chart: don-vii'],
    problems: ['reports/tiny/annexes.yaml:12: không có biểu đồ “don-vii”; có lẽ cần viết “don-vi”.'],
  },
  {
    rule: 'a column of an unknown indicator',
    file: 'tiny/annexes.yaml',
    change: ['{indicator: ty-le, heading: Tỷ lệ}', '{indicator: ty-lee, heading: Tỷ lệ}'],
    problems: ['reports/tiny/annexes.yaml:11: không có chỉ tiêu “ty-lee”; có lẽ cần viết “ty-le”.'],
  },
  {
    rule: 'a column that the block is not asked',
    file: 'tiny/annexes.yaml',
    change: ['{indicator: ty-le, heading: Tỷ lệ}', '{indicator: tai-khoan, heading: Tỷ lệ}'],
    problems: [
      'reports/tiny/annexes.yaml:11: không biểu nào hỏi “tai-khoan” ở “tinh”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    ],
  },
  {
    rule: 'a comparison of an unknown indicator',
    file: 'tiny/annexes.yaml',
    change: ['{indicator: tong-ho-so, span: ytd}', '{indicator: tong-hoso-x, span: ytd}'],
    problems: ['reports/tiny/annexes.yaml:17: không có chỉ tiêu “tong-hoso-x”; có lẽ cần viết “tong-ho-so”.'],
  },
  {
    rule: 'a comparison of an unknown class',
    file: 'tiny/annexes.yaml',
    change: ['status: hoan-thanh', 'status: hoan-than'],
    problems: [
      'reports/tiny/annexes.yaml:18: chỉ tiêu “mot-cua” không có mức “hoan-than”; có lẽ cần viết “hoan-thanh”.',
    ],
  },
  {
    rule: 'a comparison over an unknown block',
    file: 'tiny/annexes.yaml',
    change: ['status: hoan-thanh, of: tinh', 'status: hoan-thanh, of: tnih'],
    problems: [
      'reports/tiny/annexes.yaml:18: không có khối, danh sách hoặc đơn vị “tnih”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a cumulative total of a stock',
    file: 'tiny/annexes.yaml',
    change: ['{indicator: tong-ho-so, span: ytd}', '{indicator: tai-khoan, span: cumulative}'],
    problems: [
      'reports/tiny/annexes.yaml:17: “tai-khoan” là số thời điểm (stock), không cộng dồn theo thời gian nên không có span cumulative; vui lòng bỏ.',
    ],
  },
  {
    rule: 'a chart of an unknown indicator',
    file: 'tiny/annexes.yaml',
    change: ['indicator: tong-ho-so, periods', 'indicator: tong-hoso-x, periods'],
    problems: ['reports/tiny/annexes.yaml:20: không có chỉ tiêu “tong-hoso-x”; có lẽ cần viết “tong-ho-so”.'],
  },
  {
    rule: 'a chart of a text',
    file: 'tiny/annexes.yaml',
    change: ['indicator: tong-ho-so, periods', 'indicator: kho-khan, periods'],
    problems: ['reports/tiny/annexes.yaml:20: “kho-khan” không phải số liệu nên không vẽ được biểu đồ.'],
  },
  {
    rule: 'a chart over bodies that are not asked',
    file: 'tiny/annexes.yaml',
    change: ['indicator: ty-le, of: tinh', 'indicator: ty-le, of: bo'],
    problems: [
      'reports/tiny/annexes.yaml:21: không biểu nào hỏi “ty-le” ở “bo”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    ],
  },
  {
    rule: 'a chart described with a digit',
    file: 'tiny/annexes.yaml',
    change: ['description: Số hồ sơ theo tháng', 'description: Số hồ sơ 6 tháng'],
    problems: [
      'reports/tiny/annexes.yaml:20: mô tả biểu đồ không được có chữ số, vì số liệu thay đổi theo kỳ; vui lòng tả bằng lời.',
    ],
  },
  {
    rule: 'an annex that ends before it begins',
    file: 'tiny/annexes.yaml',
    change: ['    title: So sánh\n', '    title: So sánh\n    from: 2024-09\n    to: 2024-08\n'],
    problems: ['reports/tiny/annexes.yaml:16: phụ lục có from sau to; vui lòng sửa lại.'],
  },
];
