import { expect } from 'chai';
import { join } from 'node:path';
import { listReports, loadDefinition } from '../../src/definitions/load.ts';
import { formatProblem } from '../../src/definitions/problem.ts';
import { addWorkingDays } from '../../src/domain/calendar.ts';
import type { Definition } from '../../src/domain/definition.ts';
import type { Entity } from '../../src/domain/entity.ts';
import { membersOn } from '../../src/domain/roster.ts';

const REPORTS = join(import.meta.dirname, '../../reports');

describe('the reports of this repository', () => {
  let definition: Definition;

  before(async () => {
    for (const id of await listReports(REPORTS)) {
      const loaded = await loadDefinition(REPORTS, id);
      if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
      ({ definition } = loaded);
    }
  });

  const membersOf = (roster: string, day: string): readonly Entity[] =>
    membersOn(roster, day, definition.rosters, definition.entities);

  const counts: readonly [
    day: string,
    tinh: number,
    cities: number,
    bo: number,
    others: number,
    all: number,
  ][] = [
    ['2020-06-30', 63, 5, 22, 8, 85],
    ['2023-06-01', 63, 5, 22, 8, 85],
    ['2024-10-31', 63, 5, 22, 8, 85],
    ['2025-01-01', 63, 6, 22, 8, 85],
    ['2025-03-01', 63, 6, 17, 5, 80],
    ['2025-06-30', 63, 6, 17, 5, 80],
    ['2025-07-01', 34, 6, 17, 5, 51],
    ['2026-05-01', 34, 7, 17, 5, 51],
  ];
  for (const [day, tinh, cities, bo, others, all] of counts)
    it(`have ${tinh} provinces (${cities} cities) and ${bo} ministries on ${day}`, () => {
      expect(membersOf('tinh', day)).to.have.length(tinh);
      expect(membersOf('tinh', day).filter(({ kind }) => kind === 'thanh-pho')).to.have.length(cities);
      expect(membersOf('bo', day)).to.have.length(bo);
      expect(membersOf('thuoc-chinh-phu', day)).to.have.length(others);
      expect(membersOf('tat-ca', day)).to.have.length(all);
    });

  const orders: readonly [roster: string, day: string, first: readonly string[]][] = [
    ['tinh', '2024-10-31', ['Hà Nội', 'Hà Giang', 'Cao Bằng', 'Bắc Kạn', 'Tuyên Quang', 'Lào Cai']],
    [
      'tinh',
      '2025-07-01',
      ['Hà Nội', 'Cao Bằng', 'Tuyên Quang', 'Điện Biên', 'Lai Châu', 'Sơn La', 'Lào Cai'],
    ],
    ['bo', '2024-10-31', ['BQP', 'BCA', 'BNG', 'BNV', 'BTP', 'BKHĐT', 'BTC', 'BCT']],
    ['bo', '2025-03-01', ['BQP', 'BCA', 'BNG', 'BNV', 'BTP', 'BTC', 'BCT', 'BNNMT', 'BXD']],
  ];
  for (const [roster, day, first] of orders)
    it(`list ${roster} on ${day} in official order`, () => {
      const names = membersOf(roster, day).map(({ shortName }) => shortName);
      expect(names.slice(0, first.length)).to.deep.equal(first);
    });

  const successors: readonly [id: string, successors: readonly string[]][] = [
    ['yen-bai', ['lao-cai-2025']],
    ['thua-thien-hue', ['hue']],
    ['dong-nai', ['dong-nai-2025']],
    ['dong-nai-2025', ['dong-nai-2026']],
    [
      'bo-thong-tin-va-truyen-thong',
      ['bo-khoa-hoc-va-cong-nghe-2025', 'bo-van-hoa-the-thao-va-du-lich', 'bo-cong-an'],
    ],
    ['uy-ban-dan-toc', ['bo-dan-toc-va-ton-giao']],
    ['ha-noi', []],
  ];
  for (const [id, expected] of successors)
    it(`know who took over from ${id}`, () => {
      expect(definition.entities.find((entity) => entity.id === id)?.successors).to.deep.equal(expected);
    });

  it('have a successor for every body that ended but one, which nobody took over', () => {
    const ended = definition.entities.filter(
      ({ validTo, successors: after }) => validTo && after.length === 0,
    );
    expect(ended.map(({ id }) => id)).to.deep.equal(['ban-quan-ly-lang-chu-tich-ho-chi-minh']);
  });

  const deadlines: readonly [day: string, count: number, expected: string, about: string][] = [
    ['2020-01-22', 1, '2020-01-30', 'over Tết'],
    ['2021-09-01', 1, '2021-09-06', 'over the National Day of two days'],
    ['2022-04-29', 1, '2022-05-04', 'over holidays that fell on a weekend'],
    ['2023-04-28', 1, '2023-05-04', 'over three holidays in a row'],
    ['2024-04-26', 2, '2024-05-03', 'over the Monday given in exchange'],
    ['2024-05-03', 1, '2024-05-04', 'to the Saturday worked for it'],
    ['2024-10-31', 3, '2024-11-05', 'of the sample month'],
    ['2025-04-25', 1, '2025-04-26', 'to the Saturday worked for the second of May'],
    ['2025-12-31', 1, '2026-01-05', 'over New Year and the Friday given in exchange'],
    ['2026-01-09', 1, '2026-01-10', 'to the Saturday worked for that Friday'],
    ['2026-02-13', 1, '2026-02-23', 'over Tết, nine days with the weekends'],
    ['2026-04-24', 1, '2026-04-28', 'over the Hùng Kings’ Sunday and its Monday'],
    ['2026-04-29', 1, '2026-05-04', 'over a Thursday and a Friday'],
    ['2026-08-21', 1, '2026-08-22', 'to the Saturday worked for the last of August'],
    ['2026-08-28', 1, '2026-09-03', 'over five days of National Day'],
    ['2026-11-23', 1, '2026-11-25', 'over the day of culture, and the Monday before it is worked'],
    ['2026-12-31', 3, '2027-01-06', 'of December, into the next year'],
    ['2027-02-03', 1, '2027-02-11', 'over Tết with the two days given for its weekend'],
    ['2027-04-29', 1, '2027-05-04', 'over the Monday given for a Saturday'],
    ['2027-09-01', 1, '2027-09-06', 'over the National Day of a Thursday and a Friday'],
  ];
  for (const [day, count, expected, about] of deadlines)
    it(`count working days ${about}`, () => {
      expect(addWorkingDays(day, count, definition.calendar)).to.equal(expected);
    });

  it('name every day off once, in order, and work only weekend days in exchange', () => {
    const { years, holidays, swappedWorkdays } = definition.calendar;
    for (const days of [years, holidays, swappedWorkdays])
      expect(days).to.deep.equal([...new Set(days)].toSorted());
    for (const day of [...holidays, ...swappedWorkdays]) expect(years).to.include(day.slice(0, 4));
    for (const day of swappedWorkdays) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).to.be.oneOf([0, 6]);
  });

  it('do not guess the year after the last one', () => {
    expect(() => addWorkingDays('2027-12-31', 1, definition.calendar)).to.throw('năm 2028');
  });
});
