/** Files that cannot be read, and keys and values of the wrong shape. */
import type { BrokenCase } from './broken-case.ts';

export const SHAPE: readonly BrokenCase[] = [
  {
    rule: 'a key written twice',
    file: 'tiny/indicators.yaml',
    change: [
      '  unit: hồ sơ\n  nature: flow\n  targets',
      '  unit: hồ sơ\n  unit: hồ sơ\n  nature: flow\n  targets',
    ],
    problems: ['reports/tiny/indicators.yaml:4: khóa “unit” bị ghi hai lần; vui lòng chỉ giữ một.'],
  },
  {
    rule: 'a bracket that is not closed',
    file: 'tiny/forms.yaml',
    change: ['control: {indicator: ty-le, span: period}', 'control: {indicator: ty-le, span: period'],
    problems: [
      'reports/tiny/forms.yaml:12: không đúng cú pháp YAML: lề đầu dòng không thẳng với các dòng cùng cấp; vui lòng căn lại bằng dấu cách.',
    ],
  },
  {
    rule: 'an indent that is out of line',
    file: 'tiny/report.yaml',
    change: ['  agency: BỘ CÔNG AN\n', '   agency: BỘ CÔNG AN\n'],
    problems: [
      'reports/tiny/report.yaml:6: không đúng cú pháp YAML: lề đầu dòng không thẳng với các dòng cùng cấp; vui lòng căn lại bằng dấu cách.',
    ],
  },
  {
    rule: 'an indent made with a tab',
    file: 'tiny/report.yaml',
    change: ['  agency: BỘ CÔNG AN\n', '\tagency: BỘ CÔNG AN\n'],
    problems: [
      'reports/tiny/report.yaml:5: không đúng cú pháp YAML: lề đầu dòng dùng phím Tab; vui lòng thay bằng dấu cách.',
    ],
  },
  {
    rule: 'an unknown key',
    file: 'tiny/indicators.yaml',
    change: ['  since: 2022-12-15', '  sinse: 2022-12-15'],
    problems: ['reports/tiny/indicators.yaml:13: không có khóa “sinse” ở đây; có lẽ cần viết “since”.'],
  },
  {
    rule: 'an unknown key that is like none',
    file: 'tiny/annexes.yaml',
    change: ['title: Tình hình nộp', 'title: Tình hình nộp, mau: xanh'],
    problems: [
      'reports/tiny/annexes.yaml:2: không có khóa “mau” ở đây; các khóa dùng được: id, kind, title, from, to, frequencies.',
    ],
  },
  {
    rule: 'a key that is missing',
    file: 'tiny/indicators.yaml',
    change: ['  label: Tài khoản\n', ''],
    problems: ['reports/tiny/indicators.yaml:26: thiếu khóa “label”; vui lòng bổ sung.'],
  },
  {
    rule: 'a value of the wrong type',
    file: 'tiny/indicators.yaml',
    change: ['  decimals: 1', '  decimals: một'],
    problems: ['reports/tiny/indicators.yaml:23: “decimals” phải là số nguyên; đang là “một”.'],
  },
  {
    rule: 'a value out of range',
    file: 'tiny/indicators.yaml',
    change: ['  decimals: 1', '  decimals: 12'],
    problems: ['reports/tiny/indicators.yaml:23: “decimals” phải trong khoảng từ 0 đến 9; đang là “12”.'],
  },
  {
    rule: 'a value that is none of the choices',
    file: 'tiny/indicators.yaml',
    change: ['  nature: stock\n  rising', '  nature: stok\n  rising'],
    problems: [
      'reports/tiny/indicators.yaml:29: “nature” phải là một trong: flow, stock, flag, status, ratio, text; đang là “stok”; có lẽ cần viết “stock”.',
    ],
  },
  {
    rule: 'an empty value',
    file: 'tiny/report.yaml',
    change: ['title: Báo cáo thử', "title: ''"],
    problems: ['reports/tiny/report.yaml:2: “title” đang để trống; vui lòng ghi nội dung hoặc bỏ khóa này.'],
  },
  {
    rule: 'a value that is left out',
    file: 'tiny/report.yaml',
    change: ['title: Báo cáo thử', 'title:'],
    problems: ['reports/tiny/report.yaml:2: “title” đang để trống; vui lòng ghi nội dung hoặc bỏ khóa này.'],
  },
  {
    rule: 'a list that is empty',
    file: 'tiny/report.yaml',
    change: ['frequency: [month]', 'frequency: []'],
    problems: ['reports/tiny/report.yaml:3: “frequency” phải có ít nhất 1 mục.'],
  },
  {
    rule: 'a list with an item twice',
    file: 'tiny/report.yaml',
    change: ['frequency: [month]', 'frequency: [month, month]'],
    problems: ['reports/tiny/report.yaml:3: “frequency” có mục ghi hai lần; vui lòng bỏ bớt.'],
  },
  {
    rule: 'an id with marks',
    file: 'tiny/indicators.yaml',
    change: ['tai-khoan:\n', 'tài-khoản:\n'],
    problems: [
      'reports/tiny/indicators.yaml:26: khóa “tài-khoản” phải viết bằng chữ thường không dấu và chữ số, nối bằng dấu gạch ngang, ví dụ “tong-ho-so”.',
    ],
  },
  {
    rule: 'a month that is none',
    file: 'tiny/indicators.yaml',
    change: ['  from: 2024-07\n  rows', '  from: 2024-13\n  rows'],
    problems: [
      'reports/tiny/indicators.yaml:56: “from” phải là tháng dạng YYYY-MM, ví dụ “2024-07”; đang là “2024-13”.',
    ],
  },
  {
    rule: 'a day that does not exist',
    file: 'tiny/indicators.yaml',
    change: ['  since: 2022-12-15', '  since: 2022-02-30'],
    problems: [
      'reports/tiny/indicators.yaml:13: “since” phải là ngày có thật dạng YYYY-MM-DD, ví dụ “2024-10-31”; đang là “2022-02-30”.',
    ],
  },
  {
    rule: 'a number that is not canonical',
    file: 'tiny/checks.yaml',
    change: ["low: '1'", "low: '1.50'"],
    problems: [
      'reports/tiny/checks.yaml:4: “low” phải là số thập phân viết gọn với dấu chấm, không có số 0 thừa và không có dấu phân cách hàng nghìn, ví dụ “0.2”; đang là “1.50”.',
    ],
  },
  {
    rule: 'a number with separators',
    file: 'tiny/checks.yaml',
    change: ["high: '50'", 'high: 50.000.000'],
    problems: [
      'reports/tiny/checks.yaml:4: “high” phải là số thập phân viết gọn với dấu chấm, không có số 0 thừa và không có dấu phân cách hàng nghìn, ví dụ “0.2”; đang là “50.000.000”.',
    ],
  },
  {
    rule: 'a year of two digits',
    file: 'tiny/indicators.yaml',
    change: ['year: 2024', 'year: 24'],
    problems: [
      'reports/tiny/indicators.yaml:6: “year” phải là năm gồm bốn chữ số, ví dụ “2024”; đang là “24”.',
    ],
  },
  {
    rule: 'a check of an unknown kind',
    file: 'tiny/checks.yaml',
    change: ['kind: ladder', 'kind: lader'],
    problems: [
      'reports/tiny/checks.yaml:3: “kind” phải là một trong: parts, at-most, ladder, nested, band, list-length, steady-base, same, two-sources; đang là “lader”; có lẽ cần viết “ladder”.',
    ],
  },
  {
    rule: 'a check without its keys',
    file: 'tiny/checks.yaml',
    change: [', of: tinh}', '}'],
    problems: ['reports/tiny/checks.yaml:3: thiếu khóa “of”; vui lòng bổ sung.'],
  },
  {
    rule: 'an annex of an unknown kind',
    file: 'tiny/annexes.yaml',
    change: ['kind: comparison', 'kind: so-sanh'],
    problems: [
      'reports/tiny/annexes.yaml:13: “kind” phải là một trong: completeness, bodies, comparison, rows, notes; đang là “so-sanh”.',
    ],
  },
  {
    rule: 'a part of the outline with an unknown key',
    file: 'tiny/report.yaml',
    change: ['        chart: xu-the', '        chat: xu-the'],
    problems: ['reports/tiny/report.yaml:34: không có khóa “chat” ở đây; có lẽ cần viết “chart”.'],
  },
  {
    rule: 'a day of a window that is none',
    file: 'tiny/report.yaml',
    change: ['day: last', 'day: 32'],
    problems: [
      'reports/tiny/report.yaml:21: “day” phải là số từ 1 đến 31 hoặc last (ngày cuối tháng); đang là “32”.',
    ],
  },
  {
    rule: 'a nested list where a map is wanted',
    file: 'tiny/report.yaml',
    change: [
      'issuer:\n  agency: BỘ CÔNG AN\n  name: Bộ Công an\n  symbol: BC-BCA\n  place: Hà Nội',
      'issuer: [BỘ CÔNG AN]',
    ],
    problems: [
      'reports/tiny/report.yaml:4: “issuer” phải là một nhóm “khóa: giá trị”; đang là một danh sách.',
    ],
  },
  {
    rule: 'text that is not NFC',
    file: 'tiny/report.yaml',
    change: ['title: Báo cáo thử', 'title: Ba\u0301o ca\u0301o thu\u031b\u0309'],
    problems: [
      'reports/tiny/report.yaml:2: chữ tiếng Việt chưa ở dạng dựng sẵn (Unicode NFC); vui lòng lưu lại tệp ở dạng này.',
    ],
  },
  {
    rule: 'a text file that is not NFC',
    file: 'tiny/text/mot-cua.hbs',
    change: ['địa phương', 'đi\u0323a phu\u031bo\u031bng'],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: chữ tiếng Việt chưa ở dạng dựng sẵn (Unicode NFC); vui lòng lưu lại tệp ở dạng này.',
    ],
  },
  {
    rule: 'a file with a name that nothing reads',
    file: 'tiny/indicator.yaml',
    change: { create: 'a: 1\n' },
    problems: [
      'reports/tiny/indicator.yaml:1: tệp này không được dùng; tên đúng là một trong: report.yaml, indicators.yaml, forms.yaml, checks.yaml, annexes.yaml, splits.yaml.',
    ],
  },
  {
    rule: 'a file that is missing',
    file: 'tiny/forms.yaml',
    change: 'remove',
    problems: ['reports/tiny/forms.yaml:1: không tìm thấy tệp; vui lòng tạo tệp này.'],
  },
  {
    rule: 'a row of bodies with a comma too many',
    file: 'entities.csv',
    change: ['Bộ Y tế,BYT', 'Bộ Y, tế,BYT'],
    problems: [
      'reports/entities.csv:7: dòng có 10 cột, phải có 9 cột; ô có dấu phẩy phải đặt trong dấu nháy kép.',
    ],
  },
  {
    rule: 'a header of bodies that is another',
    file: 'entities.csv',
    change: ['id,kind,name,shortName', 'id,kind,name,short'],
    problems: [
      'reports/entities.csv:1: dòng đầu phải là: id,kind,name,shortName,codes,aliases,validFrom,validTo,successors.',
    ],
  },
  {
    rule: 'a quote in bodies that is not closed',
    file: 'entities.csv',
    change: ['Bộ Y tế,BYT', '"Bộ Y tế,BYT'],
    problems: [
      'reports/entities.csv:8: không đúng định dạng CSV: vui lòng kiểm tra dấu nháy kép và số cột của dòng này.',
    ],
  },
  {
    rule: 'a kind of body that is unknown',
    file: 'entities.csv',
    change: ['bo-y-te,bo,', 'bo-y-te,bộ,'],
    problems: [
      'reports/entities.csv:7: “kind” phải là một trong: tinh, thanh-pho, bo, ngang-bo, thuoc-chinh-phu, khac; đang là “bộ”; có lẽ cần viết “bo”.',
    ],
  },
  {
    rule: 'a body that begins on no day',
    file: 'entities.csv',
    change: ['2025-07-01,,', '2025-06-31,,'],
    problems: [
      'reports/entities.csv:5: “validFrom” phải là ngày có thật dạng YYYY-MM-DD, ví dụ “2024-10-31”; đang là “2025-06-31”.',
    ],
  },
];
