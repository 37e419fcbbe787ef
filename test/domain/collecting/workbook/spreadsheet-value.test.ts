import { expect } from 'chai';
import type { SheetCell } from '../../../../src/domain/collecting/workbook/content.ts';
import {
  serialOf,
  spreadsheetNumber,
  typedText,
  type Purpose,
} from '../../../../src/domain/collecting/workbook/spreadsheet-value.ts';

const NUMBERS: readonly (readonly [inFile: string, value: string | null])[] = [
  ['0', '0'],
  ['-0', '0'],
  ['5', '5'],
  ['-5.50', '-5.5'],
  ['007', '7'],
  ['1234567', '1234567'],
  ['43.8', '43.8'],
  // As Excel writes 43,8 and 0,1: seventeen digits of the nearest binary number.
  ['43.799999999999997', '43.8'],
  ['0.10000000000000001', '0.1'],
  ['0.30000000000000004', '0.3'],
  ['999999999999999', '999999999999999'],
  ['999999999999999.9', '1000000000000000'],
  ['1.2345E6', '1234500'],
  ['1.5E+3', '1500'],
  ['2E-3', '0.002'],
  ['1e0', '1'],
  ['1.23456789012346E+15', null],
  ['1234567890123456', null],
  ['1000000000000000', null],
  ['1E+31', null],
  ['1E-31', null],
  ['1E999', null],
  ['', null],
  ['abc', null],
  ['1,5', null],
  ['NaN', null],
];

type Case = readonly [what: string, cell: Partial<SheetCell>, purpose: Purpose, text: string | RegExp];

const READ: readonly Case[] = [
  ['a whole number', { kind: 'number', text: '1234' }, 'whole-number', '1234'],
  ['a number with decimals', { kind: 'number', text: '43.8' }, 'number', '43,8'],
  ['one that would be ambiguous as text', { kind: 'number', text: '1.234' }, 'number', '1,2340'],
  [
    'decimals where only whole numbers are asked',
    { kind: 'number', text: '1.234' },
    'whole-number',
    /số nguyên; nếu đã ghi dấu chấm/,
  ],
  [
    'more digits than a spreadsheet keeps',
    { kind: 'number', text: '1234567890123456' },
    'whole-number',
    /chỉ giữ đúng 15 chữ số/,
  ],
  ['a number typed as text stays as it was typed', { kind: 'text', text: ' 1.234 ' }, 'number', '1.234'],
  [
    'a percentage',
    { kind: 'number', text: '0.438', format: 'percent' },
    'number',
    /không định dạng phần trăm/,
  ],
  [
    'a number that became a day',
    { kind: 'number', text: '45570', format: 'date' },
    'number',
    /đã hiểu điều được ghi là ngày/,
  ],
  ['a day of 1900', { kind: 'number', text: '45588', format: 'date' }, 'day', '23/10/2024'],
  ['a day with its time', { kind: 'number', text: '45588.75', format: 'date' }, 'day', '23/10/2024'],
  ['a bare number in a column of days', { kind: 'number', text: '45588' }, 'day', '23/10/2024'],
  ['a year in a column of days', { kind: 'number', text: '2024' }, 'day', '2024'],
  [
    'a day in the two months that are counted wrongly',
    { kind: 'number', text: '59', format: 'date' },
    'day',
    /từ 01\/3\/1900/,
  ],
  ['a day of text', { kind: 'text', text: '23/10/2024' }, 'day', '23/10/2024'],
  ['a day in ISO form', { kind: 'date', text: '2024-10-23T00:00:00' }, 'day', '23/10/2024'],
  ['a day among words', { kind: 'number', text: '45588', format: 'date' }, 'words', '23/10/2024'],
  ['a number among words', { kind: 'number', text: '12.5' }, 'words', '12,5'],
  ['a truth value', { kind: 'boolean', text: '1' }, 'flag', 'có'],
  ['an untruth', { kind: 'boolean', text: '0' }, 'flag', 'không'],
  ['an error', { kind: 'error', text: '#REF!' }, 'number', /giá trị thật thay cho thông báo lỗi/],
  ['an error among words', { kind: 'error', text: '#N/A' }, 'words', /giá trị thật/],
  [
    'a formula without its result',
    { kind: 'uncomputed', text: '' },
    'number',
    /mở tệp bằng Excel hoặc LibreOffice rồi lưu lại/,
  ],
];

describe('values of a spreadsheet', () => {
  for (const [inFile, value] of NUMBERS)
    it(`reads ${inFile === '' ? 'nothing' : inFile} as ${String(value)}`, () => {
      expect(spreadsheetNumber(inFile)).to.equal(value);
    });

  for (const [what, cell, purpose, expected] of READ)
    it(`reads ${what}`, () => {
      const read = typedText({ row: 1, column: 0, kind: 'text', text: '', ...cell }, purpose, false);
      if (typeof expected === 'string') expect(read).to.deep.equal({ ok: true, value: expected });
      else expect(read.ok ? '' : read.expected).to.match(expected);
    });

  it('counts days from 1904 where the file says so', () => {
    const cell: SheetCell = { row: 1, column: 0, kind: 'number', text: '44126', format: 'date' };
    expect(typedText(cell, 'day', true)).to.deep.equal({ ok: true, value: '23/10/2024' });
  });

  it('numbers days as spreadsheets do', () => {
    expect(serialOf('2024-10-23')).to.equal(45_588);
    expect(serialOf('1900-03-01')).to.equal(61);
    expect(serialOf('1900-02-28')).to.equal(null);
  });
});
