/** Việc của tôi: the forms that a person's body owes in the periods that are open, and what is to be done with each. */
import { readApprovalRequired } from '../../db/bodies.ts';
import { readDraftStates } from '../../db/drafts.ts';
import { readKnownPeriod, readOpenPeriods } from '../../db/known-periods.ts';
import type { PinnedPeriod } from '../../db/periods.ts';
import { readReopenings } from '../../db/reopenings.ts';
import { readRevisionRecords } from '../../db/revision-records.ts';
import { inSnapshot } from '../../db/transaction.ts';
import { readWaivers } from '../../db/waivers.ts';
import type { Person } from '../../domain/account.ts';
import { actsOf, type FormAct } from '../../domain/collecting/form-acts.ts';
import { standingOf, viewerFor, type FormStanding } from '../../domain/collecting/form-standing.ts';
import { validIn } from '../../domain/owed.ts';
import { periodName } from '../../domain/period.ts';
import type { Workplace } from '../workplace.ts';
import { bodyOf, owes, requireRole } from './paper.ts';

export interface WorkPeriod {
  readonly report: { readonly id: string; readonly title: string };
  readonly period: { readonly id: string; readonly name: string; readonly due: string };
  /** In the order of the definition. */
  readonly forms: readonly WorkForm[];
}

export interface WorkForm {
  readonly form: string;
  readonly title: string;
  readonly entity: string;
  readonly standing: FormStanding;
  readonly acts: readonly FormAct[];
  /** True when something was typed that is not sent. */
  readonly unsent: boolean;
}

/** Open periods in which the body owes anything, the last one due first. @throws WorkflowProblem "forbidden". */
export async function readMyWork(workplace: Workplace, person: Person): Promise<readonly WorkPeriod[]> {
  requireRole(person, 'clerk', 'approver');
  const entity = bodyOf(person, {});
  const at = workplace.now();
  return inSnapshot(workplace.db, async (trx) => {
    const work: WorkPeriod[] = [];
    for (const { report, period } of await readOpenPeriods(trx)) {
      const pinned = await readKnownPeriod(trx, report, period);
      const forms = pinned ? await formsOf(trx, report, pinned, person, entity, at) : [];
      if (!pinned || forms.length === 0) continue;
      work.push({
        report: { id: report, title: pinned.definition.report.title },
        period: { id: period, name: periodName(period), due: pinned.settings.due },
        forms,
      });
    }
    return work.sort((one, other) => Date.parse(other.period.due) - Date.parse(one.period.due));
  });
}

async function formsOf(
  db: Workplace['db'],
  report: string,
  { definition, settings, members, state }: PinnedPeriod,
  person: Person,
  entity: string,
  at: string,
): Promise<readonly WorkForm[]> {
  const period = settings.id;
  const owed = definition.forms.filter((form) => validIn(form, period) && owes(form, members, entity));
  if (owed.length === 0) return [];
  const drafts = await readDraftStates(db, report, period, entity);
  const records = await readRevisionRecords(db, { report, period, entity });
  const waivers = (await readWaivers(db, report, period)).filter((waiver) => waiver.entity === entity);
  const latest = owed.flatMap(({ id }) => records.findLast(({ form }) => form === id)?.id ?? []);
  const reopenings = await readReopenings(db, report, latest);
  const approvalRequired = await readApprovalRequired(db, entity);
  return owed.map(({ id, title }) => {
    const revisions = records.filter(({ form }) => form === id);
    const unsent = drafts.some((draft) => draft.form === id && draft.unsent === 1);
    const waiver = waivers.find((one) => (one.form ?? id) === id);
    const reopening = reopenings.get(revisions.at(-1)?.id ?? '');
    const standing = standingOf(
      {
        revisions,
        unsent,
        ...(waiver ? { waived: waiver.reason } : {}),
        ...(reopening ? { reopening } : {}),
      },
      { due: settings.due, at, calendar: definition.calendar },
      viewerFor(person.role),
    );
    return {
      form: id,
      title,
      entity,
      standing,
      acts: actsOf(person.role, standing, state, approvalRequired),
      unsent,
    };
  });
}
