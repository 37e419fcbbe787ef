/** Quarters, halves, nine months and a year are compiled from their months: from files to the report, on both databases. */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { createBook } from '../../src/domain/aggregation/book.ts';
import type { ChartDefinition } from '../../src/domain/definition.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { chartBlocks } from '../../src/domain/model/charts.ts';
import type { Runs } from '../../src/domain/model/report-model.ts';
import { narrateText } from '../../src/domain/narration/narrate.ts';
import { checkReports } from '../../src/workflow/check-reports.ts';
import { waive } from '../../src/workflow/desk.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readStatus } from '../../src/workflow/read-status.ts';
import { forEachDatabase } from '../databases.ts';
import { compiled, officeOn, REPORT, REPORTS_DIR, tableOf, textOf, type Office } from './months.ts';

const MERGED = { 'cao-bang': 'có,12', 'tuyen-quang-2025': 'không,48' };
const Q1 = { 'cao-bang': 'có,3', 'ha-giang': 'không,6', 'tuyen-quang': 'có,6' };

/** Worked out by hand from test/nesting/months.ts. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '2025-01': ['Trong tháng 01/2025 tiếp nhận 311 hồ sơ./.'],
  '2025-Q1': [
    'Trong quý I năm 2025 (từ ngày 15/12/2024 đến ngày 14/3/2025) tiếp nhận 966 hồ sơ, bình quân 10,7 hồ sơ một ngày, từ đầu năm 966 hồ sơ, trong đó 47,2% trực tuyến; nhiều nhất là Tuyên Quang (600), Cao Bằng (306).',
    'Đến ngày 14/3/2025 có 38 trạm. 02/3 tỉnh đạt tỷ lệ trực tuyến, 02/3 tỉnh có kế hoạch; 15 lớp tập huấn.',
    'Có 05 sự kiện: Hội nghị (tỉnh Cao Bằng); Hội nghị (tỉnh Cao Bằng); Tập huấn (tỉnh Hà Giang); Giao ban (tỉnh Hà Giang); Hội nghị (tỉnh Cao Bằng)./.',
  ],
  '2025-Q2': [
    'Trong quý II năm 2025 (từ ngày 15/3/2025 đến ngày 14/6/2025) tiếp nhận 1.065 hồ sơ, bình quân 11,6 hồ sơ một ngày, từ đầu năm 2.031 hồ sơ, trong đó 43,7% trực tuyến; nhiều nhất là Tuyên Quang (600), Cao Bằng (315).',
    'Đến ngày 14/6/2025 có 41 trạm. 02/3 tỉnh đạt tỷ lệ trực tuyến, 03/3 tỉnh có kế hoạch; 15 lớp tập huấn.',
    `Có 03 sự kiện: ${meetings(3)}./.`,
  ],
  '2025-H1': [
    'Trong 6 tháng đầu năm 2025 (từ ngày 15/12/2024 đến ngày 14/6/2025) tiếp nhận 2.031 hồ sơ, bình quân 11,2 hồ sơ một ngày, từ đầu năm 2.031 hồ sơ, trong đó 45,3% trực tuyến; nhiều nhất là Tuyên Quang (1.200), Cao Bằng (621).',
    'Đến ngày 14/6/2025 có 41 trạm. 02/3 tỉnh đạt tỷ lệ trực tuyến, 03/3 tỉnh có kế hoạch; 30 lớp tập huấn.',
    `Có 08 sự kiện: ${meetings(2)}; Tập huấn (tỉnh Hà Giang); Giao ban (tỉnh Hà Giang); ${meetings(4)}./.`,
  ],
  '2025-9M': [
    'Trong 9 tháng năm 2025 (từ ngày 15/12/2024 đến ngày 14/9/2025) tiếp nhận 3.279 hồ sơ, bình quân 12,0 hồ sơ một ngày, từ đầu năm 3.279 hồ sơ, trong đó 46,4% trực tuyến; nhiều nhất là Tuyên Quang (2.334), Cao Bằng (945).',
    'Đến ngày 14/9/2025 có 49 trạm. 02/2 tỉnh đạt tỷ lệ trực tuyến, 02/2 tỉnh có kế hoạch; 45 lớp tập huấn.',
    `Có 11 sự kiện: ${meetings(2)}; Tập huấn (tỉnh Hà Giang); Giao ban (tỉnh Hà Giang); ${meetings(7)}./.`,
  ],
  '2025-H2': [
    'Trong 6 tháng cuối năm 2025 (từ ngày 15/6/2025 đến ngày 14/12/2025) tiếp nhận 2.514 hồ sơ, bình quân 13,7 hồ sơ một ngày, từ đầu năm 4.545 hồ sơ, trong đó 47,7% trực tuyến; nhiều nhất là Tuyên Quang (1.857), Cao Bằng (657).',
    'Đến ngày 14/12/2025 có 52 trạm. 02/2 tỉnh đạt tỷ lệ trực tuyến, 02/2 tỉnh có kế hoạch; 30 lớp tập huấn.',
    `Có 06 sự kiện: ${meetings(6)}./.`,
  ],
  '2025': [
    'Trong năm 2025 (từ ngày 15/12/2024 đến ngày 14/12/2025) tiếp nhận 4.545 hồ sơ, bình quân 12,5 hồ sơ một ngày, từ đầu năm 4.545 hồ sơ, trong đó 46,7% trực tuyến; nhiều nhất là Tuyên Quang (3.267), Cao Bằng (1.278).',
    'Đến ngày 14/12/2025 có 52 trạm. 02/2 tỉnh đạt tỷ lệ trực tuyến, 01/2 tỉnh có kế hoạch; 60 lớp tập huấn.',
    `Có 14 sự kiện: ${meetings(2)}; Tập huấn (tỉnh Hà Giang); Giao ban (tỉnh Hà Giang); ${meetings(10)}./.`,
  ],
};

function meetings(count: number): string {
  return Array.from({ length: count }, () => 'Hội nghị (tỉnh Cao Bằng)').join('; ');
}

function lineOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}

function messages(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id, severity, message }) => `${severity} ${id}: ${message}`);
}

describe('periods that nest', () => {
  it('is a definition without a fault', async () => {
    expect(await checkReports(REPORTS_DIR, [])).to.deep.equal({ lines: [], checked: [REPORT] });
  });

  forEachDatabase((_name, open) => {
    let db: Database;
    let office: Office;
    beforeEach(async () => {
      db = await open();
      office = officeOn(db);
    });

    it('compiles a year of months, and all that lies between', async () => {
      for (let month = 1; month <= 12; month += 1) await office.month(month);
      await office.longer('2025-Q1', Q1);
      await office.longer('2025-Q2', { 'cao-bang': 'có,3', 'ha-giang': 'có,6', 'tuyen-quang': 'có,6' });
      await office.longer('2025-H1', { 'cao-bang': 'có,6', 'ha-giang': 'có,12', 'tuyen-quang': 'có,12' });
      await office.longer('2025-9M', { 'cao-bang': 'có,9', 'tuyen-quang-2025': 'có,36' });
      await office.longer('2025-H2', { 'cao-bang': 'có,6', 'tuyen-quang-2025': 'có,24' });
      await office.longer('2025', MERGED);
      const said: Record<string, readonly string[]> = {};
      for (const period of Object.keys(EXPECTED)) {
        const result = compiled(await office.facts(period));
        expect(messages(result.refusals), period).to.deep.equal([]);
        said[period] = textOf(result);
      }
      expect(said).to.deep.equal(EXPECTED);
      const year = compiled(await office.facts('2025'));
      expect(tableOf(year, 'theo-tinh-1')).to.deep.equal([
        ['1', 'Cao Bằng', '1.278', '46,9%', '22', '12', 'Có'],
        ['2', 'Tuyên Quang', '3.267', '46,6%', '30', '2', 'Chưa'],
        ['', 'Tổng hợp', '4.545', '46,7%', '52', '14', '1/2'],
      ]);
      // Six months of three bodies and six of two, and the two papers of the year.
      expect(tableOf(year, 'tong-hop-tinh-hinh-nop').at(-1)?.slice(1, 3)).to.deep.equal(['Tổng cộng', '32']);
      expect(inputsOf(year.ledger, 'ho-so@2025:period/*')).to.deep.equal(
        Array.from({ length: 12 }, (_, index) => `ho-so@2025-${String(index + 1).padStart(2, '0')}:period/*`),
      );
      expect(inputsOf(year.ledger, 'ho-so@2025-02:period/*')).to.deep.equal([
        'cell:2025-02/M-TINH/cao-bang/1/ho-so',
        'cell:2025-02/M-TINH/ha-giang/1/ho-so',
        'cell:2025-02/M-TINH/tuyen-quang/1/ho-so',
      ]);
      expect(inputsOf(year.ledger, 'ho-so@2025-02:period/tuyen-quang-2025')).to.deep.equal([
        'ho-so@2025-02:period/ha-giang',
        'ho-so@2025-02:period/tuyen-quang',
      ]);
    }).timeout(60_000);

    it('lacks in the quarter whoever lacked in a month, and takes what comes in later', async () => {
      await office.month(1);
      await office.month(2, { 'cao-bang': null });
      await office.month(3);
      await office.longer('2025-Q1', Q1);
      const refused = compiled(await office.facts('2025-Q1'));
      expect(messages(refused.refusals).slice(0, 1)).to.deep.equal([
        'hard missing:2025-02/M-TINH/cao-bang: Kỳ tháng 02/2025: Biểu M-TINH, tỉnh Cao Bằng: chưa nộp, quá hạn. Đề nghị đôn đốc đơn vị nộp phiếu, hoặc ghi quyết định miễn nộp.',
      ]);
      expect(textOf(refused)[0]).to.contain('tiếp nhận [chưa đủ số liệu: Cao Bằng] hồ sơ');
      const status = await readStatus(office, REPORT, '2025-Q1', '2025-04-20T08:00:00+07:00');
      expect(status.complete).to.equal(false);
      expect(status.forms.map(({ title, accepted, owed }) => `${title}: ${accepted}/${owed}`)).to.deep.equal([
        'Biểu tháng của tỉnh, tháng 01/2025: 3/3',
        'Biểu tháng của tỉnh, tháng 02/2025: 2/3',
        'Biểu tháng của tỉnh, tháng 3/2025: 3/3',
        'Biểu kỳ của tỉnh: 3/3',
      ]);

      await waive(office, REPORT, '2025-02', 'cao-bang', { reason: 'bão lũ' });
      const partial = compiled(await office.facts('2025-Q1'));
      // Both parts of the rate leave out the same body in the same month: 406 of 864.
      expect(textOf(partial)[0]).to.contain('tiếp nhận 864 hồ sơ').and.to.contain('47,0% trực tuyến');
      expect(tableOf(partial, 'theo-tinh-1')[0]).to.deep.equal([
        '1',
        'Cao Bằng',
        'miễn',
        'miễn',
        '13',
        'miễn',
        'Có',
      ]);

      await office.send(2, { 'cao-bang': '102,50,12,1' });
      const whole = compiled(await office.facts('2025-Q1'));
      expect(messages(whole.refusals)).to.deep.equal([]);
      expect(textOf(whole)[0]).to.contain('tiếp nhận 966 hồ sơ');

      // A corrected month corrects its quarter.
      await office.send(2, { 'ha-giang': '120,2,5,2' });
      expect(textOf(compiled(await office.facts('2025-Q1')))[0]).to.contain('tiếp nhận 1.066 hồ sơ');
    }).timeout(60_000);

    it('says who reported in its months: each body once, by the worst of its papers', async () => {
      await office.month(5);
      await office.month(6, { 'ha-giang': null });
      await office.month(7, { 'cao-bang': null });
      await waive(office, REPORT, '2025-06', 'ha-giang', { reason: 'bão lũ' });
      await office.month(8);
      await office.month(9);
      const chart: ChartDefinition = {
        id: 'nop',
        kind: 'completeness',
        caption: 'Tình hình nộp',
        description: 'Tình hình nộp',
      };
      const said = async (period: string): Promise<readonly string[]> => {
        await openPeriod(office, REPORT, period);
        const facts = await office.facts(period);
        const text = '{{submissions "M-TINH"}}; {{submitters "M-TINH" state="missing"}}';
        const book = createBook({
          ...facts,
          definition: { ...facts.definition, texts: { a: text }, charts: [chart] },
        });
        const [paragraph] = narrateText(book, 'a').paragraphs;
        const [drawn] = chartBlocks(book, book.standing, 'nop');
        const bars = drawn?.series.map(({ name, values }) => `${lineOf(name)}: ${values.join(', ')}`) ?? [];
        return [lineOf(paragraph?.runs ?? []), (drawn?.categories ?? []).map(lineOf).join(', '), ...bars];
      };
      // Papers of May came on 16 January: long before they were due. The quarter's own form has not come.
      expect(await said('2025-Q2')).to.deep.equal([
        '02/3; không có',
        'Biểu tháng của tỉnh, Biểu kỳ của tỉnh',
        'Đúng hạn: 2, 0',
        'Được miễn nộp: 1, 0',
        'Chưa nộp đủ: 0, 3',
      ]);
      // Hà Giang and Tuyên Quang are one from July.
      expect((await said('2025-Q3')).slice(0, 1)).to.deep.equal(['01/2; Cao Bằng']);
      expect((await said('2025-9M')).slice(0, 1)).to.deep.equal(['0/2; Cao Bằng']);
    }).timeout(60_000);

    it('carries rows forward from the month before the quarter, each matter as it stands last', async () => {
      for (const month of [3, 4, 5, 6]) await office.month(month);
      await openPeriod(office, REPORT, '2025-Q2');
      const facts = await office.facts('2025-Q2');
      expect(facts.previous.map(({ id }) => id)).to.deep.equal([
        '2025-03/M-TINH/cao-bang/1',
        '2025-03/M-TINH/ha-giang/1',
        '2025-03/M-TINH/tuyen-quang/1',
      ]);
      const printed = (own: Facts, options: string): string => {
        const texts = { a: `{{#rows "su-kien" ${options}}}{{cell "noi-dung"}}{{else}}không có{{/rows}}` };
        const book = createBook({ ...own, definition: { ...own.definition, texts } });
        return lineOf(narrateText(book, 'a').paragraphs.flatMap(({ runs }) => runs));
      };
      const carried = 'carried="noi-dung=Hội nghị"';
      expect(printed(facts, '')).to.equal('Hội nghị; Hội nghị; Hội nghị');
      expect(printed(facts, carried)).to.equal('Hội nghị');
      const silent: Facts = {
        ...facts,
        parts: (facts.parts ?? []).map((part) => ({
          ...part,
          submissions: part.submissions.map((own) => ({
            ...own,
            revision: { ...own.revision, tables: { 'su-kien': [] } },
          })),
        })),
      };
      expect([printed(silent, ''), printed(silent, carried)]).to.deep.equal(['Không có', 'Hội nghị']);
    }).timeout(60_000);

    it('finds what was asked both ways and does not agree, with both places', async () => {
      for (let month = 1; month <= 3; month += 1) await office.month(month);
      await office.longer('2025-Q1', { ...Q1, 'ha-giang': 'không,7' });
      const { refusals } = compiled(await office.facts('2025-Q1'));
      expect(messages(refusals)).to.deep.equal([
        'hard asked-twice:K-TINH/ha-giang/tap-huan: Biểu K-TINH, Hà Giang, ô “Số lớp tập huấn” = 7, không bằng tổng các kỳ tháng là 6: biểu M-TINH của tháng 01/2025, Hà Giang, ô “Số lớp tập huấn” = 2; biểu M-TINH của tháng 02/2025, Hà Giang, ô “Số lớp tập huấn” = 2; biểu M-TINH của tháng 3/2025, Hà Giang, ô “Số lớp tập huấn” = 2. Đề nghị kiểm tra lại cả hai chỗ và sửa chỗ sai.',
      ]);
      expect(
        refusals[0]?.places.flatMap((place) => (place.kind === 'cell' ? [place.revision] : [])),
      ).to.deep.equal([
        '2025-Q1/K-TINH/ha-giang/1',
        '2025-01/M-TINH/ha-giang/1',
        '2025-02/M-TINH/ha-giang/1',
        '2025-03/M-TINH/ha-giang/1',
      ]);
    }).timeout(60_000);

    it('says which month was never opened, and takes nothing for it', async () => {
      await office.month(1);
      await office.month(3);
      await office.longer('2025-Q1', Q1);
      const { findings, model } = compiled(await office.facts('2025-Q1'));
      expect(messages(findings).filter((line) => line.includes('part:'))).to.deep.equal([
        'soft part:2025-02: Báo cáo quý I/2025 được tổng hợp từ các kỳ ngắn hơn, nhưng kỳ tháng 02/2025 chưa được mở nên chỉ có thể lấy số liệu lịch sử. Đề nghị mở kỳ ấy và nhập phiếu, hoặc ghi lý do lấy số liệu lịch sử.',
      ]);
      expect(textOf({ model })[0]).to.contain('tiếp nhận [chưa có số liệu');
    }).timeout(60_000);

    it('does not guess the days off of a year that the calendar does not have', async () => {
      for (const period of ['2026-01', '2026-Q1', '2026']) {
        const refused = await openPeriod(office, REPORT, period).catch((error: unknown) => String(error));
        expect(refused).to.contain('Chưa có lịch nghỉ của năm 2026').and.to.contain('reports/calendar.yaml');
      }
    });
  });
});

function inputsOf(ledger: Ledger, id: string): readonly string[] | undefined {
  return ledger.entries[id]?.inputs;
}
