import { expect } from 'chai';
import * as XLSX from '@e965/xlsx';
import { CHILD, LIMITS } from '../../../src/workbook/read/limits.ts';
import { readInChild } from '../../../src/workbook/read/read-in-child.ts';
import { refusalInWords, type WorkbookFault } from '../../../src/workbook/read/refusal.ts';
import { inlineRows, madeWorkbook, partsOf, zipOf } from '../make-workbook.ts';

const ONE_CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

async function withSheet(xml: string, prologue = ''): Promise<Buffer> {
  return madeWorkbook({ sheets: [{ name: 'Biểu', xml }], prologue });
}

/** A workbook that another library writes, in any of its formats. */
function saved(bookType: XLSX.BookType): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Chỉ tiêu', 1]]), 'Biểu');
  return Buffer.from(XLSX.write(book, { bookType, type: 'buffer' }) as Uint8Array);
}

/** The zip with other bytes of the same length in their place, wherever they stand. */
function patched(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Sets the flag of encryption in every header of the zip. */
function flaggedEncrypted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (const [signature, at] of [
    ['PK\u0001\u0002', 8],
    ['PK\u0003\u0004', 6],
  ] as const)
    for (
      let found = copy.indexOf(signature, 0, 'latin1');
      found >= 0;
      found = copy.indexOf(signature, found + 1, 'latin1')
    )
      copy.writeUInt16LE(copy.readUInt16LE(found + at) | 1, found + at);
  return copy;
}

/** Time is not what these files are refused for, however busy the machine is. */
const UNHURRIED = { ...CHILD, seconds: 60 };

type Case = readonly [what: string, file: () => Buffer | Promise<Buffer>, fault: WorkbookFault, says: RegExp];

const FILES: readonly Case[] = [
  ['no byte at all', () => Buffer.alloc(0), 'empty', /0 byte/],
  [
    '50 MB',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(50 * 1024 * 1024)]),
    'too-large',
    /lớn hơn 5 MB/,
  ],
  [
    'a text',
    () => Buffer.from('entity,ho-so\nan-giang,5\n'),
    'not-a-workbook',
    /không phải là bảng tính Excel/,
  ],
  [
    'a page that calls itself a workbook',
    () => Buffer.from('<html><table><tr><td>1'),
    'not-a-workbook',
    /không phải là bảng tính Excel/,
  ],
  ['an old .xls', () => saved('biff8'), 'old-excel', /Excel 97–2003/],
  [
    'a workbook with a password',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1024),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(512),
      ]),
    'encrypted',
    /mật khẩu/,
  ],
  ['a zip with a password', async () => flaggedEncrypted(await withSheet(ONE_CELL)), 'encrypted', /mật khẩu/],
  ['an .xlsb', () => saved('xlsb'), 'binary-workbook', /\.xlsb/],
  ['an .ods', () => saved('ods'), 'open-document', /\.ods/],
  [
    'an .xlsm',
    async () =>
      zipOf({ ...partsOf({ sheets: [{ name: 'Biểu', xml: ONE_CELL }] }), 'xl/vbaProject.bin': 'x' }),
    'macros',
    /macro/,
  ],
  [
    'old macro sheets',
    async () =>
      zipOf({
        ...partsOf({ sheets: [{ name: 'Biểu', xml: ONE_CELL }] }),
        'xl/macrosheets/sheet1.xml': '<x/>',
      }),
    'macros',
    /macro/,
  ],
  [
    'a zip of something else',
    async () => zipOf({ 'readme.txt': 'x' }),
    'not-a-workbook',
    /không phải là bảng tính/,
  ],
  [
    'a document',
    async () =>
      zipOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels':
          '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<document/>',
      }),
    'not-a-workbook',
    /không phải là bảng tính/,
  ],
  [
    'a truncated zip',
    async () => (await withSheet(ONE_CELL)).subarray(0, 900),
    'damaged',
    /bị hỏng hoặc chưa tải lên hết/,
  ],
  [
    'a zip of which the middle is lost',
    async () =>
      Buffer.concat([
        (await withSheet(ONE_CELL)).subarray(0, 300),
        (await withSheet(ONE_CELL)).subarray(500),
      ]),
    'damaged',
    /bị hỏng/,
  ],
  [
    'names with ../',
    async () =>
      patched(
        await zipOf({ ...partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] }), 'aaa/evil.xml': 'x' }),
        'aaa/evil.xml',
        '../aevil.xml',
      ),
    'unsafe-names',
    /cấu trúc bất thường/,
  ],
  [
    'absolute names',
    async () =>
      patched(
        await zipOf({ ...partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] }), 'aaa/evil.xml': 'x' }),
        'aaa/evil.xml',
        '/aa/evil.xml',
      ),
    'unsafe-names',
    /cấu trúc bất thường/,
  ],
  [
    'two parts of one name',
    async () =>
      zipOf([
        ...Object.entries(partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] })),
        ['xl/worksheets/sheet1.xml', '<worksheet/>'],
      ]),
    'unsafe-names',
    /cấu trúc bất thường/,
  ],
  [
    'entities',
    async () =>
      withSheet(inlineRows([['&lol;']]), '<!DOCTYPE w [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'),
    'entities',
    /DOCTYPE/,
  ],
  ['an entity without a declaration', async () => withSheet(inlineRows([['&lol;']])), 'damaged', /bị hỏng/],
  ['broken XML', async () => withSheet('<sheetData><row></sheetData>'), 'damaged', /bị hỏng/],
  [
    'XML in UTF-16',
    async () =>
      zipOf({
        ...partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] }),
        'xl/worksheets/sheet1.xml': Buffer.from('\ufeff<worksheet/>', 'utf16le'),
      }),
    'damaged',
    /bị hỏng/,
  ],
  [
    'elements a thousand deep',
    async () => withSheet('<a>'.repeat(1000) + '</a>'.repeat(1000)),
    'damaged',
    /bị hỏng/,
  ],
  [
    'a sheet that is not there',
    async () => {
      const { 'xl/worksheets/sheet1.xml': _, ...rest } = partsOf({ sheets: [{ name: 'B', xml: '' }] });
      return zipOf(rest);
    },
    'damaged',
    /bị hỏng/,
  ],
  [
    'a shared string that is not there',
    async () => withSheet('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'),
    'damaged',
    /bị hỏng/,
  ],
  [
    'a cell outside the grid',
    async () => withSheet('<sheetData><row r="1"><c r="ZZZ1"><v>7</v></c></row></sheetData>'),
    'damaged',
    /bị hỏng/,
  ],
  [
    'a zip bomb in a sheet',
    async () => withSheet(`<sheetData>${' '.repeat(40 * 1024 * 1024)}</sheetData>`),
    'bomb',
    /phình ra quá lớn/,
  ],
  [
    'a zip bomb in a part that nobody reads',
    async () =>
      zipOf({
        ...partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] }),
        'xl/media/image1.png': Buffer.alloc(LIMITS.declaredBytes + 1),
      }),
    'bomb',
    /phình ra quá lớn/,
  ],
  [
    'more parts than any workbook',
    async () =>
      zipOf({
        ...partsOf({ sheets: [{ name: 'B', xml: ONE_CELL }] }),
        ...Object.fromEntries(Array.from({ length: LIMITS.parts }, (_, index) => [`x/${index}`, ''])),
      }),
    'bomb',
    /phình ra quá lớn/,
  ],
  [
    '1,000 sheets',
    async () =>
      madeWorkbook({
        sheets: Array.from({ length: 1000 }, (_, index) => ({ name: `S${index}`, xml: '<sheetData/>' })),
      }),
    'too-many-sheets',
    /quá nhiều trang tính/,
  ],
  [
    'a million cells and one',
    async () => withSheet(`<sheetData>${`<row>${'<c/>'.repeat(10_000)}</row>`.repeat(101)}</sheetData>`),
    'too-many-cells',
    /Trang «Biểu» có quá nhiều ô/,
  ],
  [
    'a hundred thousand filled cells and one',
    async () =>
      withSheet(`<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(101)}</sheetData>`),
    'too-many-cells',
    /quá nhiều ô/,
  ],
  [
    'one text that a thousand cells repeat',
    async () =>
      madeWorkbook({
        sheets: [
          { name: 'B', xml: `<sheetData><row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row></sheetData>` },
        ],
        strings: `<si><t>${'dài '.repeat(5000)}</t></si>`,
      }),
    'too-many-cells',
    /quá nhiều ô/,
  ],
  [
    'merged cells over 32 million',
    async () => withSheet(`${ONE_CELL}<mergeCells count="1"><mergeCell ref="A1:XFD2000"/></mergeCells>`),
    'merged-too-wide',
    /Trang «Biểu» có vùng ô gộp quá lớn \(A1:XFD2000\)/,
  ],
  [
    'more merged ranges than a sheet has',
    async () =>
      withSheet(
        `${ONE_CELL}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(LIMITS.mergedRanges + 1)}</mergeCells>`,
      ),
    'merged-too-wide',
    /vùng ô gộp quá lớn/,
  ],
  [
    'columns beyond the grid',
    async () => withSheet(`<cols><col min="1" max="999999999" width="9"/></cols>${ONE_CELL}`),
    'columns-too-wide',
    /khai báo cột nằm ngoài bảng tính \(1–999999999\)/,
  ],
  [
    'columns without number',
    async () => withSheet(`<cols><col min="1" max="1e309" width="9"/></cols>${ONE_CELL}`),
    'columns-too-wide',
    /nằm ngoài bảng tính/,
  ],
  [
    'a million column widths',
    async () => withSheet(`<cols>${'<col min="1" max="1"/>'.repeat(20_000)}</cols>${ONE_CELL}`),
    'columns-too-wide',
    /nằm ngoài bảng tính/,
  ],
];

describe('files that cannot be taken', () => {
  for (const [what, file, fault, says] of FILES)
    it(`says of ${what}: ${fault}`, async () => {
      const answer = await readInChild(await file(), UNHURRIED);
      expect(answer.ok ? 'read' : answer.refusal.fault).to.equal(fault);
      if (!answer.ok) expect(refusalInWords(answer.refusal)).to.match(says);
    });

  it('names the sheet of the trouble', async () => {
    const answer = await readInChild(
      await withSheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD2000"/></mergeCells>'),
    );
    expect(answer).to.deep.equal({
      ok: false,
      refusal: { fault: 'merged-too-wide', sheet: 'Biểu', found: 'A1:XFD2000' },
    });
  });

  const STARVED = [
    ['time', { seconds: 0.01 }],
    ['memory', { heapMegabytes: 1 }],
    ['room for its answer', { answerBytes: 10 }],
  ] as const;
  for (const [what, less] of STARVED)
    it(`stops a child without enough ${what}, and reads the next file`, async () => {
      const good = await withSheet(ONE_CELL);
      const limits = { ...UNHURRIED, ...less };
      expect(await readInChild(good, limits)).to.deep.equal({ ok: false, refusal: { fault: 'too-heavy' } });
      expect((await readInChild(good, UNHURRIED)).ok).to.equal(true);
    });

  it('tells those to come again who would have to wait behind heavy files, waiting and reading being one time', async () => {
    const heavy = await withSheet(`<sheetData/>${'<x/>'.repeat(7_000_000)}`);
    const good = await withSheet(ONE_CELL);
    const limits = { ...CHILD, seconds: 0.4 };
    const answers = await Promise.all(
      [heavy, heavy, heavy, heavy, good].map((bytes) => readInChild(bytes, limits)),
    );
    expect(answers.map((answer) => (answer.ok ? 'read' : answer.refusal.fault))).to.deep.equal([
      'too-heavy',
      'too-heavy',
      'busy',
      'busy',
      'busy',
    ]);
  });

  it('reads many files that come at once, good and bad, each with its own answer', async () => {
    const [good, bad] = [await withSheet(ONE_CELL), await withSheet('<a>')];
    const answers = await Promise.all(
      [good, bad, good, bad, good].map((bytes) => readInChild(bytes, UNHURRIED)),
    );
    expect(answers.map(({ ok }) => ok)).to.deep.equal([true, false, true, false, true]);
  });
});
