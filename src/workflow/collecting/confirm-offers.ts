/** Giữ nguyên: a body takes over, in one act, what stands from earlier periods where its form is still blank. */
import { nextVersion, writeCells, writeTable } from '../../db/drafts.ts';
import { appendEvents } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { answersOf, keptInput, writtenRows } from '../../domain/collecting/lay-draft.ts';
import { textsOf } from '../../domain/collecting/read-row.ts';
import type { Proposal } from '../../domain/standing/propose.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { readProposals } from '../standing/read-proposals.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

/**
 * Puts what is offered into the draft, each answer with its origin; what was typed, even wrongly, stays as it is.
 * @returns the ids of the fields and tables that were taken over.
 * @throws WorkflowProblem "nothing-to-do" when nothing is offered (any more).
 */
export async function confirmOffers(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { except = [] }: { readonly except?: readonly string[] } = {},
): Promise<{ readonly confirmed: readonly string[]; readonly version: number }> {
  requireRole(person, 'clerk');
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const without = new Set(except);
    const { fields, tables } = offersIn(await readOffers(trx, paper, state), state);
    const cells = fields.filter(({ field }) => !without.has(field.id));
    const lists = tables.filter(({ table }) => !without.has(table.id));
    const confirmed = [...cells.map(({ field }) => field.id), ...lists.map(({ table }) => table.id)];
    if (confirmed.length === 0)
      throw new WorkflowProblem(
        'nothing-to-do',
        'Biểu không có số liệu nào để giữ nguyên: các ô đã có câu trả lời, hoặc kỳ trước không có số liệu còn dùng được.',
      );
    const next = await nextVersion(trx, paper.key, state.draft, state.latest?.number ?? 0, act);
    const { indicators } = paper.pinned.definition;
    await writeCells(
      trx,
      next.id,
      cells.flatMap(({ field, offer }) => {
        const indicator = indicators[field.indicator ?? ''];
        if (!indicator) return [];
        return [
          {
            field: field.id,
            input: { ...keptInput(offer.answer, field, indicator), carried: offer.carried },
          },
        ];
      }),
      next.version,
      act,
    );
    for (const { table, offer } of lists)
      await writeTable(trx, next.id, table.id, state.draft?.tables.get(table.id), {
        mark: offer.carried,
        version: next.version,
        at: act.at,
        by: act.actor,
        rows: offer.answer.map((row, index) => ({
          id: `c${next.version}-${index + 1}`,
          texts: textsOf(row, table),
          removed: false,
          version: next.version,
          at: act.at,
          by: act.actor,
        })),
      });
    const { report, period, form, entity } = paper.key;
    const details = { version: next.version, confirmed: confirmed.join(' ') };
    await appendEvents(trx, [{ kind: 'draft-saved', report, period, form, entity, details }], act);
    return { confirmed, version: next.version };
  });
}

/** What may be confirmed, upon what the form holds so far; undefined where nothing of the report stands. */
export async function readOffers(
  db: Workplace['db'],
  { key, pinned }: Paper,
  { laid }: Pick<PaperState, 'laid'>,
): Promise<Proposal | undefined> {
  const propose = await readProposals(db, key.report, pinned, [key.entity]);
  return propose(key.form, key.entity, answersOf(laid));
}

type Offered<T> =
  Extract<T, { proposed: unknown }> extends { proposed: infer P } ? Extract<P, { state: 'offered' }> : never;

export interface Offers {
  readonly fields: readonly {
    readonly field: Proposal['fields'][number]['field'];
    readonly offer: Offered<Proposal['fields'][number]>;
  }[];
  readonly tables: readonly {
    readonly table: Proposal['tables'][number]['table'];
    readonly offer: Offered<Proposal['tables'][number]>;
  }[];
}

/** Of a proposal, what concerns places in which nothing at all is written: an unreadable text is somebody's work too. */
export function offersIn(proposal: Proposal | undefined, { laid }: Pick<PaperState, 'laid'>): Offers {
  const written = new Set([
    ...laid.fields.filter(({ reading }) => reading.kind === 'unread').map(({ field }) => field.id),
    ...laid.tables
      .filter((table) => writtenRows(table).length > 0 && table.mark === undefined)
      .map(({ table }) => table.id),
  ]);
  return {
    fields: (proposal?.fields ?? []).flatMap(({ field, proposed }) =>
      proposed.state === 'offered' && !written.has(field.id) ? [{ field, offer: proposed }] : [],
    ),
    tables: (proposal?.tables ?? []).flatMap(({ table, proposed }) =>
      proposed.state === 'offered' && !written.has(table.id) ? [{ table, offer: proposed }] : [],
    ),
  };
}
