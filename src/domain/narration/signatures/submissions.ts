/** Submissions: how many bodies have sent a form, in time or late, and which ones have not. */
import { choice } from './arguments.ts';
import type { Argument, HelperSignature } from './signature.ts';

const FORM: Argument & { readonly name: string } = {
  name: 'form',
  type: { kind: 'form' },
  about: 'Id of the form.',
  required: true,
};
const STATE: Argument = {
  type: choice('accepted', 'on-time', 'late', 'missing', 'waived'),
  about:
    'accepted (default) is what came in time or late and is not empty; missing is everything else that is not waived.',
};

export const SUBMISSIONS: Readonly<Record<string, HelperSignature>> = {
  submissions: {
    about: 'N/M: how many bodies have sent a form, of all that owe it in the period.',
    block: false,
    positional: [FORM],
    options: {
      state: STATE,
      total: { type: { kind: 'boolean' }, about: 'false leaves "/M" out.' },
    },
    example:
      '{{submissions "F-CS"}} địa phương gửi báo cáo, {{submissions "F-CS" state="late" total=false}} gửi chậm',
    prints: '63/63 địa phương gửi báo cáo, 02 gửi chậm',
  },
  submitters: {
    about:
      'The names of those bodies, from the same submissions, in the order of the roster; "không có" when there is none.',
    block: false,
    positional: [FORM],
    options: {
      state: STATE,
      name: { type: choice('short', 'full'), about: '"Hà Nội" (default) or "thành phố Hà Nội".' },
      join: { type: { kind: 'text' }, about: 'Between two bodies. Default ", ".' },
      last: { type: { kind: 'text' }, about: 'Before the last body; default as `join`.' },
    },
    example: '{{submitters "F-CS" state="late" last=" và "}}',
    prints: 'Hà Giang và Sơn La',
  },
  ifSubmissions: {
    about: 'Its content when at least one submission of the form stands so; {{else}} otherwise.',
    block: true,
    positional: [FORM],
    options: { state: STATE },
    example:
      '{{#ifSubmissions "F-CS" state="missing"}}còn thiếu báo cáo{{else}}đã đủ báo cáo{{/ifSubmissions}}',
    prints: 'đã đủ báo cáo',
  },
};
