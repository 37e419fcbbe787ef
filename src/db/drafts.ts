/** Drafts: what was typed into a body's form and is not sent yet. The one thing in the database that changes in place. */
import type { Knex } from 'knex';
import type { KeptInput } from '../domain/collecting/cell-input.ts';
import type { KeptDraft, KeptLetter, KeptReason, KeptRow, KeptTable } from '../domain/collecting/draft.ts';
import type { Carried } from '../domain/submission.ts';
import type { DraftCellRecord, DraftRecord, DraftRowRecord } from './collecting-tables.ts';
import type { Act } from './events.ts';
import { insertAll } from './insert.ts';
import { deleteOf, updateOf, type Write } from './writes.ts';

/** Which body's answer to which form of which period. */
export interface PaperKey {
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
}

/** A draft with the number that its parts are kept under. */
export interface StoredDraft extends KeptDraft {
  readonly id: number;
}

/** Where the covering letter is kept among the cells: no field may have such an id. */
export const LETTER = '@letter';

/** A draft as it was read with its paper, without its tables and reasons. */
export interface DraftHead extends Omit<StoredDraft, 'tables' | 'reasons'> {
  readonly hasTables: boolean;
  readonly hasReasons: boolean;
}

/** The whole draft: what is not in its head is read where there is any. */
export async function readRestOfDraft(
  db: Knex,
  { hasTables, hasReasons, ...head }: DraftHead,
): Promise<StoredDraft> {
  const reasons = hasReasons ? await db('draft_reasons').where({ draft: head.id }) : [];
  const tables = hasTables && head.unsent ? await readTables(db, head.id) : new Map<string, KeptTable>();
  return {
    ...head,
    tables,
    reasons: new Map(
      reasons.map(({ finding, about, reason }) => [finding, { about, reason } satisfies KeptReason]),
    ),
  };
}

/** What is known of the drafts of a period, of one body or of all, without what stands in them. */
export async function readDraftStates(
  db: Knex,
  report: string,
  period: string,
  entity?: string,
): Promise<readonly Pick<DraftRecord, 'form' | 'entity' | 'unsent' | 'changed_at' | 'changed_by'>[]> {
  return db('drafts')
    .where({ report, period, ...(entity === undefined ? {} : { entity }) })
    .select('form', 'entity', 'unsent', 'changed_at', 'changed_by');
}

/**
 * Begins the next version of a draft; makes the draft when there is none.
 * @param base number of the latest revision, which a new draft, or one of which all was sent, is begun upon
 */
export async function nextVersion(
  trx: Knex.Transaction,
  key: PaperKey,
  known: StoredDraft | undefined,
  base: number,
  act: Act,
): Promise<{ readonly id: number; readonly version: number }> {
  const changed = { unsent: 1, changed_at: act.at, changed_by: act.actor } as const;
  if (!known) {
    const [added] = await trx('drafts')
      .insert({ ...keyOf(key), base, version: 1, ...changed })
      .returning('id');
    return { id: added?.id ?? 0, version: 1 };
  }
  const version = known.version + 1;
  await trx('drafts')
    .where({ id: known.id })
    .update({ version, ...changed, ...(known.unsent ? {} : { base }) });
  return { id: known.id, version };
}

/** Keeps what was typed into fields, as the same version. */
export async function writeCells(
  trx: Knex.Transaction,
  draft: number,
  inputs: readonly { readonly field: string; readonly input: KeptInput }[],
  version: number,
  act: Act,
): Promise<void> {
  await insertAll<DraftCellRecord>(
    inputs.map(({ field, input }) => ({
      draft,
      field,
      input: JSON.stringify(input),
      version,
      at: act.at,
      actor: act.actor,
    })),
    (part) => trx('draft_cells').insert(part).onConflict(['draft', 'field']).merge(),
  );
}

export async function writeLetter(
  trx: Knex.Transaction,
  draft: number,
  { number, date }: Pick<KeptLetter, 'number' | 'date'>,
  version: number,
  act: Act,
): Promise<void> {
  await trx('draft_cells')
    .insert({
      draft,
      field: LETTER,
      input: JSON.stringify({ number, date }),
      version,
      at: act.at,
      actor: act.actor,
    })
    .onConflict(['draft', 'field'])
    .merge();
}

/** Keeps a table as it is now: its mark, and of its rows those that are new or changed, in their places. */
export async function writeTable(
  trx: Knex.Transaction,
  draft: number,
  list: string,
  before: KeptTable | undefined,
  after: KeptTable,
): Promise<void> {
  const { mark, version, at, by } = after;
  await trx('draft_tables')
    .insert({
      draft,
      list,
      mark: mark === undefined ? null : JSON.stringify(mark),
      version,
      at,
      actor: by,
    })
    .onConflict(['draft', 'list'])
    .merge();
  const places = new Map(before?.rows.map((row, position) => [row.id, { row, position }]));
  const changed = after.rows.flatMap((row, position): readonly DraftRowRecord[] => {
    const known = places.get(row.id);
    const same = known?.position === position && known.row === row;
    return same ? [] : [rowRecord(draft, list, row, position)];
  });
  await insertAll(changed, (part) =>
    trx('draft_rows').insert(part).onConflict(['draft', 'list', 'row']).merge(),
  );
}

/** Gives a reason to what is unusual, for these very values; an empty one is taken back. */
export async function writeReason(
  trx: Knex.Transaction,
  draft: number,
  finding: string,
  { about, reason }: KeptReason,
  act: Act,
): Promise<void> {
  if (reason === '') {
    await trx('draft_reasons').where({ draft, finding }).del();
    return;
  }
  await trx('draft_reasons')
    .insert({ draft, finding, about, reason, at: act.at, actor: act.actor })
    .onConflict(['draft', 'finding'])
    .merge();
}

/** Empties a draft: what it held was sent, or is given up. Its version rises all the same. */
export function emptyingOf(
  { id, version, cells, tables, letter }: StoredDraft,
  base: number,
  act: Act,
): readonly Write[] {
  const emptied = {
    base,
    version: version + 1,
    unsent: 0,
    changed_at: act.at,
    changed_by: act.actor,
  } as const;
  return [
    ...(cells.size > 0 || letter ? [deleteOf('draft_cells', { draft: id })] : []),
    ...(tables.size > 0
      ? [deleteOf('draft_rows', { draft: id }), deleteOf('draft_tables', { draft: id })]
      : []),
    updateOf('drafts', emptied, { id }),
  ];
}

/** Lays a draft over a later revision than the one that it was begun upon. */
export async function rebaseDraft(trx: Knex.Transaction, draft: number, base: number): Promise<void> {
  await trx('drafts').where({ id: draft }).update({ base });
}

async function readTables(db: Knex, draft: number): Promise<ReadonlyMap<string, KeptTable>> {
  const tables = await db('draft_tables').where({ draft });
  if (tables.length === 0) return new Map();
  const rows = await db('draft_rows').where({ draft }).orderBy(['list', 'position']);
  return new Map(
    tables.map(({ list, mark, version, at, actor }) => [
      list,
      {
        ...(mark === null ? {} : { mark: JSON.parse(mark) as 'none' | Carried }),
        version,
        at,
        by: actor,
        rows: rows.filter((row) => row.list === list).map(rowOf),
      },
    ]),
  );
}

function keyOf({ report, period, form, entity }: PaperKey): PaperKey {
  return { report, period, form, entity };
}

function rowOf({ row, input, removed, version, at, actor }: DraftRowRecord): KeptRow {
  return { id: row, texts: JSON.parse(input), removed: removed === 1, version, at, by: actor };
}

function rowRecord(
  draft: number,
  list: string,
  { id, texts, removed, version, at, by }: KeptRow,
  position: number,
): DraftRowRecord {
  return {
    draft,
    list,
    row: id,
    position,
    input: JSON.stringify(texts),
    removed: removed ? 1 : 0,
    version,
    at,
    actor: by,
  };
}
