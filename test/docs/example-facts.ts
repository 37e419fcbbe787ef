/** Takes the examples of the page through the workflow into the facts of a period, without a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { importSubmissions } from '../../src/workflow/import-submissions.ts';
import { readFacts } from '../../src/workflow/read-facts.ts';

/**
 * The facts of the last of the periods, after importing the report's sample folders of all of them in their order, and
 * then what was sent for them again ("2024-09-gui-lai").
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
      const later = join(reportsDir, report, 'samples', `${period}-gui-lai`);
      if (existsSync(later)) await importSubmissions(workplace, report, period, [later]);
    }
    const { facts } = await readFacts(workplace, report, periods.at(-1) ?? '');
    return facts;
  } finally {
    await db.destroy();
  }
}
