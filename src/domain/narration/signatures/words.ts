/** Words around figures: dates, names, citations, and what bodies wrote. */
import { BACK, OF, PERIOD_AT, choice, indicator } from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const WORDS: Readonly<Record<string, HelperSignature>> = {
  narrative: {
    about:
      "A body's own words: the answer to a text indicator. With several bodies each begins with its name.",
    block: false,
    positional: [indicator(['text'])],
    options: { of: OF },
    example: '{{narrative "ton-tai-han-che" of="bo-thong-tin-va-truyen-thong"}}',
    prints: 'Một số địa phương chưa bố trí đủ nhân lực.',
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
      at: PERIOD_AT,
    },
    example: '{{periodName style="short"}}',
    prints: 'tháng 10/2024',
  },
  year: {
    about: "The period's year.",
    block: false,
    positional: [],
    options: { at: PERIOD_AT, back: BACK },
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
          '"từ ngày 20/9/2024 đến ngày 23/10/2024" (default), its last day "ngày 23/10/2024", or the year so far: from the day on which the first such window of the year begins to its last day.',
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
  annex: {
    about:
      'The number of an annex: "Phụ lục II", or "Phụ lục" where the report has only one. It follows the annexes that the period prints.',
    block: false,
    positional: [{ name: 'id', type: { kind: 'annex' }, about: 'Id of the annex.', required: true }],
    options: {},
    example: '(chi tiết tại {{annex "so-sanh"}})',
    prints: '(chi tiết tại Phụ lục III)',
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
    about: 'A fixed day, month or year in the prose.',
    block: false,
    positional: [
      {
        name: 'day',
        type: { kind: 'date' },
        about: 'The day as YYYY-MM-DD, a month as YYYY-MM, or a year as YYYY.',
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
