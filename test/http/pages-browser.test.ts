/** The pages in a real browser: signing in, the first password, an administrator's work; at 360 and at 1,920 pixels. */
import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { addAccount, OPERATOR } from '../../src/workflow/accounts/manage.ts';
import { onSqlite } from '../databases.ts';
import { browserOfSuite, complaintsOf, enterSession, lookAt, openPage, WIDTHS } from './browser.ts';
import { openSite, PASSWORD, type Site } from './site.ts';

describe('the pages in a browser', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    for (const width of WIDTHS)
      describe(`at ${width} pixels`, () => {
        let site: Site;
        let page: Page;
        before(async () => {
          site = await openSite(await open());
        });
        after(() => site.stop());
        beforeEach(async () => {
          page = await openPage(browser(), width);
        });
        afterEach(() => page.browserContext().close());

        const look = (title: string): Promise<void> => lookAt(page, title, width);
        const goTo = async (path: string): Promise<void> => {
          await page.goto(new URL(path, site.url).href);
        };
        const heading = (): Promise<string> => page.$eval('h1', (element) => element.textContent ?? '');
        const fill = async (field: string, text: string): Promise<void> => {
          await page.$eval(`#${field}`, (element) => Object.assign(element, { value: '' }));
          await page.type(`#${field}`, text);
        };
        const send = async (selector = 'main form button[type=submit]'): Promise<void> => {
          await Promise.all([page.waitForNavigation(), page.click(selector)]);
        };

        const enterAsAdmin = async (): Promise<void> => {
          const session = (await site.as('admin')).cookies.get('phien') ?? '';
          await enterSession(page, session);
          await goTo('/');
        };

        it('lets a new person in, has the password changed, and signs out', async () => {
          const { lines } = complaintsOf(page);
          const added = await addAccount(site.workplace, OPERATOR, {
            name: 'tran.binh',
            fullName: 'Trần Thị Bình',
            role: 'clerk',
            entity: 'an-giang',
          });
          if (added.kind !== 'added') throw new Error('the account was refused');
          await goTo('/');
          expect(await heading()).to.equal('Đăng nhập');
          await look('dang-nhap');

          await fill('ten', 'tran.binh');
          await fill('mat-khau', 'không phải mật khẩu');
          await send();
          expect(await page.title()).to.match(/^Lỗi: Đăng nhập/);
          expect(await page.evaluate('document.activeElement.className')).to.equal('govuk-error-summary');
          await look('dang-nhap-sai');

          await fill('mat-khau', added.password);
          await page.click('.govuk-password-input__toggle');
          expect(await page.$eval('#mat-khau', (field) => field.getAttribute('type'))).to.equal('text');
          await send();
          expect(await heading()).to.equal('Đổi mật khẩu');
          await look('doi-mat-khau-lan-dau');

          await fill('mat-khau-hien-tai', added.password);
          await fill('mat-khau-moi', 'ngắn');
          await fill('mat-khau-moi-lan-hai', 'ngắn quá');
          await send();
          await look('doi-mat-khau-sai');
          await page.click('.govuk-error-summary__list a');
          expect(await page.evaluate('document.activeElement.id')).to.equal('mat-khau-moi-lan-hai');

          await fill('mat-khau-hien-tai', added.password);
          await fill('mat-khau-moi', PASSWORD);
          await fill('mat-khau-moi-lan-hai', PASSWORD);
          await send();
          expect(await heading()).to.equal('Tài khoản của tôi');
          expect(await page.$eval('header', (element) => element.textContent)).to.contain('tỉnh An Giang');
          await look('tai-khoan-cua-toi');

          await send('.app-header__button');
          expect(await heading()).to.equal('Đăng nhập');
          await look('da-dang-xuat');
          await goTo('/tai-khoan');
          expect(await heading()).to.equal('Đăng nhập');
          // The 422 of a refused form is a page like any other, but the browser notes it.
          expect(lines.filter((line) => !line.includes('422'))).to.deep.equal([]);
        });

        it('lets an administrator say whose papers need no approver', async () => {
          const { lines } = complaintsOf(page);
          await enterAsAdmin();
          await Promise.all([page.waitForNavigation(), page.click('nav li:nth-child(2) a')]);
          expect(await heading()).to.equal('Đơn vị');
          await look('don-vi');
          await fill('tim', 'an giang');
          await send();
          await Promise.all([page.waitForNavigation(), page.click('tbody a')]);
          expect(await heading()).to.equal('Tỉnh An Giang');
          await look('mot-don-vi');
          await send('.govuk-button--warning');
          expect(await page.$eval('main', (main) => main.textContent)).to.contain('Không cần lãnh đạo duyệt');
          await look('mot-don-vi-khong-duyet');
          expect(lines).to.deep.equal([]);
        });

        it('lets an administrator find, add, disable and reset accounts', async () => {
          const { lines } = complaintsOf(page);
          await enterAsAdmin();
          expect(await heading()).to.equal('Tài khoản');
          await look('tai-khoan');

          await goTo('/quan-tri/tai-khoan/them');
          await look('them-tai-khoan');
          await fill('ten', 'Sai tên');
          await page.click('#vai-tro');
          await send();
          await look('them-tai-khoan-sai');
          await fill('ten', 'le.chi');
          await fill('ho-ten', 'Lê Thị Chi');
          await page.select('#don-vi', 'bo-noi-vu');
          await send();
          expect(await heading()).to.equal('Đã thêm tài khoản');
          await look('mat-khau-cap-lan-dau');

          await goTo('/quan-tri/tai-khoan?tim=le+chi');
          expect(await page.$$eval('tbody tr', (rows) => rows.length)).to.equal(1);
          await Promise.all([page.waitForNavigation(), page.click('tbody a')]);
          await look('mot-tai-khoan');
          await send('.govuk-button--warning');
          await look('da-ngung-tai-khoan');

          await goTo('/khong-co-trang-nay');
          expect(await heading()).to.equal('Không tìm thấy trang');
          await look('khong-tim-thay');
          expect(lines.filter((line) => !/status of (422|404)/.test(line))).to.deep.equal([]);
        });
      });
  });
});
