/** What people read of what was sent: links that lead somewhere, what became of each revision, and all that changed in it. */
import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { readEvents } from '../../src/db/events.ts';
import { approveForm, returnToClerk } from '../../src/workflow/collecting/approve-form.ts';
import { addAttachment } from '../../src/workflow/collecting/attachments.ts';
import { setApprovalRequired } from '../../src/workflow/collecting/body-settings.ts';
import { returnForm, waiveForm } from '../../src/workflow/collecting/compiler-acts.ts';
import { saveLetter } from '../../src/workflow/collecting/letter.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { addRow } from '../../src/workflow/collecting/save-rows.ts';
import { closePeriod } from '../../src/workflow/open-period.ts';
import { forEachDatabase } from '../databases.ts';
import { admin, approver, BODY, clerk, compiler, KEY, NAMED, type } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers } from './papers.ts';

const PAPER = `/theo-doi/${KEY.report}/${KEY.period}/${KEY.form}/${BODY}`;

forEachDatabase((_name, open) => {
  let papers: Papers;
  beforeEach(async () => {
    papers = await openPapers(await open());
  });
  afterEach(() => papers.stop());

  const write = async (number: string, date: string): Promise<unknown> => {
    const { letter } = await readForm(papers.place.workplace, clerk, KEY);
    return saveLetter(papers.place.workplace, clerk, KEY, { number, date, seen: letter.version });
  };
  const scan = (name: string, byte: number): Promise<{ readonly sha256: string }> =>
    addAttachment(papers.place.workplace, clerk, KEY, {
      name,
      bytes: Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, byte]),
    });
  /** The page's text after a heading, up to the next one. */
  const under = (page: string, heading: string): string =>
    (page.split(heading)[1] ?? '').split('<h2')[0]?.replaceAll(/<[^>]+>|\s+/g, ' ') ?? '';

  it('names no place that cannot be gone to: fields, rows, tables, letter', async () => {
    const { workplace } = papers.place;
    await type(papers.place, clerk, { 'ho-so': { text: 'một ít' }, 'muc-do': { text: 'không rõ' } });
    for (const texts of [
      { so: '05/CT', ngay: '3/10/2024' },
      { so: '', ngay: '31/2/2024' },
    ])
      await addRow(workplace, clerk, KEY, { table: 'van-ban', texts });
    await write('125/BC-BHXH', '31/2');
    const visitor = await papers.as('clerk');
    const check = await visitor.get(`${BASE}/kiem-tra`);
    const links = [...check.text.matchAll(/<a class="govuk-link" href="([^"]+)"/g)].map(([, to = '']) => to);
    const form = await visitor.get(BASE);
    const [, second] =
      (await readForm(workplace, clerk, KEY)).tables.find(({ id }) => id === 'van-ban')?.rows ?? [];
    expect(links).to.include.members([
      `${BASE}#field-ho-so`,
      `${BASE}#field-muc-do`,
      `${BASE}#field-may-chu`,
      `${BASE}#row-van-ban-${second?.id}`,
      `${BASE}#table-phan-mem`,
      `${BASE}/cong-van`,
    ]);
    expect(check.text).to.contain('dòng 2, cột “Số văn bản”').and.contain('dòng 2, cột “Ngày ban hành”');
    for (const link of new Set(links)) {
      const [path = '', id] = link.split('#');
      expect((await visitor.get(path)).status, link).to.equal(200);
      if (id !== undefined) expect(form.text, link).to.contain(`id="${id}"`);
    }
  });

  it('keep the words with which the approver gave a revision back', async () => {
    const { workplace } = papers.place;
    await papers.submit();
    await returnToClerk(workplace, approver, KEY, { revision: 1, comment: 'Xem lại <hồ sơ> trực tuyến.' });
    await papers.submit({ 'ho-so-truc-tuyen': { text: '500070' } });
    const { text } = await (await papers.as('clerk')).get(`${BASE}/phien-ban`);
    expect(text).to.contain('Lãnh đạo trả lại').and.contain('Xem lại &lt;hồ sơ&gt; trực tuyến.');
    expect(text).to.match(/data-label="Trả lời">[^<]*Người dùng lanh-dao</);
  });

  it('say of letter and scans what changed, to the clerk, the approver and the department', async () => {
    const { workplace } = papers.place;
    await write('125/BC-BHXH', '21/10/2024');
    await scan('công văn.pdf', 1);
    await papers.submit();
    await returnToClerk(workplace, approver, KEY, { revision: 1, comment: 'Đề nghị sửa công văn.' });
    await write('126/BC-BHXH', '21/10/2024');
    await scan('phụ lục.pdf', 2);
    await papers.submit();
    const chief = under((await (await papers.as('approver')).get(`${BASE}/duyet`)).text, 'Thay đổi so với');
    const own = under((await (await papers.as('clerk')).get(`${BASE}/phien-ban`)).text, 'Khác nhau giữa');
    await approveForm(workplace, approver, KEY, { revision: 2 });
    await returnForm(workplace, compiler, NAMED, { revision: 2, reason: 'Đề nghị sửa công văn.' });
    await write('127/BC-BHXH', '21/10/2024');
    await papers.submit();
    await approveForm(workplace, approver, KEY, { revision: 3 });
    const department = under((await (await papers.as('compiler')).get(PAPER)).text, 'Khác nhau giữa');
    for (const told of [chief, own]) {
      expect(told).to.match(/Công văn\s+số 125\/BC-BHXH ngày 21\/10\/2024\s+số 126\/BC-BHXH/);
      expect(told).to.match(/Tệp kèm\s+công văn\.pdf\s+công văn\.pdf; phụ lục\.pdf/);
      expect(told).not.to.contain('Không có gì khác nhau');
    }
    expect(department).to.match(/Công văn\s+số 126\/BC-BHXH ngày 21\/10\/2024\s+số 127\/BC-BHXH/);
    expect(department).not.to.contain('Tệp kèm').and.not.contain('Không có gì khác nhau');
  });

  it('show the approver which rows of a register are new since last month', async () => {
    const { workplace } = papers.place;
    await papers.fillOut();
    await addRow(workplace, clerk, KEY, { table: 'phan-mem', texts: { ten: 'Gama' } });
    await papers.submit();
    const page = (await (await papers.as('approver')).get(`${BASE}/duyet`)).text;
    expect(under(page, 'Thay đổi ở các sổ so với tháng 9 năm 2024')).to.match(/Sổ phần mềm .*Thêm\s+Gama/);
  });

  it('lets the clerk submit what waits where the body needs no approver any more', async () => {
    const { workplace } = papers.place;
    await papers.submit();
    const visitor = await papers.as('clerk');
    expect((await visitor.get(`${BASE}/kiem-tra`)).text).to.contain('Phiếu đã được gửi lãnh đạo duyệt');
    await setApprovalRequired(workplace, admin, { entity: BODY, required: false });
    const page = (await visitor.get(`${BASE}/kiem-tra`)).text;
    expect(page).to.contain('Nộp phiếu báo cáo');
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    const fields = { viec: 'gui', 'yeu-cau': hidden('yeu-cau'), 'da-xem': hidden('da-xem') };
    expect((await visitor.post(`${BASE}/kiem-tra`, fields)).to).to.equal(`${BASE}/bien-nhan`);
    const { standing, receipt } = await readForm(workplace, clerk, KEY);
    expect([standing.state, standing.revision, receipt?.number]).to.deep.equal(['submitted', 2, 1]);
    const late = { viec: 'duyet', 'phien-ban': '1' };
    expect((await (await papers.as('approver')).post(`${BASE}/duyet`, late)).status).to.equal(409);
  });

  it('get no answer any more once the period is closed or the body is waived, and nothing is written', async () => {
    const { workplace } = papers.place;
    const { version } = await readForm(workplace, clerk, KEY);
    const sending = (): Record<string, string> => ({
      viec: 'gui',
      'yeu-cau': randomUUID(),
      'da-xem': String(version),
    });
    const answers = async (): Promise<readonly (readonly [number, boolean])[]> => {
      const [own, chief] = [await papers.as('clerk'), await papers.as('approver')];
      const got = [
        await own.post(`${BASE}/kiem-tra`, sending()),
        await chief.post(`${BASE}/duyet`, { viec: 'duyet', 'phien-ban': '1' }),
        await chief.post(`${BASE}/duyet`, { viec: 'tra-lai', 'phien-ban': '1', 'y-kien': 'Xem lại.' }),
        await own.post(`${BASE}/phien-ban`, { 'ly-do': 'Nhập nhầm.' }),
      ];
      return got.map(({ status, text }) => [status, /kỳ 2024-10 đã đóng|được miễn nộp phiếu này/.test(text)]);
    };
    const refused = [409, 409, 409, 422].map((status) => [status, true]);
    const kinds = async (): Promise<number> => (await readEvents(workplace.db, KEY.report)).length;
    await papers.submit();
    await waiveForm(workplace, compiler, NAMED, { reason: 'Đơn vị đang sắp xếp lại.' });
    let before = await kinds();
    expect(await answers()).to.deep.equal(refused);
    expect(await kinds()).to.equal(before);
    expect((await readForm(workplace, clerk, KEY)).receipt).to.equal(undefined);
    await closePeriod(workplace, KEY.report, KEY.period);
    before = await kinds();
    expect(await answers()).to.deep.equal(refused);
    expect(await kinds()).to.equal(before);
  });

  it('can be held against the codes on the receipt', async () => {
    const {
      workplace,
      workplace: { db },
    } = papers.place;
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    await write('125/BC-BHXH', '21/10/2024');
    const one = await scan('một.pdf', 1);
    await papers.submit();
    await approveForm(workplace, approver, KEY, { revision: 1 });
    const page = (await (await papers.as('clerk')).get(`${BASE}/bien-nhan`)).text;
    const codes = [...page.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code?.replaceAll(' ', ''));
    const kept = await db('revisions').where({ report: KEY.report, period: KEY.period, number: 1 }).first();
    const answers = sha256(typeof kept?.answers === 'string' ? kept.answers : '');
    const whole = `{"answers":"${answers}","attachments":["${one.sha256}"],"letter":{"date":"2024-10-21","number":"125/BC-BHXH"}}`;
    expect(codes).to.deep.equal([sha256(whole), answers]);
  });
});
