import { expect } from 'chai';
import type { Cell } from '../../../src/domain/submission.ts';
import { narrateText } from '../../../src/domain/narration/narrate.ts';
import {
  BLANK,
  EXEMPT,
  history,
  kinds,
  MISSING,
  PENDING,
  printed,
  tinyBook,
  type Tiny,
} from '../tiny-facts.ts';

const F = 'F-TINH';
/** Answers of the four provinces to "has it issued a plan?", in the order of the roster. */
function plans(...answers: readonly (Cell | string | null)[]): Tiny {
  const bodies = ['ha-noi', 'dak-lak', 'an-giang', 'ca-mau'];
  return {
    answers: { [F]: Object.fromEntries(answers.map((cell, index) => [bodies[index], { 'ke-hoach': cell }])) },
  };
}
const on = (date?: string): Cell => ({ state: 'value', value: 'yes', ...(date ? { date } : {}) });
const waived = (entity: string): Tiny => ({
  answers: { [F]: { [entity]: MISSING } },
  facts: { waivers: [{ entity, reason: 'bão', at: '' }] },
});
type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });
}

describe('count', () => {
  table([
    ['N of M', '{{count "ke-hoach" of="tinh"}} tỉnh', {}, '02/4 tỉnh'],
    ['of all who are asked', '{{count "ke-hoach"}}', {}, '03/7'],
    ['of a union', '{{count "ke-hoach" of="ca-nuoc"}}', {}, '03/7'],
    ['of one body', '{{count "ke-hoach" of="ha-noi"}}', {}, '01/1'],
    ['of those that another flag names', '{{count "ke-hoach" of="tinh-co-ke-hoach"}}', {}, '02/2'],
    ['without M', '{{count "ke-hoach" of="tinh" total=false}} tỉnh', {}, '02 tỉnh'],
    ['none', '{{count "ke-hoach" of="tinh"}}', plans('no', 'no', 'no', 'no'), '0/4'],
    ['a class', '{{count "tien-do" status="dang"}}', {}, '03/4'],
    [
      'those that answered no',
      '{{count "ke-hoach" of="tinh" answer="no"}}',
      plans('yes', 'no', 'no', 'no'),
      '03/4',
    ],
    [
      'which those it does not apply to are not',
      'còn {{count "ke-hoach" of="tinh" answer="no" total=false}}',
      plans('yes', EXEMPT, 'no', EXEMPT),
      'Còn 01',
    ],
    ['those of the other classes', '{{count "tien-do" status="dang" answer="no"}}', {}, '01/4'],
    ['nor is a waived body a no', '{{count "ke-hoach" of="tinh" answer="no"}}', waived('ca-mau'), '01/4'],
    [
      'those that answered no are waited for too',
      '{{count "ke-hoach" of="tinh" answer="no"}}',
      plans('no', BLANK),
      '[chưa đủ số liệu: Đắk Lắk]',
    ],
    [
      'M without those it does not apply to',
      '{{count "ke-hoach" of="tinh"}}',
      plans('yes', EXEMPT, 'no', EXEMPT),
      '01/2',
    ],
    [
      'M of two, and it applies to neither',
      '{{count "ke-hoach" of="hai-tinh"}}',
      plans(EXEMPT, EXEMPT),
      '0/0',
    ],
    ['a waived body stays in M', '{{count "ke-hoach" of="tinh"}}', waived('ca-mau'), '02/4'],
    [
      'a missing one is waited for',
      '{{count "ke-hoach" of="tinh"}}',
      { answers: { [F]: { 'ca-mau': MISSING } } },
      '[chưa đủ số liệu: Cà Mau]',
    ],
    [
      'an earlier one has no M',
      '{{count "ke-hoach" of="tinh" at="previous"}}',
      { facts: { history: history('ke-hoach@2024-09/tinh = 1') } },
      '01',
    ],
    [
      'an earlier one that is not known',
      '{{count "ke-hoach" at="previous"}}',
      {},
      '[chưa có số liệu kỳ trước]',
    ],
  ]);

  it('is two figures', () => {
    expect(kinds('{{count "ke-hoach"}}')).to.equal('figure figure');
  });
});

describe('share', () => {
  const text = '{{count "ke-hoach" of="tinh"}} tỉnh (đạt {{share "ke-hoach" of="tinh"}})';
  table([
    ['N/M in percent', text, {}, '02/4 tỉnh (đạt 50,0%)'],
    ['of all who are asked', 'đạt {{share "ke-hoach"}}', {}, 'Đạt 42,9%'],
    ['with decimals', 'đạt {{share "ke-hoach" decimals=2}}', {}, 'Đạt 42,86%'],
    ['none', text, plans('no', 'no'), '0/4 tỉnh (đạt 0%)'],
    ['all to which it applies', text, plans('yes', 'yes', EXEMPT, 'yes'), '03/3 tỉnh (đạt 100,0%)'],
    ['of a class', 'đạt {{share "tien-do" status="dang"}}', {}, 'Đạt 75,0%'],
    [
      'of nobody',
      'đạt {{share "ke-hoach" of="tinh"}}',
      plans(EXEMPT, EXEMPT, EXEMPT, EXEMPT),
      'Đạt [không tính được ban hành kế hoạch: mẫu số bằng không]',
    ],
    ['waited for', 'đạt {{share "ke-hoach" of="tinh"}}', plans(BLANK), 'Đạt [chưa đủ số liệu: Hà Nội]'],
  ]);

  it('leads to N and M in the ledger', () => {
    const book = tinyBook({ definition: { texts: { a: '{{share "ke-hoach" of="tinh"}}' } } });
    const [run] = narrateText(book, 'a').paragraphs.flatMap(({ runs }) => runs);
    const shown = book.ledger.get(run?.kind === 'figure' ? run.ledger : '');
    const ratio = book.ledger.get(shown?.inputs[0] ?? '');
    expect(ratio?.inputs.map((id) => book.ledger.get(id)?.value)).to.deep.equal(['2', '4']);
  });
});

describe('list', () => {
  const dated = plans(on('2024-10-20'), on(), on('2024-09-01'), on('2024-10-20'));
  table([
    [
      'in the order of the roster',
      '{{list "ke-hoach" of="tinh"}}',
      plans('yes', 'yes', 'yes', 'yes'),
      'Hà Nội, Đắk Lắk, An Giang, Cà Mau',
    ],
    [
      'in the Vietnamese alphabet: C, D, Đ, H',
      '{{list "ke-hoach" of="tinh" order="name"}}',
      plans('yes', 'yes', 'yes', 'yes'),
      'An Giang, Cà Mau, Đắk Lắk, Hà Nội',
    ],
    [
      'by date, on the same day by name, without a date last',
      '{{list "ke-hoach" of="tinh" order="date"}}',
      dated,
      'An Giang, Cà Mau, Hà Nội, Đắk Lắk',
    ],
    [
      'full names',
      'gồm: {{list "ke-hoach" of="tinh" name="full"}}',
      {},
      'Gồm: thành phố Hà Nội, tỉnh Đắk Lắk',
    ],
    ['ministries have no short name in a sentence', '{{list "ke-hoach" of="bo"}}', {}, 'Bộ Y tế'],
    [
      'another word before the last',
      '{{list "ke-hoach" of="tinh" last=" và "}}',
      plans('yes', 'yes', 'yes'),
      'Hà Nội, Đắk Lắk và An Giang',
    ],
    ['the first of them', '{{list "ke-hoach" of="tinh" answer="no" limit=1 end=",..."}}', {}, 'An Giang,...'],
    [
      'the full stop of the sentence is not a fourth point',
      '{{list "ke-hoach" of="tinh" answer="no" limit=1 end=",..."}}.',
      {},
      'An Giang,...',
    ],
    [
      'as many as there are: none is left out',
      '{{list "ke-hoach" of="tinh" answer="no" limit=2 end=",..."}}',
      {},
      'An Giang, Cà Mau',
    ],
    ['which two have too', '{{list "ke-hoach" of="tinh" last=" và "}}', {}, 'Hà Nội và Đắk Lắk'],
    ['but one has not', '{{list "ke-hoach" of="tinh" last=" và "}}', plans('yes', 'no'), 'Hà Nội'],
    ['those that answered no', '{{list "ke-hoach" of="tinh" answer="no"}}', {}, 'An Giang, Cà Mau'],
    [
      'which a body it does not apply to is not',
      '{{list "ke-hoach" of="tinh" answer="no"}}',
      plans('yes', 'yes', EXEMPT, 'no'),
      'Cà Mau',
    ],
    ['a class', '{{list "tien-do" status="dang"}}', {}, 'Đắk Lắk, An Giang, Cà Mau'],
    ['an empty list', 'gồm: {{list "ke-hoach" of="tinh" last=" và "}}.', plans('no', 'no'), 'Gồm: không có.'],
    ['waited for', '{{list "ke-hoach" of="tinh"}}', plans('yes', BLANK), '[chưa đủ số liệu: Đắk Lắk]'],
  ]);

  it('is one figure, whatever its length', () => {
    expect(kinds('{{list "ke-hoach"}}')).to.equal('figure');
  });
});

describe('bodies', () => {
  const text = 'có {{bodies "ke-hoach" of="tinh" noun="địa phương"}}';
  table([
    ['some', text, {}, 'Có 02 địa phương'],
    ['one is named in full', text, plans('yes', 'no'), 'Có thành phố Hà Nội'],
    [
      'none, in words',
      '{{bodies "ke-hoach" of="tinh" noun="địa phương"}}',
      plans('no', 'no'),
      'Chưa có địa phương nào',
    ],
    ['a class', '{{bodies "tien-do" status="xong" noun="địa phương"}}', {}, 'Thành phố Hà Nội'],
    ['waited for', text, plans(PENDING), 'Có [chưa đủ số liệu: Hà Nội]'],
    [
      'those that answered no',
      'còn {{bodies "ke-hoach" of="tinh" answer="no" noun="địa phương"}}',
      plans('yes', 'no', 'no', 'no'),
      'Còn 03 địa phương',
    ],
    [
      'one that answered no',
      'còn {{bodies "ke-hoach" of="tinh" answer="no" noun="địa phương"}}',
      plans('yes', 'yes', 'yes', 'no'),
      'Còn tỉnh Cà Mau',
    ],
    [
      'none that answered no',
      '{{bodies "ke-hoach" of="tinh" answer="no" noun="địa phương"}}',
      plans('yes', 'yes', 'yes', 'yes'),
      'Không có địa phương nào',
    ],
  ]);
});

describe('most', () => {
  const text = '{{most "ke-hoach" of="tinh"}} các tỉnh';
  /** The thresholds with ten bodies, of which so many said yes. */
  const ten = (yes: number): Tiny => ({
    definition: {
      entities: Array.from({ length: 10 }, (_, index) => ({
        id: `t${index}`,
        kind: 'tinh' as const,
        name: `tỉnh ${index}`,
        shortName: `${index}`,
        codes: [],
        aliases: [],
        successors: [],
      })),
    },
    answers: {
      [F]: Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`t${index}`, { 'ke-hoach': index < yes ? 'yes' : 'no' }]),
      ),
    },
  });
  table([
    ['ten of ten', text, ten(10), 'Tất cả các tỉnh'],
    ['nine of ten', text, ten(9), 'Hầu hết các tỉnh'],
    ['eight of ten', text, ten(8), 'Hầu hết các tỉnh'],
    ['seven of ten', text, ten(7), 'Đa số các tỉnh'],
    ['six of ten', text, ten(6), 'Đa số các tỉnh'],
    ['a half', text, ten(5), 'Một số các tỉnh'],
    ['one of ten', text, ten(1), 'Một số các tỉnh'],
    ['none', text, ten(0), 'Chưa có các tỉnh'],
    ['all to which it applies', text, plans('yes', 'yes', EXEMPT, EXEMPT), 'Tất cả các tỉnh'],
    [
      'not all while one is waived',
      text,
      { ...waived('ca-mau'), answers: { [F]: { 'ca-mau': MISSING, 'an-giang': { 'ke-hoach': 'yes' } } } },
      'Đa số các tỉnh',
    ],
    ['a class', '{{most "tien-do" status="dang"}}', {}, 'Đa số'],
    ['waited for', text, plans(BLANK), '[chưa đủ số liệu: Hà Nội] các tỉnh'],
  ]);

  it('is a figure: it says how many', () => {
    expect(kinds(text)).to.equal('figure');
  });
});

describe('ifAll and ifOne', () => {
  const all = '{{#ifAll "ke-hoach" of="tinh"}}tất cả{{else}}chưa hết{{/ifAll}}';
  const one = '{{#ifOne "ke-hoach" of="tinh"}}mới có{{else}}đã có{{/ifOne}}';
  table([
    ['all of them', all, plans('yes', 'yes', 'yes', 'yes'), 'Tất cả'],
    ['all to which it applies', all, plans('yes', 'yes', 'yes', EXEMPT), 'Tất cả'],
    ['not all', all, {}, 'Chưa hết'],
    [
      'not all while one is waived',
      all,
      { ...waived('ca-mau'), answers: { [F]: { 'ca-mau': MISSING, 'an-giang': { 'ke-hoach': 'yes' } } } },
      'Chưa hết',
    ],
    ['nobody is not all', all, plans(EXEMPT, EXEMPT, EXEMPT, EXEMPT), 'Chưa hết'],
    ['all of a class', '{{#ifAll "tien-do" of="ha-noi" status="xong"}}xong{{/ifAll}}', {}, 'Xong'],
    ['exactly one', one, plans('yes', 'no'), 'Mới có'],
    ['two', one, {}, 'Đã có'],
    ['none', one, plans('no', 'no'), 'Đã có'],
    ['one so far, while others have not answered', one, plans('yes', 'no', BLANK), 'Đã có'],
    [
      'one no',
      '{{#ifOne "ke-hoach" of="tinh" answer="no"}}một{{else}}khác{{/ifOne}}',
      plans('yes', 'yes', 'yes'),
      'Một',
    ],
    ['two noes', '{{#ifOne "ke-hoach" of="tinh" answer="no"}}một{{else}}khác{{/ifOne}}', {}, 'Khác'],
    ['one of a class', '{{#ifOne "tien-do" status="xong"}}mới có{{/ifOne}}', {}, 'Mới có'],
  ]);
});

const bnv = (cell: Cell | string | null): Tiny => ({
  answers: { 'F-BO': { 'bo-noi-vu': { 'ho-so': cell } } },
});

const said = (body: string, cell: Cell | string): Tiny => ({
  answers: { [F]: { [body]: { 'ton-tai': cell } } },
});

const events = (...counts: readonly string[]): Tiny => ({
  rows: { 'CA-1/bo-cong-an': { 'su-kien': counts.map((luot) => ({ 'noi-dung': 'x', luot })) } },
});

describe('ifAny', () => {
  const flag = '{{#ifAny "ke-hoach" of="tinh"}}đã có{{else}}chưa có tỉnh nào{{/ifAny}}.';
  const left =
    '{{#ifAny "ke-hoach" of="tinh" answer="no"}}còn {{count "ke-hoach" of="tinh" answer="no" total=false}} tỉnh: {{list "ke-hoach" of="tinh" answer="no"}}{{else}}không còn{{/ifAny}}.';
  const flow = '{{#ifAny "ho-so" of="bo-noi-vu"}}có hồ sơ{{else}}không có hồ sơ{{/ifAny}}';
  const text = '{{#ifAny "ton-tai" of="tinh"}}có tồn tại{{else}}không có tồn tại{{/ifAny}}';
  const rows = '{{#ifAny "su-kien" where="luot>5"}}có sự kiện{{else}}không có sự kiện{{/ifAny}}';
  table([
    ['a count', flag, {}, 'Đã có.'],
    ['no count', flag, plans('no', 'no'), 'Chưa có tỉnh nào.'],
    [
      'none so far, but one has not answered: neither is said',
      flag,
      plans('no', 'no', BLANK),
      '[chưa đủ số liệu: An Giang].',
    ],
    ['some, although one has not answered', flag, plans('yes', 'no', BLANK), 'Đã có.'],
    ['a no', left, {}, 'Còn 02 tỉnh: An Giang, Cà Mau.'],
    ['no no', left, plans('yes', 'yes', 'yes', 'yes'), 'Không còn.'],
    ['no no so far', left, plans('yes', 'yes', BLANK, 'yes'), '[chưa đủ số liệu: An Giang].'],
    ['a value', flow, {}, 'Có hồ sơ'],
    ['zero', flow, bnv('0'), 'Không có hồ sơ'],
    ['không phát sinh', flow, bnv({ state: 'none' }), 'Không có hồ sơ'],
    ['không áp dụng', flow, bnv(EXEMPT), 'Không có hồ sơ'],
    [
      'not reported is not zero',
      flow,
      { answers: { 'F-BO': { 'bo-noi-vu': MISSING } } },
      '[chưa đủ số liệu: Bộ Nội vụ]',
    ],
    [
      'nor is what is waived',
      flow,
      {
        answers: { 'F-BO': { 'bo-noi-vu': MISSING } },
        facts: { waivers: [{ entity: 'bo-noi-vu', reason: '', at: '' }] },
      },
      '[chưa có số liệu]',
    ],
    [
      'a total that is not known',
      '{{#ifAny "ho-so" span="ytd"}}có{{else}}không{{/ifAny}}',
      {},
      '[chưa có số liệu kỳ trước]',
    ],
    [
      'what is not asked in the period',
      '{{#ifAny "tram"}}có{{else}}không{{/ifAny}}',
      { indicators: { tram: { from: '2024-11' } } },
      'Không',
    ],
    ['a class', '{{#ifAny "tien-do" status="xong"}}có{{else}}không{{/ifAny}}', {}, 'Có'],
    ['words', text, said('ha-noi', 'Thiếu người.'), 'Có tồn tại'],
    ['no words', text, {}, 'Không có tồn tại'],
    ['không phát sinh is no words', text, said('ha-noi', { state: 'none' }), 'Không có tồn tại'],
    [
      'words of another body than the one asked',
      '{{#ifAny "ton-tai" of="dak-lak"}}có{{else}}không{{/ifAny}}',
      said('ha-noi', 'Thiếu người.'),
      'Không',
    ],
    ['rows', rows, events('3', '9'), 'Có sự kiện'],
    ['no rows that match', rows, events('3'), 'Không có sự kiện'],
    [
      'no rows yet',
      rows,
      { answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      '[chưa đủ số liệu: Bộ Công an]',
    ],
  ]);
});
