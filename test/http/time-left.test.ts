/** How long there is, in the words of the pages: true on weekends and holidays too, and for a paper that came back. */
import { expect } from 'chai';
import { standingOf, type StandingInput } from '../../src/domain/collecting/form-standing.ts';
import { timeLeftInWords } from '../../src/http/views/standing-words.ts';

/** A Friday, and a Sunday. */
const FRIDAY = '2024-10-25T17:00:00+07:00';
const SUNDAY = '2024-10-27T17:00:00+07:00';
const CALENDAR = { years: ['2024'], holidays: [], swappedWorkdays: [] };
const IN_TIME = { number: 1, receivedAt: '2024-10-22T09:00:00+07:00', approval: 'submitted' } as const;
const RETURNED = {
  revisions: [
    {
      ...IN_TIME,
      decision: { kind: 'returned', reason: 'Sửa lại.', at: '2024-10-22T10:00:00+07:00', by: 'tong-hop' },
    },
  ],
} as const;

const CASES: readonly (readonly [due: string, at: string, input: Partial<StandingInput>, words: string])[] = [
  [FRIDAY, '2024-10-22T09:00:00+07:00', {}, 'còn 3 ngày làm việc'],
  [FRIDAY, '2024-10-25T16:59:00+07:00', {}, 'hết hạn trong hôm nay'],
  [FRIDAY, '2024-10-25T17:00:01+07:00', {}, 'vừa quá hạn'],
  [FRIDAY, '2024-10-26T09:00:00+07:00', {}, 'vừa quá hạn'],
  [FRIDAY, '2024-10-28T09:00:00+07:00', {}, 'quá hạn 1 ngày làm việc'],
  [SUNDAY, '2024-10-24T09:00:00+07:00', {}, 'còn 1 ngày làm việc'],
  [SUNDAY, '2024-10-25T09:00:00+07:00', {}, 'không còn ngày làm việc nào sau hôm nay'],
  [SUNDAY, '2024-10-26T09:00:00+07:00', {}, 'không còn ngày làm việc nào sau hôm nay'],
  [SUNDAY, '2024-10-27T09:00:00+07:00', {}, 'hết hạn trong hôm nay'],
  [FRIDAY, '2024-10-22T11:00:00+07:00', { revisions: [IN_TIME] }, 'nộp đúng hạn'],
  [FRIDAY, '2024-10-22T11:00:00+07:00', RETURNED, 'còn 3 ngày làm việc'],
  [FRIDAY, '2024-10-25T11:00:00+07:00', RETURNED, 'hết hạn trong hôm nay'],
  [FRIDAY, '2024-10-28T11:00:00+07:00', RETURNED, 'lần nộp trước đúng hạn'],
];

describe('how long there is', () => {
  for (const [due, at, input, words] of CASES)
    it(`at ${at}, due ${due}${input.revisions ? ', sent before' : ''}: ${words}`, () => {
      const standing = standingOf(
        { revisions: [], unsent: false, ...input },
        { due, at, calendar: CALENDAR },
        'body',
      );
      expect(timeLeftInWords(standing)).to.equal(words);
    });
});
