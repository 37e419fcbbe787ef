/** tong-hop propose and confirm as a person runs them: what they show, and each refusal in words. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { expectSentences, folderOfSuite, must, ROOT, run } from './command-line.ts';

const REPORT = 'giu-nguyen';
const OFFICE = 'van-phong-chinh-phu';
const RADIO = 'Đài Tiếng nói Việt Nam';
const AT = ['--at', '2024-07-28'];

describe('standing answers on the command line', () => {
  const folder = folderOfSuite();
  let environment: Record<string, string> = {};

  before(async () => {
    const reports = join(folder(), 'reports');
    mkdirSync(reports);
    for (const file of ['entities.csv', 'rosters.yaml', 'calendar.yaml'])
      cpSync(join(ROOT, 'reports', file), join(reports, file));
    cpSync(join(ROOT, 'test/workflow', REPORT), join(reports, REPORT), { recursive: true });
    environment = { DATABASE_URL: `sqlite:${join(folder(), 'tong-hop.db')}`, REPORTS_DIR: reports };
    await must(environment, 'migrate');
    await must(environment, 'period', 'open', REPORT, '2024-06');
    const june = join(folder(), 'nop');
    mkdirSync(june);
    write(june, 'F-CQ.csv', 'entity,ho-so,may-chu,quy-che,quy-che.document', `${RADIO},100,1200,có,12/QĐ`);
    write(june, 'VPCP-1.csv', 'entity,he-thong,he-thong.asOf', `${OFFICE},12,2024-06-19`);
    write(june, 'VPCP-1.so-phan-mem.csv', 'entity,ten,ngay', `${OFFICE},Alpha,2023-01-02`);
    await must(environment, 'import', REPORT, '2024-06', june, '--at', '2024-06-28');
    await must(environment, 'period', 'open', REPORT, '2024-07');
  });

  const write = (into: string, name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(into, name), `${lines.join('\n')}\n`);

  it('shows what may be confirmed, of which day, and for how long yet', async () => {
    expect(await must(environment, 'propose', REPORT, '2024-07', RADIO, OFFICE)).to.equal(
      [
        'Đài Tiếng nói Việt Nam, biểu F-CQ: 2 số liệu xác nhận được, 0 quá thời hạn, 1 phải báo cáo, 0 đã có',
        '  Ô        Tên                        Số liệu kỳ trước  Của kỳ        Tính đến   Tình trạng',
        '  ho-so    Hồ sơ tiếp nhận                                                       phải báo cáo: báo cáo từng kỳ',
        '  may-chu  Máy chủ đang dùng          1.200             tháng 6/2024  30/6/2024  xác nhận được (kỳ thứ 1/2)',
        '  quy-che  Quy chế khai thác dữ liệu  có, 12/QĐ         tháng 6/2024  30/6/2024  xác nhận được (kỳ thứ 1/2)',
        'Văn phòng Chính phủ, biểu VPCP-1: 2 số liệu xác nhận được, 0 quá thời hạn, 0 phải báo cáo, 0 đã có',
        '  Ô            Tên                     Số liệu kỳ trước  Của kỳ        Tính đến   Tình trạng',
        '  he-thong     Hệ thống dùng chung     12                tháng 6/2024  19/6/2024  xác nhận được (kỳ thứ 1/2)',
        '  so-phan-mem  Sổ phần mềm dùng chung  1 dòng            tháng 6/2024  30/6/2024  xác nhận được (kỳ thứ 1/2)',
        '',
      ].join('\n'),
    );
  });

  it('summarises all bodies in a line each, and gives programs the same as data', async () => {
    const lines = (await must(environment, 'propose', REPORT, '2024-07')).trim().split('\n');
    expect(lines).to.have.lengthOf(9);
    expect(lines).to.include(
      'Thông tấn xã Việt Nam, biểu F-CQ: 0 số liệu xác nhận được, 0 quá thời hạn, 3 phải báo cáo, 0 đã có',
    );
    const data = JSON.parse(await must(environment, 'propose', REPORT, '2024-07', OFFICE, '--json'));
    expect(data).to.have.lengthOf(1);
    expect(data[0]).to.deep.include({
      form: 'VPCP-1',
      entity: OFFICE,
      state: 'not-started',
      offered: ['he-thong', 'so-phan-mem'],
    });
    expect(data[0].fields[0].proposed).to.deep.equal({
      state: 'offered',
      answer: { state: 'value', value: '12', asOf: '2024-06-19' },
      carried: { from: '2024-06', revision: '2024-06/VPCP-1/van-phong-chinh-phu/1', asOf: '2024-06-19' },
      age: 1,
      limit: 2,
    });
  });

  it('confirms all but what is excepted, in one act, late when it is late', async () => {
    expect(
      await must(environment, 'confirm', REPORT, '2024-07', OFFICE, 'VPCP-1', '--except', 'he-thong', ...AT),
    ).to.equal(`Đã xác nhận giữ nguyên 1 số liệu ở biểu VPCP-1 của “${OFFICE}”: so-phan-mem.\n`);
    expect(await must(environment, 'confirm', REPORT, '2024-07', OFFICE, '--at', '2024-09-01')).to.equal(
      `Đã xác nhận giữ nguyên 1 số liệu ở biểu VPCP-1 của “${OFFICE}”: he-thong.\n`,
    );
    expect(await must(environment, 'status', REPORT, '2024-07')).to.include(
      'Đã tiếp nhận, trễ hạn: Văn phòng Chính phủ',
    );
  });

  it('takes the proposals where an import says so', async () => {
    write(folder(), 'F-CQ.csv', 'entity,ho-so', `${RADIO},90`);
    const file = join(folder(), 'F-CQ.csv');
    expect(await must(environment, 'import', REPORT, '2024-07', file, '--confirm-standing', ...AT)).to.match(
      /\nĐơn vị đã xác nhận giữ nguyên 2 số liệu kỳ trước mà tệp để trống\.\n$/,
    );
  });

  const NEWS = 'Thông tấn xã Việt Nam';
  const refused: readonly (readonly [
    about: string,
    before: readonly (readonly string[])[],
    args: readonly string[],
    says: string,
  ])[] = [
    ['all is answered', [], ['2024-07', OFFICE], 'Biểu VPCP-1: phiếu đã trả lời đủ các ô.'],
    [
      'it said nothing before',
      [],
      ['2024-07', NEWS],
      'Biểu F-CQ: chưa có số liệu kỳ trước còn dùng được, đề nghị báo cáo.',
    ],
    ['the body is unknown', [], ['2024-07', 'Bộ Vũ trụ'], 'Không xác định được đơn vị “Bộ Vũ trụ”.'],
    [
      'it does not owe the form',
      [],
      ['2024-07', OFFICE, 'F-CQ'],
      '“van-phong-chinh-phu” không phải nộp biểu F-CQ trong kỳ 2024-07.',
    ],
    ['a field is unknown', [], ['2024-07', RADIO, '--except', 'may-tinh'], 'Không có ô hoặc bảng “may-tinh”'],
    ['the period is not open', [], ['2024-10', OFFICE], 'Kỳ 2024-10 của báo cáo “giu-nguyen” chưa được mở.'],
    [
      'it is waived',
      [['waive', REPORT, '2024-07', NEWS, '--reason', 'đang di chuyển trụ sở']],
      ['2024-07', NEWS],
      'Biểu F-CQ: đã được miễn nộp.',
    ],
    [
      'it was returned',
      [['return', REPORT, '2024-07', 'F-CQ', RADIO, '--reason', 'sai số hồ sơ']],
      ['2024-07', RADIO],
      'Biểu F-CQ: phiếu đã bị trả lại, đề nghị sửa và gửi lại phiếu trước khi xác nhận.',
    ],
    [
      'the period is closed',
      [['period', 'close', REPORT, '2024-07']],
      ['2024-07', OFFICE],
      'Kỳ 2024-07 của báo cáo “giu-nguyen” đã đóng nên không nhận xác nhận.',
    ],
  ];
  for (const [about, before, args, says] of refused)
    it(`refuses when ${about}`, async () => {
      for (const command of before) await must(environment, ...command);
      const { code, stdout, stderr } = await run(environment, 'confirm', REPORT, ...args);
      expect([code, stdout]).to.deep.equal([1, '']);
      expectSentences(stderr);
      expect(stderr).to.include(says);
    });

  it('says so when nothing of a report stands', async () => {
    const none = join(folder(), 'reports', 'khong');
    cpSync(join(ROOT, 'test/workflow', REPORT), none, { recursive: true });
    const plain = { ...environment };
    for (const [file, from, to] of [
      ['report.yaml', 'id: giu-nguyen', 'id: khong'],
      ['indicators.yaml', /\n {2}standing: 2/g, ''],
      ['forms.yaml', /\n {6}standing: 2/g, ''],
    ] as const)
      change(join(none, file), from, to);
    await must(plain, 'period', 'open', 'khong', '2024-06');
    for (const command of ['propose', 'confirm']) {
      const { code, stderr } = await run(plain, command, 'khong', '2024-06', OFFICE);
      expect(code).to.equal(1);
      expect(stderr).to.include(
        'Báo cáo “khong” không có chỉ tiêu hoặc bảng nào được giữ nguyên từ kỳ trước',
      );
    }
  });
});

function change(path: string, from: string | RegExp, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}
