import { expect } from 'chai';
import { addWorkingDays, isWorkingDay, UnknownYearError } from '../../src/domain/calendar.ts';

const CALENDAR = {
  years: ['2024', '2025'],
  holidays: ['2024-04-29', '2024-04-30', '2024-05-01', '2025-01-01'],
  swappedWorkdays: ['2024-05-04'],
};

describe('working days', () => {
  const days: readonly [string, boolean, string][] = [
    ['2024-04-26', true, 'a Friday'],
    ['2024-04-27', false, 'a Saturday'],
    ['2024-04-28', false, 'a Sunday'],
    ['2024-04-29', false, 'a Monday given in exchange'],
    ['2024-04-30', false, 'a public holiday'],
    ['2024-05-04', true, 'the Saturday worked for it'],
    ['2024-05-05', false, 'the Sunday after it'],
  ];
  for (const [day, expected, about] of days)
    it(`${day}, ${about}, is ${expected ? '' : 'not '}a working day`, () => {
      expect(isWorkingDay(day, CALENDAR)).to.equal(expected);
    });

  const deadlines: readonly [string, number, string][] = [
    ['2024-10-31', 3, '2024-11-05'],
    ['2024-10-31', 0, '2024-10-31'],
    ['2024-10-26', 0, '2024-10-26'],
    ['2024-10-26', 1, '2024-10-28'],
    ['2024-04-26', 1, '2024-05-02'],
    ['2024-04-26', 3, '2024-05-04'],
    ['2024-04-26', 4, '2024-05-06'],
    ['2024-12-31', 1, '2025-01-02'],
  ];
  for (const [day, count, expected] of deadlines)
    it(`${count} working days after ${day} is ${expected}`, () => {
      expect(addWorkingDays(day, count, CALENDAR)).to.equal(expected);
    });

  it('names the year that is not recorded instead of guessing', () => {
    expect(() => addWorkingDays('2025-12-30', 3, CALENDAR)).to.throw(
      UnknownYearError,
      'Chưa có lịch nghỉ của năm 2026 nên không tính được ngày làm việc; vui lòng bổ sung năm 2026 vào reports/calendar.yaml.',
    );
  });

  for (const count of [-1, 1.5, Number.NaN])
    it(`refuses ${count} days`, () => {
      expect(() => addWorkingDays('2024-10-31', count, CALENDAR)).to.throw(RangeError, '31/10/2024');
    });
});
