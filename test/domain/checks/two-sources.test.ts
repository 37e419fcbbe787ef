import { expect } from 'chai';
import { compileReport } from '../../../src/domain/compile.ts';
import type { AnnexDefinition, Check, Form, Indicator, Tolerance } from '../../../src/domain/definition.ts';
import type { Cell, Row } from '../../../src/domain/submission.ts';
import {
  column,
  EXEMPT,
  field,
  indicator,
  MISSING,
  NONE,
  PENDING,
  printed,
  tinyBook,
  tinyFacts,
  valueOf,
  type Tiny,
} from '../tiny-facts.ts';
import { found, foundIds, said, withFields } from './found.ts';

/** A ministry's own count of what the provinces report, and a second form that asks the provinces themselves. */
const OWNER: Form = {
  id: 'YT-1',
  title: 'Biểu của Bộ Y tế',
  body: 'bo-y-te',
  sections: [{ title: 'I', fields: [field('tram')] }],
  tables: [],
};
const AGAIN: Form = { ...OWNER, id: 'F-LAI', title: 'Biểu hỏi lại' };
const { body: _body, ...UNBOUND } = AGAIN;
const SECOND: Form = { ...UNBOUND, roster: 'tinh' };

const stations = (
  primary: string | undefined,
  second: Tiny['answers'],
  form: Form,
  tolerance?: Tolerance,
): Tiny => ({
  indicators: {
    tram: {
      ...(primary === undefined ? {} : { primary }),
      ...(tolerance === undefined ? {} : { tolerance }),
    },
  },
  definition: { forms: withFields('F-BO', [], form) },
  answers: second ?? {},
});
const owner = (tram: string): Tiny['answers'] => ({ 'YT-1': { 'bo-y-te': { tram } } });
const again = (more: Readonly<Record<string, string>>): Tiny['answers'] => ({
  'F-LAI': Object.fromEntries(
    Object.entries({ 'ha-noi': '10', 'dak-lak': '20', 'an-giang': '30', 'ca-mau': '40', ...more }).map(
      ([body, tram]) => [body, { tram }],
    ),
  ),
});

describe('two owners of one indicator', () => {
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['a total that agrees', stations('F-TINH', owner('100'), OWNER), []],
    ['a total that does not', stations('F-TINH', owner('101'), OWNER), ['hard owners:tram/YT-1']],
    ['the other one primary', stations('YT-1', owner('101'), OWNER), ['hard owners:tram/F-TINH']],
    ['none primary: their answers add up', stations(undefined, owner('101'), OWNER), []],
    ['the same bodies agree', stations('F-TINH', again({}), SECOND), []],
    [
      'the same bodies are compared one by one, even where the total agrees',
      stations('F-TINH', again({ 'ha-noi': '11', 'dak-lak': '19' }), SECOND),
      ['hard owners:tram/F-LAI/ha-noi', 'hard owners:tram/F-LAI/dak-lak'],
    ],
    [
      'an answer that is pending: nothing to compare',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: PENDING } } }, OWNER),
      ['soft pending:YT-1/bo-y-te/tram'],
    ],
    [
      'không phát sinh is zero',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: NONE } } }, OWNER),
      ['hard owners:tram/YT-1'],
    ],
    [
      'không áp dụng is no answer',
      stations('F-TINH', { 'YT-1': { 'bo-y-te': { tram: EXEMPT } } }, OWNER),
      [],
    ],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  it('names both forms, cells and values', () => {
    expect(said(stations('F-TINH', owner('1101'), OWNER), 'owners:tram/YT-1')).to.equal(
      '“Số trạm” có hai giá trị khác nhau: biểu F-TINH, ô “Ô tram” của 4 đơn vị, cộng lại được 100; nhưng biểu YT-1, Bộ Y tế, ô “Ô tram” = 1.101; chênh lệch 1.001 trạm, bằng 1.001%. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
    );
    expect(
      said(stations('F-TINH', again({ 'ha-noi': '11' }), SECOND), 'owners:tram/F-LAI/ha-noi'),
    ).to.include('biểu F-TINH, Hà Nội, ô “Ô tram” = 10; nhưng biểu F-LAI, Hà Nội, ô “Ô tram” = 11');
  });
});

describe('how far two owners may be apart', () => {
  const cases: readonly [what: string, tolerance: Tolerance, other: string, ids: readonly string[]][] = [
    ['nothing is allowed, and nothing differs', { value: '0' }, '100', []],
    ['nothing is allowed', { value: '0' }, '101', ['soft owners:tram/YT-1']],
    ['exactly the percent', { percent: '0.5' }, '100.5', []],
    ['exactly the percent below', { percent: '0.5' }, '99.5', []],
    ['a hair more', { percent: '0.5' }, '100.50000001', ['soft owners:tram/YT-1']],
    ['exactly the value', { value: '10' }, '90', []],
    ['one more', { value: '10' }, '89', ['soft owners:tram/YT-1']],
    ['the wider of two limits is the value', { percent: '0.5', value: '10' }, '110', []],
    ['the wider of two limits is the percent', { percent: '20', value: '10' }, '120', []],
    ['beyond both', { percent: '20', value: '10' }, '121', ['soft owners:tram/YT-1']],
    ['declared to be an error', { percent: '0.5', severity: 'hard' }, '101', ['hard owners:tram/YT-1']],
  ];
  for (const [what, tolerance, other, ids] of cases)
    it(what, () => expect(foundIds(stations('F-TINH', owner(other), OWNER, tolerance))).to.deep.equal(ids));

  it('is measured from the primary one', () => {
    const half: Tolerance = { percent: '50' };
    expect(foundIds(stations('F-TINH', owner('150'), OWNER, half))).to.deep.equal([]);
    expect(foundIds(stations('YT-1', owner('60'), OWNER, half))).to.deep.equal(['soft owners:tram/F-TINH']);
  });

  it('of nothing is nothing', () => {
    const none = Object.fromEntries(
      ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'].map((body) => [body, { tram: '0' }]),
    );
    const tiny = stations('F-TINH', { ...owner('1'), 'F-TINH': none }, OWNER, { percent: '50' });
    expect(said(tiny, 'owners:tram/YT-1')).to.include('chênh lệch 1 trạm, quá mức cho phép 50%.');
  });

  it('is said with both places, in units and in percent', () => {
    const tiny = stations('F-TINH', owner('89'), OWNER, { percent: '0.5', value: '10' });
    expect(said(tiny, 'owners:tram/YT-1')).to.equal(
      '“Số trạm” có hai giá trị khác nhau: biểu F-TINH, ô “Ô tram” của 4 đơn vị, cộng lại được 100; nhưng biểu YT-1, Bộ Y tế, ô “Ô tram” = 89; chênh lệch 11 trạm, bằng 11%, quá mức cho phép 0,5% hoặc 10 trạm. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    );
  });

  it('with a reason, the notes repeat it and the ledger has both cells', () => {
    const annexes: readonly AnnexDefinition[] = [{ id: 'ghi-chu', kind: 'notes', title: 'Ghi chú' }];
    const tiny = stations('F-TINH', owner('89'), OWNER, { value: '10' });
    const reason = {
      finding: 'owners:tram/YT-1',
      reason: 'chốt số khác ngày',
      at: '2024-11-05T08:00:00+07:00',
    };
    const facts = tinyFacts({
      ...tiny,
      definition: { ...tiny.definition, annexes },
      facts: { justifications: [reason] },
    });
    const at = '2024-11-05T08:00:00+07:00';
    const { ledger, refusals } = compileReport(facts, {
      kind: 'final',
      at,
      illustrative: false,
      document: { date: '2024-11-05' },
    });
    expect(refusals).to.deep.equal([]);
    const finding = ledger.entries['finding:owners:tram/YT-1'];
    expect(finding?.inputs).to.have.length(5);
    expect(finding?.inputs).to.include.members([
      'cell:2024-10/F-TINH/ha-noi/1/tram',
      'cell:2024-10/YT-1/bo-y-te/1/tram',
    ]);
    expect(ledger.entries['cell:2024-10/YT-1/bo-y-te/1/tram']?.value).to.equal('89');
  });
});

describe('the primary source is the one that is printed', () => {
  const both = (primary: string, second: Tiny['answers'] = owner('250')): Tiny =>
    stations(primary, second, OWNER, { value: '0' });
  const text = 'có {{figure "tram"}} trạm';
  const cases: readonly [what: string, tiny: Tiny, source: string, expected: string][] = [
    ['the provinces', both('F-TINH'), text, 'Có 100 trạm'],
    ['the ministry', both('YT-1'), text, 'Có 250 trạm'],
    ['of a province that sent it', both('F-TINH'), 'có {{figure "tram" of="ha-noi"}}', 'Có 10'],
    [
      'of a province when the ministry is primary',
      both('YT-1'),
      'có {{figure "tram" of="ha-noi"}}',
      'Có [chưa có số liệu]',
    ],
    [
      'one that is missing is missing, not the other',
      both('YT-1', { 'YT-1': { 'bo-y-te': MISSING } }),
      text,
      'Có [chưa đủ số liệu: Bộ Y tế] trạm',
    ],
    [
      'a province that is missing, too',
      both('F-TINH', { ...owner('250'), 'F-TINH': { 'ca-mau': MISSING } }),
      text,
      'Có [chưa đủ số liệu: Cà Mau] trạm',
    ],
    ['in a ranking', both('F-TINH'), 'có {{top "tram" limit=1}}', 'Có Cà Mau (40)'],
  ];
  for (const [what, tiny, source, expected] of cases)
    it(what, () => expect(printed(source, tiny)).to.equal(expected));

  it('a primary form that is not asked in the period leaves the others alone', () => {
    const later: Form = { ...OWNER, from: '2024-11' };
    const tiny = stations('YT-1', {}, later, { value: '0' });
    expect(valueOf(tinyBook(tiny), 'tram')).to.equal('100 known');
    expect(foundIds(tiny)).to.deep.equal([]);
  });
});

/** The ministry's number for each province, in a table of its own. */
const BY_PROVINCE: Form = {
  id: 'YT-2',
  title: 'Trạm theo tỉnh',
  body: 'bo-y-te',
  sections: [{ title: 'I', fields: [field('can-bo')] }],
  tables: [
    {
      id: 'tram-tinh',
      title: 'Trạm theo tỉnh',
      columns: [column('tinh', { type: 'body', roster: 'tinh' }), column('so-tram', { type: 'number' })],
    },
  ],
};
const STATIONS: Partial<Indicator> = {
  label: 'Số trạm theo Bộ Y tế',
  unit: 'trạm',
  nature: 'stock',
  rows: { table: 'tram-tinh', where: [], body: 'tinh', sum: 'so-tram' },
};
const twoSources = (tolerance?: Tolerance, primary = 'tram', other = 'tram-bo'): Check => ({
  id: 'hai-nguon',
  kind: 'two-sources',
  primary,
  other,
  ...(tolerance === undefined ? {} : { tolerance }),
});
const table = (
  rows: Readonly<Record<string, string>>,
  check: Check = twoSources(),
  more: Tiny = {},
): Tiny => ({
  ...more,
  indicators: { 'can-bo': indicator('can-bo', { unit: 'người' }), 'tram-bo': STATIONS },
  definition: { ...more.definition, forms: withFields('F-BO', [], BY_PROVINCE), checks: [check] },
  answers: { 'YT-2': { 'bo-y-te': { 'can-bo': '1' } }, ...more.answers },
  rows: {
    'YT-2/bo-y-te': {
      'tram-tinh': Object.entries(rows).map(([tinh, count]): Row => ({ tinh, 'so-tram': count })),
    },
  },
});
const SAME = { 'ha-noi': '10', 'dak-lak': '20', 'an-giang': '30', 'ca-mau': '40' };

describe('a ministry that has a number for each province', () => {
  it('is an indicator of the provinces', () => {
    const book = tinyBook(table({ ...SAME, 'ha-noi': '11' }));
    const values = ['', 'tinh', 'hai-tinh', 'ha-noi', 'bo-y-te'].map((scope) =>
      valueOf(book, 'tram-bo', { scope }),
    );
    expect(values).to.deep.equal(['101 known', '101 known', '31 known', '11 known', 'null missing']);
  });

  it('a row that is not there is no zero', () => {
    const { 'ca-mau': _left, ...rows } = SAME;
    const book = tinyBook(table(rows));
    expect(valueOf(book, 'tram-bo', { scope: 'ca-mau' })).to.equal('null missing');
    expect(valueOf(book, 'tram-bo')).to.equal('60 missing');
    expect(printed('có {{figure "tram-bo"}}', table(rows))).to.equal('Có [chưa đủ số liệu: Bộ Y tế]');
  });

  it('rows about one province add up', () => {
    const tiny = table(SAME);
    const rows = [...(tiny.rows?.['YT-2/bo-y-te']?.['tram-tinh'] ?? []), { tinh: 'ha-noi', 'so-tram': '5' }];
    expect(
      valueOf(tinyBook({ ...tiny, rows: { 'YT-2/bo-y-te': { 'tram-tinh': rows } } }), 'tram-bo', {
        scope: 'ha-noi',
      }),
    ).to.equal('15 known');
  });

  it('without a column to add up, rows are counted', () => {
    const tiny = table({ 'ha-noi': '10' });
    const rows = { table: 'tram-tinh', where: [], body: 'tinh' };
    const book = tinyBook({ ...tiny, indicators: { ...tiny.indicators, 'tram-bo': { ...STATIONS, rows } } });
    expect(['ha-noi', 'ca-mau', ''].map((scope) => valueOf(book, 'tram-bo', { scope }))).to.deep.equal([
      '1 known',
      '0 known',
      '1 known',
    ]);
  });

  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['agrees', table(SAME), []],
    ['differs without a tolerance', table({ ...SAME, 'ha-noi': '11' }), ['hard hai-nguon:ha-noi']],
    ['differs within the tolerance', table({ ...SAME, 'ha-noi': '11' }, twoSources({ percent: '10' })), []],
    [
      'differs by more',
      table({ ...SAME, 'ha-noi': '11' }, twoSources({ percent: '9.99' })),
      ['soft hai-nguon:ha-noi'],
    ],
    [
      'differs twice so that the total agrees',
      table({ ...SAME, 'ha-noi': '12', 'dak-lak': '18' }, twoSources({ value: '1' })),
      ['soft hai-nguon:ha-noi', 'soft hai-nguon:dak-lak'],
    ],
    [
      'is the primary one itself',
      table({ ...SAME, 'ha-noi': '11' }, twoSources({ value: '0', severity: 'hard' }, 'tram-bo', 'tram')),
      ['hard hai-nguon:ha-noi'],
    ],
    [
      'left a province out',
      table({ 'ha-noi': '10', 'dak-lak': '20', 'an-giang': '30' }, twoSources({ value: '0' })),
      ['soft hai-nguon:rows'],
    ],
    [
      'has sent nothing: that is named elsewhere',
      table(SAME, twoSources(), { answers: { 'YT-2': { 'bo-y-te': MISSING } } }),
      ['hard missing:YT-2/bo-y-te'],
    ],
    [
      'has a number of a province that has none',
      table(SAME, twoSources(), { answers: { 'F-TINH': { 'ca-mau': { tram: PENDING } } } }),
      ['soft pending:F-TINH/ca-mau/tram'],
    ],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  it('is held against the provinces’ own, cell by row', () => {
    const tiny = table({ ...SAME, 'ha-noi': '11' }, twoSources({ percent: '0.5' }));
    expect(said(tiny, 'hai-nguon:ha-noi')).to.equal(
      '“Số trạm”, Hà Nội là 10 (biểu F-TINH, Hà Nội, ô “Ô tram” = 10) nhưng “Số trạm theo Bộ Y tế” là 11 (biểu YT-2, Bộ Y tế, bảng “Trạm theo tỉnh”, dòng 1); chênh lệch 1 trạm, bằng 10%, quá mức cho phép 0,5%. Báo cáo in “Số trạm”. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    );
    expect(found(tiny)[0]?.places.map(({ kind }) => kind)).to.deep.equal([
      'computed',
      'cell',
      'computed',
      'row',
    ]);
  });

  it('names the provinces that it left out', () => {
    const tiny = table({ 'ha-noi': '10', 'dak-lak': '20' }, twoSources({ value: '0' }));
    expect(said(tiny, 'hai-nguon:rows')).to.equal(
      'Bảng “Trạm theo tỉnh” không có dòng của An Giang, Cà Mau nên “Số trạm” của các đơn vị này chưa được đối chiếu. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
    );
  });
});

describe('two indicators of which one is a national number', () => {
  const national = (value: string | Cell, tolerance?: Tolerance): Tiny => ({
    indicators: {
      'tram-bo': indicator('tram-bo', { label: 'Số trạm theo Bộ Y tế', unit: 'trạm', nature: 'stock' }),
    },
    definition: {
      forms: withFields('F-BO', [], { ...OWNER, sections: [{ title: 'I', fields: [field('tram-bo')] }] }),
      checks: [twoSources(tolerance)],
    },
    answers: { 'YT-1': { 'bo-y-te': { 'tram-bo': value } } },
  });
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['agrees in total', national('100'), []],
    ['differs in total', national('101'), ['hard hai-nguon:all']],
    ['differs within the tolerance', national('101', { percent: '1' }), []],
    ['differs by more', national('102', { percent: '1' }), ['soft hai-nguon:all']],
    ['is not there yet', national(PENDING), ['soft pending:YT-1/bo-y-te/tram-bo']],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));
});
