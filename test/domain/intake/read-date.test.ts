import { expect } from 'chai';
import { readDate } from '../../../src/domain/intake/read-date.ts';

const CASES: readonly (readonly [text: string, day: string | null])[] = [
  ['2024-10-23', '2024-10-23'],
  [' 23/10/2024 ', '2024-10-23'],
  ['5/1/2024', '2024-01-05'],
  ['05/01/2024', '2024-01-05'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', null],
  ['31/4/2024', null],
  ['10/23/2024', null],
  ['2024-13-01', null],
  ['2024-1-5', null],
  ['23/10/24', null],
  ['23-10-2024', null],
  ['0202-10-23', null],
  ['45588', null],
  ['', null],
];

describe('readDate', () => {
  for (const [text, day] of CASES)
    it(`reads «${text}» as ${day ?? 'no day'}`, () => {
      expect(readDate(text)).to.equal(day);
    });
});
