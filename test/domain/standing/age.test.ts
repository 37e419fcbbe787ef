import { expect } from 'chai';
import { isStale, isStaleCell, isTableBlank, periodsAfter } from '../../../src/domain/standing/age.ts';
import type { Answers, Cell } from '../../../src/domain/submission.ts';
import { column, indicator } from '../tiny-facts.ts';

describe('the age of an answer in periods', () => {
  const cases: readonly (readonly [from: string, period: string, age: number | undefined])[] = [
    ['2024-10', '2024-10', 0],
    ['2024-09', '2024-10', 1],
    ['2023-11', '2024-02', 3],
    ['2024-11', '2024-10', -1],
    ['2024-Q1', '2024-Q3', 2],
    ['2023-Q4', '2024-Q1', 1],
    ['2023-H2', '2024-H1', 1],
    ['2022-9M', '2024-9M', 2],
    ['2021', '2024', 3],
    ['2024-09', '2024-Q3', undefined],
    ['2023', '2024-12', undefined],
  ];
  for (const [from, period, age] of cases)
    it(`${period} is ${age ?? 'of another kind than'} after ${from}`, () => {
      expect(periodsAfter(from, period)).to.equal(age);
    });
});

describe('the time for which an answer stands', () => {
  const cases: readonly (readonly [from: string, limit: number | undefined, stale: boolean])[] = [
    ['2024-09', 1, false],
    ['2024-08', 1, true],
    ['2024-08', 2, false],
    ['2024-04', 6, false],
    ['2024-03', 6, true],
    ['2024-09', undefined, true],
    ['2024-10', 6, true],
    ['2024-Q3', 6, true],
  ];
  for (const [from, limit, stale] of cases)
    it(`typed in ${from} and good for ${limit ?? 'no'} periods it is ${stale ? 'too old' : 'good'} in 2024-10`, () => {
      expect(isStale({ from }, limit, '2024-10')).to.equal(stale);
    });

  it('matters to what was carried, not to what was typed or is to come', () => {
    const carried = { from: '2024-01', revision: '2024-01/F/a/1', asOf: '2024-01-31' };
    const standing = indicator('tram', { nature: 'stock', standing: 2 });
    const cells: readonly (readonly [Cell, boolean])[] = [
      [{ state: 'value', value: '5', carried }, true],
      [{ state: 'none', carried }, true],
      [{ state: 'not-applicable', carried }, true],
      [{ state: 'value', value: '5' }, false],
      [{ state: 'pending', reason: 'đang rà soát' }, false],
      [{ state: 'value', value: '5', carried: { ...carried, from: '2024-08' } }, false],
    ];
    for (const [cell, stale] of cells)
      expect(isStaleCell(cell, standing, '2024-10'), JSON.stringify(cell)).to.equal(stale);
  });
});

describe('a table that stands', () => {
  const carried = { from: '2024-08', revision: '2024-08/F/a/1', asOf: '2024-08-31' };
  const rows = { so: [{ ten: 'A' }] };
  const cases: readonly (readonly [
    about: string,
    standing: number | undefined,
    Partial<Answers>,
    blank: boolean,
  ])[] = [
    ['is answered by rows', 2, { tables: rows }, false],
    ['is blank without rows', 2, { tables: { so: [] } }, true],
    ['is answered by saying that there are none', 2, { standingTables: { so: 'none' } }, false],
    ['is answered by rows that were confirmed', 2, { tables: rows, standingTables: { so: carried } }, false],
    ['is answered by a confirmation that there are none', 2, { standingTables: { so: carried } }, false],
    ['is blank when its rows are too old', 1, { tables: rows, standingTables: { so: carried } }, true],
    ['is not meant when no rows are none', undefined, { tables: { so: [] } }, false],
  ];
  for (const [about, standing, answers, blank] of cases)
    it(about, () => {
      const table = {
        id: 'so',
        title: 'Sổ',
        columns: [column('ten')],
        ...(standing === undefined ? {} : { standing }),
      };
      expect(isTableBlank(table, { cells: {}, tables: {}, ...answers }, '2024-10')).to.equal(blank);
    });
});
