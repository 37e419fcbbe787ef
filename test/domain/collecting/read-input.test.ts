/** What is typed into a field, and what it means: the table of everything that people do. */
import { expect } from 'chai';
import type { CellInput } from '../../../src/domain/collecting/cell-input.ts';
import { inputOf, isBlankInput, sameInput } from '../../../src/domain/collecting/cell-input.ts';
import { kindOfAnswer, readInput } from '../../../src/domain/collecting/read-input.ts';
import type { Field, Indicator } from '../../../src/domain/definition.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { field as fieldOf, indicator as indicatorOf } from '../small-definition.ts';

const INDICATOR: Indicator = indicatorOf('ho-so', {
  label: 'Hồ sơ',
  statuses: [
    { id: 'chua', label: 'Chưa kết nối' },
    { id: 'xong', label: 'Đã kết nối' },
  ],
});
const FIELD: Field = fieldOf('ho-so', { label: 'Hồ sơ' });
const SPEED: Indicator = { ...INDICATOR, nature: 'stock', fraction: true };
const RATE: Indicator = { ...INDICATOR, nature: 'ratio', unit: '%' };
const FLAG: Indicator = { ...INDICATOR, nature: 'flag' };
const STATUS: Indicator = { ...INDICATOR, nature: 'status' };
const TEXT: Indicator = { ...INDICATOR, nature: 'text' };
/** The change that the body states: in percent, of a rate in points. */
const CHANGE: Field = {
  id: 'ho-so-tang',
  label: 'Hồ sơ tăng',
  control: { indicator: 'ho-so', span: 'period', versus: 'previous' },
  optional: true,
  mayNotApply: false,
  evidence: false,
  asOf: false,
};
const ASKS_ALL: Field = { ...FIELD, evidence: true, asOf: true, mayNotApply: true };

const value = (text: string, more: object = {}): Cell => ({ state: 'value', value: text, ...more });

const READ: readonly (readonly [CellInput, Indicator, Field, Cell])[] = [
  [{ text: '1.234.567' }, INDICATOR, FIELD, value('1234567')],
  [{ text: ' 1 234 567 ' }, INDICATOR, FIELD, value('1234567')],
  [{ text: '1.234' }, INDICATOR, FIELD, value('1234')],
  [{ text: ' 12,345 ' }, INDICATOR, FIELD, value('12345')],
  [{ text: '−1.234' }, { ...INDICATOR, signed: true }, FIELD, value('-1234')],
  [{ text: '0' }, INDICATOR, FIELD, value('0')],
  [{ text: '43,8' }, SPEED, FIELD, value('43.8')],
  [{ text: '43,8 %' }, RATE, FIELD, value('43.8')],
  [{ text: '-2,5%' }, INDICATOR, CHANGE, value('-2.5')],
  [{ state: 'value', text: '5' }, INDICATOR, FIELD, value('5')],
  [{ state: 'none' }, INDICATOR, FIELD, { state: 'none' }],
  [{ state: 'none', note: 'Nghỉ lễ.' }, INDICATOR, FIELD, { state: 'none', note: 'Nghỉ lễ.' }],
  [{ text: 'Không phát sinh' }, INDICATOR, FIELD, { state: 'none' }],
  [{ state: 'not-applicable' }, INDICATOR, ASKS_ALL, { state: 'not-applicable' }],
  [
    { state: 'pending', reason: 'Đang đối soát' },
    INDICATOR,
    FIELD,
    { state: 'pending', reason: 'Đang đối soát' },
  ],
  [
    { state: 'pending', reason: 'Đang đối soát', expected: '15/11/2024' },
    INDICATOR,
    FIELD,
    { state: 'pending', reason: 'Đang đối soát', expected: '2024-11-15' },
  ],
  [
    { text: 'chưa có số liệu: chờ Bộ; dự kiến 2024-11-15' },
    INDICATOR,
    FIELD,
    { state: 'pending', reason: 'chờ Bộ', expected: '2024-11-15' },
  ],
  [{ text: 'có' }, FLAG, FIELD, value('yes')],
  [
    { text: 'yes', document: '12/QĐ-UBND', date: '3/10/2024', note: 'Đã đăng.' },
    FLAG,
    ASKS_ALL,
    value('yes', { document: '12/QĐ-UBND', date: '2024-10-03', note: 'Đã đăng.' }),
  ],
  [{ text: '7', asOf: '2024-10-15' }, SPEED, ASKS_ALL, value('7', { asOf: '2024-10-15' })],
  [{ text: 'ĐÃ KẾT NỐI' }, STATUS, FIELD, value('xong')],
  [{ text: 'Thiếu máy.\r\nThiếu người.' }, TEXT, FIELD, value('Thiếu máy.\nThiếu người.')],
];

const UNREAD: readonly (readonly [CellInput, Indicator, Field, readonly string[]])[] = [
  [{ text: 'nhiều' }, INDICATOR, FIELD, ['text: con số không kèm chữ hoặc đơn vị']],
  [{ text: '-5' }, INDICATOR, FIELD, ['text: số không âm']],
  [{ text: '-1.234' }, INDICATOR, FIELD, ['text: số không âm']],
  [{ text: '1.234,5' }, INDICATOR, FIELD, ['text: số nguyên theo đơn vị hồ sơ']],
  [{ text: '1.2345' }, INDICATOR, FIELD, ['text: số nguyên theo đơn vị hồ sơ']],
  [{ text: '43,8' }, INDICATOR, FIELD, ['text: số nguyên theo đơn vị hồ sơ']],
  [{ text: '43%' }, INDICATOR, FIELD, ['text: số lượng theo đơn vị hồ sơ, không phải tỷ lệ phần trăm']],
  [{ text: '%' }, RATE, FIELD, ['text: con số không kèm dấu %']],
  [{ text: '2,5%' }, RATE, CHANGE, ['text: con số không kèm dấu %']],
  [{ note: 'Ghi chú' }, INDICATOR, FIELD, ['text: câu trả lời cho ô này, hoặc xóa phần ghi kèm']],
  [{ state: 'none', text: '5' }, INDICATOR, FIELD, ['state: chỉ một trong hai']],
  [{ state: 'pending', reason: 'Chờ', text: '5' }, INDICATOR, FIELD, ['state: chỉ một trong hai']],
  [{ text: '5', reason: 'Chờ' }, INDICATOR, FIELD, ['state: chọn «chưa có số liệu», hoặc xóa lý do']],
  [{ state: 'pending' }, INDICATOR, FIELD, ['reason: lý do chưa có số liệu']],
  [
    { state: 'pending', expected: '31/4/2024' },
    INDICATOR,
    FIELD,
    ['reason: lý do chưa có số liệu', 'expected: một ngày có thật, ghi như 23/10/2024 hoặc 2024-10-23'],
  ],
  [
    { state: 'not-applicable' },
    INDICATOR,
    FIELD,
    ['state: một câu trả lời khác: ô này không được ghi «không áp dụng»'],
  ],
  [{ state: 'none' }, STATUS, FIELD, ['state: một câu trả lời khác: đơn vị luôn ở một trong các mức']],
  [{ text: '5', document: '1/QĐ' }, INDICATOR, FIELD, ['document: để trống: ô này không hỏi văn bản']],
  [{ text: '5', asOf: '1/10/2024' }, INDICATOR, FIELD, ['asOf: để trống: ô này không hỏi ngày chốt số liệu']],
  [
    { state: 'none', document: '1/QĐ' },
    INDICATOR,
    ASKS_ALL,
    ['document: để trống, vì ô đã trả lời «không phát sinh»'],
  ],
  [
    { state: 'pending', reason: 'Chờ', note: 'Ghi chú' },
    INDICATOR,
    FIELD,
    ['note: để trống: lý do ghi ở phần «chưa có số liệu»'],
  ],
  [
    { text: 'x', asOf: 'hôm qua' },
    SPEED,
    ASKS_ALL,
    ['text: con số không kèm chữ hoặc đơn vị', 'asOf: một ngày có thật, ghi như 23/10/2024 hoặc 2024-10-23'],
  ],
];

describe('readInput', () => {
  for (const [input, indicator, field, cell] of READ) {
    it(`reads ${JSON.stringify(input)}`, () => {
      expect(readInput(input, field, indicator)).to.deep.equal({ kind: 'cell', cell });
    });
    it(`writes ${JSON.stringify(cell)} so that it is read back`, () => {
      const typed = inputOf(cell, kindOfAnswer(field, indicator));
      expect(readInput(typed, field, indicator)).to.deep.equal({ kind: 'cell', cell });
    });
  }

  for (const [input, indicator, field, expected] of UNREAD)
    it(`does not guess ${JSON.stringify(input)}`, () => {
      const reading = readInput(input, field, indicator);
      const problems = reading.kind === 'unread' ? reading.problems : [];
      expect(problems.map(({ part, expected: needed }) => `${part}: ${needed}`)).to.deep.equal(expected);
    });

  for (const input of [{}, { text: '' }, { text: ' \u00a0' }, { state: 'value', note: '' }] as const)
    it(`takes ${JSON.stringify(input)} for a blank`, () => {
      expect(isBlankInput(input)).to.equal(true);
      expect(readInput(input, FIELD, INDICATOR)).to.deep.equal({ kind: 'blank' });
    });

  for (const [text, indicator, readings] of [
    ['1.234', SPEED, ['1234=1234', '1,2340=1.234']],
    ['1,234%', RATE, ['1234=1234', '1,2340=1.234']],
    ['1,234', SPEED, ['1234=1234', '1,2340=1.234']],
    ['-1.234', SPEED, ['-1234=-1234', '-1,2340=-1.234']],
    ['12.34.5', SPEED, []],
    ['0,125', INDICATOR, []],
  ] as const)
    it(`asks which is meant by ${text}`, () => {
      const reading = readInput({ text }, FIELD, indicator);
      const [problem] = reading.kind === 'unread' ? reading.problems : [];
      expect((problem?.readings ?? []).map((one) => `${one.text}=${one.value}`)).to.deep.equal(readings);
    });

  it('quotes what was typed, not what it was taken for', () => {
    const reading = readInput({ text: '-1.234' }, FIELD, INDICATOR);
    expect(reading.kind === 'unread' && reading.problems[0]?.found).to.equal('«-1.234»');
  });

  for (const [one, other, same] of [
    [{}, { text: '' }, true],
    [{ text: '5' }, { state: 'value', text: '5' }, true],
    [{ text: '5' }, { text: '5 ' }, false],
    [{ state: 'none' }, {}, false],
    [{ text: '5' }, { text: '5', note: 'x' }, false],
  ] as const)
    it(`${same ? 'takes' : 'does not take'} ${JSON.stringify(one)} and ${JSON.stringify(other)} for the same`, () => {
      expect(sameInput(one, other)).to.equal(same);
    });
});
