import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openBrowser } from '../../src/render/browser.ts';
import type { Browser } from '../../src/render/browser.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderPdf } from '../../src/render/pdf.ts';
import type { Block, ReportModel } from '../../src/domain/model/report-model.ts';
import { PROVINCES, columnChart, draftModel, sampleModel, text } from './fixture.ts';
import { runsOf } from '../../src/domain/model/runs.ts';
import { bodyItems, digitsIn, digitsOf, marginItems, readPdf } from './read-pdf.ts';
import type { PdfItem, PdfPage, ReadPdf } from './read-pdf.ts';

const LEFT = 30;
const RIGHT = 15;
const INDENT = 12.7;
const PT = 25.4 / 72;

describe('render/pdf', () => {
  let browser: Browser;
  let final: ReadPdf;
  let finalBytes: Uint8Array;
  let draft: ReadPdf;

  const print = (model: ReportModel, tagged = true): Promise<Uint8Array> =>
    renderPdf(browser, renderHtml(model), { at: model.at, tagged });

  before(async () => {
    browser = await openBrowser();
    finalBytes = await print(sampleModel());
    final = await readPdf(finalBytes);
    draft = await readPdf(await print(draftModel()));
  });

  after(() => browser.close());

  describe('the file', () => {
    it('is tagged, Vietnamese, titled, with fonts of its own', () => {
      expect(final.marked).to.equal(true);
      expect(final.lang).to.equal('vi');
      expect(final.title).to.equal('Báo cáo tình hình chuyển đổi số quốc gia tháng 10 năm 2024');
      expect(final.fonts.map(({ name }) => name.slice(7)).sort()).to.deep.equal([
        'Tinos-Bold',
        'Tinos-BoldItalic',
        'Tinos-Italic',
        'Tinos-Regular',
      ]);
      expect(final.fonts.every(({ embedded }) => embedded)).to.equal(true);
    });

    it('has an outline that follows the headings', () => {
      expect(final.outline.map(({ title }) => title)).to.deep.equal([
        'BÁO CÁO Tình hình chuyển đổi số quốc gia tháng 10 năm 2024',
      ]);
      expect(final.outline[0]?.items.map(({ title }) => title)).to.deep.equal([
        'I. KẾT QUẢ ĐẠT ĐƯỢC TRONG THÁNG',
        'II. TỒN TẠI, HẠN CHẾ',
        'III. NHIỆM VỤ TRỌNG TÂM THÁNG TỚI',
        'Phụ lục I KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TRÊN MÔI TRƯỜNG ĐIỆN TỬ CỦA CÁC ĐỊA PHƯƠNG',
        'Phụ lục II KIẾN NGHỊ, ĐỀ XUẤT',
      ]);
      expect(final.outline[0]?.items[0]?.items[0]?.items.map(({ title }) => title)).to.deep.equal([
        'a) Xây dựng, hoàn thiện văn bản quy phạm pháp luật',
        'b) Văn bản đã ban hành',
      ]);
    });

    it('says its charts in words', () => {
      expect(final.alternatives).to.have.length(3);
      expect(final.alternatives[2]).to.equal(columnChart.description);
    });

    it('leaves tags and outline out of a preview, and nothing else', async () => {
      const preview = await readPdf(await print(sampleModel(), false));
      expect(preview.marked).to.equal(false);
      expect(preview.outline).to.deep.equal([]);
      expect(digitsOf(preview)).to.equal(digitsOf(final));
    });

    it('has the same bytes in a second render and in a second process', async () => {
      expect(hash(await print(sampleModel()))).to.equal(hash(finalBytes));
      const script = fileURLToPath(new URL('print-fixture.ts', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
      expect(stdout.trim()).to.equal(hash(finalBytes));
    });

    it('carries the time of the edition and no other', () => {
      const dates = Buffer.from(finalBytes)
        .toString('latin1')
        .match(/\/(?:Creation|Mod)Date \([^)]*\)/g);
      expect(dates).to.deep.equal([
        "/CreationDate (D:20241105020000+00'00')",
        "/ModDate (D:20241105020000+00'00')",
      ]);
    });
  });

  describe('the text', () => {
    for (const [name, model, pdf] of [
      ['final', sampleModel, () => final],
      ['draft', draftModel, () => draft],
    ] as const) {
      it(`holds the digits of the model in reading order (${name})`, () => {
        expect(digitsOf(pdf())).to.equal(digitsIn(runsOf(model()).map((run) => run.text)));
      });
    }

    it('is NFC and can be searched', () => {
      const whole = final.pages.flatMap((page) => page.items.map((item) => item.text)).join(' ');
      expect(whole).to.equal(whole.normalize('NFC'));
      expect(whole).to.contain('Độc lập - Tự do - Hạnh phúc');
      expect(whole).to.contain('bệnh viện <hạng I &');
      expect(whole).to.not.contain('\uFFFD');
    });

    it('of a chart comes in the order ticks, categories, series, labels', () => {
      const items = bodyItems(pageWith(final, 'Phụ lục I')).map((item) => item.text.trim());
      const start = items.indexOf('0');
      expect(items.slice(start, start + 5)).to.deep.equal(['0', '25', '50', '75', '100']);
      expect(items.slice(start + 5, start + 68)).to.deep.equal(PROVINCES);
      expect(items[start + 68]).to.equal('Tỷ lệ hồ sơ trực tuyến toàn trình');
      expect(items.slice(start + 69, start + 72)).to.deep.equal(['98,0', '96,5', '95,0']);
    });
  });

  describe('the first page', () => {
    const rows: readonly (readonly [text: string, size: number, bold: boolean, italic: boolean])[] = [
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true, false],
      ['Độc lập - Tự do - Hạnh phúc', 13, true, false],
      ['VỀ CHUYỂN ĐỔI SỐ', 12, false, false],
      ['BỘ THÔNG TIN', 12, true, false],
      ['VÀ TRUYỀN THÔNG', 12, true, false],
      ['128/BC-BTTTT', 13, false, false],
      ['Hà Nội, ngày 05 tháng 11 năm 2024', 13, false, true],
      ['BÁO CÁO', 14, true, false],
      ['Tình hình chuyển đổi số quốc gia tháng 10 năm 2024', 14, true, false],
      ['- Thủ tướng Chính phủ;', 14, false, false],
      ['Căn cứ chức năng, nhiệm vụ được giao.', 14, false, true],
      ['I. KẾT QUẢ ĐẠT ĐƯỢC TRONG THÁNG', 14, true, false],
      ['1. Thể chế số', 14, true, false],
      ['a) Xây dựng, hoàn thiện văn bản quy phạm pháp luật', 14, false, false],
      ['địa phương so với tháng trước; số hồ sơ xử lý', 14, false, false],
    ];
    for (const [words, size, bold, italic] of rows)
      it(`prints «${words}» as Decree 30 wants`, () => {
        const item = find(final, words);
        expect([item.size, item.bold, item.italic]).to.deep.equal([size, bold, italic]);
      });

    it('keeps the two columns of the head on the same rows', () => {
      expect(find(final, 'ỦY BAN QUỐC GIA').y).to.be.closeTo(find(final, 'CỘNG HÒA').y, 0.1);
      expect(find(final, 'VỀ CHUYỂN ĐỔI SỐ').y).to.be.closeTo(find(final, 'Độc lập').y, 0.5);
      expect(find(final, '128/BC-BTTTT').y).to.be.closeTo(find(final, 'Hà Nội, ngày').y, 0.1);
      // A draft of a body without a parent: its own name is on the first row.
      expect(find(draft, 'BỘ THÔNG TIN').y).to.be.closeTo(find(draft, 'CỘNG HÒA').y, 0.1);
      expect(middle(find(final, 'BÁO CÁO'))).to.be.closeTo((LEFT + 210 - RIGHT) / 2, 0.2);
      expect(middle(find(final, 'Hà Nội, ngày'))).to.be.closeTo(middle(find(final, 'Độc lập')), 0.5);
    });

    it('draws a line as long as the motto, and lines of a third to a half under agency and title', () => {
      const page = first(final);
      const motto = find(final, 'Độc lập');
      expect(ruleUnder(page, motto).width).to.be.closeTo(motto.width, 0.5);
      for (const words of ['VÀ TRUYỀN THÔNG', 'Tình hình chuyển đổi số quốc gia']) {
        const line = find(final, words);
        expect(ruleUnder(page, line).width / line.width, words).to.be.within(1 / 3, 1 / 2);
      }
    });

    it('keeps a long agency name on one line when it fits, with its own line under it', async () => {
      const model = sampleModel();
      const pdf = await readPdf(
        await print(
          { ...model, letterhead: { ...model.letterhead, agency: 'BỘ KHOA HỌC VÀ CÔNG NGHỆ' } },
          false,
        ),
      );
      const agency = find(pdf, 'BỘ KHOA HỌC VÀ CÔNG NGHỆ');
      expect(ruleUnder(first(pdf), agency).width / agency.width).to.be.within(1 / 3, 1 / 2);
    });
  });

  describe('the pages', () => {
    it('keep their sizes whatever sticks out: a document that is too wide would be printed smaller', async () => {
      const model = sampleModel();
      const long = [text(`${'Rất'.repeat(60)}/${'dài'.repeat(60)}`)];
      const wide = await readPdf(
        await print(
          {
            ...model,
            letterhead: {
              ...model.letterhead,
              agency: 'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH',
              placeAndDate: [
                text('Thành phố Hồ Chí Minh, '),
                { kind: 'date', text: 'ngày 29 tháng 6 năm 2019' },
              ],
              subject: long,
            },
            grounds: [long, [{ kind: 'citation', text: long[0]?.text ?? '' }]],
            blocks: [
              { kind: 'heading', id: 'h', level: 1, number: [text('I.')], text: long },
              { kind: 'paragraph', id: 'p', style: 'body', runs: long },
              {
                kind: 'table',
                id: 't',
                caption: long,
                columns: [
                  { heading: long, align: 'left', width: 1 },
                  { heading: [], align: 'right', width: 9 },
                ],
                rows: [{ kind: 'data', cells: [long, long] }],
              },
              {
                ...columnChart,
                caption: long,
                series: columnChart.series.map((one) => ({ ...one, name: long })),
              },
              ...model.blocks,
            ],
          },
          false,
        ),
      );
      expect(find(wide, 'địa phương so với tháng trước; số hồ sơ xử lý').size).to.equal(14);
      expect(find(wide, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').x).to.be.closeTo(107.2, 0.3);
    });

    it('are A4, upright and across, within the margins', () => {
      const sizes = final.pages.map((page) => (page.width < page.height ? 'upright' : 'across'));
      expect(new Set(sizes.slice(0, 5))).to.deep.equal(new Set(['upright']));
      expect(sizes).to.include('across');
      for (const page of final.pages) {
        const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
        expect(short).to.be.closeTo(210, 0.3);
        expect(long).to.be.closeTo(297, 0.3);
        for (const item of bodyItems(page)) {
          if (item.angle !== 0) continue;
          expect(item.x, item.text).to.be.at.least(LEFT - 0.5);
          expect(item.x + item.width, item.text).to.be.at.most(page.width - RIGHT + 1);
        }
      }
    });

    it('set the body in 14 pt on both margins, with the first line moved in', () => {
      const page = final.pages[1];
      if (page === undefined) throw new Error('one page only');
      const lines = bodyItems(page).filter((item) => item.size === 14 && !item.bold);
      const starts = new Set(lines.map((item) => Math.round(item.x * 10) / 10));
      expect([...starts].some((x) => Math.abs(x - LEFT - INDENT) < 0.3)).to.equal(true);
      const full = lines.filter((item) => item.x < LEFT + 0.5 && item.width > 150);
      expect(full.length).to.be.greaterThan(5);
      for (const item of full) expect(item.x + item.width).to.be.closeTo(page.width - RIGHT, 0.6);
      const gaps = full.slice(1).map((item, index) => item.y - (full[index]?.y ?? 0));
      // Single spacing of the font is 1.15; one and a half times that is the most.
      expect(Math.min(...gaps)).to.be.within(14 * 1.15 * PT, 14 * 1.725 * PT);
    });

    it('are numbered in the middle of the top margin from the second on', () => {
      const body = final.pages.filter((page) => page.width < page.height).slice(0, 6);
      expect(pageNumber(first(final))).to.equal(undefined);
      for (const [index, page] of body.slice(1).entries()) {
        const number = pageNumber(page);
        expect(number?.text).to.equal(String(index + 2));
        expect(number?.size).to.equal(13);
        expect(number?.y).to.be.within(5, 15);
        expect(number && middle(number)).to.be.closeTo((LEFT + page.width - RIGHT) / 2, 0.5);
      }
    });

    it('number each annex by itself', () => {
      const start = final.pages.findIndex((page) => page.items.some((item) => item.text === 'Phụ lục I'));
      expect(final.pages.slice(start).map((page) => pageNumber(page)?.text)).to.deep.equal([
        '1',
        '2',
        '3',
        '4',
        '1',
        '2',
      ]);
    });

    it('say that the data are illustrative, and that a draft is one', () => {
      for (const page of final.pages) expect(marks(page)).to.deep.equal(['SỐ LIỆU MINH HỌA']);
      for (const page of draft.pages) expect(marks(page)).to.deep.equal(['DỰ THẢO', 'SỐ LIỆU MINH HỌA']);
    });

    it('say nothing of the kind in a final edition of real data', async () => {
      const real = await readPdf(await print({ ...sampleModel(), illustrative: false, annexes: [] }, false));
      for (const page of real.pages) expect(marks(page)).to.deep.equal([]);
    });
  });

  describe('annexes', () => {
    it('begin with number, title, reference and a short line', () => {
      const page = pageWith(final, 'Phụ lục I');
      const number = on(page, 'Phụ lục I');
      const title = on(page, 'KẾT QUẢ GIẢI QUYẾT');
      const reference = on(page, '(Kèm theo');
      expect([number.size, number.bold, title.size, title.bold]).to.deep.equal([14, true, 14, true]);
      expect([reference.italic, reference.bold]).to.deep.equal([true, false]);
      expect(middle(number)).to.be.closeTo((LEFT + page.width - RIGHT) / 2, 0.5);
      expect(ruleUnder(page, reference, middle(number)).width).to.be.within(20, 80);
    });

    it('repeat the head of a long table and split no row', () => {
      const pages = final.pages.filter((page) => page.items.some((item) => item.text === 'Tỉnh, thành phố'));
      expect(pages).to.have.length(3);
      const numbers = pages.flatMap((page) =>
        bodyItems(page).filter((item) => item.x < 39 && /^\d+$/.test(item.text.trim())),
      );
      expect(numbers.map((item) => Number(item.text))).to.deep.equal(
        PROVINCES.map((_name, index) => index + 1),
      );
      for (const page of pages) {
        const name = bodyItems(page).filter((item) => item.text === 'Tỉnh, thành phố');
        expect(name).to.have.length(1);
        expect(name[0]?.y).to.be.below(35);
      }
    });

    it('print the names of sixty-three bodies upwards, none on another', () => {
      const names = pageWith(final, 'Phụ lục I').items.filter(
        (item) => item.angle === 90 && PROVINCES.includes(item.text),
      );
      expect(names).to.have.length(63);
      const places = names.map((item) => item.x).sort((left, right) => left - right);
      for (const [index, x] of places.slice(1).entries())
        expect(x - (places[index] ?? 0)).to.be.at.least(names[0]!.size * PT);
    });
  });

  describe('wherever a page ends', () => {
    const COUNT = 90;
    const pagesOf = async (part: (at: number) => readonly Block[]): Promise<readonly string[][]> => {
      const blocks = Array.from({ length: COUNT }, (_value, at) => [
        ...Array.from({ length: (at * 7) % 31 }, (_line, index) => itemBlock(`l${at}-${index}`, 'Một dòng;')),
        ...part(at),
      ]).flat();
      const pdf = await readPdf(await print({ ...sampleModel(), blocks, annexes: [] }, false));
      return pdf.pages.map((page) => bodyItems(page).map(({ text: words }) => words.trim()));
    };

    it('what announces items stands with the first of them', async () => {
      const pages = await pagesOf((at) => [
        itemBlock(`a${at}`, 'Các đơn vị đề nghị:'),
        itemBlock(`b${at}`, 'Việc thứ nhất.'),
      ]);
      const all = pages.flat();
      expect(all.filter((words) => words.endsWith('đề nghị:'))).to.have.length(COUNT);
      for (const words of pages) expect(words.at(-1)).to.not.match(/đề nghị:$/);
    });

    it('a table has five rows on its first page and three on its last', async () => {
      const rows = 'abcdefghijkl'.split('').map((letter) => ({
        kind: 'data' as const,
        cells: [[text(`hàng ${letter}`)]],
      }));
      const pages = await pagesOf((at) => [
        {
          kind: 'table',
          id: `t${at}`,
          caption: [text('Bảng')],
          columns: [{ heading: [text('Đầu')], align: 'left', width: 1 }],
          rows,
        },
      ]);
      const heads = pages.flatMap((words) =>
        words.flatMap((word, at) => {
          if (word !== 'Đầu') return [];
          const end = words.findIndex((other, from) => from > at && !other.startsWith('hàng'));
          return [
            {
              first: words[at - 1] === 'Bảng',
              rows: (end < 0 ? words.length : end) - at - 1,
            },
          ];
        }),
      );
      expect(heads.filter((head) => head.first)).to.have.length(COUNT);
      for (const head of heads) expect(head.rows).to.be.at.least(head.first ? 5 : 3);
    });
  });

  describe('wherever a table ends', () => {
    it('its notes stand below its last rows on the same page', async () => {
      const row = { kind: 'data' as const, cells: [[text('hàng')]] };
      for (let count = 20; count < 50; count += 2) {
        const table: Block = {
          kind: 'table',
          id: 't',
          caption: [],
          columns: [{ heading: [text('Đầu')], align: 'left', width: 1 }],
          rows: Array.from({ length: count }, () => row),
        };
        const notes = ['Không so sánh.', 'Ghi chú.'].map((words, at): Block => ({
          kind: 'paragraph',
          id: `n${at}`,
          style: 'note',
          runs: [text(words)],
        }));
        const model = { ...sampleModel(), blocks: [table, ...notes], annexes: [] };
        const { pages } = await readPdf(await print(model, false));
        const words = bodyItems(pageWith({ ...final, pages }, 'Ghi chú.')).map((item) => item.text.trim());
        const at = words.indexOf('Không so sánh.');
        expect(words.slice(at - 2, at + 2), `${count} hàng`).to.deep.equal([
          'hàng',
          'hàng',
          'Không so sánh.',
          'Ghi chú.',
        ]);
      }
    });
  });

  describe('the end', () => {
    it('has recipients and signature side by side, each in its size', () => {
      const title = find(final, 'Nơi nhận:');
      const authority = find(final, 'KT. BỘ TRƯỞNG');
      expect([title.size, title.bold, title.italic]).to.deep.equal([12, true, true]);
      expect(title.x).to.be.closeTo(LEFT, 0.3);
      expect(authority.y).to.be.closeTo(title.y, 0.5);
      expect([authority.size, authority.bold]).to.deep.equal([14, true]);
      const recipient = find(final, '- Như trên;');
      expect([recipient.size, recipient.bold, recipient.italic]).to.deep.equal([11, false, false]);
      const signer = find(final, 'Nguyễn Huy Dũng');
      expect([signer.size, signer.bold]).to.deep.equal([14, true]);
      expect(middle(signer)).to.be.closeTo(middle(authority), 0.5);
      expect(signer.y - authority.y).to.be.greaterThan(25);
      expect(find(final, ' bản).').size).to.equal(11);
    });

    it('never leaves the signature alone on a page, wherever the text ends', async () => {
      const model = sampleModel();
      const opening = model.blocks.slice(0, 7);
      const end = model.blocks.slice(-1);
      for (let lines = 0; lines < 24; lines += 2) {
        const items = Array.from({ length: lines }, (_value, index) => ({
          kind: 'paragraph' as const,
          id: `item-${index}`,
          style: 'item' as const,
          runs: [text('Một dòng nữa của báo cáo;')],
        }));
        const pdf = await readPdf(
          await print({ ...model, blocks: [...opening, ...items, ...end], annexes: [] }, false),
        );
        const page = pageWith(pdf, 'Nơi nhận:');
        const above = bodyItems(page).filter((item) => item.y < on(page, 'Nơi nhận:').y - 1);
        expect(above.length, `${lines} dòng`).to.be.greaterThan(0);
        expect(page.items.some((item) => item.text === 'Nguyễn Huy Dũng')).to.equal(true);
      }
    });

    it('never leaves a heading last on its page', () => {
      for (const pdf of [final, draft])
        for (const page of pdf.pages) {
          const last = bodyItems(page).at(-1);
          expect(last?.text).to.not.match(/^(?:[IVX]+\.|\d\.|[a-z]\)) /);
        }
    });
  });

  it('refuses a time that is none', async () => {
    const outcome = await renderPdf(browser, '<p>x', { at: 'hôm qua' }).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(RangeError);
  });
});

function itemBlock(id: string, words: string): Block {
  return { kind: 'paragraph', id, style: 'item', runs: [text(words)] };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function first(pdf: ReadPdf): PdfPage {
  const [page] = pdf.pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

function find(pdf: ReadPdf, words: string): PdfItem {
  return on(pageWith(pdf, words), words);
}

function on(page: PdfPage, words: string): PdfItem {
  const item = page.items.find((candidate) => candidate.text.includes(words));
  if (item === undefined) throw new Error(`«${words}» is not on the page`);
  return item;
}

function pageWith(pdf: ReadPdf, words: string): PdfPage {
  const page = pdf.pages.find((candidate) => candidate.items.some((item) => item.text.includes(words)));
  if (page === undefined) throw new Error(`«${words}» is on no page`);
  return page;
}

function middle(item: PdfItem): number {
  return item.x + item.width / 2;
}

function pageNumber(page: PdfPage): PdfItem | undefined {
  return marginItems(page).find((item) => item.y < 20 && /^\d+$/.test(item.text));
}

function marks(page: PdfPage): string[] {
  return marginItems(page)
    .map((item) => item.text)
    .filter((words) => !/^\d+$/.test(words))
    .sort();
}

/** The nearest line within 5 mm under an item and centred on it, or on `centre`. */
function ruleUnder(page: PdfPage, item: PdfItem, centre = middle(item)): { readonly width: number } {
  const rule = page.rules.find(
    (line) => line.y > item.y && line.y < item.y + 5 && Math.abs(line.x + line.width / 2 - centre) < 1,
  );
  if (rule === undefined) throw new Error(`no line under «${item.text}»`);
  return rule;
}
