/** Blocks that leave bodies out, now and in earlier periods; ratios that are counted on a hundred. */
import { expect } from 'chai';
import { earlier, MISSING, printed, tinyBook, type Tiny } from '../tiny-facts.ts';

const BLOCKS: Tiny = {
  report: {
    blocks: {
      'tru-ha-noi': { label: 'tỉnh, không gồm Hà Nội', roster: 'tinh', except: ['ha-noi'] },
      'co-ke-hoach': {
        label: 'tỉnh có kế hoạch, không gồm Hà Nội',
        roster: 'tinh',
        when: 'ke-hoach',
        except: ['ha-noi'],
      },
      'ca-nuoc': {
        label: 'cả nước, không gồm hai nơi',
        union: ['tinh', 'bo'],
        except: ['ca-mau', 'bo-y-te'],
      },
    },
  },
};
const THEN = { 'ha-noi': '1', 'dak-lak': '2', 'an-giang': '3', 'ca-mau': '4' };

describe('a block that leaves bodies out', () => {
  const cases: readonly [about: string, text: string, expected: string, tiny?: Tiny][] = [
    ['adds up the others', '{{figure "ho-so" of="tru-ha-noi"}}', '600'],
    ['has them in neither N nor M', '{{count "ke-hoach" of="tru-ha-noi"}}', '01/3'],
    ['lists none of them', '{{list "ke-hoach" of="tru-ha-noi"}}', 'Đắk Lắk'],
    ['of those that answered yes', '{{figure "ho-so" of="co-ke-hoach"}}', '300'],
    ['of a union', '{{figure "ho-so" of="ca-nuoc"}}', '950'],
    [
      'waits for none of them',
      '{{figure "ho-so" of="tru-ha-noi"}}',
      '600',
      { answers: { 'F-TINH': { 'ha-noi': MISSING } } },
    ],
    [
      'left them out in an earlier period too',
      '{{figure "tram" of="tru-ha-noi" at="previous"}}',
      '09',
      { facts: { earlier: earlier('tram', '2024-09', THEN) } },
    ],
    [
      'changes against the same bodies',
      '{{change "tram" of="tru-ha-noi" versus="previous" as="amount"}}',
      'Tăng 81',
      { facts: { earlier: earlier('tram', '2024-09', THEN) } },
    ],
  ];
  for (const [about, text, expected, tiny = {}] of cases)
    it(`${about}: ${expected}`, () => {
      expect(printed(text, { ...BLOCKS, ...tiny })).to.equal(expected);
    });
});

describe('a ratio counted on so many', () => {
  const per: Tiny = { indicators: { 'ty-le': { unit: 'hồ sơ/100 hồ sơ', per: 100, decimals: 1 } } };

  it('multiplies, and has no percent sign', () => {
    expect(printed('{{figure "ty-le" of="tinh"}}', per)).to.equal('50,0');
  });

  it('says so in the ledger', () => {
    const book = tinyBook(per);
    const { id } = book.value(book.measure('ty-le', { scope: 'tinh' }));
    expect(book.ledger.get(id)).to.deep.include({ formula: '100 × truc-tuyen ÷ ho-so', value: '50' });
  });

  it('changes in percent, not in points', () => {
    const facts = {
      earlier: earlier('truc-tuyen', '2024-09', THEN).concat(earlier('ho-so', '2024-09', THEN)),
    };
    expect(printed('Tỷ lệ {{change "ty-le" of="tinh" versus="previous"}}', { ...per, facts })).to.equal(
      'Tỷ lệ giảm 50,0%',
    );
  });
});
