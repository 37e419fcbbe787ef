/** A month that is not whole: what the sample of gaps must say on the screen, and in a draft on paper. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readPdf, type PdfPage } from '../render/read-pdf.ts';
import { REPORT, SAMPLES } from '../reports/samples.ts';
import { folderOfSuite, must, run, type Ran } from './command-line.ts';

const FILES = ['findings.json', 'ledger.json', 'model.json', 'report.html', 'report.pdf'];
const PERIOD = '2024-10';
const MISSING = ['binh-phuoc', 'kien-giang', 'vinh-long'].map((id) => `F-TINH/${id}`);
const UNSETTLED = [...MISSING, 'F-TINH/hau-giang', 'F-BO/uy-ban-dan-toc'];
const PENDING = 'pending:F-TINH/tra-vinh/ho-so-so-hoa';

describe('a period with missing, empty, late and waived papers', () => {
  const folder = folderOfSuite();
  let environment: Record<string, string> = {};

  before(async () => {
    environment = { DATABASE_URL: `sqlite:${join(folder(), 'tong-hop.db')}` };
    await must(environment, 'migrate');
    const said = await must(environment, 'import', REPORT, PERIOD, join(SAMPLES, '2024-10-thieu'));
    expect(said).to.contain('Đã tiếp nhận 92 phiếu; 1 phiếu trống chưa tiếp nhận;');
  });

  it('is told by status, each body under what is the matter with it', async () => {
    const lines = (await must(environment, 'status', REPORT, PERIOD)).split('\n').map((line) => line.trim());
    expect(lines[0]).to.equal('Kỳ 2024-10, hạn nộp 17:00 ngày 05/11/2024');
    expect(lines).to.include.members([
      'Miễn nộp: tỉnh Yên Bái (địa phương đang tập trung khắc phục hậu quả bão, lũ quét; số liệu bổ sung vào kỳ sau)',
      'Đã tiếp nhận, trễ hạn: tỉnh Kon Tum, tỉnh Gia Lai, tỉnh Cà Mau',
      'Chưa nộp, quá hạn: tỉnh Bình Phước, tỉnh Vĩnh Long, tỉnh Kiên Giang',
      'Phiếu trống: tỉnh Hậu Giang',
      'Đã tiếp nhận, trễ hạn: Bộ Y tế',
      'Chưa nộp, quá hạn: Ủy ban Dân tộc',
      'Chưa nhận đủ phiếu báo cáo.',
    ]);
    const { forms } = JSON.parse(await must(environment, 'status', REPORT, PERIOD, '--json'));
    const [provinces] = forms.filter(({ form }: { form: string }) => form === 'F-TINH');
    expect(provinces).to.include({ owed: 63, accepted: 58 });
    expect(provinces.lines).to.have.lengthOf(63);
    const waived = provinces.lines.find(({ entity }: { entity: string }) => entity === 'yen-bai');
    expect(waived).to.include({ state: 'waived', words: 'Miễn nộp' });
  });

  it('is no final: every gap is named, and only the cell that is to come can be justified', async () => {
    const { code, stderr } = await compile(join(folder(), 'final'));
    expect(code).to.equal(2);
    const named = [...stderr.matchAll(/^\[(.+?)\] .*\((.+)\)$/gm)].map(([, kind, id]) => `${kind} ${id}`);
    expect(named).to.have.members([
      ...UNSETTLED.map((place) => `mâu thuẫn missing:${place}`),
      `cần giải trình ${PENDING}`,
    ]);
    expect(readdirSync(join(folder(), 'final'))).to.deep.equal(['findings.json']);
  });

  it('is a draft that says so on every page and prints what is missing as missing', async () => {
    const out = join(folder(), 'draft');
    const { code, stderr } = await compile(out, '--draft');
    expect(code).to.equal(0);
    expect(stderr).to.match(/Bản dự thảo còn 6 phát hiện phải xử lý trước khi phát hành\.\n$/);
    const { pages } = await readPdf(readFileSync(join(out, 'report.pdf')));
    const texts = pages.map(textOf);
    expect(texts.length).to.be.greaterThan(3);
    for (const [index, text] of texts.entries()) expect(text, `page ${index + 1}`).to.contain('DỰ THẢO');
    const whole = texts.join(' ');
    expect(whole).to.contain('[chưa đủ số liệu: Bình Phước, Vĩnh Long, Kiên Giang và 01 đơn vị khác]');
    expect(whole).to.contain('[chưa đủ số liệu: Ủy ban Dân tộc]');
    expect(whole).to.match(/Biểu số liệu của địa phương 63 55 3 1 4 /);
    expect(whole).to.match(
      /Tỉnh Yên Bái Miễn nộp .*Tỉnh Bình Phước Chưa nộp, quá hạn .*Tỉnh Hậu Giang Phiếu trống/,
    );
  });

  it('leaves no earlier report in the place of the one that was refused', async () => {
    const out = join(folder(), 'again');
    expect((await compile(out, '--draft')).code).to.equal(0);
    const draft = readFileSync(join(out, 'report.pdf'));
    const { code, stderr } = await compile(out);
    expect(code).to.equal(2);
    expect(readdirSync(out)).to.deep.equal(['ban-truoc', 'findings.json']);
    expect(readdirSync(join(out, 'ban-truoc'))).to.deep.equal(FILES);
    expect(readFileSync(join(out, 'ban-truoc', 'report.pdf')).equals(draft)).to.equal(true);
    expect(stderr).to.match(
      /findings\.json\.\nBáo cáo của lần tổng hợp trước ở thư mục này đã được chuyển sang .*ban-truoc\.\n$/,
    );
    const second = await compile(out);
    expect(second.stderr).to.match(/findings\.json\.\n$/);
    expect(readFileSync(join(out, 'ban-truoc', 'report.pdf')).equals(draft)).to.equal(true);
    expect((await compile(out, '--draft')).code).to.equal(0);
    expect(readdirSync(out)).to.deep.equal(['ban-truoc', ...FILES]);
  });

  it('says so when an earlier report cannot be moved out of the way', async () => {
    const out = join(folder(), 'stuck');
    mkdirSync(out);
    for (const file of ['report.pdf', 'ban-truoc']) writeFileSync(join(out, file), 'x');
    const { code, stderr } = await compile(out);
    expect(code).to.equal(1);
    expect(stderr).to.match(/Không ghi được báo cáo vào thư mục .*stuck\./);
    expect(existsSync(join(out, 'findings.json'))).to.equal(false);
  });

  function compile(out: string, ...options: readonly string[]): Promise<Ran> {
    return run(environment, 'compile', REPORT, PERIOD, '--out', out, ...options);
  }
});

function textOf({ items }: PdfPage): string {
  return items
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
}
