import { expect } from 'chai';
import * as XLSX from '@e965/xlsx';
import type { TemplateForm } from '../../../src/domain/collecting/workbook/template-form.ts';
import { readWorkbook } from '../../../src/workbook/read/read-workbook.ts';
import { choiceLists } from '../../../src/workbook/write/choice-lists.ts';
import { formSheet } from '../../../src/workbook/write/form-sheet.ts';
import { heightOf } from '../../../src/workbook/write/row-height.ts';
import { sheetXml } from '../../../src/workbook/write/sheet-xml.ts';
import type { CellValue } from '../../../src/workbook/write/sheet.ts';
import { styleIndex, stylesXml } from '../../../src/workbook/write/styles.ts';
import { tableSheet } from '../../../src/workbook/write/table-sheet.ts';
import { sheetNames, templateBytes } from '../../../src/workbook/write/template.ts';
import { numberValue, typedDay, typedNumber } from '../../../src/workbook/write/values.ts';
import { escaped } from '../../../src/workbook/write/xml-text.ts';
import { openBook, placeOf, sheetOf } from '../fill.ts';
import { IDENTITY, templateForm, type Typed } from '../sample-form.ts';

/** Texts that a spreadsheet would take for formulas. */
const DANGEROUS = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(1)', '\t=1', '\r=1'];

const TYPED: Typed = {
  cells: {
    'ho-so': { text: '1234567' },
    'so-tien': { text: '1234567890123456' },
    'toc-do': { text: '43,8', asOf: '19/10/2024' },
    'co-ke-hoach': { text: 'yes', document: DANGEROUS[0] ?? '', date: 'hôm qua' },
    'muc-do': { text: 'dang', note: DANGEROUS[3] ?? '' },
    'ton-tai': { text: DANGEROUS[1] ?? '' },
  },
  rows: { 'kien-nghi': DANGEROUS.map((text) => ({ 'noi-dung': text, 'co-quan': 'bo-nganh' })) },
};

function xmlOf(form: TemplateForm): string {
  return sheetXml(formSheet(form, choiceLists()), true);
}

describe('templates', () => {
  const form = templateForm(TYPED, {
    'ho-so': { state: 'value', value: '1100000' },
    'so-tien': { state: 'none' },
    'co-ke-hoach': { state: 'value', value: 'no' },
    'muc-do': { state: 'value', value: 'chua' },
  });
  let bytes: Buffer;
  before(async () => {
    bytes = await templateBytes(form, IDENTITY);
  });

  it('holds numbers as numbers, formatted for any language, and longer ones as text', () => {
    const sheet = sheetOf(openBook(bytes), 'Biểu');
    const shown = (field: string, column: 'text' | 'asOf'): readonly unknown[] => {
      const cell = sheet[placeOf(sheet, field, column)] as XLSX.CellObject;
      return [cell.t, cell.v, cell.z];
    };
    expect(shown('ho-so', 'text')).to.deep.equal(['n', 1_234_567, '#,##0']);
    expect(shown('toc-do', 'text')).to.deep.equal(['n', 43.8, '#,##0.0#####']);
    expect(shown('toc-do', 'asOf')).to.deep.equal(['n', 45_584, 'dd"/"mm"/"yyyy']);
    expect(shown('so-tien', 'text').slice(0, 2)).to.deep.equal(['s', '1234567890123456']);
  });

  it('shows what was answered before in words, or as numbers', () => {
    const rows = XLSX.utils.sheet_to_json<readonly unknown[]>(sheetOf(openBook(bytes), 'Biểu'), {
      header: 1,
    });
    const before = rows.filter((row) => /^\d$/.test(String(row[1]))).map((row) => row[6]);
    expect(before).to.deep.equal([
      1_100_000,
      'không phát sinh',
      undefined,
      undefined,
      'không',
      'chưa triển khai',
      undefined,
    ]);
  });

  it('has no formula, whatever people typed', async () => {
    const { sheets } = await readWorkbook(bytes);
    const texts = sheets.flatMap(({ cells }) => cells).map(({ kind, text }) => [kind, text.trim()] as const);
    for (const dangerous of DANGEROUS) expect(texts).to.deep.include(['text', dangerous.trim()]);
    for (const sheet of Object.values(openBook(bytes).Sheets))
      for (const [place, cell] of Object.entries(sheet))
        if (!place.startsWith('!')) expect(cell).to.not.have.property('f');
  });

  it('marks such texts so that editing them makes no formula either', () => {
    expect(xmlOf(form)).to.contain(
      `s="${styleIndex('answer', true)}" t="inlineStr"><is><t xml:space="preserve">+1+1<`,
    );
    expect(
      stylesXml()
        .match(/<cellXfs.*<\/cellXfs>/)?.[0]
        .split('<xf ')[styleIndex('answer', true) + 1],
    ).to.contain('quotePrefix="1"');
  });

  it('locks everything but what is to be filled in', () => {
    const xml = xmlOf(form);
    expect(xml).to.contain('<sheetProtection sheet="1"');
    const unlocked = stylesXml()
      .match(/<cellXfs.*<\/cellXfs>/)?.[0]
      .split('<xf ')
      .flatMap((style, index) => (style.includes('locked="0"') ? [index - 1] : []));
    const open = [...xml.matchAll(/<c r="([A-Z]+)8" s="(\d+)"/g)].flatMap(([, column, style]) =>
      unlocked?.includes(Number(style)) ? [column] : [],
    );
    expect(open).to.deep.equal(['E', 'F', 'I', 'J']);
  });

  it('offers lists for flags, classes and states, each of them only what the field admits', () => {
    const lists = [...xmlOf(form).matchAll(/sqref="([^"]+)"><formula1>([^<]+)</g)].map(
      ([, cells, source]) => [cells, source],
    );
    expect(lists).to.deep.equal([
      ['F8 F10 F11 F13 F15', '&quot;không phát sinh,chưa có số liệu&quot;'],
      ['F9', '&quot;không phát sinh,chưa có số liệu,không áp dụng&quot;'],
      ['E13', '&quot;có,không&quot;'],
      ['E14', "'_danh-muc'!$A$1:$A$3"],
      ['F14', '&quot;chưa có số liệu&quot;'],
    ]);
  });

  it('keeps the list of long labels on a hidden sheet', () => {
    const book = openBook(bytes);
    expect(XLSX.utils.sheet_to_json(sheetOf(book, '_danh-muc'), { header: 1 })).to.deep.equal([
      ['chưa triển khai', 'Chính phủ, Thủ tướng Chính phủ'],
      ['đang triển khai, chưa xong', 'các bộ, ngành'],
      ['đã hoàn thành'],
    ]);
    expect(book.SheetNames).to.deep.equal([
      'Biểu',
      'Kiến nghị đề xuất',
      'Văn bản còn hiệu lực',
      '_danh-muc',
      '_nhan-dang',
    ]);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).to.deep.equal([0, 0, 0, 1, 1]);
  });

  it('lets rows of tables be added, sorted and deleted', () => {
    const [table] = form.tables;
    if (!table) throw new Error('no table');
    const xml = sheetXml(tableSheet('KN', form, table, choiceLists()), false);
    expect(xml).to.contain('insertRows="0" deleteRows="0" sort="0"');
    expect(xml).to.contain(`max="16384" width="9" customWidth="1" style="${styleIndex('free')}"`);
    expect(xml).to.contain('sqref="C6:C111"');
  });

  it('gives the same bytes for the same form', async () => {
    expect(
      (await templateBytes(templateForm(TYPED), IDENTITY)).equals(
        await templateBytes(templateForm(TYPED), IDENTITY),
      ),
    ).to.equal(true);
  });

  const NAMES: readonly (readonly [titles: readonly string[], names: readonly string[]])[] = [
    [['Kiến nghị: đề xuất'], ['Kiến nghị đề xuất']],
    [["a[b]c*d?e/f\\g'h"], ['a b c d e f g h']],
    [
      ['Biểu', 'BIỂU'],
      ['Biểu (2)', 'BIỂU (3)'],
    ],
    [
      ['Danh mục văn bản quy phạm pháp luật', 'Danh mục văn bản quy phạm pháp lý'],
      ['Danh mục văn bản quy phạm pháp', 'Danh mục văn bản quy phạm p (2)'],
    ],
    [['///'], ['Bảng']],
  ];
  for (const [titles, names] of NAMES)
    it(`names sheets ${names.join(', ')}`, () => {
      expect(sheetNames(titles)).to.deep.equal(names);
    });

  const VALUES: readonly (readonly [
    what: string,
    value: CellValue,
    kind: CellValue['kind'],
    text: string,
  ])[] = [
    ['a whole number', numberValue('1234567'), 'number', '1234567'],
    ['fifteen digits', numberValue('123456789012.345'), 'number', '123456789012.345'],
    ['sixteen digits', numberValue('-1234567890123.456'), 'text', '-1234567890123,456'],
    ['a number as typed', typedNumber('1.234.567,5'), 'number', '1234567.5'],
    ['an ambiguous number', typedNumber('1.234'), 'text', '1.234'],
    ['a day', typedDay('23/10/2024'), 'number', '45588'],
    ['a day of before', typedDay('01/02/1900'), 'text', '01/02/1900'],
    ['no day', typedDay('31/4/2024'), 'text', '31/4/2024'],
  ];
  for (const [what, value, kind, text] of VALUES)
    it(`writes ${what} as a ${kind}`, () => {
      expect(value).to.deep.equal({ kind, text });
    });

  const ESCAPED: readonly (readonly [text: string, xml: string])[] = [
    ['a<b & "c">', 'a&lt;b &amp; &quot;c&quot;&gt;'],
    ['hai\ndòng\tcột', 'hai\ndòng\tcột'],
    ['\u0007\r', '_x0007__x000D_'],
    ['_x000D_', '_x005F_x000D_'],
    ['\ud800a\udc00 😀 \uffff', '\ufffda\ufffd 😀 \ufffd'],
  ];
  for (const [text, xml] of ESCAPED)
    it(`escapes ${JSON.stringify(text)}`, () => {
      expect(escaped(text)).to.equal(xml);
    });

  it('makes rows as high as their texts', () => {
    const cell = (text: string) => ({
      column: 0,
      style: 'label' as const,
      value: { kind: 'text' as const, text },
    });
    expect(heightOf([cell('ngắn')], [{ width: 11 }])).to.equal(undefined);
    expect(heightOf([cell('x'.repeat(21))], [{ width: 11 }])).to.equal(48);
    expect(heightOf([cell('a\nb')], [{ width: 11 }])).to.equal(33);
  });
});
