/**
 * What each state of a cell, and each state of a submission, does to everything that follows: one table. An Giang is in
 * the state; Hà Nội (400, yes), Đắk Lắk (300, yes) and Cà Mau (100, no) have answered. The table in docs/authoring.md is held against it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBook } from '../../src/domain/aggregation/book.ts';
import { compileReport } from '../../src/domain/compile.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { bodyCell } from '../../src/domain/model/annexes/cells.ts';
import { stateInWords } from '../../src/domain/model/outcomes.ts';
import { BLANK, EXEMPT, MISSING, NONE, PENDING, printed, tinyFacts, type Tiny } from './tiny-facts.ts';

const EDITION = {
  kind: 'final',
  at: '2024-11-12T08:00:00+07:00',
  illustrative: false,
  document: { date: '2024-11-12' },
} as const;
const LATE = '2024-11-08T09:00:00+07:00';

interface Expected {
  /** Tình hình nộp, in words. */
  readonly standing: string;
  /** Ids of the findings that stop a final. */
  readonly stops: readonly string[];
  /** Số hồ sơ of the provinces. */
  readonly sum: string;
  /** N/M of the provinces that issued a plan, and their list. */
  readonly count: string;
  readonly list: string;
  /** What An Giang's row of an annex shows, for the sum and for the flag. */
  readonly cells: readonly [string, string];
}

const WAITING = '[chưa đủ số liệu: An Giang]';
const waiting = { sum: WAITING, count: WAITING, list: WAITING };
const without = { sum: '800', count: '02/4', list: 'Hà Nội, Đắk Lắk' };

const answered = (hoSo: Cell, keHoach: Cell): Tiny => ({
  answers: { 'F-TINH': { 'an-giang': { 'ho-so': hoSo, 'ke-hoach': keHoach } } },
});
type Cell = typeof NONE | string | null;

const facts = (more: Partial<Facts>): Pick<Tiny, 'facts'> => ({ facts: more });
const waived = facts({
  waivers: [{ entity: 'an-giang', form: 'F-TINH', reason: 'bão lũ', at: '2024-10-20T08:00:00+07:00' }],
});
const withReason = facts({
  justifications: ['ho-so', 'ke-hoach'].map((cell) => ({
    finding: `pending:F-TINH/an-giang/${cell}`,
    reason: 'hẹn kỳ sau',
    at: '2024-11-11T08:00:00+07:00',
  })),
});

const TABLE: readonly (readonly [string, Tiny, Expected])[] = [
  [
    'a value',
    answered('200', 'yes'),
    {
      standing: 'Đã tiếp nhận',
      stops: [],
      sum: '1.000',
      count: '03/4',
      list: 'Hà Nội, Đắk Lắk, An Giang',
      cells: ['200', 'Có'],
    },
  ],
  [
    'zero, which is a value',
    answered('0', 'no'),
    { standing: 'Đã tiếp nhận', stops: [], ...without, cells: ['0', 'Chưa'] },
  ],
  [
    'không phát sinh: zero, and no',
    answered(NONE, NONE),
    { standing: 'Đã tiếp nhận', stops: [], ...without, cells: ['-', '-'] },
  ],
  [
    'chưa có số liệu',
    answered(PENDING, PENDING),
    {
      standing: 'Đã tiếp nhận',
      stops: ['pending:F-TINH/an-giang/ho-so', 'pending:F-TINH/an-giang/ke-hoach'],
      ...waiting,
      cells: ['...', '...'],
    },
  ],
  [
    'chưa có số liệu, accepted with a reason: left out of the sum, never out of M',
    { ...answered(PENDING, PENDING), ...withReason },
    { standing: 'Đã tiếp nhận', stops: [], ...without, cells: ['...', '...'] },
  ],
  [
    'không áp dụng: left out of M',
    answered(EXEMPT, EXEMPT),
    {
      standing: 'Đã tiếp nhận',
      stops: [],
      sum: '800',
      count: '02/3',
      list: 'Hà Nội, Đắk Lắk',
      cells: ['x', 'x'],
    },
  ],
  [
    'blank',
    answered(BLANK, BLANK),
    {
      standing: 'Đã tiếp nhận',
      stops: ['blank:F-TINH/an-giang/ho-so', 'blank:F-TINH/an-giang/ke-hoach'],
      ...waiting,
      cells: ['c/n', 'c/n'],
    },
  ],
  [
    'blank, where an answer is optional: left out of the sum, never out of M',
    {
      ...answered(BLANK, BLANK),
      definition: {
        forms: tinyFacts().definition.forms.map((form) => ({
          ...form,
          sections: form.sections.map(({ title, fields }) => ({
            title,
            fields: fields.map((field) => ({ ...field, optional: true })),
          })),
        })),
      },
    },
    { standing: 'Đã tiếp nhận', stops: [], ...without, cells: ['', ''] },
  ],
  [
    'a form with nothing in it',
    {
      answers: {
        'F-TINH': {
          'an-giang': { 'ho-so': null, 'truc-tuyen': null, 'ke-hoach': null, 'tien-do': null, tram: null },
        },
      },
    },
    { standing: 'Phiếu trống', stops: ['missing:F-TINH/an-giang'], ...waiting, cells: ['c/n', 'c/n'] },
  ],
  [
    'late, but accepted',
    { receivedAt: { 'F-TINH/an-giang': LATE } },
    {
      standing: 'Đã tiếp nhận, trễ hạn',
      stops: [],
      sum: '1.000',
      count: '02/4',
      list: 'Hà Nội, Đắk Lắk',
      cells: ['200', 'Chưa'],
    },
  ],
  [
    'submitted, not yet accepted',
    { states: { 'F-TINH/an-giang': 'submitted' } },
    {
      standing: 'Đã nộp, chờ tiếp nhận',
      stops: ['missing:F-TINH/an-giang'],
      ...waiting,
      cells: ['c/n', 'c/n'],
    },
  ],
  [
    'waiting for its chief',
    { states: { 'F-TINH/an-giang': 'awaiting-approval' } },
    { standing: 'Chờ lãnh đạo duyệt', stops: ['missing:F-TINH/an-giang'], ...waiting, cells: ['c/n', 'c/n'] },
  ],
  [
    'a draft',
    { states: { 'F-TINH/an-giang': 'draft' } },
    { standing: 'Nháp', stops: ['missing:F-TINH/an-giang'], ...waiting, cells: ['c/n', 'c/n'] },
  ],
  [
    'returned',
    { states: { 'F-TINH/an-giang': 'returned' } },
    { standing: 'Trả lại', stops: ['missing:F-TINH/an-giang'], ...waiting, cells: ['c/n', 'c/n'] },
  ],
  [
    'nothing sent, after the due time',
    { answers: { 'F-TINH': { 'an-giang': MISSING } } },
    { standing: 'Chưa nộp, quá hạn', stops: ['missing:F-TINH/an-giang'], ...waiting, cells: ['c/n', 'c/n'] },
  ],
  [
    'nothing sent and waived: it stays in M',
    { answers: { 'F-TINH': { 'an-giang': MISSING } }, ...waived },
    { standing: 'Miễn nộp', stops: [], ...without, cells: ['miễn', 'miễn'] },
  ],
  [
    'returned and waived',
    { states: { 'F-TINH/an-giang': 'returned' }, ...waived },
    { standing: 'Miễn nộp', stops: [], ...without, cells: ['miễn', 'miễn'] },
  ],
  [
    'waived, yet accepted: the waiver is not needed',
    { ...answered('200', 'yes'), ...waived },
    {
      standing: 'Đã tiếp nhận',
      stops: [],
      sum: '1.000',
      count: '03/4',
      list: 'Hà Nội, Đắk Lắk, An Giang',
      cells: ['200', 'Có'],
    },
  ],
];

describe('states of a cell and of a submission', () => {
  for (const [about, tiny, expected] of TABLE)
    it(about, () => {
      const compiled = compileReport(tinyFacts(tiny), EDITION);
      const owed = compiled.completeness.forms.find(
        ({ form, entity }) => form === 'F-TINH' && entity === 'an-giang',
      );
      const book = createBook(tinyFacts(tiny));
      const cells = ['ho-so', 'ke-hoach'].map((code) =>
        bodyCell(book, book.indicator(code), 'an-giang')
          .map(({ text }) => text)
          .join(''),
      );
      expect({
        standing: owed && stateInWords(owed),
        stops: compiled.refusals.map(({ id }) => id),
        sum: printed('{{figure "ho-so" of="tinh"}}', tiny),
        count: printed('{{count "ke-hoach" of="tinh"}}', tiny),
        list: printed('{{list "ke-hoach" of="tinh"}}', tiny),
        cells,
      }).to.deep.equal(expected);
      expect(compiled.completeness.complete).to.equal(!expected.stops.some((id) => id.startsWith('missing')));
    });
});

/** The rows of the table in docs/authoring.md, and what above shows each. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  'a value; `có`': ['a value', 'waived, yet accepted: the waiver is not needed'],
  '`0`; `không`, `chưa`': ['zero, which is a value'],
  '`không phát sinh`': ['không phát sinh: zero, and no'],
  '`không áp dụng`': ['không áp dụng: left out of M'],
  '`chưa có số liệu: …`': [
    'chưa có số liệu',
    'chưa có số liệu, accepted with a reason: left out of the sum, never out of M',
  ],
  'blank, required': ['blank'],
  'blank, optional': ['blank, where an answer is optional: left out of the sum, never out of M'],
  'form not sent, returned, or not yet accepted': [
    'submitted, not yet accepted',
    'waiting for its chief',
    'a draft',
    'returned',
    'nothing sent, after the due time',
  ],
  'form sent empty': ['a form with nothing in it'],
  'form late, but accepted': ['late, but accepted'],
  waived: ['nothing sent and waived: it stays in M', 'returned and waived'],
};

describe('the table of states in docs/authoring.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'authoring.md'), 'utf8');
  const rows = page
    .slice(page.indexOf('\n## What an answer does\n'))
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2, 2 + Object.keys(DOCUMENTED).length)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it('has a row for each state, and each state a row', () => {
    expect(rows.map(([state]) => state)).to.deep.equal(Object.keys(DOCUMENTED));
    expect(Object.values(DOCUMENTED).flat()).to.have.members(TABLE.map(([about]) => about));
  });

  for (const [state = '', completeness = '', final = '', n, m, sum, list, words = '', annex = ''] of rows)
    it(`says of “${state}” what comes of it`, () => {
      const cases = TABLE.filter(([about]) => DOCUMENTED[state]?.includes(about)).map(
        ([, , result]) => result,
      );
      // "until a reason is given" and "not needed" are the second cases of their rows.
      const [first] = cases;
      if (!first) throw new Error(`nothing shows “${state}”`);
      expect(final, 'a final').to.match(first.stops.length > 0 ? /^stops/ : /^–$/);
      const isMissing = cases.some(({ stops }) => stops.some((id) => id.startsWith('missing')));
      expect(completeness, 'completeness').to.match(
        isMissing ? /^missing/ : first.standing === 'Miễn nộp' ? /^waived/ : /^received/,
      );
      expect(n === 'counts', 'N').to.equal(first.count.startsWith('03/'));
      expect(m === '**left out**', 'M').to.equal(first.count.endsWith('/3'));
      const waits = first.sum === WAITING;
      expect(words.startsWith('`[chưa đủ số liệu: …]`'), 'in the text').to.equal(waits);
      const isAdded = first.sum === '1.000';
      expect(sum, 'sum').to.match(
        isAdded ? /^(added|as in time)$/ : waits ? /^(not printed|left out once)/ : /^(0|left out)$/,
      );
      if (first.list.includes('An Giang') && !waits) expect(list, 'list').to.equal('`có` is listed');
      const marks = [...annex.matchAll(/`([^`]+)`/g)].map(([, cell]) => cell);
      const shown = first.cells.filter((cell) => !/^\d/.test(cell) && cell !== '');
      if (annex !== 'as in time') expect(marks, 'annexes').to.include.members(shown);
      expect(annex === 'empty', 'annexes').to.equal(first.cells.every((cell) => cell === ''));
    });
});

const standing = (tiny: Tiny, at: string, form = 'F-TINH', entity = 'an-giang'): unknown =>
  compileReport(tinyFacts(tiny), { ...EDITION, at }).completeness.forms.find(
    (owed) => owed.form === form && owed.entity === entity,
  )?.timeliness;

describe('completeness', () => {
  const nothing: Tiny = { answers: { 'F-TINH': { 'an-giang': MISSING } } };

  const times: readonly [string, Tiny, at: string, expected: string][] = [
    ['is not due before the due time', nothing, '2024-11-05T16:59:59+07:00', 'not-due'],
    ['nor at it', nothing, '2024-11-05T17:00:00+07:00', 'not-due'],
    ['but overdue after it, whatever the offset', nothing, '2024-11-05T10:00:01Z', 'overdue'],
    [
      'what came at the due time is on time',
      { receivedAt: { 'F-TINH/an-giang': '2024-11-05T10:00:00Z' } },
      LATE,
      'on-time',
    ],
    [
      'what came a second later is late',
      { receivedAt: { 'F-TINH/an-giang': '2024-11-05T10:00:01Z' } },
      LATE,
      'late',
    ],
  ];
  for (const [about, tiny, at, expected] of times)
    it(about, () => {
      expect(standing(tiny, at)).to.equal(expected);
    });

  it('a waiver without a form is for all forms of the body', () => {
    const tiny: Tiny = {
      answers: { 'F-BO': { 'bo-cong-an': MISSING }, 'CA-1': { 'bo-cong-an': MISSING } },
      facts: { waivers: [{ entity: 'bo-cong-an', reason: 'sáp nhập', at: '' }] },
    };
    const { forms, complete } = compileReport(tinyFacts(tiny), EDITION).completeness;
    expect(forms.filter(({ state }) => state === 'waived').map(({ form }) => form)).to.deep.equal([
      'F-BO',
      'CA-1',
    ]);
    expect(complete).to.equal(true);
  });

  it('asks forms and fields that are valid in the last month of the period', () => {
    const { forms } = tinyFacts().definition;
    const dated = (period: string): readonly string[] =>
      compileReport(
        tinyFacts({
          period,
          indicators: { tram: { from: '2024-11' } },
          definition: {
            forms: forms.map((form) => (form.id === 'F-BO' ? { ...form, to: '2024-10' } : form)),
          },
          answers: { 'F-TINH': { 'ca-mau': { tram: BLANK } } },
        }),
        EDITION,
      ).completeness.forms.flatMap(({ form, entity, blank }) =>
        form === 'F-BO' || blank.length > 0 ? [`${form}/${entity} ${blank.join()}`.trim()] : [],
      );
    expect(dated('2024-10')).to.deep.equal(['F-BO/bo-y-te', 'F-BO/bo-cong-an', 'F-BO/bo-noi-vu']);
    expect(dated('2024-11')).to.deep.equal(['F-TINH/ca-mau tram']);
    expect(dated('2024-Q4')).to.deep.equal(['F-TINH/ca-mau tram']);
  });
});
