import { expect } from 'chai';
import * as fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { exact } from '../../../src/domain/exact.ts';
import {
  grouped,
  writeNumber,
  writePercent,
  type ApproximationWord,
  type NumberStyle,
} from '../../../src/domain/numbers/write-number.ts';

type Case = readonly [value: string, style: NumberStyle, text: string, shown: string];

const whole = { decimals: 0 };
const padded = { decimals: 0, pad: true };

/** Displays of two published bulletins, with a true value that they could come from. */
const PUBLISHED: readonly Case[] = [
  ['2390142', whole, '2.390.142', '2390142'],
  ['1091481', whole, '1.091.481', '1091481'],
  ['3', padded, '03', '3'],
  ['5', padded, '05', '5'],
  ['6', padded, '06', '6'],
  ['10', padded, '10', '10'],
  ['36', padded, '36', '36'],
  ['761', padded, '761', '761'],
  ['3551', whole, '3.551', '3551'],
  ['6500', whole, '6.500', '6500'],
  ['2961', { decimals: 0, word: 'gần', place: 1000 }, 'gần 3.000', '3000'],
  ['111500000', { decimals: 1, scale: 'triệu' }, '111,5 triệu', '111500000'],
  ['17102934', { decimals: 1, scale: 'triệu' }, '17,1 triệu', '17100000'],
  ['46120331', { decimals: 0, scale: 'triệu', word: 'trên' }, 'trên 46 triệu', '46000000'],
  ['9034218', { decimals: 0, scale: 'triệu', word: 'trên' }, 'trên 9 triệu', '9000000'],
  ['44263917', { decimals: 1, scale: 'triệu', word: 'hơn' }, 'hơn 44,2 triệu', '44200000'],
  ['11623451', { decimals: 1, scale: 'triệu', word: 'hơn' }, 'hơn 11,6 triệu', '11600000'],
  ['2499999', { decimals: 1, scale: 'triệu', word: 'hơn' }, 'hơn 2,4 triệu', '2400000'],
  ['982512', { decimals: 1, scale: 'nghìn', word: 'hơn' }, 'hơn 982,5 nghìn', '982500'],
  ['994312450000', { decimals: 0, scale: 'tỷ', word: 'hơn' }, 'hơn 994 tỷ', '994000000000'],
  ['18383412345678', { decimals: 0, scale: 'tỷ', word: 'hơn' }, 'hơn 18.383 tỷ', '18383000000000'],
  ['373999999', { decimals: 0, scale: 'triệu', word: 'hơn' }, 'hơn 373 triệu', '373000000'],
  ['63251000', { decimals: 1, scale: 'triệu' }, '63,3 triệu', '63300000'],
  ['37949999', { decimals: 1, scale: 'triệu', word: 'hơn' }, 'hơn 37,9 triệu', '37900000'],
  ['565432', { decimals: 0, scale: 'nghìn', word: 'hơn' }, 'hơn 565 nghìn', '565000'],
  ['40287', { decimals: 1, scale: 'nghìn', word: 'hơn' }, 'hơn 40,2 nghìn', '40200'],
  ['893451', { decimals: 1, scale: 'nghìn', word: 'khoảng' }, 'khoảng 893,5 nghìn', '893500'],
  ['9800000', { decimals: 1, scale: 'triệu' }, '9,8 triệu', '9800000'],
  ['14878055', whole, '14.878.055', '14878055'],
  ['2512345', { decimals: 1, scale: 'triệu', word: 'khoảng' }, 'khoảng 2,5 triệu', '2500000'],
  ['516050000', { decimals: 2, scale: 'triệu' }, '516,05 triệu', '516050000'],
  ['54341234', { decimals: 2, scale: 'triệu', word: 'trên' }, 'trên 54,34 triệu', '54340000'],
  ['10981400', { decimals: 3, scale: 'triệu', word: 'hơn' }, 'hơn 10,981 triệu', '10981000'],
  ['4462890000000', { decimals: 0, scale: 'tỷ', word: 'hơn' }, 'hơn 4.462 tỷ', '4462000000000'],
  ['917500000000', { decimals: 0, scale: 'tỷ', word: 'trên' }, 'trên 917 tỷ', '917000000000'],
  ['1.3', { decimals: 1 }, '1,3', '1.3'],
];

const RULES: readonly Case[] = [
  // A word that would be false is dropped.
  ['9000000', { decimals: 0, scale: 'triệu', word: 'hơn' }, '9 triệu', '9000000'],
  ['9000000', { decimals: 0, scale: 'triệu', word: 'trên' }, '9 triệu', '9000000'],
  ['9000000', { decimals: 0, scale: 'triệu', word: 'gần' }, '9 triệu', '9000000'],
  ['9000000', { decimals: 0, scale: 'triệu', word: 'khoảng' }, '9 triệu', '9000000'],
  ['10', { decimals: 0, word: 'khoảng' }, '10', '10'],
  ['8', { decimals: 0, word: 'hơn', pad: true }, '08', '8'],
  ['3000', { decimals: 0, word: 'gần', place: 1000 }, '3.000', '3000'],
  // The word picks the rounding.
  ['2961', { decimals: 0, word: 'hơn', place: 1000 }, 'hơn 2.000', '2000'],
  ['2961', { decimals: 0, word: 'khoảng', place: 100 }, 'khoảng 3.000', '3000'],
  ['2449', { decimals: 0, place: 100 }, '2.400', '2400'],
  ['2450', { decimals: 0, place: 100 }, '2.500', '2500'],
  ['8900001', { decimals: 1, scale: 'triệu', word: 'gần' }, 'gần 9,0 triệu', '9000000'],
  ['999950', { decimals: 1, scale: 'nghìn', word: 'gần' }, 'gần 1.000,0 nghìn', '1000000'],
  ['250000', { decimals: 1, scale: 'triệu' }, '0,3 triệu', '300000'],
  ['249999', { decimals: 1, scale: 'triệu' }, '0,2 triệu', '200000'],
  // A place in a scale: rounded first, then written with the decimals that are left.
  [
    '1234567890123',
    { decimals: 0, scale: 'tỷ', word: 'trên', place: 100_000_000_000 },
    'trên 1.200 tỷ',
    '1200000000000',
  ],
  [
    '1234567890123',
    { decimals: 2, scale: 'tỷ', word: 'gần', place: 10_000_000_000 },
    'gần 1.240 tỷ',
    '1240000000000',
  ],
  ['1234567', { decimals: 0, scale: 'triệu', word: 'hơn', place: 100_000 }, 'hơn 1,2 triệu', '1200000'],
  ['2961', { decimals: 1, scale: 'triệu', word: 'gần', place: 1000 }, 'gần 3.000', '3000'],
  // Decimals are kept as asked, in one series.
  ['17000', { decimals: 1, scale: 'nghìn' }, '17,0 nghìn', '17000'],
  ['54300000000000', { decimals: 1, scale: 'nghìn tỷ' }, '54,3 nghìn tỷ', '54300000000000'],
  ['2300000000000000', { decimals: 1, scale: 'triệu tỷ' }, '2,3 triệu tỷ', '2300000000000000'],
  ['11511900000000000001', whole, '11.511.900.000.000.000.001', '11511900000000000001'],
  ['1234.5', { decimals: 2 }, '1.234,50', '1234.5'],
  ['0.5', { decimals: 0 }, '1', '1'],
  // Two digits: whole counts in units only.
  ['1', padded, '01', '1'],
  ['9', padded, '09', '9'],
  ['0', padded, '0', '0'],
  ['9', whole, '9', '9'],
  ['9000000', { decimals: 0, scale: 'triệu', pad: true }, '9 triệu', '9000000'],
  ['2.6', padded, '3', '3'],
  ['3', { decimals: 1, pad: true }, '3,0', '3'],
  ['-3', padded, '-3', '-3'],
  // Zero, and what must not look like it.
  ['0', { decimals: 2, scale: 'triệu' }, '0', '0'],
  ['0', { decimals: 0, scale: 'tỷ', word: 'hơn' }, '0', '0'],
  ['0', { decimals: 0, place: 1000, word: 'gần' }, '0', '0'],
  ['999', { decimals: 0, scale: 'triệu', word: 'hơn' }, '999', '999'],
  ['700000', { decimals: 0, scale: 'triệu', word: 'hơn' }, '700.000', '700000'],
  ['700000', { decimals: 0, scale: 'triệu', word: 'gần' }, 'gần 1 triệu', '1000000'],
  ['300000', { decimals: 0, scale: 'triệu', word: 'gần' }, '300.000', '300000'],
  ['400', { decimals: 0, scale: 'triệu' }, '400', '400'],
  ['4', { decimals: 0, scale: 'triệu', pad: true }, '04', '4'],
  ['400', { decimals: 0, place: 1000 }, '400', '400'],
  ['400.5', { decimals: 1, scale: 'triệu', word: 'hơn' }, 'hơn 400', '400'],
  ['0.04', { decimals: 1, word: 'hơn' }, '0,04', '0.04'],
  ['0.0421', { decimals: 1, word: 'hơn' }, 'hơn 0,04', '0.04'],
  ['0.04', { decimals: 1 }, '0,0', '0'],
  // Below zero the magnitude is rounded.
  ['-1234567', whole, '-1.234.567', '-1234567'],
  ['-2961', { decimals: 0, word: 'gần', place: 1000 }, 'gần -3.000', '-3000'],
  ['-2550000', { decimals: 1, scale: 'triệu' }, '-2,6 triệu', '-2600000'],
  ['-0.4', whole, '0', '0'],
  ['123', { decimals: 0, scale: 'none' }, '123', '123'],
];

const PERCENTS: readonly (readonly [value: string, style: NumberStyle, text: string, shown: string])[] = [
  ['43.8', { decimals: 1 }, '43,8%', '43.8'],
  ['65.7', { decimals: 2 }, '65,70%', '65.7'],
  ['100', { decimals: 0 }, '100%', '100'],
  ['81.4999', { decimals: 0 }, '81%', '81'],
  ['15.336', { decimals: 2 }, '15,34%', '15.34'],
  ['18.45', { decimals: 1 }, '18,5%', '18.5'],
  ['18.45', { decimals: 1, word: 'hơn' }, 'hơn 18,4%', '18.4'],
  ['18.45', { decimals: 1, word: 'gần' }, 'gần 18,5%', '18.5'],
  ['18.4', { decimals: 1, word: 'hơn' }, '18,4%', '18.4'],
  ['1234.5', { decimals: 1 }, '1.234,5%', '1234.5'],
  ['0', { decimals: 2 }, '0,00%', '0'],
  ['0.004', { decimals: 2 }, '0,00%', '0'],
  ['0.0041', { decimals: 2, word: 'hơn' }, 'hơn 0,004%', '0.004'],
  ['5', { decimals: 0 }, '5%', '5'],
];

describe('writeNumber', () => {
  for (const [value, style, text, shown] of [...PUBLISHED, ...RULES])
    it(`writes ${value} ${JSON.stringify(style)} as «${text}»`, () => {
      const written = writeNumber(exact(value), style);
      expect([written.text, written.shown]).to.deep.equal([text, shown]);
    });

  it('says which word was printed or dropped, and how it rounded', () => {
    const style = { decimals: 1, scale: 'triệu', word: 'gần' } as const;
    expect(writeNumber(exact('11623451'), style)).to.deep.equal({
      text: 'gần 11,7 triệu',
      rounding: 'up',
      word: 'gần',
      dropped: false,
      shown: '11700000',
    });
    expect(writeNumber(exact('11700000'), style)).to.deep.include({ word: null, dropped: true });
    expect(writeNumber(exact('5'), whole)).to.deep.include({
      word: null,
      dropped: false,
      rounding: 'half-up',
    });
  });

  it('keeps an endless average readable', () => {
    const third = new Fraction(1n, 3n);
    expect(writeNumber(third, { decimals: 0, word: 'hơn' }).text).to.equal('hơn 0,3');
    expect(writeNumber(third, { decimals: 2 }).text).to.equal('0,33');
  });

  const style = fc.record({
    decimals: fc.integer({ min: 0, max: 4 }),
    scale: fc.constantFrom<NonNullable<NumberStyle['scale']>>('none', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ'),
    word: fc.constantFrom<ApproximationWord>('hơn', 'trên', 'gần', 'khoảng'),
    pad: fc.boolean(),
  });
  const placed = fc.tuple(style, fc.constantFrom(undefined, 10, 100, 1000, 1_000_000));
  const value = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
      fc.constantFrom(1n, 1n, 3n, 10n, 1000n, 10n ** 9n),
    )
    .map(([numerator, denominator]) => new Fraction(numerator, denominator));

  it('never prints a false word, and never a zero for something', () => {
    fc.assert(
      fc.property(value, placed, (true_, [asked, place]) => {
        const written = writeNumber(true_, place === undefined ? asked : { ...asked, place });
        const difference = new Fraction(written.shown).abs().compare(true_.abs());
        const sides = { hơn: -1, trên: -1, gần: 1 } as const;
        if (written.word === null) expect(difference).to.equal(0);
        else if (written.word === 'khoảng') expect(difference).not.to.equal(0);
        else expect(Math.sign(difference)).to.equal(sides[written.word]);
        expect(written.dropped).to.equal(written.word === null);
        if (true_.compare(0) !== 0) expect(written.shown).not.to.equal('0');
      }),
      { numRuns: 1000 },
    );
  });

  it('shows exactly the digits that it prints', () => {
    const factors = new Map([
      ['', 1n],
      ['nghìn', 10n ** 3n],
      ['triệu', 10n ** 6n],
      ['tỷ', 10n ** 9n],
      ['nghìn tỷ', 10n ** 12n],
    ]);
    fc.assert(
      fc.property(value, style, (true_, asked) => {
        const written = writeNumber(true_, asked);
        const [, digits = '', scale = ''] = /^(?:\p{L}+ )?(-?[\d.,]+) ?(.*)$/u.exec(written.text) ?? [];
        const printed = new Fraction(digits.replaceAll('.', '').replace(',', '.')).mul(
          factors.get(scale) ?? 0n,
        );
        expect(printed.equals(new Fraction(written.shown))).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('writePercent', () => {
  for (const [value, style, text, shown] of PERCENTS)
    it(`writes ${value} ${JSON.stringify(style)} as «${text}»`, () => {
      const written = writePercent(exact(value), style);
      expect([written.text, written.shown]).to.deep.equal([text, shown]);
    });
});

describe('grouped', () => {
  it('puts dots between thousands and a comma before decimals', () => {
    expect(grouped('-1234567.80')).to.equal('-1.234.567,80');
    expect(grouped('123')).to.equal('123');
    expect(grouped('0.5')).to.equal('0,5');
  });
});
