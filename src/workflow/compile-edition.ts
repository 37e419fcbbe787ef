/** Compiles a period into an edition: checks, PDF, ledger and files; a final exists only past the gate. */
import { appendEdition, editionTexts, type EditionSummary } from '../db/editions.ts';
import { inTransaction } from '../db/transaction.ts';
import { compileReport, type Compilation } from '../domain/compile.ts';
import type { EditionSettings } from '../domain/model/edition.ts';
import type { Browser } from '../render/browser.ts';
import { printCompilation } from './print-compilation.ts';
import { readFacts, type PinnedFacts } from './read-facts.ts';
import { actOf, vietnamTime, type Workplace } from './workplace.ts';
import { editionFiles, prepareFolder, writeEdition, writeFindings } from './write-edition.ts';

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
  // It starts in a process of its own while the figures are read; a refused report never asks whether it could.
  const starting = openBrowser();
  starting.catch(() => undefined);
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
  // A draft is a quick preview: its structure tree is a quarter of the time and most of the bytes.
  const print = { at: settings.at, tagged: !draft };
  const { html, pdf, done } = await printCompilation(starting, compilation, print, () => {
    // Definitions are kept under their hashes.
    const { definition: _definition, parts: periods, ...own } = facts;
    const inputs = periods ? { ...own, parts: periods.map(({ definition: _its, ...part }) => part) } : own;
    const parts = { ...compilation, inputs, ledger: compilation.ledger };
    return { parts, texts: editionTexts(parts), files: editionFiles(compilation) };
  });
  const { browserVersion, fontsVersion } = await starting;
  const { inputs, model, ledger, findings } = done.parts;
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
        model,
        ledger,
        findings,
        html,
        pdf,
        engine: { browser: browserVersion, fonts: fontsVersion },
      },
      actOf(workplace),
      done.texts,
    ),
  );
  const pdfPath = await writeEdition(outDir, { ...done.files, 'report.html': html, 'report.pdf': pdf });
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
