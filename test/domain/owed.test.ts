import { expect } from 'chai';
import type { Validity } from '../../src/domain/definition.ts';
import { validIn } from '../../src/domain/owed.ts';

describe('what is there in a period', () => {
  const cases: readonly [Validity, string, boolean][] = [
    [{}, '2024-10', true],
    [{ from: '2024-10' }, '2024-10', true],
    [{ from: '2024-11' }, '2024-10', false],
    [{ to: '2024-10' }, '2024-10', true],
    [{ to: '2024-09' }, '2024-10', false],
    // A longer period is looked at in its last month.
    [{ from: '2024-08' }, '2024-Q3', true],
    [{ to: '2024-08' }, '2024-Q3', false],
    [{ frequencies: ['month'] }, '2024-09', true],
    [{ frequencies: ['month'] }, '2024-Q3', false],
    [{ frequencies: ['quarter', 'year'] }, '2024-Q3', true],
    [{ frequencies: ['quarter', 'year'] }, '2024', true],
    [{ frequencies: ['quarter', 'year'] }, '2024-H1', false],
    [{ frequencies: ['quarter'], from: '2024-10' }, '2024-Q3', false],
  ];
  for (const [validity, period, expected] of cases)
    it(`${JSON.stringify(validity)} is ${expected ? '' : 'not '}there in ${period}`, () => {
      expect(validIn(validity, period)).to.equal(expected);
    });
});
