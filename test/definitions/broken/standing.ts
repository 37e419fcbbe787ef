/** `standing`: what may be carried forward from period to period, and what may not. */
import type { BrokenCase } from './broken-case.ts';

export const STANDING: readonly BrokenCase[] = [
  {
    rule: 'a flow that stands',
    file: 'tiny/indicators.yaml',
    change: ['  since: 2022-12-15', '  standing: 3\n  since: 2022-12-15'],
    problems: [
      'reports/tiny/indicators.yaml:13: “ho-so-truc-tuyen” là số phát sinh (flow), phải báo cáo lại từng kỳ nên không giữ nguyên được; vui lòng bỏ standing.',
    ],
  },
  {
    rule: 'words that stand',
    file: 'tiny/indicators.yaml',
    change: ['  nature: text', '  nature: text\n  standing: 3'],
    problems: [
      'reports/tiny/indicators.yaml:52: “standing” chỉ dùng cho số thời điểm (stock), có/chưa (flag) hoặc trạng thái (status); “kho-khan” là chữ (text).',
    ],
  },
  {
    rule: 'a derived flag that stands',
    file: 'tiny/indicators.yaml',
    change: ['  meets: {', '  standing: 3\n  meets: {'],
    problems: [
      'reports/tiny/indicators.yaml:62: “dat-ty-le” do hệ thống tính nên không xác nhận giữ nguyên; vui lòng đặt standing ở chỉ tiêu hoặc bảng mà nó lấy số.',
    ],
  },
  {
    rule: 'a table that stands and is counted as a flow',
    file: 'tiny/forms.yaml',
    change: ['      title: Sự kiện\n', '      title: Sự kiện\n      standing: 3\n'],
    problems: [
      'reports/tiny/forms.yaml:18: bảng “su-kien” được giữ nguyên từ kỳ này sang kỳ khác nên số dòng của nó là số thời điểm; chỉ tiêu “so-su-kien” đếm bảng này phải có nature là stock, hoặc bỏ standing.',
    ],
  },
  {
    rule: 'no time for which it stands',
    file: 'tiny/indicators.yaml',
    change: ['  rising: true', '  rising: true\n  standing: 0'],
    problems: ['reports/tiny/indicators.yaml:31: “standing” phải trong khoảng từ 1 đến 60; đang là “0”.'],
  },
];
