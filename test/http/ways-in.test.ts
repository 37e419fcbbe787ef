/** The first thing that people press, what bodies are called where a line begins with their name, and what paper leaves out. */
import { expect } from 'chai';
import { onSqlite } from '../databases.ts';
import { clerk, type } from '../workflow/collecting/place.ts';
import { browserOfSuite } from './browser.ts';
import { openFormRoom } from './form-room.ts';
import { BASE, openPapers, type Papers } from './papers.ts';
import { openSite, type Site } from './site.ts';

/** The text of a page, in one line. */
function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the ways into a form', () => {
  onSqlite((open) => {
    let papers: Papers;
    beforeEach(async () => {
      papers = await openPapers(await open());
    });
    afterEach(() => papers.stop());

    const acts = async (): Promise<string> => {
      const { text } = await (await papers.as('clerk')).get('/viec-cua-toi');
      const [, links = ''] = /<div class="app-work__acts">(.*?)<\/div>/s.exec(text) ?? [];
      return textOf(links).trim();
    };

    it('lead to the fields of a form that is not begun, then to its check', async () => {
      expect(await acts()).to.match(/^Nhập số liệu :/);
      await type(papers.place, clerk, { 'ho-so': { text: '777' } });
      expect(await acts()).to.match(/^Kiểm tra và gửi :/);
    });

    it('lead an approver on a telephone past the figures to their answer', async () => {
      await papers.submit();
      const { text } = await (await papers.as('approver')).get(`${BASE}/duyet`);
      expect(text).to.contain('<a class="govuk-link" href="#phan-duyet">Duyệt hoặc trả lại phiếu</a>');
      expect(text).to.contain('id="phan-duyet">Ý kiến của lãnh đạo');
    });
  });
});

describe('the name of a body at the beginning of a line', () => {
  onSqlite((open) => {
    let site: Site;
    before(async () => {
      site = await openSite(await open());
    });
    after(() => site.stop());

    for (const [who, path] of [
      ['clerk', '/tai-khoan'],
      ['clerk', '/dau-moi'],
      ['admin', '/quan-tri/tai-khoan'],
    ] as const)
      it(`has a capital on ${path}`, async () => {
        const { text } = await (await site.as(who)).get(path);
        expect(textOf(text.slice(text.indexOf('<main'))))
          .to.contain('Tỉnh An Giang')
          .and.not.contain('tỉnh An Giang');
      });
  });
});

describe('a page with nothing on it', () => {
  onSqlite((open) => {
    let site: Site;
    before(async () => {
      site = await openSite(await open());
    });
    after(() => site.stop());

    for (const [who, path, words] of [
      ['clerk', '/viec-cua-toi', 'Khi kỳ mới được mở, phiếu cần nhập hiện tại trang này.'],
      ['compiler', '/theo-doi', 'Đề nghị báo bộ phận kỹ thuật mở kỳ.'],
      ['admin', '/quan-tri/tai-khoan?tim=zzz', 'Đề nghị tìm bằng ít từ hơn.'],
      ['admin', '/quan-tri/don-vi?tim=zzz', 'Đề nghị tìm bằng ít từ hơn, hoặc chọn “Tất cả” ở mục Hiển thị.'],
    ] as const)
      it(`says on ${path} what to do`, async () => {
        expect(textOf((await (await site.as(who)).get(path)).text)).to.contain(words);
      });
  });
});

describe('a page of a form on paper', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    it('has neither buttons nor a place for files', async () => {
      const room = await openFormRoom(browser(), await open());
      const page = await room.enter('clerk', { path: `${BASE}/cong-van` });
      const seen = (): Promise<readonly string[]> =>
        page.$$eval('main button, main input[type=file]', (tools) =>
          tools.flatMap((tool) => (tool.getClientRects().length > 0 ? [tool.textContent ?? ''] : [])),
        );
      expect(await seen()).to.have.lengthOf(3);
      await page.emulateMediaType('print');
      expect(await seen()).to.deep.equal([]);
      await room.close();
    });
  });
});
