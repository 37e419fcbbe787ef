/** The department's work in a real browser: filter, read, return, accept, compile, give reasons, issue, download. */
import { readFileSync } from 'node:fs';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import type { Database } from '../../src/db/connect.ts';
import { readEdition, readEditions } from '../../src/db/editions.ts';
import { openBrowser as openPrinter, type Browser as Printer } from '../../src/render/browser.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { onSqlite } from '../databases.ts';
import { AN_GIANG, BOARD, openBoardSite, PERIOD, REPORT, REPORTS_DIR, type BoardSite } from './board-site.ts';
import { browserOfSuite, complaintsOf, enterSession, lookAt, openPage, WAYS, WIDTHS } from './browser.ts';
import { openSite, REPORTS, type Site } from './site.ts';

describe('the department in a browser', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    for (const { width, scripts } of WAYS)
      describe(`at ${width} pixels${scripts ? '' : ', without scripts'}`, () => {
        let db: Database;
        let site: BoardSite;
        let page: Page;
        before(async () => {
          db = await open();
          site = await openBoardSite(db);
          page = await enter(browser(), site, width);
          await page.setJavaScriptEnabled(scripts);
        });
        after(async () => {
          await page.browserContext().close();
          await site.stop();
        });

        const look = async (title: string): Promise<void> => {
          if (scripts) await lookAt(page, title, width);
        };
        const goTo = async (path: string): Promise<void> => {
          await page.goto(new URL(path, site.url).href);
        };
        const text = (selector = 'main'): Promise<string> =>
          page.$eval(selector, (element) => element.textContent ?? '');
        const follow = async (link: string): Promise<void> => {
          await Promise.all([page.waitForNavigation(), page.click(`main ::-p-text(${link})`)]);
        };
        const press = async (button: string): Promise<void> => {
          await Promise.all([
            page.waitForNavigation(),
            page.click(`main ::-p-aria([name="${button}"][role="button"])`),
          ]);
        };
        /** The page follows by itself, with scripts and without. */
        const compiled = async (outcome: string): Promise<void> => {
          while (!(await text()).includes(outcome)) await page.waitForNavigation();
        };

        it('finds what is missing, and whom to call', async () => {
          const { lines } = complaintsOf(page);
          await goTo('/');
          expect(await text('h1')).to.equal('Theo dõi');
          await look('theo-doi');
          await follow('Tháng 10 năm 2024');
          await look('tinh-hinh-nop');
          await page.select('#loc', 'chua-xong');
          await press('Lọc');
          expect(await page.$$eval('.board-matrix tbody tr', (rows) => rows.length)).to.equal(2);
          await page.click('.board-matrix tbody summary');
          expect(await page.$eval('details[open] .board-contact__text', (one) => one.textContent)).to.contain(
            '0296 3 123 456',
          );
          await look('tinh-hinh-nop-chua-xong');
          expect(lines).to.deep.equal([]);
        });

        it('reads a submission, returns it, reads the next one and accepts it', async () => {
          await Promise.all([page.waitForNavigation(), page.click('.board-cell ::-p-text(Chờ tiếp nhận)')]);
          expect(new URL(page.url()).pathname).to.equal(AN_GIANG);
          await look('phieu');
          await press('Trả lại');
          expect(await text('.govuk-error-summary')).to.contain('Đề nghị ghi lý do trả lại');
          await look('phieu-thieu-ly-do');
          await page.type('#tra-lai-ly-do', 'Số hồ sơ thấp hơn tháng trước');
          await press('Trả lại');
          expect(await text('.govuk-notification-banner')).to.contain('Đã trả lại phiếu');
          await look('phieu-da-tra-lai');
          await site.submit({ 'ho-so': { text: '165' } });
          await goTo(AN_GIANG);
          expect(await text('#khac-nhau')).to.equal('Khác nhau giữa phiên bản 1 và phiên bản 2');
          await look('phieu-hai-phien-ban');
          await press('Tiếp nhận');
          expect(await text('.govuk-notification-banner')).to.contain('Đã tiếp nhận phiếu');
        });

        it('compiles a draft, is refused a final, gives the reasons, and issues it', async () => {
          const { lines } = complaintsOf(page);
          await goTo(BOARD);
          await Promise.all([page.waitForNavigation(), page.click('main a.govuk-button')]);
          await look('tong-hop');
          await press('Lập bản dự thảo');
          expect(await text()).to.match(/Đang lập bản dự thảo|Đã lập xong/);
          await compiled('Đã lập xong bản dự thảo số 1');
          await press('Phát hành bản chính thức');
          await compiled('Chưa phát hành được bản chính thức: khi tổng hợp còn 2 phát hiện phải xử lý');
          await look('tong-hop-bi-tu-choi');

          await Promise.all([page.waitForNavigation(), page.click(`.board-finding a[href$="/ca-mau"]`)]);
          await page.type('#mien-nop-ly-do', 'khắc phục hậu quả bão');
          await press('Miễn nộp');
          await look('phieu-mien-nop');
          await goTo(`${BOARD}/tong-hop`);
          await page.click('.board-finding summary ::-p-text(Ghi lý do)');
          await Promise.all([page.waitForNavigation(), page.click('details[open] button')]);
          expect(await text('.govuk-error-summary')).to.contain('Đề nghị ghi lý do giải trình');
          await look('tong-hop-thieu-ly-do');
          await page.type('details[open] textarea', 'tỉnh bổ sung ở kỳ sau');
          await Promise.all([page.waitForNavigation(), page.click('details[open] button')]);
          expect(await text()).to.contain('Không còn phát hiện nào chặn việc phát hành');
          await press('Phát hành bản chính thức');
          await compiled('Đã lập xong bản chính thức số 2');
          await look('tong-hop-xong');
          // The page of somebody who opened it before.
          await page.$eval('input[name=ban-chinh-thuc]', (field) => field.setAttribute('value', '0'));
          await press('Phát hành bản chính thức');
          expect(await text('.govuk-error-summary')).to.contain(
            'Bản chính thức số 2 đã được phát hành sau khi trang này được mở',
          );
          await look('tong-hop-da-co-ban-khac');
          expect(lines.filter((line) => !/422|409/.test(line))).to.deep.equal([]);
        });

        it('reads the final in its page and saves it', async () => {
          const { lines } = complaintsOf(page);
          await follow('Đọc bản chính thức số 2');
          const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
          const document = (await frame?.waitForSelector('main')) ?? null;
          if (!document) throw new Error('the report is not in its frame');
          expect(await frame?.title()).to.contain('Kết quả tháng 10 năm 2024');
          // Before axe-core knocks at the frame in vain, and before the download, which ends its request as aborted.
          expect(lines).to.deep.equal([]);
          await look('ban-chinh-thuc');
          const folder = await mkdtemp(join(tmpdir(), 'tong-hop-saved-'));
          const session = await page.createCDPSession();
          await session.send('Browser.setDownloadBehavior', {
            behavior: 'allowAndName',
            browserContextId: page.browserContext().id ?? '',
            downloadPath: folder,
            eventsEnabled: true,
          });
          const saved = new Promise<string>((resolve) => {
            session.on('Browser.downloadProgress', ({ guid, state }) => {
              if (state === 'completed') resolve(join(folder, guid));
            });
          });
          await page.click('main ::-p-text(Tải bản PDF)');
          const kept = await readEdition(db, REPORT, PERIOD, 2);
          expect(readFileSync(await saved).equals(Buffer.from(kept?.pdf ?? []))).to.equal(true);
          await rm(folder, { recursive: true });
        });
      });

    describe('with 85 bodies', () => {
      let db: Database;
      let site: Site;
      let printer: Promise<Printer> | undefined;
      before(async () => {
        db = await open();
        site = await openSite(db, '2024-11-20T08:00:00+07:00', {
          browser: () => (printer ??= openPrinter()),
        });
        const folder = join(REPORTS, 'chuyen-doi-so', 'samples', '2024-10-thieu');
        await importSubmissions(site.workplace, 'chuyen-doi-so', '2024-10', [folder]);
      });
      after(async () => {
        await site.stop();
        await (await printer)?.close();
      });

      for (const width of WIDTHS)
        it(`shows October with bodies missing, and compiles it, at ${width} pixels`, async () => {
          const page = await enter(browser(), site, width, 'reviewer');
          const base = '/theo-doi/chuyen-doi-so/2024-10';
          for (const [path, title, words] of [
            ['', 'thang-10', 'Đã tiếp nhận 92/98 phiếu, miễn nộp 1. Còn thiếu 5 phiếu.'],
            ['?loc=con-thieu', 'thang-10-con-thieu', 'hiển thị 4/63 dòng'],
            ['/F-TINH/hau-giang', 'thang-10-phieu-trong', 'phiếu trống'],
            ['/tong-hop', 'thang-10-tong-hop', 'Còn 6 phát hiện phải xử lý'],
          ] as const) {
            await page.goto(new URL(`${base}${path}`, site.url).href);
            expect(await page.$eval('main', (main) => main.textContent)).to.contain(words);
            await lookAt(page, title, width);
          }
          const editions = (await readEditions(db, 'chuyen-doi-so', '2024-10')).length;
          const compiler = await site.as('compiler');
          await compiler.post(`${base}/tong-hop`, { loai: 'du-thao', ma: `ma-${width}` });
          await page.goto(new URL(`${base}/tong-hop`, site.url).href);
          while ((await page.$('.board-progress')) !== null) await page.waitForNavigation();
          await page.goto(new URL(`${base}/tong-hop/ban/${editions + 1}`, site.url).href);
          await lookAt(page, 'thang-10-du-thao', width);
          await page.browserContext().close();
        });
    });

    describe('with many forms', () => {
      let site: Site;
      let folder: string;
      before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'tong-hop-many-forms-'));
        await cp(REPORTS_DIR, folder, { recursive: true });
        const numbers = Array.from({ length: 19 }, (_, index) => index + 1);
        const [forms, indicators] = [
          join(folder, REPORT, 'forms.yaml'),
          join(folder, REPORT, 'indicators.yaml'),
        ];
        await appendFile(forms, numbers.map(extraForm).join(''));
        await appendFile(
          indicators,
          numbers.map((number) => `x${number}: { label: Chỉ tiêu, unit: hồ sơ, nature: stock }\n`).join(''),
        );
        site = await openSite(await open(), '2024-10-28T08:00:00+07:00', { reportsDir: folder });
        await openPeriod(site.workplace, REPORT, PERIOD);
      });
      after(async () => {
        await site.stop();
        await rm(folder, { recursive: true });
      });

      for (const width of WIDTHS)
        it(`keeps bodies and forms in sight at ${width} pixels`, async () => {
          const page = await enter(browser(), site, width);
          await page.goto(new URL(BOARD, site.url).href);
          await lookAt(page, 'nhieu-bieu', width);
          const places = (): Promise<readonly number[]> =>
            page.$eval('.board-matrix-frame', (frame) =>
              ['tbody tr:last-child th', 'thead th:first-child', 'thead th:last-child'].map((place) =>
                Math.round(frame.querySelector(place)?.getBoundingClientRect().left ?? NaN),
              ),
            );
          const [body, corner, last = 0] = await places();
          await page.$eval('.board-matrix-frame', (frame) => frame.scrollBy(5000, 0));
          const [bodyAfter, cornerAfter, lastAfter = 0] = await places();
          expect([bodyAfter, cornerAfter]).to.deep.equal([body, corner]);
          expect(last, 'the last form is out of sight at first').to.be.greaterThan(width);
          expect(lastAfter).to.be.lessThan(width);
          await page.browserContext().close();
        });
    });
  });
});

function extraForm(number: number): string {
  return `F-X${number}:\n  title: Biểu thứ ${number}\n  roster: tinh\n  sections: [{ title: Phần, fields: [x${number}] }]\n`;
}

async function enter(
  browser: Browser,
  site: Site,
  width: number,
  who: 'compiler' | 'reviewer' = 'compiler',
): Promise<Page> {
  const page = await openPage(browser, width);
  const session = (await site.as(who)).cookies.get('phien') ?? '';
  await enterSession(page, session);
  return page;
}
