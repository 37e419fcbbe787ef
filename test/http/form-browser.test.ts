/** Filling in a form in a real browser: saved while typing, kept when the session ends, shared, pasted into, by keyboard alone. */
import { expect } from 'chai';
import { openPeriod } from '../../src/workflow/open-period.ts';
import { onSqlite } from '../databases.ts';
import { clerk, colleague, type } from '../workflow/collecting/place.ts';
import { browserOfSuite, complaintsOf, enterSession, lookAt, openPage, WIDTHS } from './browser.ts';
import {
  clear,
  openFormRoom,
  paste,
  says,
  send,
  signOut,
  textOf,
  valueOf,
  type FormRoom,
} from './form-room.ts';
import { BASE } from './papers.ts';
import { openSite } from './site.ts';

const WIDE = WIDTHS[1];

describe('the page of a form in a browser', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    let room: FormRoom;
    beforeEach(async () => {
      room = await openFormRoom(browser(), await open());
    });
    afterEach(() => room.close());

    for (const width of WIDTHS)
      it(`is saved while one types, computes at once and asks what is meant, at ${width} pixels`, async () => {
        const page = await room.enter('clerk', { width });
        const { lines } = complaintsOf(page);
        await lookAt(page, 'bieu-trong', width);
        await page.type('#o-ho-so', '2.000.180');
        await page.type('#o-ho-so-truc-tuyen', '500045');
        expect(await textOf(page, '#field-ho-so [data-change]')).to.equal('+1.000.090 (+100%)');
        const figures = await page.$$eval('[data-value]', (all) => all.map((one) => one.textContent));
        expect(figures).to.deep.equal(['1.500.135', '25']);
        await says(page, 'Đã lưu lúc 08:00');
        expect(await room.saved('ho-so')).to.equal('2.000.180');

        // Of whole numbers there is one reading, which is said when the mark is the English one.
        await page.type('#o-may-chu', '1.234');
        expect(await textOf(page, '#hieu-may-chu')).to.equal('');
        await page.focus('#o-ho-so');
        await page.waitForSelector('#field-may-chu[data-done]');
        await clear(page, '#o-may-chu');
        await page.type('#o-may-chu', '1,235');
        expect(await textOf(page, '#hieu-may-chu')).to.equal('Được hiểu là 1.235');

        await page.type('#o-toc-do', '1.234');
        await page.focus('#o-ho-so');
        await page.waitForSelector('#field-toc-do .app-choice[name=dung]');
        expect(await textOf(page, '#messages-toc-do')).to.contain('có thể hiểu theo nhiều cách');
        await lookAt(page, 'bieu-hoi-lai', width);
        await page.click('#field-toc-do .app-choice[name=dung]');
        await page.waitForFunction(
          "!document.querySelector('#field-toc-do').classList.contains('app-field--wrong')",
        );
        await says(page, 'Đã lưu');
        expect(await room.saved('toc-do')).to.equal('1234');
        expect(await room.saved('may-chu')).to.equal('1,235');
        await clear(page, '#o-toc-do');

        await page.select('#o-quy-che', 'yes');
        await page.type('#document-quy-che', '12/QĐ-BHXH');
        await page.type('#date-quy-che', '3/10/2024');
        await page.select('#field-toc-do [data-part=state]', 'pending');
        await page.type('#reason-toc-do', 'đang đo');
        await page.type('#d-van-ban-moi-so', '05/CV');
        await page.type('#d-van-ban-moi-ngay', '4/10/2024');
        await says(page, 'Đã lưu');
        await page.waitForSelector('#table-van-ban [data-row]:not([data-new])');
        await page.reload();
        expect(await valueOf(page, '#reason-toc-do')).to.equal('đang đo');
        expect(await valueOf(page, '#document-quy-che')).to.equal('12/QĐ-BHXH');
        expect(await room.rows('van-ban')).to.deep.equal([{ so: '05/CV', ngay: '4/10/2024' }]);
        await lookAt(page, 'bieu-dang-nhap', width);
        await page.goto(new URL('/viec-cua-toi', room.papers.url).href);
        expect(await textOf(page, 'main')).to.contain('Đang nhập');
        await lookAt(page, 'viec-cua-toi', width);
        expect(lines).to.deep.equal([]);
      });

    it('keeps what was typed when the session ends, for the same person only', async () => {
      const page = await room.enter('clerk');
      await signOut(page);
      await page.type('#o-ho-so', '777');
      await says(page, 'phiên làm việc đã kết thúc');
      expect(await room.saved('ho-so')).to.equal(undefined);
      const link = await page.$eval('[data-status] a', (anchor) => anchor.getAttribute('href') ?? '');
      expect(link).to.equal(`/dang-nhap?tiep=${encodeURIComponent(`${BASE}?sua`)}`);

      await room.signIn(page, 'colleague');
      await page.goto(new URL(BASE, room.papers.url).href);
      expect(await valueOf(page, '#o-ho-so')).to.equal('');
      await signOut(page);

      await page.goto(new URL(link, room.papers.url).href);
      await page.type('#ten', clerk.name);
      await page.type('#mat-khau', 'một cái cầu vồng');
      await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
      expect(new URL(page.url()).pathname).to.equal(BASE);
      expect(await valueOf(page, '#o-ho-so')).to.equal('777');
      await says(page, 'Đã lưu');
      expect(await room.saved('ho-so')).to.equal('777');
    });

    it('says that the session is over before anything is typed, with the way back', async () => {
      const page = await room.enter('clerk');
      await signOut(page);
      await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
      await says(page, 'Phiên làm việc đã kết thúc');
      const link = await page.$eval('[data-status] a', (anchor) => anchor.getAttribute('href') ?? '');
      expect(link).to.equal(`/dang-nhap?tiep=${encodeURIComponent(`${BASE}?sua`)}`);
    });

    it('shows what a colleague saves, and asks where both typed', async () => {
      const [mine, theirs] = [await room.enter('clerk'), await room.enter('colleague')];
      await theirs.type('#o-ho-so', '500');
      await says(theirs, 'Đã lưu');
      await mine.evaluate("window.dispatchEvent(new Event('focus'))");
      await mine.waitForFunction("document.querySelector('#o-ho-so').value === '500'");
      expect(await textOf(mine, '#field-ho-so [data-by]')).to.equal('Người dùng dong-nghiep sửa lúc 08:00');

      await theirs.type('#o-may-chu', '11');
      await says(theirs, 'Đã lưu');
      await theirs.waitForFunction("document.querySelector('#field-may-chu').hasAttribute('data-done')");
      await mine.type('#o-may-chu', '15');
      await mine.waitForSelector('#field-may-chu [data-conflict]');
      expect(await textOf(mine, '#field-may-chu [data-conflict]'))
        .to.contain('15')
        .and.to.contain('11');
      expect(await room.saved('may-chu')).to.equal('11');
      await lookAt(mine, 'bieu-hai-nguoi', WIDE);
      await mine.click('#field-may-chu [data-conflict] [name=giu]');
      await mine.waitForFunction("!document.querySelector('#field-may-chu [data-conflict]')");
      await says(mine, 'Đã lưu');
      expect(await room.saved('may-chu')).to.equal('15');
    });

    it('takes blocks from a spreadsheet, down the fields and over a table', async () => {
      const page = await room.enter('clerk');
      await paste(page, '#o-ho-so', '2.000.000\r\n1.500.000\r\n75,5%\r\n43,8\r\n\r\n');
      await says(page, 'Đã dán 4 ô.');
      await says(page, 'Đã lưu');
      expect(await room.saved('ty-le-tu-tinh')).to.equal('75,5%');
      await page.waitForSelector('#field-ty-le-tu-tinh[data-done]');
      expect(await room.saved('ho-so')).to.equal('2.000.000');
      expect(await room.saved('toc-do')).to.equal('43,8');
      await paste(
        page,
        '#d-van-ban-moi-so',
        '01/CV\t1/10/2024\t3\n02/CV\t2/10/2024\t\n"03/CV"\t3/10/2024\t12',
      );
      await page.waitForFunction(
        "document.querySelectorAll('#table-van-ban [data-row]:not([data-new])').length === 3",
      );
      await says(page, 'Đã lưu');
      expect(await room.rows('van-ban')).to.deep.equal([
        { so: '01/CV', ngay: '1/10/2024', 'so-trang': '3' },
        { so: '02/CV', ngay: '2/10/2024' },
        { so: '03/CV', ngay: '3/10/2024', 'so-trang': '12' },
      ]);

      // What finds no place is told, and stands nowhere else.
      await paste(page, '#table-van-ban [data-row]:nth-child(3) [data-column=so-trang]', '12\t99\t98\r\n');
      await says(page, 'Đã dán 1 ô. Chưa dán 2 ô vì bên phải không còn cột tương ứng: «99», «98»');
      await paste(page, '#o-muc-do', 'Chính thức\tx\r\nKhông có\r\n5\r\n');
      await says(page, 'Chưa dán 2 ô vì mỗi dòng chỉ lấy cột đầu, bên dưới không còn ô tương ứng: «x», «5»');
      await says(page, 'Đã lưu');
      expect(await room.saved('kho-khan')).to.equal('Không có');

      await page.click('#table-van-ban [data-row]:nth-child(3) [data-act=up]');
      await page.waitForFunction(
        "document.querySelector('#table-van-ban [data-row]:nth-child(2) [data-column=so]').value === '03/CV'",
      );
      await page.click('#table-van-ban [data-row]:nth-child(1) [data-act=remove]');
      await page.waitForFunction(
        "document.querySelectorAll('#table-van-ban [data-row]:not([data-new])').length === 2",
      );
      expect((await room.rows('van-ban')).map(({ so }) => so)).to.deep.equal(['03/CV', '02/CV']);
    });

    for (const width of WIDTHS)
      it(`takes back a block that was pasted, by its button and by Ctrl+Z, at ${width} pixels`, async () => {
        const page = await room.enter('clerk', { width });
        const isOffered = (): Promise<boolean> =>
          page.$eval('[data-undo]', (button) => !button.hasAttribute('hidden'));
        await page.type('#o-ho-so', '777');
        await page.select('#field-ho-so-truc-tuyen [data-part=state]', 'none');
        await says(page, 'Đã lưu');
        expect(await isOffered()).to.equal(false);

        await paste(page, '#o-ho-so', '2.000.000\r\n1.500.000\r\n75,5%\r\n');
        await says(page, 'Đã dán 3 ô. Bấm Ctrl+Z để hoàn tác.');
        await page.waitForSelector('#field-ty-le-tu-tinh[data-done]');
        expect(await room.saved('ho-so')).to.equal('2.000.000');
        await lookAt(page, 'bieu-hoan-tac', width);
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        await says(page, 'Đã hoàn tác lần dán và lưu lại.');
        expect(await valueOf(page, '#o-ho-so')).to.equal('777');
        expect(await valueOf(page, '#field-ho-so-truc-tuyen [data-part=state]')).to.equal('none');
        expect([await room.saved('ho-so'), await room.saved('ty-le-tu-tinh')]).to.deep.equal([
          '777',
          undefined,
        ]);
        expect(await isOffered()).to.equal(false);

        // What is changed after the pasting stays, and Ctrl+Z is the browser's own again; the button still is there.
        await paste(page, '#o-ho-so', '5\r\n4\r\n');
        await clear(page, '#o-ho-so');
        await page.type('#o-ho-so', '6');
        await page.focus('[data-undo]');
        await page.keyboard.press('Enter');
        await says(page, 'Đã hoàn tác lần dán và lưu lại. 1 ô, dòng đã được sửa sau khi dán nên giữ nguyên.');
        expect(await page.evaluate('document.activeElement.id')).to.equal('o-ho-so');
        expect([await valueOf(page, '#o-ho-so'), await room.saved('ho-so')]).to.deep.equal(['6', '6']);
        expect(await valueOf(page, '#field-ho-so-truc-tuyen [data-part=state]')).to.equal('none');
      });

    it('takes back rows that were pasted, and gives rows that were there their texts again', async () => {
      const page = await room.enter('clerk');
      const first = '#table-van-ban [data-row]:nth-child(1)';
      await page.type(`${first} [data-column=so]`, '01/CV');
      await page.type(`${first} [data-column=ngay]`, '1/10/2024');
      await page.waitForSelector(`${first}:not([data-new])`);
      await says(page, 'Đã lưu');
      await paste(page, `${first} [data-column=so]`, '11/CV\t2/10/2024\n12/CV\t3/10/2024\n13/CV\t4/10/2024');
      await page.waitForFunction(
        "document.querySelectorAll('#table-van-ban [data-row]:not([data-new])').length === 3",
      );
      await says(page, 'Đã lưu');
      expect(await room.rows('van-ban')).to.have.lengthOf(3);
      await page.click('[data-undo]');
      await says(page, 'Đã hoàn tác lần dán và lưu lại.');
      expect(await room.rows('van-ban')).to.deep.equal([{ so: '01/CV', ngay: '1/10/2024' }]);
      expect(await page.$$('#table-van-ban [data-row]')).to.have.lengthOf(2);
      expect(await page.$('#table-van-ban [data-note]')).to.equal(null);
    });

    it('says in its heading where the form stands, as it is saved here and sent by a colleague', async () => {
      const page = await room.enter('clerk');
      const heading = (): Promise<string> => textOf(page, '.app-form-heading__state');
      expect(await heading()).to.match(/^Chưa bắt đầu .* Việc tiếp theo: Chuyên viên của đơn vị$/);
      await page.type('#o-ho-so', '777');
      await says(page, 'Đã lưu');
      await page.waitForFunction(
        "document.querySelector('[data-standing] .govuk-tag').textContent === 'Đang nhập'",
      );
      expect(await page.$eval('[data-standing] .govuk-tag', (tag) => tag.className)).to.equal(
        'govuk-tag govuk-tag--blue',
      );
      await room.papers.submit();
      await page.evaluate("window.dispatchEvent(new Event('focus'))");
      await says(page, 'Phiếu vừa được gửi lãnh đạo duyệt. Nội dung sửa tiếp tại đây là một bản mới');
      expect(await heading()).to.match(/^Chờ lãnh đạo duyệt .* Việc tiếp theo: Lãnh đạo đơn vị$/);
      await lookAt(page, 'bieu-vua-gui', WIDE);
      await clear(page, '#o-ho-so');
      await page.type('#o-ho-so', '778');
      await says(page, 'Đã lưu');
      await page.waitForFunction(
        "document.querySelector('[data-standing] .govuk-tag').textContent === 'Đang nhập'",
      );
    });

    it('is filled in by keyboard alone', async () => {
      const page = await room.enter('clerk');
      await page.focus('#o-ho-so');
      for (const text of ['900', '800']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.id')).to.equal('o-toc-do');
      await page.keyboard.type('40,5');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.dataset.part')).to.equal('state');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).to.equal('o-may-chu');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Shift');
      expect(await page.evaluate('document.activeElement.id')).to.equal('asOf-toc-do');
      const together = async (key: 'Enter' | 's'): Promise<void> => {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      };
      await together('s');
      await says(page, 'Đã lưu');
      await page.waitForSelector('#field-toc-do[data-done]');
      // On to what has no answer, from the last again to the first; what need not be answered is passed by.
      const visited: unknown[] = [];
      for (let count = 0; count < 4; count += 1) {
        await together('Enter');
        visited.push(await page.evaluate('document.activeElement.id'));
      }
      expect(visited).to.deep.equal(['o-may-chu', 'o-quy-che', 'o-muc-do', 'o-may-chu']);
      expect(await textOf(page, '[data-entry] a[aria-current]')).to.contain('B. Hạ tầng');
      expect([
        await room.saved('ho-so'),
        await room.saved('ho-so-truc-tuyen'),
        await room.saved('toc-do'),
      ]).to.deep.equal(['900', '800', '40,5']);
    });

    it('works by its buttons without scripts', async () => {
      const page = await room.enter('clerk', { scripts: false });
      await page.type('#o-ho-so', '1.000.200');
      await page.type('#o-ho-so-truc-tuyen', 'một ít');
      await page.type('#d-van-ban-moi-so', '05/CV');
      await send(page, '.app-form__save');
      expect(await textOf(page, '[data-status]')).to.contain('Đã lưu lúc 08:00');
      expect(await textOf(page, '.govuk-error-summary')).to.contain('Hồ sơ trực tuyến: Tìm thấy «một ít»');
      expect(await valueOf(page, '#o-ho-so-truc-tuyen')).to.equal('một ít');
      expect(await room.rows('van-ban')).to.deep.equal([{ so: '05/CV' }]);

      await page.type('#o-may-chu', '1,234');
      await page.type('#o-toc-do', '1.234');
      await send(page, '#table-van-ban [name=them-dong]');
      expect(await textOf(page, '#hieu-may-chu')).to.equal('Được hiểu là 1.234');
      await send(page, '#field-toc-do [name=dung]');
      expect(await room.saved('toc-do')).to.equal('1234');

      await type(room.papers.place, colleague, { 'ho-so': { text: '7' } });
      await page.$eval('#o-ho-so', (field) => Object.assign(field, { value: '' }));
      await page.type('#o-ho-so', '8');
      await send(page, '.app-form__save');
      expect(await textOf(page, '#field-ho-so [data-conflict]'))
        .to.contain('7')
        .and.to.contain('8');
      expect(await room.saved('ho-so')).to.equal('7');
      await send(page, '.app-form__save');
      expect(await room.saved('ho-so'), 'saving again decides nothing').to.equal('7');
      await send(page, '#field-ho-so [name=giu]');
      expect(await room.saved('ho-so')).to.equal('8');

      await send(page, '.app-form__notice [name=giu-nguyen]');
      expect((await room.rows('phan-mem')).map(({ ten }) => ten)).to.deep.equal(['Alpha', 'Beta']);
      await send(page, '.app-form__check');
      expect(new URL(page.url()).pathname).to.equal(`${BASE}/kiem-tra`);
    });

    it('weighs well below 150 kB, compressed, at the first visit of the largest form', async () => {
      const site = await openSite(await open());
      await openPeriod(site.workplace, 'chuyen-doi-so', '2024-10');
      const page = await openPage(browser(), WIDE);
      const value = (await site.as('clerk')).cookies.get('phien') ?? '';
      await enterSession(page, value);
      const client = await page.createCDPSession();
      await client.send('Network.enable');
      let bytes = 0;
      let requests = 0;
      client.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
        requests += 1;
      });
      await page.goto(`${site.url}/bieu/chuyen-doi-so/2024-10/F-TINH`, { waitUntil: 'networkidle0' });
      await lookAt(page, 'bieu-dia-phuong', WIDE);
      await page.browserContext().close();
      await site.stop();
      expect(requests).to.be.greaterThan(15);
      expect(bytes, `${requests} requests`).to.be.greaterThan(50_000).and.to.be.at.most(130_000);
    });

    it('is read, not written, once it waits for the approver', async () => {
      await room.papers.submit();
      const page = await room.enter('clerk');
      expect(await page.$$eval('#bieu', (forms) => forms.length)).to.equal(0);
      expect(await textOf(page, 'main')).to.contain('Phiếu đang chờ lãnh đạo duyệt');
      await lookAt(page, 'bieu-cho-duyet', WIDE);
      await Promise.all([page.waitForNavigation(), page.click('.app-form-resume')]);
      expect(await page.$$eval('#bieu', (forms) => forms.length)).to.equal(1);
    });
  });
});
