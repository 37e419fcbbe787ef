/** The way through the demonstration on which its pages are pictured: its people, one after another, each at their work. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { connect } from '../src/db/connect.ts';
import { openBrowser, openPage, WIDTHS } from '../test/http/browser.ts';
import { filledWorkbook } from '../test/http/filled-workbook.ts';
import type { Camera, Taking } from './camera.ts';

const REASON = 'Từ kỳ này tính cả cơ sở dữ liệu của các xã, phường, trường học theo hướng dẫn mới.';
const FORM = '/bieu/chuyen-doi-so/2024-11/F-TINH';
const BOARD = '/theo-doi/chuyen-doi-so/2024-11';
const PAST = '/theo-doi/chuyen-doi-so/2024-10';
/** Of a file: more than a workbook may have, and more than the server takes at all. */
const LARGE = 5.5 * 1024 * 1024;
const FAR_TOO_LARGE = 20 * 1024 * 1024;

export interface Demo {
  readonly url: string;
  readonly password: string;
  /** Where its database is, and where files may be put. */
  readonly folder: string;
}

/** One person at the pages. */
interface Seat {
  readonly page: Page;
  readonly go: (path: string) => Promise<void>;
  readonly press: (button: string) => Promise<void>;
  readonly take: (name: string, taking?: Taking) => Promise<void>;
  /** Goes there and takes the picture. */
  readonly shoot: (path: string, name: string, taking?: Taking) => Promise<void>;
}

export async function visitDemo(demo: Demo, camera: Camera): Promise<void> {
  const browser = await openBrowser();
  const sit = async (work: (seat: Seat) => Promise<void>): Promise<void> => {
    const page = await openPage(browser, WIDTHS[1]);
    const go = async (path: string): Promise<void> => {
      await page.goto(new URL(path, demo.url).href);
    };
    await work({
      page,
      go,
      press: async (button) => {
        const target = `::-p-aria([name="${button}"][role="button"])`;
        await Promise.all([page.waitForNavigation(), page.click(target)]);
      },
      take: (name, taking) => camera(page, name, taking),
      shoot: async (path, name, taking) => {
        await go(path);
        await camera(page, name, taking);
      },
    });
    await page.browserContext().close();
  };
  const as = (name: string, work: (seat: Seat) => Promise<void>): Promise<void> =>
    sit(async (seat) => {
      await signIn(seat, name, demo.password);
      await work(seat);
    });
  try {
    await sit(({ shoot }) => shoot('/dang-nhap', 'dang-nhap'));
    await as('chuyen.vien', (seat) => workOfClerk(seat, demo));
    await as('lanh.dao', workOfApprover);
    await as('tong.hop', workOfCompiler);
    await as('chuyen.vien', seeReturned);
    let first = '';
    await as('quan.tri', async (seat) => {
      first = await workOfAdmin(seat);
    });
    await sit(async (seat) => {
      await signIn(seat, 'nguyen.binh', first);
      await seat.take('doi-mat-khau-lan-dau');
    });
    await as('chuyen.vien', (seat) => seeErrors(seat, demo));
  } finally {
    await browser.close();
  }
}

async function signIn({ page, go, press }: Seat, name: string, password: string): Promise<void> {
  await go('/dang-nhap');
  await page.type('#ten', name);
  await page.type('#mat-khau', password);
  await press('Đăng nhập');
}

async function workOfClerk({ page, go, press, take, shoot }: Seat, { folder, url }: Demo): Promise<void> {
  await take('viec-cua-toi');
  await shoot('/tai-khoan', 'tai-khoan');
  await shoot('/doi-mat-khau', 'doi-mat-khau');
  await go('/dau-moi');
  await page.type('#ho-ten', 'Nguyễn Thị An');
  await page.type('#dien-thoai', '024 3943 5602');
  await press('Lưu đầu mối');
  await take('dau-moi');
  await go(FORM);
  const inputs = await page.$$('input[data-main]');
  for (const [index, text] of ['1.23', '2000', '2150'].entries()) await inputs[index]?.type(text);
  await page.keyboard.press('Tab');
  await page.waitForFunction("document.querySelector('[data-status]').textContent.includes('Đã lưu lúc')");
  await take('nhap-so-lieu', { at: '.app-field--wrong' });
  await shoot(`${FORM}/kiem-tra`, 'kiem-tra-con-thieu');
  await shoot(`${FORM}/excel`, 'excel');
  await uploadFilled(page, folder, url);
  await press('Xem trước');
  await take('excel-xem-truoc');
  await go(`${FORM}/cong-van`);
  await page.type('#so', '125/BC-UBND');
  await page.type('#ngay', '28/11/2024');
  await press('Lưu công văn');
  await take('cong-van');
  // Without scripts the page keeps still until its button is pressed.
  await page.setJavaScriptEnabled(false);
  await go(FORM);
  await fillIn(page);
  await page.setJavaScriptEnabled(true);
  await shoot(`${FORM}/kiem-tra`, 'kiem-tra');
  for (const reason of await page.$$('main textarea')) await reason.type(REASON);
  await press('Gửi lãnh đạo duyệt');
  await take('da-gui');
  await shoot(FORM, 'phieu-cho-duyet');
}

/** A template with some answers in it, one of which is none. */
async function uploadFilled(page: Page, folder: string, url: string): Promise<void> {
  const cookies = await page.browserContext().cookies();
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const answer = await fetch(new URL(`${FORM}/excel/mau`, url), { headers });
  const file = join(folder, 'Biểu đã điền.xlsx');
  const values = { 'tong-tthc': 2010, 'tthc-co-dvctt': 1650, 'tthc-dvctt-toan-trinh': 'chín trăm' };
  writeFileSync(file, filledWorkbook(Buffer.from(await answer.arrayBuffer()), values));
  await (await page.$('input[type=file]'))?.uploadFile(file);
}

/** Answers every question of the form as last month, a little more of what is counted. */
async function fillIn(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    for (const field of document.querySelectorAll('[data-field]')) {
      const main = field.querySelector('[data-main]');
      const before = field.querySelector('[data-earlier] .app-earlier__value')?.firstChild?.textContent.trim() ?? '';
      if (!main) continue;
      if (main.tagName === 'SELECT') main.selectedIndex = Math.min(1, main.options.length - 1);
      else if (/^\\d[\\d.]*$/.test(before)) main.value = String(Math.round(Number(before.replaceAll('.', '')) * 1.01));
      else if (/^\\d/.test(before)) main.value = before.split(' ')[0];
      else main.value = main.inputMode === 'decimal' ? '12' : 'Không có vướng mắc.';
    }
  })()`);
  // Unusual beside last month, which asks for a reason.
  await page.evaluate("document.querySelector('#o-tong-csdl-dung-chung').value = '15.200'");
  await Promise.all([page.waitForNavigation(), page.click('.app-form__save')]);
}

async function workOfApprover({ press, take, shoot }: Seat): Promise<void> {
  await shoot(`${FORM}/duyet`, 'duyet');
  await press('Duyệt và nộp');
  await take('bien-nhan');
  await shoot(`${FORM}/phien-ban`, 'phien-ban');
}

async function workOfCompiler({ page, go, press, take, shoot }: Seat): Promise<void> {
  await take('cac-ky');
  await shoot(BOARD, 'theo-doi');
  await shoot(PAST, 'theo-doi-da-du');
  await shoot(`${BOARD}/F-TINH/ha-noi`, 'phieu-da-nop');
  await page.type('#tra-lai-ly-do', 'Đề nghị kiểm tra lại số thủ tục hành chính, thấp hơn tháng trước.');
  await press('Trả lại');
  await go(`${PAST}/tong-hop`);
  await press('Lập bản dự thảo');
  await page.waitForFunction("!document.querySelector('[data-progress]')", { timeout: 120_000 });
  await take('tong-hop');
  await page.click('.board-editions a');
  await page.waitForSelector('main h1');
  const report = await (await page.waitForSelector('iframe'))?.contentFrame();
  await report?.waitForSelector('main');
  await take('ban-du-thao', { whole: false });
}

async function seeReturned({ take, shoot }: Seat): Promise<void> {
  await take('viec-bi-tra-lai');
  await shoot(FORM, 'phieu-bi-tra-lai');
}

/** @returns the first password of the account that was added */
async function workOfAdmin({ page, go, press, take, shoot }: Seat): Promise<string> {
  await take('quan-tri');
  await shoot('/quan-tri/tai-khoan/them', 'them-tai-khoan');
  await page.type('#ten', 'nguyen.binh');
  await page.type('#ho-ten', 'Nguyễn Bình');
  await page.click('input[type=radio]');
  await page.select('select', 'an-giang');
  await press('Thêm tài khoản');
  await take('mat-khau-dau-tien');
  const first = await page.$$eval('main code', (codes) => codes.at(-1)?.textContent ?? '');
  await go('/quan-tri/tai-khoan');
  await Promise.all([page.waitForNavigation(), page.click('main tbody th a')]);
  await take('mot-tai-khoan');
  await shoot('/quan-tri/don-vi', 'don-vi');
  await shoot('/quan-tri/don-vi/an-giang', 'mot-don-vi');
  await press('Bỏ bước lãnh đạo duyệt');
  await go('/quan-tri/don-vi/an-giang');
  await take('don-vi-khong-duyet');
  return first;
}

async function seeErrors({ page, go, press, take, shoot }: Seat, { folder }: Demo): Promise<void> {
  await shoot('/khong-co-trang-nay', 'loi-khong-tim-thay');
  await shoot('/quan-tri/tai-khoan', 'loi-khong-co-quyen');
  for (const [size, name] of [
    [LARGE, 'excel-tep-qua-lon'],
    [FAR_TOO_LARGE, 'loi-qua-lon'],
  ] as const) {
    await go(`${FORM}/excel`);
    const large = join(folder, 'Quá lớn.xlsx');
    writeFileSync(large, Buffer.alloc(size));
    await (await page.$('input[type=file]'))?.uploadFile(large);
    await press('Xem trước');
    await take(name);
  }
  // A fault that the program is not prepared for: last of all, since the page does not come back.
  const db = await connect(`sqlite:${join(folder, 'tong-hop.db')}`);
  await db.schema.dropTable('contacts');
  await db.destroy();
  await shoot('/dau-moi', 'loi-he-thong');
}
