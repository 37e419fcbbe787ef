/** The department's pages as requests: who gets what, what a filter leaves, what an act changes, what a compile makes. */
import { expect } from 'chai';
import { insertJob, startJob } from '../../src/db/compile-jobs.ts';
import type { Database } from '../../src/db/connect.ts';
import { readEdition, readEditions } from '../../src/db/editions.ts';
import { readEvents } from '../../src/db/events.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { RenderError } from '../../src/render/render-error.ts';
import { CompileDesk } from '../../src/workflow/board/compile-desk.ts';
import { askReopening } from '../../src/workflow/collecting/ask-reopening.ts';
import { addAttachment } from '../../src/workflow/collecting/attachments.ts';
import { forEachDatabase } from '../databases.ts';
import { AN_GIANG, BOARD, openBoardSite, PERIOD, PROVINCE, REPORT, type BoardSite } from './board-site.ts';
import type { Answered, Visitor } from './site.ts';

const COMPILE = `${BOARD}/tong-hop`;

describe('the department', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let site: BoardSite;
    let compiler: Visitor;
    let reviewer: Visitor;
    before(async () => {
      db = await open();
      site = await openBoardSite(db);
      compiler = await site.as('compiler');
      reviewer = await site.as('reviewer');
    });
    after(() => site.stop());

    const acts = async (): Promise<readonly string[]> =>
      (await readEvents(db, REPORT)).map(({ kind }) => kind);

    it('sees reports, periods and where each paper stands', async () => {
      const start = await compiler.get('/');
      expect(start.to).to.equal('/theo-doi');
      const list = textOf(await compiler.get('/theo-doi'));
      expect(list)
        .to.contain('Báo cáo hồ sơ')
        .and.to.contain('Tháng 10 năm 2024')
        .and.to.contain('Chưa tổng hợp');
      const board = textOf(await compiler.get(BOARD));
      expect(board).to.contain('Đã tiếp nhận 2/4 phiếu, chờ tiếp nhận 1. Còn thiếu 1 phiếu.');
      expect(board).to.contain('đã tiếp nhận 1/3 phiếu').and.to.contain('đã tiếp nhận 1/1 phiếu');
      expect(board).to.contain('Cập nhật lúc 08 giờ 00 phút ngày 28/10/2024');
      expect(board).to.match(
        /Tỉnh An Giang .*Nguyễn Văn An .*0296 3 123 456 .*Chờ tiếp nhận.*1 ô chưa có số liệu/,
      );
      expect(board).to.match(/Tỉnh Cà Mau .*Chưa bắt đầu/);
    });

    for (const [query, there] of [
      ['', ['Thành phố Hà Nội', 'Tỉnh An Giang', 'Tỉnh Cà Mau', 'Bộ Nội vụ']],
      ['?loc=chua-xong', ['Tỉnh An Giang', 'Tỉnh Cà Mau']],
      ['?loc=con-thieu', ['Tỉnh Cà Mau']],
      ['?loc=cho-tiep-nhan', ['Tỉnh An Giang']],
      ['?loc=thieu-o', ['Tỉnh An Giang']],
      ['?loc=da-tra-lai', []],
      ['?loc=nop-tre', []],
      ['?loc=qua-han', []],
      ['?loc=xin-mo-lai', []],
      ['?loc=%00', null],
      ['?loc=khong-co', ['Thành phố Hà Nội', 'Tỉnh An Giang', 'Tỉnh Cà Mau', 'Bộ Nội vụ']],
      ['?khoi=tinh', ['Thành phố Hà Nội', 'Tỉnh An Giang', 'Tỉnh Cà Mau']],
      ['?khoi=chuyen-de', ['Bộ Nội vụ']],
      ['?don-vi=ca+mau', ['Tỉnh Cà Mau']],
      ['?don-vi=N%E1%BB%98I', ['Thành phố Hà Nội', 'Bộ Nội vụ']],
      ['?khoi=tinh&loc=cho-tiep-nhan&don-vi=giang', ['Tỉnh An Giang']],
      ['?khoi=chuyen-de&loc=con-thieu', []],
      ['?don-vi=khong+ai', []],
    ] as const)
      it(`filters by GET: ${query}`, async () => {
        const answer = await reviewer.get(`${BOARD}${query}`);
        if (there === null) {
          expect(answer.status).to.equal(400);
          return;
        }
        const rows = [...answer.text.matchAll(/<t[hd][^>]*>([^<]+)<details/g)].map(([, body]) => body);
        expect(rows).to.deep.equal([...there]);
        expect(answer.text.includes('Không có phiếu nào khớp')).to.equal(there.length === 0);
      });

    it('reads a submission', async () => {
      const paper = await reviewer.get(AN_GIANG);
      expect(paper.status).to.equal(200);
      const text = textOf(paper);
      expect(text)
        .to.contain('Tỉnh An Giang')
        .and.to.contain('Chờ tiếp nhận')
        .and.to.contain('đang kiểm đếm');
      expect(text).to.contain('Phát hiện về phiếu này').and.to.contain('Biên nhận').and.to.contain('Số 0001');
    });

    it('gives reviewers no button, and refuses what they send', async () => {
      const before = await acts();
      for (const path of [BOARD, COMPILE, AN_GIANG])
        expect(
          (await reviewer.get(path)).text.match(/<form method="post" action="[^"]*"/g),
          path,
        ).to.deep.equal(['<form method="post" action="/dang-xuat"']);
      for (const act of ['tiep-nhan', 'tra-lai', 'mien-nop', 'mo-lai'])
        expect(
          (await reviewer.post(`${AN_GIANG}/${act}`, { 'phien-ban': '1', 'ly-do': 'x' })).status,
        ).to.equal(403);
      expect((await reviewer.post(COMPILE, { loai: 'du-thao' })).status).to.equal(403);
      expect((await reviewer.post(`${COMPILE}/giai-trinh`, { 'ly-do': 'x' })).status).to.equal(403);
      expect(await acts()).to.deep.equal(before);
    });

    for (const [what, path, fields, status, said] of [
      ['a return without reason', '/tra-lai', { 'phien-ban': '1' }, 422, 'Đề nghị ghi lý do trả lại'],
      [
        'a return with too long a reason',
        '/tra-lai',
        { 'phien-ban': '1', 'ly-do': 'a'.repeat(1001) },
        422,
        'lý do',
      ],
      ['a revision that is not the last', '/tiep-nhan', { 'phien-ban': '7' }, 409, 'bản số 1'],
      ['no revision at all', '/tiep-nhan', {}, 409, 'bản số 1'],
      ['a waiver of what is there', '/mien-nop', { 'ly-do': 'bão' }, 409, 'Chưa thực hiện được'],
      [
        'an answer to what nobody asked',
        '/mo-lai',
        { 'ly-do': 'được', 'tra-loi': 'dong-y' },
        409,
        'Chưa thực hiện',
      ],
    ] as const)
      it(`refuses ${what}`, async () => {
        const before = await acts();
        const answer = await compiler.post(`${AN_GIANG}${path}`, { ...fields });
        expect([answer.status, textOf(answer)]).to.satisfy(
          ([got, text]: [number, string]) => got === status && text.includes(said),
          `${answer.status} ${textOf(answer).slice(0, 600)}`,
        );
        expect(await acts()).to.deep.equal(before);
      });

    it('returns with a comment, which the body reads, and gets it back', async () => {
      const answer = await compiler.post(`${AN_GIANG}/tra-lai`, {
        'phien-ban': '1',
        'ly-do': 'Cần số trạm <b>cụ thể</b>',
      });
      expect(answer.to).to.equal(`${AN_GIANG}?da-tra-lai`);
      const paper = await compiler.get(answer.to ?? '');
      expect(textOf(paper))
        .to.contain('Đã trả lại phiếu')
        .and.to.contain('Người dùng compiler trả lại phiên bản 1');
      expect(paper.text).to.contain('Cần số trạm &lt;b&gt;cụ thể&lt;/b&gt;');
      expect(textOf(await compiler.get(`${BOARD}?don-vi=an+giang`)))
        .to.contain('Đã trả lại')
        .and.to.contain('Đã tiếp nhận 2/4 phiếu, đã trả lại 1. Còn thiếu 1 phiếu.');
      await site.type({ 'ho-so': { text: '987654321' } });
      expect((await compiler.get(AN_GIANG)).text, 'a draft is the body’s own').not.to.match(/987|654/);
      await addAttachment(site.workplace, site.person('clerk'), KEY, {
        name: 'Công văn.pdf',
        bytes: Buffer.from('%PDF-1.7\ntrailer\n%%EOF\n'),
      });
      await site.submit({ 'ho-so': { text: '160' } });
      const again = await compiler.get(AN_GIANG);
      expect(textOf(again)).to.match(
        /Khác nhau giữa phiên bản 1 và phiên bản 2 .*Số hồ sơ .*150 .*160 .*\+10/,
      );
      const [, scan = ''] = /href="([^"]+\/tep\/\d+)"/.exec(again.text) ?? [];
      const file = await reviewer.get(scan);
      expect(file.headers.get('content-type')).to.equal('application/pdf');
      expect(file.headers.get('content-disposition')).to.contain('attachment');
      expect((await reviewer.get(`${AN_GIANG}/tep/999`)).status).to.equal(404);
      expect((await compiler.get(`${AN_GIANG}?tu=1&den=1`)).text).not.to.contain('Khác nhau giữa');
    });

    it('compiles a draft once however often it is asked, and says what stands in the way of a final', async () => {
      const asked = await Promise.all(
        ['t1', 't1', 't1'].map((token) => compiler.post(COMPILE, { loai: 'du-thao', ma: token })),
      );
      expect(asked.map(({ to }) => to)).to.deep.equal([COMPILE, COMPILE, COMPILE]);
      await compiled(site, compiler);
      expect((await readEditions(db, REPORT, PERIOD)).map(({ kind }) => kind)).to.deep.equal(['draft']);
      expect(textOf(await compiler.get(COMPILE))).to.contain('Đã lập xong bản dự thảo số 1');

      await compiler.post(COMPILE, { loai: 'chinh-thuc', ma: 't2' });
      await compiled(site, compiler);
      const refused = await compiler.get(COMPILE);
      expect(textOf(refused)).to.contain(
        'Chưa phát hành được bản chính thức: khi tổng hợp còn 2 phát hiện phải xử lý',
      );
      expect(refused.text).to.contain(`href="${AN_GIANG}"`).and.to.contain(`href="${BOARD}/F-TINH/ca-mau"`);
      expect(await readEditions(db, REPORT, PERIOD)).to.have.length(1);
      expect((await compiler.post(COMPILE, { loai: 'bản khác' })).status).to.equal(400);
    });

    it('accepts, waives, gives reasons and issues the final; the board follows', async () => {
      expect((await compiler.post(`${AN_GIANG}/tiep-nhan`, { 'phien-ban': '2' })).to).to.equal(
        `${AN_GIANG}?da-tiep-nhan`,
      );
      expect(
        (await compiler.post(`${BOARD}/F-TINH/ca-mau/mien-nop`, { 'ly-do': 'khắc phục hậu quả bão' })).status,
      ).to.equal(303);
      const waived = textOf(await compiler.get(`${BOARD}/F-TINH/ca-mau`));
      expect(waived)
        .to.contain('Được miễn nộp')
        .and.to.contain('khắc phục hậu quả bão')
        .and.to.contain('Đơn vị chưa nộp phiếu này');

      const page = (await compiler.get(COMPILE)).text;
      const [, finding = ''] = /name="phat-hien" value="([^"]+)"/.exec(page) ?? [];
      expect(finding).to.contain('an-giang');
      const empty = await compiler.post(`${COMPILE}/giai-trinh`, { 'phat-hien': finding });
      expect([empty.status, textOf(empty).includes('Đề nghị ghi lý do giải trình')]).to.deep.equal([
        422,
        true,
      ]);
      expect(
        (await compiler.post(`${COMPILE}/giai-trinh`, { 'phat-hien': 'khác', 'ly-do': 'x' })).status,
      ).to.equal(404);
      const unexplained = [...page.matchAll(/name="phat-hien" value="([^"]+)"/g)].map(([, id = '']) => id);
      for (const id of unexplained)
        await compiler.post(`${COMPILE}/giai-trinh`, { 'phat-hien': id, 'ly-do': 'tỉnh bổ sung ở kỳ sau' });
      const explained = textOf(await compiler.get(COMPILE));
      expect(explained).to.contain('Không còn phát hiện nào chặn').and.to.contain('tỉnh bổ sung ở kỳ sau');

      await compiler.post(COMPILE, { loai: 'chinh-thuc', ma: 't3' });
      await compiled(site, compiler);
      const [, issued] = await readEditions(db, REPORT, PERIOD);
      expect(issued?.kind).to.equal('final');
      const board = textOf(await reviewer.get(BOARD));
      expect(board)
        .to.contain('Đã phát hành')
        .and.to.contain('Đã tiếp nhận 3/4 phiếu, miễn nộp 1. Kỳ báo cáo đã đủ số liệu.');
      expect(textOf(await reviewer.get('/theo-doi'))).to.contain('Bản số 2');
      const kinds = (await readEvents(db, REPORT))
        .filter(({ actor }) => actor === 'compiler')
        .map(({ kind }) => kind);
      expect(kinds).to.deep.equal([
        'revision-returned',
        'draft-compiled',
        'revision-accepted',
        'waiver-granted',
        'finding-justified',
        'edition-issued',
      ]);
    });

    it('tells who did not know of the final, and makes another only when asked again', async () => {
      const stale = { loai: 'chinh-thuc', ma: 't4', 'ban-chinh-thuc': '0' };
      const told = await compiler.post(COMPILE, stale);
      expect(told.status).to.equal(409);
      expect(textOf(told)).to.contain(
        'Chưa thực hiện được Bản chính thức số 2 đã được phát hành sau khi trang này được mở, nên chưa lập thêm bản nữa.',
      );
      expect(told.text).to.contain('name="ban-chinh-thuc" value="2"');
      expect(await readEditions(db, REPORT, PERIOD)).to.have.length(2);
    });

    it('gives out editions as they are kept, the document under a policy of its own', async () => {
      const kept = await readEdition(db, REPORT, PERIOD, 2);
      const page = await reviewer.get(`${COMPILE}/ban/2`);
      expect(textOf(page)).to.contain('Bản chính thức số 2').and.to.contain('Người dùng compiler');
      const html = await reviewer.get(`${COMPILE}/ban/2/report.html`);
      expect(html.text).to.equal(kept?.html);
      expect(html.headers.get('content-security-policy')).to.match(/^default-src 'none'.*; sandbox$/);
      expect(html.headers.get('content-security-policy')).not.to.contain('allow-');
      expect(html.headers.get('x-frame-options')).to.equal('SAMEORIGIN');
      for (const [path, place] of [
        ['report.pdf', /^inline/],
        ['report.pdf?tai-ve', /^attachment/],
      ] as const) {
        const pdf = await reviewer.get(`${COMPILE}/ban/2/${path}`);
        expect(pdf.headers.get('content-type')).to.equal('application/pdf');
        expect(pdf.headers.get('content-disposition')).to.match(place);
        expect(Number(pdf.headers.get('content-length'))).to.equal(kept?.pdf.length);
      }
      const findings = await reviewer.get(`${COMPILE}/ban/2/findings.json`);
      expect(JSON.parse(findings.text)).to.deep.equal(kept?.findings);
      expect(findings.headers.get('content-disposition')).to.contain('attachment');
      for (const number of ['3', '0', 'x', '99999999'])
        expect((await reviewer.get(`${COMPILE}/ban/${number}/report.pdf`)).status, number).to.equal(404);
    });

    it('answers a wish to have a paper back', async () => {
      await askReopening(site.workplace, site.person('clerk'), KEY, { reason: 'Cộng sót một huyện' });
      expect(textOf(await compiler.get(`${BOARD}?loc=xin-mo-lai`)))
        .to.contain('Tỉnh An Giang')
        .and.to.contain('xin mở lại');
      expect(textOf(await compiler.get(AN_GIANG)))
        .to.contain('Cộng sót một huyện')
        .and.to.contain('Đồng ý mở lại');
      expect(
        (await compiler.post(`${AN_GIANG}/mo-lai`, { 'ly-do': ' ', 'tra-loi': 'khong' })).status,
      ).to.equal(422);
      const answer = await compiler.post(`${AN_GIANG}/mo-lai`, {
        'ly-do': 'Đề nghị gửi trước 30/10',
        'tra-loi': 'dong-y',
      });
      expect(answer.to).to.equal(`${AN_GIANG}?da-mo-lai`);
      expect(textOf(await compiler.get(AN_GIANG)))
        .to.contain('Đã trả lại')
        .and.to.contain('Đề nghị gửi trước 30/10');
    });

    it('tells why a compile failed, and logs what broke', async () => {
      const broken: unknown[] = [];
      const faults = [
        new RenderError('browser-failed', 'Không khởi động được trình duyệt.'),
        new Error('secret'),
      ];
      const desk = new CompileDesk(
        () => Promise.reject(faults.shift()),
        (error) => broken.push(error),
      );
      const asker = site.person('compiler');
      const request = { report: REPORT, period: PERIOD, kind: 'draft' } as const;
      const jobs = (): ReturnType<CompileDesk['jobsOf']> =>
        desk.jobsOf(site.workplace, asker, REPORT, PERIOD);
      const ended = async (): Promise<boolean> =>
        (await jobs()).every(({ endedAt }) => endedAt !== undefined);
      for (const token of ['mot', 'hai']) {
        await desk.ask(site.workplace, asker, { ...request, token });
        while (!(await ended())) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect((await jobs()).slice(-2).map(({ state, failure }) => [state, failure])).to.deep.equal([
        ['failed', 'Không khởi động được trình duyệt.'],
        ['failed', ''],
      ]);
      expect(broken.map(String)).to.deep.equal(['Error: secret']);
    });

    it('says in its page that a compile was interrupted, and still gives out what was made', async () => {
      await inTransaction(db, async (trx) => {
        const own = { token: '', actor: 'compiler', at: site.workplace.now(), server: 'gone' };
        await startJob(
          trx,
          await insertJob(trx, { report: REPORT, period: PERIOD, kind: 'final' }, own),
          own.at,
        );
      });
      const page = await compiler.get(COMPILE);
      expect(textOf(page)).to.contain('Đang lập bản chính thức').and.to.contain('tự tải lại sau mỗi 5 giây');
      expect(page.text).to.contain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
      site.wait({ minutes: 2 });
      const later = await compiler.get(COMPILE);
      expect(textOf(later)).to.contain(
        'Việc lập bản chính thức bị gián đoạn vì máy chủ dừng khi chưa làm xong (Người dùng compiler yêu cầu lúc 08:00 ngày 28/10/2024',
      );
      expect(textOf(later)).to.contain('Bản chính thức số 2').and.not.to.contain('tự tải lại');
      expect(later.text).not.to.contain('http-equiv="refresh"');
    });

    it('has compiles wait for each other, and forgets no finding that changed', async () => {
      await site.send(...PROVINCE, 'ca-mau,10,20,3,không');
      expect(textOf(await compiler.get(COMPILE))).to.contain('Số hồ sơ trực tuyến');
      await Promise.all(
        (['du-thao', 'chinh-thuc'] as const).map((loai) =>
          compiler.post(COMPILE, { loai, ma: `hai-${loai}` }),
        ),
      );
      const { jobs } = JSON.parse((await reviewer.get(`${COMPILE}/tien-do`)).text) as {
        jobs: { step: string }[];
      };
      expect(jobs.at(-1)?.step).to.match(/Đang chờ đến lượt, còn 1 việc trước|Đang/);
      await compiled(site, compiler);
      expect(await readEditions(db, REPORT, PERIOD)).to.have.length(3);
    });
  });
});

const KEY = { report: REPORT, period: PERIOD, form: 'F-TINH' };

/** Waits until nothing of the period is being compiled. */
async function compiled(site: BoardSite, visitor: Visitor): Promise<void> {
  for (;;) {
    const { text } = await visitor.get(`${COMPILE}/tien-do`);
    if ((JSON.parse(text) as { jobs: unknown[] }).jobs.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
    site.logged();
  }
}

/** What stands on a page, in one line. */
function textOf({ text }: Answered): string {
  return text
    .replace(/^[^]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}
