import { expect } from 'chai';
import { narrateText } from '../../../src/domain/narration/narrate.ts';
import { kinds, MISSING, printed, tinyBook, type Tiny } from '../tiny-facts.ts';

/** Hà Nội in time, Đắk Lắk late, An Giang waived, Cà Mau has sent nothing. */
const STANDING: Tiny = {
  receivedAt: { 'F-TINH/dak-lak': '2024-12-01T08:00:00+07:00' },
  answers: { 'F-TINH': { 'an-giang': MISSING, 'ca-mau': MISSING } },
  facts: { waivers: [{ entity: 'an-giang', reason: 'bão', at: '' }] },
};
type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(`có ${text}`, tiny)).to.equal(`Có ${expected}`);
    });
}

describe('submissions', () => {
  table([
    ['of all that owe the form', '{{submissions "F-TINH"}} tỉnh', STANDING, '02/4 tỉnh'],
    ['all of them', '{{submissions "F-TINH" state="accepted"}} tỉnh', {}, '04/4 tỉnh'],
    ['in time', '{{submissions "F-TINH" state="on-time"}}', STANDING, '01/4'],
    ['late', '{{submissions "F-TINH" state="late" total=false}} tỉnh', STANDING, '01 tỉnh'],
    ['waived', '{{submissions "F-TINH" state="waived" total=false}}', STANDING, '01'],
    ['missing', '{{submissions "F-TINH" state="missing" total=false}}', STANDING, '01'],
    ['none', '{{submissions "F-TINH" state="missing" total=true}}', {}, '0/4'],
    [
      'not accepted is missing',
      '{{submissions "F-TINH" state="missing"}}',
      { states: { 'F-TINH/ha-noi': 'returned' } },
      '01/4',
    ],
    ['of one body', '{{submissions "CA-1"}}', {}, '01/1'],
  ]);

  it('is two figures, which lead to the submissions', () => {
    const text = '{{submissions "F-TINH" state="late"}}';
    expect(kinds(text, STANDING)).to.equal('figure figure');
    const book = tinyBook({ ...STANDING, definition: { texts: { a: text } } });
    const [run] = narrateText(book, 'a').paragraphs.flatMap(({ runs }) => runs);
    const shown = book.ledger.get(run?.kind === 'figure' ? run.ledger : '');
    const counted = book.ledger.get(shown?.inputs[0] ?? '');
    expect(counted?.inputs.map((id) => book.ledger.get(id))).to.deep.equal([
      {
        id: 'submission:F-TINH/dak-lak',
        kind: 'submission',
        formula: 'phiếu báo cáo',
        inputs: [],
        value: 'Đã tiếp nhận, trễ hạn',
      },
    ]);
  });
});

describe('submitters', () => {
  table([
    ['who has reported', '{{submitters "F-TINH"}}', STANDING, 'Hà Nội, Đắk Lắk'],
    ['in time', '{{submitters "F-TINH" state="on-time" name="full"}}', STANDING, 'thành phố Hà Nội'],
    ['who has not', '{{submitters "F-TINH" state="missing"}}', STANDING, 'Cà Mau'],
    ['who need not', '{{submitters "F-TINH" state="waived"}}', STANDING, 'An Giang'],
    ['nobody', '{{submitters "F-TINH" state="late"}}', {}, 'không có'],
    [
      'another word before the last',
      '{{submitters "F-TINH" join="; " last=" và "}}',
      {},
      'Hà Nội; Đắk Lắk; An Giang và Cà Mau',
    ],
    ['ministries', '{{submitters "F-BO"}}', {}, 'Bộ Y tế, Bộ Công an, Bộ Nội vụ'],
  ]);

  it('is one figure', () => {
    expect(kinds('{{submitters "F-TINH"}}')).to.equal('figure');
  });
});

describe('ifSubmissions', () => {
  const text = '{{#ifSubmissions "F-TINH" state="missing"}}thiếu{{else}}đủ{{/ifSubmissions}}';
  table([
    ['some', text, STANDING, 'thiếu'],
    ['none', text, {}, 'đủ'],
    ['what has arrived', '{{#ifSubmissions "CA-1"}}đã gửi{{/ifSubmissions}}', {}, 'đã gửi'],
  ]);
});
