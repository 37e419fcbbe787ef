/** tong-hop correct as it is typed, and what status shows of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { expectSentences, folderOfSuite, must, run } from './command-line.ts';

const REPORTS_DIR = join(import.meta.dirname, '..', 'corrections', 'reports');
const PERIOD = ['ho-so-mau', '2024-09'] as const;

describe('tong-hop correct', () => {
  const folder = folderOfSuite();
  let environment: Record<string, string> = {};

  before(async () => {
    environment = { DATABASE_URL: `sqlite:${join(folder(), 'tong-hop.db')}`, REPORTS_DIR };
    const file = write('F-TINH.csv', [
      'entity,ho-so,truc-tuyen,tram,ke-hoach',
      'ha-noi,200,100,10,có',
      'an-giang,100,60,20,không',
      'ca-mau,100,40,30,không',
    ]);
    await must(environment, 'migrate');
    await must(environment, 'period', 'open', ...PERIOD);
    await must(environment, 'import', ...PERIOD, file);
    await must(environment, 'period', 'close', ...PERIOD);
  });

  it('corrects one value, and status shows it with its reason', async () => {
    const typed = ['Cà Mau', 'F-TINH', 'Số hồ sơ', '1.200.000', '--from', '100', '--reason', 'Cộng sót'];
    expect(await must(environment, 'correct', ...PERIOD, ...typed, '--at', '2024-10-20T09:30')).to.equal(
      'Đã đính chính biểu F-TINH, tỉnh Cà Mau, ô “Số hồ sơ”: 100 → 1.200.000.\n',
    );
    expect(await must(environment, 'status', ...PERIOD)).to.match(
      /Đính chính sau khi phát hành:\n {2}09:30 ngày 20\/10\/2024: tỉnh Cà Mau \(biểu F-TINH\), ô “Số hồ sơ”: 100 → 1\.200\.000\. Lý do: Cộng sót\n$/,
    );
    const status = JSON.parse(await must(environment, 'status', ...PERIOD, '--json'));
    expect(status.corrections).to.have.length(1);
  });

  it('takes a file, and says what is wrong with one by row and column', async () => {
    const header = 'đơn vị,biểu,chỉ tiêu,số cũ,số mới,lý do';
    const wrong = write('sai.csv', [header, 'an-giang,F-TINH,ho-so,99,160,Cộng sót']);
    const refused = await run(environment, 'correct', ...PERIOD, '--file', wrong);
    expect(refused).to.include({ code: 1, stdout: '' });
    expect(refused.stderr).to.equal(
      'Chưa đính chính, không ghi gì. Đề nghị sửa các lỗi sau:\n  sai.csv, dòng 2, cột D (số cũ): tìm thấy «99», cần số đang có trong hệ thống, là 100\n',
    );
    expectSentences(refused.stderr);
    const right = write('dung.csv', [header, 'an-giang,F-TINH,ho-so,100,160,Cộng sót']);
    expect(await must(environment, 'correct', ...PERIOD, '--file', right)).to.equal(
      'Đã đính chính biểu F-TINH, tỉnh An Giang, ô “Số hồ sơ”: 100 → 160.\n',
    );
  });

  function write(name: string, lines: readonly string[]): string {
    const path = join(folder(), name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  }
});
