/** A form's way in a real browser: clerk, back from the approver, mended, approved, receipt; at both widths, with and without scripts. */
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { returnForm } from '../../src/workflow/collecting/compiler-acts.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { onSqlite } from '../databases.ts';
import { clerk, compiler, KEY, NAMED, type } from '../workflow/collecting/place.ts';
import { browserOfSuite, complaintsOf, enterSession, lookAt, openPage, WAYS } from './browser.ts';
import { filledWorkbook } from './filled-workbook.ts';
import { BASE, openPapers, type Papers, type Someone } from './papers.ts';

describe('the pages around a form in a browser', () => {
  const browser = browserOfSuite();

  onSqlite((open) => {
    for (const { width, scripts } of WAYS)
      describe(`at ${width} pixels${scripts ? '' : ', without scripts'}`, () => {
        let papers: Papers;
        let page: Page;
        const leave = (): Promise<void> => page.browserContext().close();
        before(async () => {
          papers = await openPapers(await open());
        });
        after(() => papers.stop());
        afterEach(async () => {
          if (!page.isClosed()) await leave();
        });

        const look = async (title: string): Promise<void> => {
          if (scripts) await lookAt(page, title, width);
        };
        const enter = async (who: Someone, path: string): Promise<void> => {
          page = await openPage(browser(), width);
          await page.setJavaScriptEnabled(scripts);
          const session = await papers.session(who);
          await enterSession(page, session);
          await goTo(path);
        };
        const goTo = async (path: string): Promise<void> => {
          await page.goto(new URL(path, papers.url).href);
        };
        const text = (selector = 'main'): Promise<string> =>
          page.$eval(selector, (element) => element.textContent ?? '');
        const press = async (button: string): Promise<void> => {
          await Promise.all([
            page.waitForNavigation(),
            page.click(`::-p-aria([name="${button}"][role="button"])`),
          ]);
        };
        const path = (): string => new URL(page.url()).pathname.slice(BASE.length);

        it('names what is empty, wrong and unusual, and takes letter and scans', async () => {
          await enter('clerk', `${BASE}/kiem-tra`);
          const { lines } = complaintsOf(page);
          expect(await text()).to.contain('Biểu chưa có câu trả lời nào');
          await look('kiem-tra-trong');
          await papers.fillOut();
          await type(papers.place, clerk, {
            'ho-so': { text: '1.000' },
            'ho-so-truc-tuyen': { text: 'một ít' },
          });
          await goTo(`${BASE}/kiem-tra`);
          expect(await text()).to.contain('Ô “Hồ sơ trực tuyến”: tìm thấy');
          expect(await page.$$eval('button[value=gui]', (buttons) => buttons.length)).to.equal(0);
          expect(
            await page.$$eval('.app-issue a', (links) => links.map((link) => link.getAttribute('href'))),
          ).to.contain(`${BASE}#field-ho-so-truc-tuyen`);
          await look('kiem-tra-loi');

          await goTo(`${BASE}/cong-van`);
          await press('Lưu công văn');
          await page.type('#so', '125/BC-BHXH');
          await page.type('#ngay', '31/10');
          await press('Lưu công văn');
          expect(await page.title()).to.match(/^Lỗi: /);
          await look('cong-van-sai');
          await page.$eval('#ngay', (field) => Object.assign(field, { value: '' }));
          await page.type('#ngay', '21/10/2024');
          await press('Lưu công văn');
          await press('Tải tệp lên');
          expect(await text('.govuk-error-message')).to.contain('Cần chọn tệp');
          const folder = await mkdtemp(join(tmpdir(), 'tong-hop-scan-'));
          const scan = join(folder, 'Công văn đã ký.pdf');
          writeFileSync(scan, '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
          const fake = join(folder, 'ảnh.png');
          writeFileSync(fake, '<html><script>alert(1)</script></html>');
          await (await page.$('input[type=file]'))?.uploadFile(fake);
          await press('Tải tệp lên');
          expect(await text('.govuk-error-message')).to.contain('không phải PDF, PNG hoặc JPEG');
          await (await page.$('input[type=file]'))?.uploadFile(scan);
          await press('Tải tệp lên');
          expect(await text('.app-files')).to.contain('Công văn đã ký.pdf');
          await look('cong-van');

          await goTo('/dau-moi');
          await page.type('#ho-ten', 'Nguyễn Văn An');
          await press('Lưu đầu mối');
          expect(await text('.govuk-error-summary')).to.contain('số điện thoại');
          await look('dau-moi-sai');
          await page.type('#dien-thoai', '024 3943 5602');
          await press('Lưu đầu mối');
          expect(await text()).to.contain('Đã lưu đầu mối');
          await look('dau-moi');
          expect(lines.filter((line) => !/status of 4\d\d/.test(line))).to.deep.equal([]);
        });

        it('gives the form as a workbook and takes it in, filled by another program', async () => {
          await enter('clerk', `${BASE}/excel`);
          await look('excel');
          await press('Xem trước');
          expect(await text('.govuk-error-message')).to.contain('Cần chọn tệp');
          const folder = await mkdtemp(join(tmpdir(), 'tong-hop-excel-'));
          const template = await papers.download('clerk', `${BASE}/excel/mau`);
          const filled = join(folder, 'Biểu đã điền.xlsx');
          writeFileSync(
            filled,
            filledWorkbook(template, {
              'ho-so': 1_000_125,
              'ho-so-truc-tuyen': '500 nghìn',
              'toc-do': '45,5',
            }),
          );
          await (await page.$('input[type=file]'))?.uploadFile(filled);
          await press('Xem trước');
          expect(await text())
            .to.contain('1.000.125')
            .and.contain('45,5');
          expect(await text())
            .to.contain('500 nghìn')
            .and.match(/Trang «.+», ô [A-Z]+\d+/);
          await look('excel-xem-truoc');
          const before = await readForm(papers.place.workplace, clerk, KEY);
          await press('Nhận vào phiếu');
          expect(await text('.govuk-notification-banner')).to.match(/Đã nhận \d+ chỗ thay đổi/);
          await look('excel-da-nhan');
          const after = await readForm(papers.place.workplace, clerk, KEY);
          const typed = (desk: typeof after, id: string): string | undefined =>
            desk.sections.flatMap(({ fields }) => fields).find((field) => field.id === id)?.input.text;
          expect([typed(before, 'ho-so'), typed(after, 'ho-so')]).to.deep.equal(['1.000', '1000125']);
          expect([typed(before, 'toc-do'), typed(after, 'toc-do')]).to.deep.equal(['43,8', '45,5']);
          expect(typed(after, 'ho-so-truc-tuyen')).to.equal('một ít');

          const strange = join(folder, 'không phải Excel.xlsx');
          writeFileSync(strange, 'một, hai, ba');
          await (await page.$('input[type=file]'))?.uploadFile(strange);
          await press('Xem trước');
          expect(await text('.govuk-error-message')).to.contain('không phải là bảng tính Excel');
          await look('excel-sai');
        });

        it('goes from the clerk to the approver, back, and on to the receipt', async () => {
          await papers.fillOut();
          await type(papers.place, clerk, {
            'ho-so': { text: '9.000.120' },
            'ho-so-truc-tuyen': { text: '500060' },
          });
          await enter('clerk', `${BASE}/kiem-tra`);
          await look('kiem-tra-khac-thuong');
          expect(await page.$$eval('main textarea', (fields) => fields.length)).to.equal(1);
          await press('Gửi lãnh đạo duyệt');
          expect(await text('.govuk-error-summary')).to.contain('Mục 1: cần ghi lý do');
          await look('kiem-tra-thieu-ly-do');
          await page.type('#ly-do-1', 'Tháng cao điểm thay thẻ bảo hiểm y tế.');
          await press('Gửi lãnh đạo duyệt');
          expect(path()).to.equal('/bien-nhan');
          expect(await text('h2')).to.equal('Đã gửi lãnh đạo duyệt');
          await look('da-gui');
          await leave();

          await enter('approver', `${BASE}/duyet`);
          expect(await text())
            .to.contain('9.000.120')
            .and.contain('Tháng cao điểm thay thẻ');
          expect(await text()).to.contain('+8.000.030 (+799,9%)');
          await look('duyet');
          await press('Trả lại chuyên viên');
          expect(await text('.govuk-error-message')).to.contain('Cần ghi ý kiến');
          await page.type('#y-kien', 'Đề nghị xem lại số hồ sơ trực tuyến.');
          await press('Trả lại chuyên viên');
          expect(await text('.app-returned')).to.contain('Đề nghị xem lại số hồ sơ trực tuyến.');
          await leave();

          await enter('clerk', `${BASE}/phien-ban`);
          expect(await text('.app-returned')).to.contain('Lãnh đạo đơn vị trả lại phiếu');
          await goTo(BASE);
          const field = '#o-ho-so-truc-tuyen';
          await page.$eval(field, (input) => Object.assign(input, { value: '' }));
          await page.type(field, '500070');
          await Promise.all([page.waitForNavigation(), page.click('.app-form__check')]);
          expect(path()).to.equal('/kiem-tra');
          await press('Gửi lãnh đạo duyệt');
          await leave();

          await enter('approver', `${BASE}/duyet`);
          expect(await text('.app-approval__answers')).to.contain('Thay đổi so với phiên bản 1');
          expect(await text('.app-approval__answers')).to.contain('+10');
          await look('duyet-lan-hai');
          await press('Duyệt và nộp');
          expect(path()).to.equal('/bien-nhan');
          expect(await text('.app-receipt'))
            .to.match(/Số: \d{4}/)
            .and.contain('125/BC-BHXH')
            .and.contain('Người dùng lanh-dao');
          await look('bien-nhan');
          await page.emulateMediaType('print');
          expect(await page.$$eval('.app-tabs, .app-print', (parts) => parts.length)).to.equal(2);
          for (const part of ['.app-tabs', '.app-print', '.app-navigation'])
            expect(await page.$eval(part, (element) => element.checkVisibility()), part).to.equal(false);
          await look('bien-nhan-in');
          await leave();

          await returnForm(papers.place.workplace, compiler, NAMED, {
            revision: 2,
            reason: 'Số hồ sơ chưa khớp với biểu tháng trước.',
          });
          await enter('clerk', `${BASE}/phien-ban`);
          expect(await text())
            .to.contain('Số hồ sơ chưa khớp')
            .and.contain('Khác nhau giữa phiên bản 1');
          await look('phien-ban');
        });

        it('approves what was shown and nothing else, and hears a wish for re-opening', async () => {
          await papers.submit({ 'ho-so': { text: '1.000.130' } });
          await enter('approver', `${BASE}/duyet`);
          const number = await papers.submit();
          await press('Duyệt và nộp');
          expect(await text('.govuk-error-summary')).to.contain(`đã trình bản số ${number}`);
          await look('duyet-da-sua');
          await leave();

          await type(papers.place, clerk, { 'ho-so-truc-tuyen': { text: '500.080' } });
          await enter('approver', `${BASE}/duyet`);
          expect(await text())
            .to.contain('đang sửa một bản mới')
            .and.contain('500.060')
            .and.not.contain('500.080');
          await look('duyet-dang-sua');
          await leave();
          await enter('clerk', BASE);
          expect(await text()).to.contain(`Phiên bản ${number} đã gửi và đang chờ lãnh đạo duyệt`);
          await leave();
          await enter('approver', `${BASE}/duyet`);
          await press('Duyệt và nộp');
          await leave();
          await enter('clerk', BASE);
          expect(await text())
            .to.contain('Phần sửa sau khi gửi')
            .and.not.contain('500.080');
          await look('phieu-da-nop-co-phan-sua');
          await goTo(`${BASE}/phien-ban`);
          await page.type('#ly-do', 'Nhập nhầm tháng.');
          await press('Gửi đề nghị');
          expect(await text()).to.contain('Đang chờ cơ quan tổng hợp trả lời');
          expect(await text('tbody')).to.contain('Thay bằng bản sau');
          await look('xin-mo-lai');
        });

        if (scripts && width > 1000)
          it('can be sent and approved with the keyboard alone', async () => {
            const { workplace } = papers.place;
            const { revision = 0 } = (await readForm(workplace, clerk, KEY)).standing;
            await returnForm(workplace, compiler, NAMED, { revision, reason: 'Đồng ý mở lại.' });
            await papers.fillOut({ 'ho-so-truc-tuyen': { text: '500090' } });
            await enter('clerk', `${BASE}/kiem-tra`);
            await tabTo(page, 'Gửi lãnh đạo duyệt');
            await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
            expect(path()).to.equal('/bien-nhan');
            await leave();
            await enter('approver', `${BASE}/duyet`);
            await tabTo(page, 'Duyệt và nộp');
            await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
            expect(await text('.app-receipt')).to.contain('Phiên bản');
          });
      });
  });
});

/** Presses Tab until what has the focus says so; everything on the way is reachable and visible. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate('document.activeElement.textContent');
    if (focused === label) return;
  }
  throw new Error(`the keyboard does not reach “${label}”`);
}
