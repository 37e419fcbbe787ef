import { expect } from 'chai';
import {
  addDays,
  addMonths,
  daysBetween,
  isIsoDate,
  lastDayOf,
  longDate,
  shortDate,
  timeInWords,
} from '../../src/domain/dates.ts';

describe('dates', () => {
  const days: readonly [string, boolean][] = [
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-1-01', false],
    ['01/10/2024', false],
    ['2024-10-01T00:00', false],
    ['', false],
  ];
  for (const [day, expected] of days)
    it(`${day || 'the empty text'} is ${expected ? '' : 'not '}a day`, () => {
      expect(isIsoDate(day)).to.equal(expected);
    });

  const last: readonly [string, number][] = [
    ['2024-02', 29],
    ['2023-02', 28],
    ['2100-02', 28],
    ['2024-04', 30],
    ['2024-12', 31],
  ];
  for (const [month, expected] of last)
    it(`${month} has ${expected} days`, () => {
      expect(lastDayOf(month)).to.equal(expected);
    });

  const moved: readonly [string, number, string][] = [
    ['2024-11', 2, '2025-01'],
    ['2024-01', -1, '2023-12'],
    ['2024-10', 0, '2024-10'],
    ['2024-03', -27, '2021-12'],
  ];
  for (const [month, count, expected] of moved)
    it(`${month} and ${count} months is ${expected}`, () => {
      expect(addMonths(month, count)).to.equal(expected);
    });

  it('counts both ends, and over a leap day', () => {
    expect(daysBetween('2024-10-01', '2024-10-31')).to.equal(31);
    expect(daysBetween('2024-10-01', '2024-10-01')).to.equal(1);
    expect(daysBetween('2024-02-28', '2024-03-01')).to.equal(3);
    expect(addDays('2024-02-28', 2)).to.equal('2024-03-01');
  });

  // Decree 30/2020/NĐ-CP: days below 10 and the months 1 and 2 take a leading zero.
  const written: readonly [string, short: string, long: string][] = [
    ['2024-01-05', '05/01/2024', 'ngày 05 tháng 01 năm 2024'],
    ['2024-02-28', '28/02/2024', 'ngày 28 tháng 02 năm 2024'],
    ['2024-03-09', '09/3/2024', 'ngày 09 tháng 3 năm 2024'],
    ['2024-12-31', '31/12/2024', 'ngày 31 tháng 12 năm 2024'],
  ];
  for (const [day, short, long] of written)
    it(`writes ${day} as ${short} and ${long}`, () => {
      expect(shortDate(day)).to.equal(short);
      expect(longDate(day)).to.equal(long);
    });

  it('writes a moment with its day', () => {
    expect(timeInWords('2024-03-09T08:05:59+07:00')).to.equal('08:05 ngày 09/3/2024');
  });
});
