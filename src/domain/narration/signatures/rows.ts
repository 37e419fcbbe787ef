/** Rows of tables: documents, events and other rows that bodies sent. */
import { DECIMALS, SCALE, WORD, choice } from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const ROWS: Readonly<Record<string, HelperSignature>> = {
  documents: {
    about:
      'Documents of a table in full: type (without "của …" where there is a number), number, date, title; a law or an ordinance by type and name alone, "Luật Viễn thông". They stand in the order of the choices of `loai`, then by date. Ends with ";..." where `count` says that there are more; "không có" when there is none. Needs the columns loai, so, ngay, trich-yeu.',
    block: false,
    positional: [{ name: 'table', type: { kind: 'table' }, about: 'Id of the table.', required: true }],
    options: {
      where: {
        type: { kind: 'filter' },
        about: 'Conditions, e.g. "noi-bat=yes" or "loai=nghi-dinh, noi-bat=yes".',
      },
      count: {
        type: { kind: 'text' },
        about: 'Codes of the indicators that say how many there are in all, separated by spaces.',
      },
      style: { type: choice('full', 'short'), about: 'short leaves date and title out, for later mentions.' },
    },
    example: '{{documents "van-ban" where="noi-bat=yes" count="vb-nghi-dinh vb-quyet-dinh-ttg"}}',
    prints: 'Nghị định số 137/2024/NĐ-CP ngày 23/10/2024 quy định về giao dịch điện tử;...',
  },
  documentCounts: {
    about:
      'Documents of a table counted by type, in the order of the choices of `loai`: "03 Nghị định, 05 Quyết định"; "không có" when there is none.',
    block: false,
    positional: [{ name: 'table', type: { kind: 'table' }, about: 'Id of the table.', required: true }],
    options: { where: { type: { kind: 'filter' }, about: 'Conditions on the rows.' } },
    example: '{{documentCounts "van-ban"}}',
    prints: '03 Nghị định, 05 Quyết định của Thủ tướng Chính phủ',
  },
  rows: {
    about:
      'Repeats its content for each row of a table; {{else}} is printed when there is none and all have reported. Inside, {{cell}} prints a column.',
    block: true,
    positional: [{ name: 'table', type: { kind: 'table' }, about: 'Id of the table.', required: true }],
    options: {
      where: {
        type: { kind: 'filter' },
        about:
          'Conditions joined by commas: "loai=hoi-nghi", "nguoi-dung>10000000", "han<@end" (@start and @end are the first and last day of the window).',
      },
      order: { type: { kind: 'text' }, about: 'Column to sort by; "-column" from the largest.' },
      limit: { type: { kind: 'number' }, about: 'Only the first so many.' },
      join: { type: { kind: 'text' }, about: 'Between two rows. Default "; ".' },
      last: { type: { kind: 'text' }, about: 'Before the last row; default as `join`.' },
      end: { type: { kind: 'text' }, about: 'After the last row when `limit` left some out, e.g. ";...".' },
      carried: {
        type: { kind: 'filter' },
        about:
          'Adds the rows of the period before that match these conditions and that no row of this period repeats, e.g. "trang-thai=dang-thuc-hien".',
      },
    },
    example: '{{#rows "su-kien" where="ma=5g"}}Ngày {{cell "ngay"}}, {{cell "noi-dung"}}{{/rows}}',
    prints: 'Ngày 15/10/2024, Tập đoàn Viettel khai trương mạng di động thế hệ thứ năm',
  },
  cell: {
    about:
      'A column of the current row: numbers and dates as officials write them, choices by their label, `body` for the name of the body that sent the row.',
    block: false,
    positional: [{ name: 'column', type: { kind: 'column' }, about: 'Id of the column.', required: true }],
    options: { scale: SCALE, decimals: DECIMALS, word: WORD },
    example:
      '{{#rows "ung-dung" order="-nguoi-dung" limit=1}}{{cell "ten"}}: {{cell "nguoi-dung" scale="triệu" decimals=1}}{{/rows}}',
    prints: 'Alpha: 29,3 triệu',
  },
  ifCell: {
    about:
      'Within {{#rows}}: its content when the row has that column filled; {{else}} otherwise. A filled flag may be a no.',
    block: true,
    positional: [{ name: 'column', type: { kind: 'column' }, about: 'Id of the column.', required: true }],
    options: {},
    example:
      '{{#rows "su-kien" where="ma=5g"}}{{cell "noi-dung"}}{{#ifCell "dia-diem"}} tại {{cell "dia-diem"}}{{/ifCell}}{{/rows}}',
    prints: 'Tập đoàn Viettel khai trương mạng di động thế hệ thứ năm tại Hà Nội',
  },
  rowCount: {
    about: 'How many rows of a table match.',
    block: false,
    positional: [{ name: 'table', type: { kind: 'table' }, about: 'Id of the table.', required: true }],
    options: { where: { type: { kind: 'filter' }, about: 'Conditions on the rows.' } },
    example: '{{rowCount "ung-dung" where="nguoi-dung>10000000"}} ứng dụng',
    prints: '08 ứng dụng',
  },
};
