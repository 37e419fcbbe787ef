import { expect } from 'chai';
import type { Indicator } from '../../../src/domain/definition.ts';
import { earlier, history, MISSING, narration, printed, type Tiny } from '../tiny-facts.ts';

type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(`số ${text}`, tiny)).to.equal(`Số ${expected}`);
    });
}

/** Số thẻ của kỳ này và kỳ trước. */
const cards = (now: string, then?: string, indicator: Partial<Indicator> = {}): Tiny => ({
  indicators: { 'can-cuoc': indicator },
  answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
  facts: { history: then === undefined ? [] : history(`can-cuoc@2024-09 = ${then}`) },
});
const waited: Pick<Tiny, 'answers'> = { answers: { 'CA-1': { 'bo-cong-an': MISSING } } };

describe('ifChange', () => {
  const when = (is: string): string =>
    `thẻ {{#ifChange "can-cuoc" versus="previous" is="${is}"}}đúng{{else}}khác{{/ifChange}}`;
  table([
    ['a rise', when('tăng'), cards('5', '4'), 'thẻ đúng'],
    ['a fall is no rise', when('tăng'), cards('4', '5'), 'thẻ khác'],
    ['the same is no rise', when('tăng'), cards('5', '5'), 'thẻ khác'],
    ['a fall', when('giảm'), cards('4', '5'), 'thẻ đúng'],
    ['the same', when('không thay đổi'), cards('5', '5'), 'thẻ đúng'],
    ['from nothing', when('tăng'), cards('5', '0'), 'thẻ đúng'],
    ['too small to show, and still a rise', when('tăng'), cards('100001', '100000'), 'thẻ đúng'],
    ['a better place', when('tăng'), cards('71', '86', { rank: true }), 'thẻ đúng'],
    ['no base: neither', when('tăng'), cards('5'), 'thẻ'],
    [
      'across a break: neither',
      when('tăng'),
      cards('5', '4', { breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] }),
      'thẻ',
    ],
    [
      'a value that is waited for',
      when('tăng'),
      { ...cards('5', '4'), ...waited },
      'thẻ [chưa đủ số liệu: Bộ Công an]',
    ],
    [
      'of the year to date',
      'thẻ {{#ifChange "can-cuoc" versus="year-ago" span="ytd" is="giảm"}}đúng{{/ifChange}}',
      { facts: { history: history('can-cuoc@2024-09:ytd = 1', 'can-cuoc@2023-10:ytd = 90000000') } },
      'thẻ đúng',
    ],
    [
      'of a block',
      '{{#ifChange "ty-le" versus="previous" of="tinh" is="giảm"}}giảm{{else}}không giảm{{/ifChange}}',
      { facts: { history: history('ty-le@2024-09/tinh = 52.1') } },
      'giảm',
    ],
    [
      'of a class',
      '{{#ifChange "tien-do" versus="previous" status="dang" is="giảm"}}giảm{{/ifChange}}',
      { facts: { history: history('tien-do[dang]@2024-09 = 4') } },
      'giảm',
    ],
    [
      'of a count of bodies',
      '{{#ifChange "ke-hoach" versus="previous" of="tinh" is="tăng"}}tăng{{/ifChange}}',
      {
        facts: {
          earlier: earlier('ke-hoach', '2024-09', {
            'ha-noi': 'yes',
            'dak-lak': 'no',
            'an-giang': 'no',
            'ca-mau': 'no',
          }),
        },
      },
      'tăng',
    ],
  ]);

  it('leaves nothing for a final to be refused for', () => {
    expect(narration(when('tăng'), cards('5')).findings).to.deep.equal([]);
  });
});

const goal = (value: string, more: Partial<Indicator> = {}): Tiny => ({
  indicators: {
    'ty-le': { targets: [{ year: '2024', value, source: 'Nghị quyết số 01/NQ-CP' }], ...more },
    'can-cuoc': { targets: [{ year: '2024', value, source: 'Kế hoạch' }], ...more },
  },
});

describe('ifReached', () => {
  const RATE = 'tỷ lệ {{#ifReached "ty-le" of="tinh"}}đạt{{else}}chưa đạt{{/ifReached}}';
  const LIMIT = 'tỷ lệ {{#ifReached "ty-le" of="tinh" atMost=true}}đạt{{else}}chưa đạt{{/ifReached}}';
  const CARDS = 'tỷ lệ {{#ifReached "can-cuoc"}}đạt{{else}}chưa đạt{{/ifReached}}';
  table([
    ['more', RATE, goal('49.99'), 'tỷ lệ đạt'],
    ['exactly', RATE, goal('50'), 'tỷ lệ đạt'],
    ['less', RATE, goal('50.01'), 'tỷ lệ chưa đạt'],
    ['below an upper limit', LIMIT, goal('50.01'), 'tỷ lệ đạt'],
    ['on an upper limit', LIMIT, goal('50'), 'tỷ lệ đạt'],
    ['above an upper limit', LIMIT, goal('49.99'), 'tỷ lệ chưa đạt'],
    ['a place that is better', CARDS, { ...cards('71'), ...goal('75', { rank: true }) }, 'tỷ lệ đạt'],
    ['a place that is worse', CARDS, { ...cards('86'), ...goal('75', { rank: true }) }, 'tỷ lệ chưa đạt'],
    [
      'of the year to date',
      'tỷ lệ {{#ifReached "can-cuoc" span="ytd"}}đạt{{else}}chưa đạt{{/ifReached}}',
      { ...goal('14000000'), facts: { history: history('can-cuoc@2024-09:ytd = 7000000') } },
      'tỷ lệ đạt',
    ],
    [
      'of a named year',
      'tỷ lệ {{#ifReached "ty-le" of="tinh" year=2024}}đạt{{else}}chưa đạt{{/ifReached}}',
      { ...goal('30'), period: '2025-10' },
      'tỷ lệ đạt',
    ],
    ['no goal for the year', RATE, { ...goal('30'), period: '2025-10' }, 'tỷ lệ [chưa có mục tiêu]'],
    [
      'of a class',
      'tỷ lệ {{#ifReached "tien-do" status="dang"}}đạt{{else}}chưa đạt{{/ifReached}}',
      { indicators: { 'tien-do': { targets: [{ year: '2024', value: '4', source: 'Kế hoạch' }] } } },
      'tỷ lệ chưa đạt',
    ],
    [
      'a value that is waited for',
      CARDS,
      { ...goal('75'), ...waited },
      'tỷ lệ [chưa đủ số liệu: Bộ Công an]',
    ],
    [
      'a goal of before a break: neither',
      'tỷ lệ {{#ifReached "can-cuoc" year=2023}}đạt{{else}}chưa đạt{{/ifReached}}',
      {
        indicators: {
          'can-cuoc': {
            targets: [{ year: '2023', value: '1', source: 'Kế hoạch' }],
            breaks: [{ from: '2024-10', why: 'đổi cách đếm' }],
          },
        },
      },
      'tỷ lệ',
    ],
  ]);
});

describe('compare with the goal', () => {
  const POINTS = '{{compare "ty-le" of="tinh" goal=true as="points" more="vượt" same="không chênh lệch"}}';
  table([
    ['above', POINTS, goal('48'), 'vượt 2,00 điểm phần trăm'],
    ['below', POINTS, goal('60.5'), 'thấp hơn 10,50 điểm phần trăm'],
    ['the same', POINTS, goal('50'), 'không chênh lệch'],
    ['the word alone', '{{compare "ty-le" of="tinh" goal=true}}', goal('60'), 'thấp hơn'],
    ['as a multiple', '{{compare "ty-le" of="tinh" goal=true as="times"}}', goal('25'), 'gấp 2 lần'],
    [
      'of a named year',
      '{{compare "ty-le" of="tinh" goal=true year=2024}}',
      { ...goal('60'), period: '2025-10' },
      'thấp hơn',
    ],
    ['without one', POINTS, { ...goal('60'), period: '2025-10' }, '[chưa có mục tiêu]'],
    [
      'a value that is waited for',
      '{{compare "can-cuoc" goal=true}}',
      { ...goal('75'), ...waited },
      '[chưa đủ số liệu: Bộ Công an]',
    ],
    [
      'of before a break',
      '{{compare "can-cuoc" goal=true year=2023}}',
      {
        indicators: {
          'can-cuoc': {
            targets: [{ year: '2023', value: '1', source: 'Kế hoạch' }],
            breaks: [{ from: '2024-10', why: 'đổi cách đếm' }],
          },
        },
      },
      'không so sánh được do thay đổi cách tính',
    ],
    [
      'two blocks that are the same',
      '{{compare "ho-so" of="ha-noi" withOf="ha-noi" as="amount" same="không chênh lệch"}}',
      {},
      'không chênh lệch',
    ],
  ]);
});
