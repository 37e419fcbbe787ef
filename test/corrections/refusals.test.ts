/** Corrections that do not fit what stands: each is refused with what was found and what is needed, and nothing lands. */
import { expect } from 'chai';
import type { CorrectionRequest } from '../../src/domain/corrections/read-correction.ts';
import { waive } from '../../src/workflow/desk.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { closePeriod, openPeriod } from '../../src/workflow/open-period.ts';
import { WorkflowProblem } from '../../src/workflow/workflow-problem.ts';
import { forEachDatabase } from '../databases.ts';
import { deskOn, REPORT, type Desk, type Sent } from './desk.ts';

const MONTH: Sent = ['200,100,10,có', '100,60,20,không', '100,40,30,không'];

const ONE = 'Chưa đính chính, không ghi gì. ';
const WRONG: readonly (readonly [about: string, request: Partial<CorrectionRequest>, says: string])[] = [
  [
    'an unknown body',
    { body: 'An Gian' },
    'đơn vị: tìm thấy «An Gian», cần tên hoặc mã của một đơn vị thuộc danh sách nộp biểu này; có phải tỉnh An Giang (an-giang)?.',
  ],
  [
    'a body of another form',
    { body: 'Bộ Nội vụ' },
    'đơn vị: tìm thấy «Bộ Nội vụ», cần một đơn vị thuộc danh sách nộp biểu này; Bộ Nội vụ (bo-noi-vu) không thuộc danh sách.',
  ],
  [
    'an unknown form',
    { form: 'F-TIN' },
    'biểu: tìm thấy «F-TIN», cần mã của một biểu được thu trong kỳ 2024-09; có phải «F-TINH»?.',
  ],
  [
    'an unknown cell',
    { field: 'ho-xo' },
    'ô: tìm thấy «ho-xo», cần mã hoặc tên một ô của biểu F-TINH trong kỳ 2024-09; có phải «ho-so»?.',
  ],
  [
    'an old value that does not stand',
    { from: '101' },
    '--from: tìm thấy «101», cần số đang có trong hệ thống, là 100.',
  ],
  [
    'an old value in other words',
    { from: 'không phát sinh' },
    '--from: tìm thấy «không phát sinh», cần số đang có trong hệ thống, là 100.',
  ],
  ['the value that stands', { to: '100' }, 'số mới: tìm thấy «100», cần số khác số đang có, là 100.'],
  [
    'no value',
    { to: ' ' },
    'số mới: tìm thấy ô trống, cần số mới; để rút số đã báo cáo, ghi «chưa có số liệu: lý do».',
  ],
  ['a value below zero', { to: '-5' }, 'số mới: tìm thấy «-5», cần số không âm.'],
  ['half a dossier', { to: '1,5' }, 'số mới: tìm thấy «1,5», cần số nguyên theo đơn vị hồ sơ.'],
  ['a word for a number', { to: 'nhiều' }, 'số mới: tìm thấy «nhiều», cần'],
  ['a number of two meanings', { to: '1.234' }, 'số mới: tìm thấy «1.234», cần ghi rõ hơn'],
  [
    'a state that the cell does not admit',
    { to: 'không áp dụng' },
    'số mới: tìm thấy «không áp dụng», cần một câu trả lời khác: ô này không được ghi «không áp dụng».',
  ],
  ['a number for a flag', { field: 'ke-hoach', to: '1' }, 'số mới: tìm thấy «1», cần «có» hoặc «không».'],
  ['no reason', { reason: '  ' }, '--reason: tìm thấy ô trống, cần lý do đính chính, ghi bằng chữ.'],
  [
    'a value that history does not have',
    { form: 'history', body: 'tat-ca', field: 'ho-so:ytd' },
    'ô: tìm thấy «ho-so:ytd» không có trong số liệu lịch sử kỳ 2024-09, cần một số liệu đã nạp bằng tong-hop history.',
  ],
  [
    'an unknown indicator of history',
    { form: 'history', body: 'tat-ca', field: 'ho-xo' },
    'ô: tìm thấy «ho-xo», cần mã chỉ tiêu, thêm «:ytd» cho số từ đầu năm, «:cumulative» cho số lũy kế, «[mức]» cho một mức; có phải «ho-so»?.',
  ],
];

const HEADER = 'đơn vị,biểu,chỉ tiêu,số cũ,số mới,lý do';
const FILES: readonly (readonly [about: string, csv: string, says: readonly string[]])[] = [
  [
    'rows that are wrong, each with its place, and good ones beside them',
    `${HEADER}\nan-giang,F-TINH,ho-so,100,160,Cộng sót\nan-giang,F-TINH,ho-so,,170,Lần nữa\nca-mau,F-TINH,ho-so,99,120,\n`,
    [
      'dinh-chinh.csv, dòng 3, cột C (chỉ tiêu): tìm thấy ô “Số hồ sơ” đã đính chính ở trên, cần mỗi ô một lần trong một tệp',
      'dinh-chinh.csv, dòng 4, cột F (lý do): tìm thấy ô trống, cần lý do đính chính, ghi bằng chữ',
    ],
  ],
  [
    'headings that are missing or unknown',
    'đơn vị,biểu,chỉ tiêu,số mới,vì sao\nan-giang,F-TINH,ho-so,160,x\n',
    [
      'dinh-chinh.csv, dòng 1: tìm thấy dòng tiêu đề không có «lý do», cần các cột đơn vị, biểu, chỉ tiêu, số cũ, số mới, lý do',
      'dinh-chinh.csv, dòng 1, cột E (vì sao): tìm thấy «vì sao», cần các cột đơn vị, biểu, chỉ tiêu, số cũ, số mới, lý do, mỗi cột một lần',
    ],
  ],
  [
    'no rows',
    `${HEADER}\n`,
    ['dinh-chinh.csv: tìm thấy không dòng nào dưới dòng tiêu đề, cần mỗi đính chính một dòng'],
  ],
  [
    'ragged rows',
    `${HEADER}\nan-giang,F-TINH,ho-so,100,1,160,Cộng sót\n`,
    [
      'dinh-chinh.csv, dòng 2: tìm thấy 7 ô, cần 6 ô như dòng tiêu đề; ô có dấu phẩy phải đặt trong dấu nháy kép',
    ],
  ],
];

describe('a correction that does not fit', () => {
  forEachDatabase((_name, open) => {
    let desk: Desk;
    const counts = async (): Promise<unknown> => ({
      revisions: await desk.db('revisions').pluck('id'),
      corrections: await desk.db('corrections').pluck('id'),
      history: await desk.db('history').pluck('id'),
      events: await desk.db('events').pluck('id'),
    });
    const refusal = async (act: () => Promise<unknown>): Promise<WorkflowProblem> => {
      const before = await counts();
      const problem = await act().then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!(problem instanceof WorkflowProblem)) throw new Error('was not refused', { cause: problem });
      expect(await counts()).to.deep.equal(before);
      return problem;
    };

    before(async () => {
      desk = deskOn(await open());
      await desk.history(
        'ho-so,2024-08,ytd,,3000',
        'ho-so,2024-08,cumulative,,9000',
        'ho-so,2024-08,cumulative,mien-nam,4000',
      );
      await desk.send('2024-09', MONTH);
      await desk.issue('2024-09');
    });

    for (const [about, request, says] of WRONG)
      it(`says so: ${about}`, async () => {
        const { message, fault } = await refusal(() => desk.correct('2024-09', request));
        expect(fault).to.equal('input');
        expect(message.slice(0, ONE.length + says.length)).to.equal(`${ONE}${says}`);
      });

    for (const [about, csv, says] of FILES)
      it(`names the places in a file: ${about}`, async () => {
        const { message, details } = await refusal(() => desk.correctAll('2024-09', csv));
        expect(details.length > 0 ? details : [message.slice(ONE.length, -1)]).to.deep.equal(says);
      });

    it('knows no period that was never opened', async () => {
      const { fault } = await refusal(() => desk.correct('2024-08', {}));
      expect(fault).to.equal('period-unknown');
    });

    it('sends to the ordinary import while nothing was issued', async () => {
      await desk.send('2024-10', MONTH);
      const { message } = await refusal(() => desk.correct('2024-10', {}));
      expect(message).to.equal(
        'Kỳ 2024-10 của báo cáo “ho-so-mau” chưa phát hành nên chưa có số liệu đã công bố để đính chính. Đề nghị nộp lại phiếu bằng lệnh “tong-hop import ho-so-mau 2024-10 …”.',
      );
    });

    it('corrects a period that was closed without a report, since it takes no papers any more', async () => {
      await closePeriod(desk, REPORT, '2024-10');
      expect(await desk.correct('2024-10', {})).to.have.length(1);
    });

    it('finds nothing to correct in a paper that was waived or never sent', async () => {
      await openPeriod(desk, REPORT, '2024-11');
      await waive(desk, REPORT, '2024-11', 'an-giang', { reason: 'Thiên tai' });
      await closePeriod(desk, REPORT, '2024-11');
      expect((await refusal(() => desk.correct('2024-11', {}))).message).to.equal(
        `${ONE}đơn vị: tìm thấy phiếu biểu F-TINH của tỉnh An Giang: miễn nộp, cần một phiếu đã tiếp nhận; chưa có số liệu thì không có gì để đính chính.`,
      );
      expect((await refusal(() => desk.correct('2024-11', { body: 'ca-mau' }))).message).to.contain(
        'phiếu biểu F-TINH của tỉnh Cà Mau: chưa nộp',
      );
      await refusal(() => importSubmissions(desk, REPORT, '2024-11', ['nowhere.csv']));
    });
  });
});
