import { expect } from 'chai';
import {
  frequencyOf,
  isPeriodId,
  monthsOf,
  nextPeriod,
  periodName,
  periodUpTo,
  previousPeriod,
  shortPeriodName,
  startsYear,
  windowName,
  windowOf,
  yearAgo,
  yearStart,
  yearToDateName,
} from '../../src/domain/period.ts';

describe('periods', () => {
  const ids: readonly [string, boolean][] = [
    ['2024-10', true],
    ['2024-Q4', true],
    ['2024-H2', true],
    ['2024-9M', true],
    ['2024', true],
    ['2024-00', false],
    ['2024-13', false],
    ['2024-Q5', false],
    ['2024-H3', false],
    ['2024-6M', false],
    ['2024-1', false],
    ['2024-', false],
    ['24-10', false],
    ['2024-10 ', false],
  ];
  for (const [id, expected] of ids)
    it(`${id} is ${expected ? '' : 'not '}the id of a period`, () => {
      expect(isPeriodId(id)).to.equal(expected);
    });

  // id, kind, first and last month, the one before, the one that ends where this begins, year ago, end of last year
  const neighbours: readonly [string, string, string, string, string, string, string, string][] = [
    ['2024-10', 'month', '2024-10', '2024-10', '2024-09', '2024-09', '2023-10', '2023-12'],
    ['2024-01', 'month', '2024-01', '2024-01', '2023-12', '2023-12', '2023-01', '2023-12'],
    ['2024-Q1', 'quarter', '2024-01', '2024-03', '2023-Q4', '2023-Q4', '2023-Q1', '2023-Q4'],
    ['2024-Q3', 'quarter', '2024-07', '2024-09', '2024-Q2', '2024-Q2', '2023-Q3', '2023-Q4'],
    ['2020-H1', 'half', '2020-01', '2020-06', '2019-H2', '2019-H2', '2019-H1', '2019-H2'],
    ['2020-H2', 'half', '2020-07', '2020-12', '2020-H1', '2020-H1', '2019-H2', '2019-H2'],
    ['2023-9M', 'nine-months', '2023-01', '2023-09', '2022-9M', '2022', '2022-9M', '2022'],
    ['2024', 'year', '2024-01', '2024-12', '2023', '2023', '2023', '2023'],
  ];
  for (const [id, , , , previous] of neighbours)
    it(`${id} comes next after ${previous}`, () => {
      expect(nextPeriod(previous)).to.equal(id);
    });
  for (const [id, kind, first, last, previous, upTo, ago, start] of neighbours)
    it(`knows the neighbours of ${id}`, () => {
      expect([
        frequencyOf(id),
        ...monthsOf(id),
        previousPeriod(id),
        periodUpTo(id),
        yearAgo(id),
        yearStart(id),
      ]).to.deep.equal([kind, first, last, previous, upTo, ago, start]);
    });

  for (const [id, expected] of [
    ['2024-01', true],
    ['2024-02', false],
    ['2024-Q1', true],
    ['2024-Q2', false],
    ['2024-H1', true],
    ['2024-H2', false],
    ['2024-9M', true],
    ['2024', true],
  ] as const)
    it(`${id} ${expected ? 'starts' : 'does not start'} its year`, () => {
      expect(startsYear(id)).to.equal(expected);
    });

  const names: readonly [string, long: string, short: string, ytd: string][] = [
    ['2024-01', 'tháng 01 năm 2024', 'tháng 01/2024', 'tháng 01 năm 2024'],
    ['2024-06', 'tháng 6 năm 2024', 'tháng 6/2024', '6 tháng đầu năm 2024'],
    ['2024-10', 'tháng 10 năm 2024', 'tháng 10/2024', '10 tháng năm 2024'],
    ['2024-12', 'tháng 12 năm 2024', 'tháng 12/2024', 'năm 2024'],
    ['2024-Q3', 'quý III năm 2024', 'quý III/2024', '9 tháng năm 2024'],
    ['2024-Q4', 'quý IV năm 2024', 'quý IV/2024', 'năm 2024'],
    ['2020-H1', '6 tháng đầu năm 2020', '6 tháng đầu năm 2020', '6 tháng đầu năm 2020'],
    ['2020-H2', '6 tháng cuối năm 2020', '6 tháng cuối năm 2020', 'năm 2020'],
    ['2023-9M', '9 tháng năm 2023', '9 tháng năm 2023', '9 tháng năm 2023'],
    ['2024', 'năm 2024', 'năm 2024', 'năm 2024'],
  ];
  for (const [id, long, short, ytd] of names)
    it(`writes ${id} as ${long}, ${short}, ${ytd}`, () => {
      expect([periodName(id), shortPeriodName(id), yearToDateName(id)]).to.deep.equal([long, short, ytd]);
    });

  const month = { label: '', from: { month: 0, day: 1 }, to: { month: 0, day: 'last' } } as const;
  const shifted = { label: '', from: { month: -1, day: 15 }, to: { month: 0, day: 14 } } as const;
  const late = { label: '', from: { month: -1, day: 31 }, to: { month: 0, day: 30 } } as const;
  const windows: readonly [string, typeof month | typeof shifted | typeof late, string][] = [
    ['2024-10', month, 'từ ngày 01/10/2024 đến ngày 31/10/2024'],
    ['2024-02', month, 'từ ngày 01/02/2024 đến ngày 29/02/2024'],
    ['2024-Q4', month, 'từ ngày 01/10/2024 đến ngày 31/12/2024'],
    ['2020-H1', month, 'từ ngày 01/01/2020 đến ngày 30/6/2020'],
    ['2023-9M', month, 'từ ngày 01/01/2023 đến ngày 30/9/2023'],
    ['2024', month, 'từ ngày 01/01/2024 đến ngày 31/12/2024'],
    ['2024-01', shifted, 'từ ngày 15/12/2023 đến ngày 14/01/2024'],
    ['2024-Q1', shifted, 'từ ngày 15/12/2023 đến ngày 14/3/2024'],
    ['2023-03', late, 'từ ngày 28/02/2023 đến ngày 30/3/2023'],
    ['2023-02', late, 'từ ngày 31/01/2023 đến ngày 28/02/2023'],
  ];
  for (const [id, rule, expected] of windows)
    it(`the window of ${id} is ${expected}`, () => {
      expect(windowName(windowOf(rule, id))).to.equal(expected);
    });
});
