/**
 * Months in which what is counted changes, from CSV files through the database to the report: an indicator goes on
 * under another code, series break as a whole and in one class, and a ministry counts what the provinces count.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import type { Block } from '../../src/domain/model/report-model.ts';
import { checkReports } from '../../src/workflow/check-reports.ts';
import { justify } from '../../src/workflow/desk.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import { forEachDatabase } from '../databases.ts';

const REPORT = 'ho-tich';
const NOW = '2024-11-20T08:00:00+07:00';

/** Files of a month: one line a body. */
type Month = Readonly<Record<string, readonly string[]>>;

const HEAD = 'entity,khai-sinh-so,khai-sinh,dich-vu,ket-noi,noi-dang-ky';
const MONTHS: Readonly<Record<string, Month>> = {
  '2024-07': {
    'F-TINH.csv': [HEAD, 'Hà Nội,100,,10,dang,50', 'An Giang,60,,5,dang,30', 'Cà Mau,40,,3,chua,20'],
    'BTP-1.csv': ['entity,noi-dang-ky', 'Bộ Tư pháp,100'],
  },
  '2024-08': {
    'F-TINH.csv': [HEAD, 'Hà Nội,110,,11,dang,50', 'An Giang,60,,5,dang,30', 'Cà Mau,30,,4,chua,20'],
    'BTP-1.csv': ['entity,noi-dang-ky', 'Bộ Tư pháp,101'],
  },
  '2024-09': {
    'F-TINH.csv': [HEAD, 'Hà Nội,,120,12,xong,50', 'An Giang,,70,6,dang,30', 'Cà Mau,,60,4,dang,20'],
    'BTP-1.csv': ['entity,noi-dang-ky', 'Bộ Tư pháp,102'],
    'BTP-1.khai-sinh-tinh.csv': [
      'entity,tinh,so-viec,ket-hon',
      'Bộ Tư pháp,H26,120,50',
      'Bộ Tư pháp,An Giang,70,20',
      'Bộ Tư pháp,ca-mau,60,10',
    ],
  },
  '2024-10': {
    'F-TINH.csv': [HEAD, 'Hà Nội,,200,30,xong,52', 'An Giang,,80,20,dang,30', 'Cà Mau,,20,10,dang,21'],
    'BTP-1.csv': ['entity,noi-dang-ky', 'Bộ Tư pháp,100'],
    'BTP-1.khai-sinh-tinh.csv': [
      'entity,tinh,so-viec,ket-hon',
      'Bộ Tư pháp,H26,201,55',
      'Bộ Tư pháp,An Giang,81,30',
      'Bộ Tư pháp,ca-mau,20,15',
    ],
  },
};

forEachDatabase((name, open) => {
  describe(`what is counted changes, on ${name}`, function () {
    this.timeout(60_000);
    const compiled = new Map<string, Compilation>();
    let folder: string;
    let office: Workplace;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tong-hop-changing-'));
      const reportsDir = join(folder, 'reports');
      await mkdir(reportsDir);
      for (const part of ['entities.csv', 'rosters.yaml', 'calendar.yaml', REPORT])
        await cp(join(import.meta.dirname, part), join(reportsDir, part), { recursive: true });
      office = { db: await open(), reportsDir, actor: 'test', now: () => NOW };
      for (const period of Object.keys(MONTHS)) {
        await send(period);
        compiled.set(period, await compile(period));
      }
    });
    after(() => rm(folder, { recursive: true }));

    async function send(period: string, month: Month = MONTHS[period] ?? {}): Promise<void> {
      await openPeriod(office, REPORT, period);
      const files = await mkdtemp(join(folder, 'nop-'));
      for (const [file, lines] of Object.entries(month))
        await writeFile(join(files, file), `${lines.join('\n')}\n`);
      await importSubmissions(office, REPORT, period, [files], { at: `${period}-28T08:00:00+07:00` });
    }
    async function compile(period: string): Promise<Compilation> {
      const { facts } = await readFacts(office, REPORT, period);
      return compileReport(facts, {
        kind: 'final',
        at: NOW,
        illustrative: false,
        document: { date: NOW.slice(0, 10) },
      });
    }
    const text = (block: Block): readonly string[] =>
      block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [];
    const body = (period: string): readonly string[] =>
      compiled.get(period)?.model.blocks.flatMap(text) ?? [];
    const annex = (period: string, id: string): readonly Block[] =>
      compiled.get(period)?.model.annexes.find((one) => one.id === id)?.blocks ?? [];
    const findings = (period: string): readonly string[] =>
      compiled.get(period)?.findings.map(({ severity, message }) => `${severity} ${message}`) ?? [];

    it('is a definition without a fault', async () => {
      expect(await checkReports(office.reportsDir, [])).to.deep.equal({ lines: [], checked: [REPORT] });
    });

    it('under the former code', () => {
      expect(body('2024-08')).to.deep.equal(['Trong tháng 8/2024, có 200 việc khai sinh./.']);
      expect(findings('2024-08')).to.deep.equal([]);
    });

    it('in the first month of the new code', () => {
      expect(body('2024-09')).to.deep.equal([
        'Trong tháng 9/2024, có 250 việc khai sinh, tăng 25,0% so với tháng trước; lũy kế từ ngày 01/7/2024 là 650 việc.',
        'Có 22 dịch vụ, tăng 02; 01 địa phương đã kết nối, tăng 01; 02 đang kết nối, không thay đổi.',
        'Có 100 nơi đăng ký, không thay đổi.',
        'Có 80 việc kết hôn, chưa có số liệu để so sánh; lũy kế 80; riêng An Giang 20, chưa có số liệu để so sánh./.',
      ]);
      expect(findings('2024-09')).to.deep.equal([]);
    });

    it('in a month of breaks', () => {
      expect(body('2024-10')).to.deep.equal([
        'Trong tháng 10/2024, có 300 việc khai sinh, tăng 20,0% so với tháng trước; lũy kế từ ngày 01/7/2024 là 950 việc.',
        'Có 60 dịch vụ, không so sánh được do thay đổi cách tính; 01 địa phương đã kết nối, không thay đổi; 02 đang kết nối, không so sánh được do thay đổi cách tính.',
        'Có 103 nơi đăng ký, tăng 03.',
        'Có 100 việc kết hôn, tăng 25,0%; lũy kế 180; riêng An Giang 30, tăng 50,0%./.',
      ]);
    });

    it('the table compares what compares, and says why not the others', () => {
      const rows = annex('2024-10', 'PL1').flatMap((block) => (block.kind === 'table' ? block.rows : []));
      expect(
        rows.map(({ cells }) => cells.map((runs) => runs.map((run) => run.text).join('')).slice(1, 6)),
      ).to.deep.equal([
        ['Việc khai sinh', 'việc', '300', '250', '+20,0%'],
        ['Dịch vụ toàn trình', 'dịch vụ', '60', '22', 'không so sánh'],
        ['Kết nối dữ liệu', 'địa phương', '2', '2', 'không so sánh'],
      ]);
      const why = [
        '“Dịch vụ toàn trình” không so sánh được với số liệu trước tháng 10/2024: dịch vụ mức độ 4 được thay bằng dịch vụ toàn trình.',
        '“Kết nối dữ liệu”, mức “đang kết nối” không so sánh được với số liệu trước tháng 10/2024: mức này gồm cả nơi đã xây dựng xong.',
      ];
      expect(annex('2024-10', 'PL1').flatMap(text).slice(0, 2)).to.deep.equal(
        why.map((line) => `Không so sánh: ${line}`),
      );
      expect(annex('2024-10', 'PL2').flatMap(text)).to.include.members(why);
    });

    it('two sources: one province beyond the tolerance, a total beyond it', () => {
      expect(findings('2024-10')).to.deep.equal([
        'soft “Việc khai sinh”, An Giang là 80 (biểu F-TINH, An Giang, ô “Việc khai sinh” = 80) nhưng “Việc khai sinh theo Bộ Tư pháp” là 81 (biểu BTP-1, Bộ Tư pháp, bảng “Việc khai sinh theo địa phương”, dòng 2); chênh lệch 1 việc, bằng 1,25%, quá mức cho phép 0,5%. Báo cáo in “Việc khai sinh”. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
        'soft “Nơi đăng ký hộ tịch” có hai giá trị khác nhau: biểu F-TINH, ô “Nơi đăng ký hộ tịch” của 3 đơn vị, cộng lại được 103; nhưng biểu BTP-1, Bộ Tư pháp, ô “Nơi đăng ký hộ tịch” = 100; chênh lệch 3 nơi, bằng 2,91%, quá mức cho phép 1% hoặc 2 nơi. Đề nghị kiểm tra, sửa hoặc ghi lý do.',
      ]);
    });

    it('with reasons it is issued, and the notes tell them', async () => {
      const { refusals } = compiled.get('2024-10') ?? { refusals: [] };
      for (const { id } of refusals)
        await justify(office, REPORT, '2024-10', id, { reason: 'chốt số khác ngày' });
      const again = await compile('2024-10');
      expect(again.refusals).to.deep.equal([]);
      const notes = again.model.annexes.find(({ id }) => id === 'PL2')?.blocks.flatMap(text) ?? [];
      expect(notes.filter((line) => line.endsWith('Giải trình: chốt số khác ngày.'))).to.have.length(2);
      const own = 'cell:2024-10/BTP-1/bo-tu-phap/1/noi-dang-ky';
      expect(again.ledger.entries[own]?.value).to.equal('100');
    });

    it('a row about a body that is none is refused, with file, row and column', async () => {
      const files = await mkdtemp(join(folder, 'nop-'));
      await writeFile(join(files, 'BTP-1.csv'), 'entity,noi-dang-ky\nBộ Tư pháp,100\n');
      await writeFile(
        join(files, 'BTP-1.khai-sinh-tinh.csv'),
        'entity,tinh,so-viec,ket-hon\nBộ Tư pháp,Hà Nôi,1,1\n',
      );
      const refused = await importSubmissions(office, REPORT, '2024-10', [files], { at: NOW }).catch(
        (error: unknown) => error,
      );
      expect(refused)
        .to.have.property('details')
        .that.deep.equals([
          'BTP-1.khai-sinh-tinh.csv, dòng 2, cột B (tinh): tìm thấy «Hà Nôi», cần tên hoặc mã của một đơn vị thuộc danh sách của cột này; có phải thành phố Hà Nội (ha-noi)?',
        ]);
    });

    it('a new label, and a question that moves to another form, change nothing', async () => {
      const path = (file: string): string => join(office.reportsDir, REPORT, file);
      const edit = async (file: string, from: string, to: string): Promise<void> => {
        const content = await readFile(path(file), 'utf8');
        expect(content).to.include(from);
        await writeFile(path(file), content.replace(from, to));
      };
      await edit('indicators.yaml', 'label: Việc khai sinh\n', 'label: Số việc đăng ký khai sinh\n');
      await edit('forms.yaml', 'fields: [khai-sinh-so, khai-sinh, dich-vu', 'fields: [khai-sinh-so, dich-vu');
      await edit(
        'forms.yaml',
        'BTP-1:',
        'F-KS:\n  title: Khai sinh\n  roster: tinh\n  sections: [{ title: Số liệu, fields: [khai-sinh] }]\nBTP-1:',
      );
      await send('2024-11', {
        'F-TINH.csv': [
          'entity,dich-vu,ket-noi,noi-dang-ky',
          'Hà Nội,31,xong,52',
          'An Giang,20,dang,30',
          'Cà Mau,10,dang,21',
        ],
        'F-KS.csv': ['entity,khai-sinh', 'Hà Nội,190', 'An Giang,80', 'Cà Mau,60'],
        'BTP-1.csv': ['entity,noi-dang-ky', 'Bộ Tư pháp,103'],
        'BTP-1.khai-sinh-tinh.csv': [
          'entity,tinh,so-viec,ket-hon',
          'Bộ Tư pháp,H26,190,60',
          'Bộ Tư pháp,H01,80,27',
          'Bộ Tư pháp,H12,60,13',
        ],
      });
      compiled.set('2024-11', await compile('2024-11'));
      expect(body('2024-11')).to.deep.equal([
        'Trong tháng 11/2024, có 330 việc khai sinh, tăng 10,0% so với tháng trước; lũy kế từ ngày 01/7/2024 là 1.280 việc.',
        'Có 61 dịch vụ, tăng 01; 01 địa phương đã kết nối, không thay đổi; 02 đang kết nối, không thay đổi.',
        'Có 103 nơi đăng ký, không thay đổi.',
        'Có 100 việc kết hôn, không thay đổi; lũy kế 280; riêng An Giang 27, giảm 10,0%./.',
      ]);
      expect(findings('2024-11')).to.deep.equal([]);
    });
  });
});
