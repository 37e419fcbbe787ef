/** One act upon a table of a draft: read under the lock, decided, and written as the draft's next version. */
import type { Knex } from 'knex';
import { nextVersion, writeTable } from '../../db/drafts.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { DraftRow, KeptRow, KeptTable } from '../../domain/collecting/draft.ts';
import { rowsOf, type LaidTable } from '../../domain/collecting/lay-draft.ts';
import { readRow, type RowTexts } from '../../domain/collecting/read-row.ts';
import type { FormTable } from '../../domain/definition.ts';
import { bodiesByRoster } from '../../domain/intake/read-table.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

export type RowOutcome =
  | {
      readonly outcome: 'saved' | 'unchanged';
      /** Of the draft. */
      readonly version: number;
      /** The row as it is now; null when it was removed, or the act was about the whole table. */
      readonly row: DraftRow | null;
      /** Ids of the table's rows, in order. */
      readonly order: readonly string[];
    }
  | {
      readonly outcome: 'conflict';
      readonly mine: RowTexts | null;
      /** What stands there; null when it was removed meanwhile. */
      readonly theirs: DraftRow | null;
      readonly at: string;
      readonly by: string;
    }
  /** Another order than the one that was seen; nothing was moved. */
  | {
      readonly outcome: 'reordered';
      readonly order: readonly string[];
      /** Of the last change to the table. */
      readonly at: string;
      readonly by: string;
    };

interface TableNow {
  readonly kept: KeptTable;
  readonly definition: FormTable;
}

type Stamp = Pick<KeptRow, 'version' | 'at' | 'by'>;

/** What an act does to a table: its rows afterwards, nothing at all, or a conflict with what stands there. */
type TableChange =
  | {
      readonly rows: readonly KeptRow[];
      readonly about: string | null;
      readonly keepMark?: boolean;
      readonly mark?: 'none' | undefined;
    }
  | { readonly unchanged: string | null }
  | { readonly conflict: KeptRow; readonly mine: RowTexts | null }
  | { readonly reordered: true };

/** Reads the table, lets the act decide, and writes what it decided as the next version of the draft. */
export async function inTable(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  tableId: string,
  decide: (table: TableNow, stamp: Stamp) => TableChange,
): Promise<RowOutcome> {
  requireRole(person, 'clerk');
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const definition = paper.form.tables.find(({ id }) => id === tableId);
    if (!definition)
      throw new WorkflowProblem(
        'field-unknown',
        `Biểu ${paper.form.id} không có bảng “${tableId}”. Đề nghị tải lại trang.`,
      );
    const kept = tableNow(state, definition);
    const version = (state.draft?.version ?? 0) + 1;
    const change = decide({ kept, definition }, { version, at: act.at, by: act.actor });
    const shown = shower(paper, definition);
    if ('conflict' in change) {
      const { conflict: row, mine } = change;
      return { outcome: 'conflict', mine, theirs: row.removed ? null : shown(row), at: row.at, by: row.by };
    }
    if ('reordered' in change) {
      const { at, by } = kept;
      return { outcome: 'reordered', order: orderOf(kept.rows), at, by };
    }
    if ('unchanged' in change) {
      const row = kept.rows.find(({ id }) => id === change.unchanged);
      return {
        outcome: 'unchanged',
        version: version - 1,
        row: row ? shown(row) : null,
        order: orderOf(kept.rows),
      };
    }
    await write(trx, paper, state, definition.id, kept, change, act);
    const row = change.rows.find(({ id }) => id === change.about);
    return { outcome: 'saved', version, row: row ? shown(row) : null, order: orderOf(change.rows) };
  });
}

/** Any change but of order means that the rows are the body's own: typed, not carried forward. */
async function write(
  trx: Knex.Transaction,
  { key }: Paper,
  { draft, latest }: PaperState,
  list: string,
  before: KeptTable,
  change: Extract<TableChange, { rows: unknown }>,
  act: Act,
): Promise<void> {
  const next = await nextVersion(trx, key, draft, latest?.number ?? 0, act);
  const mark = change.keepMark ? before.mark : change.mark;
  await writeTable(trx, next.id, list, draft?.tables.has(list) ? before : undefined, {
    rows: change.rows,
    ...(mark === undefined ? {} : { mark }),
    version: next.version,
    at: act.at,
    by: act.actor,
  });
  const { report, period, form, entity } = key;
  const details = { version: next.version, table: list };
  await appendEvents(trx, [{ kind: 'draft-saved', report, period, form, entity, details }], act);
}

function tableNow({ draft, latest }: PaperState, definition: FormTable): KeptTable {
  const kept = draft?.tables.get(definition.id);
  if (kept) return kept;
  const mark = latest?.standingTables?.[definition.id];
  return {
    rows: rowsOf(latest, definition),
    version: latest ? -latest.number : 0,
    at: latest?.receivedAt ?? '',
    by: '',
    ...(mark === undefined ? {} : { mark }),
  };
}

function shower({ pinned: { definition, members } }: Paper, table: FormTable): (row: KeptRow) => DraftRow {
  const namedOn = bodiesByRoster({ definition, members });
  return ({ id, texts, version, at, by }) => ({
    id,
    texts,
    problems: readRow(texts, table, namedOn).problems,
    version,
    ...(version > 0 ? { saved: { at, by } } : {}),
  });
}

function orderOf(rows: LaidTable['removed']): readonly string[] {
  return rows.filter(({ removed }) => !removed).map(({ id }) => id);
}
