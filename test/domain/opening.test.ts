import { expect } from 'chai';
import { UnknownYearError } from '../../src/domain/calendar.ts';
import { hasPeriod, pinRosters, resolvePeriod } from '../../src/domain/opening.ts';
import { ENTITIES, tinyDefinition } from './tiny-facts.ts';

const definition = tinyDefinition();

describe('opening a period', () => {
  it('resolves windows to days and the schedule to working days after the default window', () => {
    expect(resolvePeriod(definition, '2024-10')).to.deep.equal({
      id: '2024-10',
      windows: {
        ky: { from: '2024-10-01', to: '2024-10-31' },
        lech: { from: '2024-09-15', to: '2024-10-14' },
      },
      due: '2024-11-05T17:00:00+07:00',
      close: '2024-11-07T17:00:00+07:00',
      publish: '2024-11-12T08:00:00+07:00',
    });
  });

  it('counts the days of its own kind of period, and those of all for a kind without', () => {
    const schedule = { due: 3, close: 5, publish: 8, quarter: { due: 10, close: 12, publish: 15 } };
    const changed = tinyDefinition({ report: { schedule } });
    const days = ({ due, close, publish }: ReturnType<typeof resolvePeriod>): readonly string[] =>
      [due, close, publish].map((time) => time.slice(0, 10));
    expect(days(resolvePeriod(changed, '2024-09'))).to.deep.equal(['2024-10-03', '2024-10-07', '2024-10-10']);
    expect(days(resolvePeriod(changed, '2024-Q3'))).to.deep.equal(['2024-10-14', '2024-10-16', '2024-10-21']);
    expect(days(resolvePeriod(changed, '2024-9M'))).to.deep.equal(['2024-10-03', '2024-10-07', '2024-10-10']);
  });

  // A due date of December counts on into a year that nobody has recorded.
  for (const [period, missing] of [
    ['2025-12', '2026'],
    ['2025-Q4', '2026'],
    ['2025', '2026'],
    ['2021-12', '2022'],
  ] as const)
    it(`does not guess the days off of ${missing} for ${period}`, () => {
      expect(() => resolvePeriod(definition, period)).to.throw(UnknownYearError, `năm ${missing}`);
    });

  it('steps over the new year and its holiday', () => {
    expect(resolvePeriod(definition, '2024').due).to.equal('2025-01-06T17:00:00+07:00');
  });

  it('takes what was decided for the period, and counts from a decided window', () => {
    const decided = resolvePeriod(definition, '2024-10', {
      windows: { ky: { from: '2024-10-01', to: '2024-10-25' } },
      publish: '2024-11-05T09:00:00+07:00',
    });
    expect([
      decided.windows['ky']?.to,
      decided.windows['lech']?.to,
      decided.due,
      decided.publish,
    ]).to.deep.equal(['2024-10-25', '2024-10-14', '2024-10-30T17:00:00+07:00', '2024-11-05T09:00:00+07:00']);
  });

  it('needs no calendar when every time was decided, and else names the year that it lacks', () => {
    const times = { due: 'a', close: 'b', publish: 'c' };
    expect(resolvePeriod(definition, '2030-01', times).due).to.equal('a');
    expect(() => resolvePeriod(definition, '2030-01')).to.throw(UnknownYearError, 'năm 2030');
  });

  for (const [period, expected] of [
    ['2024-10', true],
    ['2024-Q4', false],
    ['2024-13', false],
    ['thang-10', false],
  ] as const)
    it(`a monthly report ${expected ? 'has' : 'does not have'} ${period}`, () => {
      expect(hasPeriod(tinyDefinition({ report: { frequency: ['month'] } }), period)).to.equal(expected);
    });

  it('pins the rosters as they are on the last day of the default window', () => {
    const entities = ENTITIES.map((entity) =>
      entity.id === 'ca-mau' ? { ...entity, validTo: '2024-10-30' } : entity,
    );
    const changed = tinyDefinition({ definition: { entities } });
    expect(pinRosters(changed, resolvePeriod(changed, '2024-09'))['tinh']).to.include('ca-mau');
    expect(pinRosters(changed, resolvePeriod(changed, '2024-10'))).to.deep.equal({
      tinh: ['ha-noi', 'dak-lak', 'an-giang'],
      bo: ['bo-y-te', 'bo-cong-an', 'bo-noi-vu'],
    });
  });
});
