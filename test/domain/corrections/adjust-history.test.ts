/** Totals that were published with an old value in them: which of them a correction changes, and by how much. */
import { expect } from 'chai';
import { correctedHistory } from '../../../src/domain/corrections/adjust-history.ts';
import type { RowCorrection, ValueCorrection } from '../../../src/domain/corrections/correction.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { earlier, ENTITIES, history, NONE, PENDING, tinyFacts, type Tiny } from '../tiny-facts.ts';

const MERGED: readonly Entity[] = ENTITIES.map((entity) =>
  entity.id === 'ca-mau' ? { ...entity, validTo: '2024-08-31', successors: ['an-giang'] } : entity,
);

function correction(
  change: Partial<ValueCorrection> & { readonly entity?: string; readonly form?: string } = {},
): ValueCorrection {
  const { entity = 'an-giang', form = 'F-TINH', ...more } = change;
  const field = more.indicator ?? 'ho-so';
  const paper = `${more.period ?? '2024-08'}/${form}/${entity}`;
  return {
    id: 1,
    period: '2024-08',
    place: { kind: 'cell', form, entity, field, before: `${paper}/1`, revision: `${paper}/2` },
    indicator: 'ho-so',
    from: value('100'),
    to: value('160'),
    reason: 'Cộng sót',
    at: '2024-09-20T08:00:00+07:00',
    renewed: [],
    ...more,
  };
}

function value(text: string): Cell {
  return { state: 'value', value: text };
}

const CASES: readonly (readonly [
  about: string,
  line: string,
  corrections: readonly ValueCorrection[],
  reads: string | null,
  tiny?: Tiny,
])[] = [
  ['the month itself', 'ho-so@2024-08 = 1000', [correction()], '1060'],
  ['a month later', 'ho-so@2024-09 = 1000', [correction()], '1000'],
  ['the quarter with the month in it', 'ho-so@2024-Q3 = 3000', [correction()], '3060'],
  ['the half year before', 'ho-so@2024-H1 = 3000', [correction()], '3000'],
  ['the year to date', 'ho-so@2024-09:ytd = 9000', [correction()], '9060'],
  ['the year to date before the month', 'ho-so@2024-07:ytd = 7000', [correction()], '7000'],
  ['the next year to date', 'ho-so@2025-01:ytd = 500', [correction()], '500'],
  ['the total of all time', 'ho-so@2025-01:cumulative = 9000', [correction()], '9060'],
  [
    'a total published rounded, which stays rounded',
    'ho-so@2024-09:cumulative = 9000 ~1000',
    [correction()],
    '9060',
  ],
  [
    'the total since a later day',
    'ho-so@2024-10:cumulative = 900',
    [correction()],
    '900',
    { indicators: { 'ho-so': { since: '2024-09-01' } } },
  ],
  [
    'the total since an earlier day',
    'ho-so@2024-10:cumulative = 900',
    [correction()],
    '960',
    { indicators: { 'ho-so': { since: '2024-08-15' } } },
  ],
  [
    'a total after a break of the series',
    'ho-so@2024-10:cumulative = 900',
    [correction()],
    '900',
    { indicators: { 'ho-so': { breaks: [{ from: '2024-09', why: 'đổi cách tính' }] } } },
  ],
  [
    'several corrections',
    'ho-so@2024-09:ytd = 9000',
    [correction(), correction({ id: 2, from: value('160'), to: value('150') })],
    '9050',
  ],
  [
    'a total that was replaced since',
    'ho-so@2024-09:ytd = 9060',
    [correction({ renewed: ['ho-so@2024-09:ytd/*'] })],
    '9060',
  ],
  ['the body itself', 'ho-so@2024-09:ytd/an-giang = 900', [correction()], '960'],
  ['another body', 'ho-so@2024-09:ytd/ca-mau = 900', [correction()], '900'],
  [
    'the body that took it over',
    'ho-so@2024-10:ytd/an-giang = 900',
    [correction({ entity: 'ca-mau' })],
    '960',
    { definition: { entities: MERGED } },
  ],
  ['a roster with the body', 'ho-so@2024-09:ytd/tinh = 900', [correction()], '960'],
  ['a roster without it', 'ho-so@2024-09:ytd/bo = 900', [correction()], '900'],
  ['a block with it', 'ho-so@2024-09:ytd/hai-tinh = 900', [correction({ entity: 'ha-noi' })], '960'],
  ['a block without it', 'ho-so@2024-09:ytd/hai-tinh = 900', [correction()], '900'],
  ['a union with it', 'ho-so@2024-09:ytd/ca-nuoc = 900', [correction()], '960'],
  [
    'a block chosen by a flag that it denied',
    'ho-so@2024-09:ytd/tinh-co-ke-hoach = 900',
    [correction()],
    '900',
    { facts: { earlier: earlier('ke-hoach', '2024-08', { 'an-giang': 'no' }) } },
  ],
  [
    'a block chosen by a flag that it affirmed',
    'ho-so@2024-09:ytd/tinh-co-ke-hoach = 900',
    [correction()],
    '960',
    { facts: { earlier: earlier('ke-hoach', '2024-08', { 'an-giang': 'yes' }) } },
  ],
  [
    'the indicator that goes on under another code',
    'can-cuoc@2024-09:ytd = 900',
    [correction()],
    '960',
    { indicators: { 'can-cuoc': { continues: 'ho-so', from: '2024-09' } } },
  ],
  ['another indicator', 'can-cuoc@2024-09:ytd = 900', [correction()], '900'],
  ['a sum with it', 'tong@2024-09:ytd = 900', [correction()], '960'],
  ['a difference from it', 'truc-tiep@2024-09:ytd = 900', [correction()], '960'],
  [
    'a difference that takes it away',
    'truc-tiep@2024-09:ytd = 900',
    [correction({ indicator: 'truc-tuyen' })],
    '840',
  ],
  ['a rate over it: computed anew', 'ty-le@2024-08 = 52.5', [correction()], null],
  ['a rate of a later month', 'ty-le@2024-09 = 52.5', [correction()], '52.5'],
  [
    'a stock on the same day',
    'tram@2024-08 = 90',
    [correction({ indicator: 'tram', from: value('10'), to: value('7') })],
    '87',
  ],
  [
    'a stock on the same day, by the quarter',
    'tram@2024-Q3 = 90',
    [correction({ indicator: 'tram', period: '2024-09', from: value('10'), to: value('7') })],
    '87',
  ],
  [
    'a stock a month later',
    'tram@2024-09 = 90',
    [correction({ indicator: 'tram', from: value('10'), to: value('7') })],
    '90',
  ],
  [
    'how many said yes',
    'ke-hoach@2024-08 = 3',
    [correction({ indicator: 'ke-hoach', from: value('yes'), to: value('no') })],
    '2',
  ],
  [
    'how many stand in the old class',
    'tien-do[dang]@2024-08 = 3',
    [correction({ indicator: 'tien-do', from: value('dang'), to: value('xong') })],
    '2',
  ],
  [
    'how many stand in the new class',
    'tien-do[xong]@2024-08 = 3',
    [correction({ indicator: 'tien-do', from: value('dang'), to: value('xong') })],
    '4',
  ],
  ['a cell that was blank', 'ho-so@2024-08 = 1000', [correction({ from: null })], '1160'],
  ['a value that was withdrawn', 'ho-so@2024-08 = 1000', [correction({ to: PENDING })], '900'],
  ['nothing instead of a value', 'ho-so@2024-08 = 1000', [correction({ to: NONE })], '900'],
  ['a control value', 'ho-so@2024-08 = 1000', [{ ...correction(), indicator: '' }], '1000'],
  [
    'a form that is not the primary one',
    'ho-so@2024-08 = 1000',
    [correction()],
    '1000',
    { indicators: { 'ho-so': { primary: 'F-BO' } } },
  ],
  [
    'a value of history, in the year to date',
    'ho-so@2024-09:ytd/tinh = 900',
    [correction({ place: { kind: 'history', span: 'period', scope: 'tinh' } })],
    '960',
  ],
  [
    'a value of history of some bodies, in the whole',
    'ho-so@2024-09:ytd = 900',
    [correction({ place: { kind: 'history', span: 'period', scope: 'tinh' } })],
    '960',
  ],
  [
    'a year to date of history, in a month of it',
    'ho-so@2024-07 = 900',
    [correction({ place: { kind: 'history', span: 'ytd', scope: '' } })],
    '900',
  ],
  [
    'a year to date of history, in the total',
    'ho-so@2024-08:cumulative = 900',
    [correction({ place: { kind: 'history', span: 'ytd', scope: '' } })],
    '960',
  ],
];

describe('history with corrections', () => {
  for (const [about, line, corrections, reads, tiny = {}] of CASES)
    it(`reads as ${reads ?? 'nothing'}: ${about}`, () => {
      const values = history(line);
      const facts = tinyFacts({ ...tiny, facts: { ...tiny.facts, history: values, corrections } });
      const [read] = correctedHistory(facts);
      expect(read?.value ?? null).to.equal(reads);
      expect([read?.roundedTo, read?.source]).to.deep.equal(
        read ? [values[0]?.roundedTo, 'Báo cáo cũ'] : [undefined, undefined],
      );
    });

  const documents = {
    indicators: {
      vb: { nature: 'flow', rows: { table: 'van-ban', where: [{ column: 'loai', is: 'nd' }] } },
      tien: { nature: 'flow', rows: { table: 'van-ban', where: [], sum: 'so-tien' } },
    },
  } satisfies Tiny;
  const row = (loai: string, money: string): Readonly<Record<string, string>> => ({ loai, 'so-tien': money });
  const rowCases: readonly (readonly [
    about: string,
    line: string,
    from: ReturnType<typeof row> | null,
    to: ReturnType<typeof row> | null,
    reads: string,
  ])[] = [
    ['a row that was added', 'vb@2024-12:ytd = 10', null, row('nd', '5'), '11'],
    ['one that does not count', 'vb@2024-12:ytd = 10', null, row('qd', '5'), '10'],
    ['a row that was taken out', 'vb@2024-12:cumulative = 10', row('nd', '5'), null, '9'],
    ['one that became another kind', 'vb@2024-12:ytd = 10', row('nd', '5'), row('qd', '5'), '9'],
    ['a sum over the rows', 'tien@2024-12:ytd = 100', row('nd', '5'), row('qd', '7.5'), '102.5'],
    ['a total of before', 'vb@2024-07:ytd = 10', null, row('nd', '5'), '10'],
    ['a body that did not send the row', 'vb@2024-12:ytd/ca-mau = 10', null, row('nd', '5'), '10'],
    ['the body that did', 'vb@2024-12:ytd/an-giang = 10', null, row('nd', '5'), '11'],
  ];
  for (const [about, line, from, to, reads] of rowCases)
    it(`reads as ${reads}: ${about}`, () => {
      const paper = '2024-08/F-TINH/an-giang';
      const corrected: RowCorrection = {
        id: 1,
        period: '2024-08',
        place: {
          kind: 'row',
          form: 'F-TINH',
          entity: 'an-giang',
          table: 'van-ban',
          number: 1,
          newNumber: 1,
          before: `${paper}/1`,
          revision: `${paper}/2`,
        },
        reason: 'Bỏ sót',
        at: '2024-09-20T08:00:00+07:00',
        renewed: [],
        from,
        to,
      };
      const facts = { history: history(line), corrections: [corrected] };
      const [read] = correctedHistory(tinyFacts({ ...documents, facts }));
      expect(read?.value).to.equal(reads);
    });

  it('is the very same list while nothing was corrected', () => {
    const values = history('ho-so@2024-08 = 1000');
    expect(correctedHistory(tinyFacts({ facts: { history: values } }))).to.equal(values);
    const facts = tinyFacts({ facts: { history: values, corrections: [correction()] } });
    expect(correctedHistory(facts)).to.equal(correctedHistory({ ...facts }));
  });
});
