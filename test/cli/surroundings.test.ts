/** Whatever is wrong around the program: one clear sentence in Vietnamese, a failing exit code, and no stack trace. */
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REPORT, SAMPLES } from '../reports/samples.ts';
import { expectSentences, folderOfSuite, must, run, runProcess, startProcess } from './command-line.ts';
import { dumpOf } from './dump.ts';
import { copyReports, edit } from './reports-copy.ts';

const PERIOD = '2024-10';
const STATUS = ['status', REPORT, PERIOD];
const SENT = join(SAMPLES, PERIOD);

/** Settings besides DATABASE_URL, whose default is a database with the period open; `{}` in values is the suite's folder. */
type Settings = Readonly<Record<string, string>>;
type Wrong = readonly [what: string, settings: Settings, args: readonly string[], says: RegExp];

const WRONG: readonly Wrong[] = [
  [
    'a missing database',
    { DATABASE_URL: 'sqlite:{}/none.db' },
    STATUS,
    /Không tìm thấy tệp .*none\.db\..*tong-hop migrate/,
  ],
  ['a folder for a database', { DATABASE_URL: 'sqlite:{}' }, STATUS, /không phải là một tệp/],
  [
    'a file of something else',
    { DATABASE_URL: 'sqlite:{}/text.db' },
    STATUS,
    /không phải là cơ sở dữ liệu SQLite hoặc đã bị hỏng/,
  ],
  ['a database with broken pages', { DATABASE_URL: 'sqlite:{}/broken.db' }, STATUS, /bị hỏng.*bản sao lưu/],
  [
    'an empty database',
    { DATABASE_URL: 'sqlite:{}/empty.db' },
    STATUS,
    /chưa được cập nhật cấu trúc.*tong-hop migrate/,
  ],
  [
    'another kind of database',
    { DATABASE_URL: 'mysql://a:b@c/d' },
    STATUS,
    /DATABASE_URL không đúng: .*"mysql" không được hỗ trợ/,
  ],
  [
    'half an address',
    { DATABASE_URL: 'postgres://máy-chủ' },
    STATUS,
    /DATABASE_URL không đúng: .*postgres:\/\//,
  ],
  [
    'a server that is not there',
    { DATABASE_URL: 'postgres://ai:bi-mat@127.0.0.1:9/th' },
    STATUS,
    /Không kết nối được tới máy chủ PostgreSQL/,
  ],
  [
    'a folder that cannot be made',
    { DATABASE_URL: 'sqlite:{}/text.db/sub/a.db' },
    ['migrate'],
    /Không tạo được thư mục/,
  ],
  ['no folder of reports', { REPORTS_DIR: '{}/none' }, ['check'], /REPORTS_DIR: không có thư mục .*none/],
  ['no report in the folder', { REPORTS_DIR: '{}/no-reports' }, ['check'], /chưa có báo cáo nào/],
  [
    'a demonstration without samples',
    { REPORTS_DIR: '{}/no-reports' },
    ['demo', '--dir', '{}/demo'],
    /không có kỳ mẫu nào/,
  ],
  [
    'an unknown report',
    {},
    ['period', 'open', 'chuyen-doi-xanh', PERIOD],
    /không có thư mục của báo cáo “chuyen-doi-xanh”\. Các báo cáo hiện có: /,
  ],
  ['an unknown report to check', {}, ['check', 'chuyen-doi-xanh'], /Định nghĩa có 1 lỗi/],
  ['a report that is a path', {}, ['period', 'open', '../reports', PERIOD], /không phải mã báo cáo/],
  [
    'a wrong definition',
    { REPORTS_DIR: '{}/wrong-reports' },
    ['period', 'open', REPORT, '2024-09'],
    /chưa đúng nên chưa dùng được.*\n +wrong-reports\/chuyen-doi-so\/forms\.yaml:\d+: .+/,
  ],
  [
    'a definition to check that is wrong',
    { REPORTS_DIR: '{}/wrong-reports' },
    ['check'],
    /Định nghĩa có \d+ lỗi/,
  ],
  [
    'no browser',
    { CHROMIUM_PATH: '{}/chromium' },
    ['compile', REPORT, PERIOD, '--draft', '--out', '{}/out'],
    /CHROMIUM_PATH: .*chromium không phải tệp chạy được/,
  ],
  [
    'a browser that is none',
    { CHROMIUM_PATH: '/bin/false' },
    ['compile', REPORT, PERIOD, '--draft', '--out', '{}/out'],
    /Không khởi động được trình duyệt Chromium tại «\/bin\/false»/,
  ],
  [
    'no place for the browser',
    { CACHE_DIR: '{}/text.db/cache' },
    ['compile', REPORT, PERIOD, '--draft', '--out', '{}/out'],
    /Không giải nén được trình duyệt Chromium vào .*text\.db\/cache.*quyền ghi.*CACHE_DIR/,
  ],
  [
    'a folder that cannot be written',
    {},
    ['compile', REPORT, PERIOD, '--draft', '--out', '{}/text.db/out'],
    /Không ghi được báo cáo vào thư mục .*text\.db\/out/,
  ],
  [
    'a period that is not open',
    {},
    ['import', REPORT, '2024-09', SENT + '/F-TINH.csv'],
    /Kỳ 2024-09 .*chưa được mở.*tong-hop period open/,
  ],
  [
    'a period of another report',
    {},
    ['compile', 'khac', PERIOD, '--out', '{}/out'],
    /Kỳ 2024-10 của báo cáo “khac” chưa được mở/,
  ],
  [
    'a period of another kind',
    {},
    ['period', 'open', REPORT, '2024-Q3'],
    /“2024-Q3” không phải là kỳ.*2024-10/,
  ],
  ['a period that is none', {}, ['period', 'open', REPORT, '10/2024'], /“10\/2024” không phải là kỳ/],
  ['a year without a calendar', {}, ['period', 'open', REPORT, '2035-01'], /Chưa có lịch nghỉ của năm 2035/],
  [
    'settings that are not there',
    {},
    ['period', 'open', REPORT, '2024-09', '--settings', '{}/none.yaml'],
    /none\.yaml:1: tìm thấy đường dẫn không tồn tại/,
  ],
  [
    'files that are not there',
    {},
    ['import', REPORT, PERIOD, '{}/none.csv'],
    /none\.csv: tìm thấy đường dẫn không tồn tại/,
  ],
  [
    'a history that is not there',
    {},
    ['history', REPORT, '{}/none.csv'],
    /none\.csv: tìm thấy đường dẫn không tồn tại/,
  ],
  [
    'an unknown body',
    {},
    ['waive', REPORT, PERIOD, 'Atlantis', '--reason', 'x'],
    /Không xác định được đơn vị “Atlantis”/,
  ],
  [
    'a body that owes nothing of the form',
    {},
    ['waive', REPORT, PERIOD, 'ha-noi', '--form', 'F-BO', '--reason', 'x'],
    /không phải nộp biểu F-BO/,
  ],
  [
    'a paper that never came',
    {},
    ['return', REPORT, PERIOD, 'F-TINH', 'ha-noi', '--reason', 'x'],
    /Chưa có phiếu nào/,
  ],
  [
    'an unknown finding',
    {},
    ['justify', REPORT, PERIOD, 'la-lam', '--reason', 'x'],
    /không có phát hiện “la-lam”/,
  ],
];

describe('the command line in wrong surroundings', () => {
  const folder = folderOfSuite();
  const filled = (text: string): string => text.replaceAll('{}', folder());
  let opened = '';

  before(async () => {
    opened = `sqlite:${join(folder(), 'open.db')}`;
    await must({ DATABASE_URL: opened }, 'migrate');
    await must({ DATABASE_URL: opened }, 'period', 'open', REPORT, PERIOD);
    const whole = readFileSync(join(folder(), 'open.db'));
    writeFileSync(join(folder(), 'broken.db'), whole.fill(0x5a, 4096, whole.length - 4096));
    writeFileSync(join(folder(), 'text.db'), 'Đây không phải là cơ sở dữ liệu. '.repeat(50));
    writeFileSync(join(folder(), 'empty.db'), '');
    writeFileSync(join(folder(), 'chromium'), 'not a program');
    mkdirSync(join(folder(), 'no-reports'));
    const wrong = copyReports(join(folder(), 'wrong-reports'));
    edit(join(wrong, REPORT, 'forms.yaml'), (text) => text.replace('body: bo-y-te\n', 'body: bo-y-tế\n'));
  });

  for (const [what, settings, args, says] of WRONG)
    it(`says so of ${what}`, async () => {
      const environment = Object.fromEntries(
        Object.entries({ DATABASE_URL: opened, ...settings }).map(([name, value]) => [name, filled(value)]),
      );
      const { code, stdout, stderr } = await run(environment, ...args.map(filled));
      expect(code, stderr).to.equal(1);
      expect(stderr).to.match(says);
      expectSentences(stderr);
      expect(stderr).to.not.contain('bi-mat');
      expect(stdout).to.not.match(/^Đã /m);
    });

  it('keeps no edition that it could not print or write', async () => {
    expect((await dumpOf(opened)).counts).to.include({ editions: 0, waivers: 0, periods: 1 });
  });

  it('says the same in a process of its own, and shows the cause when asked', async () => {
    const environment = { DATABASE_URL: `sqlite:${join(folder(), 'none.db')}` };
    const inside = await run(environment, ...STATUS);
    expect(await runProcess(environment, ...STATUS)).to.deep.equal(inside);
    const debugged = await run({ ...environment, TONG_HOP_DEBUG: '1' }, ...STATUS);
    expect(debugged.stderr)
      .to.contain(inside.stderr.trim())
      .and.to.match(/DatabaseProblem.*\n +at /s);
  });

  it('works on when nobody reads its answer to the end', async () => {
    const { process, stderr } = startProcess({ DATABASE_URL: opened }, ...STATUS, '--json');
    process.stdout?.destroy();
    const [code] = await once(process, 'close');
    expect({ code, stderr: stderr() }).to.deep.equal({ code: 0, stderr: '' });
  });
});
