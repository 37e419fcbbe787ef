/** Compiles a period into an edition: checks, PDF, ledger and files; a final exists only past the gate. */
import { appendEdition, type EditionSummary } from '../db/editions.ts';
import { inTransaction } from '../db/transaction.ts';
import { compileReport, type Compilation } from '../domain/compile.ts';
import type { EditionSettings } from '../domain/model/edition.ts';
import type { Browser } from '../render/browser.ts';
import { renderHtml } from '../render/html.ts';
import { renderPdf } from '../render/pdf.ts';
import { readFacts, type PinnedFacts } from './read-facts.ts';
import { actOf, vietnamTime, type Workplace } from './workplace.ts';
import { prepareFolder, writeEdition, writeFindings } from './write-edition.ts';

export interface CompileOptions {
  readonly draft?: boolean;
  /** Time of the edition; default now, and the time of publishing for a sample. */
  readonly at?: string;
  readonly outDir: string;
  readonly onProgress?: (line: string) => void;
}

export type CompileResult =
  | {
      readonly issued: true;
      readonly edition: EditionSummary;
      readonly compilation: Compilation;
      readonly pdfPath: string;
    }
  /** Refused: findings.json says why. */
  | { readonly issued: false; readonly compilation: Compilation; readonly findingsPath: string };

/**
 * Compiles and keeps an edition, and writes report.pdf, report.html, model.json, ledger.json and findings.json.
 * @throws WorkflowProblem, DatabaseProblem or RenderError, each with a sentence for the person who asked.
 */
export async function compileEdition(
  workplace: Workplace,
  openBrowser: () => Promise<Browser>,
  report: string,
  period: string,
  { draft = false, at, outDir, onProgress = () => undefined }: CompileOptions,
): Promise<CompileResult> {
  onProgress('Đang tổng hợp và kiểm tra số liệu …');
  const pinnedFacts = await readFacts(workplace, report, period);
  await prepareFolder(outDir);
  const { pinned, facts } = pinnedFacts;
  const settings = editionSettings(
    pinnedFacts,
    draft,
    at ?? (pinned.settings.illustrative ? pinned.settings.publish : workplace.now()),
  );
  const compilation = compileReport(facts, settings);
  if (!draft && compilation.refusals.length > 0) {
    return { issued: false, compilation, findingsPath: await writeFindings(outDir, compilation.findings) };
  }
  onProgress('Đang in báo cáo ra PDF …');
  const html = renderHtml(compilation.model);
  const browser = await openBrowser();
  // A draft is a quick preview: its structure tree is a quarter of the time and most of the bytes.
  const pdf = await renderPdf(browser, html, { at: settings.at, tagged: !draft });
  const { definition: _definition, ...inputs } = facts;
  const edition = await inTransaction(workplace.db, (trx) =>
    appendEdition(
      trx,
      {
        report,
        period,
        kind: settings.kind,
        at: settings.at,
        definitionHash: pinned.hash,
        inputs,
        model: compilation.model,
        ledger: compilation.ledger,
        findings: compilation.findings,
        html,
        pdf,
        engine: { browser: browser.browserVersion, fonts: browser.fontsVersion },
      },
      actOf(workplace),
    ),
  );
  const pdfPath = await writeEdition(outDir, { compilation, html, pdf });
  return { issued: true, edition, compilation, pdfPath };
}

/** What the pinned period decides of its edition. */
export function editionSettings(
  { pinned: { settings } }: PinnedFacts,
  draft: boolean,
  at: string,
): EditionSettings {
  const { number, date, signer } = settings.document;
  return {
    kind: draft ? 'draft' : 'final',
    at,
    illustrative: settings.illustrative,
    document: {
      date: date ?? vietnamTime(new Date(at)).slice(0, 10),
      ...(number === undefined ? {} : { number }),
      ...(signer === undefined ? {} : { signer }),
    },
  };
}
