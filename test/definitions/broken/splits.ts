/** splits.yaml, and changes of the issuer. */
import type { BrokenCase } from './broken-case.ts';

function splits(about: string, lines: readonly string[], problems: readonly string[]): BrokenCase {
  return { rule: about, file: 'tiny/splits.yaml', change: { create: `${lines.join('\n')}\n` }, problems };
}

const GOOD = ['  basis: số hồ sơ năm 2024', '  source: Biên bản bàn giao'];
const HALVES = "  weights: {bo-cong-an: '0.5', ha-noi: '0.5'}";

export const SPLITS: readonly BrokenCase[] = [
  splits(
    'weights of an unknown body',
    ['- body: bo-lao-dongg', HALVES, ...GOOD],
    ['reports/tiny/splits.yaml:1: không có đơn vị “bo-lao-dongg”; có lẽ cần viết “bo-lao-dong”.'],
  ),
  splits(
    'weights of a body that was not divided',
    ['- body: yen-bai', "  weights: {lao-cai-2025: '1'}", ...GOOD],
    [
      'reports/tiny/splits.yaml:1: “yen-bai” không chia cho nhiều đơn vị kế thừa nên không có hệ số; vui lòng bỏ mục này.',
    ],
  ),
  splits(
    'a weight of one that took nothing over, and none of one that did',
    ['- body: bo-lao-dong', "  weights: {bo-cong-an: '0.5', ha-nooi: '0.5'}", ...GOOD],
    [
      'reports/tiny/splits.yaml:2: không có đơn vị kế thừa “ha-nooi”; có lẽ cần viết “ha-noi”.',
      "reports/tiny/splits.yaml:2: thiếu hệ số của đơn vị kế thừa ha-noi; đơn vị không nhận phần nào thì ghi '0'.",
    ],
  ),
  splits(
    'weights that do not add up to one',
    ['- body: bo-lao-dong', "  weights: {bo-cong-an: '0.5', ha-noi: '0.49'}", ...GOOD],
    ['reports/tiny/splits.yaml:2: các hệ số cộng lại phải đúng bằng 1; đang bằng 0.99.'],
  ),
  splits(
    'a weight above one',
    ['- body: bo-lao-dong', "  weights: {bo-cong-an: '1.5', ha-noi: '-0.5'}", ...GOOD],
    [
      'reports/tiny/splits.yaml:2: hệ số phải từ 0 đến 1; đang là -0.5.',
      'reports/tiny/splits.yaml:2: hệ số phải từ 0 đến 1; đang là 1.5.',
    ],
  ),
  splits(
    'weights for an unknown indicator',
    ['- body: bo-lao-dong', '  indicators: [tong-ho-soo]', HALVES, ...GOOD],
    ['reports/tiny/splits.yaml:2: không có chỉ tiêu “tong-ho-soo”; có lẽ cần viết “tong-ho-so”.'],
  ),
  splits(
    'weights for what does not add up, and for what is derived',
    ['- body: bo-lao-dong', '  indicators: [co-tthc, thu-hang, ho-so-giay]', HALVES, ...GOOD],
    [
      'reports/tiny/splits.yaml:2: “co-tthc” không phải là số cộng được (flow hoặc stock) nên không chia theo hệ số; vui lòng bỏ.',
      'reports/tiny/splits.yaml:2: “ho-so-giay” được tính từ chỉ tiêu khác; vui lòng ghi hệ số cho tong-ho-so, ho-so-truc-tuyen.',
      'reports/tiny/splits.yaml:2: “thu-hang” không phải là số cộng được (flow hoặc stock) nên không chia theo hệ số; vui lòng bỏ.',
    ],
  ),
  splits(
    'two weights for one thing',
    ['- body: bo-lao-dong', HALVES, ...GOOD, '- body: bo-lao-dong', HALVES, ...GOOD],
    ['reports/tiny/splits.yaml:5: hệ số của “bo-lao-dong” cho mọi chỉ tiêu bị ghi hai lần; vui lòng bỏ một.'],
  ),
  splits(
    'weights without what they are based on',
    ['- body: bo-lao-dong', HALVES],
    [
      'reports/tiny/splits.yaml:1: thiếu khóa “basis”; vui lòng bổ sung.',
      'reports/tiny/splits.yaml:1: thiếu khóa “source”; vui lòng bổ sung.',
    ],
  ),
  {
    rule: 'changes of the issuer that go back in time',
    file: 'tiny/report.yaml',
    change: [
      'windows:\n',
      'changes:\n  - from: 2025-03-01\n    document: {signer: Nguyễn Văn Một}\n  - from: 2025-02-01\n    document: {signer: Nguyễn Văn Hai}\nwindows:\n',
    ],
    problems: [
      'reports/tiny/report.yaml:20: các thay đổi phải theo thứ tự ngày; 2025-02-01 không sau 2025-03-01.',
    ],
  },
  {
    rule: 'a change of the issuer that changes nothing',
    file: 'tiny/report.yaml',
    change: ['windows:\n', 'changes:\n  - from: 2025-03-01\nwindows:\n'],
    problems: [
      'reports/tiny/report.yaml:18: thay đổi này chưa ghi gì khác; vui lòng ghi issuer hoặc document, hoặc bỏ mục này.',
    ],
  },
  {
    rule: 'a changed subject with a figure typed into it',
    file: 'tiny/report.yaml',
    change: [
      'windows:\n',
      'changes:\n  - from: 2025-03-01\n    document: {subject: Kết quả 15 bộ}\nwindows:\n',
    ],
    problems: [
      'reports/tiny/report.yaml:19: “15” có chữ số gõ thẳng; vui lòng dùng {{cite}}, {{date}}, {{name}} hoặc một số liệu.',
    ],
  },
];
