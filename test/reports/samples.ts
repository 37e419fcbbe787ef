/** The sample months compiled as an operator would, once for all tests that look at the result. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openBrowser, type Browser } from '../../src/render/browser.ts';
import {
  compileEdition,
  type CompileOptions,
  type CompileResult,
} from '../../src/workflow/compile-edition.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { ReportModel } from '../../src/domain/model/report-model.ts';
import { readPdf, type ReadPdf } from '../render/read-pdf.ts';

export const REPORTS_DIR = join(import.meta.dirname, '..', '..', 'reports');
export const REPORT = 'chuyen-doi-so';
export const SAMPLES = join(REPORTS_DIR, REPORT, 'samples');

/** A database of its own in a folder of its own, with a clock that stands still. */
export interface Office extends Workplace {
  readonly dir: string;
  compile(period: string, options?: Partial<CompileOptions>): Promise<CompileResult>;
  close(): Promise<void>;
}

export interface CompiledSample {
  readonly result: Extract<CompileResult, { issued: true }>;
  readonly model: ReportModel;
  readonly ledger: Ledger;
  readonly bytes: Uint8Array;
  readonly pdf: ReadPdf;
}

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a run; the root hook closes it. */
export function sharedBrowser(): Promise<Browser> {
  return (browser ??= openBrowser());
}

export async function closeSharedBrowser(): Promise<void> {
  await (await browser?.catch(() => undefined))?.close();
  browser = undefined;
}

export async function openOffice(reportsDir = REPORTS_DIR, report = REPORT): Promise<Office> {
  const dir = mkdtempSync(join(tmpdir(), 'tong-hop-office-'));
  const db: Database = await connect(`sqlite:${join(dir, 'tong-hop.db')}`, { create: true });
  await migrate(db);
  const workplace: Workplace = { db, reportsDir, actor: 'test', now: () => '2024-11-20T08:00:00+07:00' };
  return {
    ...workplace,
    dir,
    compile: (period, options = {}) =>
      compileEdition(workplace, sharedBrowser, report, period, { outDir: join(dir, period), ...options }),
    close: async () => {
      await db.destroy();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const compiled = new Map<string, Promise<CompiledSample>>();

/** A sample month as a final, compiled in a database that holds nothing else. */
export function compiledSample(period: string): Promise<CompiledSample> {
  const known = compiled.get(period) ?? compileSample(period);
  compiled.set(period, known);
  return known;
}

async function compileSample(period: string): Promise<CompiledSample> {
  const office = await openOffice();
  try {
    await importSubmissions(office, REPORT, period, [join(SAMPLES, period)]);
    const result = await office.compile(period);
    if (!result.issued) {
      throw new Error(
        `${period} was refused: ${result.compilation.refusals.map(({ message }) => message).join('\n')}`,
      );
    }
    const bytes = readFileSync(result.pdfPath);
    const { model, ledger } = result.compilation;
    return { result, model, ledger, bytes, pdf: await readPdf(bytes) };
  } finally {
    await office.close();
  }
}
