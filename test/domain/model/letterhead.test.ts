import { expect } from 'chai';
import type { EditionSettings } from '../../../src/domain/model/edition.ts';
import { annexReference, closing, letterhead } from '../../../src/domain/model/letterhead.ts';
import type { Runs } from '../../../src/domain/model/report-model.ts';
import { REPORT, tinyBook } from '../tiny-facts.ts';

const OPEN = '\u00a0'.repeat(8);
const FINAL: EditionSettings = {
  kind: 'final',
  at: '2024-11-05T09:00:00+07:00',
  illustrative: false,
  document: { date: '2024-11-05', number: '7', signer: 'Nguyễn Văn A' },
};
const numbered = (number: string): EditionSettings => ({ ...FINAL, document: { ...FINAL.document, number } });
const { number: _number, ...unnumbered } = FINAL.document;
const text = (runs: Runs): string => runs.map((run) => run.text).join('');
const digits = (runs: Runs): Runs => runs.filter((run) => run.kind === 'text' && /\d/.test(run.text));

describe('the letterhead', () => {
  const cases: readonly [string, EditionSettings, number: string, date: string][] = [
    ['a final', FINAL, 'Số: 07/BC-BA', 'Hà Nội, ngày 05 tháng 11 năm 2024'],
    ['of three digits', numbered('125'), 'Số: 125/BC-BA', 'Hà Nội, ngày 05 tháng 11 năm 2024'],
    [
      'without a number yet',
      { ...FINAL, document: unnumbered },
      `Số: ${OPEN}/BC-BA`,
      'Hà Nội, ngày 05 tháng 11 năm 2024',
    ],
    ['a draft', { ...FINAL, kind: 'draft' }, `Số: ${OPEN}/BC-BA`, `Hà Nội, ngày${OPEN}tháng 11 năm 2024`],
    ['a sample', { ...FINAL, illustrative: true }, `Số: ${OPEN}/BC-BA`, 'Hà Nội, ngày 05 tháng 11 năm 2024'],
    [
      'in January',
      { ...FINAL, kind: 'draft', document: { date: '2025-01-03' } },
      `Số: ${OPEN}/BC-BA`,
      `Hà Nội, ngày${OPEN}tháng 01 năm 2025`,
    ],
  ];
  for (const [about, edition, number, date] of cases)
    it(`${about}: ${number}, ${date}`, () => {
      const head = letterhead(tinyBook(), edition);
      expect([text(head.number), text(head.placeAndDate)]).to.deep.equal([number, date]);
      expect(digits([...head.number, ...head.placeAndDate])).to.deep.equal([]);
      expect(text(annexReference(tinyBook(), edition))).to.equal(
        `(Kèm theo Báo cáo số ${number.slice(4)} ${date.slice(8)} của Bộ A)`,
      );
    });

  it('takes parent, type, subject and addressees from the definition', () => {
    const report = { issuer: { ...REPORT.issuer, parent: 'CHÍNH PHỦ' } };
    const head = letterhead(tinyBook({ report }), FINAL);
    expect([head.parent, head.agency, head.type, text(head.subject), head.addressees]).to.deep.equal([
      'CHÍNH PHỦ',
      'BỘ A',
      'BÁO CÁO',
      'Tình hình tháng 10 năm 2024',
      ['Chính phủ'],
    ]);
    expect(letterhead(tinyBook(), FINAL).parent).to.equal(null);
  });

  it('digits in names of the issuer are parts of names', () => {
    const issuer = { agency: 'CỤC 2', name: 'Cục 2', symbol: 'BC-C2', place: 'Khu 1' };
    const document = { ...REPORT.document, recipients: ['Ban 389', 'Lưu: VT'] };
    const book = tinyBook({ report: { issuer, document } });
    for (const edition of [FINAL, { ...FINAL, kind: 'draft' as const }]) {
      const head = letterhead(book, edition);
      const runs = [...head.number, ...head.placeAndDate, ...annexReference(book, edition)];
      expect(digits([...runs, ...closing(book, edition).recipients.flat()])).to.deep.equal([]);
    }
  });

  it('the signer is the edition’s, else the definition’s, else open', () => {
    const { signer: _signer, ...unsigned } = FINAL.document;
    const document = { ...REPORT.document, signer: 'Trần Thị B' };
    expect(closing(tinyBook({ report: { document } }), FINAL).signer).to.equal('Nguyễn Văn A');
    expect(closing(tinyBook({ report: { document } }), { ...FINAL, document: unsigned }).signer).to.equal(
      'Trần Thị B',
    );
    expect(closing(tinyBook(), { ...FINAL, document: unsigned }).signer).to.equal(null);
    expect(closing(tinyBook(), FINAL).authority).to.deep.equal(['BỘ TRƯỞNG']);
  });
});
