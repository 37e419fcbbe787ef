/** Rows of a ministry's table are corrected after the report was issued: changed, put in, taken out. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readEvents } from '../../src/db/events.ts';
import { readCurrentSubmissions } from '../../src/db/revisions.ts';
import { createBook } from '../../src/domain/aggregation/book.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import { openBrowser, type Browser } from '../../src/render/browser.ts';
import { compileEdition, type CompileResult } from '../../src/workflow/compile-edition.ts';
import { correctFromFile, correctValue } from '../../src/workflow/correct.ts';
import { justify } from '../../src/workflow/desk.ts';
import { loadHistory } from '../../src/workflow/load-history.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { closePeriod, openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import { readStatus } from '../../src/workflow/read-status.ts';
import { WorkflowProblem } from '../../src/workflow/workflow-problem.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import { forEachDatabase } from '../databases.ts';
import { valueIn } from '../series/series-office.ts';
import { bodyOf, notesOf } from './desk.ts';

const REPORT = 'ho-tich';
const FROM = join(import.meta.dirname, '../changing');
const NOW = '2024-11-20T08:00:00+07:00';
const CORRECTIONS = 'Đính chính số liệu các kỳ trước';
const HEAD = 'entity,khai-sinh-so,khai-sinh,dich-vu,ket-noi,noi-dang-ky';
const WRONG = ['Bộ Tư pháp,H26,120,50', 'Bộ Tư pháp,An Giang,70,20', 'Bộ Tư pháp,Cà Mau,40,7'];
const RIGHT = ['Bộ Tư pháp,H26,120,50', 'Bộ Tư pháp,An Giang,70,25', 'Bộ Tư pháp,Cà Mau,60,10'];
const OCTOBER = ['Bộ Tư pháp,H26,200,55', 'Bộ Tư pháp,An Giang,80,30', 'Bộ Tư pháp,Cà Mau,20,15'];
const FIX = `đơn vị,biểu,chỉ tiêu,số cũ,số mới,lý do
Bộ Tư pháp,BTP-1,khai-sinh-tinh:2:Kết hôn,20,25,Ghi nhầm
Bộ Tư pháp,BTP-1,khai-sinh-tinh:+,,tinh = Cà Mau | so-viec = 20 | ket-hon = 3,Bỏ sót một huyện
`;

let browser: Promise<Browser> | undefined;
after('close the browser of the rows', async () => {
  await (await browser)?.close();
});

forEachDatabase((name, open) => {
  describe(`corrected rows, on ${name}`, function () {
    this.timeout(120_000);
    let folder: string;
    let office: Workplace;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tong-hop-rows-'));
      const reportsDir = join(folder, 'reports');
      await mkdir(reportsDir);
      for (const part of ['entities.csv', 'rosters.yaml', 'calendar.yaml', REPORT])
        await cp(join(FROM, part), join(reportsDir, part), { recursive: true });
      office = { db: await open(), reportsDir, actor: 'test', now: () => NOW };
      await loadEarlier();
    });
    afterEach(() => rm(folder, { recursive: true }));

    async function loadEarlier(): Promise<void> {
      const lines = ['khai-sinh-so,2024-08,period,,200', 'khai-sinh-so,2024-08,cumulative,,400'];
      const rows = lines.map((line) => `${line},công bố,Báo cáo đã phát hành`);
      const path = join(folder, 'history.csv');
      await writeFile(path, `${['indicator,period,span,scope,value,basis,source', ...rows].join('\n')}\n`);
      await loadHistory(office, REPORT, path);
    }
    async function send(period: string, rows: readonly string[]): Promise<void> {
      await openPeriod(office, REPORT, period);
      const files = await mkdtemp(join(folder, 'nop-'));
      const lines = ['Hà Nội,,120,12,xong,50', 'An Giang,,70,6,dang,30', 'Cà Mau,,60,4,dang,20'];
      await writeFile(join(files, 'F-TINH.csv'), `${[HEAD, ...lines].join('\n')}\n`);
      await writeFile(join(files, 'BTP-1.csv'), 'entity,noi-dang-ky\nBộ Tư pháp,100\n');
      const table = ['entity,tinh,so-viec,ket-hon', ...rows];
      await writeFile(join(files, 'BTP-1.khai-sinh-tinh.csv'), `${table.join('\n')}\n`);
      await importSubmissions(office, REPORT, period, [files], { at: `${period}-28T08:00:00+07:00` });
    }
    async function issue(period: string): Promise<Extract<CompileResult, { issued: true }>> {
      const compile = (): Promise<CompileResult> =>
        compileEdition(office, () => (browser ??= openBrowser()), REPORT, period, {
          at: NOW,
          outDir: join(folder, 'ra'),
        });
      const first = await compile();
      if (first.issued) return first;
      for (const { id } of first.compilation.refusals)
        await justify(office, REPORT, period, id, { reason: 'chốt số khác ngày' });
      const second = await compile();
      if (second.issued) return second;
      throw new Error(second.compilation.refusals.map(({ message }) => message).join('\n'));
    }
    async function october(): Promise<Compilation> {
      await send('2024-10', OCTOBER);
      const { facts } = await readFacts(office, REPORT, '2024-10');
      const document = { date: NOW.slice(0, 10) };
      return compileReport(facts, { kind: 'final', at: NOW, illustrative: false, document });
    }
    const fix = async (csv: string): Promise<readonly string[]> => {
      const path = join(folder, 'dinh-chinh.csv');
      await writeFile(path, csv);
      return correctFromFile(office, REPORT, '2024-09', path);
    };

    it('the paper gets one new revision with a row changed and one put in; the report stays', async () => {
      await send('2024-09', WRONG);
      await issue('2024-09');
      expect(await fix(FIX)).to.deep.equal([
        'Đã đính chính biểu BTP-1, Bộ Tư pháp, bảng “Việc khai sinh theo địa phương”: dòng 2 (An Giang), “Kết hôn”: 20 → 25.',
        'Đã đính chính biểu BTP-1, Bộ Tư pháp, bảng “Việc khai sinh theo địa phương”: thêm dòng: Địa phương Cà Mau; Số việc 20; Kết hôn 3.',
      ]);
      const submissions = await readCurrentSubmissions(office.db, REPORT, '2024-09');
      const paper = submissions.find(({ revision }) => revision.form === 'BTP-1');
      expect([paper?.state, paper?.revision.number, paper?.revision.receivedAt]).to.deep.equal([
        'accepted',
        2,
        '2024-09-28T08:00:00+07:00',
      ]);
      expect(paper?.revision.tables['khai-sinh-tinh']).to.deep.equal([
        { tinh: 'ha-noi', 'so-viec': '120', 'ket-hon': '50' },
        { tinh: 'an-giang', 'so-viec': '70', 'ket-hon': '25' },
        { tinh: 'ca-mau', 'so-viec': '40', 'ket-hon': '7' },
        { tinh: 'ca-mau', 'so-viec': '20', 'ket-hon': '3' },
      ]);
      const { corrections } = await readStatus(office, REPORT, '2024-09');
      expect(corrections.map(({ words }) => words)).to.deep.equal([
        'Bộ Tư pháp (biểu BTP-1), bảng “Việc khai sinh theo địa phương”: dòng 2 (An Giang), “Kết hôn”: 20 → 25. Lý do: Ghi nhầm',
        'Bộ Tư pháp (biểu BTP-1), bảng “Việc khai sinh theo địa phương”: thêm dòng: Địa phương Cà Mau; Số việc 20; Kết hôn 3. Lý do: Bỏ sót một huyện',
      ]);
      const events = (await readEvents(office.db, REPORT)).filter(({ kind }) => kind === 'value-corrected');
      expect(events.map(({ details }) => details)).to.deep.equal([
        { table: 'khai-sinh-tinh', row: '2', newRow: '2', before: '2024-09/BTP-1/bo-tu-phap/1' },
        { table: 'khai-sinh-tinh', row: '0', newRow: '4', before: '2024-09/BTP-1/bo-tu-phap/1' },
      ]);
    });

    it('the next report compares with the new rows, and tells what would now be printed', async () => {
      await send('2024-09', WRONG);
      const september = await issue('2024-09');
      expect(bodyOf(september.compilation).at(-1)).to.contain('Có 77 việc kết hôn');
      await fix(FIX);
      const compilation = await october();
      expect(bodyOf(compilation).at(-1)).to.equal(
        'Có 100 việc kết hôn, tăng 17,6%; lũy kế 185; riêng An Giang 30, tăng 20,0%./.',
      );
      expect(notesOf(compilation, CORRECTIONS)).to.deep.equal([
        '(1) Bộ Tư pháp (biểu BTP-1), bảng “Việc khai sinh theo địa phương”, tháng 9/2024: dòng 2 (An Giang), “Kết hôn”: 20 → 25. Lý do: Ghi nhầm.',
        '(2) Bộ Tư pháp (biểu BTP-1), bảng “Việc khai sinh theo địa phương”, tháng 9/2024: thêm dòng: Địa phương Cà Mau; Số việc 20; Kết hôn 3. Lý do: Bỏ sót một huyện.',
        'Báo cáo tháng 9/2024 đã phát hành: những chỗ đã in nay đọc khác',
        '1 | (1), (2) | Phần nội dung | Việc kết hôn | 77 | 85',
        '2 | (1), (2) | Phần nội dung | Việc kết hôn, lũy kế | 77 | 85',
        '3 | (1) | Phần nội dung | Việc kết hôn, tỉnh An Giang | 20 | 25',
      ]);
      const ledger = compilation.ledger.entries;
      expect(ledger['correction:1']?.inputs).to.deep.equal([
        'row:2024-09/BTP-1/bo-tu-phap/1/khai-sinh-tinh/2',
        'row:2024-09/BTP-1/bo-tu-phap/2/khai-sinh-tinh/2',
      ]);
      expect(ledger['correction:2']?.inputs).to.deep.equal([
        'row:2024-09/BTP-1/bo-tu-phap/2/khai-sinh-tinh/4',
      ]);
    });

    it('a later report that was issued before the correction is read anew too', async () => {
      await send('2024-09', WRONG);
      await issue('2024-09');
      await send('2024-10', OCTOBER);
      await issue('2024-10');
      await fix(FIX);
      await send('2024-11', OCTOBER);
      const { facts } = await readFacts(office, REPORT, '2024-11');
      const effects = facts.news?.editions.map(({ period, figures }) => [
        period,
        figures.map(({ what, printed, now }) => `${what}: ${printed} → ${now}`),
      ]);
      expect(effects?.at(-1)).to.deep.equal([
        '2024-10',
        [
          'Thay đổi của “Việc kết hôn”: tăng 29,9% → tăng 17,6%',
          'Việc kết hôn, lũy kế: 177 → 185',
          'Thay đổi của “Việc kết hôn, tỉnh An Giang”: tăng 50,0% → tăng 20,0%',
        ],
      ]);
    });

    it('a month with corrected rows is the same as one with the right rows at once', async () => {
      await send('2024-09', [...RIGHT, 'Bộ Tư pháp,Cà Mau,1,1']);
      await closePeriod(office, REPORT, '2024-09');
      const line = await correctValue(office, REPORT, '2024-09', {
        body: 'BTP',
        form: 'BTP-1',
        field: 'khai-sinh-tinh:4',
        from: 'Cà Mau',
        to: 'bỏ dòng',
        reason: 'Nhập hai lần',
      });
      expect(line).to.deep.equal([
        'Đã đính chính biểu BTP-1, Bộ Tư pháp, bảng “Việc khai sinh theo địa phương”: bỏ dòng 4: Địa phương Cà Mau; Số việc 1; Kết hôn 1.',
      ]);
      const corrected = createBook((await readFacts(office, REPORT, '2024-09')).facts);
      expect(valueIn(corrected, 'ket-hon')).to.equal('85');
      expect(valueIn(corrected, 'ket-hon', { scope: 'ca-mau' })).to.equal('10');
      const text = bodyOf(await october());
      expect(text.at(-1)).to.equal(
        'Có 100 việc kết hôn, tăng 17,6%; lũy kế 185; riêng An Giang 30, tăng 20,0%./.',
      );
    });

    const wrong: readonly (readonly [field: string, to: string, says: string, from?: string])[] = [
      ['khai-sinh-tinh:9:ket-hon', '1', 'số dòng từ 1 đến 3 của bảng “Việc khai sinh theo địa phương”'],
      ['khai-sinh-tinh:x', 'bỏ dòng', 'số dòng từ 1 đến 3'],
      [
        'khai-sinh-tinh:2:ket-hom',
        '1',
        'một cột của bảng “Việc khai sinh theo địa phương” (khai-sinh-tinh); có phải «ket-hon»?',
      ],
      ['khai-sinh-tinh:2:ket-hon', '20', 'giá trị khác giá trị đang có, là 20'],
      ['khai-sinh-tinh:2:ket-hon', '25', 'giá trị đang có của cột “Kết hôn”, là 20', '21'],
      ['khai-sinh-tinh:2:ket-hon', '', 'giá trị mới; cột này không được để trống'],
      ['khai-sinh-tinh:2:ket-hon', 'nhiều', 'tìm thấy «nhiều»'],
      ['khai-sinh-tinh:2:tinh', 'Bộ Tư pháp', 'tìm thấy «Bộ Tư pháp»'],
      ['khai-sinh-tinh:2', '25', '«bỏ dòng»; để sửa một ô của dòng, ghi khai-sinh-tinh:2:cột'],
      ['khai-sinh-tinh:2', 'bỏ dòng', 'giá trị đang có của cột “Địa phương”, là An Giang', 'Hà Nội'],
      ['khai-sinh-tinh:+', 'Cà Mau', '«cột = giá trị», các cột cách nhau bằng dấu |'],
      ['khai-sinh-tinh:+', 'tinh = Cà Mau', 'cả cột bắt buộc “Số việc” (so-viec)'],
      ['khai-sinh-tinh:+', 'tinh = Cà Mau | tinh = Hà Nội', 'mỗi cột một lần'],
      ['khai-sinh-tinh:+', 'tinh = Cà Mau | so-viec = 1 | ket-hon = 1', 'không ghi số cũ', '1'],
    ];
    it('what does not fit is refused, and nothing lands', async () => {
      await send('2024-09', WRONG);
      await closePeriod(office, REPORT, '2024-09');
      for (const [field, to, says, from = ''] of wrong) {
        const request = { body: 'BTP', form: 'BTP-1', field, from, to, reason: 'Ghi nhầm' };
        const refused = await correctValue(office, REPORT, '2024-09', request).catch(
          (error: unknown) => error,
        );
        expect(refused, field).to.be.instanceOf(WorkflowProblem);
        expect(String(refused), `${field} → ${to}`).to.contain(says);
      }
      const twice =
        FIX +
        'Bộ Tư pháp,BTP-1,khai-sinh-tinh:2,,bỏ dòng,Thừa\nBộ Tư pháp,BTP-1,khai-sinh-tinh:2:ket-hon,,7,Nhầm\n';
      const refused: unknown = await fix(twice).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(WorkflowProblem);
      expect((refused as WorkflowProblem).details.join('\n')).to.contain('một dòng chưa bị bỏ ở trên');
      const submissions = await readCurrentSubmissions(office.db, REPORT, '2024-09');
      expect(submissions.every(({ revision }) => revision.number === 1)).to.equal(true);
    });
  });
});
