/** The demonstration: from the sample files to PDFs, and again over what the first run left. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REPORT } from '../reports/samples.ts';
import { folderOfSuite, must, runProcess } from './command-line.ts';
import { changeForm, copyReports } from './reports-copy.ts';

const PERIOD = '2024-10';

describe('the demonstration', () => {
  const folder = folderOfSuite();

  it('prints every sample month, and works again after a run and a change of the definition', async () => {
    const environment = { REPORTS_DIR: copyReports(join(folder(), 'reports'), [PERIOD]) };
    const dir = join(folder(), 'demo');
    const command = ['demo', '--dir', dir, '--once'];
    const first = await runProcess(environment, ...command);
    expect({ code: first.code, stderr: first.stderr }).to.deep.equal({ code: 0, stderr: '' });
    const pdf = join(dir, REPORT, PERIOD, 'report.pdf');
    expect(first.stdout)
      .to.contain('Đã tiếp nhận 98 phiếu;')
      .and.to.match(/Đã nhận đủ phiếu báo cáo\./);
    expect(first.stdout).to.contain(`Các báo cáo mẫu:\n  ${pdf}\n`);
    expect(readFileSync(pdf).subarray(0, 5).toString()).to.equal('%PDF-');
    expect(readdirSync(dir)).to.include.members([REPORT, 'tong-hop.db']);

    changeForm(environment.REPORTS_DIR);
    const again = await must(environment, ...command);
    expect(again).to.contain('Đã cập nhật kỳ báo cáo:\n  Biểu mẫu “TTTT-2”: thay đổi ở title\n');
    expect(again).to.contain(
      'Đã tiếp nhận 0 phiếu; 0 phiếu trống chưa tiếp nhận; 98 phiếu không đổi; 0 số liệu',
    );
    expect(again).to.contain('Nền tảng chia sẻ dữ liệu (sửa)').and.to.contain(`Đã in: ${pdf}\n`);
  });
});
