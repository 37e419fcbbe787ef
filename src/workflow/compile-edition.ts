/** Compiles a period into an edition and writes its files; a final exists only past the gate. */
import type { EditionSummary } from '../db/editions.ts';
import type { Compilation } from '../domain/compile.ts';
import type { Browser } from '../render/browser.ts';
import { keepEdition } from './keep-edition.ts';
import type { Workplace } from './workplace.ts';
import { editionFiles, prepareFolder, writeEdition, writeFindings, type Refused } from './write-edition.ts';

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
  | ({ readonly issued: false; readonly compilation: Compilation } & Refused);

/**
 * Compiles and keeps an edition, and writes report.pdf, report.html, model.json, ledger.json and findings.json. Refused, it
 * writes findings.json alone and moves the files of an earlier edition into a folder beside it.
 * @throws WorkflowProblem, DatabaseProblem or RenderError, each with a sentence for the person who asked.
 */
export async function compileEdition(
  workplace: Workplace,
  openBrowser: () => Promise<Browser>,
  report: string,
  period: string,
  { draft = false, at, outDir, onProgress = () => undefined }: CompileOptions,
): Promise<CompileResult> {
  const kept = await keepEdition(workplace, openBrowser, report, period, {
    draft,
    at,
    onProgress,
    prepare: () => prepareFolder(outDir),
    meanwhile: editionFiles,
  });
  const { compilation } = kept;
  if (!kept.issued)
    return { issued: false, compilation, ...(await writeFindings(outDir, compilation.findings)) };
  const { edition, html, pdf, done: files } = kept;
  const pdfPath = await writeEdition(outDir, { ...files, 'report.html': html, 'report.pdf': pdf });
  return { issued: true, edition, compilation, pdfPath };
}
