/**
 * What each person gets for each act, by where the form stands; that a thing done twice is done once; and that a body's
 * papers are nobody else's.
 */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { acceptForm, returnForm } from '../../src/workflow/collecting/compiler-acts.ts';
import { setApprovalRequired } from '../../src/workflow/collecting/body-settings.ts';
import { checkForm } from '../../src/workflow/collecting/check-form.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { forEachDatabase } from '../databases.ts';
import { admin, BODY, clerk, compiler, KEY, NAMED } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers, type Someone } from './papers.ts';
import type { Answered } from './site.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const DONE = `→ ${BASE}`;

type Act = 'send' | 'approve' | 'give back' | 'ask' | 'letter' | 'upload';

describe('the pages around a form', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let papers: Papers;
    before(async () => {
      db = await open();
      papers = await openPapers(db);
    });
    after(() => papers.stop());

    const latest = async (): Promise<number> =>
      (await readForm(papers.place.workplace, clerk, KEY)).revisions.at(-1)?.number ?? 0;
    const sending = async (): Promise<Record<string, string>> => {
      const { version } = await checkForm(papers.place.workplace, clerk, KEY);
      return { viec: 'gui', 'yeu-cau': randomUUID(), 'da-xem': String(version) };
    };
    const act = async (who: Someone, what: Act): Promise<Answered> => {
      const visitor = await papers.as(who);
      switch (what) {
        case 'send':
          return visitor.post(`${BASE}/kiem-tra`, await sending());
        case 'approve':
          return visitor.post(`${BASE}/duyet`, { viec: 'duyet', 'phien-ban': String(await latest()) });
        case 'give back':
          return visitor.post(`${BASE}/duyet`, {
            viec: 'tra-lai',
            'phien-ban': String(await latest()),
            'y-kien': 'Đề nghị xem lại.',
          });
        case 'ask':
          return visitor.post(`${BASE}/phien-ban`, { 'ly-do': 'Nhập nhầm tháng.' });
        case 'letter':
          return visitor.post(`${BASE}/cong-van`, { so: '1/BC', ngay: '21/10/2024', 'da-xem': '0' });
        case 'upload':
          return upload(who, `${BASE}/tep`, 'công văn.pdf', PDF);
      }
    };
    const upload = async (who: Someone, path: string, file: string, bytes: Buffer): Promise<Answered> => {
      const visitor = await papers.as(who);
      const body = new FormData();
      body.set('_csrf', await visitor.token());
      body.set('tep', new Blob([new Uint8Array(bytes)]), file);
      return visitor.send(path, { method: 'POST', body });
    };
    const shown = ({ status, to }: Answered): string => (status === 303 ? `→ ${to}` : String(status));

    /** Brings the form where it is to stand; then who does what, and what they get. */
    const TABLE: readonly (readonly [
      standing: string,
      bring: () => Promise<unknown>,
      rows: readonly (readonly [who: Someone, what: Act, answer: string])[],
    ])[] = [
      [
        'not started',
        () => Promise.resolve(),
        [
          ['clerk', 'send', '422'],
          ['clerk', 'ask', '422'],
          ['clerk', 'approve', '403'],
          ['approver', 'approve', '409'],
          ['approver', 'send', '403'],
          ['approver', 'letter', '403'],
          ['approver', 'upload', '403'],
          ['compiler', 'send', '403'],
          ['compiler', 'approve', '403'],
          ['compiler', 'ask', '403'],
          ['compiler', 'upload', '403'],
        ],
      ],
      [
        'a draft',
        () => papers.fillOut(),
        [
          ['clerk', 'ask', '422'],
          ['approver', 'approve', '409'],
          ['approver', 'give back', '409'],
          ['clerk', 'send', `${DONE}/bien-nhan`],
        ],
      ],
      [
        'waiting for the approver',
        () => Promise.resolve(),
        [
          ['clerk', 'send', '409'],
          ['clerk', 'ask', '422'],
          ['stranger', 'send', '409'],
          ['approver', 'ask', '422'],
          ['approver', 'give back', `${DONE}/duyet?da-tra-lai`],
        ],
      ],
      [
        'given back',
        () => papers.fillOut({ 'ho-so': { text: '1.000.130' } }),
        [
          ['approver', 'approve', '409'],
          ['clerk', 'send', `${DONE}/bien-nhan`],
          ['approver', 'approve', `${DONE}/bien-nhan`],
        ],
      ],
      [
        'submitted',
        () => Promise.resolve(),
        [
          ['clerk', 'send', '409'],
          ['clerk', 'upload', '422'],
          ['clerk', 'letter', '409'],
          ['approver', 'approve', `${DONE}/bien-nhan`],
          ['approver', 'give back', '409'],
          ['clerk', 'ask', `${DONE}/phien-ban?da-gui`],
          ['clerk', 'ask', '422'],
        ],
      ],
      [
        'returned by the department',
        async () =>
          returnForm(papers.place.workplace, compiler, NAMED, {
            revision: await latest(),
            reason: 'Đề nghị xem lại.',
          }),
        [
          ['approver', 'approve', `${DONE}/bien-nhan`],
          ['clerk', 'letter', '409'],
          ['clerk', 'upload', `${DONE}/cong-van?da-them`],
          ['clerk', 'upload', '422'],
          ['clerk', 'send', `${DONE}/bien-nhan`],
          ['approver', 'approve', `${DONE}/bien-nhan`],
        ],
      ],
      [
        'accepted',
        async () => acceptForm(papers.place.workplace, compiler, NAMED, { revision: await latest() }),
        [
          ['clerk', 'send', '409'],
          ['clerk', 'upload', '422'],
          ['approver', 'give back', '409'],
          ['approver', 'ask', `${DONE}/phien-ban?da-gui`],
        ],
      ],
    ];
    for (const [standing, bring, rows] of TABLE)
      it(`answers each act by where the form stands: ${standing}`, async () => {
        await bring();
        const got: (readonly [Someone, Act, string])[] = [];
        for (const [who, what] of rows) got.push([who, what, shown(await act(who, what))]);
        expect(got).to.deep.equal(rows);
        for (const page of ['kiem-tra', 'cong-van', 'phien-ban', 'bien-nhan', 'excel'])
          expect((await (await papers.as('clerk')).get(`${BASE}/${page}`)).status, page).to.equal(200);
        expect((await (await papers.as('approver')).get(`${BASE}/duyet`)).status).to.equal(200);
      });

    it('gives scans only to be saved, and to nobody else', async () => {
      const { attachments } = await readForm(papers.place.workplace, clerk, KEY);
      const path = `${BASE}/tep/${attachments[0]?.id}`;
      const given = await (await papers.as('approver')).get(path);
      expect(given.status).to.equal(200);
      expect(given.headers.get('content-type')).to.equal('application/pdf');
      expect(given.headers.get('content-disposition')).to.match(/^attachment; filename/);
      expect(given.headers.get('x-content-type-options')).to.equal('nosniff');
      expect((await (await papers.as('stranger')).get(path)).status).to.equal(404);
      expect((await (await papers.as('compiler')).get(path)).status).to.equal(403);
    });

    it('sends once, however often and at once it is asked', async () => {
      const { workplace } = papers.place;
      await returnForm(workplace, compiler, NAMED, { revision: await latest(), reason: 'Đề nghị sửa.' });
      await papers.fillOut({ 'ho-so': { text: '1.000.150' } });
      const before = await latest();
      const fields = await sending();
      const visitor = await papers.as('clerk');
      const answers = await Promise.all([1, 2, 3].map(() => visitor.post(`${BASE}/kiem-tra`, fields)));
      answers.push(await visitor.post(`${BASE}/kiem-tra`, fields));
      expect(answers.map(shown)).to.deep.equal(Array(4).fill(`${DONE}/bien-nhan`));
      expect(await latest()).to.equal(before + 1);
      const chief = await papers.as('approver');
      const approval = { viec: 'duyet', 'phien-ban': String(before + 1) };
      const approvals = await Promise.all([1, 2].map(() => chief.post(`${BASE}/duyet`, approval)));
      expect(approvals.map(shown)).to.deep.equal(Array(2).fill(`${DONE}/bien-nhan`));
      expect((await readForm(workplace, clerk, KEY)).receipt?.number).to.equal(3);
    });

    it('takes only scans, of a bearable size, and workbooks', async () => {
      const { workplace } = papers.place;
      await returnForm(workplace, compiler, NAMED, { revision: await latest(), reason: 'Đề nghị sửa.' });
      const html = Buffer.from('<html><script>alert(1)</script>');
      const big = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
      const got = [
        await upload('clerk', `${BASE}/tep`, 'trang.pdf', html),
        await upload('clerk', `${BASE}/tep`, 'lon.pdf', big),
        await upload('clerk', `${BASE}/excel`, 'bieu.xlsx', html),
        await upload('clerk', `${BASE}/excel`, 'bieu.xlsx', Buffer.alloc(50 * 1024 * 1024)),
        await (await papers.as('clerk')).post(`${BASE}/excel/nhan`, { 'xem-truoc': 'khong-co' }),
      ];
      expect(got.map(({ status }) => status)).to.deep.equal([422, 413, 422, 413, 409]);
      // One truth of how large a workbook may be: beside the field, in its refusal, and on the page that stops it at the door.
      const justTooLarge = await upload(
        'clerk',
        `${BASE}/excel`,
        'bieu.xlsx',
        Buffer.alloc(5.5 * 1024 * 1024),
      );
      const largest = [justTooLarge, got[3]].map((page) => (page?.text.match(/\d+ MB/g) ?? []).join());
      expect(largest).to.deep.equal(['5 MB,5 MB,5 MB', '5 MB']);
      expect(got[1]?.text).to.contain('tối đa 10 MB');
      expect((await readForm(workplace, clerk, KEY)).attachments).to.have.lengthOf(1);
    });

    it('names who changed the form since it was looked at, and sends nothing', async () => {
      const fields = await sending();
      await papers.fillOut({ 'ho-so': { text: '1.000.160' } });
      const before = await latest();
      const answer = await (await papers.as('clerk')).post(`${BASE}/kiem-tra`, fields);
      expect(answer.status).to.equal(409);
      expect(answer.text).to.contain('nội dung đã thay đổi').and.contain('Hồ sơ tiếp nhận');
      expect(await latest()).to.equal(before);
    });

    it('submits at once where a body has no approver', async () => {
      await setApprovalRequired(papers.place.workplace, admin, { entity: BODY, required: false });
      const page = await (await papers.as('clerk')).get(`${BASE}/kiem-tra`);
      expect(page.text).to.contain('Nộp phiếu báo cáo').and.not.contain('Gửi lãnh đạo duyệt');
      expect(shown(await act('clerk', 'send'))).to.equal(`${DONE}/bien-nhan`);
      const receipt = await (await papers.as('clerk')).get(`${BASE}/bien-nhan`);
      expect(receipt.text).to.contain('Số: 0004');
    });

    it('escapes what people write', async () => {
      const visitor = await papers.as('clerk');
      await visitor.post('/dau-moi', { 'ho-ten': '<b onclick=x>An', 'dien-thoai': '02439435602' });
      const { text } = await visitor.get('/dau-moi');
      expect(text).to.contain('&lt;b onclick').and.not.contain('<b onclick');
    });
  });
});
