/** What holds for every report, shown on one that uses every helper, annex and chart over complete and over broken answers. */
import { expect } from 'chai';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { AnnexDefinition, ChartDefinition } from '../../src/domain/definition.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { EditionSettings } from '../../src/domain/model/edition.ts';
import { figureIds, runsOf } from '../../src/domain/model/runs.ts';
import { TEXT_HELPERS } from '../../src/domain/narration/narrate.ts';
import {
  BLANK,
  earlier,
  EXEMPT,
  history,
  MISSING,
  NONE,
  PENDING,
  REPORT,
  tinyFacts,
  type Tiny,
} from './tiny-facts.ts';

const TEXT = `
Có {{figure "ho-so" word="hơn" scale="nghìn" decimals=1}} hồ sơ, {{change "ho-so" versus="previous"}} so với {{periodName at="previous"}}
({{base "ho-so" versus="previous"}}), {{change "ho-so" versus="year-ago" as="times"}}; các năm: {{series "ho-so" years=1}};
mỗi ngày {{figure "can-cuoc" per="day"}}; lũy kế từ {{since "can-cuoc"}}: {{figure "can-cuoc" span="cumulative"}}.

Đạt {{figure "ty-le" of="tinh"}}, bằng {{achieved "ty-le" of="tinh"}} mục tiêu {{target "ty-le"}}; {{outOf "truc-tuyen" of="tinh"}}.

{{#ifAny "ke-hoach" of="tinh"}}{{count "ke-hoach" of="tinh"}} tỉnh, gồm: {{list "ke-hoach" of="tinh" last=" và "}};
{{bodies "ke-hoach" of="tinh" noun="địa phương"}}; {{most "ke-hoach" of="tinh"}}; {{top "ho-so" of="tinh"}} (chiếm {{portion "ho-so" of="tinh"}}, {{compare "ho-so" of="tinh" withOf="bo" as="times"}} khối bộ){{/ifAny}}{{#ifAll "ke-hoach"}} tất cả{{/ifAll}}{{#ifOne "ke-hoach"}} một{{/ifOne}}.
Đạt {{share "ke-hoach" of="tinh"}}; còn {{count "ke-hoach" of="tinh" answer="no"}}{{#ifComparable "ho-so" versus="previous"}}; so được{{/ifComparable}}{{#ifChange "ho-so" versus="previous" is="tăng"}}; tăng{{/ifChange}}{{#ifReached "ty-le" of="tinh"}}; đạt mục tiêu{{/ifReached}}.

Có {{submissions "F-TINH"}} báo cáo của {{submitters "F-TINH"}}{{#ifSubmissions "F-TINH" state="missing"}}, còn {{submissions "F-TINH" state="missing" total=false}}{{/ifSubmissions}}.

Văn bản: {{documentCounts "van-ban"}}: {{documents "van-ban"}}; {{rowCount "su-kien"}} sự kiện:
{{#rows "su-kien"}}{{#ifCell "ngay"}}{{cell "ngay"}}, {{/ifCell}}{{cell "noi-dung"}}{{/rows}}.

**Theo {{body "CA-1"}}, {{annex "tinh"}}:**  {{cite "Nghị định số 1/2024/NĐ-CP"}}, {{date "2024-01-01"}}, {{name "5G"}}, {{window "lech"}}, năm {{year}}, {{asOf "tram"}}.

- {{narrative "ton-tai" of="tinh"}}`;

const ANNEXES: readonly AnnexDefinition[] = [
  { id: 'nop', title: 'Tình hình nộp', kind: 'completeness' },
  {
    id: 'tinh',
    title: 'Số liệu của tỉnh năm 2024',
    kind: 'bodies',
    of: 'tinh',
    chart: 'cot',
    tables: [
      {
        title: 'Bảng 1',
        columns: [
          'ho-so',
          'truc-tuyen',
          'tong',
          'truc-tiep',
          'ty-le',
          'tram',
          'ke-hoach',
          'tien-do',
          'ton-tai',
        ].map((indicator) => ({ indicator })),
      },
    ],
  },
  {
    id: 'ss',
    title: 'So sánh',
    kind: 'comparison',
    rows: [{ indicator: 'ho-so' }, { indicator: 'ty-le', of: 'tinh' }],
  },
  { id: 'ghi-chu', title: 'Ghi chú', kind: 'notes' },
];
const CHARTS: readonly ChartDefinition[] = [
  {
    id: 'dien-bien',
    kind: 'trend',
    indicator: 'ho-so',
    periods: 3,
    caption: 'Diễn biến năm 2024',
    description: '',
  },
  { id: 'cot', kind: 'bodies', indicator: 'ho-so', of: 'tinh', caption: 'Theo tỉnh', description: '' },
  { id: 'nop', kind: 'completeness', caption: 'Tình hình nộp', description: '' },
];

const COMPLETE: Tiny = {
  indicators: {
    'can-cuoc': { since: '2024-10-01', scale: 'triệu', decimals: 1 },
    'truc-tuyen': { outOf: 'ho-so' },
    'ty-le': { targets: [{ year: '2024', value: '80', source: 'Kế hoạch' }] },
  },
  report: {
    document: { ...REPORT.document, grounds: ['Căn cứ {{cite "Nghị định số 09/2019/NĐ-CP"}};'] },
    outline: [
      { id: 'phan-1', heading: 'Kết quả năm 2024', text: 'x.hbs', table: 'bang', chart: 'dien-bien' },
    ],
  },
  definition: {
    texts: { 'x.hbs': TEXT },
    annexes: ANNEXES,
    tables: [{ id: 'bang', title: 'Bảng năm 2024', kind: 'comparison', rows: [{ indicator: 'ho-so' }] }],
    charts: CHARTS,
  },
  rows: {
    'CA-1/bo-cong-an': {
      'van-ban': [
        { loai: 'nghi-dinh', so: '5/2024/NĐ-CP', ngay: '2024-10-02', 'trich-yeu': 'quy định 1 việc' },
      ],
      'su-kien': [{ ngay: '2024-10-05', 'noi-dung': 'khai trương mạng 5G' }],
    },
  },
  answers: { 'F-TINH': { 'ha-noi': { 'ton-tai': 'Thiếu 3 người.' } } },
  facts: {
    history: history('ho-so@2024-09 = 1000', 'ho-so@2023-10 = 900', 'ho-so@2024-08 = 950 ~10'),
    earlier: earlier('ty-le', '2024-09', {}),
  },
};
const BROKEN: Tiny = {
  ...COMPLETE,
  answers: {
    'F-TINH': {
      'ha-noi': { 'ho-so': PENDING, 'ton-tai': 'Thiếu 3 người.' },
      'dak-lak': { 'ke-hoach': EXEMPT, 'truc-tuyen': EXEMPT, tram: NONE },
      'an-giang': { 'ho-so': BLANK },
      'ca-mau': MISSING,
    },
    'F-BO': { 'bo-y-te': MISSING },
  },
  receivedAt: { 'F-BO/bo-noi-vu': '2024-11-09T08:00:00+07:00' },
  states: { 'F-BO/bo-cong-an': 'returned' },
  facts: {
    waivers: [{ entity: 'ca-mau', reason: 'bão số 3', at: '' }],
    justifications: [{ finding: 'pending:F-TINH/ha-noi/ho-so', reason: 'hẹn ngày 10/11', at: '' }],
  },
};
const NOTHING: Tiny = {
  ...COMPLETE,
  answers: {
    'F-TINH': { 'ha-noi': MISSING, 'dak-lak': MISSING, 'an-giang': MISSING, 'ca-mau': MISSING },
    'F-BO': { 'bo-y-te': MISSING, 'bo-cong-an': MISSING, 'bo-noi-vu': MISSING },
    'CA-1': { 'bo-cong-an': MISSING },
  },
  facts: {},
};

const FINAL: EditionSettings = {
  kind: 'final',
  at: '2024-11-12T08:00:00+07:00',
  illustrative: false,
  document: { date: '2024-11-12', number: '5' },
};
const DRAFT: EditionSettings = { ...FINAL, kind: 'draft' };
const SAMPLE: EditionSettings = { ...FINAL, illustrative: true };

const REPORTS: readonly (readonly [string, Tiny, EditionSettings])[] = [
  ['a complete final', COMPLETE, FINAL],
  ['a sample', COMPLETE, SAMPLE],
  ['a draft with gaps', BROKEN, DRAFT],
  ['a draft before anything came', NOTHING, DRAFT],
  ['a draft of a year', { ...COMPLETE, period: '2024' }, DRAFT],
];

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
const frozenFacts = (tiny: Tiny): Facts => frozen(tinyFacts(tiny));

/** Kinds of entries that stand for something sent, published, set or decided, and lead no further. */
const LEAVES = ['cell', 'row', 'history', 'target', 'roster', 'days', 'submission', 'finding'];

/** Entries without inputs that are no leaves: the number was computed from nothing. */
function rootless({ ledger }: Compilation): readonly string[] {
  return Object.values(ledger.entries)
    .filter(({ inputs, kind, value }) => inputs.length === 0 && !LEAVES.includes(kind) && value !== null)
    .map(({ id, kind, value }) => `${kind} ${id} = ${value}`);
}

describe('a compiled report', () => {
  it('of this test uses every helper', () => {
    const unused = Object.keys(TEXT_HELPERS).filter((name) => !new RegExp(`\\{\\{#?${name}[ }]`).test(TEXT));
    expect(unused).to.deep.equal([]);
  });

  for (const [about, tiny, edition] of REPORTS)
    describe(about, () => {
      const facts = frozenFacts(tiny);
      const compiled = compileReport(facts, edition);

      it('is the same for the same facts, and changes none of them', () => {
        expect(compileReport(frozenFacts(tiny), edition)).to.deep.equal(compiled);
        expect(JSON.stringify(compileReport(facts, edition))).to.equal(JSON.stringify(compiled));
      });

      it('is plain data: written and read again it is what it was', () => {
        expect(JSON.parse(JSON.stringify(compiled))).to.deep.equal(compiled);
      });

      it('has no digit in prose', () => {
        const prose = runsOf(compiled.model).filter((run) => run.kind === 'text' && /\d/.test(run.text));
        expect(prose).to.deep.equal([]);
      });

      it('has no empty run and nothing that is no number', () => {
        const texts = runsOf(compiled.model).map(({ text }) => text);
        expect(texts.filter((text) => /NaN|undefined|null|Infinity|\uE000|\{\{/.test(text))).to.deep.equal(
          [],
        );
        expect(texts.filter((text) => text === '')).to.deep.equal([]);
      });

      it('every figure leads down to what was sent, published or decided', () => {
        const ids = figureIds(compiled.model);
        expect(ids).to.not.deep.equal([]);
        expect(ids.filter((id) => compiled.ledger.entries[id] === undefined)).to.deep.equal([]);
        const lost = Object.values(compiled.ledger.entries).flatMap(({ inputs }) =>
          inputs.filter((input) => compiled.ledger.entries[input] === undefined),
        );
        expect(lost).to.deep.equal([]);
        expect(rootless(compiled).filter((line) => !/^(count|rows) .* = 0$/.test(line))).to.deep.equal([]);
      });

      it('a figure prints what its ledger entry shows', () => {
        const wrong = runsOf(compiled.model).flatMap((run) => {
          if (run.kind !== 'figure') return [];
          const shown = compiled.ledger.entries[run.ledger]?.display?.text ?? '';
          // A sentence may give it a capital.
          return shown.toLocaleLowerCase('vi') === run.text.toLocaleLowerCase('vi')
            ? []
            : [`${run.text} ≠ ${shown}`];
        });
        expect(wrong).to.deep.equal([]);
      });
    });

  it('a complete one may be issued; one with gaps may not', () => {
    const justifications = [{ finding: 'quoted:F-TINH/ha-noi/ton-tai', reason: 'đã rà soát', at: '' }];
    const issued = compileReport(
      tinyFacts({ ...COMPLETE, facts: { ...COMPLETE.facts, justifications } }),
      FINAL,
    );
    expect(issued.refusals).to.deep.equal([]);
    expect(runsOf(issued.model).filter(({ kind }) => kind === 'missing')).to.deep.equal([]);
    expect(compileReport(tinyFacts(BROKEN), FINAL).refusals).to.not.deep.equal([]);
  });

  it('a final whose sentence has a gap is refused, also when all have reported', () => {
    const { refusals, completeness } = compileReport(tinyFacts({ ...COMPLETE, facts: {} }), FINAL);
    expect(completeness.complete).to.equal(true);
    expect(refusals.map(({ check }) => check)).to.include('unprinted');
  });

  it('carries what the edition and the definition say', () => {
    const { model } = compileReport(tinyFacts(COMPLETE), SAMPLE);
    expect([model.report, model.period, model.kind, model.illustrative, model.at, model.title]).to.deep.equal(
      ['thu', '2024-10', 'final', true, FINAL.at, 'BÁO CÁO Tình hình tháng 10 năm 2024'],
    );
    expect(model.grounds.map((runs) => runs.map(({ text }) => text).join(''))).to.deep.equal([
      'Căn cứ Nghị định số 09/2019/NĐ-CP;',
    ]);
  });
});
