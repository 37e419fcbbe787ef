/** forms.yaml: who owes a form, fields, control values, tables. */
import type { BrokenCase } from './broken-case.ts';

export const FORMS: readonly BrokenCase[] = [
  {
    rule: 'a form that nobody owes',
    file: 'tiny/forms.yaml',
    change: ['  body: bo-cong-an\n', ''],
    problems: [
      'reports/tiny/forms.yaml:40: biểu “BCA-1” phải có đúng một trong hai khóa roster (danh sách) hoặc body (một đơn vị).',
    ],
  },
  {
    rule: 'a form owed twice',
    file: 'tiny/forms.yaml',
    change: ['  body: bo-cong-an\n', '  body: bo-cong-an\n  roster: bo\n'],
    problems: [
      'reports/tiny/forms.yaml:40: biểu “BCA-1” phải có đúng một trong hai khóa roster (danh sách) hoặc body (một đơn vị).',
    ],
  },
  {
    rule: 'a form of an unknown roster',
    file: 'tiny/forms.yaml',
    change: ['  roster: tinh\n', '  roster: tnih\n'],
    problems: [
      'reports/tiny/forms.yaml:3: không có danh sách đơn vị “tnih”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a form of an unknown body',
    file: 'tiny/forms.yaml',
    change: ['  body: bo-cong-an\n', '  body: bo-cong-ann\n'],
    problems: ['reports/tiny/forms.yaml:42: không có đơn vị “bo-cong-ann”; có lẽ cần viết “bo-cong-an”.'],
  },
  {
    rule: 'a form of a roster without bodies',
    file: 'rosters.yaml',
    change: ['  kinds: [bo]', '  kinds: [khac]'],
    problems: [
      'reports/rosters.yaml:4: danh sách “bo” không có đơn vị nào; vui lòng ghi kinds, bodies hoặc union.',
      'reports/tiny/forms.yaml:26: danh sách “bo” không có đơn vị nào nên không ai nộp biểu này.',
    ],
  },
  {
    rule: 'a field twice',
    file: 'tiny/forms.yaml',
    change: ['        - toc-do\n', '        - toc-do\n        - toc-do\n'],
    problems: [
      'reports/tiny/forms.yaml:14: trường “toc-do” có hai lần trong biểu “F-TINH”; vui lòng bỏ một hoặc đặt id khác.',
    ],
  },
  {
    rule: 'an indicator twice under two ids',
    file: 'tiny/forms.yaml',
    change: ['        - toc-do\n', '        - toc-do\n        - {id: toc-do-2, indicator: toc-do}\n'],
    problems: [
      'reports/tiny/forms.yaml:14: chỉ tiêu “toc-do” được hỏi hai lần trong biểu “F-TINH”; vui lòng bỏ một.',
    ],
  },
  {
    rule: 'a field with the name of the sender',
    file: 'tiny/forms.yaml',
    change: ['id: dc-ty-le', 'id: entity'],
    problems: ['reports/tiny/forms.yaml:10: id “entity” đã dành cho tên đơn vị; vui lòng đặt id khác.'],
  },
  {
    rule: 'a field of an unknown indicator',
    file: 'tiny/forms.yaml',
    change: ['        - kho-khan\n', '        - kho-khan\n        - kho-khann\n'],
    problems: ['reports/tiny/forms.yaml:15: không có chỉ tiêu “kho-khann”; có lẽ cần viết “kho-khan”.'],
  },
  {
    rule: 'a field that asks nothing',
    file: 'tiny/forms.yaml',
    change: ['        - kho-khan\n', '        - kho-khan\n        - {label: Trống}\n'],
    problems: [
      'reports/tiny/forms.yaml:15: trường phải có đúng một trong hai khóa indicator (chỉ tiêu) hoặc control (giá trị đối chiếu).',
    ],
  },
  {
    rule: 'a control value without own id',
    file: 'tiny/forms.yaml',
    change: ['        - id: dc-ty-le\n          control:', '        - control:'],
    problems: ['reports/tiny/forms.yaml:10: giá trị đối chiếu phải có id riêng, ví dụ “dc-tong-ho-so”.'],
  },
  {
    rule: 'a control value of an unknown indicator',
    file: 'tiny/forms.yaml',
    change: ['control: {indicator: ty-le,', 'control: {indicator: ty-lee,'],
    problems: ['reports/tiny/forms.yaml:11: không có chỉ tiêu “ty-lee”; có lẽ cần viết “ty-le”.'],
  },
  {
    rule: 'a control value of a text',
    file: 'tiny/forms.yaml',
    change: ['control: {indicator: ty-le,', 'control: {indicator: kho-khan,'],
    problems: ['reports/tiny/forms.yaml:11: “kho-khan” là chỉ tiêu chữ nên không có giá trị đối chiếu.'],
  },
  {
    rule: 'a control value of a status without class',
    file: 'tiny/forms.yaml',
    change: ['control: {indicator: ty-le,', 'control: {indicator: mot-cua,'],
    problems: [
      'reports/tiny/forms.yaml:11: “mot-cua” là chỉ tiêu trạng thái; vui lòng ghi status là một trong: hoan-thanh, dang-lam.',
    ],
  },
  {
    rule: 'a control value over an unknown block',
    file: 'tiny/forms.yaml',
    change: ['span: period}', 'span: period, of: khoi-bo}'],
    problems: [
      'reports/tiny/forms.yaml:11: không có khối, danh sách hoặc đơn vị “khoi-bo”; vui lòng khai báo hoặc sửa lại.',
    ],
  },
  {
    rule: 'a control value over bodies that are not asked',
    file: 'tiny/forms.yaml',
    change: ['span: period}', 'span: period, of: bo}'],
    problems: [
      'reports/tiny/forms.yaml:11: không biểu nào hỏi “ty-le” ở “bo”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.',
    ],
  },
  {
    rule: 'a year to date of a stock',
    file: 'tiny/forms.yaml',
    change: ['control: {indicator: ty-le, span: period}', 'control: {indicator: toc-do, span: ytd}'],
    problems: [
      'reports/tiny/forms.yaml:11: “toc-do” là số thời điểm (stock), không cộng dồn theo thời gian nên không có span ytd; vui lòng bỏ.',
    ],
  },
  {
    rule: 'evidence of a number',
    file: 'tiny/forms.yaml',
    change: ['          mayNotApply: true', '          evidence: true'],
    problems: [
      'reports/tiny/forms.yaml:9: “evidence” chỉ dùng cho chỉ tiêu có/chưa hoặc trạng thái; “ho-so-truc-tuyen” là số phát sinh (flow).',
    ],
  },
  {
    rule: 'a table twice',
    file: 'tiny/forms.yaml',
    change: [
      '    - id: van-ban\n      title: Văn bản\n',
      '    - {id: van-ban, title: Trùng, columns: [{id: loai, label: L, type: choice, choices: [{id: nghi-dinh, label: N}]}, {id: so, label: S, type: code}, {id: ngay, label: N, type: date}, {id: trich-yeu, label: T, type: text}]}\n    - id: van-ban\n      title: Văn bản\n',
    ],
    problems: [
      'reports/tiny/forms.yaml:34: bảng “van-ban” có hai lần trong biểu “F-BO”; vui lòng đặt id khác.',
    ],
  },
  {
    rule: 'a column twice',
    file: 'tiny/forms.yaml',
    change: ['{id: noi-bat, label: Nổi bật, type: flag,', '{id: nguoi-du, label: Nổi bật, type: number,'],
    problems: ['reports/tiny/forms.yaml:23: cột “nguoi-du” có hai lần trong bảng; vui lòng đặt id khác.'],
  },
  {
    rule: 'a column with the name of the sender',
    file: 'tiny/forms.yaml',
    change: ['{id: noi-bat, label', '{id: body, label'],
    problems: ['reports/tiny/forms.yaml:23: id “body” đã dành cho tên đơn vị; vui lòng đặt id khác.'],
  },
  {
    rule: 'a choice without choices',
    file: 'tiny/forms.yaml',
    change: ['type: choice, choices: [{id: nghi-dinh, label: Nghị định}]}', 'type: choice}'],
    problems: ['reports/tiny/forms.yaml:36: cột lựa chọn “loai” phải có danh sách choices.'],
  },
  {
    rule: 'choices of a date',
    file: 'tiny/forms.yaml',
    change: [
      '        - {id: ngay, label: Ngày, type: date}\n        - {id: noi-dung',
      '        - {id: ngay, label: Ngày, type: date, choices: [{id: a, label: A}]}\n        - {id: noi-dung',
    ],
    problems: [
      'reports/tiny/forms.yaml:20: chỉ cột có type: choice mới có choices; cột “ngay” có type là date.',
    ],
  },
  {
    rule: 'a unit of a text',
    file: 'tiny/forms.yaml',
    change: [
      '{id: trich-yeu, label: Trích yếu, type: text}',
      '{id: trich-yeu, label: Trích yếu, type: text, unit: chữ}',
    ],
    problems: [
      'reports/tiny/forms.yaml:39: chỉ cột số (type: number) mới có unit; cột “trich-yeu” có type là text.',
    ],
  },
  {
    rule: 'a choice twice',
    file: 'tiny/forms.yaml',
    change: ['{id: hop, label: Cuộc họp}', '{id: hoi-nghi, label: Cuộc họp}'],
    problems: ['reports/tiny/forms.yaml:19: lựa chọn “hoi-nghi” bị ghi hai lần; vui lòng đổi mã.'],
  },
  {
    rule: 'a form that ends before it begins',
    file: 'tiny/forms.yaml',
    change: [
      '  title: Biểu của Bộ Công an\n',
      '  title: Biểu của Bộ Công an\n  from: 2024-09\n  to: 2024-08\n',
    ],
    problems: ['reports/tiny/forms.yaml:42: biểu có from sau to; vui lòng sửa lại.'],
  },
];
