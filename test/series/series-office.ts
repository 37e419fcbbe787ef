/** The illustrative months of this folder, imported in their order as an operator would, with the real bodies. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/connect.ts';
import { createBook, type Book } from '../../src/domain/aggregation/book.ts';
import type { Measure } from '../../src/domain/aggregation/measure.ts';
import { compileReport, type Compilation } from '../../src/domain/compile.ts';
import { canonical } from '../../src/domain/exact.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';

const SHARED = join(import.meta.dirname, '../../reports');
const SHARED_FILES = ['entities.csv', 'rosters.yaml', 'calendar.yaml'];
export const MONTHLY = 'chuoi-thang';
export const MID_MONTHLY = 'giua-thang';

export interface SeriesOffice {
  readonly workplace: Workplace;
  /** The book of a month, with everything that was reported up to it. */
  book(report: string, period: string): Promise<Book>;
  compile(report: string, period: string): Promise<Compilation>;
}

/** Makes a reports folder of the project's bodies and the definitions of this one. */
export async function seriesFolder(): Promise<string> {
  const reportsDir = await mkdtemp(join(tmpdir(), 'tong-hop-series-'));
  for (const file of SHARED_FILES) await cp(join(SHARED, file), join(reportsDir, file));
  for (const report of [MONTHLY, MID_MONTHLY])
    await cp(join(import.meta.dirname, report), join(reportsDir, report), { recursive: true });
  return reportsDir;
}

export async function removeFolder(reportsDir: string): Promise<void> {
  await rm(reportsDir, { recursive: true, force: true });
}

/** Imports every month of the reports. */
export async function openSeries(
  db: Database,
  reportsDir: string,
  reports: readonly string[] = [MONTHLY, MID_MONTHLY],
): Promise<SeriesOffice> {
  const workplace = { db, reportsDir, actor: 'test', now: () => '2025-10-20T08:00:00+07:00' };
  for (const report of reports) {
    const samples = join(reportsDir, report, 'samples');
    for (const period of (await readdir(samples)).sort())
      await importSubmissions(workplace, report, period, [join(samples, period)], {
        currentDefinition: true,
      });
  }
  return {
    workplace,
    book: async (report, period) => createBook((await readFacts(workplace, report, period)).facts),
    compile: async (report, period) => {
      const { facts, pinned } = await readFacts(workplace, report, period);
      const { date = '' } = pinned.settings.document;
      return compileReport(facts, {
        kind: 'final',
        at: facts.period.publish,
        illustrative: true,
        document: { date },
      });
    },
  };
}

/** "2977", or why there is no value: "bodies-changed". */
export function valueIn(book: Book, indicator: string, options: Partial<Measure> = {}): string {
  const { value, gap, state } = book.value(book.measure(indicator, options));
  return value === null ? (gap ?? state) : canonical(value);
}

/** The paragraphs of the body, without its headings. */
export function paragraphsOf({ model }: Compilation): readonly string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

/** The lines of the annex of notes. */
export function notesOf({ model }: Compilation): readonly string[] {
  const notes = model.annexes.find(({ id }) => id === 'chat-luong');
  return (notes?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}
