import { expect } from 'chai';
import type { Cell } from '../../../src/domain/submission.ts';
import { BLANK, MISSING, NONE, PENDING, type Tiny } from '../tiny-facts.ts';
import { found, foundIds, said } from './found.ts';

const UNTIL: Cell = { state: 'pending', reason: 'đang rà soát', expected: '2024-11-05' };

const reason = (finding: string): NonNullable<Tiny['facts']> => ({
  justifications: [{ finding, reason: 'đã xác nhận', at: '2024-11-01T08:00:00+07:00' }],
});

describe('what is not there', () => {
  const cases: readonly [what: string, tiny: Tiny, ids: readonly string[]][] = [
    ['everything is', {}, []],
    ['a form not received', { answers: { 'F-BO': { 'bo-y-te': MISSING } } }, ['hard missing:F-BO/bo-y-te']],
    [
      'one that is not accepted yet',
      { states: { 'F-BO/bo-y-te': 'submitted' } },
      ['hard missing:F-BO/bo-y-te'],
    ],
    ['one that was returned', { states: { 'F-BO/bo-y-te': 'returned' } }, ['hard missing:F-BO/bo-y-te']],
    [
      'one that is empty: its cells are not named as well',
      {
        answers: { 'F-BO': { 'bo-y-te': { 'ho-so': BLANK, 'truc-tuyen': BLANK, 'ke-hoach': BLANK } } },
      },
      ['hard missing:F-BO/bo-y-te'],
    ],
    [
      'one waived',
      {
        answers: { 'F-BO': { 'bo-y-te': MISSING } },
        facts: { waivers: [{ entity: 'bo-y-te', reason: 'bão', at: '' }] },
      },
      [],
    ],
    [
      'another form of the body waived',
      {
        answers: { 'F-BO': { 'bo-cong-an': MISSING } },
        facts: { waivers: [{ entity: 'bo-cong-an', form: 'CA-1', reason: 'bão', at: '' }] },
      },
      ['hard missing:F-BO/bo-cong-an'],
    ],
    [
      'a blank cell',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': BLANK } } } },
      ['hard blank:F-BO/bo-y-te/ho-so'],
    ],
    ['không phát sinh is an answer', { answers: { 'F-BO': { 'bo-y-te': { 'truc-tuyen': NONE } } } }, []],
    ['an optional cell', { answers: { 'F-TINH': { 'ha-noi': { 'ton-tai': BLANK } } } }, []],
    [
      'a cell that is pending',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': PENDING } } } },
      ['soft pending:F-BO/bo-y-te/ho-so'],
    ],
  ];
  for (const [what, tiny, ids] of cases) it(what, () => expect(foundIds(tiny)).to.deep.equal(ids));

  const words: readonly [what: string, tiny: Tiny, id: string, message: string][] = [
    [
      'not received',
      { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
      'missing:F-TINH/ha-noi',
      'Biểu F-TINH, thành phố Hà Nội: chưa nộp, quá hạn. Đề nghị đôn đốc đơn vị nộp phiếu, hoặc ghi quyết định miễn nộp.',
    ],
    [
      'not accepted',
      { states: { 'F-BO/bo-y-te': 'submitted' } },
      'missing:F-BO/bo-y-te',
      'Biểu F-BO, Bộ Y tế: đã nộp, chờ tiếp nhận. Đề nghị kiểm tra và tiếp nhận phiếu, hoặc trả lại kèm lý do.',
    ],
    [
      'waiting for its chief',
      { states: { 'F-BO/bo-y-te': 'awaiting-approval' } },
      'missing:F-BO/bo-y-te',
      'chờ lãnh đạo duyệt. Đề nghị lãnh đạo đơn vị duyệt phiếu, hoặc ghi quyết định miễn nộp.',
    ],
    [
      'blank',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': BLANK } } } },
      'blank:F-BO/bo-y-te/ho-so',
      'Biểu F-BO, Bộ Y tế, ô “Ô ho-so” còn trống. Đề nghị đơn vị ghi số liệu, hoặc ghi “không phát sinh”, “chưa có số liệu” kèm lý do.',
    ],
    [
      'pending until a day',
      { answers: { 'F-BO': { 'bo-y-te': { 'ho-so': UNTIL } } } },
      'pending:F-BO/bo-y-te/ho-so',
      'Biểu F-BO, Bộ Y tế, ô “Ô ho-so”: chưa có số liệu (đang rà soát; dự kiến có ngày 05/11/2024).',
    ],
  ];
  for (const [what, tiny, id, message] of words)
    it(`says that it is ${what}`, () => expect(said(tiny, id)).to.include(message));
});

describe('figures in prose', () => {
  const prose: readonly [text: string, flagged: boolean][] = [
    ['Thiếu kinh phí.', false],
    ['Còn 25 xã chưa có cáp quang.', true],
    ['Đạt 43,8%.', true],
    ['Theo Nghị định số 107/2021/NĐ-CP ngày 06/12/2021.', false],
    ['Trong tháng 10/2024 và năm 2023 chưa bố trí.', false],
    ['Phiên họp lần thứ 8 đã nêu.', false],
    ['Chưa phủ sóng 5G.', false],
    ['Chưa phủ sóng 5G tại 12 thôn.', true],
    ['Trong tháng 10 còn 1.205 hồ sơ.', true],
  ];
  for (const [text, flagged] of prose)
    it(`${flagged ? 'are flagged' : 'are none'}: ${text}`, () => {
      const tiny: Tiny = { answers: { 'F-TINH': { 'ha-noi': { 'ton-tai': text } } } };
      expect(foundIds(tiny)).to.deep.equal(flagged ? ['soft quoted:F-TINH/ha-noi/ton-tai'] : []);
    });
});

describe('the list of findings', () => {
  const tiny: Tiny = {
    answers: {
      'F-BO': { 'bo-y-te': { 'ho-so': PENDING, 'ke-hoach': BLANK }, 'bo-noi-vu': { 'ho-so': PENDING } },
    },
  };

  it('has hard ones first, then those without a reason', () => {
    const given = { ...tiny, facts: reason('pending:F-BO/bo-y-te/ho-so') };
    expect(foundIds(given)).to.deep.equal([
      'hard blank:F-BO/bo-y-te/ke-hoach',
      'soft pending:F-BO/bo-noi-vu/ho-so',
      'soft pending:F-BO/bo-y-te/ho-so',
    ]);
    expect(found(given).map((finding) => finding.reason)).to.deep.equal([
      undefined,
      undefined,
      'đã xác nhận',
    ]);
  });

  it('gives no reason to a hard one', () => {
    const given = { ...tiny, facts: reason('blank:F-BO/bo-y-te/ke-hoach') };
    expect(found(given).map((finding) => finding.reason)).to.deep.equal([undefined, undefined, undefined]);
  });
});
