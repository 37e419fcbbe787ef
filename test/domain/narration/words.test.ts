import { expect } from 'chai';
import type { Runs } from '../../../src/domain/model/report-model.ts';
import { createRunSink } from '../../../src/domain/narration/paragraphs.ts';
import { resolvePeriod } from '../../../src/domain/opening.ts';
import { MISSING, kinds, narration, printed, tinyDefinition, type Tiny } from '../tiny-facts.ts';

type Case = readonly [about: string, text: string, tiny: Tiny, expected: string];

function table(cases: readonly Case[]): void {
  for (const [about, text, tiny, expected] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(`kỳ ${text}`, tiny)).to.equal(`Kỳ ${expected}`);
    });
}

const DECIDED = resolvePeriod(tinyDefinition(), '2024-10', {
  windows: { lech: { from: '2024-09-20', to: '2024-10-23' } },
});

describe('words around figures', () => {
  table([
    ['the period', '{{periodName}}', {}, 'tháng 10 năm 2024'],
    ['short', '{{periodName style="short"}}', {}, 'tháng 10/2024'],
    ['the year so far', '{{periodName style="ytd"}}', {}, '10 tháng năm 2024'],
    ['the year so far in January', '{{periodName style="ytd"}}', { period: '2024-01' }, 'tháng 01 năm 2024'],
    ['the one before', '{{periodName at="previous" style="short"}}', {}, 'tháng 9/2024'],
    [
      'over the new year',
      '{{periodName at="previous" style="short"}}',
      { period: '2024-01' },
      'tháng 12/2023',
    ],
    ['a year ago', '{{periodName at="year-ago"}}', { period: '2024-Q3' }, 'quý III năm 2023'],
    ['the end of last year', '{{periodName at="year-start" style="short"}}', {}, 'tháng 12/2023'],
    ['a period without a month', '{{periodName style="short"}}', { period: '2024' }, 'năm 2024'],
    ['the one after', '{{periodName at="next"}}', {}, 'tháng 11 năm 2024'],
    ['the half after', '{{periodName at="next"}}', { period: '2024-H1' }, '6 tháng cuối năm 2024'],
    ['after the last of a year', '{{year at="next"}}', { period: '2024-12' }, '2025'],
    ['the year', '{{year}}', {}, '2024'],
    ['last year', '{{year at="year-ago"}}', {}, '2023'],
    ['the year of the month before', '{{year at="previous"}}', { period: '2024-01' }, '2023'],
    ['years back', '{{year back=4}}', {}, '2020'],
    ['a window', '{{window "lech"}}', {}, 'từ ngày 15/9/2024 đến ngày 14/10/2024'],
    ['its last day', '{{window "lech" style="end"}}', {}, 'ngày 14/10/2024'],
    [
      'the year to its last day',
      '{{window "lech" style="ytd"}}',
      {},
      'từ ngày 15/12/2023 đến ngày 14/10/2024',
    ],
    [
      'the year to its last day in January',
      '{{window "lech" style="ytd"}}',
      { period: '2024-01' },
      'từ ngày 15/12/2023 đến ngày 14/01/2024',
    ],
    [
      'the year to its last day by calendar months',
      '{{window "ky" style="ytd"}}',
      {},
      'từ ngày 01/01/2024 đến ngày 31/10/2024',
    ],
    [
      'of a window that was decided otherwise only the end counts for the year',
      '{{window "lech" style="ytd"}}',
      { facts: { period: DECIDED } },
      'từ ngày 15/12/2023 đến ngày 23/10/2024',
    ],
    ['the day of a stock', '{{asOf "tram"}}', {}, 'ngày 31/10/2024'],
    ['as a month', '{{asOf "tram" style="month"}}', {}, 'hết tháng 10/2024'],
    [
      'as a month only on its last day',
      '{{asOf "tram" style="month"}}',
      { indicators: { tram: { window: 'lech' } } },
      'ngày 14/10/2024',
    ],
    [
      'the day that a body gave',
      '{{asOf "tram" of="ha-noi"}}',
      { answers: { 'F-TINH': { 'ha-noi': { tram: { state: 'value', value: '1', asOf: '2024-10-19' } } } } },
      'ngày 19/10/2024',
    ],
    [
      'the day that a total counts from',
      'từ {{since "can-cuoc"}}',
      { indicators: { 'can-cuoc': { since: '2022-12-15' } } },
      'từ ngày 15/12/2022',
    ],
    ['no such day', 'từ {{since "can-cuoc"}}', {}, 'từ [chưa có mốc tính lũy kế]'],
    ['a body', '{{body "bo-y-te"}}', {}, 'Bộ Y tế'],
    ['a province in full', '{{body "ha-noi"}}', {}, 'thành phố Hà Nội'],
    ['the body that owes a form', '{{body "CA-1"}}', {}, 'Bộ Công an'],
    ['a document', '{{cite "Quyết định số 06/QĐ-TTg"}}', {}, 'Quyết định số 06/QĐ-TTg'],
    ['a day', '{{date "2024-02-06"}}', {}, '06/02/2024'],
    ['a month', 'tháng {{date "2024-09"}}', {}, 'tháng 9/2024'],
    ['an early month', 'tháng {{date "2024-02"}}', {}, 'tháng 02/2024'],
    ['a name', '{{name "5G"}}', {}, '5G'],
  ]);

  it('each is a run of its kind', () => {
    const text =
      '{{periodName}} {{year}} {{window "ky"}} {{asOf "tram"}} {{since "can-cuoc"}} {{body "CA-1"}} {{cite "a"}} {{date "2024-01-01"}} {{name "b"}}';
    expect(kinds(text)).to.equal('date date date date missing name citation date name');
  });
});

const said = (words: Readonly<Record<string, string>>): Tiny => ({
  answers: {
    'F-TINH': Object.fromEntries(Object.entries(words).map(([body, text]) => [body, { 'ton-tai': text }])),
  },
});

describe('narrative', () => {
  const text = 'Tồn tại:\n\n- {{narrative "ton-tai" of="tinh"}}';
  const cases: readonly Case[] = [
    [
      'one body, in its own words',
      '{{narrative "ton-tai" of="ha-noi"}}',
      said({ 'ha-noi': 'thiếu 3 người.' }),
      'Thiếu 3 người.',
    ],
    [
      'several, each with its name',
      text,
      said({ 'ha-noi': 'Thiếu người.', 'ca-mau': 'Thiếu tiền.' }),
      'Tồn tại:¶- Thành phố Hà Nội: Thiếu người.¶- Tỉnh Cà Mau: Thiếu tiền.',
    ],
    [
      'one of several, with its name too',
      text,
      said({ 'ca-mau': 'Thiếu tiền.' }),
      'Tồn tại:¶- Tỉnh Cà Mau: Thiếu tiền.',
    ],
    ['nobody said anything', text, {}, 'Tồn tại:'],
    [
      'one has not reported',
      text,
      { answers: { 'F-TINH': { 'ha-noi': MISSING, 'ca-mau': { 'ton-tai': 'Thiếu tiền.' } } } },
      'Tồn tại:¶- Tỉnh Cà Mau: Thiếu tiền. [chưa đủ số liệu: Hà Nội]',
    ],
    [
      'the only one has not',
      '{{narrative "ton-tai" of="ha-noi"}}',
      { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
      '[chưa đủ số liệu: Hà Nội]',
    ],
  ];
  for (const [about, source, tiny, expected] of cases)
    it(about, () => {
      expect(printed(source, tiny)).to.equal(expected);
    });

  it('gives its full stop to the sentence around it', () => {
    const one = said({ 'ha-noi': 'Thiếu người.' });
    expect(printed('Vì “{{narrative "ton-tai" of="ha-noi"}}”.', one)).to.equal('Vì “Thiếu người.”.');
    expect(printed('{{narrative "ton-tai" of="ha-noi"}}. Đến nay …', one)).to.equal('Thiếu người. Đến nay …');
    expect(printed('{{narrative "ton-tai" of="ha-noi"}}; và …', one)).to.equal('Thiếu người; và …');
  });

  it('is quoted: its digits are the body’s own', () => {
    expect(kinds('{{narrative "ton-tai" of="ha-noi"}}', said({ 'ha-noi': '3 việc' }))).to.equal('quoted');
  });

  it('keeps braces as they were sent', () => {
    expect(
      printed('{{narrative "ton-tai" of="ha-noi"}}', said({ 'ha-noi': 'A {{figure "x"}} <b>' })),
    ).to.equal('A {{figure "x"}} <b>');
  });
});

describe('paragraphs', () => {
  const cases: readonly [string, string, string][] = [
    ['blank lines cut', 'Một\nhai.\n\nBa.\n \n\t\nBốn.', 'Một hai.¶Ba.¶Bốn.'],
    ['lines that begin with a dash are items', 'Gồm:\n- một;\n  - hai.\n\nBa.', 'Gồm:¶- Một;¶- Hai.¶Ba.'],
    ['a dash within a line is none', 'Kinh tế - xã hội -\nvăn hóa.', 'Kinh tế - xã hội - văn hóa.'],
    ['spaces and line breaks are one space', '  Một   hai\r\nba\t bốn ', 'Một hai ba bốn'],
    ['a paragraph begins with a capital', 'đến nay có.', 'Đến nay có.'],
    ['so does a printed word', '{{list "ke-hoach" of="tinh" name="full"}}', 'Thành phố Hà Nội, tỉnh Đắk Lắk'],
    [
      'and one after a full stop',
      'Có. {{list "ke-hoach" of="tinh" name="full"}}',
      'Có. Thành phố Hà Nội, tỉnh Đắk Lắk',
    ],
    [
      'not one after a comma, a colon or an abbreviation',
      'Có, {{body "ha-noi"}}: {{body "ha-noi"}} v.v. {{name "5G"}}',
      'Có, thành phố Hà Nội: thành phố Hà Nội v.v. 5G',
    ],
    [
      'nothing printed leaves no space before a mark',
      'Có {{#ifAny "ho-so"}}{{/ifAny}}, và {{#ifAny "ho-so"}}{{/ifAny}}.',
      'Có, và.',
    ],
    ['nor after a parenthesis', 'Có ( {{figure "ho-so"}} ) hồ sơ', 'Có (1.100) hồ sơ'],
    [
      'a full stop alone is no paragraph',
      'Một.\n\n{{#ifAny "ho-so"}}{{/ifAny}}.\n\n- ;\n\nHai.',
      'Một.¶Hai.',
    ],
    ['an empty text has none', ' \n\n {{!-- ghi chú --}}\n', ''],
  ];
  for (const [about, source, expected] of cases)
    it(about, () => {
      expect(printed(source)).to.equal(expected);
    });

  it('prose and runs keep their order', () => {
    const [paragraph] = narration('Có {{figure "ho-so"}} hồ sơ, {{name "5G"}}.').paragraphs;
    expect(paragraph?.runs.map(({ kind, text }) => `${kind}=${text}`)).to.deep.equal([
      'text=Có ',
      'figure=1.100',
      'text= hồ sơ, ',
      'name=5G',
      'text=.',
    ]);
  });

  it('an empty run leaves nothing', () => {
    const sink = createRunSink();
    expect(sink.emit({ kind: 'text', text: '' })).to.equal('');
    expect(sink.paragraphs('')).to.deep.equal([]);
  });

  const leads: readonly [
    about: string,
    output: string,
    paragraphs: readonly (readonly [string, string, string])[],
  ][] = [
    ['a lead', '**Về hạ tầng:** tốc độ tăng.', [['body', 'Về hạ tầng: ', 'tốc độ tăng.']]],
    ['a sentence behind a lead', '**Hạ tầng.** tốc độ tăng.', [['body', 'Hạ tầng. ', 'Tốc độ tăng.']]],
    ['a comma behind a lead', '**Thứ nhất**, tỷ lệ thấp.', [['body', 'Thứ nhất', ', tỷ lệ thấp.']]],
    ['a lead alone', '**Thứ nhất**', [['body', 'Thứ nhất', '']]],
    ['a lead over two lines', '**Về\nhạ tầng:** tăng.', [['body', 'Về hạ tầng: ', 'tăng.']]],
    ['no lead within a sentence', 'Tăng **mạnh** nhé.', [['body', '', 'Tăng **mạnh** nhé.']]],
    [
      'items, and items within them',
      'Gồm:\n- **Một:** a;\n  + b;\n+ c.',
      [
        ['body', '', 'Gồm:'],
        ['item', 'Một: ', 'a;'],
        ['subitem', '', 'B;'],
        ['subitem', '', 'C.'],
      ],
    ],
    ['a sum is no item', 'Có a\n+b.', [['body', '', 'Có a +b.']]],
  ];
  for (const [about, output, expected] of leads)
    it(`cuts ${about}`, () => {
      const paragraphs = createRunSink().paragraphs(output);
      const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('');
      expect(
        paragraphs.map(({ style, lead = 0, runs }) => [
          style,
          textOf(runs.slice(0, lead)),
          textOf(runs.slice(lead)),
        ]),
      ).to.deep.equal(expected);
    });
});
