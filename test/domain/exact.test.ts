import { expect } from 'chai';
import {
  canonical,
  compare,
  exact,
  fixed,
  isCanonical,
  isPositive,
  isZero,
  round,
  sum,
  sumOfTexts,
  type Rounding,
} from '../../src/domain/exact.ts';

describe('exact numbers', () => {
  const texts: readonly [string, boolean][] = [
    ['0', true],
    ['-5', true],
    ['12.5', true],
    ['0.05', true],
    ['9007199254740993', true],
    ['-0', false],
    ['+5', false],
    ['05', false],
    ['5.0', false],
    ['5.', false],
    ['.5', false],
    ['1e3', false],
    ['', false],
    ['1 000', false],
    ['NaN', false],
  ];
  for (const [text, expected] of texts)
    it(`${text || 'the empty text'} is ${expected ? '' : 'not '}canonical`, () => {
      expect(isCanonical(text)).to.equal(expected);
    });

  for (const text of ['', '1e3', '0x10', '1/3', ' 5', '5.', '1,5', '١', '1.(3)', 'Infinity'])
    it(`refuses “${text}”`, () => {
      expect(() => exact(text)).to.throw(RangeError, 'not a decimal');
    });

  const written: readonly [string, string][] = [
    ['00012.500', '12.5'],
    ['-0', '0'],
    ['100', '100'],
    ['9007199254740993.1', '9007199254740993.1'],
    ['0.0000000000000000001', '0.0000000000000000001'],
  ];
  for (const [text, expected] of written)
    it(`writes ${text} as ${expected}`, () => {
      expect(canonical(exact(text))).to.equal(expected);
    });

  it('writes what has no finite decimals as a fraction', () => {
    expect(canonical(exact('-200').div(exact('300')))).to.equal('-2/3');
  });

  const rounded: readonly [string, number, Rounding, string][] = [
    ['2.5', 0, 'half-up', '3'],
    ['-2.5', 0, 'half-up', '-3'],
    ['2.4999', 0, 'half-up', '2'],
    ['1.005', 2, 'half-up', '1.01'],
    ['2.99', 0, 'down', '2'],
    ['-2.99', 0, 'down', '-2'],
    ['2.01', 0, 'up', '3'],
    ['-2.01', 0, 'up', '-3'],
    ['2', 0, 'up', '2'],
    ['9007199254740992.5', 0, 'half-up', '9007199254740993'],
  ];
  for (const [value, decimals, rounding, expected] of rounded)
    it(`rounds ${value} ${rounding} to ${expected}`, () => {
      expect(canonical(round(exact(value), decimals, rounding))).to.equal(expected);
    });

  it('writes fixed decimals, also of a value below one', () => {
    expect(fixed(exact('-0.05'), 3)).to.equal('-0.050');
    expect(fixed(exact('7'), 0)).to.equal('7');
  });

  it('adds without losing anything: a tenth ten times is one', () => {
    expect(canonical(sum(Array.from({ length: 10 }, () => exact('0.1'))))).to.equal('1');
    expect(canonical(sum([]))).to.equal('0');
  });

  const ascending = ['-10', '-9', '-0.5', '0', '0.25', '1', '1.5', '9007199254740992', '9007199254740993'];
  for (const [place, left] of ascending.entries())
    it(`finds the place of ${left} among others, as the library does`, () => {
      for (const [index, right] of ascending.entries()) {
        expect(Math.sign(compare(exact(left), exact(right))), right).to.equal(Math.sign(place - index));
        expect(exact(left).compare(exact(right)), right).to.equal(Math.sign(place - index));
      }
      expect(isZero(exact(left))).to.equal(left === '0');
      expect(isPositive(exact(left))).to.equal(place > ascending.indexOf('0'));
    });

  it('makes whole numbers as the library makes them', () => {
    for (const text of ['0', '-0', '7', '-7', '9007199254740993'])
      expect(exact(text)).to.deep.equal(exact('1').mul(BigInt(text)));
    expect(sumOfTexts(['-7', '9007199254741000'])).to.deep.equal(exact('9007199254740993'));
    expect(canonical(sumOfTexts(['0.1', '-7', '0.2']))).to.equal('-6.7');
  });
});
