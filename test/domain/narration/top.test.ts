import { expect } from 'chai';
import {
  earlier,
  EXEMPT,
  history,
  kinds,
  MISSING,
  narration,
  PENDING,
  printed,
  tinyBook,
  type Tiny,
} from '../tiny-facts.ts';
import { narrateText } from '../../../src/domain/narration/narrate.ts';

/** Rates of the provinces: Hà Nội 75, Cà Mau 40, Đắk Lắk 33,3…, An Giang 30; of the ministries: 50, 40, 25. */
const cases: readonly [text: string, expected: string, Tiny?][] = [
  ['{{top "ty-le" of="tinh" limit=2 last=" và "}}', 'Hà Nội (75,00%) và Cà Mau (40,00%)'],
  ['{{top "ty-le" of="tinh" limit=3 decimals=1}}', 'Hà Nội (75,0%), Cà Mau (40,0%), Đắk Lắk (33,3%)'],
  ['{{top "ty-le" of="tinh" limit=1 order="lowest"}}', 'An Giang (30,00%)'],
  ['{{top "ty-le" of="tinh" limit=2 order="highest" values=false join="; "}}', 'Hà Nội; Cà Mau'],
  ['{{top "ty-le" of="tinh" limit=1 name="full" values=false}}', 'Thành phố Hà Nội'],
  ['{{top "ho-so" of="tinh" limit=1 unit=" hồ sơ"}}', 'Hà Nội (400 hồ sơ)'],
  ['{{top "ho-so" of="tinh"}}', 'Hà Nội (400), Đắk Lắk (300), An Giang (200), Cà Mau (100)'],
  ['{{top "tram" limit=1}}', 'Cà Mau (40)'],
  ['{{top "can-cuoc" scale="triệu"}}', 'Bộ Công an (7 triệu)'],
  [
    '{{top "ho-so" of="hai-tinh" span="ytd" limit=1}}',
    'Đắk Lắk (1.300)',
    { facts: { history: history('ho-so@2024-09:ytd/ha-noi = 5', 'ho-so@2024-09:ytd/dak-lak = 1000') } },
  ],
  [
    '{{top "tram" of="hai-tinh" limit=1 at="2023"}}',
    'Hà Nội (09)',
    { facts: { earlier: earlier('tram', '2023-12', { 'ha-noi': '9', 'dak-lak': '3' }) } },
  ],
];

const same = (value: string): Tiny => ({
  answers: {
    'F-TINH': Object.fromEntries(['ha-noi', 'dak-lak', 'an-giang'].map((body) => [body, { tram: value }])),
  },
});

describe('top', () => {
  for (const [text, expected, tiny = {}] of cases)
    it(`${text} prints ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });

  const special: readonly [about: string, text: string, Tiny, expected: string][] = [
    [
      'bodies of one value stand by the Vietnamese alphabet',
      '{{top "tram" of="tinh" limit=4 order="lowest"}}',
      same('5'),
      'An Giang (05), Đắk Lắk (05), Hà Nội (05), Cà Mau (40)',
    ],
    [
      'a tie across the limit includes all of it',
      '{{top "tram" of="tinh" limit=2}}',
      same('5'),
      'Cà Mau (40), An Giang (05), Đắk Lắk (05), Hà Nội (05)',
    ],
    [
      'a body that has not reported is waited for',
      '{{top "tram" of="tinh" limit=1}}',
      { answers: { 'F-TINH': { 'an-giang': MISSING } } },
      '[chưa đủ số liệu: An Giang]',
    ],
    [
      'nobody can be waited for where the year before is not known',
      '{{top "ho-so" of="hai-tinh" span="ytd" limit=1}}',
      { facts: { history: history('ho-so@2024-09:ytd/ha-noi = 5') } },
      '[chưa có số liệu kỳ trước: Đắk Lắk]',
    ],
    [
      'one that is waived is left out',
      '{{top "tram" of="tinh" limit=1}}',
      {
        answers: { 'F-TINH': { 'ca-mau': MISSING } },
        facts: { waivers: [{ entity: 'ca-mau', reason: 'bão', at: '' }] },
      },
      'An Giang (30)',
    ],
    [
      'so are those it does not apply to, and rates over nothing',
      '{{top "ty-le" of="tinh" decimals=0}}',
      {
        answers: {
          'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT }, 'ca-mau': { 'ho-so': '0', 'truc-tuyen': '0' } },
        },
      },
      'Đắk Lắk (33%), An Giang (30%)',
    ],
    [
      'one without a number yet is waited for',
      '{{top "tram" of="tinh" limit=1}}',
      { answers: { 'F-TINH': { 'an-giang': { tram: PENDING } } } },
      '[chưa đủ số liệu: An Giang]',
    ],
    [
      'nobody is left',
      '{{top "ty-le" of="ha-noi"}}',
      { answers: { 'F-TINH': { 'ha-noi': { 'truc-tuyen': EXEMPT } } } },
      'Không có',
    ],
  ];
  for (const [about, text, tiny, expected] of special)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, tiny)).to.equal(expected);
    });

  it('prints each number as a figure of its own, and the names from the ranking', () => {
    const text = '{{top "ty-le" of="tinh" limit=2 last=" và "}}';
    expect(kinds(text)).to.equal('figure figure figure figure');
    const book = tinyBook({ definition: { texts: { 'a.hbs': text } } });
    const runs = narrateText(book, 'a.hbs').paragraphs.flatMap((paragraph) => paragraph.runs);
    const [name, value] = runs.flatMap((run) => (run.kind === 'figure' ? [book.ledger.get(run.ledger)] : []));
    const ranking = book.ledger.get(name?.inputs[0] ?? '');
    expect(ranking).to.deep.include({
      kind: 'ranking',
      formula: '2 đơn vị cao nhất trong 4 đơn vị',
      value: 'ha-noi, ca-mau',
    });
    expect(ranking?.inputs).to.have.length(4);
    expect(ranking?.inputs).to.include(value?.inputs[0]);
  });

  it('what history lacks is a finding, as nobody will send it', () => {
    const { findings } = narration('{{top "tram" of="hai-tinh" at="year-start"}}');
    expect(findings.map(({ check, severity }) => `${severity} ${check}`)).to.deep.equal(['hard unprinted']);
    expect(findings[0]?.message).to.contain('vì chưa có số liệu kỳ trước: Hà Nội, Đắk Lắk.');
  });

  it('is no finding while it waits', () => {
    const tiny = { answers: { 'F-TINH': { 'an-giang': MISSING } } };
    expect(narration('{{top "tram" of="tinh"}}', tiny).findings).to.deep.equal([]);
  });
});
