import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openBrowser } from '../../src/render/browser.ts';
import type { Browser } from '../../src/render/browser.ts';
import { findChromium } from '../../src/render/chromium.ts';
import { JobQueue } from '../../src/render/job-queue.ts';
import { renderPdf } from '../../src/render/pdf.ts';
import { privateFolder } from '../../src/render/private-folder.ts';
import { RenderError } from '../../src/render/render-error.ts';
import { readPdf } from './read-pdf.ts';

const AT = '2024-11-05T09:00:00+07:00';

const outcomeOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

function expectRefusal(outcome: unknown, code: RenderError['code'], words: string): void {
  expect(outcome).to.be.instanceOf(RenderError);
  if (!(outcome instanceof RenderError)) return;
  expect(outcome.code).to.equal(code);
  expect(outcome.message).to.contain(words);
}

describe('render/browser', () => {
  let browser: Browser;

  before(async () => {
    browser = await openBrowser({ concurrency: 2 });
  });

  after(() => browser.close());

  it('says which browser and which fonts an edition is printed with', () => {
    expect(browser.browserVersion).to.match(/^HeadlessChrome\/147\./);
    expect(browser.fontsVersion).to.equal('Tinos (@expo-google-fonts/tinos 0.4.2)');
  });

  describe('the network', () => {
    let server: Server;
    let origin: string;
    const arrived: string[] = [];

    before(async () => {
      server = createServer((request, response) => {
        arrived.push(request.url ?? '');
        response.end('<p>rò rỉ</p>');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    });

    after(() => server.close());

    const leaks: readonly (readonly [name: string, html: (origin: string) => string])[] = [
      ['img', (to) => `<img src="${to}/img">`],
      ['srcset', (to) => `<img srcset="${to}/srcset 1x">`],
      ['picture of an svg', (to) => `<svg><image href="${to}/svg-image"/><use href="${to}/use#a"/></svg>`],
      [
        'style sheet',
        (to) => `<link rel="stylesheet" href="${to}/link"><style>@import "${to}/import";</style>`,
      ],
      ['background', (to) => `<p style="background:url(${to}/background)">x`],
      ['font', (to) => `<style>@font-face{font-family:F;src:url(${to}/font)}p{font-family:F}</style><p>x`],
      ['picture in a page margin', (to) => `<style>@page{@top-left{content:url(${to}/margin)}}</style><p>x`],
      ['iframe', (to) => `<iframe src="${to}/iframe"></iframe>`],
      ['iframe of its own text', (to) => `<iframe srcdoc="<img src='${to}/srcdoc'>"></iframe>`],
      ['object and embed', (to) => `<object data="${to}/object"></object><embed src="${to}/embed">`],
      [
        'video and audio',
        (to) => `<video src="${to}/video" poster="${to}/poster"></video><audio src="${to}/audio">`,
      ],
      ['script', (to) => `<script src="${to}/script"></script>`],
      ['script of its own', (to) => `<script>fetch('${to}/fetch');location='${to}/location'</script>`],
      ['event handler', (to) => `<img src="data:," onerror="new Image().src='${to}/onerror'">`],
      ['meta refresh', (to) => `<meta http-equiv="refresh" content="0;url=${to}/refresh">`],
      ['prefetch', (to) => `<link rel="prefetch" href="${to}/prefetch"><link rel="preconnect" href="${to}">`],
      [
        'icon and manifest',
        (to) => `<link rel="icon" href="${to}/icon"><link rel="manifest" href="${to}/manifest">`,
      ],
      ['base', (to) => `<base href="${to}/"><img src="base">`],
      ['file', () => `<iframe src="file:///etc/passwd"></iframe><img src="file:///etc/passwd">`],
    ];

    for (const [name, html] of leaks)
      it(`is out of reach of a document with ${name}`, async () => {
        const page = `<!DOCTYPE html><html lang="vi"><title>t</title><p>Còn nguyên</p>${html(origin)}</html>`;
        const pdf = await readPdf(await renderPdf(browser, page, { at: AT }));
        const words = pdf.pages.flatMap((one) => one.items.map((item) => item.text)).join(' ');
        expect(words).to.contain('Còn nguyên');
        expect(words).to.not.match(/rò rỉ|root:/);
        expect(arrived).to.deep.equal([]);
      });

    it('would have been noticed', async () => {
      await fetch(`${origin}/control`);
      expect(arrived.splice(0)).to.deep.equal(['/control']);
    });
  });

  it('prints every family of fonts in Tinos', async () => {
    const html = '<p style="font-family:Arial">Ă</p><p style="font-family:monospace">Ơ</p><p>Ữ</p>';
    const pdf = await readPdf(await renderPdf(browser, html, { at: AT }));
    expect(new Set(pdf.fonts.map(({ name }) => name.slice(7)))).to.deep.equal(new Set(['Tinos-Regular']));
    expect(pdf.pages[0]?.items.map((item) => item.text)).to.deep.equal(['Ă', 'Ơ', 'Ữ']);
  });

  it('goes on after the browser was killed', async () => {
    await browser.withPage(async (page) => {
      page.browser().process()?.kill('SIGKILL');
    });
    const pdf = await readPdf(await renderPdf(browser, '<p>Vẫn in được', { at: AT }));
    expect(pdf.pages[0]?.items[0]?.text).to.equal('Vẫn in được');
  });

  it('does a job again whose browser died under it', async () => {
    let attempts = 0;
    const title = await browser.withPage(async (page) => {
      attempts++;
      if (attempts === 1) page.browser().process()?.kill('SIGKILL');
      await page.setContent('<title>lần nữa</title>');
      return page.title();
    });
    expect([attempts, title]).to.deep.equal([2, 'lần nữa']);
  });

  it('gives up a job whose page crashed', async () => {
    const outcome = await outcomeOf(
      browser.withPage(async (page) => {
        const session = await page.createCDPSession();
        await session.send('Page.crash').catch(() => undefined);
        await new Promise(() => undefined);
      }),
    );
    expectRefusal(outcome, 'browser-failed', 'Trang in PDF dừng đột ngột');
  });

  it('stops when it is told to, running or waiting', async () => {
    const controller = new AbortController();
    const never = browser.withPage(() => {
      controller.abort();
      return new Promise(() => undefined);
    }, controller.signal);
    expectRefusal(await outcomeOf(never), 'cancelled', 'bị hủy');
    expectRefusal(
      await outcomeOf(renderPdf(browser, '<p>x', { at: AT }, controller.signal)),
      'cancelled',
      'bị hủy',
    );
    expect((await renderPdf(browser, '<p>x', { at: AT })).length).to.be.greaterThan(1000);
  });

  it('ends a job that takes too long', async () => {
    const hurried = await openBrowser({ timeoutMs: 200 });
    try {
      const outcome = await outcomeOf(hurried.withPage(() => new Promise(() => undefined)));
      expectRefusal(outcome, 'timeout', 'quá');
    } finally {
      await hurried.close();
    }
  });

  it('refuses work after it was closed', async () => {
    const closed = await openBrowser();
    await closed.close();
    expectRefusal(await outcomeOf(renderPdf(closed, '<p>x', { at: AT })), 'browser-failed', 'đã đóng');
  });

  it('says in one sentence that the browser is missing', async () => {
    const outcome = await outcomeOf(openBrowser({ chromiumPath: '/không/có/chromium' }));
    expectRefusal(
      outcome,
      'browser-missing',
      'Không chạy được trình duyệt Chromium tại «/không/có/chromium».',
    );
    expectRefusal(outcome, 'browser-missing', 'CHROMIUM_PATH');
  });

  it('prints without a sandbox where the system allows none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tong-hop-test-'));
    const { path, libraries } = await findChromium(undefined, tmpdir());
    const wrapper = join(folder, 'chromium');
    const starts = join(folder, 'starts');
    await writeFile(
      wrapper,
      `#!/bin/sh
starts=$(cat '${starts}' 2>/dev/null || echo 0)
echo $((starts + 1)) > '${starts}'
if [ "$starts" -lt 2 ]; then
  echo 'FATAL: No usable sandbox! If you are running on Ubuntu 23.10+ …' >&2
  exit 1
fi
case " $* " in
  *' --no-sandbox '*) ;;
  *) echo 'started with a sandbox again' >&2; exit 1 ;;
esac
LD_LIBRARY_PATH='${libraries ?? ''}' exec '${path}' "$@"
`,
      { mode: 0o755 },
    );
    const unprotected = await openBrowser({ chromiumPath: wrapper });
    try {
      expect((await renderPdf(unprotected, '<p>x', { at: AT })).length).to.be.greaterThan(1000);
      expect((await readFile(starts, 'utf8')).trim()).to.equal('3');
    } finally {
      await unprotected.close();
      await rm(folder, { recursive: true });
    }
  });

  it('says that the browser does not start', async () => {
    const outcome = await outcomeOf(openBrowser({ chromiumPath: '/bin/false' }));
    expectRefusal(outcome, 'browser-failed', 'Không khởi động được trình duyệt Chromium tại «/bin/false»');
  });
});

describe('render/job-queue', () => {
  it('runs so many at once, the others in order, and refuses one too many', async () => {
    const queue = new JobQueue(1, 2);
    const order: string[] = [];
    const gate = new EventTarget();
    const first = queue.run(
      () => new Promise<void>((resolve) => gate.addEventListener('open', () => resolve(), { once: true })),
    );
    const job = (name: string): (() => Promise<void>) => {
      return async () => {
        order.push(name);
      };
    };
    const second = queue.run(job('second'));
    const leaving = new AbortController();
    const third = outcomeOf(queue.run(job('third'), leaving.signal));
    expectRefusal(await outcomeOf(queue.run(job('fourth'))), 'busy', 'quá nhiều báo cáo');
    leaving.abort();
    expectRefusal(await third, 'cancelled', 'bị hủy');
    const fifth = queue.run(job('fifth'));
    expect(order).to.deep.equal([]);
    gate.dispatchEvent(new Event('open'));
    await Promise.all([first, second, fifth]);
    expect(order).to.deep.equal(['second', 'fifth']);
  });

  it('frees the place of a job that failed', async () => {
    const queue = new JobQueue(1, 0);
    await outcomeOf(queue.run(() => Promise.reject(new Error('x'))));
    expect(await queue.run(async () => 'tiếp')).to.equal('tiếp');
  });
});

describe('render/private-folder', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tong-hop-test-'));
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it('is filled once, whole, by however many at a time', async () => {
    let fills = 0;
    const folder = join(root, 'deep', 'folder');
    const fill = async (target: string): Promise<void> => {
      fills++;
      await writeFile(join(target, 'one'), '1');
      await mkdir(join(target, 'two'));
    };
    await Promise.all([1, 2, 3, 4].map(() => privateFolder(folder, fill)));
    expect((await readdir(folder)).sort()).to.deep.equal(['one', 'two']);
    expect(await readdir(join(root, 'deep'))).to.deep.equal(['folder']);
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
    const before = fills;
    await privateFolder(folder, fill);
    expect(fills).to.equal(before);
  });

  it('leaves nothing behind when it cannot be filled', async () => {
    const outcome = await outcomeOf(
      privateFolder(join(root, 'folder'), () => Promise.reject(new Error('đầy'))),
    );
    expect(outcome).to.be.instanceOf(Error).with.property('message', 'đầy');
    expect(await readdir(root)).to.deep.equal([]);
  });

  it('is not taken from somebody else', async () => {
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, 'folder'));
    const outcome = await outcomeOf(privateFolder(join(root, 'folder'), async () => undefined));
    expectRefusal(outcome, 'browser-missing', 'không thuộc người dùng đang chạy');
  });
});
