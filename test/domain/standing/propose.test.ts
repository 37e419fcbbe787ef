import { expect } from 'chai';
import type { Entity } from '../../../src/domain/entity.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { ENTITIES } from '../tiny-facts.ts';
import { answers, inWords, of, propose, type Changes, type Said } from './standing-facts.ts';

const SEPTEMBER = '2024-09/F/an-giang/1';

/** What stands in October 2024 of one field, by what the body said in earlier months. */
describe('what is proposed of a cell', () => {
  const carried = { from: '2024-08', revision: '2024-08/F/an-giang/1', asOf: '2024-08-19' };
  const cases: readonly (readonly [about: string, field: string, said: readonly Said[], expected: string])[] =
    [
      [
        'a flow of last month',
        'phat-sinh',
        [{ period: '2024-09', cells: { 'phat-sinh': '5' } }],
        'unanswered: not-standing',
      ],
      [
        'words of last month',
        'loi-noi',
        [{ period: '2024-09', cells: { 'loi-noi': 'ít người' } }],
        'unanswered: not-standing',
      ],
      ['a control value', 'dc-tram', [{ period: '2024-09', cells: { 'dc-tram': '5' } }], 'not asked'],
      ['nothing that was said', 'tram', [], 'unanswered: no-earlier'],
      [
        'a paper that left it blank',
        'tram',
        [{ period: '2024-09', cells: { bac: 'xong' } }],
        'unanswered: no-earlier',
      ],
      [
        'a stock with a day of its own',
        'tram',
        [{ period: '2024-09', cells: { tram: { state: 'value', value: '10', asOf: '2024-09-19' } } }],
        `offered 10 from 2024-09 as of 2024-09-19 by ${SEPTEMBER}, 1/3`,
      ],
      [
        'a stock of its window',
        'tram',
        [{ period: '2024-09', cells: { tram: '10' } }],
        `offered 10 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      ],
      [
        'a stock of a window of its own',
        'may',
        [{ period: '2024-09', cells: { may: '7' } }],
        `offered 7 from 2024-09 as of 2024-09-14 by ${SEPTEMBER}, 1/3`,
      ],
      [
        'a stock that was zero',
        'tram',
        [{ period: '2024-09', cells: { tram: '0' } }],
        `offered 0 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      ],
      [
        '“không phát sinh”',
        'tram',
        [{ period: '2024-09', cells: { tram: { state: 'none' } } }],
        `offered none from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      ],
      [
        '“không áp dụng”',
        'may',
        [{ period: '2024-09', cells: { may: { state: 'not-applicable' } } }],
        `offered not-applicable from 2024-09 as of 2024-09-14 by ${SEPTEMBER}, 1/3`,
      ],
      [
        '“chưa có số liệu”',
        'tram',
        [
          { period: '2024-08', cells: { tram: '10' } },
          { period: '2024-09', cells: { tram: { state: 'pending', reason: 'đang rà soát' } } },
        ],
        'unanswered: pending',
      ],
      [
        'a flag that was yes',
        'quyet-dinh',
        [{ period: '2024-09', cells: { 'quyet-dinh': 'yes' } }],
        `offered yes from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/6`,
      ],
      [
        'a flag that was no',
        'quyet-dinh',
        [{ period: '2024-09', cells: { 'quyet-dinh': 'no' } }],
        `offered no from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/6`,
      ],
      [
        'a class',
        'bac',
        [{ period: '2024-09', cells: { bac: 'dang' } }],
        `offered dang from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      ],
      [
        'the last of several, in any order',
        'bac',
        [
          { period: '2024-09', cells: { bac: 'xong' } },
          { period: '2024-08', cells: { bac: 'dang' } },
        ],
        `offered xong from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      ],
      [
        'an answer before a month that said nothing of it',
        'bac',
        [
          { period: '2024-08', cells: { bac: 'dang' } },
          { period: '2024-09', cells: { tram: '1' } },
        ],
        'offered dang from 2024-08 as of 2024-08-31 by 2024-08/F/an-giang/1, 2/3',
      ],
      [
        'the last month in which it is good',
        'tram',
        [{ period: '2024-07', cells: { tram: '10' } }],
        'offered 10 from 2024-07 as of 2024-07-31 by 2024-07/F/an-giang/1, 3/3',
      ],
      [
        'the first month in which it is too old',
        'tram',
        [{ period: '2024-06', cells: { tram: '10' } }],
        'stale from 2024-06, 4/3',
      ],
      [
        'the same month, with a longer time',
        'quyet-dinh',
        [{ period: '2024-06', cells: { 'quyet-dinh': 'yes' } }],
        'offered yes from 2024-06 as of 2024-06-30 by 2024-06/F/an-giang/1, 4/6',
      ],
      [
        'what was confirmed last month',
        'tram',
        [
          {
            period: '2024-09',
            cells: { tram: { state: 'value', value: '10', asOf: '2024-08-19', carried } },
          },
        ],
        'offered 10 from 2024-08 as of 2024-08-19 by 2024-08/F/an-giang/1, 2/3',
      ],
      [
        'what was confirmed last month for the last time',
        'tram',
        [
          {
            period: '2024-09',
            cells: { tram: { state: 'value', value: '10', carried: { ...carried, from: '2024-06' } } },
          },
        ],
        'stale from 2024-06, 4/3',
      ],
      [
        'what was confirmed, of an original that was corrected since',
        'tram',
        [
          {
            period: '2024-08',
            number: 2,
            cells: { tram: { state: 'value', value: '12', asOf: '2024-08-19' } },
          },
          {
            period: '2024-09',
            cells: { tram: { state: 'value', value: '10', asOf: '2024-08-19', carried } },
          },
        ],
        'offered 12 from 2024-08 as of 2024-08-19 by 2024-08/F/an-giang/2, 2/3',
      ],
      [
        'what was confirmed, of an original that was taken back since',
        'tram',
        [
          { period: '2024-08', number: 2, cells: { tram: { state: 'pending', reason: 'đang rà soát' } } },
          { period: '2024-09', cells: { tram: { state: 'value', value: '10', carried } } },
        ],
        'unanswered: pending',
      ],
    ];
  for (const [about, id, said, expected] of cases)
    it(`of ${about}: ${expected}`, () => {
      expect(of(propose(said), id)).to.equal(expected);
    });

  it('keeps the document behind a yes, and the note', () => {
    const cell: Cell = {
      state: 'value',
      value: 'yes',
      document: '12/QĐ-UBND',
      date: '2024-03-05',
      note: 'đã gửi',
    };
    const [found] = propose([{ period: '2024-09', cells: { 'quyet-dinh': cell } }]).fields.filter(
      ({ field }) => field.id === 'quyet-dinh',
    );
    expect(found?.proposed).to.deep.include({ state: 'offered', answer: cell });
  });
});

describe('what is proposed where something was answered in this period', () => {
  const before: readonly Said[] = [{ period: '2024-09', cells: { tram: '10' } }];
  const carried = { from: '2024-09', revision: SEPTEMBER, asOf: '2024-09-30' };
  const cases: readonly (readonly [about: string, cell: Cell, expected: string])[] = [
    ['a value', { state: 'value', value: '11' }, 'answered'],
    ['“không phát sinh”', { state: 'none' }, 'answered'],
    ['“chưa có số liệu”', { state: 'pending', reason: 'đang rà soát' }, 'answered'],
    ['a confirmation', { state: 'value', value: '10', carried }, 'answered'],
    [
      'a confirmation of what was corrected since',
      { state: 'value', value: '9', carried: { ...carried, revision: '2024-09/F/an-giang/0' } },
      `offered 10 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
    ],
  ];
  for (const [about, cell, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(of(propose(before, { current: answers({ cells: { tram: cell } }) }), 'tram')).to.equal(expected);
    });
});

describe('what is proposed when the question has changed', () => {
  const said = (cells: Said['cells']): readonly Said[] => [
    { period: '2024-09', ...(cells ? { cells } : {}) },
  ];
  const cases: readonly (readonly [
    about: string,
    field: string,
    said: readonly Said[],
    now: Changes,
    expected: string,
  ])[] = [
    [
      'a break of the series in this month',
      'tram',
      said({ tram: '10' }),
      { indicators: { tram: { breaks: [{ from: '2024-10', why: 'cách đếm mới' }] } } },
      'unanswered: series-break',
    ],
    [
      'a break before it was said',
      'tram',
      said({ tram: '10' }),
      { indicators: { tram: { breaks: [{ from: '2024-09', why: 'cách đếm mới' }] } } },
      `offered 10 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
    ],
    [
      'a break of the class that it stands in',
      'bac',
      said({ bac: 'dang' }),
      { indicators: { bac: { breaks: [{ from: '2024-10', why: 'mức mới', status: 'dang' }] } } },
      'unanswered: series-break',
    ],
    [
      'a break of another class',
      'bac',
      said({ bac: 'xong' }),
      { indicators: { bac: { breaks: [{ from: '2024-10', why: 'mức mới', status: 'dang' }] } } },
      `offered xong from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
    ],
    [
      'it goes on under another code',
      'may',
      [{ period: '2024-09', cells: { tram: '10' } }],
      { indicators: { may: { continues: 'tram', unit: 'trạm' }, tram: { to: '2024-09' } } },
      `offered 10 from 2024-09 as of 2024-09-14 by ${SEPTEMBER}, 1/3`,
    ],
    [
      'another unit',
      'tram',
      said({ tram: '10' }),
      { indicators: { tram: { unit: 'cụm trạm' } } },
      'unanswered: changed',
    ],
    [
      'a class that is no more',
      'bac',
      said({ bac: 'dang' }),
      {
        indicators: {
          bac: {
            statuses: [
              { id: 'xong', label: 'Xong' },
              { id: 'moi', label: 'Mới' },
            ],
          },
        },
      },
      'unanswered: changed',
    ],
    [
      'whole numbers only',
      'tram',
      [{ period: '2024-09', cells: { tram: '1.5' }, pinned: { indicators: { tram: { fraction: true } } } }],
      {},
      'unanswered: changed',
    ],
    [
      'it stands no more',
      'tram',
      said({ tram: '10' }),
      { indicators: { tram: { nature: 'flow' } } },
      'unanswered: changed',
    ],
    ['it ends', 'tram', said({ tram: '10' }), { indicators: { tram: { to: '2024-09' } } }, 'not asked'],
  ];
  for (const [about, id, before, now, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(of(propose(before, { now }), id)).to.equal(expected);
    });
});

describe('what is proposed of a table', () => {
  const rows = { 'so-dang-ky': [{ ten: 'A' }, { ten: 'B' }] };
  const carried = { from: '2024-08', revision: '2024-08/F/an-giang/1', asOf: '2024-08-31' };
  const pinned: Changes = { form: { tables: [{ id: 'so-dang-ky', title: 'Sổ', columns: [] }] } };
  const cases: readonly (readonly [about: string, said: readonly Said[], expected: string])[] = [
    ['nothing that was said', [], 'unanswered: no-earlier'],
    ['rows', [{ period: '2024-09', rows }], `offered 2 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`],
    [
      'none',
      [{ period: '2024-09', marks: { 'so-dang-ky': 'none' } }],
      `offered 0 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
    ],
    ['rows that are too old', [{ period: '2024-06', rows }], 'stale from 2024-06, 4/3'],
    [
      'rows before a month that left it blank',
      [{ period: '2024-08', rows }, { period: '2024-09' }],
      'offered 2 from 2024-08 as of 2024-08-31 by 2024-08/F/an-giang/1, 2/3',
    ],
    [
      'rows that were confirmed',
      [{ period: '2024-09', rows, marks: { 'so-dang-ky': carried } }],
      'offered 2 from 2024-08 as of 2024-08-31 by 2024-08/F/an-giang/1, 2/3',
    ],
    [
      'rows that were confirmed and corrected since',
      [
        { period: '2024-08', number: 2, rows: { 'so-dang-ky': [{ ten: 'A' }] } },
        { period: '2024-09', rows, marks: { 'so-dang-ky': carried } },
      ],
      'offered 1 from 2024-08 as of 2024-08-31 by 2024-08/F/an-giang/2, 2/3',
    ],
    [
      'no rows when no rows were none',
      [
        { period: '2024-08', rows },
        { period: '2024-09', pinned },
      ],
      `offered 0 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
    ],
    [
      'rows that the table does not take any more',
      [{ period: '2024-09', rows: { 'so-dang-ky': [{ khac: 'A' }] } }],
      'unanswered: changed',
    ],
  ];
  for (const [about, said, expected] of cases)
    it(`of ${about}: ${expected}`, () => {
      expect(of(propose(said), 'so-dang-ky')).to.equal(expected);
    });

  it('leaves out a table whose rows are sent in every period', () => {
    expect(of(propose([{ period: '2024-09', rows: { 'su-kien': [{ ten: 'A' }] } }]), 'su-kien')).to.equal(
      'not asked',
    );
  });

  const now: readonly (readonly [about: string, current: Omit<Said, 'period'>, expected: string])[] = [
    ['rows of this period', { rows }, 'answered'],
    ['none in this period', { marks: { 'so-dang-ky': 'none' } }, 'answered'],
    [
      'a confirmation',
      { rows, marks: { 'so-dang-ky': { ...carried, from: '2024-09', revision: SEPTEMBER } } },
      'answered',
    ],
    ['no rows', {}, `offered 2 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`],
  ];
  for (const [about, current, expected] of now)
    it(`beside ${about}: ${expected}`, () => {
      const proposal = propose([{ period: '2024-09', rows }], { current: answers(current) });
      expect(of(proposal, 'so-dang-ky')).to.equal(expected);
    });
});

describe('what is proposed to bodies that were put together', () => {
  const body = (id: string, more: Partial<Entity>): Entity => ({
    ...(ENTITIES.find((one) => one.id === id) ?? {
      id,
      kind: 'tinh',
      name: `tỉnh ${id}`,
      shortName: id,
      codes: [],
      aliases: [],
      successors: [],
    }),
    ...more,
  });
  const until = { validTo: '2024-09-30' };
  const cases: readonly (readonly [
    about: string,
    entities: readonly Entity[],
    asked: string,
    said: string,
    expected: string,
    names: string,
  ])[] = [
    [
      'a body of two',
      [
        body('an-giang', { ...until, successors: ['moi'] }),
        body('ca-mau', { ...until, successors: ['moi'] }),
        body('moi', { validFrom: '2024-10-01' }),
      ],
      'moi',
      'an-giang',
      'unanswered: reorganised',
      'tỉnh An Giang, tỉnh Cà Mau',
    ],
    [
      'a body that takes another one in',
      [body('an-giang', {}), body('ca-mau', { ...until, successors: ['an-giang'] })],
      'an-giang',
      'an-giang',
      'unanswered: reorganised',
      'tỉnh Cà Mau',
    ],
    [
      'a body that took another one in before it answered',
      [body('an-giang', {}), body('ca-mau', { validTo: '2024-08-31', successors: ['an-giang'] })],
      'an-giang',
      'an-giang',
      `offered 10 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      '',
    ],
    [
      'one of the heirs of a body that was split',
      [body('an-giang', { ...until, successors: ['moi', 'moi-hai'] }), body('moi', {}), body('moi-hai', {})],
      'moi',
      'an-giang',
      'unanswered: reorganised',
      'tỉnh An Giang',
    ],
    [
      'the same body under another name',
      [body('an-giang', { ...until, successors: ['moi'] }), body('moi', { validFrom: '2024-10-01' })],
      'moi',
      'an-giang',
      `offered 10 from 2024-09 as of 2024-09-30 by ${SEPTEMBER}, 1/3`,
      '',
    ],
    [
      'a body without a past',
      [body('moi', { validFrom: '2024-10-01' })],
      'moi',
      'an-giang',
      'unanswered: no-earlier',
      '',
    ],
  ];
  for (const [about, entities, asked, said, expected, names] of cases)
    it(`${about}: ${expected}`, () => {
      // The workflow reads only what a body, or the same body under a former name, has said.
      const own =
        about === 'a body that takes another one in' ||
        !['unanswered: reorganised', 'unanswered: no-earlier'].includes(expected);
      const proposal = propose(own ? [{ period: '2024-09', entity: said, cells: { tram: '10' } }] : [], {
        entity: asked,
        now: { entities },
      });
      expect(of(proposal, 'tram')).to.equal(expected);
      expect(proposal.takenOver.map(({ name }) => name).join(', ')).to.equal(names);
    });
});

it('says of a form in words what each place of it is', () => {
  const { fields, tables } = propose([{ period: '2024-09', cells: { tram: '10' } }]);
  expect([...fields, ...tables].map(({ proposed }) => inWords(proposed).split(' ')[0])).to.deep.equal([
    'unanswered:',
    'offered',
    'unanswered:',
    'unanswered:',
    'unanswered:',
    'unanswered:',
    'unanswered:',
  ]);
});
