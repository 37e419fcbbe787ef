import { expect } from 'chai';
import type { SheetCell } from '../../../src/domain/collecting/workbook/content.ts';
import { readWorkbook } from '../../../src/workbook/read/read-workbook.ts';
import { formatOf } from '../../../src/workbook/read/formats.ts';
import { madeWorkbook, partsOf, zipOf } from '../make-workbook.ts';

/** What a person sees in the cells of a sheet: place, kind, text, format. */
function shown(cells: readonly SheetCell[]): readonly string[] {
  return cells.map(({ row, column, kind, text, format }) =>
    [`R${row}C${column}`, kind, text, ...(format === undefined ? [] : [format])].join(' '),
  );
}

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd&quot;/&quot;mm&quot;/&quot;yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0&quot; đ&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs>';

/** As each program writes the same kinds of cells. */
const FLAVOURS: readonly (readonly [what: string, xml: string, cells: readonly string[]])[] = [
  [
    'shared strings, plain and in pieces, without how they are pronounced',
    '<sheetData><row r="2" spans="1:2"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData>',
    ['R2C0 text Tổng số', 'R2C1 text số hồ sơ'],
  ],
  [
    'inline strings, in pieces too',
    '<sheetData><row r="1"><c r="C1" t="inlineStr"><is><r><rPr><b/></rPr><t>An</t></r><r><t xml:space="preserve"> Giang</t></r></is></c></row></sheetData>',
    ['R1C2 text An Giang'],
  ],
  [
    'numbers, days and percentages',
    '<sheetData><row r="1"><c r="A1"><v>43.799999999999997</v></c><c r="B1" s="1"><v>45588</v></c><c r="C1" s="2" t="n"><v>0.5</v></c><c r="D1" s="3"><v>1500</v></c></row></sheetData>',
    [
      'R1C0 number 43.799999999999997',
      'R1C1 number 45588 date',
      'R1C2 number 0.5 percent',
      'R1C3 number 1500',
    ],
  ],
  [
    'truth values, errors and ISO days',
    '<sheetData><row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="d"><v>2024-10-23T00:00:00</v></c></row></sheetData>',
    ['R1C0 boolean 1', 'R1C1 error #N/A', 'R1C2 date 2024-10-23T00:00:00'],
  ],
  [
    'formulas by their results, and without',
    '<sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1" t="str"><f>A2&amp;"x"</f><v>có</v></c><c r="C1"><f>A1</f></c><c r="D1" t="str"><f>A1</f><v></v></c></row></sheetData>',
    ['R1C0 number 12', 'R1C1 text có', 'R1C2 uncomputed '],
  ],
  [
    'cells and rows without places, blank cells with looks only',
    '<sheetData><row><c><v>1</v></c><c s="1"/><c><v>3</v></c></row><row><c/><c><v>4</v></c></row></sheetData>',
    ['R1C0 number 1', 'R1C2 number 3', 'R2C1 number 4'],
  ],
  [
    'far cells as single cells',
    '<sheetData><row r="1048576"><c r="XFD1048576"><v>9</v></c></row></sheetData>',
    ['R1048576C16383 number 9'],
  ],
  [
    'characters that XML does not allow, and CDATA',
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>hai_x000D_\ndòng_x005F_x000D_</t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c></row></sheetData>',
    ['R1C0 text hai\r\ndòng_x000D_', 'R1C1 text a<b'],
  ],
  [
    'widths over all columns and a rule over all cells, which are of no interest',
    '<cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
    ['R1C0 number 1'],
  ],
];

describe('reading workbooks', () => {
  for (const [what, xml, cells] of FLAVOURS)
    it(`reads ${what}`, async () => {
      const bytes = await madeWorkbook({
        sheets: [{ name: 'Biểu', xml }],
        strings:
          '<si><t>Tổng số</t></si><si><r><t>số </t></r><r><t>hồ sơ</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
        styles: STYLES,
      });
      const { sheets } = await readWorkbook(bytes);
      expect(shown(sheets[0]?.cells ?? [])).to.deep.equal(cells);
    });

  it('reads names, hidden sheets, merged ranges as data, and where days are counted from', async () => {
    const bytes = await madeWorkbook({
      sheets: [
        {
          name: 'A &amp; B',
          xml: '<sheetData/><mergeCells><mergeCell ref="B2:D3"/><mergeCell ref="A5"/></mergeCells>',
        },
        { name: 'ẩn', xml: '<sheetData/>', state: 'veryHidden' },
      ],
      date1904: true,
    });
    const merged = [
      { top: 2, left: 1, bottom: 3, right: 3 },
      { top: 5, left: 0, bottom: 5, right: 0 },
    ];
    expect(await readWorkbook(bytes)).to.deep.equal({
      date1904: true,
      sheets: [
        { name: 'A & B', hidden: false, cells: [], merged },
        { name: 'ẩn', hidden: true, cells: [], merged: [] },
      ],
    });
  });

  it('finds parts by their relationships, at any path and with any prefix', async () => {
    const parts = partsOf({ sheets: [{ name: 'Biểu', xml: '<sheetData/>' }] });
    const bytes = await zipOf({
      '[Content_Types].xml': parts['[Content_Types].xml'] ?? '',
      '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('xl/workbook.xml', '/book/main.xml'),
      'book/main.xml': (parts['xl/workbook.xml'] ?? '')
        .replaceAll(/<(\/?)(workbook|workbookPr|sheets|sheet)\b/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
      'book/_rels/main.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        'worksheets/sheet1.xml',
        '../pages/one.xml',
      ),
      'pages/one.xml':
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    const { sheets } = await readWorkbook(bytes);
    expect(shown(sheets[0]?.cells ?? [])).to.deep.equal(['R1C0 number 7']);
  });

  const FORMATS: readonly (readonly [id: number, code: string | undefined, format: string | undefined])[] = [
    [0, undefined, undefined],
    [3, undefined, undefined],
    [9, undefined, 'percent'],
    [14, undefined, 'date'],
    [22, undefined, 'date'],
    [46, undefined, 'date'],
    [164, 'General', undefined],
    [164, '#,##0.0#####', undefined],
    [164, '#,##0" đồng/tháng"', undefined],
    [164, '#,##0\\ \\d', undefined],
    [164, '[Red]#,##0', undefined],
    [164, '[$-42A]#,##0', undefined],
    [164, '0.0%', 'percent'],
    [164, '0" %"', undefined],
    [164, 'dd"/"mm"/"yyyy', 'date'],
    [164, '[$-42A]dd\\/mm\\/yyyy;@', 'date'],
    [164, '[h]:mm', 'date'],
  ];
  for (const [id, code, format] of FORMATS)
    it(`takes format ${code ?? id} for ${format ?? 'a plain number'}`, () => {
      expect(formatOf(id, code)).to.equal(format);
    });

  it('looks at no more of a format than programs write', () => {
    // Its brackets would take an hour.
    expect(formatOf(164, `0%${'['.repeat(1_000_000)}`)).to.equal('percent');
  });
});
