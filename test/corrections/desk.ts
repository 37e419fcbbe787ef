/** A small report with three provinces, sent, issued and corrected as its operators would, on a database of a test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/connect.ts';
import { readEvents } from '../../src/db/events.ts';
import type { Compilation } from '../../src/domain/compile.ts';
import type { CorrectionRequest } from '../../src/domain/corrections/read-correction.ts';
import type { Table } from '../../src/domain/model/report-model.ts';
import { openBrowser, type Browser } from '../../src/render/browser.ts';
import { compileEdition, type CompileResult } from '../../src/workflow/compile-edition.ts';
import { correctFromFile, correctValue } from '../../src/workflow/correct.ts';
import { justify } from '../../src/workflow/desk.ts';
import { importSubmissions, type ImportResult } from '../../src/workflow/import-submissions.ts';
import { loadHistory } from '../../src/workflow/load-history.ts';
import { openPeriod } from '../../src/workflow/open-period.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';

export const REPORT = 'ho-so-mau';
export const REPORTS_DIR = join(import.meta.dirname, 'reports');
const AT = '2024-12-20T08:00:00+07:00';

/** "ho-so,truc-tuyen,tram,ke-hoach" of Hà Nội, An Giang and Cà Mau. */
export type Sent = readonly [haNoi: string, anGiang: string, caMau: string];

export interface Desk extends Workplace {
  /** Opens a period and takes its papers in. */
  send(period: string, sent: Sent): Promise<void>;
  resend(period: string, sent: Sent): Promise<ImportResult>;
  history(...lines: readonly string[]): Promise<void>;
  /** Compiles a final; soft findings are given a reason first. */
  issue(period: string): Promise<Extract<CompileResult, { issued: true }>>;
  compile(period: string): Promise<CompileResult>;
  correct(period: string, request: Partial<CorrectionRequest>): Promise<readonly string[]>;
  correctAll(period: string, csv: string): Promise<readonly string[]>;
  events(): Promise<readonly string[]>;
}

let browser: Promise<Browser> | undefined;

after('close the browser of the corrections', async () => {
  await (await browser)?.close();
});

/** Makes a desk on a database; its files are deleted after the suite that calls this. */
export function deskOn(db: Database): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-corrections-'));
  folders.push(folder);
  const workplace: Workplace = { db, reportsDir: REPORTS_DIR, actor: 'test', now: () => AT };
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const compile = (period: string): Promise<CompileResult> =>
    compileEdition(workplace, () => (browser ??= openBrowser()), REPORT, period, {
      at: AT,
      outDir: join(folder, period),
    });
  const resend = (period: string, [haNoi, anGiang, caMau]: Sent): Promise<ImportResult> => {
    const files = [
      write(
        'F-TINH.csv',
        `entity,ho-so,truc-tuyen,tram,ke-hoach\nha-noi,${haNoi}\nan-giang,${anGiang}\nca-mau,${caMau}\n`,
      ),
      write('BNV-1.csv', 'entity,can-bo\nbo-noi-vu,1000\n'),
    ];
    return importSubmissions(workplace, REPORT, period, files, { at: `${period}-28T08:00:00+07:00` });
  };
  return {
    ...workplace,
    compile,
    async send(period, sent) {
      await openPeriod(workplace, REPORT, period);
      await resend(period, sent);
    },
    resend,
    async history(...lines) {
      const rows = lines.map((line) => `${line},công bố,Báo cáo đã phát hành`);
      const header = 'indicator,period,span,scope,value,basis,source';
      await loadHistory(workplace, REPORT, write('history.csv', `${[header, ...rows].join('\n')}\n`));
    },
    async issue(period) {
      const first = await compile(period);
      if (first.issued) return first;
      for (const { id, severity } of first.compilation.refusals)
        if (severity === 'soft')
          await justify(workplace, REPORT, period, id, { reason: 'Đã thông báo nơi nhận' });
      const second = await compile(period);
      if (second.issued) return second;
      throw new Error(second.compilation.refusals.map(({ message }) => message).join('\n'));
    },
    correct: (period, request) => correctValue(workplace, REPORT, period, { ...REQUEST, ...request }),
    correctAll: (period, csv) => correctFromFile(workplace, REPORT, period, write('dinh-chinh.csv', csv)),
    events: async () => (await readEvents(db, REPORT)).map(({ kind }) => kind),
  };
}

export const REQUEST: CorrectionRequest = {
  body: 'an-giang',
  form: 'F-TINH',
  field: 'ho-so',
  from: '',
  to: '160',
  reason: 'Cộng sót một huyện',
};

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The sentences of the body, a paragraph each. */
export function bodyOf({ model }: Compilation): readonly string[] {
  return model.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  );
}

/** Paragraphs and table rows under a heading of the notes; empty when there is none. */
export function notesOf({ model }: Compilation, heading: string): readonly string[] {
  const { blocks = [] } = model.annexes.find(({ id }) => id === 'PL2') ?? {};
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && block.text.some(({ text }) => text === heading),
  );
  if (from < 0) return [];
  const rest = blocks.slice(from + 1);
  const to = rest.findIndex(({ kind }) => kind === 'heading');
  return rest.slice(0, to < 0 ? undefined : to).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')];
    return block.kind === 'table' ? linesOf(block) : [];
  });
}

function linesOf({ caption, rows }: Table): readonly string[] {
  return [
    caption.map(({ text }) => text).join(''),
    ...rows.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join('')).join(' | ')),
  ];
}

export function pdfOf({ pdfPath }: Extract<CompileResult, { issued: true }>): Uint8Array {
  return readFileSync(pdfPath);
}
