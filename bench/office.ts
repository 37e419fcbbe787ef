/** The sample months in a SQLite file of their own, stored as an operator would have stored them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { compileReport, type Compilation } from '../src/domain/compile.ts';
import type { Ledger } from '../src/domain/ledger.ts';
import type { EditionSettings } from '../src/domain/model/edition.ts';
import type { Browser } from '../src/render/browser.ts';
import { editionSettings } from '../src/workflow/keep-edition.ts';
import { importSubmissions } from '../src/workflow/import-submissions.ts';
import { inTurn } from '../src/workflow/in-turn.ts';
import { printCompilation, type Printed } from '../src/workflow/print-compilation.ts';
import { programFolder } from '../src/render/package-files.ts';
import { readFacts, type PinnedFacts } from '../src/workflow/read-facts.ts';
import type { Workplace } from '../src/workflow/workplace.ts';

export const REPORT = 'chuyen-doi-so';
export const PERIOD = '2024-10';
const REPORTS_DIR = programFolder('reports');
const MONTHS = ['2024-06', PERIOD];

export interface Office extends Workplace {
  readonly dir: string;
  /** For DATABASE_URL. */
  readonly address: string;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const dir = mkdtempSync(join(tmpdir(), 'tong-hop-bench-'));
  const address = `sqlite:${join(dir, 'tong-hop.db')}`;
  const db = await connect(address, { create: true });
  await migrate(db);
  const workplace: Workplace = {
    db,
    reportsDir: REPORTS_DIR,
    actor: 'bench',
    now: () => '2024-11-20T08:00:00+07:00',
  };
  for (const month of MONTHS)
    await importSubmissions(workplace, REPORT, month, [join(REPORTS_DIR, REPORT, 'samples', month)]);
  return {
    ...workplace,
    dir,
    address,
    close: async () => {
      await db.destroy();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** How October's edition is compiled: at its time of publishing, as a final or a draft. */
export function settingsOf(facts: PinnedFacts, draft: boolean): EditionSettings {
  return editionSettings(facts, draft, facts.pinned.settings.publish);
}

export interface Compiled extends Printed<Ledger> {
  readonly compilation: Compilation;
}

/** From stored figures to the bytes of the PDF: a final is tagged, a draft's preview is not. */
export async function compileToPdf(office: Office, browser: Browser, draft: boolean): Promise<Compiled> {
  const facts = await readFacts(office, REPORT, PERIOD);
  const settings = settingsOf(facts, draft);
  return inTurn(async (handOver) => {
    const compilation = compileReport(facts.facts, settings);
    const [refusal] = compilation.refusals;
    if (!draft && refusal) throw new Error(`October was refused: ${refusal.message}`);
    const options = { at: settings.at, tagged: !draft };
    const ready = Promise.resolve(browser);
    const printed = await printCompilation(ready, compilation, options, handOver, () => compilation.ledger);
    return { compilation, ...printed };
  });
}
