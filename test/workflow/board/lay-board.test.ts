/** How the board lays papers out: who stands in which block, in which column, and what is counted. */
import { expect } from 'chai';
import type { Definition } from '../../../src/domain/definition.ts';
import type { SubmissionState } from '../../../src/domain/submission.ts';
import {
  layBoard,
  standingOf,
  totalsOf,
  type Paper,
  type Standing,
} from '../../../src/workflow/board/lay-board.ts';

const paper = (form: string, entity: string, other: Partial<Paper> = {}): Paper => ({
  period: '2024-Q4',
  form,
  entity,
  state: 'accepted',
  timeliness: 'on-time',
  empty: false,
  blank: 0,
  pending: 0,
  ...other,
});

const named = (ids: readonly string[]): Definition['entities'] =>
  ids.map((id) => ({
    id,
    kind: 'bo',
    name: `đơn vị ${id}`,
    shortName: id,
    codes: [],
    aliases: [],
    successors: [],
  }));
const form = (id: string, of: object): object => ({
  id,
  title: `Biểu ${id}`,
  sections: [],
  tables: [],
  ...of,
});

const definition = {
  entities: named(['bo-a', 'bo-b', 'tinh-a', 'vien']),
  rosters: [
    { id: 'tat-ca', label: 'tất cả', union: ['bo', 'tinh'] },
    { id: 'bo', label: 'bộ', kinds: ['bo'] },
    { id: 'tinh', label: 'tỉnh', kinds: ['tinh'] },
  ],
  forms: [
    form('F-1', { roster: 'tat-ca' }),
    form('F-2', { roster: 'bo' }),
    form('F-3', { body: 'bo-a' }),
    form('F-4', { roster: 'vien' }),
  ],
} as unknown as Definition;

describe('the board', () => {
  const layout = layBoard({
    definition,
    period: '2024-Q4',
    members: { 'tat-ca': ['bo-a', 'bo-b', 'tinh-a'], bo: ['bo-a', 'bo-b'], tinh: ['tinh-a'], vien: ['vien'] },
    papers: [
      paper('F-1', 'bo-a'),
      paper('F-1', 'bo-b', { state: 'not-started', timeliness: 'overdue' }),
      paper('F-1', 'tinh-a', { timeliness: 'late' }),
      paper('F-2', 'bo-b'),
      paper('F-3', 'bo-a', { state: 'submitted' }),
      paper('F-4', 'vien', { state: 'returned' }),
      paper('F-1', 'bo-a', { period: '2024-10', empty: true }),
    ],
    contacts: new Map([['bo-a', { name: 'An', phone: '1', email: 'a@b', at: '', by: '' }]]),
  });

  it('keeps the members of a union apart, and has a place for those of no roster', () => {
    expect(
      layout.blocks.map(({ label, columns, rows }) => [
        label,
        columns.map(({ title }) => title),
        rows.map(({ entity, papers }) => `${entity} ${papers.map((one) => one?.state ?? '–').join(' ')}`),
      ]),
    ).to.deep.equal([
      [
        'bộ',
        ['Biểu F-1', 'Biểu F-2', 'Biểu F-1, tháng 10/2024'],
        ['bo-a accepted – accepted', 'bo-b not-started accepted –'],
      ],
      ['tỉnh', ['Biểu F-1'], ['tinh-a accepted']],
      ['đơn vị khác', ['Biểu F-4'], ['vien returned']],
    ]);
    expect(layout.blocks[0]?.rows.map(({ contact }) => contact?.name)).to.deep.equal(['An', undefined]);
  });

  it('lists forms of one owner by themselves', () => {
    expect(layout.singles.map(({ title, name, paper: { state } }) => [title, name, state])).to.deep.equal([
      ['Biểu F-3', 'đơn vị bo-a', 'submitted'],
    ]);
  });

  it('counts each paper once by what is left to do, and apart from that by time', () => {
    expect(layout.totals).to.deep.equal({
      owed: 7,
      accepted: 3,
      submitted: 1,
      returned: 1,
      missing: 2,
      waived: 0,
      late: 1,
      overdue: 1,
    });
    expect(layout.blocks[0]?.totals).to.deep.equal({
      owed: 4,
      accepted: 2,
      submitted: 0,
      returned: 0,
      missing: 2,
      waived: 0,
      late: 0,
      overdue: 1,
    });
    expect(layout.singleTotals.owed + layout.blockTotals.owed).to.equal(7);
  });

  const STANDINGS: readonly (readonly [state: SubmissionState, empty: boolean, stands: Standing])[] = [
    ['not-started', false, 'missing'],
    ['draft', false, 'missing'],
    ['awaiting-approval', false, 'missing'],
    ['submitted', false, 'submitted'],
    ['submitted', true, 'missing'],
    ['returned', false, 'returned'],
    ['returned', true, 'returned'],
    ['accepted', false, 'accepted'],
    ['accepted', true, 'missing'],
    ['waived', false, 'waived'],
  ];
  for (const [state, empty, stands] of STANDINGS)
    it(`counts ${empty ? 'an empty' : 'a'} paper that is ${state} as ${stands}`, () => {
      expect(standingOf({ state, empty })).to.equal(stands);
      const totals = totalsOf([paper('F-1', 'x', { state, empty, timeliness: 'not-due' })]);
      expect({ ...totals, [stands]: 0 }).to.deep.equal({
        owed: 1,
        accepted: 0,
        submitted: 0,
        returned: 0,
        missing: 0,
        waived: 0,
        late: 0,
        overdue: 0,
      });
      expect(totals[stands]).to.equal(1);
    });
});
