/** One period as the compiling department sees it: what every body owes, where each paper stands, and whom to call. */
import { readContacts } from '../../db/bodies.ts';
import { readDraftStates } from '../../db/drafts.ts';
import { readLatestFinal } from '../../db/edition-list.ts';
import { readReopenings } from '../../db/reopenings.ts';
import { readRevisionRecords, type RevisionRecord } from '../../db/sendings.ts';
import { readKnownPeriod } from '../../db/known-periods.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { standingOf, type FormStanding, type Reopening } from '../../domain/collecting/form-standing.ts';
import { completeness, type OwedForm } from '../../domain/completeness.ts';
import type { Definition } from '../../domain/definition.ts';
import { periodName, type PeriodId } from '../../domain/period.ts';
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
    const standings = await readStandings(within, report, { definition, period, due: settings.due }, at);
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
          ...forms.map((owed) => paperOf(owed, period, standings)),
          ...parts.map((owed) => paperOf(owed, period)),
        ],
        contacts: await readContacts(trx),
      }),
    };
  });
}

type Standings = ReadonlyMap<string, FormStanding>;

/** What the to and fro of a paper adds to what its answers say: drafts, comments, re-openings. */
async function readStandings(
  { db }: Pick<Workplace, 'db'>,
  report: string,
  {
    definition,
    period,
    due,
  }: { readonly definition: Definition; readonly period: PeriodId; readonly due: string },
  at: string,
): Promise<Standings> {
  const records = await readRevisionRecords(db, { report, period });
  const drafts = await readDraftStates(db, report, period);
  const byPaper = new Map<string, RevisionRecord[]>();
  for (const record of records) {
    const before = byPaper.get(keyOf(record));
    if (before) before.push(record);
    else byPaper.set(keyOf(record), [record]);
  }
  const unsent = new Set(drafts.filter((draft) => draft.unsent === 1).map(keyOf));
  const latest = [...byPaper.values()].flatMap((own) => receivedLast(own)?.id ?? []);
  const reopenings = await readReopenings(db, report, latest);
  const { calendar } = definition;
  return new Map(
    [...new Set([...byPaper.keys(), ...unsent])].map((key) => {
      const revisions = byPaper.get(key) ?? [];
      const reopening = reopenings.get(receivedLast(revisions)?.id ?? '');
      const input = { revisions, unsent: unsent.has(key), ...(reopening ? { reopening } : {}) };
      return [key, standingOf(input, { due, at, calendar }, 'department')];
    }),
  );
}

/** What the department has of a paper. */
function receivedLast(records: readonly RevisionRecord[]): RevisionRecord | undefined {
  return records.findLast(({ approval }) => approval === 'submitted');
}

function paperOf(owed: OwedForm, period: PeriodId, standings?: Standings): Paper {
  const { form, entity, timeliness, empty, blank, pending, receivedAt } = owed;
  const standing = standings?.get(keyOf(owed));
  const reason = owed.reason ?? (standing?.returned && standing.returned.reason);
  return {
    period: owed.period ?? period,
    form,
    entity,
    state: owed.state === 'waived' ? owed.state : (standing?.state ?? owed.state),
    timeliness,
    empty,
    blank: blank.length,
    pending: pending.length,
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(reason === undefined ? {} : { reason }),
    ...open(standing?.reopening),
  };
}

function open(reopening: Reopening | undefined): { readonly reopening?: Reopening } {
  return reopening && !reopening.refused ? { reopening } : {};
}

function keyOf({ form, entity }: { readonly form: string; readonly entity: string }): string {
  return `${form}/${entity}`;
}
