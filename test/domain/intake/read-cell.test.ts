import { expect } from 'chai';
import type { Field, Indicator } from '../../../src/domain/definition.ts';
import { readCell } from '../../../src/domain/intake/read-cell.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { field, indicator } from './definitions.ts';

const COUNT = indicator('ho-so');
const SIGNED = indicator('chenh-lech', { signed: true });
const SPEED = indicator('toc-do', { nature: 'stock', unit: 'Mbps', fraction: true });
const PERCENT = indicator('tl', { nature: 'stock', unit: '%' });
const RATIO = indicator('ty-le', { nature: 'ratio', unit: 'lần' });
const FLAG = indicator('da-ban-hanh', { nature: 'flag', unit: '' });
const TEXT = indicator('ton-tai', { nature: 'text', unit: '' });
const STATUS = indicator('tien-do', {
  nature: 'status',
  unit: '',
  statuses: [
    { id: 'xong', label: 'Hoàn thành' },
    { id: 'co-ban', label: 'Cơ bản hoàn thành' },
  ],
});

const asked = (about: Indicator, more: Partial<Field> = {}): [Field, Indicator] => [
  field(about.code, more),
  about,
];
const control = (about: Indicator, more: Partial<NonNullable<Field['control']>> = {}): [Field, Indicator] => [
  field('doi-chieu', { control: { indicator: about.code, span: 'period', ...more } }),
  about,
];
const value = (text: string): Cell => ({ state: 'value', value: text });

const READ: readonly (readonly [text: string, about: [Field, Indicator], cell: Cell | null])[] = [
  ['', asked(COUNT), null],
  [' \u00a0 ', asked(COUNT), null],
  ['0', asked(COUNT), value('0')],
  ['1.234.567', asked(COUNT), value('1234567')],
  ['5,0', asked(COUNT), value('5')],
  ['-5', asked(SIGNED), value('-5')],
  ['43,8', asked(SPEED), value('43.8')],
  ['43,8', asked(PERCENT), value('43.8')],
  ['1,3', asked(RATIO), value('1.3')],
  ['không phát sinh', asked(COUNT), { state: 'none' }],
  ['Không phát sinh.', asked(COUNT), { state: 'none' }],
  ['KHÔNG  PHÁT SINH'.normalize('NFD'), asked(COUNT), { state: 'none' }],
  ['không áp dụng', asked(COUNT, { mayNotApply: true }), { state: 'not-applicable' }],
  ['chưa có số liệu: đang đối soát', asked(COUNT), { state: 'pending', reason: 'đang đối soát' }],
  [
    'Chưa có số liệu: đang đối soát; dự kiến 2024-11-15',
    asked(COUNT),
    { state: 'pending', reason: 'đang đối soát', expected: '2024-11-15' },
  ],
  [
    'chưa có số liệu: chờ Sở A; Sở B; dự kiến ngày 15/11/2024.',
    asked(COUNT),
    { state: 'pending', reason: 'chờ Sở A; Sở B', expected: '2024-11-15' },
  ],
  ['chưa có số liệu: đang chờ', asked(FLAG), { state: 'pending', reason: 'đang chờ' }],
  ['có', asked(FLAG), value('yes')],
  [' Có ', asked(FLAG), value('yes')],
  ['YES', asked(FLAG), value('yes')],
  ['không', asked(FLAG), value('no')],
  ['chưa', asked(FLAG), value('no')],
  ['no', asked(FLAG), value('no')],
  ['không'.normalize('NFD'), asked(FLAG), value('no')],
  ['xong', asked(STATUS), value('xong')],
  ['Hoàn thành', asked(STATUS), value('xong')],
  ['cơ bản hoàn thành', asked(STATUS), value('co-ban')],
  ['  Thiếu nhân lực.\r\nCần tập huấn. ', asked(TEXT), value('Thiếu nhân lực.\nCần tập huấn.')],
  ['Thiếu nhân lực'.normalize('NFD'), asked(TEXT), value('Thiếu nhân lực')],
  ['12', control(FLAG, { of: 'tinh' }), value('12')],
  ['3', control(STATUS, { status: 'xong' }), value('3')],
  ['45,67', control(RATIO), value('45.67')],
  ['45,67', control(COUNT, { decimals: 2 }), value('45.67')],
  ['-18,4', control(COUNT, { versus: 'previous' }), value('-18.4')],
];

const WHOLE = 'số nguyên theo đơn vị hồ sơ';
const PENDING = 'lý do sau dấu hai chấm, ví dụ «chưa có số liệu: đang đối soát; dự kiến 2024-11-15»';
const CLASSES = 'một trong các giá trị: «Hoàn thành», «Cơ bản hoàn thành»';

const REFUSED: readonly (readonly [
  text: string,
  about: [Field, Indicator],
  found: string,
  expected: string,
])[] = [
  ['-5', asked(COUNT), '«-5»', 'số không âm'],
  ['43,8', asked(COUNT), '«43,8»', WHOLE],
  ['43,8%', asked(COUNT), '«43,8%»', 'số lượng theo đơn vị hồ sơ, không phải tỷ lệ phần trăm'],
  ['43,8%', asked(PERCENT), '«43,8%»', 'con số không kèm dấu %'],
  ['-', asked(COUNT), '«-»', 'một số'],
  ['N/A', asked(COUNT), '«N/A»', 'con số không kèm chữ hoặc đơn vị'],
  ['không', asked(COUNT), '«không»', 'con số không kèm chữ hoặc đơn vị'],
  [
    'không áp dụng',
    asked(COUNT),
    '«không áp dụng»',
    'một câu trả lời khác: ô này không được ghi «không áp dụng»',
  ],
  ['chưa có số liệu', asked(COUNT), '«chưa có số liệu»', PENDING],
  ['chưa có số liệu:', asked(COUNT), '«chưa có số liệu:»', PENDING],
  ['chưa có số liệu; dự kiến 15/11/2024', asked(COUNT), '«chưa có số liệu; dự kiến 15/11/2024»', PENDING],
  [
    'chưa có số liệu: chờ; dự kiến 31/11/2024',
    asked(COUNT),
    '«chưa có số liệu: chờ; dự kiến 31/11/2024»',
    'một ngày có thật, ghi như 23/10/2024 hoặc 2024-10-23 sau chữ «dự kiến»',
  ],
  ['1', asked(FLAG), '«1»', '«có» hoặc «không»'],
  ['đã ban hành', asked(FLAG), '«đã ban hành»', '«có» hoặc «không»'],
  ['hoàn tất', asked(STATUS), '«hoàn tất»', CLASSES],
  ['không phát sinh', asked(STATUS), '«không phát sinh»', CLASSES],
  [
    `chưa có số liệu: ${'x'.repeat(1001)}`,
    asked(COUNT),
    `«chưa có số liệu: ${'x'.repeat(43)}…»`,
    'lý do không quá 1000 ký tự',
  ],
  ['\u0007x', asked(TEXT), '«�x»', 'văn bản không có ký tự điều khiển'],
  ['x'.repeat(10_001), asked(TEXT), '10001 ký tự', 'không quá 10000 ký tự'],
  ['có', control(FLAG), '«có»', 'con số không kèm chữ hoặc đơn vị'],
  ['1,5', control(COUNT), '«1,5»', WHOLE],
];

describe('readCell', () => {
  for (const [text, about, cell] of READ)
    it(`reads «${text.trim()}» for ${about[1].code}`, () => {
      expect(readCell(text, ...about)).to.deep.equal({ ok: true, value: cell });
    });

  for (const [text, about, found, expected] of REFUSED)
    it(`refuses «${text.slice(0, 40)}» for ${about[1].code}`, () => {
      expect(readCell(text, ...about)).to.deep.equal({ ok: false, found, expected });
    });
});
