/** indicators.yaml: references, derivations, settings. */
import type { BrokenCase } from './broken-case.ts';

export const INDICATORS: readonly BrokenCase[] = [
  {
    rule: 'an unknown window',
    file: 'tiny/indicators.yaml',
    change: ['  fraction: true', '  fraction: true\n  window: kyy'],
    problems: ['reports/tiny/indicators.yaml:37: không có khoảng thời gian “kyy”; có lẽ cần viết “ky”.'],
  },
  {
    rule: 'a sum of an unknown indicator',
    file: 'tiny/indicators.yaml',
    change: ['difference: [tong-ho-so, ho-so-truc-tuyen]', 'sum: [tong-ho-so, ho-so-truc-tuyenn]'],
    problems: [
      'reports/tiny/indicators.yaml:18: không có chỉ tiêu “ho-so-truc-tuyenn”; có lẽ cần viết “ho-so-truc-tuyen”.',
    ],
  },
  {
    rule: 'an unknown denominator',
    file: 'tiny/indicators.yaml',
    change: ['denominator: tong-ho-so', 'denominator: tong-hoso-x'],
    problems: [
      'reports/tiny/indicators.yaml:25: không có chỉ tiêu “tong-hoso-x”; có lẽ cần viết “tong-ho-so”.',
    ],
  },
  {
    rule: 'a count out of an unknown whole',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', '  rising: true\n  outOf: tong-tai-khoan'],
    problems: [
      'reports/tiny/indicators.yaml:31: không có chỉ tiêu “tong-tai-khoan”; có lẽ cần viết “tai-khoan”.',
    ],
  },
  {
    rule: 'a count out of a flag',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', '  rising: true\n  outOf: co-tthc'],
    problems: [
      'reports/tiny/indicators.yaml:31: “co-tthc” phải là chỉ tiêu số phát sinh (flow) hoặc số thời điểm (stock).',
    ],
  },
  {
    rule: 'rows of an unknown table',
    file: 'tiny/indicators.yaml',
    change: [
      'rows: {table: su-kien, where: [{column: loai, is: hoi-nghi}]}',
      'rows: {table: su-kienn, where: []}',
    ],
    problems: ['reports/tiny/indicators.yaml:57: không có bảng “su-kienn”; có lẽ cần viết “su-kien”.'],
  },
  {
    rule: 'rows by an unknown column',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', '{column: loaii, is: hoi-nghi}'],
    problems: [
      'reports/tiny/indicators.yaml:57: bảng “su-kien” của biểu “F-TINH” không có cột “loaii”; có lẽ cần viết “loai”.',
    ],
  },
  {
    rule: 'rows by a value that the column cannot have',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', '{column: loai, is: hoi-ngi}'],
    problems: [
      'reports/tiny/indicators.yaml:57: giá trị “hoi-ngi” không thể có ở cột “loai”; cần một trong: hoi-nghi, hop; có lẽ cần viết “hoi-nghi”.',
    ],
  },
  {
    rule: 'rows that compare a choice',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', '{column: loai, above: hoi-nghi}'],
    problems: [
      'reports/tiny/indicators.yaml:57: cột “loai” không phải cột số hay ngày nên chỉ so sánh bằng được (is, hoặc dấu = trong văn bản).',
    ],
  },
  {
    rule: 'rows by a number that is not canonical',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', "{column: nguoi-du, atLeast: '1.000'}"],
    problems: [
      'reports/tiny/indicators.yaml:57: giá trị “1.000” không thể có ở cột “nguoi-du”; cần số viết gọn với dấu chấm thập phân, không có dấu phân cách hàng nghìn.',
    ],
  },
  {
    rule: 'rows by a day that does not exist',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', "{column: ngay, below: '2024-02-30'}"],
    problems: [
      'reports/tiny/indicators.yaml:57: giá trị “2024-02-30” không thể có ở cột “ngay”; cần ngày dạng YYYY-MM-DD.',
    ],
  },
  {
    rule: 'rows by a flag that is neither',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', '{column: noi-bat, is: có}'],
    problems: [
      'reports/tiny/indicators.yaml:57: giá trị “có” không thể có ở cột “noi-bat”; cần yes hoặc no.',
    ],
  },
  {
    rule: 'a condition without a value',
    file: 'tiny/indicators.yaml',
    change: ['{column: loai, is: hoi-nghi}', '{column: loai}'],
    problems: [
      'reports/tiny/indicators.yaml:57: điều kiện ở cột “loai” chưa có giá trị so sánh; vui lòng thêm is, above, below, atLeast hoặc atMost.',
    ],
  },
  {
    rule: 'two ways of deriving',
    file: 'tiny/indicators.yaml',
    change: [
      '  difference: [tong-ho-so, ho-so-truc-tuyen]',
      '  difference: [tong-ho-so, ho-so-truc-tuyen]\n  sum: [tong-ho-so, ho-so-truc-tuyen]',
    ],
    problems: [
      'reports/tiny/indicators.yaml:14: chỉ tiêu chỉ được tính theo một cách, đang có: sum, difference.',
    ],
  },
  {
    rule: 'a limit on an unknown indicator',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', '{indicator: ty-lee, atLeast: 30}'],
    problems: ['reports/tiny/indicators.yaml:62: không có chỉ tiêu “ty-lee”; có lẽ cần viết “ty-le”.'],
  },
  {
    rule: 'a limit on a flag',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', '{indicator: co-tthc, atLeast: 1}'],
    problems: [
      'reports/tiny/indicators.yaml:62: “co-tthc” là chỉ tiêu có/chưa (flag); mức đạt chỉ so với flow, stock hoặc ratio.',
    ],
  },
  {
    rule: 'a limit without a number',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', '{indicator: ty-le}'],
    problems: [
      'reports/tiny/indicators.yaml:62: meets chưa có mức; vui lòng thêm above, below, atLeast hoặc atMost.',
    ],
  },
  {
    rule: 'a limit that is no canonical number',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', "{indicator: ty-le, atLeast: '30,0'}"],
    problems: [
      'reports/tiny/indicators.yaml:62: “atLeast” phải là số thập phân viết gọn với dấu chấm, không có số 0 thừa và không có dấu phân cách hàng nghìn, ví dụ “0.2”; đang là “30,0”.',
    ],
  },
  {
    rule: 'limits that no number meets',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', '{indicator: ty-le, atLeast: 30, below: 20}'],
    problems: ['reports/tiny/indicators.yaml:62: không số nào đạt được các mức này; vui lòng sửa lại.'],
  },
  {
    rule: 'a limit on what is no flag',
    file: 'tiny/indicators.yaml',
    change: [
      '  nature: flag\n  meets: {indicator: ty-le, atLeast: 30}',
      '  nature: stock\n  meets: {indicator: ty-le, atLeast: 30}',
    ],
    problems: ['reports/tiny/indicators.yaml:61: chỉ tiêu có meets thì nature phải là flag; đang là stock.'],
  },
  {
    rule: 'a limit on the year to date of a stock',
    file: 'tiny/indicators.yaml',
    change: ['{indicator: ty-le, atLeast: 30}', '{indicator: tai-khoan, span: ytd, above: 5}'],
    problems: [
      'reports/tiny/indicators.yaml:62: “tai-khoan” là số thời điểm (stock), không cộng dồn theo thời gian nên không có span ytd; vui lòng bỏ.',
    ],
  },
  {
    rule: 'a limit beside another way of deriving',
    file: 'tiny/indicators.yaml',
    change: [
      '  meets: {indicator: ty-le, atLeast: 30}',
      '  meets: {indicator: ty-le, atLeast: 30}\n  rows: {table: su-kien, where: []}',
    ],
    problems: [
      'reports/tiny/indicators.yaml:58: chỉ tiêu chỉ được tính theo một cách, đang có: rows, meets.',
      'reports/tiny/indicators.yaml:61: chỉ tiêu tính từ rows, meets phải có nature là flow hoặc stock; đang là flag.',
    ],
  },
  {
    rule: 'a ratio without denominator',
    file: 'tiny/indicators.yaml',
    change: ['  denominator: tong-ho-so\n', ''],
    problems: [
      'reports/tiny/indicators.yaml:19: chỉ tiêu tỷ lệ (ratio) phải có cả numerator và denominator.',
    ],
  },
  {
    rule: 'a denominator of what is no ratio',
    file: 'tiny/indicators.yaml',
    change: [
      '  decimals: 2\n  fraction: true',
      '  decimals: 2\n  fraction: true\n  numerator: tong-ho-so\n  denominator: tong-ho-so',
    ],
    problems: [
      'reports/tiny/forms.yaml:13: chỉ tiêu “toc-do” được hệ thống tính nên không hỏi ở biểu; muốn đối chiếu thì dùng control với id riêng.',
      'reports/tiny/indicators.yaml:34: chỉ tiêu có numerator, denominator thì nature phải là ratio.',
    ],
  },
  {
    rule: 'a sum that is a flag',
    file: 'tiny/indicators.yaml',
    change: ['  nature: flow\n  difference', '  nature: flag\n  difference'],
    problems: [
      'reports/tiny/checks.yaml:1: “ho-so-giay” là chỉ tiêu có/chưa (flag); ở đây cần flow hoặc stock.',
      'reports/tiny/indicators.yaml:17: chỉ tiêu tính từ difference phải có nature là flow hoặc stock; đang là flag.',
    ],
  },
  {
    rule: 'a sum across units',
    file: 'tiny/indicators.yaml',
    change: ['difference: [tong-ho-so, ho-so-truc-tuyen]', 'sum: [tong-ho-so, so-su-kien]\n  from: 2024-07'],
    problems: [
      'reports/tiny/indicators.yaml:18: “so-su-kien” có đơn vị “sự kiện” còn “ho-so-giay” có đơn vị “hồ sơ”; không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'a sum of a flow and a stock',
    file: 'tiny/indicators.yaml',
    change: ['difference: [tong-ho-so, ho-so-truc-tuyen]', 'sum: [tong-ho-so, tai-khoan]'],
    problems: [
      'reports/tiny/indicators.yaml:18: “tai-khoan” là số thời điểm (stock) còn “ho-so-giay” là số phát sinh (flow); không cộng, so sánh được với nhau.',
    ],
  },
  {
    rule: 'a sum of a status',
    file: 'tiny/indicators.yaml',
    change: ['difference: [tong-ho-so, ho-so-truc-tuyen]', 'sum: [tong-ho-so, mot-cua]'],
    problems: [
      'reports/tiny/indicators.yaml:18: “mot-cua” là chỉ tiêu trạng thái (status); ở đây cần flow hoặc stock.',
    ],
  },
  {
    rule: 'a ratio of a flag',
    file: 'tiny/indicators.yaml',
    change: ['numerator: ho-so-truc-tuyen', 'numerator: mot-cua'],
    problems: [
      'reports/tiny/indicators.yaml:24: “mot-cua” là chỉ tiêu trạng thái (status); tỷ lệ chỉ tính từ flow hoặc stock.',
    ],
  },
  {
    rule: 'a circle of derivations',
    file: 'tiny/indicators.yaml',
    change: [
      'difference: [tong-ho-so, ho-so-truc-tuyen]',
      'difference: [tong-ho-so, vong]\nvong:\n  label: Vòng\n  unit: hồ sơ\n  nature: flow\n  sum: [ho-so-giay, tong-ho-so]',
    ],
    problems: [
      'reports/tiny/indicators.yaml:14: chỉ tiêu được tính vòng tròn: ho-so-giay ← vong ← ho-so-giay; vui lòng bỏ một liên hệ.',
    ],
  },
  {
    rule: 'a status without classes',
    file: 'tiny/indicators.yaml',
    change: [
      '  statuses:\n    - {id: hoan-thanh, label: hoàn thành}\n    - {id: dang-lam, label: đang làm}\n',
      '',
    ],
    problems: [
      'reports/tiny/indicators.yaml:41: chỉ tiêu trạng thái (status) phải có ít nhất 2 mức trong statuses.',
    ],
  },
  {
    rule: 'classes of what is no status',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', '  rising: true\n  statuses: [{id: a, label: A}, {id: b, label: B}]'],
    problems: [
      'reports/tiny/indicators.yaml:31: statuses chỉ dùng cho chỉ tiêu trạng thái (nature: status).',
    ],
  },
  {
    rule: 'a class twice',
    file: 'tiny/indicators.yaml',
    change: [
      '    - {id: dang-lam, label: đang làm}',
      '    - {id: dang-lam, label: đang làm}\n    - {id: dang-lam, label: đang làm dở}',
    ],
    problems: ['reports/tiny/indicators.yaml:48: mức “dang-lam” bị ghi hai lần; vui lòng đổi mã.'],
  },
  {
    rule: 'a flow that cannot fall',
    file: 'tiny/indicators.yaml',
    change: ['  since: 2022-12-15', '  rising: true\n  since: 2022-12-15'],
    problems: [
      'reports/tiny/indicators.yaml:13: “rising” chỉ dùng cho số thời điểm (stock); chỉ tiêu này có nature là flow.',
    ],
  },
  {
    rule: 'a place that adds up over time',
    file: 'tiny/indicators.yaml',
    change: ['  since: 2022-12-15', '  since: 2022-12-15\n  rank: true'],
    problems: [
      'reports/tiny/indicators.yaml:14: “rank” chỉ dùng cho số thời điểm (stock); chỉ tiêu này có nature là flow.',
    ],
  },
  {
    rule: 'places of several bodies, with decimals',
    file: 'tiny/indicators.yaml',
    change: ['  fraction: true', '  fraction: true\n  rank: true'],
    problems: [
      'reports/tiny/indicators.yaml:37: thứ hạng “toc-do” là số nguyên; vui lòng bỏ fraction.',
      'reports/tiny/indicators.yaml:37: thứ hạng “toc-do” phải do một đơn vị báo cáo (biểu có body), vì thứ hạng của nhiều đơn vị không cộng được.',
    ],
  },
  {
    rule: 'a place that is worked out',
    file: 'tiny/indicators.yaml',
    change: ['  nature: flow\n  from: 2024-07\n', '  nature: stock\n  rank: true\n  from: 2024-07\n'],
    problems: [
      'reports/tiny/indicators.yaml:56: thứ hạng “so-su-kien” do một đơn vị báo cáo, không tính từ chỉ tiêu khác.',
    ],
  },
  {
    rule: 'limits of the usual of a flag',
    file: 'tiny/indicators.yaml',
    change: ['  nature: flag\nmot-cua', "  nature: flag\n  outlier: {low: '0.5', high: '2'}\nmot-cua"],
    problems: [
      'reports/tiny/indicators.yaml:41: “outlier” chỉ dùng cho chỉ tiêu số; chỉ tiêu này có nature là flag.',
    ],
  },
  {
    rule: 'limits of the usual upside down',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', "  rising: true\n  outlier: {low: '5', high: '0.2'}"],
    problems: ['reports/tiny/indicators.yaml:31: trong “outlier”, low phải nhỏ hơn high.'],
  },
  {
    rule: 'a number without unit',
    file: 'tiny/indicators.yaml',
    change: ['  unit: Mbps', "  unit: ''"],
    problems: [
      'reports/tiny/indicators.yaml:33: “unit” đang để trống; chỉ tiêu số phải có đơn vị, ví dụ “hồ sơ”.',
    ],
  },
  {
    rule: 'a goal of a year twice',
    file: 'tiny/indicators.yaml',
    change: [
      '      source: Kế hoạch năm\n',
      "      source: Kế hoạch năm\n    - {year: '2024', value: '5', source: khác}\n",
    ],
    problems: ['reports/tiny/indicators.yaml:9: mục tiêu năm 2024 bị ghi hai lần; vui lòng chỉ giữ một.'],
  },
  {
    rule: 'a goal before the indicator',
    file: 'tiny/indicators.yaml',
    change: [
      '  from: 2024-07\n  rows',
      '  from: 2024-07\n  targets: [{year: 2023, value: 5, source: KH}]\n  rows',
    ],
    problems: [
      'reports/tiny/indicators.yaml:57: mục tiêu năm 2023 nằm ngoài thời gian hiệu lực của chỉ tiêu (từ 2024-07).',
    ],
  },
  {
    rule: 'an indicator that nobody is asked',
    file: 'tiny/forms.yaml',
    change: ['        - toc-do\n', ''],
    problems: [
      'reports/tiny/indicators.yaml:31: chưa biểu nào hỏi chỉ tiêu “toc-do” và cũng không có cách tính; vui lòng đưa vào forms.yaml hoặc thêm sum, difference, rows, meets.',
    ],
  },
  {
    rule: 'an indicator that is asked and derived',
    file: 'tiny/forms.yaml',
    change: ['        - toc-do\n', '        - toc-do\n        - ho-so-giay\n'],
    problems: [
      'reports/tiny/forms.yaml:14: chỉ tiêu “ho-so-giay” được hệ thống tính nên không hỏi ở biểu; muốn đối chiếu thì dùng control với id riêng.',
    ],
  },
  {
    rule: 'an indicator asked twice of one body',
    file: 'tiny/forms.yaml',
    change: [
      '        - indicator: tai-khoan\n          asOf: true',
      '        - indicator: tai-khoan\n          asOf: true\n        - co-tthc',
    ],
    problems: [
      'reports/tiny/indicators.yaml:37: chỉ tiêu “co-tthc” được hỏi ở hai biểu của cùng một đơn vị (F-BO, BCA-1); vui lòng ghi primary là biểu được in.',
    ],
  },
  {
    rule: 'an unknown primary form',
    file: 'tiny/indicators.yaml',
    change: ['  fraction: true', '  fraction: true\n  primary: F-TNIH'],
    problems: ['reports/tiny/indicators.yaml:37: không có biểu “F-TNIH”; vui lòng khai báo hoặc sửa lại.'],
  },
  {
    rule: 'a primary form that does not ask',
    file: 'tiny/indicators.yaml',
    change: ['  fraction: true', '  fraction: true\n  primary: F-BO'],
    problems: ['reports/tiny/indicators.yaml:37: biểu “F-BO” không hỏi chỉ tiêu “toc-do”.'],
  },
  {
    rule: 'an indicator that lives longer than its parts',
    file: 'tiny/indicators.yaml',
    change: [
      '  fraction: true\n',
      '  fraction: true\n  from: 2024-07\ntoc-do-hai-lan:\n  label: Hai lần\n  unit: Mbps\n  nature: stock\n  sum: [toc-do, toc-do]\n',
    ],
    problems: [
      'reports/tiny/indicators.yaml:38: “toc-do-hai-lan” có hiệu lực mọi kỳ nhưng chỉ có số liệu từ 2024-07, theo các chỉ tiêu hoặc biểu mà nó lấy số; vui lòng ghi from, to cho khớp.',
    ],
  },
  {
    rule: 'an indicator that ends before it begins',
    file: 'tiny/indicators.yaml',
    change: ['  from: 2024-07\n  rows', '  from: 2024-07\n  to: 2024-06\n  rows'],
    problems: ['reports/tiny/indicators.yaml:56: chỉ tiêu có from sau to; vui lòng sửa lại.'],
  },
];
