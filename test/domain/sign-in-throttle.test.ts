import { expect } from 'chai';
import { oneMore, waitAfter, waitLeft, type ThrottleKind } from '../../src/domain/sign-in-throttle.ts';

const WAITS: readonly (readonly [kind: ThrottleKind, failures: number, seconds: number])[] = [
  ['name', 0, 0],
  ['name', 4, 0],
  ['name', 5, 30],
  ['name', 6, 60],
  ['name', 7, 120],
  ['name', 8, 240],
  ['name', 9, 480],
  ['name', 10, 900],
  ['name', 11, 900],
  ['name', 1_000_000, 900],
  ['address', 19, 0],
  ['address', 20, 30],
  ['address', 21, 60],
  ['address', 40, 900],
];

/** Failures of five, the last at 1,000 s; what is left of the 30 s at a moment, in seconds. */
const LEFT: readonly (readonly [now: number, left: number])[] = [
  [1_000, 30],
  [1_000.4, 30],
  [1_001, 29],
  [1_029.9, 1],
  [1_030, 0],
  [9_999, 0],
];

/** Of three failures, the last at 0 s, one more after so many seconds makes so many. */
const COUNTS: readonly (readonly [kind: ThrottleKind, after: number, count: number])[] = [
  ['name', 0, 4],
  ['name', 24 * 3600, 4],
  ['name', 24 * 3600 + 1, 1],
  ['address', 3600, 4],
  ['address', 3601, 1],
];

describe('waiting after failures to sign in', () => {
  for (const [kind, failures, seconds] of WAITS)
    it(`${kind}: ${failures} failures cost ${seconds} s`, () => {
      expect(waitAfter(kind, failures)).to.equal(seconds);
    });

  for (const [now, left] of LEFT)
    it(`at ${now} s ${left} s are left`, () => {
      expect(waitLeft('name', { count: 5, lastAt: 1_000_000 }, now * 1000)).to.equal(left);
    });

  it('costs nothing to who never failed', () => {
    expect(waitLeft('name', undefined, 0)).to.equal(0);
    expect(oneMore('name', undefined, 7)).to.deep.equal({ count: 1, lastAt: 7 });
  });

  for (const [kind, after, count] of COUNTS)
    it(`${kind}: one more after ${after} s makes ${count}`, () => {
      expect(oneMore(kind, { count: 3, lastAt: 0 }, after * 1000).count).to.equal(count);
    });
});
