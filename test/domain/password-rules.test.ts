import { expect } from 'chai';
import { accountName, accountNameFault, fullNameFault } from '../../src/domain/account.ts';
import { normalPassword, passwordFault } from '../../src/domain/password-rules.ts';

/** Passwords of "nguyen.an", and a part of what is said; undefined: taken. */
const PASSWORDS: readonly (readonly [password: string, says: string | undefined])[] = [
  ['một cái cầu vồng', undefined],
  ['correct horse battery', undefined],
  ['x7!kQ2#pL9@w', undefined],
  ['😀😁😂🤣😃😄😅😆😉😊😋😎', undefined],
  ['', 'ít nhất 12 ký tự'],
  ['x7!kQ2#pL9@', 'ít nhất 12 ký tự'],
  // Five characters, however many code units.
  ['👍👍🏽x7!', 'ít nhất 12 ký tự'],
  [`${'a1b2c3'.repeat(33)}abc`, 'tối đa 200 ký tự'],
  ['Nguyen.An và mèo', 'tên đăng nhập'],
  ['123456789012', 'dễ đoán'],
  ['Matkhau@123456', 'dễ đoán'],
  ['mat-khau_123456', 'dễ đoán'],
  ['Password1234', 'dễ đoán'],
  ['qwertyuiop123', 'dễ đoán'],
  ['chuyendoiso2025', 'dễ đoán'],
  ['aaaaaaaaaaaaaaaa', 'dễ đoán'],
  ['abababababababab', 'dễ đoán'],
];

const NAMES: readonly (readonly [name: string, good: boolean])[] = [
  ['nguyen.an', true],
  ['a-1_b', true],
  ['abc', true],
  ['ab', false],
  ['1abc', false],
  ['nguyễn', false],
  ['Nguyen', false],
  ['a b c', false],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
];

describe('new passwords', () => {
  for (const [password, says] of PASSWORDS)
    it(`${says === undefined ? 'takes' : 'refuses'} ${JSON.stringify(password.slice(0, 30))}`, () => {
      const fault = passwordFault(normalPassword(password), 'nguyen.an');
      if (says === undefined) expect(fault).to.equal(undefined);
      else expect(fault).to.contain(says);
    });

  it('are one text, however they are composed', () => {
    expect(normalPassword('cầu vồng'.normalize('NFD'))).to.equal(normalPassword('cầu vồng'));
  });
});

describe('names of accounts', () => {
  for (const [name, good] of NAMES)
    it(`${good ? 'takes' : 'refuses'} “${name}”`, () => {
      expect(accountNameFault(name) === undefined).to.equal(good);
    });

  it('are looked up as typed with capitals and blanks around', () => {
    expect(accountName('  Nguyen.An\t')).to.equal('nguyen.an');
    expect(accountName('x'.repeat(5000))).to.have.length(100);
  });

  it('of persons are one line', () => {
    expect(fullNameFault('Nguyễn Thị Ánh')).to.equal(undefined);
    expect(fullNameFault('')).to.contain('Cần ghi');
    expect(fullNameFault('An\nBình')).to.contain('một dòng');
    expect(fullNameFault('x'.repeat(101))).to.contain('100');
  });
});
