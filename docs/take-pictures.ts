/**
 * Takes the pictures of the pages under docs/pictures/web, at both widths, from the demonstration as it runs: people
 * sign in one after another, fill in a form, approve it, accept it and compile. Run by `npm run pictures`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Page } from 'puppeteer';
import { openBrowser, openPage, WIDTHS } from '../test/http/browser.ts';
import { smallPng } from './small-png.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(import.meta.dirname, 'pictures', 'web');
const FORM = '/bieu/chuyen-doi-so/2024-11/F-TINH';
const BOARD = '/theo-doi/chuyen-doi-so/2024-11';
const PAST = '/theo-doi/chuyen-doi-so/2024-10';

/** A picture is at most so large; fewer colours are taken until it is. */
const LARGEST = 120_000;
const COLOURS = [64, 32, 16, 8];
/** What a picture of a long page shows, in pixels from the top. */
const HIGHEST: Readonly<Record<number, number>> = { 360: 1300, 1920: 1200 };

interface Demo {
  readonly url: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

function startDemo(dir: string): Promise<Demo> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'demo', '--dir', dir], {
    cwd: ROOT,
    env: { ...env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    void ended.then(() => reject(new Error(`The demonstration ended before its pages ran:\n${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /đang chạy tại (http:\S+?)\.\s/.exec(said)?.[1];
      const password = /mật khẩu chung: (\S+)/.exec(said)?.[1];
      if (url === undefined || password === undefined) return;
      resolve({ url, password, stop });
    });
  });
}

interface Taking {
  /** From the top of the page down; otherwise what is on the screen. */
  readonly whole?: boolean;
  /** What to bring into sight. */
  readonly at?: string;
}

/** Of the page as it is, at both widths. */
async function take(page: Page, name: string, { whole = true, at }: Taking = {}): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: width < 600 ? 740 : 1080 });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    if (at !== undefined)
      await page.evaluate(`document.querySelector('${at}').scrollIntoView({ block: 'center' })`);
    const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
    const shown = Math.min(height, HIGHEST[width] ?? height);
    const png = whole
      ? await page.screenshot({ clip: { x: 0, y: 0, width, height: shown }, captureBeyondViewport: true })
      : await page.screenshot();
    write(`${name}-${width}.png`, png);
  }
}

function write(file: string, png: Uint8Array): void {
  for (const colours of COLOURS) {
    const small = smallPng(png, colours);
    if (small.length > LARGEST) continue;
    writeFileSync(join(FOLDER, file), small);
    process.stdout.write(`${file} ${Math.round(small.length / 1000)} kB\n`);
    return;
  }
  throw new Error(`${file} stays larger than ${LARGEST} bytes.`);
}

async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`::-p-aria([name="${button}"][role="button"])`)]);
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
  await Promise.all([page.waitForNavigation(), page.click('.app-form__save')]);
}

async function visit(demo: Demo): Promise<void> {
  const browser = await openBrowser();
  const go = (page: Page, path: string): Promise<unknown> => page.goto(new URL(path, demo.url).href);
  const as = async (name: string, work: (page: Page) => Promise<void>): Promise<void> => {
    const page = await openPage(browser, WIDTHS[1]);
    await go(page, '/dang-nhap');
    if (name === 'chuyen.vien') await take(page, 'dang-nhap');
    await page.type('#ten', name);
    await page.type('#mat-khau', demo.password);
    await press(page, 'Đăng nhập');
    await work(page);
    await page.browserContext().close();
  };
  const shoot = async (page: Page, path: string, name: string, options: Taking = {}): Promise<void> => {
    await go(page, path);
    await take(page, name, options);
  };
  try {
    await as('chuyen.vien', async (page) => {
      await take(page, 'viec-cua-toi');
      await shoot(page, '/tai-khoan', 'tai-khoan');
      await shoot(page, '/doi-mat-khau', 'doi-mat-khau');
      await go(page, '/dau-moi');
      await page.type('#ho-ten', 'Nguyễn Thị An');
      await page.type('#dien-thoai', '024 3943 5602');
      await press(page, 'Lưu đầu mối');
      await take(page, 'dau-moi');
      await go(page, FORM);
      const inputs = await page.$$('input[data-main]');
      for (const [index, text] of ['1.234.56', '2000', '2150'].entries()) await inputs[index]?.type(text);
      await page.keyboard.press('Tab');
      await page.waitForFunction(
        "document.querySelector('[data-status]').textContent.includes('Đã lưu lúc')",
      );
      await take(page, 'nhap-so-lieu', { whole: false, at: '.app-field--wrong' });
      await shoot(page, `${FORM}/kiem-tra`, 'kiem-tra-con-thieu');
      await shoot(page, `${FORM}/excel`, 'excel');
      await go(page, `${FORM}/cong-van`);
      await page.type('#so', '125/BC-UBND');
      await page.type('#ngay', '28/11/2024');
      await press(page, 'Lưu công văn');
      await take(page, 'cong-van');
      // Without scripts the page keeps still until its button is pressed.
      await page.setJavaScriptEnabled(false);
      await go(page, FORM);
      await fillIn(page);
      await page.setJavaScriptEnabled(true);
      await shoot(page, `${FORM}/kiem-tra`, 'kiem-tra');
      for (const reason of await page.$$('main textarea')) await reason.type('Đã đối chiếu, số liệu đúng.');
      await press(page, 'Gửi lãnh đạo duyệt');
      await take(page, 'da-gui');
      await shoot(page, FORM, 'phieu-cho-duyet');
    });
    await as('lanh.dao', async (page) => {
      await shoot(page, `${FORM}/duyet`, 'duyet');
      await press(page, 'Duyệt và nộp');
      await take(page, 'bien-nhan');
      await shoot(page, `${FORM}/phien-ban`, 'phien-ban');
    });
    await as('tong.hop', async (page) => {
      await take(page, 'cac-ky');
      await shoot(page, BOARD, 'theo-doi');
      await shoot(page, PAST, 'theo-doi-da-du');
      await shoot(page, `${BOARD}/F-TINH/ha-noi`, 'phieu-da-nop');
      await go(page, `${PAST}/tong-hop`);
      await press(page, 'Lập bản dự thảo');
      await page.waitForFunction("!document.querySelector('[data-progress]')", { timeout: 120_000 });
      await take(page, 'tong-hop');
      await page.click('.board-editions a');
      await page.waitForSelector('main h1');
      await take(page, 'ban-du-thao', { whole: false });
    });
    await as('quan.tri', async (page) => {
      await take(page, 'quan-tri');
      await shoot(page, '/quan-tri/tai-khoan/them', 'them-tai-khoan');
      await page.type('#ten', 'nguyen.binh');
      await page.type('#ho-ten', 'Nguyễn Bình');
      await page.click('input[type=radio]');
      await page.select('select', 'an-giang');
      await press(page, 'Thêm tài khoản');
      await take(page, 'mat-khau-dau-tien');
      await go(page, '/quan-tri/tai-khoan');
      await Promise.all([page.waitForNavigation(), page.click('main tbody th a')]);
      await take(page, 'mot-tai-khoan');
    });
  } finally {
    await browser.close();
  }
}

const dir = mkdtempSync(join(tmpdir(), 'tong-hop-pictures-'));
mkdirSync(FOLDER, { recursive: true });
try {
  const demo = await startDemo(dir);
  try {
    await visit(demo);
  } finally {
    await demo.stop();
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
