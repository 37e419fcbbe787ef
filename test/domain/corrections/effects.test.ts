/** What a correction does to a published edition: numbers that read otherwise, and sentences that are not true any more. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { compileReport, type Compilation } from '../../../src/domain/compile.ts';
import { correctedFacts } from '../../../src/domain/corrections/corrected-facts.ts';
import type { ValueCorrection } from '../../../src/domain/corrections/correction.ts';
import { effectOn } from '../../../src/domain/corrections/effects.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import type { EditionSettings } from '../../../src/domain/model/edition.ts';
import { runsOf } from '../../../src/domain/model/runs.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { earlier, history, PROVINCES, tinyFacts, type Tiny } from '../tiny-facts.ts';

const SETTINGS: EditionSettings = {
  kind: 'final',
  at: '2024-11-05T09:00:00+07:00',
  illustrative: false,
  document: { date: '2024-11-05' },
};

const SEPTEMBER = { 'ha-noi': '300', 'dak-lak': '300', 'an-giang': '200', 'ca-mau': '100' };

function value(text: string): Cell {
  return { state: 'value', value: text };
}

function correction(entity: string, field: string, to: Cell, period = '2024-10', id = 1): ValueCorrection {
  const paper = `${period}/F-TINH/${entity}`;
  return {
    id,
    period,
    place: { kind: 'cell', form: 'F-TINH', entity, field, before: `${paper}/1`, revision: `${paper}/2` },
    indicator: field,
    from: null,
    to,
    reason: 'Cộng sót',
    at: '2024-11-20T08:00:00+07:00',
    renewed: [],
  };
}

function facts(text: string, tiny: Tiny = {}): Facts {
  return tinyFacts({
    ...tiny,
    report: { outline: [{ id: 'muc', heading: 'Mục', text: 'muc.hbs' }] },
    definition: {
      texts: { 'muc.hbs': text },
      annexes: [
        {
          id: 'PL1',
          kind: 'bodies',
          title: 'Số liệu',
          of: 'tinh',
          tables: [{ title: 'Hồ sơ', columns: [{ indicator: 'ho-so' }, { indicator: 'ke-hoach' }] }],
        },
      ],
      ...tiny.definition,
    },
    facts: { earlier: earlier('ho-so', '2024-09', SEPTEMBER), ...tiny.facts },
  });
}

function effect(published: Facts, corrections: readonly ValueCorrection[]): ReturnType<typeof effectOn> {
  const { model } = compileReport(published, SETTINGS);
  return effectOn({ number: 1, at: SETTINGS.at, facts: published, model }, corrections);
}

/** Text, correction, and what becomes of it: "false: old → new" and "number: old → new", the annex left out. */
const TEXTS: readonly (readonly [
  about: string,
  text: string,
  change: readonly [entity: string, field: string, to: Cell, period?: string],
  becomes: readonly string[],
])[] = [
  [
    'a rise that is a fall',
    'Có {{change "ho-so" versus="previous" of="tinh"}} so với tháng trước.',
    ['ha-noi', 'ho-so', value('200')],
    ['false: Có tăng 11,1% so với tháng trước./. → Có giảm 11,1% so với tháng trước./.'],
  ],
  [
    'a rise that is none',
    'Có {{change "ho-so" versus="previous" of="tinh"}} so với tháng trước.',
    ['ha-noi', 'ho-so', value('300')],
    ['false: Có tăng 11,1% so với tháng trước./. → Có không thay đổi so với tháng trước./.'],
  ],
  [
    'a rise that is smaller',
    'Có {{change "ho-so" versus="previous" of="tinh"}} so với tháng trước.',
    ['ha-noi', 'ho-so', value('350')],
    ['number: Thay đổi của “Số hồ sơ, tỉnh”: tăng 11,1% → tăng 5,6%'],
  ],
  [
    'a rise whose base was too low',
    'Có {{change "ho-so" versus="previous" of="tinh"}} so với tháng trước.',
    ['ha-noi', 'ho-so', value('500'), '2024-09'],
    ['false: Có tăng 11,1% so với tháng trước./. → Có giảm 9,1% so với tháng trước./.'],
  ],
  [
    'a word of comparison that does not hold',
    'Có {{figure "ho-so" of="tinh" word="hơn" place=300}} hồ sơ.',
    ['ha-noi', 'ho-so', value('300')],
    ['false: Có hơn 900 hồ sơ./. → Có 900 hồ sơ./.'],
  ],
  [
    'a list with another name',
    'Gồm: {{list "ke-hoach" of="tinh"}}. Có {{figure "tram"}} trạm.',
    ['an-giang', 'ke-hoach', value('yes')],
    ['false: Gồm: Hà Nội, Đắk Lắk. → Gồm: Hà Nội, Đắk Lắk, An Giang.'],
  ],
  [
    'a count alone',
    'Có {{count "ke-hoach" of="tinh"}} địa phương.',
    ['an-giang', 'ke-hoach', value('yes')],
    ['number: Ban hành kế hoạch, tỉnh: 02 → 03'],
  ],
  [
    'a sentence that would not be there, and one after it',
    '{{#ifAny "tram" of="ca-mau"}}Cà Mau có trạm. {{/ifAny}}Có {{figure "tram"}} trạm.',
    ['ca-mau', 'tram', value('0')],
    ['false: Cà Mau có trạm. → ', 'number: Số trạm: 100 → 60'],
  ],
  [
    'a sentence that is the same in other words of the body',
    'Có {{figure "tram"}} trạm.',
    ['ca-mau', 'ho-so', value('100')],
    [],
  ],
];

describe('the effect of a correction on a published edition', () => {
  for (const [about, text, [entity, field, to, period], becomes] of TEXTS)
    it(`is seen in its sentences: ${about}`, () => {
      const { figures, sentences } = effect(facts(text), [correction(entity, field, to, period)]);
      expect([
        ...sentences.map(({ printed, now }) => `false: ${printed} → ${now}`),
        ...figures
          .filter(({ place }) => !place.startsWith('PL1'))
          .map(({ what, printed, now }) => `number: ${what}: ${printed} → ${now}`),
      ]).to.deep.equal(becomes);
    });

  it('is seen in its tables, by row and column', () => {
    const { figures } = effect(facts('Có {{figure "tram"}} trạm.'), [
      correction('ca-mau', 'ho-so', { state: 'pending', reason: 'rà soát' }),
      correction('an-giang', 'ke-hoach', value('yes'), '2024-10', 2),
    ]);
    expect(
      figures.map(({ where, what, printed, now }) => `${where}: ${what}: ${printed} → ${now}`),
    ).to.deep.equal([
      'Phụ lục “Số liệu”, bảng “Hồ sơ”: An Giang, Ban hành kế hoạch: Chưa → Có',
      'Phụ lục “Số liệu”, bảng “Hồ sơ”: Cà Mau, Số hồ sơ: 100 → ...',
      'Phụ lục “Số liệu”, bảng “Hồ sơ”: Tổng hợp, Số hồ sơ: 1.000 → [chưa đủ số liệu: Cà Mau]',
      'Phụ lục “Số liệu”, bảng “Hồ sơ”: Tổng hợp, Ban hành kế hoạch: 2/4 → 3/4',
    ]);
  });

  it('is nothing where the edition was compiled with it, or is older', () => {
    const own = correction('ha-noi', 'ho-so', value('200'));
    const published = facts('Có {{figure "ho-so" of="tinh"}} hồ sơ.');
    expect(effect({ ...published, corrections: [own] }, [own]).figures).to.deep.equal([]);
    expect(effect(published, [{ ...own, period: '2024-11' }]).figures).to.deep.equal([]);
  });

  it('counts contradictions that were not there before', () => {
    const checks = [{ id: 'phan', kind: 'at-most', part: 'truc-tuyen', whole: 'ho-so' }] as const;
    const published = facts('Có {{figure "tram"}} trạm.', { definition: { checks } });
    const { contradictions } = effect(published, [correction('ha-noi', 'ho-so', value('200'))]);
    expect(contradictions.map(({ id }) => id)).to.deep.equal(['phan:ha-noi']);
  });
});

/** Every printed text, and every finding. */
function said({ model, findings }: Compilation): unknown {
  return { texts: runsOf(model).map(({ text }) => text), findings: findings.map(({ id }) => id) };
}

describe('facts with corrections', () => {
  const TEXT =
    'Có {{figure "ho-so" of="tinh"}} hồ sơ, {{change "ho-so" versus="previous" of="tinh"}}; {{figure "ho-so" span="ytd" of="tinh"}}; {{figure "ho-so" span="cumulative" of="tinh"}}; {{figure "ty-le" of="tinh"}}; {{list "ke-hoach" of="tinh"}}.';
  const amounts = fc.record(
    Object.fromEntries(PROVINCES.map((id) => [id, fc.integer({ min: 0, max: 5000 })])),
  );
  const months = fc.record({ august: amounts, september: amounts, october: amounts });

  const text = (values: Readonly<Record<string, number>>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([id, amount]) => [id, String(amount)]));
  const total = (values: Readonly<Record<string, number>>): number =>
    Object.values(values).reduce((left, right) => left + right, 0);

  /** August is in history with the totals up to it, September in figures, October in papers. */
  const factsOf = (
    {
      august,
      september,
      october,
    }: Readonly<Record<'august' | 'september' | 'october', Readonly<Record<string, number>>>>,
    published: number,
  ): Facts =>
    facts(TEXT, {
      answers: {
        'F-TINH': Object.fromEntries(
          Object.entries(text(october)).map(([id, amount]) => [id, { 'ho-so': amount }]),
        ),
      },
      facts: {
        earlier: [
          ...earlier('ho-so', '2024-08', text(august)),
          ...earlier('ho-so', '2024-09', text(september)),
        ],
        history: history(
          `ho-so@2024-08:ytd/tinh = ${published}`,
          `ho-so@2024-08:cumulative/tinh = ${published * 3}`,
        ),
      },
    });

  it('give the report that the right values would have given at once', () => {
    fc.assert(
      fc.property(months, months, (wrong, right) => {
        const before = total(wrong.august) + 10_000;
        const corrections = (['august', 'september', 'october'] as const).flatMap((month, place) =>
          PROVINCES.map((id, index) => ({
            ...correction(
              id,
              'ho-so',
              value(String(right[month][id])),
              `2024-${['08', '09', '10'][place]}`,
              place * 10 + index,
            ),
            from: value(String(wrong[month][id])),
          })),
        );
        const change = total(right.august) - total(wrong.august);
        const atOnce = factsOf(right, before);
        const sentAtOnce: Facts = {
          ...atOnce,
          history: history(
            `ho-so@2024-08:ytd/tinh = ${before + change}`,
            `ho-so@2024-08:cumulative/tinh = ${before * 3 + change}`,
          ),
        };
        const corrected = correctedFacts(factsOf(wrong, before), corrections);
        expect(said(compileReport(corrected, SETTINGS))).to.deep.equal(
          said(compileReport(sentAtOnce, SETTINGS)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
