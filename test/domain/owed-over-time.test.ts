import { expect } from 'chai';
import type { Completeness, OwedForm } from '../../src/domain/completeness.ts';
import { owedOverTime } from '../../src/domain/owed-over-time.ts';
import { ENTITIES } from './tiny-facts.ts';

const STATES = {
  'on-time': { state: 'accepted', timeliness: 'on-time', empty: false },
  late: { state: 'accepted', timeliness: 'late', empty: false },
  waived: { state: 'waived', timeliness: 'not-due', empty: false },
  returned: { state: 'returned', timeliness: 'overdue', empty: false },
  empty: { state: 'accepted', timeliness: 'on-time', empty: true },
} as const;
type State = keyof typeof STATES;

function papers(period: string | undefined, states: Readonly<Record<string, State>>): readonly OwedForm[] {
  return Object.entries(states).map(([entity, state]) => ({
    ...(period === undefined ? {} : { period }),
    entity,
    form: 'M-TINH',
    blank: [],
    pending: [],
    ...STATES[state],
  }));
}

function counted(
  parts: readonly OwedForm[],
  forms: readonly OwedForm[] = [],
  entities = ENTITIES,
): readonly string[] {
  const standing: Completeness = { forms, parts, complete: true };
  return owedOverTime(standing, 'M-TINH', entities).map(
    ({ entity, period = '', state, timeliness, empty }) => {
      const [name] = Object.entries(STATES).find(
        ([, one]) => one.state === state && one.timeliness === timeliness && one.empty === empty,
      ) ?? ['?'];
      return `${entity} ${name} ${period}`.trim();
    },
  );
}

describe('who has reported in a period that is compiled from months', () => {
  const cases: readonly (readonly [first: State, second: State, counts: string])[] = [
    ['on-time', 'on-time', 'on-time 2024-02'],
    ['late', 'on-time', 'late 2024-01'],
    ['on-time', 'late', 'late 2024-02'],
    ['waived', 'late', 'waived 2024-01'],
    ['returned', 'waived', 'returned 2024-01'],
    ['empty', 'on-time', 'empty 2024-01'],
  ];
  for (const [first, second, counts] of cases)
    it(`${first} and then ${second} counts as ${counts}`, () => {
      const months = [
        ...papers('2024-01', { 'an-giang': first }),
        ...papers('2024-02', { 'an-giang': second }),
      ];
      expect(counted(months)).to.deep.equal([`an-giang ${counts}`]);
      expect(counted(months.toReversed())).to.deep.equal([`an-giang ${counts}`]);
    });

  it('is its own form where the period asks it', () => {
    const own = papers(undefined, { 'an-giang': 'late' });
    expect(counted(papers('2024-01', { 'an-giang': 'returned' }), own)).to.deep.equal(['an-giang late']);
  });

  it('is that of the bodies of the last month: who took over stands for those before', () => {
    const merged = ENTITIES.map((entity) =>
      entity.id === 'ca-mau' ? { ...entity, successors: ['an-giang'] } : entity,
    );
    const months = [
      ...papers('2024-01', { 'an-giang': 'on-time', 'ca-mau': 'late' }),
      ...papers('2024-02', { 'an-giang': 'on-time' }),
    ];
    expect(counted(months, [], merged)).to.deep.equal(['an-giang late 2024-01']);
    expect(counted(months)).to.deep.equal(['an-giang on-time 2024-02']);
  });
});
