/** Editions as pages ask for them: who made which, and one part of one at a time. A whole edition is megabytes. */
import type { Knex } from 'knex';
import type { Finding } from '../domain/finding.ts';
import type { PeriodId } from '../domain/period.ts';
import { sha256 } from './json.ts';
import { DatabaseProblem } from './problem.ts';

export interface ListedEdition {
  readonly number: number;
  readonly kind: 'draft' | 'final';
  /** Time of the edition, which its document says. */
  readonly at: string;
  readonly pdfSha256: string;
  /** When it was compiled, and by whom (user name). */
  readonly compiledAt: string;
  readonly compiledBy: string;
}

/** The editions of a period, newest first. */
export async function readListedEditions(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly ListedEdition[]> {
  const rows = await db('editions')
    .where({ report, period })
    .orderBy('number', 'desc')
    .select('number', 'kind', 'at', 'pdf_sha256');
  const events = await db('events')
    .where({ report, period })
    .whereIn('kind', ['draft-compiled', 'edition-issued'])
    .select('at', 'actor', 'details');
  const acts = new Map(
    events.map(({ at, actor, details }) => [
      (JSON.parse(details) as { number: number }).number,
      { at, actor },
    ]),
  );
  return rows.map(({ number, kind, at, pdf_sha256: pdfSha256 }) => {
    const act = acts.get(number);
    return { number, kind, at, pdfSha256, compiledAt: act?.at ?? at, compiledBy: act?.actor ?? '' };
  });
}

export async function readLatestFinal(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<{ readonly number: number; readonly at: string } | undefined> {
  const row = await db('editions')
    .where({ report, period, kind: 'final' })
    .orderBy('number', 'desc')
    .first('number', 'at');
  return row && { number: row.number, at: row.at };
}

/** The texts of an edition that can be asked for one by one. */
export type EditionPart = 'html' | 'model' | 'ledger' | 'findings';

/** A part as it is kept: HTML, or JSON text; undefined when there is no such edition. */
export async function readEditionPart(
  db: Knex,
  report: string,
  period: PeriodId,
  number: number,
  part: EditionPart,
): Promise<string | undefined> {
  const row = await db('editions').where({ report, period, number }).first(part);
  return row?.[part];
}

export async function readEditionFindings(
  db: Knex,
  report: string,
  period: PeriodId,
  number: number,
): Promise<readonly Finding[] | undefined> {
  const text = await readEditionPart(db, report, period, number, 'findings');
  return text === undefined ? undefined : (JSON.parse(text) as readonly Finding[]);
}

/** @throws DatabaseProblem "unreadable" when the PDF is not the one that was kept. */
export async function readEditionPdf(
  db: Knex,
  report: string,
  period: PeriodId,
  number: number,
): Promise<Uint8Array | undefined> {
  const row = await db('editions').where({ report, period, number }).first('pdf', 'pdf_sha256');
  if (row && sha256(row.pdf) !== row.pdf_sha256) throw changedPdf(report, period, number);
  return row?.pdf;
}

/** The PDF that is kept is not the one that was printed. */
export function changedPdf(report: string, period: PeriodId, number: number): DatabaseProblem {
  return new DatabaseProblem(
    'unreadable',
    `Bản phát hành số ${number} kỳ ${period} của báo cáo ${report} không khớp mã băm, có thể đã bị sửa ngoài phần mềm. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.`,
  );
}
