/** One value held against another of the same period: a part of the whole, and higher or lower than another. */
import { AT, DECIMALS, GOAL_YEAR, OF, SCALE, SPAN, STATUS, WORD, choice, indicator } from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const PORTIONS: Readonly<Record<string, HelperSignature>> = {
  portion: {
    about:
      'What a block, a body or its bodies in a class are of the whole, in percent: "khối địa phương chiếm 62,8%". A part of another indicator is a ratio of its own; bodies out of bodies are {{share}}.',
    block: false,
    positional: [indicator(['flow', 'stock', 'flag', 'status'])],
    options: {
      of: { ...OF, about: 'The part: a block, roster or body.', required: true },
      in: { ...OF, about: 'The whole: a block or roster. Default: all who are asked.' },
      span: SPAN,
      status: STATUS,
      at: AT,
      decimals: { ...DECIMALS, about: 'Digits after the comma. Default 1.' },
      word: WORD,
    },
    example: 'địa phương chiếm {{portion "tong-ho-so" of="tinh"}} số hồ sơ',
    prints: 'địa phương chiếm 76,2% số hồ sơ',
  },
  compare: {
    about:
      'Higher or lower than another value of the same unit: "cao hơn", "thấp hơn", "bằng"; or by how much. The word comes from the numbers.',
    block: false,
    positional: [indicator(['flow', 'stock', 'ratio', 'flag', 'status'])],
    options: {
      with: {
        type: { kind: 'indicator' },
        about: 'Code of the other indicator. Default: the same one.',
      },
      goal: {
        type: { kind: 'boolean' },
        about: "true compares with the goal of the year, from the indicator's `targets`.",
      },
      year: GOAL_YEAR,
      of: OF,
      withOf: {
        type: { kind: 'block' },
        about: 'Block, roster or body of the other value. Default: all who are asked.',
      },
      span: SPAN,
      status: STATUS,
      at: AT,
      as: {
        type: choice('word', 'amount', 'percent', 'points', 'times'),
        about:
          'word (default): "cao hơn"; amount: "cao hơn 11,10"; percent: "cao hơn 13,4%"; points, of what is in percent: "cao hơn 2,3 điểm phần trăm"; times: "gấp 4,3 lần".',
      },
      more: { type: { kind: 'text' }, about: 'Said when it is higher. Default "cao hơn".' },
      less: { type: { kind: 'text' }, about: 'Said when it is lower. Default "thấp hơn".' },
      same: {
        type: { kind: 'text' },
        about: 'Said when both are the same, e.g. "không chênh lệch" before "so với …". Default "bằng".',
      },
      decimals: DECIMALS,
      scale: SCALE,
    },
    example: 'khối bộ {{compare "tl-ho-so-toan-trinh" of="bo" withOf="tinh" as="points"}} so với khối tỉnh',
    prints: 'khối bộ cao hơn 41,5 điểm phần trăm so với khối tỉnh',
  },
};
