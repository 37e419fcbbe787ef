/** Files that cannot be taken, sent with a real browser: each gets an answer in words, on a page from which one can go on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import * as XLSX from '@e965/xlsx';
import { onSqlite } from '../databases.ts';
import { browserOfSuite, lookAt, WIDTHS } from './browser.ts';
import { openFormRoom, textOf, type FormRoom } from './form-room.ts';
import { BASE } from './papers.ts';

describe('files sent with a browser', () => {
  const browser = browserOfSuite();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-hop-upload-'));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  onSqlite((open) => {
    let room: FormRoom;
    before(async () => {
      room = await openFormRoom(browser(), await open());
    });
    after(() => room.close());

    const workbook = (): Buffer => {
      const book = XLSX.utils.book_new();
      // Where a workbook keeps its macros.
      Object.assign(book, { vbaraw: new Uint8Array(64) });
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['=1+1', 2]]), 'Trang');
      return XLSX.write(book, { type: 'buffer', bookType: 'xlsm' }) as Buffer;
    };
    const FILES: readonly (readonly [file: string, bytes: () => Buffer, says: RegExp])[] = [
      ['lon.xlsx', () => Buffer.alloc(50 * 1024 * 1024, 'x'), /lớn hơn|quá lớn/],
      ['ma-lenh.xlsm', workbook, /macro|mã lệnh/i],
      ['van-ban.xlsx', () => Buffer.from('không phải bảng tính'), /không phải/],
    ];
    for (const [file, bytes, says] of FILES)
      it(`answers ${file} in words`, async () => {
        const path = join(folder, file);
        await writeFile(path, bytes());
        const page = await room.enter('clerk', { path: `${BASE}/excel` });
        await (await page.$('input[type=file]'))?.uploadFile(path);
        await Promise.all([
          page.waitForNavigation(),
          page.$eval('input[type=file]', (field) =>
            (field as unknown as { form: { requestSubmit: () => void } }).form.requestSubmit(),
          ),
        ]);
        expect(await textOf(page, '.govuk-error-summary, h1')).to.match(says);
        expect(await page.$eval('main a[href]', (link) => link.getAttribute('href'))).to.be.a('string');
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: 900 });
          await lookAt(page, `tep-${file.replace('.', '-')}`, width);
        }
      });
  });
});
