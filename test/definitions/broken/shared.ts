/** Bodies, rosters and the calendar, which all reports share. */
import type { BrokenCase } from './broken-case.ts';

export const SHARED: readonly BrokenCase[] = [
  {
    rule: 'a body twice',
    file: 'entities.csv',
    change: ['bo-y-te,bo,Bộ Y tế,BYT,G18', 'bo-cong-an,bo,Bộ Y tế,BYT,G18'],
    problems: ['reports/entities.csv:7: mã đơn vị “bo-cong-an” bị ghi hai lần; vui lòng đặt mã khác.'],
  },
  {
    rule: 'a body that ends before it begins',
    file: 'entities.csv',
    change: ['2025-07-01,,', '2025-07-01,2025-06-01,'],
    problems: [
      'reports/entities.csv:3: “lao-cai-2025” không thể kế thừa “yen-bai” vì không tồn tại sau khi “yen-bai” kết thúc.',
      'reports/entities.csv:4: “lao-cai-2025” không thể kế thừa “lao-cai” vì không tồn tại sau khi “lao-cai” kết thúc.',
      'reports/entities.csv:5: đơn vị “lao-cai-2025” có validFrom sau validTo; vui lòng sửa lại.',
    ],
  },
  {
    rule: 'an unknown successor',
    file: 'entities.csv',
    change: ['10;H38,,,2025-06-30,lao-cai-2025', '10;H38,,,2025-06-30,lao-cai-2052'],
    problems: [
      'reports/entities.csv:4: không có đơn vị kế thừa “lao-cai-2052”; có lẽ cần viết “lao-cai-2025”.',
    ],
  },
  {
    rule: 'a successor that is gone before',
    file: 'entities.csv',
    change: ['G18,,,,', 'G18,,,2025-12-31,yen-bai'],
    problems: [
      'reports/entities.csv:7: “yen-bai” không thể kế thừa “bo-y-te” vì không tồn tại sau khi “bo-y-te” kết thúc.',
    ],
  },
  {
    rule: 'one code of two bodies at a time',
    file: 'entities.csv',
    change: ['BYT,G18', 'BYT,G01'],
    problems: [
      'reports/entities.csv:7: “G01” là tên hoặc mã của cả “bo-cong-an” và “bo-y-te” trong cùng thời gian; vui lòng bỏ một.',
    ],
  },
  {
    rule: 'one name of two bodies at a time',
    file: 'entities.csv',
    change: ['G18,,', 'G18,Bộ Công an,'],
    problems: [
      'reports/entities.csv:7: “Bộ Công an” là tên hoặc mã của cả “bo-cong-an” và “bo-y-te” trong cùng thời gian; vui lòng bỏ một.',
    ],
  },
  {
    rule: 'a roster twice',
    file: 'rosters.yaml',
    change: ['- id: tat-ca', '- id: bo'],
    problems: [
      'reports/rosters.yaml:7: danh sách “bo” bị ghi hai lần; vui lòng đặt mã khác.',
      'reports/rosters.yaml:9: danh sách “bo” hợp từ chính nó; vui lòng sửa union.',
    ],
  },
  {
    rule: 'a roster with the id of a body',
    file: 'rosters.yaml',
    change: ['- id: tat-ca', '- id: ha-noi'],
    problems: ['reports/rosters.yaml:7: mã “ha-noi” đã là mã của một đơn vị; vui lòng đặt mã khác.'],
  },
  {
    rule: 'a roster of an unknown body',
    file: 'rosters.yaml',
    change: ['  union: [bo, tinh]', '  bodies: [ha-nooi, ha-noi]'],
    problems: ['reports/rosters.yaml:9: không có đơn vị “ha-nooi”; có lẽ cần viết “ha-noi”.'],
  },
  {
    rule: 'a roster of an unknown roster',
    file: 'rosters.yaml',
    change: ['  union: [bo, tinh]', '  union: [boo, tinh]'],
    problems: ['reports/rosters.yaml:9: không có danh sách đơn vị “boo”; có lẽ cần viết “bo”.'],
  },
  {
    rule: 'a roster made of itself',
    file: 'rosters.yaml',
    change: ['  union: [bo, tinh]', '  union: [tat-ca, tinh]'],
    problems: ['reports/rosters.yaml:9: danh sách “tat-ca” hợp từ chính nó; vui lòng sửa union.'],
  },
  {
    rule: 'a day off of a year that is not listed',
    file: 'calendar.yaml',
    change: ['  - 2024-05-01\n', '  - 2025-05-01\n'],
    problems: [
      'reports/calendar.yaml:5: ngày 2025-05-01 thuộc năm chưa có trong years; vui lòng bổ sung năm hoặc bỏ ngày.',
    ],
  },
  {
    rule: 'a day off twice',
    file: 'calendar.yaml',
    change: ['  - 2024-05-01\n', '  - 2024-04-30\n'],
    problems: ['reports/calendar.yaml:5: ngày 2024-04-30 bị ghi hai lần; vui lòng chỉ giữ một.'],
  },
  {
    rule: 'a working day that is no weekend',
    file: 'calendar.yaml',
    change: ['  - 2024-05-04', '  - 2024-05-06'],
    problems: [
      'reports/calendar.yaml:7: ngày 2024-05-06 không phải thứ Bảy hay Chủ nhật nên không cần ghi là ngày làm bù.',
    ],
  },
  {
    rule: 'a day that is off and worked',
    file: 'calendar.yaml',
    change: ['  - 2024-05-01\n', '  - 2024-05-04\n'],
    problems: [
      'reports/calendar.yaml:7: ngày 2024-05-04 vừa là ngày nghỉ vừa là ngày làm bù; vui lòng bỏ một.',
    ],
  },
];
