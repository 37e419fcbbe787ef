/** Forms and the board for people who need large letters, at 200% either way, and on paper: nothing covers, cuts or pushes out. */
import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { onSqlite } from '../databases.ts';
import { readPdf } from '../render/read-pdf.ts';
import { browserOfSuite, enterSession, lookAt, openPage } from './browser.ts';
import { textOf } from './form-room.ts';
import { openSite, type Site, type Who } from './site.ts';

const FORM = '/bieu/chuyen-doi-so/2024-10/F-TINH';
const PAGES: readonly (readonly [who: Who, path: string, title: string])[] = [
  ['clerk', FORM, 'bieu'],
  ['clerk', `${FORM}/kiem-tra`, 'kiem-tra'],
  ['clerk', '/viec-cua-toi', 'viec-cua-toi'],
  ['compiler', '/theo-doi/chuyen-doi-so/2024-10', 'theo-doi'],
];
const REASON =
  'Đang chờ kết quả đối soát giữa Sở Thông tin và Truyền thông với các huyện, dự kiến xong trong tuần.';
const DIFFICULTY = 'Kinh phí chưa được bố trí kịp thời, nhân lực cấp xã còn thiếu. '.repeat(6).trim();

describe('pages in large letters and on paper', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    let site: Site;
    before(async () => {
      site = await openSite(await open());
      await openPeriod(site.workplace, 'chuyen-doi-so', '2024-10');
    });
    after(() => site.stop());

    const enter = async (who: Who, path: string, width = 1280): Promise<Page> => {
      const page = await openPage(browser(), width);
      const value = (await site.as(who)).cookies.get('phien') ?? '';
      await enterSession(page, value);
      await page.goto(new URL(path, site.url).href);
      return page;
    };

    for (const [who, path, title] of PAGES) {
      it(`shows ${title} at 200%`, async () => {
        const page = await enter(who, path);
        // What a screen of 1,280 pixels is at 200%.
        await page.setViewport({ width: 640, height: 512, deviceScaleFactor: 2 });
        await page.reload();
        await lookAt(page, `${title}-phong-to`, 640);
        expect(await spoiled(page)).to.deep.equal([]);
        await page.browserContext().close();
      });

      it(`shows ${title} with letters of twice the size`, async () => {
        const page = await enter(who, path);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        await lookAt(page, `${title}-chu-to`, 1280);
        expect(await spoiled(page)).to.deep.equal([]);
        await page.browserContext().close();
      });
    }

    it('prints a form on A4 with all that was typed, and without what is only there to type', async () => {
      const page = await enter('clerk', FORM);
      const [first = '', second = ''] = await page.$$eval('[data-field][data-kind=number]', (fields) =>
        fields.map((field) => field.getAttribute('data-field') ?? ''),
      );
      await page.type(`#o-${first}`, '1234567');
      await page.select(`#field-${second} [data-part=state]`, 'pending');
      await page.type(`#reason-${second}`, REASON);
      const [text] = await page.$$('textarea[data-main]');
      await text?.type(DIFFICULTY);
      await page.waitForFunction("document.querySelector('[data-status]').textContent.includes('Đã lưu')");
      const { pages } = await readPdf(Buffer.from(await page.pdf({ format: 'A4' })));
      // Lines are broken anywhere, and letters of two fonts are two texts.
      const printed = solid(pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
      for (const words of ['Đơn vị báo cáo: tỉnh An Giang', '1.234.567', REASON, DIFFICULTY])
        expect(printed).to.contain(solid(words));
      for (const tool of ['Có số liệu', 'ngày/tháng/năm', 'Kiểm tra và gửi', 'Thêm dòng', '– chọn –'])
        expect(printed).not.to.contain(solid(tool));
      for (const { width, height, items } of pages) {
        expect([Math.round(width), Math.round(height)]).to.deep.equal([210, 297]);
        for (const { x, width: wide } of items) {
          expect(x).to.be.greaterThan(10);
          expect(x + wide).to.be.lessThan(200);
        }
      }
      await page.emulateMediaType('print');
      expect(await textOf(page, '.app-print-only')).to.contain('Trạng thái của phiếu');
      await page.browserContext().close();
    });
  });
});

function solid(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** Controls whose text is cut, and things of one question or row that lie over each other. */
async function spoiled(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const found = [];
    const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
    const name = (element) => element.id || element.className || element.tagName;
    for (const control of document.querySelectorAll('main input, main select, main button, main textarea')) {
      if (!shown(control) || control.type === 'hidden') continue;
      const style = getComputedStyle(control);
      const room = control.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      const isCut = control.tagName === 'BUTTON'
        ? control.scrollWidth > control.clientWidth + 6 || control.scrollHeight > control.clientHeight + 6
        : control.type !== 'radio' && room + 1 < parseFloat(style.fontSize) * 1.15;
      if (isCut) found.push('cut: ' + name(control));
    }
    for (const group of document.querySelectorAll('.app-field, .app-row, .app-form__bar, .board-totals tr, .app-work__form')) {
      const parts = [...group.querySelectorAll('label, input, select, textarea, button, output, span, dt, dd, p')]
        .filter((part) => shown(part) && part.children.length === 0 && !part.closest('.govuk-visually-hidden') && getComputedStyle(part).clipPath === 'none');
      for (const [index, one] of parts.entries())
        for (const other of parts.slice(index + 1)) {
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (over > 2 && high > 2) found.push('over: ' + name(one) + ' / ' + name(other));
        }
    }
    return found;
  })()`) as Promise<readonly string[]>;
}
