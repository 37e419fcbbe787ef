/** A month from an empty database to an issued report, by the command line alone, on both databases. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { forEachDatabase } from '../databases.ts';
import { REPORT, SAMPLES } from '../reports/samples.ts';
import { folderOfSuite, must, run, runProcess } from './command-line.ts';
import { dumpOf } from './dump.ts';
import { changeForm, copyReports, edit } from './reports-copy.ts';

const PERIOD = '2024-10';
const MISSING = 'uy-ban-dan-toc';
const FILES = ['findings.json', 'ledger.json', 'model.json', 'report.html', 'report.pdf'];

const hashes = new Map<string, string>();

describe('the command line, from an empty database to an issued report', () => {
  forEachDatabase((name, _open, create) => {
    const folder = folderOfSuite();
    let environment: Record<string, string> = {};
    let out = '';
    let sent = '';
    const tongHop = (command: string, ...args: readonly string[]): Promise<string> =>
      must(environment, ...command.split(' '), ...args);
    const refused = (command: string, ...args: readonly string[]): ReturnType<typeof run> =>
      run(environment, ...command.split(' '), ...args);
    const compile = (): ReturnType<typeof run> => refused('compile', REPORT, PERIOD, '--out', out);
    const dump = (): ReturnType<typeof dumpOf> => dumpOf(environment['DATABASE_URL'] ?? '');

    before(async () => {
      environment = { DATABASE_URL: await create(), TONG_HOP_ACTOR: 'Nguyễn Văn Ân' };
      [out, sent] = [join(folder(), 'out'), join(folder(), 'sent')];
      sendAllBut(MISSING, sent);
    });

    it('makes the tables once', async () => {
      expect((await runProcess(environment, 'migrate')).stdout).to.match(/^Đã cập nhật cơ sở dữ liệu: \d/);
      expect(await tongHop('migrate')).to.equal('Cơ sở dữ liệu đã ở phiên bản mới nhất.\n');
      expect(await tongHop('check')).to.equal(`Định nghĩa hợp lệ: ${REPORT}.\n`);
    });

    it('opens the period once', async () => {
      expect(await tongHop('period open', REPORT, PERIOD)).to.equal(
        `Đã mở kỳ ${PERIOD} của báo cáo “${REPORT}”, hạn nộp 17:00 ngày 05/11/2024.\n`,
      );
      const again = await refused('period open', REPORT, PERIOD);
      expect(again.code).to.equal(1);
      expect(again.stderr).to.match(/đã được mở.*tong-hop period repin/s);
    });

    it('loads earlier figures once', async () => {
      const history = join(sent, 'history.csv');
      expect(await tongHop('history', REPORT, history)).to.match(/^Đã nạp [1-9]\d* số liệu lịch sử\.\n$/);
      expect(await tongHop('history', REPORT, history)).to.equal('Đã nạp 0 số liệu lịch sử.\n');
    });

    it('takes the papers in, says what period.yaml changed, and adds nothing the second time', async () => {
      const first = await runProcess(environment, 'import', REPORT, PERIOD, sent);
      expect({ code: first.code, stderr: first.stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(first.stdout).to.contain('Kỳ báo cáo, “số liệu minh họa”: không → có');
      expect(first.stdout).to.match(/Đã tiếp nhận 97 phiếu; 0 phiếu trống.*; 0 số liệu lịch sử\.\n$/);
      const before = await dump();
      expect(await tongHop('import', REPORT, PERIOD, sent)).to.match(
        /tiếp nhận 0 phiếu;.*97 phiếu không đổi; 0 /,
      );
      expect(await dump()).to.deep.equal(before);
    });

    it('says who is missing, in words and as JSON, at the time asked for', async () => {
      expect(await tongHop('status', REPORT, PERIOD)).to.match(
        /F-BO +21\/22 .*\n(?: .*\n)* +Chưa nộp, quá hạn: Ủy ban Dân tộc\n(?:.*\n)*Chưa nhận đủ phiếu báo cáo\.\n$/,
      );
      expect(await tongHop('period status', REPORT, PERIOD)).to.contain('Chưa nộp, quá hạn: Ủy ban Dân tộc');
      const early = ['--at', '2024-11-05T12:00', '--json'];
      const status = JSON.parse(await tongHop('status', REPORT, PERIOD, ...early));
      expect(status).to.include({ report: REPORT, period: PERIOD, complete: false });
      const ministries = status.forms.find(({ form }: { form: string }) => form === 'F-BO');
      expect(ministries).to.include({ owed: 22, accepted: 21 });
      expect(ministries.lines.find(({ entity }: { entity: string }) => entity === MISSING)).to.include({
        words: 'Chưa nộp',
        name: 'Ủy ban Dân tộc',
      });
    });

    it('refuses a final, names why on stderr and in findings.json, and keeps no edition', async () => {
      const { code, stderr } = await compile();
      expect(code, stderr).to.equal(2);
      const findings = JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8'));
      const missing = findings.find(({ id }: { id: string }) => id === `missing:F-BO/${MISSING}`);
      expect(missing).to.include({ severity: 'hard' });
      expect(stderr).to.contain(`[mâu thuẫn] ${missing.message} (${missing.id})\n`);
      expect(stderr).to.match(/Chưa phát hành được kỳ 2024-10: còn \d+ phát hiện .*findings\.json\.\n$/);
      expect(readdirSync(out)).to.deep.equal(['findings.json']);
      expect((await dump()).counts['editions']).to.equal(0);
    });

    it('justifies soft findings only, waives by name, and then issues', async () => {
      const hard = await refused('justify', REPORT, PERIOD, `missing:F-BO/${MISSING}`, '--reason', 'x');
      expect(hard.stderr).to.contain('không giải trình được');
      const findings = JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8'));
      for (const { id, severity } of findings)
        if (severity === 'soft')
          await tongHop('justify', REPORT, PERIOD, id, '--reason', 'Đã xác nhận số liệu');
      const blank = await refused('waive', REPORT, PERIOD, MISSING, '--reason', ' ');
      expect(blank.stderr).to.contain('Cần ghi lý do');
      await tongHop('waive', REPORT, PERIOD, 'uỷ ban dân tộc', '--reason', 'Kỳ này không phát sinh nhiệm vụ');
      expect(await tongHop('status', REPORT, PERIOD)).to.contain(
        'Miễn nộp: Ủy ban Dân tộc (Kỳ này không phát sinh nhiệm vụ)',
      );
      expect(await compile()).to.deep.include({ code: 0, stderr: '' });
      expect(readdirSync(out)).to.deep.equal(FILES);
      for (const file of FILES) hashes.set(`${name} ${file}`, sha256(join(out, file)));
      expect((await dump()).counts['editions']).to.equal(1);
    });

    it('returns a paper by the code of its body, refuses, and issues when it came again', async () => {
      await tongHop('return', REPORT, PERIOD, 'F-TINH', 'H34', '--reason', 'Số hồ sơ chưa đúng');
      const twice = await refused('return', REPORT, PERIOD, 'F-TINH', 'Kon Tum', '--reason', 'x');
      expect(twice.stderr).to.contain('đã được trả lại từ trước');
      const { code, stderr } = await compile();
      expect(code).to.equal(2);
      expect(stderr).to.match(/tỉnh Kon Tum: trả lại.*\(missing:F-TINH\/kon-tum\)/);
      const again = await tongHop(
        'import',
        REPORT,
        PERIOD,
        join(sent, 'F-TINH.csv'),
        join(sent, 'F-TINH.kien-nghi.csv'),
        '--at',
        '2024-11-08T09:30',
      );
      expect(again).to.contain('Đã tiếp nhận 1 phiếu; 0 phiếu trống chưa tiếp nhận; 62 phiếu không đổi');
      expect(await tongHop('status', REPORT, PERIOD)).to.match(/tiếp nhận, trễ hạn: .*tỉnh Kon Tum/);
      expect((await compile()).code).to.equal(0);
      expect((await dump()).counts).to.include({ revisions: 98, editions: 2 });
    });

    it('re-pins a changed definition with its difference, and an unchanged one not at all', async () => {
      const nothing = 'Định nghĩa không thay đổi; không ghi gì thêm.\n';
      const { sha256: before } = await dump();
      expect(await tongHop('period repin', REPORT, PERIOD)).to.equal(nothing);
      expect((await dump()).sha256).to.equal(before);
      const changed = { ...environment, REPORTS_DIR: changedReports(folder()) };
      expect(await must(changed, 'period', 'repin', REPORT, PERIOD)).to.equal(
        [
          'Đã gắn lại định nghĩa. Thay đổi:',
          '  Biểu mẫu “TTTT-2”: thay đổi ở title',
          '  Lịch làm việc, “holidays”: thêm 2024-12-31',
          '',
        ].join('\n'),
      );
      expect(await must(changed, 'period', 'repin', REPORT, PERIOD)).to.equal(nothing);
      expect(await must(changed, 'status', REPORT, PERIOD)).to.contain('Nền tảng chia sẻ dữ liệu (sửa)');
    });

    it('takes nothing in once the period is closed', async () => {
      expect(await tongHop('period close', REPORT, PERIOD)).to.contain(`Đã đóng kỳ ${PERIOD}`);
      const before = await dump();
      for (const args of [
        ['import', REPORT, PERIOD, sent],
        ['period', 'close', REPORT, PERIOD],
      ]) {
        const { code, stderr } = await run(environment, ...args);
        expect(code).to.equal(1);
        expect(stderr).to.match(/đã đóng/);
      }
      expect(await dump()).to.deep.equal(before);
    });
  });

  describe('compared', () => {
    it('prints the same bytes from both databases', () => {
      for (const file of FILES)
        expect(hashes.get(`PostgreSQL ${file}`), file).to.equal(hashes.get(`SQLite ${file}`));
      expect(hashes.size).to.equal(2 * FILES.length);
    });
  });
});

/** A sample as sent, but for one body and for the reasons that were given beforehand. */
function sendAllBut(body: string, folder: string): void {
  cpSync(join(SAMPLES, PERIOD), folder, { recursive: true });
  edit(join(folder, 'F-BO.csv'), (text) => text.replace(new RegExp(`^${body},.*\n`, 'm'), ''));
  edit(join(folder, 'period.yaml'), (text) => text.replace(/^justifications:[^]*/m, ''));
}

/** The definitions with another title of a form and another holiday. */
function changedReports(folder: string): string {
  const reports = copyReports(join(folder, 'reports'));
  changeForm(reports);
  edit(join(reports, 'calendar.yaml'), (text) =>
    text.replace(/^holidays:\n/m, 'holidays:\n  - 2024-12-31\n'),
  );
  return reports;
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
