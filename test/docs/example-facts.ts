/** Takes the examples of the page through the workflow into the facts of a period, without a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/db/connect.ts';
import { appendEdition } from '../../src/db/editions.ts';
import { migrate } from '../../src/db/migrate.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { compileReport } from '../../src/domain/compile.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { correctFromFile } from '../../src/workflow/correct.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';
import type { Workplace } from '../../src/workflow/workplace.ts';

/**
 * The facts of the last of the periods, after importing the report's sample folders of all of them in their order, and
 * then what was corrected ("2024-09-dinh-chinh") and sent for them again ("2024-09-gui-lai").
 */
export async function factsOf(
  reportsDir: string,
  report: string,
  periods: readonly string[],
): Promise<Facts> {
  const db = await connect(':memory:', { create: true });
  try {
    await migrate(db);
    const workplace = { db, reportsDir, actor: 'test', now: () => '2024-11-12T08:00:00+07:00' };
    for (const period of periods)
      await importSubmissions(workplace, report, period, [join(reportsDir, report, 'samples', period)]);
    for (const period of periods) {
      const corrections = join(reportsDir, report, 'samples', `${period}-dinh-chinh`, 'dinh-chinh.csv');
      if (!existsSync(corrections)) continue;
      await issue(workplace, report, period);
      await correctFromFile(workplace, report, period, corrections);
    }
    for (const period of periods) {
      const later = join(reportsDir, report, 'samples', `${period}-gui-lai`);
      if (existsSync(later)) await importSubmissions(workplace, report, period, [later]);
    }
    const { facts } = await readFacts(workplace, report, periods.at(-1) ?? '');
    return facts;
  } finally {
    await db.destroy();
  }
}

/** A final on record, as far as corrections look at it: it is neither held against the gate nor printed. */
async function issue(workplace: Workplace, report: string, period: string): Promise<void> {
  const { facts, pinned } = await readFacts(workplace, report, period);
  const { definition: _definition, parts: _parts, ...inputs } = facts;
  const at = facts.period.publish;
  const document = { date: at.slice(0, 10) };
  const { model, ledger, findings } = compileReport(facts, {
    kind: 'final',
    at,
    illustrative: true,
    document,
  });
  const kept = {
    report,
    period,
    kind: 'final',
    at,
    definitionHash: pinned.hash,
    inputs,
    model,
    ledger,
  } as const;
  await inTransaction(workplace.db, (trx) =>
    appendEdition(
      trx,
      { ...kept, findings, html: '', pdf: Buffer.from('%PDF'), engine: {} },
      { at, actor: workplace.actor },
    ),
  );
}
