/** indicators.yaml: breaks, and indicators that continue others. */
import type { BrokenCase } from './broken-case.ts';

/** Two indicators more, at lines 19 and 20: `cu` ended when `moi` began. */
const renamed = (moi: string, cu = 'nature: flow, unit: hồ sơ, to: 2024-06'): BrokenCase['change'] => [
  '\nty-le:\n',
  ['', `cu: { label: Cũ, ${SUM}, ${cu} }`, `moi: { label: Mới, ${moi} }`, 'ty-le:\n'].join('\n'),
];
const SUM = 'sum: [tong-ho-so, ho-so-truc-tuyen]';
const ROWS = 'rows: { table: su-kien, where: [] }';
const LIKE = `nature: flow, unit: hồ sơ, ${SUM}, from: 2024-07, continues: cu`;

const CASES: readonly (readonly [rule: string, change: BrokenCase['change'], problem: string])[] = [
  [
    'a break before the indicator begins',
    ['  from: 2024-07\n  rows', '  from: 2024-07\n  breaks: [{ from: 2024-06, why: đổi cách đếm }]\n  rows'],
    '57: thời điểm thay đổi 2024-06 nằm ngoài thời gian hiệu lực của chỉ tiêu (từ 2024-07).',
  ],
  [
    'a break twice',
    [
      '  fraction: true',
      '  fraction: true\n  breaks:\n    - { from: 2024-07, why: đổi cách đo }\n    - { from: 2024-07, why: đổi máy đo }',
    ],
    '39: thời điểm 2024-07 bị ghi hai lần trong breaks; vui lòng chỉ giữ một.',
  ],
  [
    'a break of an unknown class',
    [
      '    - {id: dang-lam, label: đang làm}',
      '    - {id: dang-lam, label: đang làm}\n  breaks: [{ from: 2024-07, why: đổi mức, status: dang-lamm }]',
    ],
    '48: không có mức “dang-lamm”; có lẽ cần viết “dang-lam”.',
  ],
  [
    'a break of a class of a number',
    ['  fraction: true', '  fraction: true\n  breaks: [{ from: 2024-07, why: đổi cách đo, status: nhanh }]'],
    '37: “toc-do” là chỉ tiêu số thời điểm (stock), không chia theo mức; vui lòng bỏ status.',
  ],
  [
    'one that continues an unknown one',
    renamed(LIKE.replace('continues: cu', 'continues: cux')),
    '20: không có chỉ tiêu “cux”; có lẽ cần viết “cu”.',
  ],
  [
    'one that continues itself',
    renamed(LIKE.replace('continues: cu', 'continues: moi')),
    '20: chỉ tiêu nối tiếp vòng tròn: moi ← moi; vui lòng bỏ một liên hệ.',
  ],
  [
    'one that begins before the former ends',
    renamed(LIKE.replace('from: 2024-07', 'from: 2024-06')),
    '20: “cu” có hiệu lực đến 2024-06 còn “moi” có hiệu lực từ 2024-06; hai mã không được cùng hiệu lực trong một tháng.',
  ],
  [
    'one that continues what has no end',
    renamed(LIKE, 'nature: flow, unit: hồ sơ'),
    '20: “moi” phải có from (tháng đầu của mã mới) và “cu” phải có to (tháng cuối của mã cũ).',
  ],
  [
    'one of another nature',
    renamed(LIKE.replace(SUM, ROWS).replace('nature: flow', 'nature: stock')),
    '20: “cu” là số phát sinh (flow) còn “moi” là số thời điểm (stock); không nối tiếp được.',
  ],
  [
    'one in another unit',
    renamed(LIKE.replace(SUM, ROWS).replace('unit: hồ sơ', 'unit: bộ hồ sơ')),
    '20: “cu” có đơn vị “hồ sơ” còn “moi” có đơn vị “bộ hồ sơ”; số liệu không nối tiếp được nếu chưa quy đổi.',
  ],
  [
    'one that counts from another day',
    renamed(LIKE, 'nature: flow, unit: hồ sơ, to: 2024-06, since: 2022-12-15'),
    '20: “cu” lũy kế từ 2022-12-15 nên “moi” phải ghi since: 2022-12-15.',
  ],
  [
    'two that continue one',
    renamed(`${LIKE} }\nmoi-nua: { label: Mới nữa, ${LIKE}`),
    '21: chỉ tiêu “cu” đã được “moi” nối tiếp; một chỉ tiêu chỉ được nối tiếp một lần.',
  ],
];

const LADDER =
  'unit: đơn vị, nature: status, statuses: [{ id: xong, label: xong }, { id: dang, label: đang làm }]';
const unasked = (line: number, code: string): string =>
  `${line}: chưa biểu nào hỏi chỉ tiêu “${code}” và cũng không có cách tính; vui lòng đưa vào forms.yaml hoặc thêm sum, difference, rows, meets.`;

export const SERIES: readonly BrokenCase[] = [
  ...CASES.map(([rule, change, problem]) => broken(rule, change, [problem])),
  broken(
    'one with a class that the former does not have',
    [
      '\nty-le:\n',
      `\nmuc: { label: Mức, ${LADDER}, to: 2024-06 }\nmuc-moi: { label: Mức mới, ${LADDER.replace('id: dang', 'id: khac')}, from: 2024-07, continues: muc }\nty-le:\n`,
    ],
    [
      unasked(19, 'muc'),
      unasked(20, 'muc-moi'),
      '20: mức “khac” của “muc-moi” không có ở “muc”; vui lòng giữ nguyên mã mức, hoặc ghi breaks từ 2024-07 cho mức này.',
    ],
  ),
];

function broken(rule: string, change: BrokenCase['change'], problems: readonly string[]): BrokenCase {
  const lines = problems.map((problem) => `reports/tiny/indicators.yaml:${problem}`);
  return { rule, file: 'tiny/indicators.yaml', change, problems: lines };
}
