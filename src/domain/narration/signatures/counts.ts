/** Counts of bodies: how many bodies, which ones, and conditions on them. */
import { ANSWER, AT, COUNTED, DECIMALS, OF, SCALE, SPAN, STATUS, choice, indicator } from './arguments.ts';
import type { HelperSignature } from './signature.ts';

export const COUNTS: Readonly<Record<string, HelperSignature>> = {
  count: {
    about:
      'N/M: how many bodies of a block answered yes, of all that the block has. M comes from the roster of the period.',
    block: false,
    positional: [indicator(COUNTED)],
    options: {
      of: OF,
      status: STATUS,
      answer: ANSWER,
      at: AT,
      total: { type: { kind: 'boolean' }, about: 'false leaves "/M" out.' },
    },
    example: '{{count "kho-dldt-ket-noi" of="bo-co-tthc"}} bộ, ngành',
    prints: '14/20 bộ, ngành',
  },
  share: {
    about: 'N/M in percent: how many bodies of a block answered yes, of all that the block has.',
    block: false,
    positional: [indicator(COUNTED)],
    options: {
      of: OF,
      status: STATUS,
      decimals: { type: { kind: 'number' }, about: 'Digits after the comma. Default 1.' },
    },
    example: '{{count "kho-dldt-ket-noi" of="tinh"}} địa phương (đạt {{share "kho-dldt-ket-noi" of="tinh"}})',
    prints: '61/63 địa phương (đạt 96,8%)',
  },
  list: {
    about:
      'The names of the bodies that answered yes, from the same count, so that list and count cannot disagree; "không có" when there is none.',
    block: false,
    positional: [indicator(COUNTED)],
    options: {
      of: OF,
      status: STATUS,
      order: {
        type: choice('roster', 'name', 'date'),
        about: 'Order of the roster (default), Vietnamese alphabet, or date of the document behind the yes.',
      },
      name: { type: choice('short', 'full'), about: '"Hà Nội" (default) or "thành phố Hà Nội".' },
      last: { type: { kind: 'text' }, about: 'What stands before the last name. Default ", ".' },
      limit: { type: { kind: 'number' }, about: 'Only the first so many names.' },
      end: { type: { kind: 'text' }, about: 'After the last name when `limit` left some out, e.g. ",...".' },
      answer: ANSWER,
    },
    example: '{{list "kh-chien-luoc-du-lieu" of="tinh" order="date"}}',
    prints: 'Hải Dương, Sơn La, Hà Giang',
  },
  bodies: {
    about: 'How many bodies answered yes, with a noun; one body is written by its name, none in words.',
    block: false,
    positional: [indicator(COUNTED)],
    options: {
      of: OF,
      status: STATUS,
      answer: ANSWER,
      noun: { type: { kind: 'text' }, about: 'What a body is called.', required: true },
    },
    example: '{{bodies "cs-ho-tro-phi-lltp-vneid" of="tinh" noun="địa phương"}}',
    prints: 'thành phố Hà Nội',
  },
  most: {
    about:
      'A quantity in words from N/M: "tất cả" when all, "hầu hết" from four fifths, "đa số" from more than half, "một số" below, "chưa có" when none.',
    block: false,
    positional: [indicator(COUNTED)],
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
      answer: ANSWER,
      where: { type: { kind: 'filter' }, about: 'Conditions on the rows.' },
    },
    example:
      '{{#ifAny "su-kien"}}Trong kỳ có sự kiện nổi bật.{{else}}Trong kỳ không phát sinh sự kiện.{{/ifAny}}',
    prints: 'Trong kỳ có sự kiện nổi bật.',
  },
  ifAll: {
    about: 'Its content when all bodies of the block answered yes; {{else}} otherwise.',
    block: true,
    positional: [indicator(COUNTED)],
    options: { of: OF, status: STATUS },
    example:
      '{{#ifAll "cs-giam-phi-dvctt" of="tinh"}}Tất cả các địa phương{{else}}{{count "cs-giam-phi-dvctt" of="tinh"}} địa phương{{/ifAll}}',
    prints: 'Tất cả các địa phương',
  },
  ifOne: {
    about: 'Its content when exactly one body answered yes; {{else}} otherwise.',
    block: true,
    positional: [indicator(COUNTED)],
    options: { of: OF, status: STATUS, answer: ANSWER },
    example:
      '{{#ifOne "cs-ho-tro-phi-lltp-vneid" of="tinh"}}mới có{{else}}đã có{{/ifOne}} {{bodies "cs-ho-tro-phi-lltp-vneid" of="tinh" noun="địa phương"}}',
    prints: 'mới có thành phố Hà Nội',
  },
};
