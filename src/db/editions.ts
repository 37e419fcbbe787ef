/** Editions: compiled reports, kept whole. An issued PDF is read from here and never made again. */
import type { Knex } from 'knex';
import type { Facts, PartFacts } from '../domain/facts.ts';
import { sheetsOf } from '../domain/figure-sheets/lay-sheets.ts';
import type { EarlierFigure, FigureSheet } from '../domain/figure-sheets/sheet.ts';
import type { Finding } from '../domain/finding.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { ReportModel } from '../domain/model/report-model.ts';
import type { PeriodId } from '../domain/period.ts';
import { appendTold } from './told-corrections.ts';
import { changedPdf } from './edition-list.ts';
import { sha256 } from './json.ts';
import { appendEvents, type Act } from './events.ts';
import type { EditionRow } from './tables.ts';

/** All that the edition was compiled from, apart from the definitions, which are kept under their hashes. */
export type EditionInputs = Omit<Facts, 'definition' | 'parts'> & {
  readonly parts?: readonly Omit<PartFacts, 'definition'>[];
};

export interface NewEdition {
  readonly report: string;
  readonly period: PeriodId;
  readonly kind: 'draft' | 'final';
  /** Time of the edition: the one that the document's dates say. */
  readonly at: string;
  readonly definitionHash: string;
  readonly inputs: EditionInputs;
  readonly model: ReportModel;
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  readonly html: string;
  readonly pdf: Uint8Array;
  /** What rendered it, e.g. {"browser": "…", "fonts": "…"}. */
  readonly engine: Readonly<Record<string, string>>;
}

export interface EditionSummary {
  readonly id: number;
  readonly report: string;
  readonly period: PeriodId;
  /** 1, 2, 3 … within the period, drafts and finals together. */
  readonly number: number;
  readonly kind: 'draft' | 'final';
  readonly at: string;
  readonly definitionHash: string;
  /** SHA-256 of the PDF, in hexadecimal. */
  readonly pdfSha256: string;
  readonly engine: Readonly<Record<string, string>>;
}

export interface Edition extends EditionSummary, NewEdition {}

/** The parts of an edition as they are stored: making texts of them takes longer than storing them. */
export type EditionTexts = Readonly<Record<'inputs' | 'model' | 'ledger' | 'findings', string>>;

export function editionTexts({
  inputs,
  model,
  ledger,
  findings,
}: Pick<NewEdition, keyof EditionTexts>): EditionTexts {
  return {
    inputs: JSON.stringify(inputs),
    model: JSON.stringify(model),
    ledger: JSON.stringify(ledger),
    findings: JSON.stringify(findings),
  };
}

/**
 * Keeps an edition under the period's next number.
 * @param texts its parts, where they were made before
 */
export async function appendEdition(
  trx: Knex.Transaction,
  edition: NewEdition,
  act: Act,
  texts: EditionTexts = editionTexts(edition),
): Promise<EditionSummary> {
  const { report, period, kind, at, definitionHash, engine } = edition;
  const last = await trx('editions').where({ report, period }).orderBy('number', 'desc').first('number');
  const number = (last?.number ?? 0) + 1;
  const pdf = Buffer.from(edition.pdf);
  const pdfSha256 = sha256(pdf);
  const [row] = await trx('editions')
    .insert({
      report,
      period,
      number,
      kind,
      at,
      definition_hash: definitionHash,
      ...texts,
      html: edition.html,
      pdf,
      pdf_sha256: pdfSha256,
      engine: JSON.stringify(engine),
    })
    .returning('id');
  if (kind === 'final') await appendTold(trx, report, row?.id ?? 0, edition.inputs.news?.told ?? []);
  await appendEvents(
    trx,
    [
      {
        kind: kind === 'final' ? 'edition-issued' : 'draft-compiled',
        report,
        period,
        details: { number, pdf: pdfSha256 },
      },
    ],
    act,
  );
  return { id: row?.id ?? 0, report, period, number, kind, at, definitionHash, pdfSha256, engine };
}

/** The editions of a period, oldest first, without their content. */
export async function readEditions(
  db: Knex,
  report: string,
  period: PeriodId,
): Promise<readonly EditionSummary[]> {
  const rows = await db('editions')
    .where({ report, period })
    .orderBy('number')
    .select(...SUMMARY);
  return rows.map(summaryOf);
}

/**
 * One edition whole.
 * @throws DatabaseProblem "unreadable" when the PDF is not the one that was kept.
 */
export async function readEdition(
  db: Knex,
  report: string,
  period: PeriodId,
  number: number,
): Promise<Edition | undefined> {
  const row = await db('editions').where({ report, period, number }).first();
  return row && editionOf(row);
}

/** The last edition of a period, or its last one of a kind; undefined when there is none. */
export async function readLatestEdition(
  db: Knex,
  report: string,
  period: PeriodId,
  kind?: 'draft' | 'final',
): Promise<Edition | undefined> {
  const row = await db('editions')
    .where({ report, period, ...(kind === undefined ? {} : { kind }) })
    .orderBy('number', 'desc')
    .first();
  return row && editionOf(row);
}

const SUMMARY = [
  'id',
  'report',
  'period',
  'number',
  'kind',
  'at',
  'definition_hash',
  'pdf_sha256',
  'engine',
] as const;

function summaryOf(row: Pick<EditionRow, (typeof SUMMARY)[number]>): EditionSummary {
  return {
    id: row.id,
    report: row.report,
    period: row.period,
    number: row.number,
    kind: row.kind,
    at: row.at,
    definitionHash: row.definition_hash,
    pdfSha256: row.pdf_sha256,
    engine: JSON.parse(row.engine),
  };
}

/** Editions of before figures were kept as sheets hold each figure by itself. */
function inputsOf({ inputs }: EditionRow): EditionInputs {
  const read: EditionInputs = JSON.parse(inputs);
  const earlier: readonly (FigureSheet | EarlierFigure)[] = read.earlier;
  const single = earlier.filter((one) => 'value' in one);
  return single.length > 0 ? { ...read, earlier: sheetsOf(single) } : read;
}

function editionOf(row: EditionRow): Edition {
  if (sha256(row.pdf) !== row.pdf_sha256) throw changedPdf(row.report, row.period, row.number);
  return {
    ...summaryOf(row),
    inputs: inputsOf(row),
    model: JSON.parse(row.model),
    ledger: JSON.parse(row.ledger),
    findings: JSON.parse(row.findings),
    html: row.html,
    pdf: row.pdf,
  };
}
