/** Past figures on the command line: as they were reported, and restated to the bodies of today. */
import { expect } from 'chai';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { expectSentences, folderOfSuite, must, run } from '../cli/command-line.ts';
import { MONTHLY, openSeries, removeFolder, seriesFolder } from './series-office.ts';

describe('tong-hop figures', function () {
  this.timeout(60_000);
  const folder = folderOfSuite();
  let environment: Readonly<Record<string, string>>;

  before(async () => {
    const url = `sqlite:${folder()}/series.db`;
    const reportsDir = await seriesFolder();
    const db = await connect(url, { create: true });
    try {
      await migrate(db);
      await openSeries(db, reportsDir, [MONTHLY]);
    } finally {
      await db.destroy();
    }
    environment = { DATABASE_URL: url, REPORTS_DIR: reportsDir };
  });
  after(() => removeFolder(environment['REPORTS_DIR'] ?? ''));

  const linesOf = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await must(environment, 'figures', MONTHLY, ...args)).trimEnd().split('\n');

  const cases: readonly [about: string, args: readonly string[], lines: readonly string[]][] = [
    [
      'a merged province as it was reported',
      ['ho-so', '--of', 'lao-cai-2025', '--period', '2025-06'],
      [
        'Hồ sơ đã giải quyết (hồ sơ), như đã báo cáo trong từng kỳ',
        '',
        'Tháng 6 năm 2025',
        '  Đơn vị        Số liệu  Nguồn',
        '  tỉnh Lào Cai    2.188  phiếu báo cáo',
        '  tỉnh Yên Bái      626  phiếu báo cáo',
      ],
    ],
    [
      'and restated',
      ['ho-so', '--of', 'lao-cai-2025', '--period', '2025-06', '--restated'],
      [
        'Hồ sơ đã giải quyết (hồ sơ), quy đổi theo các đơn vị của tháng 9 năm 2025',
        '',
        'Tháng 6 năm 2025',
        '  Đơn vị        Số liệu  Nguồn',
        '  tỉnh Lào Cai    2.814  tỉnh Lào Cai + tỉnh Yên Bái',
        '  Tổng            2.814  tỉnh Lào Cai + tỉnh Yên Bái',
      ],
    ],
    [
      'a year to date that is restated',
      ['ho-so', '--of', 'lao-cai-2025', '--period', '2025-06', '--restated', '--span', 'ytd'],
      [
        'Hồ sơ đã giải quyết (hồ sơ), tính từ đầu năm, quy đổi theo các đơn vị của tháng 9 năm 2025',
        '',
        'Tháng 6 năm 2025',
        '  Đơn vị        Số liệu  Nguồn',
        '  tỉnh Lào Cai   18.994  tỉnh Lào Cai + tỉnh Yên Bái',
        '  Tổng           18.994  tỉnh Lào Cai + tỉnh Yên Bái',
      ],
    ],
    [
      'an owner that changed',
      ['su-co', '--period', '2025-02', '--span', 'ytd'],
      [
        'Sự cố tấn công mạng (cuộc), tính từ đầu năm, như đã báo cáo trong từng kỳ',
        '',
        'Tháng 02 năm 2025',
        '  Đơn vị                        Số liệu  Nguồn',
        '  Bộ Thông tin và Truyền thông      428  hệ thống tính',
        '  Tổng                              428  hệ thống tính',
      ],
    ],
    [
      'one who was not asked',
      ['su-co', '--period', '2025-02', '--of', 'tinh'],
      [
        'Sự cố tấn công mạng (cuộc), như đã báo cáo trong từng kỳ',
        '',
        'Tháng 02 năm 2025',
        '  không có đơn vị nào được hỏi',
      ],
    ],
  ];
  for (const [about, args, lines] of cases)
    it(`shows ${about}`, async () => {
      expect(await linesOf(...args)).to.deep.equal(lines);
    });

  it('shows parts, and what cannot be told', async () => {
    const lines = await linesOf('ho-so', '--of', 'bo', '--period', '2025-02', '--restated');
    const wanted = ['Bộ Nội vụ', 'Bộ Tài chính', 'Bộ Khoa học', 'Bộ Y tế', 'Tổng'];
    expect(lines.filter((line) => wanted.some((name) => line.startsWith(`  ${name}`)))).to.deep.equal([
      '  Bộ Nội vụ                        không so sánh được  đơn vị đã sắp xếp lại, không quy đổi được',
      '  Bộ Tài chính                                  4.580  Bộ Kế hoạch và Đầu tư + Bộ Tài chính',
      '  Bộ Khoa học và Công nghệ                      2.075  0,6 × Bộ Thông tin và Truyền thông + Bộ Khoa học và Công nghệ',
      '  Bộ Y tế                          không so sánh được  đơn vị đã sắp xếp lại, không quy đổi được',
      '  Tổng                                         28.933  hệ thống tính',
    ]);
  });

  it('shows flags and classes as they were, and restated those of bodies that did not change', async () => {
    const args = ['muc', '--of', 'tinh', '--status', 'xong', '--period', '2025-06'];
    const before = await linesOf(...args);
    expect(before).to.have.length(3 + 1 + 63 + 1);
    expect(before.at(-1)?.replace(/ +/g, ' ')).to.equal(' Tổng 46 hệ thống tính');
    const after = (await linesOf(...args, '--restated')).map((line) => line.trim().replace(/ {2,}/g, ' | '));
    expect(after).to.have.length(3 + 1 + 34 + 1);
    expect(after.filter((line) => /Điện Biên|Huế|Lào Cai|Tổng/.test(line))).to.deep.equal([
      'tỉnh Điện Biên | hoàn thành | phiếu báo cáo',
      'tỉnh Lào Cai | không so sánh được | đơn vị đã sắp xếp lại, không quy đổi được',
      'thành phố Huế | hoàn thành | phiếu báo cáo',
      'Tổng | không so sánh được | đơn vị đã sắp xếp lại, không quy đổi được',
    ]);
  });

  it('gives the same to programs', async () => {
    const args = ['ho-so', '--of', 'lao-cai-2025', '--restated', '--period', '2024-09', '--json'];
    expect(JSON.parse((await linesOf(...args)).join('\n'))).to.deep.equal({
      report: MONTHLY,
      indicator: 'ho-so',
      label: 'Hồ sơ đã giải quyết',
      unit: 'hồ sơ',
      span: 'period',
      view: 'restated',
      seenFrom: '2025-09',
      classes: {},
      periods: [
        {
          period: '2024-09',
          figures: [
            {
              entity: 'lao-cai-2025',
              name: 'tỉnh Lào Cai',
              value: '2977',
              basis: 'restated',
              from: [
                { entity: 'lao-cai', name: 'tỉnh Lào Cai', weight: '1' },
                { entity: 'yen-bai', name: 'tỉnh Yên Bái', weight: '1' },
              ],
            },
          ],
          total: {
            entity: '',
            name: '',
            value: '2977',
            basis: 'restated',
            from: [
              { entity: 'lao-cai', name: 'tỉnh Lào Cai', weight: '1' },
              { entity: 'yen-bai', name: 'tỉnh Yên Bái', weight: '1' },
            ],
          },
        },
      ],
    });
  });

  it('shows every opened period by itself', async () => {
    const lines = await linesOf('ho-so', '--of', 'cao-bang');
    expect(
      lines.filter((line) => line.startsWith('  tỉnh')).map((line) => line.trim().split(/ {2,}/)[1]),
    ).to.deep.equal([
      '2.357',
      '1.938',
      '2.322',
      '2.348',
      '2.440',
      '2.283',
      '2.277',
      '2.253',
      '2.399',
      '2.558',
      '2.073',
      '1.900',
      '2.454',
    ]);
  });

  const refused: readonly [about: string, args: readonly string[], start: string][] = [
    ['an unknown indicator', ['ho-so-moi'], 'Báo cáo không có chỉ tiêu “ho-so-moi”.'],
    ['an unknown scope', ['ho-so', '--of', 'lao-cay'], 'Không có khối, danh sách hoặc đơn vị “lao-cay”.'],
    [
      'an unknown class',
      ['muc', '--status', 'xongg'],
      '“muc” không có mức “xongg”; các mức: xong, dang, chua.',
    ],
    ['a class of what has none', ['ho-so', '--status', 'xong'], '“ho-so” không phải chỉ tiêu trạng thái'],
    ['a period that was never opened', ['ho-so', '--period', '2023-01'], 'Kỳ 2023-01 của báo cáo'],
  ];
  for (const [about, args, start] of refused)
    it(`refuses ${about}`, async () => {
      const { code, stdout, stderr } = await run(environment, 'figures', MONTHLY, ...args);
      expect([code, stdout]).to.deep.equal([1, '']);
      expect(stderr.startsWith(start), stderr).to.equal(true);
      expectSentences(stderr);
    });
});
