/**
 * What the demonstration has besides the samples: the period after the last one, open and empty, an account a role, and
 * a clock at which that period is just being collected. The real day never shows, as in the samples themselves.
 */
import { readAccountEvents } from '../../db/account-events.ts';
import { insertAccount, readCredentials, updateDisabled, updatePassword } from '../../db/accounts.ts';
import { openPeriod, readPeriod } from '../../db/periods.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';
import { inTransaction } from '../../db/transaction.ts';
import { isOfBody, ROLE_NAMES, type Role } from '../../domain/account.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { addDays } from '../../domain/dates.ts';
import { entityById } from '../../domain/entity.ts';
import { owedForms } from '../../domain/owed.ts';
import { nextPeriod } from '../../domain/period.ts';
import type { Sample } from '../find-samples.ts';
import { loadReport } from '../load-report.ts';
import { planPin } from '../plan-pin.ts';
import { requirePeriod } from '../require-period.ts';
import { actOf, vietnamTime, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { forgetFailures } from './attempts.ts';
import { firstPassword } from './first-password.ts';
import { hashPassword } from './password.ts';

export interface Demonstration {
  readonly report: string;
  /** The one that is open. */
  readonly period: string;
  /** Goes on from a working morning before that period is due. */
  readonly now: () => string;
  /** Of all accounts, made anew at each start. */
  readonly password: string;
  readonly accounts: readonly { readonly name: string; readonly about: string }[];
}

const PEOPLE: readonly { readonly name: string; readonly fullName: string; readonly role: Role }[] = [
  { name: 'chuyen.vien', fullName: 'Nguyễn Thị An', role: 'clerk' },
  { name: 'lanh.dao', fullName: 'Trần Văn Bình', role: 'approver' },
  { name: 'tong.hop', fullName: 'Lê Minh Châu', role: 'compiler' },
  { name: 'theo.doi', fullName: 'Phạm Thu Dung', role: 'reviewer' },
  { name: 'quan.tri', fullName: 'Hoàng Văn Em', role: 'admin' },
];

const DAYS_LEFT = 3;
const MORNING = 'T08:00:00+07:00';

/** @param samples those that were imported, in order of time */
export async function prepareDemonstration(
  workplace: Workplace,
  samples: readonly Sample[],
): Promise<Demonstration> {
  const last = samples.at(-1);
  if (!last) throw new WorkflowProblem('nothing-to-do', 'Không có kỳ mẫu nào để chạy thử.');
  const { report } = last;
  const period = nextPeriod(last.period);
  await openNext(workplace, report, period);
  const pinned = await requirePeriod(workplace.db, report, period);
  const { definition, settings } = pinned;
  const owed = owedForms({ definition, period: settings, members: pinned.members });
  const entity = owed.find(({ bodies }) => bodies.length > 1)?.bodies[0] ?? owed[0]?.bodies[0];
  if (entity === undefined)
    throw new WorkflowProblem('nothing-to-do', `Kỳ ${period} không có đơn vị nào phải nộp phiếu.`);
  const now = await clock(workplace, morningBefore(settings.due, definition.calendar));
  const password = firstPassword();
  await makeAccounts({ ...workplace, now }, entity, password);
  const body = entityById(definition.entities, entity)?.name ?? entity;
  const accounts = PEOPLE.map(({ name, role }) => ({
    name,
    about: `${ROLE_NAMES[role]}${isOfBody(role) ? `, ${body}` : ''}`,
  }));
  return { report, period, now, password, accounts };
}

async function openNext(workplace: Workplace, report: string, period: string): Promise<void> {
  const stored = await loadReport(workplace.reportsDir, report);
  const pin = planPin(stored, report, period, { illustrative: true });
  await inTransaction(workplace.db, async (trx) => {
    if (!(await readPeriod(trx, report, period)))
      await openPeriod(trx, report, pin, actOf(workplace, `${pin.settings.windows['ky']?.to}${MORNING}`));
  });
}

function morningBefore(due: string, calendar: Parameters<typeof isWorkingDay>[1]): string {
  let day = due.slice(0, 10);
  for (let left = DAYS_LEFT; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return `${day}${MORNING}`;
}

/** Begins there, or, where the demonstration was run before, after what was done then. */
async function clock({ db }: Workplace, morning: string): Promise<() => string> {
  const before = (await readAccountEvents(db)).at(-1)?.at ?? morning;
  const start = Math.max(Date.parse(morning), Date.parse(before) + 60_000);
  const began = Date.now();
  return () => vietnamTime(new Date(start + Date.now() - began));
}

async function makeAccounts(workplace: Workplace, entity: string, password: string): Promise<void> {
  const hashed = await hashPassword(password);
  await inTransaction(workplace.db, async (trx) => {
    for (const { name, fullName, role } of PEOPLE) {
      const act = actOf(workplace);
      const known = await readCredentials(trx, name);
      if (!known) {
        const body = isOfBody(role) ? { entity } : {};
        await insertAccount(
          trx,
          { name, fullName, role, ...body, password: hashed, mustChangePassword: false },
          act,
        );
        continue;
      }
      const { id, disabled } = known.account;
      await updatePassword(trx, id, hashed, false);
      await deleteSessionsOf(trx, id);
      if (disabled) await updateDisabled(trx, id, false, act);
      await forgetFailures(trx, name);
    }
  });
}
