import { expect } from 'chai';
import { earlier, history, kinds, MISSING, narration, printed, type Tiny } from '../tiny-facts.ts';

/** Số thẻ của kỳ này và kỳ trước. */
function cards(now: string, then?: string, indicator: NonNullable<Tiny['indicators']>[string] = {}): Tiny {
  return {
    indicators: { 'can-cuoc': indicator },
    answers: { 'CA-1': { 'bo-cong-an': { 'can-cuoc': now } } },
    facts: { history: then === undefined ? [] : history(`can-cuoc@2024-09 = ${then}`) },
  };
}
const rate = (then: string): Tiny => ({ facts: { history: history(`ty-le@2024-09/tinh = ${then}`) } });
type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(`số thẻ ${text}`, tiny)).to.equal(`Số thẻ ${expected}`);
    });
}

const CHANGE = '{{change "can-cuoc" versus="previous"}}';
const AMOUNT = '{{change "can-cuoc" versus="previous" as="amount"}}';
const TIMES = '{{change "can-cuoc" versus="previous" as="times"}}';
const RATE = '{{change "ty-le" versus="previous" of="tinh"}}';

describe('change', () => {
  table([
    ['up', CHANGE, cards('1100', '1000'), 'tăng 10,0%'],
    ['down', CHANGE, cards('204', '250'), 'giảm 18,4%'],
    [
      'the size alone, where the verb was said',
      '{{change "can-cuoc" versus="previous" bare=true decimals=2}}',
      cards('204', '250'),
      '18,40%',
    ],
    ['equal', CHANGE, cards('250', '250'), 'không thay đổi'],
    ['two zeros', AMOUNT, cards('0', '0'), 'không thay đổi'],
    ['to nothing', CHANGE, cards('0', '250'), 'giảm 100,0%'],
    [
      'from a base of zero',
      CHANGE,
      cards('5', '0'),
      'không tính được tỷ lệ thay đổi do số kỳ gốc bằng không',
    ],
    ['from a base of zero in units', AMOUNT, cards('5', '0'), 'tăng 05'],
    ['without a base', CHANGE, cards('5'), 'chưa có số liệu để so sánh'],
    [
      'across a break',
      CHANGE,
      cards('5', '4', { breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] }),
      'không so sánh được do thay đổi cách tính',
    ],
    ['from a base below zero', CHANGE, cards('5', '-10', { signed: true }), 'tăng 150,0%'],
    ['too small to show', CHANGE, cards('100001', '100000'), 'tăng không đáng kể'],
    ['too small downwards', CHANGE, cards('99999', '100000'), 'giảm không đáng kể'],
    [
      'decimals that show it',
      '{{change "can-cuoc" versus="previous" decimals=3}}',
      cards('100001', '100000'),
      'tăng 0,001%',
    ],
    [
      'a word picks the rounding',
      '{{change "can-cuoc" versus="previous" word="hơn" decimals=0}}',
      cards('1378', '1000'),
      'tăng hơn 37%',
    ],
    [
      'and is dropped where it is false',
      '{{change "can-cuoc" versus="previous" word="hơn" decimals=0}}',
      cards('1370', '1000'),
      'tăng 37%',
    ],
    ['in units', AMOUNT, cards('1250', '1000'), 'tăng 250'],
    ['in units down', AMOUNT, cards('1000', '1003'), 'giảm 03'],
    [
      'in the scale of the indicator',
      AMOUNT,
      cards('3600000', '2000000', { scale: 'triệu', decimals: 1 }),
      'tăng 1,6 triệu',
    ],
    [
      'in another scale',
      '{{change "can-cuoc" versus="previous" as="amount" scale="nghìn"}}',
      cards('3600000', '2000000', { scale: 'triệu' }),
      'tăng 1.600 nghìn',
    ],
    [
      'too small for the scale, in units',
      AMOUNT,
      cards('2000300', '2000000', { scale: 'triệu', decimals: 1 }),
      'tăng 300',
    ],
    ['times up', TIMES, cards('1300', '1000'), 'gấp 1,3 lần'],
    ['times down', TIMES, cards('800', '1000'), 'bằng 0,8 lần'],
    [
      'times with a word and decimals',
      '{{change "can-cuoc" versus="previous" as="times" word="gần" decimals=0}}',
      cards('2900', '1000'),
      'gấp gần 3 lần',
    ],
    ['a round multiple', TIMES, cards('3000', '1000'), 'gấp 3 lần'],
    ['a multiple that rounds to a round one', TIMES, cards('2996', '1000'), 'gấp 3 lần'],
    [
      'a round multiple with a word',
      '{{change "can-cuoc" versus="previous" as="times" word="gần"}}',
      cards('1960', '1000'),
      'gấp gần 2 lần',
    ],
    ['next to once', TIMES, cards('1040', '1000'), 'gấp 1,04 lần'],
    ['next to once, downwards', TIMES, cards('960', '1000'), 'bằng 0,96 lần'],
    ['too near to once', TIMES, cards('1001', '1000'), 'tăng không đáng kể'],
    ['too near to once, downwards', TIMES, cards('999', '1000'), 'giảm không đáng kể'],
    ['hardly anything left', TIMES, cards('20', '1000'), 'bằng 0,02 lần'],
    [
      'without decimals, next to once',
      '{{change "can-cuoc" versus="previous" as="times" decimals=0}}',
      cards('1300', '1000'),
      'gấp 1,3 lần',
    ],
    [
      'in units, to a place',
      '{{change "can-cuoc" versus="previous" as="amount" word="trên" place=1000}}',
      cards('14273', '10000'),
      'tăng trên 4.000',
    ],
    [
      'to a place in the scale of the indicator',
      '{{change "can-cuoc" versus="previous" as="amount" word="gần" place=100000000}}',
      cards('3650000000', '2000000000', { scale: 'tỷ', decimals: 2 }),
      'tăng gần 1,7 tỷ',
    ],
    ['times of the same', TIMES, cards('1000', '1000'), 'không thay đổi'],
    ['times of zero', TIMES, cards('5', '0'), 'không tính được tỷ lệ thay đổi do số kỳ gốc bằng không'],
    ['points for a percentage', RATE, rate('47.9'), 'tăng 2,10 điểm phần trăm'],
    ['points down', RATE, rate('52.1'), 'giảm 2,10 điểm phần trăm'],
    [
      'points with decimals',
      '{{change "ty-le" versus="previous" of="tinh" decimals=1}}',
      rate('47.9'),
      'tăng 2,1 điểm phần trăm',
    ],
    ['points too few to show', RATE, rate('49.999'), 'tăng không đáng kể'],
    ['a percentage from zero', RATE, rate('0'), 'tăng 50,00 điểm phần trăm'],
    [
      'a percentage in percent where the text insists',
      '{{change "ty-le" versus="previous" of="tinh" as="percent"}}',
      rate('40'),
      'tăng 25,0%',
    ],
    [
      'a ratio that is no percentage changes in percent',
      '{{change "ty-le" versus="previous" of="tinh"}}',
      { indicators: { 'ty-le': { unit: 'lần' } }, ...rate('0.4') },
      'tăng 25,0%',
    ],
    [
      'a ratio with a break in its numerator',
      RATE,
      {
        indicators: { 'truc-tuyen': { breaks: [{ from: '2024-10', why: '' }] } },
        facts: { history: history('ho-so@2024-09/tinh = 10', 'truc-tuyen@2024-09/tinh = 5') },
      },
      'không so sánh được do thay đổi cách tính',
    ],
    [
      'with the same period last year',
      '{{change "can-cuoc" versus="year-ago"}}',
      { ...cards('150'), facts: { history: history('can-cuoc@2023-10 = 100') } },
      'tăng 50,0%',
    ],
    [
      'with the end of last year',
      '{{change "tram" versus="year-start"}}',
      { facts: { history: history('tram@2023-12 = 80') } },
      'tăng 25,0%',
    ],
    [
      'of the year to date',
      '{{change "can-cuoc" versus="year-ago" span="ytd"}}',
      {
        ...cards('150'),
        facts: { history: history('can-cuoc@2024-09:ytd = 850', 'can-cuoc@2023-10:ytd = 800') },
      },
      'tăng 25,0%',
    ],
    [
      'of a count',
      '{{change "tien-do" versus="previous" status="dang" as="amount"}}',
      { facts: { history: history('tien-do[dang]@2024-09 = 1') } },
      'tăng 02',
    ],
    [
      'of a count of bodies that reported then',
      '{{change "ke-hoach" versus="previous" of="tinh" as="amount"}}',
      {
        facts: {
          earlier: earlier('ke-hoach', '2024-09', {
            'ha-noi': 'yes',
            'dak-lak': 'yes',
            'an-giang': 'yes',
            'ca-mau': 'no',
          }),
        },
      },
      'giảm 01',
    ],
    [
      'of what is missing',
      CHANGE,
      { answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      '[chưa đủ số liệu: Bộ Công an]',
    ],
  ]);

  it('is one figure that begins with its verb, in words or in digits', () => {
    expect(kinds(`${CHANGE}, ${CHANGE}`, cards('5', '4'))).to.equal('figure figure');
    expect(kinds(CHANGE, cards('5'))).to.equal('figure');
    expect(kinds(CHANGE, { answers: { 'CA-1': { 'bo-cong-an': MISSING } } })).to.equal('missing');
  });
});

describe('ifComparable', () => {
  const text = `05{{#ifComparable "can-cuoc" versus="previous"}}, ${CHANGE}{{else}} (kỳ đầu){{/ifComparable}}`;
  table([
    ['a base', text, cards('5', '4'), '05, tăng 25,0%'],
    ['no base', text, cards('5'), '05 (kỳ đầu)'],
    ['a base of zero', text, cards('5', '0'), '05 (kỳ đầu)'],
    [
      'across a break',
      text,
      cards('5', '4', { breaks: [{ from: '2024-10', why: 'đổi cách đếm' }] }),
      '05 (kỳ đầu)',
    ],
    [
      'a value that is waited for',
      text,
      { ...cards('5', '4'), answers: { 'CA-1': { 'bo-cong-an': MISSING } } },
      '05, [chưa đủ số liệu: Bộ Công an]',
    ],
    [
      'a base of the year to date',
      '{{#ifComparable "can-cuoc" versus="year-ago" span="ytd"}}so được{{else}}không so{{/ifComparable}}',
      { facts: { history: history('can-cuoc@2023-10:ytd = 4') } },
      'so được',
    ],
    [
      'which that of the month is not',
      '{{#ifComparable "can-cuoc" versus="year-ago"}}so được{{else}}không so{{/ifComparable}}',
      { facts: { history: history('can-cuoc@2023-10:ytd = 4') } },
      'không so',
    ],
    [
      'of a block',
      '{{#ifComparable "ty-le" versus="previous" of="tinh"}}so được{{else}}không so{{/ifComparable}}',
      rate('52.1'),
      'so được',
    ],
    [
      'which all bodies are not',
      '{{#ifComparable "ty-le" versus="previous"}}so được{{else}}không so{{/ifComparable}}',
      rate('52.1'),
      'không so',
    ],
    [
      'of a class',
      '{{#ifComparable "tien-do" versus="previous" status="xong"}}so được{{else}}không so{{/ifComparable}}',
      { facts: { history: history('tien-do[xong]@2024-09 = 1') } },
      'so được',
    ],
  ]);

  it('leaves nothing for a final to be refused for', () => {
    expect(narration(text, cards('5')).findings).to.deep.equal([]);
  });
});

describe('a verb that a sentence insists on', () => {
  const UP = '\n{{change "can-cuoc" versus="previous" verb="tăng"}}';
  const DOWN = '\n{{change "can-cuoc" versus="previous" verb="giảm"}}';
  const cases: readonly [string, Tiny, contradicted: string | undefined][] = [
    [UP, cards('5', '4'), undefined],
    [UP, cards('4', '5'), 'van-ban.hbs:2: câu viết “tăng” nhưng Số thẻ căn cước giảm (từ 5 thành 4).'],
    [
      UP,
      cards('4', '4'),
      'van-ban.hbs:2: câu viết “tăng” nhưng Số thẻ căn cước không thay đổi (từ 4 thành 4).',
    ],
    [DOWN, cards('4', '5'), undefined],
    [DOWN, cards('5', '4'), 'van-ban.hbs:2: câu viết “giảm” nhưng Số thẻ căn cước tăng (từ 4 thành 5).'],
    [UP, cards('5'), undefined],
  ];
  for (const [text, tiny, contradicted] of cases)
    it(contradicted ?? 'says nothing where the number agrees or cannot be compared', () => {
      const { findings } = narration(text, tiny);
      expect(findings.map(({ message }) => message.split(' Đề nghị')[0])).to.deep.equal(
        contradicted === undefined ? [] : [contradicted],
      );
      for (const { severity, check, places } of findings) {
        expect([severity, check]).to.deep.equal(['hard', 'verb']);
        expect(places.map(({ kind }) => kind)).to.deep.equal(['text', 'computed', 'computed']);
      }
    });

  it('prints what the numbers say all the same', () => {
    expect(printed(`số thẻ ${UP}`, cards('4', '5'))).to.equal('Số thẻ giảm 20,0%');
  });
});
