/** Saves a form that was sent whole, by a button and without scripts: what changed of it, then what the button says. */
import type { CellInput } from '../../domain/collecting/cell-input.ts';
import { adoptLatest } from '../../workflow/collecting/adopt-latest.ts';
import { confirmOffers } from '../../workflow/collecting/confirm-offers.ts';
import type { DeskField, FormDesk, FormKey } from '../../workflow/collecting/form-desk.ts';
import { saveCells } from '../../workflow/collecting/save-cells.ts';
import {
  addRow,
  markNone,
  moveRow,
  removeRow,
  saveRow,
  type RowOutcome,
} from '../../workflow/collecting/save-rows.ts';
import type { PersonVisit } from '../route.ts';
import type { TypedCell } from '../views/form-field.ts';
import { changedCells, changedRows, isNewRow, type Posted } from '../views/form-posted.ts';
import type { RowConflictView, TypedRow, TypedRows } from '../views/form-table.ts';
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
  const { fields: saved } = await saveCells(workplace, person, key, changes);
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
  { workplace, person }: PersonVisit,
  key: FormKey,
  desk: FormDesk,
  posted: Posted,
): Promise<ReadonlyMap<string, TypedRows>> {
  const { button, value, conflicts } = posted;
  const typed = new Map<string, Map<string, TypedRow>>();
  for (const { table, row, isNew, texts, seen } of changedRows(posted)) {
    const place = `${table}/${row}`;
    if (value === place && (button === 'lay-dong' || button === 'xoa-dong')) continue;
    const keeps = value === place && button === 'giu-dong';
    const known = keeps ? (conflicts.get(place) ?? seen) : seen;
    // A row that another took out is kept by adding it anew.
    const outcome =
      isNew || (keeps && known === 0)
        ? await addRow(workplace, person, key, { table, texts })
        : await saveRow(workplace, person, key, { table, row, texts, seen: known });
    if (outcome.outcome !== 'conflict') continue;
    const rows = typed.get(table) ?? new Map<string, TypedRow>();
    rows.set(row, { texts, conflict: rowConflictOf(texts, outcome) });
    typed.set(table, rows);
  }
  return new Map(
    [...typed].flatMap(([table, rows]) =>
      desk.tables.some(({ id }) => id === table) ? [[table, { rows, added: [] }]] : [],
    ),
  );
}

function rowConflictOf(
  mine: Readonly<Record<string, string>>,
  { theirs, by }: Extract<RowOutcome, { outcome: 'conflict' }>,
): RowConflictView {
  return {
    mine: rowWords(mine),
    theirs: theirs === null ? 'đã bỏ dòng này' : rowWords(theirs.texts),
    by,
    version: theirs?.version ?? 0,
  };
}

function rowWords(texts: Readonly<Record<string, string>>): string {
  const words = Object.values(texts).filter((text) => text.trim() !== '');
  return words.length === 0 ? 'để trống' : words.join('; ');
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
    case 'xoa-dong':
      if (isNewRow(row)) return;
      await removeRow(workplace, person, key, { table, row, seen: shown.tables[table]?.rows[row]?.v ?? 0 });
      return;
    case 'len-dong':
    case 'xuong-dong': {
      const order = desk.tables.find(({ id }) => id === table)?.rows.map(({ id }) => id) ?? [];
      const before = neighbour(order, row, button === 'len-dong' ? -1 : 2);
      if (before !== undefined) await moveRow(workplace, person, key, { table, row, before });
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
