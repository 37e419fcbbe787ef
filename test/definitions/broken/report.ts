/** report.yaml: outline, overrides, windows, schedule, blocks of bodies. */
import type { BrokenCase } from './broken-case.ts';

export const REPORT: readonly BrokenCase[] = [
  {
    rule: 'an id that is not the folder',
    file: 'tiny/report.yaml',
    change: ['id: tiny\n', 'id: khac\n'],
    problems: ['reports/tiny/report.yaml:1: id phải trùng với tên thư mục là “tiny”; đang là “khac”.'],
  },
  {
    rule: 'no default window',
    file: 'tiny/report.yaml',
    change: ['  ky:\n    label', '  thang:\n    label'],
    problems: [
      'reports/tiny/report.yaml:17: thiếu khoảng thời gian “ky”, là khoảng mặc định của mọi chỉ tiêu; vui lòng bổ sung.',
      'reports/tiny/text/mot-cua.hbs:1: không có khoảng thời gian “ky”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a window that ends before it begins',
    file: 'tiny/report.yaml',
    change: ['from: {month: 0, day: 1}', 'from: {month: 2, day: 1}'],
    problems: [
      'reports/tiny/report.yaml:18: khoảng thời gian “ky” kết thúc trước khi bắt đầu; vui lòng sửa from, to.',
    ],
  },
  {
    rule: 'a schedule that closes before it is due',
    file: 'tiny/report.yaml',
    change: ['blocks:\n  bo-co-tthc', 'schedule: {due: 5, close: 3, publish: 8}\nblocks:\n  bo-co-tthc'],
    problems: [
      'reports/tiny/report.yaml:22: hạn nộp (due) không được sau ngày khóa (close), ngày khóa không được sau ngày phát hành (publish).',
    ],
  },
  {
    rule: 'a schedule of its own that closes before it is due, and one of periods that the report does not have',
    file: 'tiny/report.yaml',
    change: [
      'blocks:\n  bo-co-tthc',
      'schedule:\n  due: 3\n  close: 5\n  publish: 8\n  month: {due: 5, close: 3, publish: 8}\n  year: {due: 5, close: 5, publish: 8}\nblocks:\n  bo-co-tthc',
    ],
    problems: [
      'reports/tiny/report.yaml:26: hạn nộp (due) không được sau ngày khóa (close), ngày khóa không được sau ngày phát hành (publish).',
      'reports/tiny/report.yaml:27: báo cáo này không có kỳ năm nên không có lịch của kỳ ấy; vui lòng bỏ, hoặc thêm year vào frequency.',
    ],
  },
  {
    rule: 'a block with the id of a roster',
    file: 'tiny/report.yaml',
    change: [
      '  bo-co-tthc:\n    label',
      '  tinh:\n    label: trùng\n    bodies: [ha-noi]\n  bo-co-tthc:\n    label',
    ],
    problems: [
      'reports/tiny/report.yaml:23: mã “tinh” đã là mã của một danh sách hoặc đơn vị; vui lòng đặt mã khác.',
    ],
  },
  {
    rule: 'a block without bodies',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n    when: co-tthc', '    when: co-tthc'],
    problems: [
      'reports/tiny/report.yaml:23: khối “bo-co-tthc” chưa có đơn vị; vui lòng ghi roster, union hoặc bodies.',
    ],
  },
  {
    rule: 'a block of an unknown roster',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n', '    roster: boo\n'],
    problems: ['reports/tiny/report.yaml:25: không có danh sách đơn vị “boo”; có lẽ cần viết “bo”.'],
  },
  {
    rule: 'a block of an unknown body',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n', '    bodies: [bo-cong-ann]\n'],
    problems: ['reports/tiny/report.yaml:25: không có đơn vị “bo-cong-ann”; có lẽ cần viết “bo-cong-an”.'],
  },
  {
    rule: 'a block of an unknown block',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n    when: co-tthc', '    union: [bo, tinhh]'],
    problems: ['reports/tiny/report.yaml:25: không có khối hoặc danh sách “tinhh”; có lẽ cần viết “tinh”.'],
  },
  {
    rule: 'a block made of itself',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n    when: co-tthc', '    union: [bo-co-tthc, bo]'],
    problems: ['reports/tiny/report.yaml:23: khối “bo-co-tthc” hợp từ chính nó; vui lòng sửa union.'],
  },
  {
    rule: 'a united block that chooses by a flag',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n', '    union: [bo, tinh]\n'],
    problems: [
      'reports/tiny/report.yaml:26: “when” chỉ chọn trong roster hoặc bodies của chính khối; với khối hợp, vui lòng ghi when ở từng khối thành phần.',
    ],
  },
  {
    rule: 'a block by an unknown flag',
    file: 'tiny/report.yaml',
    change: ['when: co-tthc', 'when: co-thtc'],
    problems: ['reports/tiny/report.yaml:26: không có chỉ tiêu “co-thtc”; có lẽ cần viết “co-tthc”.'],
  },
  {
    rule: 'a block by an indicator that is no flag',
    file: 'tiny/report.yaml',
    change: ['when: co-tthc', 'when: mot-cua'],
    problems: ['reports/tiny/report.yaml:26: “mot-cua” phải là chỉ tiêu có/chưa (flag); đang là status.'],
  },
  {
    rule: 'a part of the outline twice',
    file: 'tiny/report.yaml',
    change: ['      - id: su-kien\n', '      - id: mot-cua\n'],
    problems: ['reports/tiny/report.yaml:39: mục “mot-cua” có hai lần trong đề cương; vui lòng đặt id khác.'],
  },
  {
    rule: 'a part of the outline without content',
    file: 'tiny/report.yaml',
    change: ['  - id: mot-cua\n', '  - id: trong\n    heading: Trống\n  - id: mot-cua\n'],
    problems: [
      'reports/tiny/report.yaml:39: mục “trong” chưa có nội dung; vui lòng ghi text, table, chart hoặc blocks.',
    ],
  },
  {
    rule: 'a text file that does not exist',
    file: 'tiny/report.yaml',
    change: ['text: text/mot-cua.hbs', 'text: text/motcua.hbs'],
    problems: [
      'reports/tiny/report.yaml:41: không có tệp văn bản “text/motcua.hbs”; có lẽ cần viết “text/mot-cua.hbs”.',
      'reports/tiny/text/mot-cua.hbs:1: không mục nào trong đề cương dùng tệp này; vui lòng đưa vào outline của report.yaml hoặc xóa tệp.',
    ],
  },
  {
    rule: 'a text file without its folder',
    file: 'tiny/report.yaml',
    change: ['text: text/mot-cua.hbs', 'text: mot-cua.hbs'],
    problems: [
      'reports/tiny/report.yaml:41: tên tệp văn bản phải ghi kèm thư mục: “text/mot-cua.hbs”.',
      'reports/tiny/text/mot-cua.hbs:1: không mục nào trong đề cương dùng tệp này; vui lòng đưa vào outline của report.yaml hoặc xóa tệp.',
    ],
  },
  {
    rule: 'a text file that nothing uses',
    file: 'tiny/text/thua.hbs',
    change: { create: 'Thừa.\n' },
    problems: [
      'reports/tiny/text/thua.hbs:1: không mục nào trong đề cương dùng tệp này; vui lòng đưa vào outline của report.yaml hoặc xóa tệp.',
    ],
  },
  {
    rule: 'an unknown chart',
    file: 'tiny/report.yaml',
    change: ['chart: xu-the', 'chart: xu-thee'],
    problems: ['reports/tiny/report.yaml:34: không có biểu đồ “xu-thee”; có lẽ cần viết “xu-the”.'],
  },
  {
    rule: 'a heading with its number',
    file: 'tiny/report.yaml',
    change: ['heading: Một cửa', 'heading: II. Một cửa'],
    problems: [
      'reports/tiny/report.yaml:40: tiêu đề không ghi số thứ tự; hệ thống tự đánh số theo cấp của đề cương.',
    ],
  },
  {
    rule: 'a heading with a helper',
    file: 'tiny/report.yaml',
    change: ['heading: Một cửa', 'heading: Một cửa {{figure "tong-ho-so"}}'],
    problems: [
      'reports/tiny/report.yaml:40: tiêu đề chỉ dùng được {{periodName}} và {{year}}, không dùng {{figure}}; vui lòng viết bằng chữ, và đổi theo kỳ bằng overrides.',
    ],
  },
  {
    rule: 'a heading with a period that is none',
    file: 'tiny/report.yaml',
    change: ['heading: Hồ sơ trực tuyến', 'heading: Hồ sơ 5G {{year at="truoc"}}'],
    problems: [
      'reports/tiny/report.yaml:45: đối số “at” của hàm “year” phải là một trong: previous, year-ago, year-start, next, hoặc mã kỳ như 2023, 2023-H1, 2023-9M, 2023-Q2, 2023-06, trong dấu nháy; đang là “truoc”.',
    ],
  },
  {
    rule: 'a heading with braces that are not closed',
    file: 'tiny/report.yaml',
    change: ['heading: Một cửa', 'heading: Một cửa {{year'],
    problems: [
      'reports/tiny/report.yaml:40: không đúng cú pháp: vui lòng kiểm tra các dấu {{ và }}, dấu nháy, và mỗi {{#…}} có {{/…}} tương ứng.',
    ],
  },
  {
    rule: 'a heading on a fourth level',
    file: 'tiny/report.yaml',
    change: [
      '  - id: mot-cua\n    heading: Một cửa\n    text: text/mot-cua.hbs\n',
      '  - id: mot\n    heading: Một\n    blocks: [{id: hai, heading: Hai, blocks: [{id: ba, heading: Ba, blocks: [{id: mot-cua, heading: Một cửa, text: text/mot-cua.hbs}]}]}]\n',
    ],
    problems: [
      'reports/tiny/report.yaml:41: tiêu đề của mục “mot-cua” ở cấp thứ tư; đề cương chỉ có ba cấp (I., 1., a)), vui lòng đưa mục lên hoặc bỏ heading.',
    ],
  },
  {
    rule: 'an override of an unknown part',
    file: 'tiny/report.yaml',
    change: ['    block: ho-so\n', '    block: hoso-giay\n'],
    problems: [
      'reports/tiny/report.yaml:44: đề cương không có mục “hoso-giay”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'an override of no period',
    file: 'tiny/report.yaml',
    change: ['period: 2024-10', 'period: 2024-13'],
    problems: [
      'reports/tiny/report.yaml:43: “2024-13” không phải mã kỳ; viết dạng 2024-10 (tháng), 2024-Q3 (quý), 2024-H1 (6 tháng), 2024-9M (9 tháng) hoặc 2024 (năm).',
    ],
  },
  {
    rule: 'an override of a period of another kind',
    file: 'tiny/report.yaml',
    change: ['period: 2024-10', 'period: 2024-Q4'],
    problems: [
      'reports/tiny/report.yaml:43: báo cáo này không có loại kỳ của “2024-Q4”; các loại kỳ: month.',
    ],
  },
  {
    rule: 'an override with an unknown text',
    file: 'tiny/report.yaml',
    change: ['    heading: Hồ sơ trực tuyến', '    text: text/ho-so-10.hbs'],
    problems: [
      'reports/tiny/report.yaml:45: không có tệp văn bản “text/ho-so-10.hbs”; có lẽ cần viết “text/ho-so.hbs”.',
    ],
  },
  {
    rule: 'two overrides of one part in one period',
    file: 'tiny/report.yaml',
    change: [
      '    heading: Hồ sơ trực tuyến\n',
      '    heading: Hồ sơ trực tuyến\n  - {period: 2024-10, block: ho-so, skip: true}\n',
    ],
    problems: [
      'reports/tiny/report.yaml:46: kỳ này đã có một thay đổi khác cho cùng mục; vui lòng gộp làm một.',
    ],
  },
  {
    rule: 'a part that ends before it begins',
    file: 'tiny/report.yaml',
    change: ['        from: 2024-07\n', '        from: 2024-09\n        to: 2024-08\n'],
    problems: ['reports/tiny/report.yaml:38: mục có from sau to; vui lòng sửa lại.'],
  },
  {
    rule: 'a digit in a ground',
    file: 'tiny/report.yaml',
    change: ['{{cite "Nghị định số 09/2019/NĐ-CP"}}', 'Nghị định số 09/2019/NĐ-CP'],
    problems: [
      'reports/tiny/report.yaml:14: “09/2019/NĐ-CP” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.',
    ],
  },
  {
    rule: 'an unknown helper in the subject',
    file: 'tiny/report.yaml',
    change: ['{{periodName}}', '{{periodNam}}'],
    problems: ['reports/tiny/report.yaml:11: không có hàm “periodNam”; có lẽ cần viết “periodName”.'],
  },
  {
    rule: 'a block by a flag that its bodies are not asked',
    file: 'tiny/report.yaml',
    change: ['    roster: bo\n', '    roster: tinh\n'],
    problems: [
      'reports/tiny/report.yaml:26: không đơn vị nào của khối “bo-co-tthc” được hỏi “co-tthc”; vui lòng đưa chỉ tiêu này vào biểu của các đơn vị đó.',
      'reports/tiny/text/mot-cua.hbs:1: không biểu nào hỏi “co-tthc” ở “bo-co-tthc”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    ],
  },
];
