/** Adds, changes and removes the rows of a form's table, one at a time, each with a version of its own. */
import type { Knex } from 'knex';
import { nextVersion, writeTable } from '../../db/drafts.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { DraftRow, KeptRow, KeptTable } from '../../domain/collecting/draft.ts';
import { rowsOf, type LaidTable } from '../../domain/collecting/lay-draft.ts';
import { isBlankRow, readRow, type RowTexts } from '../../domain/collecting/read-row.ts';
import type { FormTable } from '../../domain/definition.ts';
import { bodiesByRoster } from '../../domain/intake/read-table.ts';
import { LONGEST_INPUT } from '../../domain/collecting/cell-input.ts';
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

/** More rows than any body has documents; a page with more cannot be filled in. */
export const MOST_ROWS = 500;

/** Adds a row before another one, or at the end. A table that was said to have none has one then. */
export async function addRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { table, texts, before }: { readonly table: string; readonly texts: RowTexts; readonly before?: string },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    requireColumns(definition, texts);
    if (kept.rows.filter(({ removed }) => !removed).length >= MOST_ROWS)
      throw new WorkflowProblem(
        'input',
        `Bảng “${definition.title}” đã có ${MOST_ROWS} dòng, là số dòng nhiều nhất của một bảng.`,
      );
    const row: KeptRow = { id: `n${stamp.version}`, texts, removed: false, ...stamp };
    return { rows: inserted(kept.rows, row, before ?? null, definition), about: row.id };
  });
}

/** Changes a row: all of its columns as they were typed. */
export async function saveRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  change: { readonly table: string; readonly row: string; readonly texts: RowTexts; readonly seen: number },
): Promise<RowOutcome> {
  const { table, row: id, texts, seen } = change;
  return inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    requireColumns(definition, texts);
    const row = rowNamed(kept, id, definition);
    if (!row.removed && sameTexts(row.texts, texts)) return { unchanged: row.id };
    if (row.removed || row.version !== seen) return { conflict: row, mine: texts };
    const rows = kept.rows.map((one) => (one === row ? { ...row, texts, ...stamp } : one));
    return { rows, about: id };
  });
}

/** Takes a row out. One that was changed meanwhile is shown first. */
export async function removeRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { table, row: id, seen }: { readonly table: string; readonly row: string; readonly seen: number },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    const row = rowNamed(kept, id, definition);
    if (row.removed) return { unchanged: null };
    if (row.version !== seen) return { conflict: row, mine: null };
    const rows = kept.rows.map((one) => (one === row ? { ...row, removed: true, ...stamp } : one));
    return { rows, about: null };
  });
}

/** Says of a standing table that the body has nothing to enter in it, or takes that back. */
export async function markNone(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { table, none }: { readonly table: string; readonly none: boolean },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }) => {
    if (definition.standing === undefined)
      throw new WorkflowProblem(
        'input',
        `Bảng “${definition.title}” để trống là không có dòng nào, không cần chọn «không phát sinh».`,
      );
    const live = kept.rows.filter(({ removed, texts }) => !removed && !isBlankRow(texts));
    if (none && live.length > 0)
      throw new WorkflowProblem(
        'not-allowed',
        `Bảng “${definition.title}” đang có ${live.length} dòng nên không ghi «không phát sinh» được. Đề nghị bỏ các dòng trước.`,
      );
    if ((kept.mark === 'none') === none) return { unchanged: null };
    return { rows: kept.rows, about: null, mark: none ? 'none' : undefined };
  });
}

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

export function inserted(
  rows: readonly KeptRow[],
  row: KeptRow,
  before: string | null,
  { title }: FormTable,
): readonly KeptRow[] {
  if (before === null) return [...rows, row];
  const place = rows.findIndex(({ id }) => id === before);
  if (place < 0)
    throw new WorkflowProblem(
      'row-unknown',
      `Bảng “${title}” không còn dòng mà anh/chị chọn làm mốc. Đề nghị tải lại trang.`,
    );
  return [...rows.slice(0, place), row, ...rows.slice(place)];
}

export function rowNamed({ rows }: KeptTable, id: string, { title }: FormTable): KeptRow {
  const row = rows.find((one) => one.id === id);
  if (row) return row;
  throw new WorkflowProblem(
    'row-unknown',
    `Bảng “${title}” không có dòng này: phiếu đã được gửi hoặc thay bằng bản khác. Đề nghị tải lại trang.`,
  );
}

export function requireColumns({ title, columns }: FormTable, texts: RowTexts): void {
  const known = new Set(columns.map(({ id }) => id));
  const unknown = Object.keys(texts).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new WorkflowProblem('field-unknown', `Bảng “${title}” không có cột “${unknown}”.`);
  if (Object.values(texts).some((text) => text.length > LONGEST_INPUT))
    throw new WorkflowProblem(
      'input',
      `Bảng “${title}”: một ô dài quá ${LONGEST_INPUT} ký tự nên chưa được lưu. Đề nghị rút gọn.`,
    );
}

export function sameTexts(one: RowTexts, other: RowTexts): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (id) => (one[id] ?? '') === (other[id] ?? ''),
  );
}

function orderOf(rows: LaidTable['removed']): readonly string[] {
  return rows.filter(({ removed }) => !removed).map(({ id }) => id);
}
