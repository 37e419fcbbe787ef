/** Kinds of period: forms and parts of the outline that are there in some only, and windows that add up. */
import type { BrokenCase } from './broken-case.ts';

/** The tiny report for months and quarters; its forms are asked each month, so that quarters are compiled. */
const QUARTERS = {
  file: 'tiny/report.yaml',
  change: ['frequency: [month]', 'frequency: [month, quarter]'],
} as const;
const MONTHLY = {
  file: 'tiny/forms.yaml',
  change: ['  roster: tinh\n', '  roster: tinh\n  frequencies: [month]\n'],
} as const;

/** What the month asks and is neither flow nor stock has no value in a quarter. */
const NOT_ASKED_IN_QUARTERS = [
  'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “kho-khan” không có số liệu ở kỳ quý nhưng mục “mot-cua” in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.',
  'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “mot-cua” không có số liệu ở kỳ quý nhưng mục “mot-cua” in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.',
];

export const NESTING: readonly BrokenCase[] = [
  {
    rule: 'a form of a kind of period that the report does not have',
    file: 'tiny/forms.yaml',
    change: ['  roster: tinh\n', '  roster: tinh\n  frequencies: [month, year]\n'],
    problems: ['reports/tiny/forms.yaml:4: báo cáo này không có kỳ năm (year); các loại kỳ: month.'],
  },
  {
    rule: 'texts that print in a quarter what is only asked each month, and is no number',
    ...MONTHLY,
    also: [QUARTERS],
    problems: [...NOT_ASKED_IN_QUARTERS],
  },
  {
    rule: 'windows of months that leave days out of the quarter',
    file: 'tiny/report.yaml',
    change: ['to: {month: 0, day: last}', 'to: {month: 0, day: 30}'],
    also: [QUARTERS, MONTHLY],
    problems: [
      'reports/tiny/report.yaml:18: khoảng thời gian “ky” của các kỳ tháng không ghép kín thành kỳ dài hơn: tháng 01/2023 đến hết ngày 30/01/2023 nhưng tháng 02/2023 bắt đầu từ ngày 01/02/2023; vui lòng sửa from, to để kỳ sau bắt đầu đúng một ngày sau kỳ trước.',
      ...NOT_ASKED_IN_QUARTERS,
    ],
  },
  {
    rule: 'an indicator that a quarter asks again of some of its bodies',
    file: 'tiny/forms.yaml',
    change: [
      'BCA-1:\n',
      'Q-BO:\n  title: Biểu quý của bộ\n  roster: bo\n  frequencies: [quarter]\n  sections:\n    - title: Hồ sơ\n      fields: [tong-ho-so]\nBCA-1:\n',
    ],
    also: [QUARTERS, MONTHLY],
    problems: [
      'reports/tiny/indicators.yaml:1: chỉ tiêu “tong-ho-so” ở kỳ quý được hỏi lại ở biểu Q-BO nhưng không hỏi lại mọi đơn vị của biểu F-TINH; vui lòng ghi frequencies của các biểu cho khớp.',
      ...NOT_ASKED_IN_QUARTERS,
    ],
  },
  {
    rule: 'an indicator that a year compiles from months and from quarters',
    file: 'tiny/forms.yaml',
    change: [
      'BCA-1:\n',
      'Q-BO:\n  title: Biểu quý của bộ\n  roster: bo\n  frequencies: [quarter]\n  sections:\n    - title: Hồ sơ\n      fields: [tong-ho-so]\nBCA-1:\n',
    ],
    also: [
      { file: 'tiny/report.yaml', change: ['frequency: [month]', 'frequency: [month, quarter, year]'] },
      MONTHLY,
    ],
    problems: [
      'reports/tiny/indicators.yaml:1: chỉ tiêu “tong-ho-so” ở kỳ năm được tổng hợp từ hai loại kỳ khác nhau (biểu F-TINH, Q-BO); vui lòng ghi frequencies của các biểu cho khớp.',
      'reports/tiny/indicators.yaml:1: chỉ tiêu “tong-ho-so” ở kỳ quý được hỏi lại ở biểu Q-BO nhưng không hỏi lại mọi đơn vị của biểu F-TINH; vui lòng ghi frequencies của các biểu cho khớp.',
      ...NOT_ASKED_IN_QUARTERS,
    ],
  },
  {
    rule: 'a text that prints a form in months which only quarters ask',
    file: 'tiny/forms.yaml',
    change: ['  roster: bo\n', '  roster: bo\n  frequencies: [quarter]\n'],
    also: [QUARTERS],
    problems: [
      'reports/tiny/text/mot-cua.hbs:1: biểu “F-BO” không thu ở kỳ tháng nhưng mục “mot-cua” in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.',
      'reports/tiny/text/mot-cua.hbs:1: chỉ tiêu “co-tthc” không có số liệu ở kỳ tháng nhưng mục “mot-cua” in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.',
      'reports/tiny/text/su-kien.hbs:5: bảng “van-ban” không có ở kỳ tháng nhưng mục “su-kien” in ở kỳ ấy; vui lòng giới hạn frequencies của mục, hoặc hỏi ở một biểu của kỳ ấy.',
    ],
  },
];
