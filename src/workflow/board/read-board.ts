/** One period as the compiling department sees it: what every body owes, where each paper stands, and whom to call. */
import { readContacts } from '../../db/bodies.ts';
import { readDraftStates } from '../../db/drafts.ts';
import { readLatestFinal } from '../../db/edition-list.ts';
import { readReopeningsOf } from '../../db/reopenings.ts';
import { readRevisionRecords, type RevisionRecord } from '../../db/revision-records.ts';
import { readKnownPeriod } from '../../db/known-periods.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { stateOfForm, type Reopening } from '../../domain/collecting/form-standing.ts';
import { completeness, type OwedForm } from '../../domain/completeness.ts';
import { periodName, type PeriodId } from '../../domain/period.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { readStanding } from '../read-facts.ts';
import { requirePeriod } from '../require-period.ts';
import type { Workplace } from '../workplace.ts';
import { requireDepartment } from './department.ts';
import { layBoard, type BoardLayout, type Paper } from './lay-board.ts';

export interface Board extends BoardLayout {
  readonly report: { readonly id: string; readonly title: string };
  readonly period: {
    readonly id: PeriodId;
    readonly name: string;
    readonly due: string;
    readonly state: 'open' | 'closed';
    readonly issued?: { readonly number: number; readonly at: string };
  };
  /** The moment that the board shows. */
  readonly at: string;
  readonly complete: boolean;
  /** Shorter periods that the report is compiled from and that were never opened. */
  readonly unopened: readonly PeriodId[];
}

/** @throws WorkflowProblem "forbidden", "period-unknown" */
export async function readBoard(
  workplace: Workplace,
  person: Person,
  report: string,
  period: string,
): Promise<Board> {
  requireDepartment(person);
  const at = workplace.now();
  return inSnapshot(workplace.db, async (trx) => {
    const within = { ...workplace, db: trx };
    const { definition, settings, members, state } =
      (await readKnownPeriod(trx, report, period)) ?? (await requirePeriod(trx, report, period));
    const facts = await readStanding(within, report, period);
    const { forms, parts = [], unopened = [], complete } = completeness(facts, at);
    const toAndFro = await readToAndFro(trx, report, period);
    const issued = await readLatestFinal(trx, report, period);
    return {
      report: { id: report, title: definition.report.title },
      period: {
        id: period,
        name: periodName(period),
        due: settings.due,
        state,
        ...(issued ? { issued } : {}),
      },
      at,
      complete,
      unopened,
      ...layBoard({
        definition,
        period,
        members,
        papers: [
          ...forms.map((owed) => paperOf(owed, period, toAndFro.get(keyOf(owed)))),
          ...parts.map((owed) => paperOf(owed, period)),
        ],
        contacts: await readContacts(trx),
      }),
    };
  });
}

/** What the to and fro of a paper adds to what its answers say. */
interface ToAndFro {
  readonly state: SubmissionState;
  /** Why the department returned what it has. */
  readonly returned?: string;
  readonly reopening?: Reopening;
}

/** Of each paper that anybody typed into or sent: drafts, comments, re-openings. */
async function readToAndFro(
  db: Workplace['db'],
  report: string,
  period: PeriodId,
): Promise<ReadonlyMap<string, ToAndFro>> {
  const records = await readRevisionRecords(db, { report, period });
  const drafts = await readDraftStates(db, report, period);
  const reopenings = await readReopeningsOf(db, report, period);
  const byPaper = new Map<string, RevisionRecord[]>();
  for (const record of records) {
    const before = byPaper.get(keyOf(record));
    if (before) before.push(record);
    else byPaper.set(keyOf(record), [record]);
  }
  const unsent = new Set(drafts.filter((draft) => draft.unsent === 1).map(keyOf));
  return new Map(
    [...new Set([...byPaper.keys(), ...unsent])].map((key) => {
      const revisions = byPaper.get(key) ?? [];
      const received = revisions.findLast(({ approval }) => approval === 'submitted');
      const returned = received?.decision?.kind === 'returned' ? received.decision.reason : undefined;
      const reopening = reopenings.get(received?.id ?? '');
      return [
        key,
        {
          state: stateOfForm({ revisions, unsent: unsent.has(key) }, 'department'),
          ...(returned === undefined ? {} : { returned }),
          ...(reopening && !reopening.refused ? { reopening } : {}),
        },
      ];
    }),
  );
}

/** @param toAndFro of the paper; absent for one of a shorter period */
function paperOf(owed: OwedForm, period: PeriodId, toAndFro?: ToAndFro): Paper {
  const { form, entity, timeliness, empty, blank, pending, receivedAt } = owed;
  const reason = owed.reason ?? toAndFro?.returned;
  return {
    period: owed.period ?? period,
    form,
    entity,
    state: owed.state === 'waived' ? owed.state : (toAndFro?.state ?? owed.state),
    timeliness,
    empty,
    blank: blank.length,
    pending: pending.length,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(reason === undefined ? {} : { reason }),
    ...(toAndFro?.reopening ? { reopening: toAndFro.reopening } : {}),
  };
}

function keyOf({ form, entity }: { readonly form: string; readonly entity: string }): string {
  return `${form}/${entity}`;
}
