/** Saves a form that was sent whole, by a button and without scripts: what changed of it, then what the button says. */
import { createHash } from 'node:crypto';
import type { CellInput } from '../../domain/collecting/cell-input.ts';
import { adoptLatest } from '../../workflow/collecting/adopt-latest.ts';
import { moveRow, restoreRow } from '../../workflow/collecting/arrange-rows.ts';
import { confirmOffers } from '../../workflow/collecting/confirm-offers.ts';
import type { DeskColumn, DeskField, FormDesk, FormKey } from '../../workflow/collecting/form-desk.ts';
import { saveCells } from '../../workflow/collecting/save-cells.ts';
import { nameRow, nameSaved } from '../../workflow/collecting/name-people.ts';
import { addRow, markNone, removeRow, saveRow } from '../../workflow/collecting/save-rows.ts';
import type { RowOutcome } from '../../workflow/collecting/change-table.ts';
import { WorkflowProblem } from '../../workflow/workflow-problem.ts';
import { TOKEN_FIELD } from '../middleware/csrf.ts';
import type { PersonVisit } from '../route.ts';
import type { TypedCell } from '../views/form-field.ts';
import { changedCells, changedRows, isNewRow, type Posted } from '../views/form-posted.ts';
import type { RowConflictView, TypedRow, TypedRows } from '../views/form-table.ts';
import { rowTextsInWords } from '../views/row-words.ts';
import { inputInWords } from '../views/form-words.ts';

/** What could not be saved because someone else changed it meanwhile. */
export interface Conflicts {
  readonly cells: ReadonlyMap<string, TypedCell>;
  readonly rows: ReadonlyMap<string, TypedRows>;
}

/** @throws WorkflowProblem when an act is refused; what was saved before it stays saved. */
export async function savePosted(
  visit: PersonVisit,
  key: FormKey,
  desk: FormDesk,
  posted: Posted,
): Promise<Conflicts> {
  const cells = await savePostedCells(visit, key, desk, posted);
  const rows = await savePostedRows(visit, key, desk, posted);
  await doAsButtonSays(visit, key, desk, posted);
  return { cells, rows };
}

async function savePostedCells(
  { workplace, person }: PersonVisit,
  key: FormKey,
  desk: FormDesk,
  posted: Posted,
): Promise<ReadonlyMap<string, TypedCell>> {
  const { button, value, conflicts } = posted;
  const changes = changedCells(posted)
    .filter(({ field }) => button !== 'lay' || field !== value)
    .map((change) =>
      button === 'giu' && change.field === value
        ? { ...change, seen: conflicts.get(value) ?? change.seen }
        : change,
    );
  if (changes.length === 0) return new Map();
  const fields = fieldsOf(desk);
  const outcome = await saveCells(workplace, person, key, changes);
  const { fields: saved } = await nameSaved(workplace, outcome);
  return new Map(
    saved.flatMap((one) => {
      const field = fields.get(one.field);
      return one.outcome === 'conflict' && field
        ? [[one.field, conflictOf(one.mine, one.theirs, field)]]
        : [];
    }),
  );
}

function conflictOf(
  mine: CellInput,
  theirs: { readonly input: CellInput; readonly version: number; readonly saved?: { readonly by: string } },
  field: DeskField,
): TypedCell {
  return {
    input: mine,
    conflict: {
      mine: inputInWords(mine, field),
      theirs: inputInWords(theirs.input, field),
      by: theirs.saved?.by ?? 'người khác',
      version: theirs.version,
    },
  };
}

async function savePostedRows(
  visit: PersonVisit,
  key: FormKey,
  desk: FormDesk,
  posted: Posted,
): Promise<ReadonlyMap<string, TypedRows>> {
  const { workplace, person } = visit;
  const { button, value, conflicts } = posted;
  const typed = new Map<string, Map<string, TypedRow>>();
  for (const { table, row, isNew, texts, seen } of changedRows(posted)) {
    const place = `${table}/${row}`;
    if (value === place && (button === 'lay-dong' || button === 'xoa-dong')) continue;
    const keeps = value === place && button === 'giu-dong';
    const known = keeps ? (conflicts.get(place) ?? seen) : seen;
    // A row that another took out is kept by adding it anew.
    const saved =
      isNew || (keeps && known === 0)
        ? await addRow(workplace, person, key, { table, texts, token: tokenOf(visit, place, texts) })
        : await saveRow(workplace, person, key, { table, row, texts, seen: known });
    const outcome = await nameRow(workplace, saved);
    if (outcome.outcome !== 'conflict') continue;
    const rows = typed.get(table) ?? new Map<string, TypedRow>();
    const columns = desk.tables.find(({ id }) => id === table)?.columns ?? [];
    rows.set(row, { texts, conflict: rowConflictOf(texts, outcome, columns) });
    typed.set(table, rows);
  }
  return new Map(
    [...typed].flatMap(([table, rows]) =>
      desk.tables.some(({ id }) => id === table) ? [[table, { rows, added: [] }]] : [],
    ),
  );
}

/** The same when the same page is sent again as it was: each page has a token of its own. */
function tokenOf({ form }: PersonVisit, place: string, texts: Readonly<Record<string, string>>): string {
  const sent = JSON.stringify([form.get(TOKEN_FIELD), place, Object.entries(texts)]);
  return createHash('sha256').update(sent).digest('hex');
}

function rowConflictOf(
  mine: Readonly<Record<string, string>>,
  { theirs, by }: Extract<RowOutcome, { outcome: 'conflict' }>,
  columns: readonly DeskColumn[],
): RowConflictView {
  return {
    mine: rowTextsInWords(mine, columns),
    theirs: theirs === null ? 'đã bỏ dòng này' : rowTextsInWords(theirs.texts, columns),
    by,
    version: theirs?.version ?? 0,
  };
}

async function doAsButtonSays(
  { workplace, person }: PersonVisit,
  key: FormKey,
  desk: FormDesk,
  { button, value, shown }: Posted,
): Promise<void> {
  const [table = '', row = ''] = value.split('/');
  switch (button) {
    case 'giu-nguyen': {
      const except = value === '' ? [] : desk.offered.filter((id) => id !== value);
      await confirmOffers(workplace, person, key, { except });
      return;
    }
    case 'xoa-dong': {
      if (isNewRow(row)) return;
      const seen = shown.tables[table]?.rows[row]?.v ?? 0;
      const outcome = await removeRow(workplace, person, key, { table, row, seen });
      requireDone(await nameRow(workplace, outcome), desk, table);
      return;
    }
    case 'lay-lai':
      await restoreRow(workplace, person, key, { table, row });
      return;
    case 'len-dong':
    case 'xuong-dong': {
      const seen = Object.keys(shown.tables[table]?.rows ?? {});
      const before = neighbour(seen, row, button === 'len-dong' ? -1 : 2);
      if (before === undefined) return;
      const outcome = await moveRow(workplace, person, key, { table, row, before, seen });
      requireDone(await nameRow(workplace, outcome), desk, table);
      return;
    }
    case 'khong-co':
    case 'co-lai':
      await markNone(workplace, person, key, { table: value, none: button === 'khong-co' });
      return;
    case 'ban-moi':
      await adoptLatest(workplace, person, key, { keepMine: value === 'giu' });
      return;
    case 'luu':
    case 'dung':
    case 'giu':
    case 'lay':
    case 'giu-dong':
    case 'lay-dong':
    case 'them-dong':
    case 'tiep':
      return;
  }
}

/** A row that another changed meanwhile is shown as it is now before anything is done with it. */
function requireDone(outcome: RowOutcome, { tables }: FormDesk, table: string): void {
  const { title, columns } = tables.find(({ id }) => id === table) ?? { title: table, columns: [] };
  if (outcome.outcome === 'reordered')
    throw new WorkflowProblem(
      'conflict',
      `Bảng “${title}”: dòng chưa được chuyển, vì thứ tự các dòng vừa được ${outcome.by} đổi. Đề nghị xem thứ tự mới rồi chuyển lại nếu cần.`,
    );
  if (outcome.outcome !== 'conflict') return;
  const { theirs, by } = outcome;
  throw new WorkflowProblem(
    'conflict',
    theirs === null
      ? `Bảng “${title}”: ${by} vừa bỏ dòng này. Có thể lấy lại ở phần “Các dòng đã bỏ”.`
      : `Bảng “${title}”: dòng chưa được bỏ, vì ${by} vừa sửa thành “${rowTextsInWords(theirs.texts, columns)}”. Đề nghị xem lại, rồi bỏ lần nữa nếu vẫn muốn bỏ.`,
  );
}

/** The row before which a row is to stand: null for the end, undefined when it stays where it is. */
function neighbour(order: readonly string[], row: string, step: -1 | 2): string | null | undefined {
  const at = order.indexOf(row);
  const target = at + step;
  if (at < 0 || target < 0 || target > order.length) return undefined;
  return order[target] ?? null;
}

function fieldsOf({ sections }: FormDesk): ReadonlyMap<string, DeskField> {
  return new Map(sections.flatMap(({ fields }) => fields).map((field) => [field.id, field]));
}
