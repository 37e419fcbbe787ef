/** Small pure parts of collecting: computed figures, differences, letters, scans, changes from before. */
import { expect } from 'chai';
import { attachmentName, attachmentType } from '../../../src/domain/collecting/attachment-type.ts';
import { computedFigures } from '../../../src/domain/collecting/computed.ts';
import { readLetter } from '../../../src/domain/collecting/draft.ts';
import { changeFrom } from '../../../src/domain/collecting/earlier-answer.ts';
import { differencesOf } from '../../../src/domain/collecting/form-differences.ts';
import type { Form } from '../../../src/domain/definition.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { field, indicator } from '../small-definition.ts';

const value = (text: string): Cell => ({ state: 'value', value: text });

const INDICATORS = {
  tren: indicator('tren'),
  duoi: indicator('duoi'),
  'ty-le': indicator('ty-le', {
    nature: 'ratio',
    unit: '%',
    numerator: 'tren',
    denominator: 'ca-hai',
    decimals: 1,
  }),
  'ca-hai': indicator('ca-hai', { sum: ['tren', 'duoi'] }),
  'con-lai': indicator('con-lai', { difference: ['tren', 'duoi'] }),
  ngoai: indicator('ngoai', { sum: ['tren', 'o-bieu-khac'] }),
  vong: indicator('vong', { sum: ['vong', 'tren'] }),
};

describe('computed figures', () => {
  for (const [cells, figures] of [
    [
      { tren: value('2'), duoi: value('1') },
      { 'ca-hai': '3', 'ty-le': '66.667', 'con-lai': '1' },
    ],
    [
      { tren: value('9007199254740993'), duoi: value('1') },
      { 'ca-hai': '9007199254740994', 'ty-le': '100', 'con-lai': '9007199254740992' },
    ],
    [
      { tren: { state: 'none' }, duoi: value('4') },
      { 'ca-hai': '4', 'ty-le': '0', 'con-lai': '-4' },
    ],
    [
      { tren: { state: 'none' }, duoi: { state: 'none' } },
      { 'ca-hai': '0', 'ty-le': null, 'con-lai': '0' },
    ],
    [{ tren: value('2') }, { 'ca-hai': null, 'ty-le': null, 'con-lai': null }],
    [
      { tren: value('2'), duoi: { state: 'pending', reason: 'x' } },
      { 'ca-hai': null, 'ty-le': null, 'con-lai': null },
    ],
  ] as const)
    it(`of ${JSON.stringify(cells)}`, () => {
      const found = computedFigures(
        { indicators: INDICATORS },
        [field('tren'), field('duoi')],
        '2024-10',
        cells,
      );
      expect(Object.fromEntries(found.map((one) => [one.id, one.value]))).to.deep.equal(figures);
    });

  it('say how they follow from the fields, those they need before them', () => {
    const found = computedFigures({ indicators: INDICATORS }, [field('tren'), field('duoi')], '2024-10', {});
    expect(found.map(({ id, formula }) => [id, formula])).to.deep.equal([
      ['ca-hai', { kind: 'sum', of: ['tren', 'duoi'] }],
      ['ty-le', { kind: 'ratio', numerator: 'tren', denominator: 'ca-hai', factor: 100 }],
      ['con-lai', { kind: 'difference', of: ['tren', 'duoi'] }],
    ]);
  });
});

describe('changes from an earlier answer', () => {
  for (const [before, now, unit, change] of [
    [value('100'), value('150'), 'hồ sơ', { difference: '50', percent: '50' }],
    [value('3'), value('1'), 'hồ sơ', { difference: '-2', percent: '-66.7' }],
    [value('0'), value('7'), 'hồ sơ', { difference: '7' }],
    [{ state: 'none' }, value('7'), 'hồ sơ', { difference: '7' }],
    [value('43.8'), value('50'), '%', { difference: '6.2' }],
    [value('yes'), value('no'), '', undefined],
    [value('5'), { state: 'pending', reason: 'x' }, 'hồ sơ', undefined],
  ] as const)
    it(`${JSON.stringify(before)} → ${JSON.stringify(now)} ${unit}`, () => {
      expect(changeFrom(before, now, indicator('x', { unit }))).to.deep.equal(change);
    });
});

describe('differences', () => {
  const FORM: Form = {
    id: 'F',
    title: 'F',
    sections: [{ title: 'A', fields: [field('a'), field('b')] }],
    tables: [{ id: 't', title: 'Bảng', columns: [] }],
  };
  const rows = (...names: readonly string[]) => ({ t: names.map((ten) => ({ ten })) });

  it('are none where rows only moved or keys stand in another order', () => {
    const one = { cells: { a: { state: 'value', value: '1', note: 'x' } as Cell }, tables: rows('A', 'B') };
    const other = { cells: { a: { note: 'x', value: '1', state: 'value' } as Cell }, tables: rows('B', 'A') };
    expect(differencesOf(FORM, one, other)).to.deep.equal({ cells: [], tables: [] });
  });

  it('name cells that came, went and changed, and rows as often as they differ', () => {
    const before = { cells: { a: value('1') }, tables: rows('A', 'A', 'B') };
    const after = { cells: { b: { state: 'none' } as Cell }, tables: rows('A', 'C') };
    expect(differencesOf(FORM, before, after)).to.deep.equal({
      cells: [
        { field: 'a', label: 'a', before: value('1') },
        { field: 'b', label: 'b', after: { state: 'none' } },
      ],
      tables: [{ table: 't', title: 'Bảng', removed: [{ ten: 'A' }, { ten: 'B' }], added: [{ ten: 'C' }] }],
    });
  });
});

describe('letters', () => {
  for (const [number, date, outcome] of [
    ['', ' ', 'blank'],
    ['12/UBND-VX', '3/10/2024', '12/UBND-VX 2024-10-03'],
    ['12/UBND-VX', '', 'date'],
    ['', '3/10/2024', 'number'],
    ['x'.repeat(201), '31/2/2024', 'number date'],
  ] as const)
    it(`«${number.slice(0, 20)}», «${date}»: ${outcome}`, () => {
      const reading = readLetter({ number, date });
      const said =
        reading.kind === 'letter'
          ? `${reading.letter.number} ${reading.letter.date}`
          : reading.kind === 'unread'
            ? reading.problems.map(({ part }) => part).join(' ')
            : reading.kind;
      expect(said).to.equal(outcome);
    });
});

describe('attachments', () => {
  for (const [start, type] of [
    ['%PDF-1.7 …', 'application/pdf'],
    ['\u0089PNG\r\n\u001a\n', 'image/png'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    [' %PDF-1.7', undefined],
    ['<html>', undefined],
    ['PK\u0003\u0004', undefined],
    ['', undefined],
  ] as const)
    it(`is ${type ?? 'nothing that may be attached'}: ${JSON.stringify(start)}`, () => {
      expect(attachmentType(Buffer.from(start, 'latin1'))).to.equal(type);
    });

  for (const [given, name] of [
    ['công văn.pdf', 'công văn.pdf'],
    ['C:\\scan\\a.PDF', 'a.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['trang.html', 'trang.html.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['...', 'tep-kem-theo.pdf'],
    ['', 'tep-kem-theo.pdf'],
    [`${'ă'.repeat(400)}.pdf`, `${'ă'.repeat(150)}.pdf`],
  ] as const)
    it(`is saved as ${name.slice(0, 30)}: ${JSON.stringify(given).slice(0, 40)}`, () => {
      expect(attachmentName(given, 'application/pdf')).to.equal(name);
    });
});
