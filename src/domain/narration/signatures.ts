/**
 * The language of the texts: every helper, what it takes and what it prints. The definition check reads this table to
 * name a wrong argument by file and line, and docs/authoring.md is generated from it.
 */

/** What an argument names or holds. `choice` lists its values. */
export type ArgumentKind =
  | { readonly kind: 'indicator'; readonly natures?: readonly string[] }
  | { readonly kind: 'block' }
  | { readonly kind: 'table' }
  | { readonly kind: 'column' }
  | { readonly kind: 'form' }
  | { readonly kind: 'body' }
  | { readonly kind: 'status' }
  | { readonly kind: 'window' }
  | { readonly kind: 'period' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'filter' }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

export interface Argument {
  readonly type: ArgumentKind;
  readonly about: string;
  readonly required?: boolean;
}

export interface HelperSignature {
  readonly about: string;
  /** Block helpers are written {{#name …}} … {{else}} … {{/name}}. */
  readonly block: boolean;
  readonly positional: readonly (Argument & { readonly name: string })[];
  readonly options: Readonly<Record<string, Argument>>;
  readonly example: string;
  /** What the example prints. */
  readonly prints: string;
}

const indicator = (natures?: readonly string[]): Argument & { readonly name: string } => ({
  name: 'indicator',
  type: natures ? { kind: 'indicator', natures } : { kind: 'indicator' },
  about: 'Code of the indicator.',
  required: true,
});
const choice = (...values: string[]): ArgumentKind => ({ kind: 'choice', values });

const SPAN: Argument = {
  type: choice('period', 'ytd', 'cumulative'),
  about: 'Of a flow: the period itself (default), from the start of the year, or since the beginning.',
};
const OF: Argument = {
  type: { kind: 'block' },
  about: 'Block, roster or body that is counted or summed. Default: all who are asked.',
};
const STATUS: Argument = { type: { kind: 'status' }, about: 'Class of a status indicator that is counted.' };
const SCALE: Argument = {
  type: choice('none', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'),
  about: "Scale word. Default: the indicator's own.",
};
const DECIMALS: Argument = {
  type: { kind: 'number' },
  about: "Digits after the comma, after scaling. Default: the indicator's own.",
};
const WORD: Argument = {
  type: choice('hơn', 'trên', 'gần', 'khoảng'),
  about:
    'Word before the number; it picks the rounding (hơn, trên down; gần up; khoảng half up) and is dropped where the shown value is the true one.',
};
const PLACE: Argument = {
  type: { kind: 'number' },
  about: 'Rounds to this place without a scale word, e.g. 1000: "gần 3.000".',
};
const AT: Argument = {
  type: { kind: 'period' },
  about: 'The value of an earlier period instead of this one, e.g. "year-start" or "2023-06".',
};
const VERSUS: Argument = {
  type: { kind: 'period' },
  about:
    'Compared with the period before, the same period last year, the end of last year, or a stated period: "2019" is the whole year of a flow, and the end of the year of everything else.',
  required: true,
};
const BACK: Argument = { type: { kind: 'number' }, about: 'Same period this many years earlier.' };
const GOAL_YEAR: Argument = {
  type: { kind: 'number' },
  about: "Year of the goal. Default: the period's.",
};

const flag = ['flag', 'status'];

export const HELPERS: Readonly<Record<string, HelperSignature>> = {
  figure: {
    about: 'The value of an indicator: a flow, a stock, a ratio, or the number of bodies that answered yes.',
    block: false,
    positional: [indicator()],
    options: {
      span: SPAN,
      of: OF,
      status: STATUS,
      scale: SCALE,
      decimals: DECIMALS,
      place: PLACE,
      word: WORD,
      at: AT,
      back: BACK,
      per: { type: choice('day'), about: 'Average per day over the days that the data cover.' },
    },
    example: '{{figure "truc-vb-tong" span="ytd" word="hơn" scale="triệu" decimals=1}} văn bản',
    prints: 'hơn 5,2 triệu văn bản',
  },
  count: {
    about:
      'N/M: how many bodies of a block answered yes, of all that the block has. M comes from the roster of the period.',
    block: false,
    positional: [indicator(flag)],
    options: {
      of: OF,
      status: STATUS,
      at: AT,
      total: { type: { kind: 'boolean' }, about: 'false leaves "/M" out.' },
    },
    example: '{{count "kho-dldt-ket-noi" of="bo-co-tthc"}} bộ, ngành',
    prints: '14/20 bộ, ngành',
  },
  outOf: {
    about: 'N/M where the owner stores both numbers: an indicator with `outOf`.',
    block: false,
    positional: [indicator(['flow', 'stock'])],
    options: { of: OF, at: AT },
    example: '{{outOf "httt-bcqg-che-do-bao-cao"}} chế độ báo cáo',
    prints: '69/179 chế độ báo cáo',
  },
  list: {
    about:
      'The names of the bodies that answered yes, from the same count, so that list and count cannot disagree; "không có" when there is none.',
    block: false,
    positional: [indicator(flag)],
    options: {
      of: OF,
      status: STATUS,
      order: {
        type: choice('roster', 'name', 'date'),
        about: 'Order of the roster (default), Vietnamese alphabet, or date of the document behind the yes.',
      },
      name: { type: choice('short', 'full'), about: '"Hà Nội" (default) or "thành phố Hà Nội".' },
      last: { type: { kind: 'text' }, about: 'What stands before the last name. Default ", ".' },
      answer: { type: choice('yes', 'no'), about: 'Lists those that answered no instead.' },
    },
    example: '{{list "kh-chien-luoc-du-lieu" of="tinh" order="date"}}',
    prints: 'Hải Dương, Sơn La, Hà Giang',
  },
  bodies: {
    about: 'How many bodies answered yes, with a noun; one body is written by its name, none in words.',
    block: false,
    positional: [indicator(flag)],
    options: {
      of: OF,
      status: STATUS,
      noun: { type: { kind: 'text' }, about: 'What a body is called.', required: true },
    },
    example: '{{bodies "cs-ho-tro-phi-lltp-vneid" of="tinh" noun="địa phương"}}',
    prints: 'thành phố Hà Nội',
  },
  most: {
    about:
      'A quantity in words from N/M: "tất cả" when all, "hầu hết" from four fifths, "đa số" from more than half, "một số" below, "chưa có" when none.',
    block: false,
    positional: [indicator(flag)],
    options: { of: OF, status: STATUS },
    example: '{{most "dm-csdl-ban-hanh" of="tat-ca"}} các bộ, ngành, địa phương',
    prints: 'hầu hết các bộ, ngành, địa phương',
  },
  top: {
    about:
      'The bodies with the highest or lowest values, each with its value; those of the same value by the Vietnamese alphabet, and all that are as high as the last one. A body without a value is waited for; one to which the question does not apply, or with a rate over nothing, is left out.',
    block: false,
    positional: [indicator(['flow', 'stock', 'ratio'])],
    options: {
      of: OF,
      limit: { type: { kind: 'number' }, about: 'How many bodies. Default 5.' },
      order: { type: choice('highest', 'lowest'), about: 'From the highest (default) or from the lowest.' },
      values: { type: { kind: 'boolean' }, about: 'false leaves the values out.' },
      unit: { type: { kind: 'text' }, about: 'Stands after each value, e.g. " hồ sơ".' },
      name: { type: choice('short', 'full'), about: '"Hà Nội" (default) or "thành phố Hà Nội".' },
      join: { type: { kind: 'text' }, about: 'Between two bodies. Default ", ".' },
      last: { type: { kind: 'text' }, about: 'Before the last body; default as `join`.' },
      span: SPAN,
      scale: SCALE,
      decimals: DECIMALS,
      at: AT,
    },
    example: '{{top "tl-ho-so-toan-trinh" of="bo" limit=3 decimals=1 last=" và "}}',
    prints: 'Bộ Giáo dục và Đào tạo (73,2%), Bộ Tài nguyên và Môi trường (70,2%) và Bộ Công an (68,4%)',
  },
  change: {
    about:
      'A change with its verb from the sign: tăng, giảm, không thay đổi. What is in percent changes in điểm phần trăm. A place in a ranking rises to a smaller number: "tăng 02 bậc". A base that is zero, missing or across a break gives words.',
    block: false,
    positional: [indicator()],
    options: {
      versus: VERSUS,
      span: SPAN,
      of: OF,
      status: STATUS,
      decimals: DECIMALS,
      scale: SCALE,
      word: WORD,
      as: {
        type: choice('percent', 'points', 'times', 'amount'),
        about:
          'percent (default; points for what is in percent), points, times ("gấp 1,3 lần"), or the difference itself: "tăng 1,2 triệu", of bodies "tăng 03" (default for a place in a ranking, with its word: "tăng 02 bậc").',
      },
      verb: {
        type: choice('tăng', 'giảm'),
        about: 'The verb that the sentence insists on; a number that contradicts it is a finding.',
      },
    },
    example:
      '{{change "attt-tan-cong-su-co" versus="previous" decimals=1}} so với {{periodName at="previous" style="short"}}',
    prints: 'giảm 18,4% so với tháng 9/2024',
  },
  base: {
    about: 'The earlier value that a change is measured from.',
    block: false,
    positional: [indicator()],
    options: {
      versus: VERSUS,
      span: SPAN,
      of: OF,
      status: STATUS,
      scale: SCALE,
      decimals: DECIMALS,
      place: PLACE,
      word: WORD,
    },
    example: '({{base "attt-tan-cong-su-co" versus="previous"}} cuộc)',
    prints: '(250 cuộc)',
  },
  series: {
    about: 'A value of earlier years, oldest first: "năm 2021: 10,8%; năm 2022: 14,1%".',
    block: false,
    positional: [indicator()],
    options: {
      years: { type: { kind: 'number' }, about: 'How many earlier years.', required: true },
      by: {
        type: choice('period', 'year'),
        about:
          'Of each year the same period (default), or the whole year: what a flow added up to in it, where everything else stood at its end.',
      },
      span: SPAN,
      of: OF,
      status: STATUS,
      scale: SCALE,
      decimals: DECIMALS,
      join: { type: { kind: 'text' }, about: 'Between two years. Default "; ".' },
    },
    example: '{{series "tl-dvctt-muc-4" years=2}}',
    prints: 'năm 2022: 4,55%; năm 2023: 10,76%',
  },
  target: {
    about: "The goal of the period's year, from the indicator's `targets`.",
    block: false,
    positional: [indicator()],
    options: { year: GOAL_YEAR, scale: SCALE, decimals: DECIMALS },
    example: 'mục tiêu {{target "tl-dvctt-muc-4"}}',
    prints: 'mục tiêu 30%',
  },
  achieved: {
    about: 'Result in percent of the goal.',
    block: false,
    positional: [indicator()],
    options: { year: GOAL_YEAR, span: SPAN, of: OF, status: STATUS, decimals: DECIMALS },
    example: 'đạt {{achieved "tl-dvctt-muc-4" decimals=1}} mục tiêu',
    prints: 'đạt 46,7% mục tiêu',
  },
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
  rowCount: {
    about: 'How many rows of a table match.',
    block: false,
    positional: [{ name: 'table', type: { kind: 'table' }, about: 'Id of the table.', required: true }],
    options: { where: { type: { kind: 'filter' }, about: 'Conditions on the rows.' } },
    example: '{{rowCount "ung-dung" where="nguoi-dung>10000000"}} ứng dụng',
    prints: '08 ứng dụng',
  },
  narrative: {
    about:
      "A body's own words: the answer to a text indicator. With several bodies each begins with its name.",
    block: false,
    positional: [indicator(['text'])],
    options: { of: OF },
    example: '{{narrative "ton-tai-han-che" of="bo-thong-tin-va-truyen-thong"}}',
    prints: 'Một số địa phương chưa bố trí đủ nhân lực.',
  },
  ifAny: {
    about:
      'Its content when the value, the count or the number of rows is above zero; {{else}} otherwise. While bodies that may change that have not reported, a draft says so instead.',
    block: true,
    positional: [
      {
        name: 'name',
        type: { kind: 'text' },
        about: 'Code of an indicator or id of a table.',
        required: true,
      },
    ],
    options: {
      of: OF,
      status: STATUS,
      span: SPAN,
      where: { type: { kind: 'filter' }, about: 'Conditions on the rows.' },
    },
    example:
      '{{#ifAny "su-kien"}}Trong kỳ có sự kiện nổi bật.{{else}}Trong kỳ không phát sinh sự kiện.{{/ifAny}}',
    prints: 'Trong kỳ có sự kiện nổi bật.',
  },
  ifAll: {
    about: 'Its content when all bodies of the block answered yes; {{else}} otherwise.',
    block: true,
    positional: [indicator(flag)],
    options: { of: OF, status: STATUS },
    example:
      '{{#ifAll "cs-giam-phi-dvctt" of="tinh"}}Tất cả các địa phương{{else}}{{count "cs-giam-phi-dvctt" of="tinh"}} địa phương{{/ifAll}}',
    prints: 'Tất cả các địa phương',
  },
  ifOne: {
    about: 'Its content when exactly one body answered yes; {{else}} otherwise.',
    block: true,
    positional: [indicator(flag)],
    options: { of: OF, status: STATUS },
    example:
      '{{#ifOne "cs-ho-tro-phi-lltp-vneid" of="tinh"}}mới có{{else}}đã có{{/ifOne}} {{bodies "cs-ho-tro-phi-lltp-vneid" of="tinh" noun="địa phương"}}',
    prints: 'mới có thành phố Hà Nội',
  },
  periodName: {
    about: 'The period in words.',
    block: false,
    positional: [],
    options: {
      style: {
        type: choice('long', 'short', 'ytd'),
        about: '"tháng 10 năm 2024" (default), "tháng 10/2024", or the year so far: "10 tháng năm 2024".',
      },
      at: AT,
    },
    example: '{{periodName style="short"}}',
    prints: 'tháng 10/2024',
  },
  year: {
    about: "The period's year.",
    block: false,
    positional: [],
    options: { at: AT, back: BACK },
    example: 'năm {{year}}',
    prints: 'năm 2024',
  },
  window: {
    about: 'A data window in words.',
    block: false,
    positional: [{ name: 'window', type: { kind: 'window' }, about: 'Id of the window.', required: true }],
    options: {
      style: {
        type: choice('range', 'end', 'ytd'),
        about:
          '"từ ngày 20/9/2024 đến ngày 23/10/2024" (default), its last day "ngày 23/10/2024", or from the first of January to its last day.',
      },
    },
    example: '{{window "cong"}}',
    prints: 'từ ngày 20/9/2024 đến ngày 23/10/2024',
  },
  asOf: {
    about: 'The day on which a stock holds: the day given with the answer, else the last day of its window.',
    block: false,
    positional: [indicator()],
    options: {
      of: OF,
      style: {
        type: choice('day', 'month'),
        about: '"ngày 19/10/2024" (default) or "hết tháng 9/2024" (a month\'s last day).',
      },
    },
    example: 'Tính đến {{asOf "thon-lom-song" style="month"}}',
    prints: 'Tính đến hết tháng 9/2024',
  },
  since: {
    about: "The day from which an indicator's cumulative total counts.",
    block: false,
    positional: [indicator()],
    options: {},
    example: 'từ {{since "hddt-so-hoa-don"}}',
    prints: 'từ ngày 15/12/2022',
  },
  body: {
    about: 'The name of a body, or of the body that owes a form.',
    block: false,
    positional: [
      {
        name: 'id',
        type: { kind: 'body' },
        about: 'Id of a body or of a form that one body owes.',
        required: true,
      },
    ],
    options: {},
    example: 'Theo báo cáo của {{body "BCA-1"}}',
    prints: 'Theo báo cáo của Bộ Công an',
  },
  cite: {
    about: 'A document in the prose: its digits are no figures.',
    block: false,
    positional: [
      { name: 'text', type: { kind: 'text' }, about: 'Type and number of the document.', required: true },
    ],
    options: {},
    example: '{{cite "Quyết định số 06/QĐ-TTg"}}',
    prints: 'Quyết định số 06/QĐ-TTg',
  },
  date: {
    about: 'A fixed day in the prose.',
    block: false,
    positional: [
      {
        name: 'day',
        type: { kind: 'date' },
        about: 'The day as YYYY-MM-DD, or a month as YYYY-MM.',
        required: true,
      },
    ],
    options: {},
    example: 'trước ngày {{date "2024-12-31"}}',
    prints: 'trước ngày 31/12/2024',
  },
  name: {
    about: 'A proper name with digits, e.g. 5G.',
    block: false,
    positional: [{ name: 'text', type: { kind: 'text' }, about: 'The name.', required: true }],
    options: {},
    example: 'mạng {{name "5G"}}',
    prints: 'mạng 5G',
  },
};
