import { expect } from 'chai';
import type { Revision, Row } from '../../../src/domain/submission.ts';
import {
  column,
  history,
  indicator,
  kinds,
  MISSING,
  printed,
  tinyDefinition,
  type Tiny,
} from '../tiny-facts.ts';

type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
}

function events(...rows: readonly Row[]): Tiny {
  return { rows: { 'CA-1/bo-cong-an': { 'su-kien': rows } } };
}
function documents(...rows: readonly Row[]): Tiny {
  return { rows: { 'CA-1/bo-cong-an': { 'van-ban': rows } } };
}
const NOT_SENT: Tiny = { answers: { 'CA-1': { 'bo-cong-an': MISSING } } };
const WAIVED: Tiny = { ...NOT_SENT, facts: { waivers: [{ entity: 'bo-cong-an', reason: '', at: '' }] } };

const A = { 'noi-dung': 'việc a', ngay: '2024-10-20', luot: '5' };
const B = { 'noi-dung': 'việc b', ngay: '2024-10-02', luot: '30' };
const C = { 'noi-dung': 'việc c', luot: '5' };
const D = { 'noi-dung': 'việc d', ngay: '2024-09-30' };

const sorted = (order: string): string => `{{#rows "su-kien" order="${order}"}}{{cell "noi-dung"}}{{/rows}}`;

describe('rows', () => {
  const all = '{{#rows "su-kien"}}{{cell "noi-dung"}}{{/rows}}.';
  table([
    ['each row, in the order they were sent', all, events(A, B, C), 'Việc a; việc b; việc c.'],
    [
      'one row',
      '{{#rows "su-kien" last=" và " end=";..."}}{{cell "noi-dung"}}{{/rows}}',
      events(A),
      'Việc a',
    ],
    [
      'those that match',
      '{{#rows "su-kien" where="luot=5"}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B, C),
      'Việc a; việc c',
    ],
    [
      'of the window',
      '{{#rows "su-kien" where="ngay>=@start, ngay<=@end"}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B, D),
      'Việc a; việc b',
    ],
    ['by date, without a date last', sorted('ngay'), events(A, C, B, D), 'Việc d; việc b; việc a; việc c'],
    [
      'by date backwards, without a date still last',
      sorted('-ngay'),
      events(C, B, A, D),
      'Việc a; việc b; việc d; việc c',
    ],
    [
      'a column that not every row has filled',
      '{{#rows "su-kien"}}{{cell "noi-dung"}}{{#ifCell "ngay"}} ngày {{cell "ngay"}}{{else}} trong kỳ{{/ifCell}}{{/rows}}',
      events(A, C),
      'Việc a ngày 20/10/2024; việc c trong kỳ',
    ],
    [
      'a row always has its body',
      '{{#rows "su-kien"}}{{#ifCell "body"}}{{cell "body"}}{{else}}x{{/ifCell}}{{/rows}}',
      events(D),
      'Bộ Công an',
    ],
    ['by number, not by text', sorted('luot'), events(B, A), 'Việc a; việc b'],
    [
      'the largest first, equals as they were sent',
      sorted('-luot'),
      events(A, C, B),
      'Việc b; việc a; việc c',
    ],
    [
      'only the first',
      '{{#rows "su-kien" order="-luot" limit=1}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B),
      'Việc b',
    ],
    [
      'with a mark that there are more',
      '{{#rows "su-kien" limit=1 end=";..."}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B),
      'Việc a;...',
    ],
    [
      'which is not there when there are not',
      '{{#rows "su-kien" limit=2 end=";..."}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B),
      'Việc a; việc b',
    ],
    [
      'joined otherwise',
      '{{#rows "su-kien" join=", " last=" và "}}{{cell "noi-dung"}}{{/rows}}',
      events(A, B, C),
      'Việc a, việc b và việc c',
    ],
    [
      'as sentences, each with its capital',
      '{{#rows "su-kien" join=". "}}{{cell "noi-dung"}}{{/rows}}.',
      events(A, B),
      'Việc a. Việc b.',
    ],
    [
      'as items',
      'Gồm:\n\n- {{#rows "su-kien" join=";\n- "}}{{cell "noi-dung"}}{{/rows}}.',
      events(A, B),
      'Gồm:¶- Việc a;¶- Việc b.',
    ],
    [
      'a row that prints nothing is no row',
      '{{#rows "su-kien"}}{{cell "ngay"}}{{/rows}}',
      events(A, C, D),
      '20/10/2024; 30/9/2024',
    ],
    [
      'none',
      '{{#rows "su-kien"}}x{{else}}Trong kỳ không có sự kiện{{/rows}}.',
      events(),
      'Trong kỳ không có sự kiện.',
    ],
    [
      'none and nothing to say about it',
      'Các sự kiện: {{#rows "su-kien"}}x{{/rows}}.',
      events(),
      'Các sự kiện:.',
    ],
    [
      'not sent is not none',
      '{{#rows "su-kien"}}x{{else}}Trong kỳ không có sự kiện{{/rows}}.',
      NOT_SENT,
      '[chưa đủ số liệu: Bộ Công an].',
    ],
    [
      'waived is',
      '{{#rows "su-kien"}}x{{else}}Trong kỳ không có sự kiện{{/rows}}.',
      WAIVED,
      'Trong kỳ không có sự kiện.',
    ],
  ]);

  it('several bodies: in roster order, and the missing are named after the rows', () => {
    const forms = tinyDefinition().forms.map((form) =>
      form.id === 'F-BO'
        ? { ...form, tables: [{ id: 'su-kien', title: '', columns: [column('noi-dung')] }] }
        : form,
    );
    const tiny: Tiny = {
      definition: { forms },
      rows: {
        'F-BO/bo-noi-vu': { 'su-kien': [{ 'noi-dung': 'của Nội vụ' }] },
        'CA-1/bo-cong-an': { 'su-kien': [A] },
      },
      answers: { 'F-BO': { 'bo-y-te': MISSING } },
    };
    expect(printed('{{#rows "su-kien"}}{{cell "noi-dung"}} ({{cell "body"}}){{/rows}}', tiny)).to.equal(
      'Của Nội vụ (Bộ Nội vụ); việc a (Bộ Công an) [chưa đủ số liệu: Bộ Y tế]',
    );
  });
});

const before = (...rows: readonly Row[]): Tiny['facts'] => ({
  previous: [
    {
      id: '2024-09/CA-1/bo-cong-an/1',
      period: '2024-09',
      form: 'CA-1',
      entity: 'bo-cong-an',
      number: 1,
      receivedAt: '',
      hash: '',
      cells: {},
      tables: { 'su-kien': rows },
    } satisfies Revision,
  ],
});

const open = (what: string): Row => ({ 'noi-dung': what, xong: 'no' });

const done = (what: string): Row => ({ 'noi-dung': what, xong: 'yes' });

describe('rows carried forward', () => {
  const text =
    '{{#rows "su-kien" where="xong=no" carried="xong=no"}}{{cell "noi-dung"}}{{else}}không còn{{/rows}}';
  const cases: readonly [string, readonly Row[], readonly Row[], string][] = [
    ['what was open stands after what is new', [open('mới')], [open('cũ')], 'Mới; cũ'],
    ['what was done then does not', [open('mới')], [done('cũ')], 'Mới'],
    ['what is repeated stands once', [open('cũ')], [open('cũ')], 'Cũ'],
    ['what has been done since is not open any more', [done('cũ')], [open('cũ')], 'Không còn'],
    ['what is only carried', [], [open('cũ')], 'Cũ'],
    ['nothing', [], [], 'Không còn'],
  ];
  for (const [about, now, then, expected] of cases)
    it(about, () => {
      expect(printed(text, { ...events(...now), facts: before(...then) ?? {} })).to.equal(expected);
    });
});

const inRow = (cell: string): string => `{{#rows "bang"}}ô {{cell ${cell}}}{{/rows}}`;

describe('cell', () => {
  const definition = tinyDefinition();
  const forms = definition.forms.map((form) =>
    form.id === 'CA-1'
      ? {
          ...form,
          tables: [
            {
              id: 'bang',
              title: '',
              columns: [
                column('chu'),
                column('so', { type: 'number' }),
                column('ngay', { type: 'date' }),
                column('loai', { type: 'choice', choices: [{ id: 'a', label: 'Loại A' }] }),
                column('ky-hieu', { type: 'code' }),
                column('co', { type: 'flag' }),
              ],
            },
          ],
        }
      : form,
  );
  const row = (values: Row): Tiny => ({
    definition: { forms },
    rows: { 'CA-1/bo-cong-an': { bang: [values] } },
  });
  const cases: readonly [cell: string, Row, expected: string, kind: string][] = [
    ['"chu"', { chu: 'Có 5 việc' }, 'Ô Có 5 việc', 'quoted'],
    ['"so"', { so: '29300000' }, 'Ô 29.300.000', 'figure'],
    ['"so"', { so: '7' }, 'Ô 07', 'figure'],
    ['"so" scale="triệu" decimals=1', { so: '29349999' }, 'Ô 29,3 triệu', 'figure'],
    ['"so" scale="triệu" word="hơn"', { so: '29300000' }, 'Ô hơn 29 triệu', 'figure'],
    ['"so" scale="triệu" word="hơn"', { so: '29000000' }, 'Ô 29 triệu', 'figure'],
    ['"ngay"', { ngay: '2024-02-05' }, 'Ô 05/02/2024', 'date'],
    ['"loai"', { loai: 'a' }, 'Ô Loại A', 'name'],
    ['"ky-hieu"', { 'ky-hieu': '12/QĐ-TTg' }, 'Ô 12/QĐ-TTg', 'citation'],
    ['"co"', { co: 'yes' }, 'Ô có', ''],
    ['"co"', { co: 'no' }, 'Ô không', ''],
    ['"body"', {}, 'Ô Bộ Công an', 'name'],
    ['"chu"', {}, 'Ô', ''],
  ];
  for (const [cell, values, expected, kind] of cases)
    it(`${cell} of ${JSON.stringify(values)} is ${expected}, ${kind || 'prose'}`, () => {
      expect(printed(inRow(cell), row(values))).to.equal(expected);
      expect(kinds(inRow(cell), row(values))).to.equal(kind);
    });

  it('is read by the columns of the form that sent the row', () => {
    const other = { id: 'bang', title: '', columns: [column('so', { type: 'code' }), column('them')] };
    const both = forms.map((form) => (form.id === 'F-BO' ? { ...form, tables: [other] } : form));
    const tiny: Tiny = {
      definition: { forms: both },
      rows: {
        'F-BO/bo-y-te': { bang: [{ so: '0012', them: 'thêm' }] },
        'CA-1/bo-cong-an': { bang: [{ so: '1200' }] },
      },
    };
    expect(printed('{{#rows "bang"}}{{cell "so"}} {{cell "them"}}{{/rows}}', tiny)).to.equal(
      '0012 thêm; 1.200',
    );
  });
});

describe('a number in a row', () => {
  table([
    [
      'with scale, decimals and word',
      '{{#rows "su-kien"}}Có {{cell "luot" scale="nghìn" decimals=1 word="gần"}} lượt{{/rows}}',
      events({ 'noi-dung': 'x', luot: '2951' }),
      'Có gần 3,0 nghìn lượt',
    ],
  ]);
});

describe('rowCount', () => {
  table([
    ['all', 'có {{rowCount "su-kien"}} sự kiện', events(A, B, C), 'Có 03 sự kiện'],
    ['that match', '{{rowCount "su-kien" where="luot>5"}}', events(A, B, C), '01'],
    ['of the window', '{{rowCount "su-kien" where="ngay>=@start"}}', events(A, B, C, D), '02'],
    ['none', '{{rowCount "su-kien"}}', events(), '0'],
    ['not sent', 'có {{rowCount "su-kien"}}', NOT_SENT, 'Có [chưa đủ số liệu: Bộ Công an]'],
  ]);
});

const QD2: Row = {
  loai: 'quyet-dinh',
  so: '02/QĐ-TTg',
  ngay: '2024-10-15',
  'trich-yeu': 'phê duyệt Đề án',
  'noi-bat': 'yes',
};
const ND: Row = {
  loai: 'nghi-dinh',
  so: '137/2024/NĐ-CP',
  ngay: '2024-10-23',
  'trich-yeu': 'quy định về giao dịch',
  'noi-bat': 'yes',
};
const QD1: Row = {
  loai: 'quyet-dinh',
  so: '01/QĐ-TTg',
  ngay: '2024-10-01',
  'trich-yeu': 'ban hành Kế hoạch',
};

describe('documents', () => {
  const counted: Tiny = {
    indicators: {
      'vb-nd': indicator('vb-nd', {
        rows: { table: 'van-ban', where: [{ column: 'loai', is: 'nghi-dinh' }] },
      }),
      'vb-qd': indicator('vb-qd', {
        rows: { table: 'van-ban', where: [{ column: 'loai', is: 'quyet-dinh' }] },
      }),
    },
  };
  const three = { ...documents(QD2, ND, QD1), ...counted };
  table(
    [
      [
        'by type in the order of its choices, then by date; the symbol names the issuer',
        '{{documents "van-ban"}}',
        three,
        'Nghị định số 137/2024/NĐ-CP ngày 23/10/2024 quy định về giao dịch; ' +
          'Quyết định số 01/QĐ-TTg ngày 01/10/2024 ban hành Kế hoạch; ' +
          'Quyết định số 02/QĐ-TTg ngày 15/10/2024 phê duyệt Đề án',
      ],
      [
        'short',
        '{{documents "van-ban" style="short"}}',
        three,
        'Nghị định số 137/2024/NĐ-CP; Quyết định số 01/QĐ-TTg; Quyết định số 02/QĐ-TTg',
      ],
      [
        'some of more',
        '{{documents "van-ban" where="noi-bat=yes" count="vb-nd vb-qd" style="short"}}.',
        three,
        'Nghị định số 137/2024/NĐ-CP; Quyết định số 02/QĐ-TTg;...',
      ],
      [
        'all of them',
        '{{documents "van-ban" where="loai=nghi-dinh" count="vb-nd" style="short"}}',
        three,
        'Nghị định số 137/2024/NĐ-CP',
      ],
      [
        'more than the ones counted',
        '{{documents "van-ban" count="vb-nd" style="short"}}',
        documents(QD1, QD2),
        'Quyết định số 01/QĐ-TTg; Quyết định số 02/QĐ-TTg',
      ],
      [
        'a document that has neither number nor date',
        '{{documents "van-ban"}}',
        documents({ loai: 'quyet-dinh', 'trich-yeu': 'về việc x' }),
        'Quyết định của Thủ tướng Chính phủ về việc x',
      ],
      [
        'none of them',
        'gồm: {{documents "van-ban" where="noi-bat=yes" count="vb-nd vb-qd"}}.',
        { ...documents(QD1), ...counted },
        'Gồm: không có.',
      ],
      ['not sent', 'gồm: {{documents "van-ban"}}.', NOT_SENT, 'Gồm: [chưa đủ số liệu: Bộ Công an].'],
    ].map(
      ([about, text, tiny, expected]) => [about, text, { ...counted, ...(tiny as Tiny) }, expected] as Case,
    ),
  );

  it('are citations, dates and quoted titles, and no figures', () => {
    expect(kinds('{{documents "van-ban"}}', documents(ND))).to.equal('citation date quoted');
  });
});

describe('documentCounts', () => {
  table([
    [
      'by type',
      'đã ban hành {{documentCounts "van-ban"}}.',
      documents(QD2, ND, QD1),
      'Đã ban hành 01 Nghị định, 02 Quyết định của Thủ tướng Chính phủ.',
    ],
    [
      'of some',
      '{{documentCounts "van-ban" where="noi-bat=yes"}}',
      documents(QD2, ND, QD1),
      '01 Nghị định, 01 Quyết định của Thủ tướng Chính phủ',
    ],
    ['none', 'văn bản: {{documentCounts "van-ban"}}.', documents(), 'Văn bản: không có.'],
    [
      'not sent',
      'văn bản: {{documentCounts "van-ban"}}.',
      NOT_SENT,
      'Văn bản: [chưa đủ số liệu: Bộ Công an].',
    ],
  ]);

  it('an earlier total of the year keeps the whole count exact', () => {
    const tiny: Tiny = {
      ...documents(ND),
      indicators: { 'vb-nd': indicator('vb-nd', { rows: { table: 'van-ban', where: [] } }) },
      facts: { history: history('vb-nd@2024-09:ytd = 8') },
    };
    expect(printed('{{figure "vb-nd" span="ytd"}}', tiny)).to.equal('09');
  });
});
