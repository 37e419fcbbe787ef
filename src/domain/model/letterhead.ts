/** First and last page around the text: boxes 1-5a, 7a-7b and 9a-9b of Decree 30/2020/NĐ-CP, Appendix I. */
import type { Book } from '../aggregation/book.ts';
import { longDate, padMonth } from '../dates.ts';
import { issuedOn } from '../issuer.ts';
import { narrateLine } from '../narration/narrate.ts';
import { words } from './annexes/cells.ts';
import type { EditionSettings } from './edition.ts';
import type { Closing, Letterhead, Runs } from './report-model.ts';

/** Room left for a number or a day that is written in later. */
const OPEN = '\u00a0'.repeat(8);

export function letterhead(book: Book, edition: EditionSettings): Letterhead {
  const { issuer, document } = issued(book, edition);
  return {
    parent: issuer.parent ?? null,
    agency: issuer.agency,
    number: [{ kind: 'text', text: 'Số: ' }, ...documentNumber(book, edition)],
    placeAndDate: [...words(`${issuer.place}, `), ...documentDate(edition)],
    type: document.type,
    subject: narrateLine(book, document.subject),
    addressees: document.addressees,
  };
}

export function closing(book: Book, edition: EditionSettings): Closing {
  const { document } = issued(book, edition);
  return {
    authority: document.authority,
    signer: edition.document.signer ?? document.signer ?? null,
    recipients: document.recipients.map(words),
  };
}

/** "(Kèm theo Báo cáo số …/BC-BTTTT ngày 05 tháng 11 năm 2024 của Bộ …)", under the title of an annex. */
export function annexReference(book: Book, edition: EditionSettings): Runs {
  const { issuer, document } = issued(book, edition);
  const type = document.type.slice(0, 1) + document.type.slice(1).toLocaleLowerCase('vi');
  return [
    { kind: 'text', text: `(Kèm theo ${type} số ` },
    ...documentNumber(book, edition),
    { kind: 'text', text: ' ' },
    ...documentDate(edition),
    ...words(` của ${issuer.name})`),
  ];
}

/** As of the document's date: the report of February is issued in March, by whoever is there then. */
export function issued(book: Book, edition: EditionSettings): ReturnType<typeof issuedOn> {
  return issuedOn(book.facts.definition.report, edition.document.date);
}

/** A number below 10 takes a leading zero (App. I, II.3); it is open for drafts and samples. */
function documentNumber(book: Book, edition: EditionSettings): Runs {
  const { symbol } = issued(book, edition).issuer;
  const { number } = edition.document;
  if (number === undefined || edition.illustrative || edition.kind === 'draft') {
    return words(`${OPEN}/${symbol}`);
  }
  return [{ kind: 'citation', text: `${number.padStart(2, '0')}/${symbol}` }];
}

/** A draft leaves the day open. */
function documentDate({ kind, document: { date } }: EditionSettings): Runs {
  if (kind === 'final') return [{ kind: 'date', text: longDate(date) }];
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  return [
    { kind: 'text', text: `ngày${OPEN}` },
    { kind: 'date', text: `tháng ${padMonth(month)} năm ${year}` },
  ];
}
