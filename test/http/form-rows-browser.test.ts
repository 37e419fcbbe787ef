/** The tables of a form in a real browser: rows taken out and put back, and two people at the rows of one table. */
import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { onSqlite } from '../databases.ts';
import { browserOfSuite, lookAt, WIDTHS } from './browser.ts';
import { openFormRoom, says, send, textOf, valueOf, type FormRoom } from './form-room.ts';

const TABLE = '#table-van-ban';
const row = (number: number): string => `${TABLE} [data-row]:nth-child(${number} of [data-row])`;

describe('the tables of a form in a browser', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    let room: FormRoom;
    beforeEach(async () => {
      room = await openFormRoom(browser(), await open());
    });
    afterEach(() => room.close());

    const numbers = async (): Promise<readonly (string | undefined)[]> =>
      (await room.rows('van-ban')).map(({ so }) => so);
    /** Waits until the server has a text in a column of a row. */
    const arrives = async (number: number, column: string, text: string): Promise<void> => {
      for (let tries = 0; tries < 200; tries += 1) {
        if ((await room.rows('van-ban'))[number - 1]?.[column] === text) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${text} never arrived`);
    };
    /** Types three rows and waits until they are saved. */
    const fill = async (page: Page): Promise<void> => {
      for (const [index, so] of ['01/CV', '02/CV', '03/CV'].entries()) {
        await page.type(`${row(index + 1)} [data-column=so]`, so);
        await page.type(`${row(index + 1)} [data-column=ngay]`, `${index + 1}/10/2024`);
      }
      await page.waitForFunction(
        `document.querySelectorAll('${TABLE} [data-row]:not([data-new])').length === 3`,
      );
      await says(page, 'Đã lưu');
    };
    const focus = (page: Page): Promise<unknown> => page.evaluate('document.activeElement.textContent');
    /** The page asks what others did, as it does every few seconds. */
    const ask = (page: Page): Promise<unknown> => page.evaluate("window.dispatchEvent(new Event('focus'))");
    const waitForNote = (page: Page, words: string): Promise<unknown> =>
      page.waitForFunction(
        `document.querySelector('${TABLE} [data-note]')?.textContent.includes(${JSON.stringify(words)})`,
      );

    for (const width of WIDTHS)
      it(`takes a row out and puts it back by the keyboard, at ${width} pixels`, async () => {
        const page = await room.enter('clerk', { width });
        await fill(page);
        await page.focus(`${row(2)} [data-act=remove]`);
        await page.keyboard.press('Enter');
        await says(page, 'Đã bỏ dòng 2. Đã lưu lúc 08:00');
        expect(await textOf(page, `${TABLE} [data-note]`)).to.equal(
          'Đã bỏ dòng 2: 02/CV; 2/10/2024. Hoàn tác',
        );
        expect(await focus(page)).to.equal('Hoàn tác');
        expect(await numbers()).to.deep.equal(['01/CV', '03/CV']);
        await lookAt(page, 'bang-bo-dong', width);

        await page.keyboard.press('Enter');
        await says(page, 'Đã lấy lại dòng 2. Đã lưu lúc 08:00');
        expect(await numbers()).to.deep.equal(['01/CV', '02/CV', '03/CV']);
        expect(await valueOf(page, `${row(2)} [data-column=so]`)).to.equal('02/CV');
        expect(await page.evaluate('document.activeElement.value')).to.equal('02/CV');
        expect(await page.$(`${TABLE} [data-note]`)).to.equal(null);
        await page.type(`${row(2)} [data-column=so]`, '-BH');
        // The status still tells of the row that was put back; then that something waits; then that it is saved.
        await page.waitForFunction(
          "document.querySelector('[data-status]').textContent.startsWith('Đã lưu lúc')",
        );
        expect((await numbers())[1]).to.match(/BH/);
      });

    it('lists what was taken out, and puts it back, without scripts', async () => {
      const page = await room.enter('clerk', { scripts: false });
      for (const [so, ngay] of [
        ['01/CV', '1/10/2024'],
        ['02/CV', '2/10/2024'],
      ]) {
        await page.type('#d-van-ban-moi-so', so ?? '');
        await page.type('#d-van-ban-moi-ngay', ngay ?? '');
        await send(page, `${TABLE} [name=them-dong]`);
      }
      await send(page, `${row(1)} [name=xoa-dong]`);
      expect(await numbers()).to.deep.equal(['02/CV']);
      expect(await page.$eval(`${TABLE} [data-taken-out]`, (list) => list.hasAttribute('open'))).to.equal(
        true,
      );
      expect(await textOf(page, `${TABLE} [data-taken]`)).to.contain('01/CV; 1/10/2024 Lấy lại');
      // The page is as it is without scripts; axe-core is one.
      await page.setJavaScriptEnabled(true);
      await lookAt(page, 'bang-bo-dong-khong-script', WIDTHS[1]);
      await page.setJavaScriptEnabled(false);
      await send(page, `${TABLE} [name=lay-lai]`);
      expect(await numbers()).to.deep.equal(['01/CV', '02/CV']);
    });

    it('adds a row once though the answer is lost, and saves what was typed meanwhile', async () => {
      const page = await room.enter('clerk');
      await page.evaluate(`(() => {
        const real = window.fetch;
        window.lost = 0;
        window.fetch = async (path, request) => {
          const answer = await real(path, request);
          if (window.lost > 0 || !String(path).endsWith('/dong')) return answer;
          window.lost += 1;
          throw new TypeError('the line is down');
        };
      })()`);
      await page.type(`${row(1)} [data-column=so]`, '01/CV');
      await page.waitForFunction('window.lost === 1');
      await ask(page);
      await page.type(`${row(1)} [data-column=ngay]`, '1/10/2024');
      await arrives(1, 'ngay', '1/10/2024');
      await says(page, 'Đã lưu');
      expect(await numbers()).to.deep.equal(['01/CV']);
      expect(await page.$$eval(`${TABLE} [data-row]:not([data-new])`, (all) => all.length)).to.equal(1);
    });

    it('asks where two people changed one row, and overwrites neither', async () => {
      const mine = await room.enter('clerk');
      await fill(mine);
      const theirs = await room.enter('colleague');
      await theirs.type(`${row(1)} [data-column=so-trang]`, '5');
      await arrives(1, 'so-trang', '5');
      await mine.type(`${row(1)} [data-column=so-trang]`, '7');
      await waitForNote(mine, 'vừa sửa dòng này');
      expect(await textOf(mine, `${TABLE} [data-note]`))
        .to.contain('01/CV; 1/10/2024; 7')
        .and.contain('01/CV; 1/10/2024; 5');
      expect((await room.rows('van-ban'))[0]?.['so-trang']).to.equal('5');
      for (const width of WIDTHS) {
        await mine.setViewport({ width, height: 1080 });
        await lookAt(mine, 'bang-hai-nguoi', width);
      }
      await mine.click(`${TABLE} [data-note] [name=giu-dong]`);
      await arrives(1, 'so-trang', '7');
    });

    it('does not take out what another changed meanwhile, unless one insists', async () => {
      const mine = await room.enter('clerk');
      await fill(mine);
      const theirs = await room.enter('colleague');
      await theirs.type(`${row(1)} [data-column=so-trang]`, '5');
      await arrives(1, 'so-trang', '5');
      await mine.click(`${row(1)} [data-act=remove]`);
      await waitForNote(mine, 'nên dòng chưa bị bỏ');
      await says(mine, 'vừa sửa hoặc bỏ dòng này');
      expect(await numbers()).to.deep.equal(['01/CV', '02/CV', '03/CV']);
      await mine.click(`${TABLE} [data-note] [name=bo-dong]`);
      await waitForNote(mine, 'Đã bỏ dòng 1: 01/CV; 1/10/2024; 5.');
      expect(await numbers()).to.deep.equal(['02/CV', '03/CV']);
    });

    it('says that a row is gone to whom it is gone for, and keeps what they typed', async () => {
      const mine = await room.enter('clerk');
      await fill(mine);
      const theirs = await room.enter('colleague');
      await mine.type(`${row(2)} [data-column=so-trang]`, '9');
      await arrives(2, 'so-trang', '9');
      await theirs.reload();
      await theirs.click(`${row(2)} [data-act=remove]`);
      await says(theirs, 'Đã bỏ dòng 2');
      await ask(mine);
      await waitForNote(mine, 'Người dùng dong-nghiep đã bỏ dòng: 02/CV; 2/10/2024; 9.');
      await mine.click(`${TABLE} [data-note] [name=lay-lai]`);
      await says(mine, 'Đã lấy lại dòng 2');

      await ask(theirs);
      await theirs.waitForFunction(
        `document.querySelectorAll('${TABLE} [data-row]:not([data-new])').length === 3`,
      );
      await theirs.click(`${row(1)} [data-act=remove]`);
      await says(theirs, 'Đã bỏ dòng 1');
      await mine.type(`${row(1)} [data-column=so-trang]`, '8');
      await waitForNote(mine, 'đã bỏ dòng này');
      await mine.click(`${TABLE} [data-note] [name=giu-dong]`);
      await arrives(3, 'so-trang', '8');
      expect(await room.rows('van-ban')).to.deep.equal([
        { so: '02/CV', ngay: '2/10/2024', 'so-trang': '9' },
        { so: '03/CV', ngay: '3/10/2024' },
        { so: '01/CV', ngay: '1/10/2024', 'so-trang': '8' },
      ]);
    });

    it('moves nothing over the head of another who moved rows', async () => {
      const mine = await room.enter('clerk');
      await fill(mine);
      const theirs = await room.enter('colleague');
      await theirs.click(`${row(3)} [data-act=up]`);
      await arrives(2, 'so', '03/CV');
      expect(await numbers()).to.deep.equal(['01/CV', '03/CV', '02/CV']);
      await mine.click(`${row(2)} [data-act=up]`);
      await says(mine, 'Người dùng dong-nghiep vừa đổi thứ tự các dòng');
      expect(await numbers()).to.deep.equal(['01/CV', '03/CV', '02/CV']);
      expect(await valueOf(mine, `${row(2)} [data-column=so]`)).to.equal('03/CV');
      await mine.click(`${row(2)} [data-act=up]`);
      await arrives(1, 'so', '03/CV');
      expect(await numbers()).to.deep.equal(['03/CV', '01/CV', '02/CV']);
    });

    it('tells the same without scripts', async () => {
      const first = await room.enter('clerk');
      await fill(first);
      const mine = await room.enter('clerk', { scripts: false });
      const theirs = await room.enter('colleague');
      await theirs.type(`${row(1)} [data-column=so-trang]`, '5');
      await arrives(1, 'so-trang', '5');
      await send(mine, `${row(1)} [name=xoa-dong]`);
      expect(await textOf(mine, '.govuk-error-summary')).to.contain(
        'dòng chưa được bỏ, vì Người dùng dong-nghiep vừa sửa thành “01/CV; 1/10/2024; 5”',
      );
      await theirs.click(`${row(3)} [data-act=up]`);
      await theirs.waitForFunction(`document.querySelector('${row(2)} [data-column=so]').value === '03/CV'`);
      await send(mine, `${row(2)} [name=len-dong]`);
      expect(await textOf(mine, '.govuk-error-summary')).to.contain('vừa được Người dùng dong-nghiep đổi');
      expect(await numbers()).to.deep.equal(['01/CV', '03/CV', '02/CV']);
      await send(mine, `${row(1)} [name=xoa-dong]`);
      expect(await numbers()).to.deep.equal(['03/CV', '02/CV']);
    });
  });
});
