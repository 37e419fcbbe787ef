/** Two sources of one thing: tolerances, rows about bodies, and what is printed of them. */
import type { BrokenCase } from './broken-case.ts';

const indicators = (rule: string, change: BrokenCase['change'], ...problems: string[]): BrokenCase => ({
  rule,
  file: 'tiny/indicators.yaml',
  change,
  problems: problems.map((problem) => `reports/tiny/indicators.yaml:${problem}`),
});
const forms = (rule: string, change: BrokenCase['change'], problem: string): BrokenCase => ({
  rule,
  file: 'tiny/forms.yaml',
  change,
  problems: [`reports/tiny/forms.yaml:${problem}`],
});
const checks = (rule: string, more: string, ...problems: string[]): BrokenCase => ({
  rule,
  file: 'tiny/checks.yaml',
  change: [LAST, `${LAST}- { id: hai-nguon, kind: two-sources, ${more} }\n`],
  problems,
});
const LAST = '  exhaustive: false\n';
const SOURCES = 'primary: tong-ho-so, other: ho-so-giay';
const ROWS = 'rows: {table: su-kien, where: [{column: loai, is: hoi-nghi}]}';
const rows = (more: string): BrokenCase['change'] => [ROWS, `rows: {table: su-kien, where: [], ${more}}`];
/** Where the tiny report prints the number of dossiers. */
const PRINTED = [
  'annexes.yaml:10',
  'annexes.yaml:17',
  'annexes.yaml:20',
  'text/ho-so.hbs:1',
  'text/ho-so.hbs:2',
  'text/ho-so.hbs:5',
  'text/mot-cua.hbs:1',
];
const CONTROL = 'control: {indicator: ty-le, span: period}';
const TYPED = '- {id: noi-dung, label: Nội dung, type: text}';

export const SOURCES_BROKEN: readonly BrokenCase[] = [
  indicators(
    'a tolerance without a second form',
    ['  rising: true', "  rising: true\n  tolerance: { percent: '1' }"],
    '31: tolerance so các biểu cùng hỏi “tai-khoan”; vui lòng ghi primary, và hỏi ở ít nhất hai biểu.',
  ),
  indicators(
    'a tolerance of words',
    ['  nature: text', "  nature: text\n  tolerance: { percent: '1' }"],
    '52: mức chênh lệch chỉ dùng cho flow hoặc stock; “kho-khan” là chữ (text).',
  ),
  indicators(
    'rows about a body in an unknown column',
    rows('body: tinhh'),
    '57: bảng “su-kien” của biểu “F-TINH” không có cột “tinhh”; vui lòng khai báo hoặc sửa lại.',
  ),
  indicators(
    'rows about a body in a column of text',
    rows('body: noi-dung'),
    '57: cột “noi-dung” phải có type: body.',
  ),
  indicators(
    'a sum of rows that are about nobody',
    rows('sum: nguoi-du'),
    '57: cột “nguoi-du” được để trống nên không cộng được; vui lòng bỏ optional.',
    '57: sum chỉ dùng cùng body (cột đơn vị mà dòng nói đến); vui lòng thêm body.',
  ),
  indicators(
    'a sum of texts',
    rows('sum: noi-dung'),
    '57: cột “noi-dung” phải có type: number để cộng được.',
    '57: sum chỉ dùng cùng body (cột đơn vị mà dòng nói đến); vui lòng thêm body.',
  ),
  forms(
    'a column of bodies without a roster',
    [TYPED, '- {id: noi-dung, label: Nội dung, type: body}'],
    '21: cột đơn vị “noi-dung” phải có roster, là danh sách các đơn vị được ghi.',
  ),
  forms(
    'a column of bodies of an unknown roster',
    [TYPED, '- {id: noi-dung, label: Nội dung, type: body, roster: tinhh}'],
    '21: không có danh sách đơn vị “tinhh”; có lẽ cần viết “tinh”.',
  ),
  forms(
    'a roster of a column of texts',
    [TYPED, '- {id: noi-dung, label: Nội dung, type: text, roster: tinh}'],
    '21: chỉ cột đơn vị (type: body) mới có roster; cột “noi-dung” có type là text.',
  ),
  forms(
    'a tolerance of a control value without limits',
    [CONTROL, CONTROL.replace('}', ', tolerance: {}}')],
    '11: tolerance chưa có mức; vui lòng thêm percent hoặc value.',
  ),
  forms(
    'a tolerance of a stated change',
    [CONTROL, CONTROL.replace('}', ", versus: previous, tolerance: {percent: '1'}}")],
    '11: tolerance so hai số cùng kỳ; ô đối chiếu có versus thì không dùng.',
  ),
  checks(
    'a source that is not there',
    'primary: tong-ho-so, other: ho-so-giayy',
    'reports/tiny/checks.yaml:10: không có chỉ tiêu “ho-so-giayy”; có lẽ cần viết “ho-so-giay”.',
  ),
  checks(
    'sources in two units',
    'primary: tong-ho-so, other: toc-do',
    'reports/tiny/checks.yaml:10: “toc-do” (số thời điểm (stock), Mbps) và “tong-ho-so” (số phát sinh (flow), hồ sơ) không phải hai nguồn của cùng một số; vui lòng dùng cùng nature và unit.',
  ),
  checks(
    'a source of itself',
    'primary: ho-so-giay, other: ho-so-giay',
    'reports/tiny/checks.yaml:10: “ho-so-giay” không thể đối chiếu với chính nó.',
  ),
  checks(
    'a tolerance without limits',
    `${SOURCES}, tolerance: {}`,
    'reports/tiny/checks.yaml:10: tolerance chưa có mức; vui lòng thêm percent hoặc value.',
  ),
  checks(
    'a tolerance below zero',
    `${SOURCES}, tolerance: { value: '-1' }`,
    'reports/tiny/checks.yaml:10: mức chênh lệch trong tolerance không thể là số âm.',
  ),
  checks(
    'a second source in a table, a comparison, a chart and texts',
    'primary: ho-so-giay, other: tong-ho-so',
    ...PRINTED.map(
      (place) =>
        `reports/tiny/${place}: “tong-ho-so” chỉ là nguồn đối chiếu của “ho-so-giay” (kiểm tra “hai-nguon”) nên không in; vui lòng dùng “ho-so-giay”.`,
    ),
  ),
];
