/** Reasons for what is unusual, typed while sending: they go with what is sent, and stay with the draft when it is refused. */
import type { Knex } from 'knex';
import { nextVersion, writeReason, type PaperKey, type StoredDraft } from '../../db/drafts.ts';
import type { Act } from '../../db/events.ts';
import type { SentReason } from '../../db/sendings.ts';
import type { FormIssue } from '../../domain/collecting/form-check.ts';
import { LONGEST_NOTE, readText } from '../../domain/intake/read-text.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Paper } from './paper.ts';
import type { PaperState } from './paper-state.ts';

/** A reason as typed, for one issue by its id. */
export interface GivenReason {
  readonly issue: string;
  readonly reason: string;
}

/** The reasons that go with what is sent. */
export function reasonsOf(issues: readonly FormIssue[]): readonly SentReason[] {
  return issues.flatMap(({ id, about, reason }) =>
    about === undefined || reason === undefined ? [] : [{ finding: id, about, reason }],
  );
}

/** Keeps the reasons that are new with the draft, which they outlive: the approver reads them there. */
export async function keepReasons(
  trx: Knex.Transaction,
  { key }: Paper,
  { draft, latest, reasons }: PaperState,
  given: PaperState['reasons'],
  act: Act,
): Promise<StoredDraft | undefined> {
  const added = [...given].filter(([id, { about, reason }]) => {
    const known = reasons.get(id);
    return known?.about !== about || known.reason !== reason;
  });
  if (added.length === 0) return draft;
  const kept = draft ?? (await beginDraft(trx, key, latest?.number ?? 0, act));
  for (const [finding, reason] of added) await writeReason(trx, kept.id, finding, reason, act);
  return kept;
}

async function beginDraft(
  trx: Knex.Transaction,
  key: PaperKey,
  base: number,
  act: Act,
): Promise<StoredDraft> {
  const { id, version } = await nextVersion(trx, key, undefined, base, act);
  const nothing = { cells: new Map(), tables: new Map(), reasons: new Map() };
  return { id, base, version, unsent: true, changedAt: act.at, changedBy: act.actor, ...nothing };
}

/** The reasons given now, each to the values that are unusual now. */
export function reasonsFor(
  issues: readonly FormIssue[],
  given: readonly GivenReason[],
): PaperState['reasons'] {
  const about = new Map(issues.map((issue) => [issue.id, issue.about]));
  return new Map(
    given.flatMap(({ issue, reason }) => {
      const [values, text] = [about.get(issue), readText(reason, LONGEST_NOTE)];
      if (values === undefined || (text.ok && text.value === '')) return [];
      if (!text.ok)
        throw new WorkflowProblem(
          'input',
          `Phiếu chưa được gửi: lý do có ${text.found}, cần ${text.expected}.`,
        );
      return [[issue, { about: values, reason: text.value }] as const];
    }),
  );
}

/** The issue with the reason given now, in place of a former one. */
export function withReason(issue: FormIssue, given: PaperState['reasons']): FormIssue {
  const reason = given.get(issue.id)?.reason;
  if (reason === undefined) return issue;
  const { formerReason: _former, ...rest } = issue;
  return { ...rest, reason };
}
