/** Arguments that several helpers take, described once. */
import type { Argument, ArgumentKind } from './signature.ts';

export const indicator = (natures?: readonly string[]): Argument & { readonly name: string } => ({
  name: 'indicator',
  type: natures ? { kind: 'indicator', natures } : { kind: 'indicator' },
  about: 'Code of the indicator.',
  required: true,
});
export const choice = (...values: string[]): ArgumentKind => ({ kind: 'choice', values });

export const SPAN: Argument = {
  type: choice('period', 'ytd', 'cumulative'),
  about: 'Of a flow: the period itself (default), from the start of the year, or since the beginning.',
};
export const OF: Argument = {
  type: { kind: 'block' },
  about: 'Block, roster or body that is counted or summed. Default: all who are asked.',
};
export const STATUS: Argument = {
  type: { kind: 'status' },
  about: 'Class of a status indicator that is counted.',
};
export const ANSWER: Argument = {
  type: choice('yes', 'no'),
  about: 'no for the bodies that answered no, or are in another class, instead.',
};
export const SCALE: Argument = {
  type: choice('none', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'),
  about: "Scale word. Default: the indicator's own.",
};
export const DECIMALS: Argument = {
  type: { kind: 'number' },
  about: "Digits after the comma, after scaling. Default: the indicator's own.",
};
export const WORD: Argument = {
  type: choice('hơn', 'trên', 'gần', 'khoảng'),
  about:
    'Word before the number; it picks the rounding (hơn, trên down; gần up; khoảng half up) and is dropped where the shown value is the true one.',
};
export const PLACE: Argument = {
  type: { kind: 'number' },
  about:
    'Rounds to this place, counted in units, e.g. 1000: "gần 3.000". With a scale word the rest is shown in it: place=100000000000 in "tỷ" gives "trên 1.200 tỷ".',
};
export const AT: Argument = {
  type: { kind: 'period' },
  about: 'The value of an earlier period instead of this one, e.g. "year-start" or "2023-06".',
};
export const VERSUS: Argument = {
  type: { kind: 'period' },
  about:
    'Compared with the period before, the same period last year, the end of last year, or a stated period: "2019" is the whole year of a flow, and the end of the year of everything else. A flow of the period itself compares only with kinds of period that the report is made for.',
  required: true,
};
export const PERIOD_AT: Argument = {
  type: { kind: 'period', next: true },
  about:
    'Another period instead of this one: an earlier one, a stated one, or the one after ("next"), e.g. for the tasks to come.',
};
export const BACK: Argument = { type: { kind: 'number' }, about: 'Same period this many years earlier.' };
export const GOAL_YEAR: Argument = {
  type: { kind: 'number' },
  about: "Year of the goal. Default: the period's.",
};

/** Natures that count bodies. */
export const COUNTED = ['flag', 'status'];
