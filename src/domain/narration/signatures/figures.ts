/** Values: one value, as it is, per day, out of another, over years, or beside a goal. */
import {
  AT,
  BACK,
  DECIMALS,
  GOAL_YEAR,
  OF,
  PLACE,
  SCALE,
  SPAN,
  STATUS,
  WORD,
  choice,
  indicator,
} from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const FIGURES: Readonly<Record<string, HelperSignature>> = {
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
      per: {
        type: choice('day', 'month'),
        about:
          'Of a flow: the average per day over the days that the data cover, or per month over the months: of half a year six, of `span="ytd"` those since January.',
      },
      as: {
        type: choice('change'),
        about:
          'Of a `signed` value that is itself a rate of growth: its verb and its size, "tăng 0,36%", "giảm 2,3%", "không thay đổi".',
      },
    },
    example: '{{figure "truc-vb-tong" span="ytd" word="hơn" scale="triệu" decimals=1}} văn bản',
    prints: 'hơn 5,2 triệu văn bản',
  },
  outOf: {
    about: 'N/M where the owner stores both numbers: an indicator with `outOf`.',
    block: false,
    positional: [indicator(['flow', 'stock'])],
    options: { of: OF, at: AT },
    example: '{{outOf "httt-bcqg-che-do-bao-cao"}} chế độ báo cáo',
    prints: '69/179 chế độ báo cáo',
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
  ifReached: {
    about:
      'Its content when the result is the goal or more; {{else}} otherwise. A place in a ranking reaches it from below.',
    block: true,
    positional: [indicator()],
    options: {
      year: GOAL_YEAR,
      atMost: {
        type: { kind: 'boolean' },
        about:
          'true for a goal that is an upper limit, such as a share of late dossiers: reached when the result is no more.',
      },
      span: SPAN,
      of: OF,
      status: STATUS,
    },
    example:
      '{{#ifReached "tl-dvctt-muc-4"}}đã hoàn thành{{else}}chưa hoàn thành{{/ifReached}} mục tiêu của năm',
    prints: 'chưa hoàn thành mục tiêu của năm',
  },
};
