/** Waivers and reasons of a period.yaml, recorded once each. */
import type { Act } from '../db/events.ts';
import { appendJustifications, readJustifications } from '../db/justifications.ts';
import type { inTransaction } from '../db/transaction.ts';
import { appendWaivers, readWaivers } from '../db/waivers.ts';
import type { PeriodSettings } from './files/read-period-settings.ts';

type Transaction = Parameters<Parameters<typeof inTransaction>[1]>[0];

/**
 * Records the waivers and reasons that are not recorded yet.
 * @returns what was added, a line each.
 */
export async function recordDecisions(
  trx: Transaction,
  report: string,
  period: string,
  { waivers, justifications }: Pick<PeriodSettings, 'waivers' | 'justifications'>,
  act: Act,
): Promise<readonly string[]> {
  const waived = await readWaivers(trx, report, period);
  const newWaivers = waivers.filter(
    ({ entity, form }) => !waived.some((known) => known.entity === entity && known.form === form),
  );
  await appendWaivers(trx, report, period, newWaivers, act);
  const given = new Map(
    (await readJustifications(trx, report, period)).map(({ finding, reason }) => [finding, reason]),
  );
  const newReasons = justifications.filter(({ finding, reason }) => given.get(finding) !== reason);
  await appendJustifications(trx, report, period, newReasons, act);
  return [
    ...newWaivers.map(
      ({ entity, form }) => `Miễn nộp “${entity}”${form === undefined ? '' : `, biểu ${form}`}: thêm mới`,
    ),
    ...newReasons.map(({ finding }) => `Giải trình “${finding}”: thêm mới`),
  ];
}
