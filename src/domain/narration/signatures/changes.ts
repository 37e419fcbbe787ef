/** Comparisons: a change and the value it is measured from. */
import { DECIMALS, OF, PLACE, SCALE, SPAN, STATUS, VERSUS, WORD, choice, indicator } from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const CHANGES: Readonly<Record<string, HelperSignature>> = {
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
      place: PLACE,
      word: WORD,
      as: {
        type: choice('percent', 'points', 'times', 'amount'),
        about:
          'percent (default; points for what is in percent), points, times ("gấp 1,3 lần"), or the difference itself: "tăng 1,2 triệu", of bodies "tăng 03" (default for a place in a ranking, with its word: "tăng 02 bậc").',
      },
      bare: {
        type: { kind: 'boolean' },
        about:
          'true leaves the verb out, where the sentence has just said it: "tăng 4,1 triệu thuê bao (4,25%)".',
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
  ifComparable: {
    about:
      'Its content when there is something to compare with: the earlier value is known and not zero, and no break lies between; {{else}} otherwise.',
    block: true,
    positional: [indicator()],
    options: { versus: VERSUS, span: SPAN, of: OF, status: STATUS },
    example:
      '{{figure "attt-tan-cong-su-co"}} cuộc{{#ifComparable "attt-tan-cong-su-co" versus="previous"}}, {{change "attt-tan-cong-su-co" versus="previous"}} so với tháng trước{{/ifComparable}}',
    prints: '204 cuộc, giảm 18,4% so với tháng trước',
  },
  ifChange: {
    about:
      'Its content when the value has risen, fallen or stayed the same, as `is` says; {{else}} when it went another way. Where there is nothing to compare with neither is printed: {{#ifComparable}} says what stands then.',
    block: true,
    positional: [indicator()],
    options: {
      versus: VERSUS,
      is: {
        type: choice('tăng', 'giảm', 'không thay đổi'),
        about: 'The way that the content is about. A better place in a ranking is a rise.',
        required: true,
      },
      span: SPAN,
      of: OF,
      status: STATUS,
    },
    example:
      '{{#ifChange "attt-tan-cong-su-co" versus="previous" is="giảm"}}Tình hình chuyển biến tích cực.{{else}}Tình hình chưa chuyển biến.{{/ifChange}}',
    prints: 'Tình hình chuyển biến tích cực.',
  },
};
