/** One compiled report, to be read in its frame and to be downloaded. */
import { timeInWords } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { PeriodEditions } from '../../workflow/board/read-editions.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital, periodAddress } from './board-words.ts';
import { KIND_NAMES, kindTag } from './compile.ts';
import { findingsView } from './findings.ts';

export function editionPage(
  editions: PeriodEditions,
  edition: PeriodEditions['editions'][number],
  findings: readonly Finding[],
): PageAnswer {
  const { report, period } = editions;
  const { number, kind, compiledAt, compiledBy, pdfSha256 } = edition;
  const name = `${capital(KIND_NAMES[kind])} số ${number}`;
  const base = `${periodAddress(report.id, period.id)}/tong-hop`;
  const own = `${base}/ban/${number}`;
  return page(
    'edition',
    `${name}, ${period.name}`,
    {
      back: base,
      caption: `${report.title}, ${period.name}`,
      name,
      tag: kindTag(kind),
      rows: [
        { key: 'Lập lúc', value: timeInWords(compiledAt) },
        ...(compiledBy === '' ? [] : [{ key: 'Người lập', value: compiledBy }]),
        { key: 'Số phát hiện', value: String(findings.length) },
        { key: 'Mã băm của tệp PDF (SHA-256)', value: pdfSha256.match(/.{1,8}/g)?.join(' ') ?? pdfSha256 },
      ],
      html: `${own}/report.html`,
      pdf: `${own}/report.pdf`,
      download: `${own}/report.pdf?tai-ve`,
      findingsFile: `${own}/findings.json`,
      ledgerFile: `${own}/ledger.json`,
      action: null,
      findings: findingsView(findings, editions, { mayJustify: false }),
    },
    { wide: true },
  );
}
