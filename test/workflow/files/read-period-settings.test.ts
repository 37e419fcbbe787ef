import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { formatProblem } from '../../../src/definitions/problem.ts';
import { readPeriodSettings, receivedAt } from '../../../src/workflow/files/read-period-settings.ts';
import { DEFINITION } from '../../domain/intake/definitions.ts';

const TIMES = [
  'open: 2024-10-01T00:00:00+07:00',
  'due: 2024-10-25T17:00:00+07:00',
  'close: 2024-10-28T17:00:00+07:00',
  'publish: 2024-11-05T09:00:00+07:00',
];
const time = (value: string): string =>
  `phải là thời điểm kèm múi giờ, ví dụ “2024-10-25T17:00:00+07:00”; đang là “${value}”.`;

const BAD: readonly (readonly [what: string, text: string, messages: readonly string[]])[] = [
  ['a missing time', TIMES.slice(1).join('\n'), ['1: thiếu khóa “open”; vui lòng bổ sung.']],
  [
    'an unknown key',
    [...TIMES, 'publsh: x'].join('\n'),
    ['5: không có khóa “publsh” ở đây; có lẽ cần viết “publish”.'],
  ],
  [
    'a time without zone',
    ['open: 2024-10-01 00:00', ...TIMES.slice(1)].join('\n'),
    [`1: “open” ${time('2024-10-01 00:00')}`],
  ],
  [
    'a day that does not exist',
    ['open: 2024-09-31T00:00:00+07:00', ...TIMES.slice(1)].join('\n'),
    ['1: “open” không phải một ngày có thật: “2024-09-31T00:00:00+07:00”.'],
  ],
  [
    'times out of order',
    [...TIMES.slice(0, 2), 'close: 2024-10-24T17:00:00+07:00', TIMES[3]].join('\n'),
    ['3: “close” (2024-10-24T17:00:00+07:00) phải sau “due” (2024-10-25T17:00:00+07:00).'],
  ],
  [
    'an unknown window',
    [...TIMES, 'windows:', '  kyy: {from: 2024-10-01, to: 2024-10-31}'].join('\n'),
    ['6: không có kỳ số liệu “kyy”; có lẽ cần viết “ky”.'],
  ],
  [
    'a window backwards',
    [...TIMES, 'windows:', '  ky: {from: 2024-10-31, to: 2024-10-01}'].join('\n'),
    ['6: kỳ số liệu “ky” bắt đầu (2024-10-31) sau khi kết thúc (2024-10-01).'],
  ],
  [
    'an unknown form and body',
    [
      ...TIMES,
      'received:',
      '  F-XYZ: {ha-noi: 2024-10-20T08:00:00+07:00}',
      '  F-BO:',
      '    ngan-hang: 2024-10-20T08:00:00+07:00',
    ].join('\n'),
    ['6: không có biểu “F-XYZ”.', '8: không có đơn vị “ngan-hang”.'],
  ],
  [
    'a waiver without reason',
    [...TIMES, 'waivers:', '  - {entity: ha-noi, at: 2024-10-20T08:00:00+07:00}'].join('\n'),
    ['6: thiếu khóa “reason”; vui lòng bổ sung.'],
  ],
  [
    'a waiver of nobody',
    [...TIMES, 'waivers:', '  - {entity: hanoi, form: F, reason: bão, at: 2024-10-20T08:00:00+07:00}'].join(
      '\n',
    ),
    ['6: không có đơn vị “hanoi”; có lẽ cần viết “ha-noi”.', '6: không có biểu “F”.'],
  ],
];

describe('readPeriodSettings', () => {
  let folder: string;
  let path: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'period-'));
    path = join(folder, 'period.yaml');
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  it('reads everything that a period can say', async () => {
    await writeFile(
      path,
      [
        'illustrative: true',
        ...TIMES,
        'windows:',
        '  ky: {from: 2024-09-20, to: 2024-10-23}',
        'document: {date: 2024-11-05, number: 200, signer: Nguyễn Văn A}',
        'received:',
        '  default: 2024-10-24T10:00:00+07:00',
        '  F-TINH: {ha-noi: 2024-10-26T10:00:00+07:00}',
        'confirmStanding: true',
        'waivers:',
        '  - {entity: nam-dinh, form: F-TINH, reason: khắc phục bão, at: 2024-10-20T08:00:00+07:00}',
        'justifications:',
        '  - {finding: "outlier:F-TINH/ha-noi/ho-so", reason: đã xác nhận}',
      ].join('\n'),
    );
    const reading = await readPeriodSettings(path, DEFINITION);
    expect(reading).to.deep.equal({
      ok: true,
      settings: {
        illustrative: true,
        open: '2024-10-01T00:00:00+07:00',
        due: '2024-10-25T17:00:00+07:00',
        close: '2024-10-28T17:00:00+07:00',
        publish: '2024-11-05T09:00:00+07:00',
        windows: { ky: { from: '2024-09-20', to: '2024-10-23' } },
        document: { date: '2024-11-05', number: '200', signer: 'Nguyễn Văn A' },
        received: {
          default: '2024-10-24T10:00:00+07:00',
          byForm: { 'F-TINH': { 'ha-noi': '2024-10-26T10:00:00+07:00' } },
        },
        confirmStanding: true,
        waivers: [
          { entity: 'nam-dinh', form: 'F-TINH', reason: 'khắc phục bão', at: '2024-10-20T08:00:00+07:00' },
        ],
        justifications: [
          {
            finding: 'outlier:F-TINH/ha-noi/ho-so',
            reason: 'đã xác nhận',
            at: '2024-11-05T09:00:00+07:00',
          },
        ],
      },
    });
  });

  it('needs no more than the four times', async () => {
    await writeFile(path, TIMES.join('\n'));
    const reading = await readPeriodSettings(path, DEFINITION);
    expect(reading.ok && reading.settings).to.deep.include({
      illustrative: false,
      windows: {},
      received: { byForm: {} },
      waivers: [],
      justifications: [],
    });
  });

  for (const [what, text, messages] of BAD)
    it(`refuses ${what}`, async () => {
      await writeFile(path, text);
      const reading = await readPeriodSettings(path, DEFINITION);
      expect(reading.ok ? [] : reading.problems.map(formatProblem)).to.deep.equal(
        messages.map((message) => `period.yaml:${message}`),
      );
    });

  it('names the line of broken YAML', async () => {
    await writeFile(path, [...TIMES, 'windows: ['].join('\n'));
    const reading = await readPeriodSettings(path, DEFINITION);
    expect(reading.ok ? [] : reading.problems.map(({ line }) => line)).to.deep.equal([5]);
  });

  it('names a file that is not there', async () => {
    const reading = await readPeriodSettings(join(folder, 'khac.yaml'), DEFINITION);
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).to.deep.equal([
      'khac.yaml:1: tìm thấy đường dẫn không tồn tại, cần đường dẫn của một tệp hoặc thư mục có thật.',
    ]);
  });

  it('takes the time of a body, or else the default', () => {
    const received = { default: 'sớm', byForm: { F: { 'ha-noi': 'muộn' } } };
    expect(receivedAt(received, 'F', 'ha-noi')).to.equal('muộn');
    expect(receivedAt(received, 'F', 'nam-dinh')).to.equal('sớm');
    expect(receivedAt({ byForm: {} }, 'F', 'nam-dinh')).to.equal(undefined);
  });
});
