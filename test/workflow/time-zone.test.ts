/** Days and times are Vietnam's, wherever the machine is and whatever its clock is set to. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '../..');
const CHILD = join('test', 'workflow', 'children', 'times.ts');

const ZONES: readonly [zone: string, offset: number][] = [
  ['America/New_York', -4],
  ['Pacific/Kiritimati', 14],
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', 7],
];

describe('days and times', () => {
  for (const [zone, offset] of ZONES)
    it(`are those of Vietnam on a machine in ${zone}`, () => {
      const printed = execFileSync(process.execPath, ['--import', 'tsx', CHILD], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], TZ: zone },
        encoding: 'utf8',
      });
      expect(JSON.parse(printed)).to.deep.equal({
        offset,
        lastSecond: '2024-10-31T23:59:59+07:00',
        midnight: '2024-11-01T00:00:00+07:00',
        newYear: '2025-01-01T00:00:00+07:00',
        leapDay: '2024-02-29T00:00:00+07:00',
        givenDay: '2024-11-01T00:00:00+07:00',
        givenInUtc: '2024-11-01T00:00:00+07:00',
        givenInNewYork: '2024-11-01T00:00:00+07:00',
        due: '2025-01-02',
        works: [true, false, false, true],
        next: ['2024-03-10', '2024-03-11', '2024-11-03', '2024-11-04'],
        days: [31, 61],
        isLeapDay: true,
        window: { from: '2024-02-15', to: '2024-03-14' },
        late: [false, true, true],
      });
    }).timeout(20_000);
});
