/**
 * The national bulletin over the rearrangements of 1 March 2025 (22 → 17 ministries) and 1 July 2025 (63 → 34
 * provinces): its own definition, complete months made in code (illustrative), from CSV files to finals.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { connect, type Database } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { loadDefinition } from '../../src/definitions/load.ts';
import { createBook, type Book } from '../../src/domain/aggregation/book.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { Definition } from '../../src/domain/definition.ts';
import type { Entity } from '../../src/domain/entity.ts';
import type { Block, Runs } from '../../src/domain/model/report-model.ts';
import { partsOf } from '../../src/domain/model/runs.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import { readPdf } from '../render/read-pdf.ts';
import { openBrowser, type Browser } from '../../src/render/browser.ts';
import { compileEdition } from '../../src/workflow/compile-edition.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import { historyFile, periodFile, PERIODS, RECOMMENDATIONS } from './bulletin-desk.ts';
import { monthsOfBulletin, type Months } from './bulletin-months.ts';
import { notesOf, paragraphsOf, valueIn } from './series-office.ts';

const REPORTS = join(import.meta.dirname, '../../reports');
const REPORT = 'chuyen-doi-so';
/** Those of which a report is made; July 2024 is only the same month of the year before. */
const COMPILED = ['2025-02', '2025-03', '2025-06', '2025-07'] as const;
type Month = (typeof COMPILED)[number];

/** Who owes what: bodies of the common forms, and owners of the others. */
const COMMON = ['VPCP-1', 'VPCP-2', 'VPCP-3', 'VPCP-4', 'VPCP-5'].map((form) => [
  form,
  'van-phong-chinh-phu',
]);
const STAY = [...COMMON, ['BCA-1', 'bo-cong-an'], ['BYT-1', 'bo-y-te'], ['BTP-1', 'bo-tu-phap']];
const BEFORE = [
  ...STAY,
  ['TTTT-1', 'bo-thong-tin-va-truyen-thong'],
  ['TTTT-2', 'bo-thong-tin-va-truyen-thong'],
  ['TTTT-3', 'bo-thong-tin-va-truyen-thong'],
  ['BNV-1', 'bo-noi-vu'],
  ['BTNMT-1', 'bo-tai-nguyen-va-moi-truong'],
];
const AFTER = [
  ...STAY,
  ['KHCN-1', 'bo-khoa-hoc-va-cong-nghe-2025'],
  ['KHCN-2', 'bo-khoa-hoc-va-cong-nghe-2025'],
  ['BCA-2', 'bo-cong-an'],
  ['BNV-2', 'bo-noi-vu-2025'],
  ['NNMT-1', 'bo-nong-nghiep-va-moi-truong'],
];

const COMMITTEE = 'Ủy ban Quốc gia về chuyển đổi số';
const BOARD =
  'Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06';

interface Expected {
  readonly provinces: number;
  readonly ministries: number;
  /** Thanh tra Chính phủ has nothing to do online. */
  readonly online: number;
  readonly owners: readonly (readonly string[])[];
  readonly addressee: string;
  readonly date: string;
}
const EXPECTED: Readonly<Record<Month, Expected>> = {
  '2025-02': {
    provinces: 63,
    ministries: 22,
    online: 21,
    owners: BEFORE,
    addressee: COMMITTEE,
    date: 'Hà Nội, ngày 12 tháng 3 năm 2025',
  },
  '2025-03': {
    provinces: 63,
    ministries: 17,
    online: 16,
    owners: AFTER,
    addressee: BOARD,
    date: 'Hà Nội, ngày 14 tháng 4 năm 2025',
  },
  '2025-06': {
    provinces: 63,
    ministries: 17,
    online: 16,
    owners: AFTER,
    addressee: BOARD,
    date: 'Hà Nội, ngày 10 tháng 7 năm 2025',
  },
  '2025-07': {
    provinces: 34,
    ministries: 17,
    online: 16,
    owners: AFTER,
    addressee: BOARD,
    date: 'Hà Nội, ngày 12 tháng 8 năm 2025',
  },
};

describe('the national bulletin across 1 March and 1 July 2025', function () {
  this.timeout(120_000);
  let folder: string;
  let db: Database;
  let workplace: Workplace;
  let definition: Definition;
  let months: Months;
  const books = new Map<string, Book>();
  const reports = new Map<string, Compilation>();
  let browser: Promise<Browser> | undefined;
  const sharedBrowser = (): Promise<Browser> => (browser ??= openBrowser());
  const bookOf = (month: Month): Book => found(books, month);
  const reportOf = (month: Month): Compilation => found(reports, month);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-hop-bulletin-'));
    db = await connect(':memory:', { create: true });
    await migrate(db);
    const loaded = await loadDefinition(REPORTS, REPORT);
    if (!loaded.ok) throw new Error('the bulletin does not load');
    ({ definition } = loaded);
    months = monthsOfBulletin(definition);
    workplace = { db, reportsDir: REPORTS, actor: 'test', now: () => '2025-10-20T08:00:00+07:00' };
    for (const [index, period] of Object.keys(PERIODS).entries()) {
      const dir = join(folder, period);
      await months.write(dir, period, {
        'period.yaml': periodFile(period),
        ...RECOMMENDATIONS[period],
        ...(index === 0 ? { 'history.csv': historyFile(definition, months) } : {}),
      });
      await importSubmissions(workplace, REPORT, period, [dir]);
    }
    for (const month of COMPILED) {
      const { facts, pinned } = await readFacts(workplace, REPORT, month);
      const { date = '' } = pinned.settings.document;
      books.set(month, createBook(facts));
      reports.set(
        month,
        compileReport(facts, {
          kind: 'final',
          at: facts.period.publish,
          illustrative: true,
          document: { date },
        }),
      );
    }
  });
  after(async () => {
    await (await browser)?.close();
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  for (const month of COMPILED) {
    const { provinces, ministries, online, owners, addressee, date } = EXPECTED[month];

    it(`${month}: is owed by those who are there, in full, and nothing is found`, () => {
      const { completeness, findings } = reportOf(month);
      const bodies = (form: string): readonly string[] =>
        completeness.forms.filter((owed) => owed.form === form).map(({ entity }) => entity);
      expect([bodies('F-TINH').length, bodies('F-BO').length]).to.deep.equal([provinces, ministries]);
      const others = completeness.forms.filter(({ form }) => form !== 'F-TINH' && form !== 'F-BO');
      expect(others.map(({ form, entity }) => [form, entity])).to.have.deep.members([...owners]);
      expect(completeness.complete).to.equal(true);
      expect(findings.map(({ id }) => id)).to.deep.equal([]);
    });

    it(`${month}: prints M of the month`, () => {
      const text = paragraphsOf(reportOf(month)).join('\n');
      expect(text).to.contain(
        `phê duyệt của ${ministries}/${ministries} bộ, cơ quan ngang bộ và ${provinces}/${provinces} tỉnh, thành phố`,
      );
      expect(text).to.contain(
        `${provinces}/${provinces} địa phương và ${online}/${online} bộ, ngành có thủ tục`,
      );
      expect(text).to.match(new RegExp(`\\d+/${provinces} địa phương đã ban hành chính sách giảm`));
      expect(text).to.match(new RegExp(`\\d+/${provinces + online} bộ, tỉnh, thành phố có thủ tục`));
    });

    it(`${month}: is issued by the ministry of the document's day`, () => {
      const { letterhead, closing } = reportOf(month).model;
      expect([
        letterhead.agency,
        letterhead.number.map(({ text }) => text.trim()).join(' '),
        letterhead.placeAndDate.map(({ text }) => text).join(''),
        letterhead.addressees,
        closing.authority,
      ]).to.deep.equal([
        'BỘ KHOA HỌC VÀ CÔNG NGHỆ',
        'Số: /BC-BKHCN',
        date,
        ['Chính phủ', 'Thủ tướng Chính phủ', addressee],
        ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
      ]);
      const [first = '', ...rest] = paragraphsOf(reportOf(month));
      expect(first).to.contain('Bộ Khoa học và Công nghệ báo cáo tình hình chuyển đổi số quốc gia');
      expect(rest.at(-1)).to.contain('Bộ Khoa học và Công nghệ kính trình Chính phủ');
    });

    it(`${month}: names nobody who is gone, but where it says so`, () => {
      const day = lastDays[month];
      const living = new Set(definition.entities.filter((one) => isThere(one, day)).flatMap(namesOf));
      const gone = definition.entities
        .filter((one) => !isThere(one, day))
        .flatMap(namesOf)
        .filter((name) => !living.has(name));
      const { letterhead, closing, blocks, annexes } = reportOf(month).model;
      const told = [
        letterhead.agency,
        ...letterhead.addressees,
        ...closing.recipients.map(textOf),
        ...blocks.flatMap(textsIn),
        ...annexes.filter(({ id }) => id !== 'chat-luong').flatMap((annex) => annex.blocks.flatMap(textsIn)),
      ];
      const wrong = told.flatMap((text) => {
        const plain = text.replace(/\(kiến nghị của [^)]* trước sắp xếp\)/u, '');
        return gone.filter((name) => nameIn(name, plain)).map((name) => `${name}: ${text}`);
      });
      expect(wrong).to.deep.equal([]);
      if (month >= '2025-04') expect(told.filter((text) => text.includes(COMMITTEE))).to.deep.equal([]);
    });

    it(`${month}: totals are the sums of the files`, () => {
      const codes = Object.values(definition.indicators).filter(
        ({ code, nature, rows }) =>
          (nature === 'flow' || nature === 'stock') && !rows && months.total(code, month) > 0,
      );
      expect(codes.length).to.be.greaterThan(50);
      const book = bookOf(month);
      expect(codes.map(({ code }) => [code, valueIn(book, code)])).to.deep.equal(
        codes.map(({ code }) => [code, String(months.total(code, month))]),
      );
      const flows = ['attt-tan-cong-su-co', 'truc-vb-tong', 'ecabinet-phieu', 'cdvcqg-thanh-toan-so-tien'];
      expect(flows.map((code) => valueIn(book, code, { span: 'ytd' }))).to.deep.equal(
        flows.map((code) => String(months.yearToDate(code, month))),
      );
      const counted = flows.slice(1);
      expect(counted.map((code) => valueIn(book, code, { span: 'cumulative' }))).to.deep.equal(
        counted.map((code) => String(months.cumulative(code, month))),
      );
    });

    it(`${month}: prints everything`, () => {
      const { letterhead, blocks, annexes } = reportOf(month).model;
      const runs = [
        letterhead.subject,
        ...[...blocks, ...annexes.flatMap((one) => one.blocks)].flatMap(partsOf),
      ];
      expect(runs.flat().filter(({ kind }) => kind === 'missing')).to.deep.equal([]);
      expect(JSON.stringify(reportOf(month).model)).not.to.match(/NaN|undefined|\[chưa/);
    });
  }

  // Totals of the country, of provinces and of ministries, by label: this month, then the base of each comparison.
  const ROWS: readonly (readonly [label: string, indicator: string, span?: 'ytd' | 'cumulative'])[] = [
    ['Văn bản gửi, nhận trên Trục liên thông', 'truc-vb-tong'],
    ['Văn bản gửi, nhận trên Trục liên thông (từ đầu năm)', 'truc-vb-tong', 'ytd'],
    ['Văn bản gửi, nhận trên Trục liên thông (lũy kế)', 'truc-vb-tong', 'cumulative'],
    ['Dữ liệu hộ tịch đã số hóa', 'ho-tich-du-lieu-so-hoa'],
    ['Hồ sơ cán bộ, công chức, viên chức đã đồng bộ', 'cbccvc-ho-so-dong-bo'],
    ['Thôn lõm sóng', 'thon-lom-song'],
    ['Công dân tích hợp Sổ sức khỏe điện tử trên VNeID', 'so-suc-khoe-dien-tu-vneid'],
    ['Cuộc tấn công mạng gây ra sự cố', 'attt-tan-cong-su-co'],
    ['Cuộc tấn công mạng gây ra sự cố (từ đầu năm)', 'attt-tan-cong-su-co', 'ytd'],
  ];
  const pairs = [
    ['2025-03', '2025-02', 'previous'],
    ['2025-07', '2025-06', 'previous'],
    ['2025-07', '2024-07', 'year-ago'],
  ] as const;
  for (const [now, then, versus] of pairs) {
    it(`compares ${now} with ${then}, whoever was asked`, () => {
      const [base, change] = versus === 'previous' ? [4, 5] : [6, 7];
      const rows = ROWS.filter(([, , span]) => versus === 'previous' || span !== 'cumulative');
      const made = rows.map(([label, code, span]) => {
        const of =
          span === 'ytd' ? months.yearToDate : span === 'cumulative' ? months.cumulative : months.total;
        const [one, other] = [of(code, now), of(code, then)];
        return [label, grouped(one), grouped(other), percent(one, other)];
      });
      const seen = rows.map(([label]) => {
        const cells = comparison(reportOf(now), label);
        return [cells[1], cells[3], cells[base], cells[change]];
      });
      expect(seen).to.deep.equal(made);
    });

    it(`compares ${now} with ${then} also where a body has nothing to answer`, () => {
      const [base, change] = versus === 'previous' ? [4, 5] : [6, 7];
      const label = 'Tỷ lệ hồ sơ trực tuyến toàn trình cả nước';
      const [part, whole] = ['ho-so-toan-trinh', 'tong-ho-so'];
      const share = (100 * months.total(part, then)) / months.total(whole, then);
      const cells = comparison(reportOf(now), label);
      expect(cells[base]).to.equal(`${share.toFixed(1).replace('.', ',')}%`);
      expect(cells[change]).to.match(/^[+-]?\d+,\d đ\.%$/);
    });
  }

  it('does not compare numbers of bodies with those of other bodies, and says why', () => {
    const changeOf = (month: Month, label: string): string | undefined =>
      comparison(reportOf(month), label)[5];
    const provinces = 'Địa phương có chính sách giảm, miễn phí, lệ phí dịch vụ công trực tuyến';
    const ministries = 'Bộ, ngành kết nối Kho quản lý dữ liệu điện tử với Cổng Dịch vụ công quốc gia';
    const platform = 'Cơ quan, tổ chức kết nối Nền tảng tích hợp, chia sẻ dữ liệu quốc gia';
    expect([
      changeOf('2025-03', provinces),
      changeOf('2025-03', ministries),
      changeOf('2025-07', provinces),
      changeOf('2025-07', ministries),
      changeOf('2025-03', platform),
      changeOf('2025-07', platform),
    ]).to.deep.equal(['0%', 'không so sánh', 'không so sánh', '0%', 'không so sánh', 'không so sánh']);
    const notes = notesOf(reportOf('2025-07')).join('\n');
    expect(notes).to.contain('số đơn vị được tính thay đổi từ 63 thành 34');
    expect(notes).to.contain('từ kỳ này đếm các tỉnh, thành phố sau sắp xếp ngày 01/7/2025');
    // Nobody was asked these before July 2024: nothing is known, which is no matter of who was rearranged.
    expect(
      notesOf(reportOf('2025-03')).filter((note) => note.includes('chưa có hệ số phân bổ')),
    ).to.deep.equal([]);
  });

  it('counts districts up to June 2025 only', () => {
    const land = (month: Month): string | undefined =>
      paragraphsOf(reportOf(month)).find((text) => text.startsWith('Về dữ liệu đất đai'));
    expect(land('2025-06')).to.contain('Bộ Nông nghiệp và Môi trường, 559/782 đơn vị hành chính cấp huyện');
    expect(land('2025-07')).to.equal(
      'Về dữ liệu đất đai, theo số liệu của các địa phương và Bộ Nông nghiệp và Môi trường, cả nước đã số hóa trên 53 triệu thửa đất.',
    );
    expect(JSON.stringify(reportOf('2025-07').model)).not.to.match(/huyện/iu);
  });

  it('carries recommendations of bodies that are gone, and says that they were of before', () => {
    const carried = (month: Month): readonly string[] =>
      paragraphsOf(reportOf(month)).filter((text) => text.includes('(kiến nghị của'));
    expect(COMPILED.map(carried)).to.deep.equal([
      ['Ban hành kế hoạch dữ liệu của địa phương (kiến nghị của Bộ Thông tin và Truyền thông).'],
      [
        'Ban hành kế hoạch dữ liệu của địa phương (kiến nghị của Bộ Thông tin và Truyền thông trước sắp xếp).',
      ],
      ['Hỗ trợ kinh phí phủ sóng di động tại các thôn vùng cao (kiến nghị của tỉnh Hà Giang).'],
      ['Hỗ trợ kinh phí phủ sóng di động tại các thôn vùng cao (kiến nghị của tỉnh Hà Giang trước sắp xếp).'],
    ]);
  });

  it('prints July 2025 as a PDF with every province in it', async () => {
    const options = { outDir: join(folder, 'pdf') };
    const result = await compileEdition(workplace, sharedBrowser, REPORT, '2025-07', options);
    if (!result.issued) throw new Error('July 2025 was refused');
    const printed = (await readPdf(await readFile(result.pdfPath))).pages;
    const [first] = printed;
    const pages = printed.map(({ items }) => items.map(({ text }) => text).join(' '));
    expect(pages.length).to.be.within(20, 45);
    expect(pages[0]).to.contain('Kính gửi:').and.to.contain('Đề án 06.');
    // Where something is wider than the page the browser makes everything smaller.
    const sizes = (first?.items ?? []).map(({ size }) => Math.round(size));
    expect(Math.max(...sizes)).to.be.within(14, 15);
    const text = pages.join('\n').normalize('NFC');
    expect(text).not.to.match(/\[chưa|\[không|NaN|undefined/);
    const { members } = bookOf('2025-07').facts;
    const provinces = definition.entities.filter(({ id }) => members['tinh']?.includes(id));
    expect(provinces).to.have.length(34);
    for (const { shortName } of provinces) expect(text).to.contain(shortName);
  });
});

const lastDays: Readonly<Record<Month, string>> = {
  '2025-02': '2025-02-28',
  '2025-03': '2025-03-31',
  '2025-06': '2025-06-30',
  '2025-07': '2025-07-31',
};

function isThere({ validTo }: Entity, day: string): boolean {
  return validTo === undefined || validTo >= day;
}

/** Ministries by their names, provinces also by the short ones that lists and tables print. */
function namesOf({ kind, name, shortName }: Entity): readonly string[] {
  return kind === 'tinh' || kind === 'thanh-pho' ? [shortName] : [name];
}

function nameIn(name: string, text: string): boolean {
  return new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text);
}

function textOf(runs: Runs): string {
  return runs.map(({ text }) => text).join('');
}

function textsIn(block: Block): readonly string[] {
  return partsOf(block).map(textOf);
}

/** Cells of a row of the annex of comparisons. */
function comparison({ model }: Compilation, label: string): readonly string[] {
  const tables = model.annexes.find(({ id }) => id === 'so-sanh')?.blocks ?? [];
  const rows = tables.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return rows.map(({ cells }) => cells.map(textOf)).find((cells) => cells[1] === label) ?? [];
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** "+1,2%", rounded half up on whole numbers, as the table prints it. */
function percent(now: number, then: number): string {
  const [one, base] = [BigInt(now), BigInt(then)];
  const up = one > base;
  const delta = up ? one - base : base - one;
  if (delta === 0n) return '0%';
  const tenths = (delta * 2000n + base) / (2n * base);
  const sign = tenths === 0n ? '' : up ? '+' : '-';
  return `${sign}${tenths / 10n},${tenths % 10n}%`;
}

function found<T>(known: ReadonlyMap<string, T>, month: string): T {
  const one = known.get(month);
  if (one === undefined) throw new Error(`nothing of ${month}`);
  return one;
}
