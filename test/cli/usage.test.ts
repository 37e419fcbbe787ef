/** The words of the command line itself: help and mistyped commands, in Vietnamese throughout. */
import { expect } from 'chai';
import { expectSentences, run } from './command-line.ts';

const NAMES = 'demo check migrate period import history return waive justify correct status compile'.split(
  ' ',
);
const ENGLISH =
  /\b(Usage|Options|Commands|Arguments|display|help for|default|error|option|argument|command)\b/;

const MISTYPED: readonly (readonly [args: string, says: string])[] = [
  ['nope', 'Không có lệnh “nope”.'],
  ['statsu', 'Không có lệnh “statsu”. Có lẽ cần ghi: status.'],
  ['period opne a b', 'Không có lệnh “opne”. Có lẽ cần ghi: open.'],
  ['status', 'Thiếu tham số <báo-cáo>.'],
  ['period open a', 'Thiếu tham số <kỳ>.'],
  ['import a b', 'Thiếu tham số <đường-dẫn>.'],
  ['status a b c', 'Thừa tham số: lệnh này nhận 2, đã ghi 3.'],
  ['status --jsno a b', 'Không có tùy chọn “--jsno”. Có lẽ cần ghi: --json.'],
  ['compile a b', 'Thiếu tùy chọn --out <thư mục>.'],
  ['compile a b --out', 'Tùy chọn --out <thư mục> thiếu giá trị.'],
  ['waive a b c', 'Thiếu tùy chọn --reason <lý do>.'],
  ['correct a b', 'Thiếu tham số <đơn-vị>.'],
  ['correct a b c d e', 'Thiếu tham số <số-mới>.'],
  ['correct a b c d e 1', 'Thiếu tùy chọn --reason <lý do>.'],
  ['correct a b c d e 1 2', 'Thừa tham số: lệnh này nhận 6, đã ghi 7.'],
  ['status a b --at hôm-qua', 'Giá trị “hôm-qua” của --at <thời điểm> không đúng.'],
  ['status a b --at 2024-02-30', 'Giá trị “2024-02-30” của --at <thời điểm> không đúng.'],
  ['status a b --at 2024-10-25T24:00', 'Giá trị “2024-10-25T24:00” của'],
  ['status a b --at 2024-10-25T10:00+99:00', 'Giá trị “2024-10-25T10:00+99:00” của'],
];

describe('the words of the command line', () => {
  for (const [args, says] of MISTYPED)
    it(`answers “${args}”`, async () => {
      const { code, stdout, stderr } = await run({}, ...args.split(' '));
      expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
      expect(stderr.slice(0, says.length)).to.equal(says);
      expect(stderr).to.match(/\nCách dùng: tong-hop .*\. Xem thêm: tong-hop .*--help\n$/);
      expect(stderr.replaceAll('[tùy chọn]', '')).to.not.match(ENGLISH);
      expectSentences(stderr);
    });

  it('lists every command of the contract in its help', async () => {
    const { code, stdout, stderr } = await run({}, '--help');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    for (const name of NAMES) expect(stdout).to.match(new RegExp(`^  ${name} `, 'm'));
    const empty = await run({});
    expect({ code: empty.code, stdout: empty.stdout, stderr: empty.stderr }).to.deep.equal({
      code: 1,
      stdout: '',
      stderr: stdout,
    });
  });

  for (const command of [...NAMES, ...['open', 'close', 'status', 'repin'].map((name) => `period ${name}`)])
    it(`helps with ${command}`, async () => {
      const { code, stdout } = await run({}, ...command.split(' '), '--help');
      expect(code).to.equal(0);
      expect(stdout).to.match(/^Cách dùng: tong-hop /);
      expect(stdout).to.match(/^ +-h, --help +xem hướng dẫn$/m);
      expect(stdout).to.not.match(ENGLISH);
    });
});
