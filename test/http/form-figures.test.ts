/** The scripts of a form's page read and compute as the server does: the same texts, the same figures, to the last digit. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { changeFrom } from '../../src/domain/collecting/earlier-answer.ts';
import { asWholeNumber, withoutPercent } from '../../src/domain/collecting/ambiguous-number.ts';
import { computedFigures } from '../../src/domain/collecting/computed.ts';
import type { Field, Indicator } from '../../src/domain/definition.ts';
import { readNumber } from '../../src/domain/numbers/read-number.ts';
import { changeInWords } from '../../src/http/views/answer-words.ts';
import { readBlock, withoutHidden } from '../../templates/pages/assets/form-block.js';
import {
  changeFrom as pageChange,
  changeWords,
  computeFigures,
} from '../../templates/pages/assets/form-figures.js';
import {
  asWholeNumber as pageWhole,
  exact,
  readNumber as pageNumber,
  withoutPercent as pageBare,
} from '../../templates/pages/assets/form-number.js';

/** Shrinking numbers of twenty digits takes minutes: the first counterexample is shown. */
const RUNS = { numRuns: 2000, endOnFailure: true };
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const sign = digits < 0n ? '-' : '';
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
    const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    const canonical = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
    return canonical === '0' ? '0' : sign + canonical;
  });

describe('the scripts of a form’s page', () => {
  it('read the texts that the server reads, and no others', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[-\u2212]?[0-9., \u00a0]{1,14}$/),
      fc.stringMatching(/^ ?-?\d{1,3}([.,]\d{3}){0,3}([.,]\d{1,4})? ?$/),
      fc.string(),
      fc.constantFrom('1.234', '1,234', '03', '007', '0,125', '1.234.567', '43,8', '12%', '−5', '1 234 567'),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const server = readNumber(text);
        expect(pageNumber(text), JSON.stringify(text)).to.equal(server.ok ? server.value : null);
        expect(pageWhole(text), JSON.stringify(text)).to.equal(asWholeNumber(text));
        expect(pageBare(text), JSON.stringify(text)).to.equal(withoutPercent(text));
      }),
      RUNS,
    );
  });

  it('compute the figures that the server computes', () => {
    const indicator = (code: string, other: Partial<Indicator>): [string, Indicator] => [
      code,
      {
        code,
        label: code,
        unit: 'hồ sơ',
        nature: 'flow',
        decimals: 0,
        statuses: [],
        ...other,
      } as unknown as Indicator,
    ];
    const indicators = Object.fromEntries([
      indicator('a', {}),
      indicator('b', {}),
      indicator('c', {}),
      indicator('tong', { sum: ['a', 'b', 'c'] }),
      indicator('con-lai', { difference: ['tong', 'b'] }),
      indicator('ty-le', {
        nature: 'ratio',
        unit: '%',
        decimals: 1,
        numerator: 'con-lai',
        denominator: 'tong',
      }),
      indicator('lan', { nature: 'ratio', unit: 'lần', decimals: 2, numerator: 'a', denominator: 'b' }),
    ]);
    const fields = ['a', 'b', 'c'].map((id) => ({ id, indicator: id }) as unknown as Field);
    fc.assert(
      fc.property(fc.tuple(decimal, decimal, fc.option(decimal)), ([a, b, c]) => {
        const values = new Map([['a', a], ['b', b], ...(c === null ? [] : [['c', c] as const])]);
        const cells = Object.fromEntries(
          [...values].map(([id, value]) => [id, { state: 'value', value } as const]),
        );
        const server = computedFigures({ indicators }, fields, '2024-10', cells);
        const page = computeFigures(server, (id) => {
          const value = values.get(id);
          return value === undefined ? null : exact(value);
        });
        expect(server.map(({ id }) => id)).to.have.members(['tong', 'con-lai', 'ty-le', 'lan']);
        expect([...page]).to.deep.equal(server.map(({ id, value }) => [id, value]));
      }),
      RUNS,
    );
  });

  it('say a change as the server says it', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.boolean(), (before, now, isPercentage) => {
        const unit = isPercentage ? '%' : 'hồ sơ';
        const [one, other] = [before, now].map((value) => ({ state: 'value', value }) as const);
        if (!one || !other) throw new Error('two values are made');
        const change = pageChange(before, now, isPercentage);
        expect(change).to.deep.equal(changeFrom(one, other, { unit }));
        expect(changeWords(change, isPercentage)).to.equal(
          changeInWords(one, other, { kind: 'number', choices: [], unit }),
        );
      }),
      RUNS,
    );
  });

  it('take a block from a spreadsheet apart', () => {
    const cases: readonly (readonly [text: string, rows: readonly (readonly string[])[] | null])[] = [
      ['1.234', null],
      ['a\tb', [['a', 'b']]],
      ['1\r\n2\r\n', [['1'], ['2']]],
      ['1\r\n\r\n2\r\n\r\n\t\r\n', [['1'], [''], ['2']]],
      ['1.234.567\t43,8%\r\n', [['1.234.567', '43,8%']]],
      ['\r\n\r\n', [['']]],
      ['1\n\n3', [['1'], [''], ['3']]],
      [
        '"hai\ndòng"\tb\nc\td',
        [
          ['hai\ndòng', 'b'],
          ['c', 'd'],
        ],
      ],
      ['"nói ""có"""\tb', [['nói "có"', 'b']]],
      ['"dở\tb', [['"dở', 'b']]],
      ['a\t', [['a', '']]],
    ];
    for (const [text, rows] of cases) expect(readBlock(text), JSON.stringify(text)).to.deep.equal(rows);
  });

  it('leave out of a block what the sheet hides', () => {
    const block = [
      ['Hồ sơ', 'x', '5'],
      ['Ẩn', 'x', '6'],
      ['Trực tuyến', 'x', '7'],
    ];
    // As Excel writes it: a hidden column among the columns, a hidden row among the rows.
    const html = `<table border=0><col width=64 style='width:48pt'>
      <col width=0 style='display:none;mso-width-source:userset'><col width=64>
      <tr height=20><td>Hồ sơ</td><td>x</td><td>5</td></tr>
      <tr height=0 style='display:none'><td>Ẩn</td><td>x</td><td>6</td></tr>
      <tr height=20><td>Trực tuyến</td><td>x</td><td>7</td></tr></table>`;
    expect(withoutHidden(block, html)).to.deep.equal({
      rows: [
        ['Hồ sơ', '5'],
        ['Trực tuyến', '7'],
      ],
      hidden: 2,
    });
    for (const other of ['', html.replace('<col width=64>', ''), html.replaceAll('display:none', '')])
      expect(withoutHidden(block, other)).to.deep.equal({ rows: block, hidden: 0 });
    const spanned = html.replace(/<col width=64 style.*?>\s*<col width=0.*?>/, '<col span=2 width=64>');
    expect(withoutHidden(block, spanned).hidden).to.equal(1);
  });
});
