/** Adds, changes and removes the rows of a form's table, one at a time, each with a version of its own. */
import type { Person } from '../../domain/account.ts';
import { LONGEST_INPUT } from '../../domain/collecting/cell-input.ts';
import type { KeptRow, KeptTable } from '../../domain/collecting/draft.ts';
import { isBlankRow, type RowTexts } from '../../domain/collecting/read-row.ts';
import type { FormTable } from '../../domain/definition.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { inTable, type RowOutcome } from './change-table.ts';
import type { FormKey } from './form-desk.ts';

/** More rows than any body has documents; a page with more cannot be filled in. */
export const MOST_ROWS = 500;

/**
 * Adds a row before another one, or at the end. A table that was said to have none has one then.
 * @param token the same when the request is sent again because its answer was lost: the row is added once. One that says
 * something else by then is a conflict with the row that was added.
 */
export async function addRow(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  {
    table,
    texts,
    before,
    token,
  }: {
    readonly table: string;
    readonly texts: RowTexts;
    readonly before?: string;
    readonly token?: string;
  },
): Promise<RowOutcome> {
  return inTable(workplace, person, key, table, ({ kept, definition }, stamp) => {
    requireColumns(definition, texts);
    const known = token === undefined ? undefined : kept.rows.find(({ id }) => id === idOfToken(token));
    if (known && !known.removed)
      return sameTexts(known.texts, texts) ? { unchanged: known.id } : { conflict: known, mine: texts };
    if (kept.rows.filter(({ removed }) => !removed).length >= MOST_ROWS)
      throw new WorkflowProblem(
        'input',
        `Bảng “${definition.title}” đã có ${MOST_ROWS} dòng, là số dòng nhiều nhất của một bảng.`,
      );
    const id = token === undefined || known ? `n${stamp.version}` : idOfToken(token);
    const row: KeptRow = { id, texts, removed: false, ...stamp };
    return { rows: inserted(kept.rows, row, before ?? null, definition), about: row.id };
  });
}

function idOfToken(token: string): string {
  return `n-${token}`;
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
