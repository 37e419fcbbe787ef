import { expect } from 'chai';
import * as fc from 'fast-check';
import { readNumber, typeableNumber } from '../../../src/domain/numbers/read-number.ts';

const READ: readonly (readonly [text: string, value: string])[] = [
  ['0', '0'],
  ['5', '5'],
  ['42', '42'],
  ['1234567', '1234567'],
  ['1234', '1234'],
  ['  77  ', '77'],
  ['\u00a05\u00a0', '5'],
  ['1.234.567', '1234567'],
  ['12.345.678', '12345678'],
  ['1.000.000.000.000.000', '1000000000000000'],
  ['1,234,567', '1234567'],
  ['1 234 567', '1234567'],
  ['1\u00a0234\u00a0567', '1234567'],
  ['1\u202f234\u202f567', '1234567'],
  ['12 345', '12345'],
  ['12 345,6', '12345.6'],
  ['12 345.67', '12345.67'],
  ['1 234,567', '1234.567'],
  ['43,8', '43.8'],
  ['43.8', '43.8'],
  ['43,80', '43.8'],
  ['5,0', '5'],
  ['5.00', '5'],
  ['0,5', '0.5'],
  ['0.125', '0.125'],
  ['0,125', '0.125'],
  ['0,0', '0'],
  ['1,2340', '1.234'],
  ['1.23', '1.23'],
  ['1234.567', '1234.567'],
  ['1234,567', '1234.567'],
  ['1.234.567,89', '1234567.89'],
  ['1,234,567.89', '1234567.89'],
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['1.234,567', '1234.567'],
  ['1,234.567', '1234.567'],
  ['-5', '-5'],
  ['\u22125', '-5'],
  ['-1.234.567,5', '-1234567.5'],
  ['-0', '0'],
  ['-0,0', '0'],
  ['03', '3'],
  ['09', '9'],
  ['12345678901234567890123', '12345678901234567890123'],
];

const ONE_NUMBER = 'một con số duy nhất, không kèm dấu khác';
const THREES = 'các nhóm hàng nghìn đúng ba chữ số, ví dụ 1.234.567';
const BOTH_SIDES = 'chữ số ở cả hai bên dấu chấm, dấu phẩy, ví dụ 0,5';
const NO_ZERO = 'số không bắt đầu bằng chữ số 0';
const NO_LETTERS = 'con số không kèm chữ hoặc đơn vị';
const IN_FULL = 'số ghi đủ theo đơn vị gốc, không kèm chữ (ví dụ 1,5 triệu ghi là 1500000)';
const NO_EXPONENT = 'số ghi đủ các chữ số, không dùng dạng rút gọn như 1E+06';
const ORDINARY = 'các chữ số 0–9 thông thường';

const REFUSED: readonly (readonly [text: string, expected: string])[] = [
  ['', 'một số'],
  ['   ', 'một số'],
  ['-', 'một số'],
  ['–', 'một số'],
  ['...', 'một số'],
  [
    '1.234',
    'ghi rõ hơn: 1.234 có thể là 1234 hoặc 1,234; đề nghị ghi 1234 nếu là số nguyên, 1,2340 nếu là số thập phân',
  ],
  [
    '1,234',
    'ghi rõ hơn: 1,234 có thể là 1234 hoặc 1,234; đề nghị ghi 1234 nếu là số nguyên, 1,2340 nếu là số thập phân',
  ],
  [
    '-123.000',
    'ghi rõ hơn: 123.000 có thể là 123000 hoặc 123,000; đề nghị ghi 123000 nếu là số nguyên, 123,0000 nếu là số thập phân',
  ],
  ['43,8%', 'con số không kèm dấu %'],
  ['43 %', 'con số không kèm dấu %'],
  ['5‰', 'con số không kèm dấu %'],
  ['1,5 triệu', IN_FULL],
  ['12 tỷ đồng', IN_FULL],
  ['3 nghìn', IN_FULL],
  ['5 hồ sơ', NO_LETTERS],
  ['12đ', NO_LETTERS],
  ['năm', NO_LETTERS],
  ['0x1F', NO_LETTERS],
  ['1_000', ONE_NUMBER],
  ['1E+06', NO_EXPONENT],
  ['1,5e3', NO_EXPONENT],
  ['Infinity', 'một số xác định'],
  ['-∞', 'một số xác định'],
  ['NaN', 'một số xác định'],
  ['１２３', ORDINARY],
  ['١٢٣', ORDINARY],
  ['½', ORDINARY],
  ['10²', ORDINARY],
  ['#N/A', 'giá trị thật thay cho thông báo lỗi của bảng tính'],
  ['#REF!', 'giá trị thật thay cho thông báo lỗi của bảng tính'],
  ['=A1+B1', 'kết quả thay cho công thức của bảng tính'],
  ['(5)', 'số âm ghi bằng dấu trừ ở đầu, ví dụ -5'],
  ['+5', 'con số không kèm dấu +'],
  ['–5', 'số âm ghi bằng dấu trừ thường (-) ở đầu, ví dụ -5'],
  ['- 5', 'dấu trừ viết liền với số, ví dụ -5'],
  ['--5', ONE_NUMBER],
  ['5-', ONE_NUMBER],
  ['5-10', ONE_NUMBER],
  ['5/10', ONE_NUMBER],
  ['~5', ONE_NUMBER],
  ['>5', ONE_NUMBER],
  ["1'234'567", ONE_NUMBER],
  ['5;6', ONE_NUMBER],
  ['$5', ONE_NUMBER],
  ['1  234', 'các nhóm chữ số cách nhau một dấu cách'],
  ['1.23.456', THREES],
  ['1.234.56', THREES],
  ['1234.567.890', THREES],
  ['1.234,567,890', THREES],
  ['1.234.567,890.1', THREES],
  ['1 23', THREES],
  ['1 234.567.890', THREES],
  ['1234.567,8', THREES],
  ['0.123.456', THREES],
  ['1,23 4', THREES],
  ['.5', BOTH_SIDES],
  ['5.', BOTH_SIDES],
  ['-,5', BOTH_SIDES],
  ['007', NO_ZERO],
  ['00', NO_ZERO],
  ['0123', NO_ZERO],
  ['00,5', NO_ZERO],
  ['5\u200b', 'xóa ký tự ẩn U+200B rồi ghi lại số'],
  ['5\t6', 'xóa ký tự ẩn U+0009 rồi ghi lại số'],
  ['1'.repeat(31), 'một số không quá 30 chữ số'],
  ['9'.repeat(5000), 'một số không quá 30 chữ số'],
];

describe('readNumber', () => {
  for (const [text, value] of READ)
    it(`reads «${text}» as ${value}`, () => {
      expect(readNumber(text)).to.deep.equal({ ok: true, value });
    });

  for (const [text, expected] of REFUSED)
    it(`refuses «${text.slice(0, 20)}»`, () => {
      expect(readNumber(text)).to.deep.equal({ ok: false, found: text, expected });
    });

  const canonicalText = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.stringMatching(/^(\d{0,8}[1-9])?$/))
    .map(([negative, whole, decimals]) => {
      const magnitude = decimals === '' ? `${whole}` : `${whole}.${decimals}`;
      return negative && magnitude !== '0' ? `-${magnitude}` : magnitude;
    });

  it('reads back every value in the form that typeableNumber gives it', () => {
    fc.assert(
      fc.property(canonicalText, (value) => {
        expect(readNumber(typeableNumber(value))).to.deep.equal({ ok: true, value });
      }),
    );
  });

  it('reads Vietnamese and English grouping alike, or asks', () => {
    fc.assert(
      fc.property(canonicalText, (value) => {
        const [whole = '', decimals] = value.split('.');
        for (const [group, mark] of [
          ['.', ','],
          [',', '.'],
          [' ', ','],
        ] as const) {
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
          const text = decimals === undefined ? grouped : `${grouped}${mark}${decimals}`;
          const reading = readNumber(text);
          if (reading.ok) expect(reading.value).to.equal(value);
          else expect(reading.expected).to.match(/^ghi rõ hơn: /);
        }
      }),
    );
  });

  it('never throws and never returns anything but canonical text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,- \u00a0eE%x₫−'.split('')), maxLength: 12 }),
        (text) => {
          const reading = readNumber(text);
          if (reading.ok) expect(reading.value).to.match(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
          else expect(reading.found).to.equal(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('typeableNumber', () => {
  it('adds a zero where three decimals could be taken for thousands', () => {
    expect(typeableNumber('1.234')).to.equal('1,2340');
    expect(typeableNumber('-12.345')).to.equal('-12,3450');
    expect(typeableNumber('0.125')).to.equal('0,125');
    expect(typeableNumber('1234.567')).to.equal('1234,567');
    expect(typeableNumber('-5')).to.equal('-5');
  });

  it('refuses text that is not canonical', () => {
    expect(() => typeableNumber('1,5')).to.throw(RangeError);
  });
});
