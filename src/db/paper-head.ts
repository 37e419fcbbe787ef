/**
 * What every act about a paper asks first, in one statement: its period's pin, its draft with what was typed, and which
 * of all the rest there is, so that only that is read. Being one statement it is of one state of the database.
 */
import type { Knex } from 'knex';
import type { KeptInput } from '../domain/collecting/cell-input.ts';
import type { KeptCell, KeptLetter } from '../domain/collecting/draft.ts';
import { dialectOf } from './dialect.ts';
import { LETTER, type DraftHead, type PaperKey } from './drafts.ts';
import type { PastStamp } from './kept-past.ts';

/** Which pin a period has. */
export interface PinHead {
  readonly number: number;
  readonly hash: string;
  readonly pinnedAt: string;
}

export interface PaperHead {
  readonly pin: PinHead;
  readonly state: 'open' | 'closed';
  readonly draft: DraftHead | undefined;
  /** Number of the latest revision; 0 before the first. */
  readonly revision: number;
  /** A waiver of this period names the body, for this form or another. */
  readonly hasWaivers: boolean;
  /** Attachments that belong to the form as it is now. */
  readonly attachments: number;
  /** A body needs its approver unless it was decided otherwise. */
  readonly approvalRequired: boolean;
  readonly past: PastStamp;
  readonly stamp: PaperStamp;
}

/**
 * A text that is another one after any act that bears on sending a paper: a save, a revision, what was decided about it,
 * an attachment, a waiver, another pin, the closing of the period, the body's settings.
 */
export type PaperStamp = string;

const STAMPED = [
  'pin',
  'closing',
  'draft',
  'version',
  'revision',
  'approvals',
  'decisions',
  'waiver',
  'attachments',
  'attachment',
  'approval_required',
] as const;

interface StampRow extends Readonly<Record<(typeof STAMPED)[number], number | string | null>> {
  readonly pin: number;
  readonly closing: string | null;
  readonly draft: number | null;
  readonly version: number | null;
  readonly revision: number | null;
  readonly waiver: number | null;
  readonly approval_required: 0 | 1 | null;
}

interface HeadRow extends StampRow {
  readonly hash: string;
  readonly pinned_at: string;
  readonly base: number | null;
  readonly unsent: 0 | 1 | null;
  readonly changed_at: string | null;
  readonly changed_by: string | null;
  /** JSON: [field, input, version, at, actor] of each cell. */
  readonly cells: string | null;
  readonly has_tables: 0 | 1;
  readonly has_reasons: 0 | 1;
  readonly past_decision: number | null;
  readonly past_history: number | null;
}

/** Of the rows `pin` and `draft`, the paper they are of. */
const OWN = 'own.report = pin.report and own.period = pin.period and own.form = ? and own.entity = ?';

/** How many a revision has: they are only appended. Asked of each revision, so that no database begins with the others. */
const ANSWERS = (table: 'approvals' | 'decisions'): string =>
  `(select count(*) from ${table} as answer where answer.report = own.report and answer.revision = own.id)`;

/** Each `?` is the form, then the body; of waivers and settings the body alone. */
const STAMP = `
  pin.number as pin,
  (select kind from events where report = pin.report and period = pin.period
    and kind in ('period-closed', 'period-reopened') order by id desc limit 1) as closing,
  draft.id as draft, draft.version,
  (select max(number) from revisions as own where ${OWN}) as revision,
  (select sum(${ANSWERS('approvals')}) from revisions as own where ${OWN}) as approvals,
  (select sum(${ANSWERS('decisions')}) from revisions as own where ${OWN}) as decisions,
  (select max(id) from waivers
    where report = pin.report and period = pin.period and entity = ?) as waiver,
  (select count(*) from attachments as own where ${OWN} and own.listed = 1) as attachments,
  (select max(id) from attachments as own where ${OWN} and own.listed = 1) as attachment,
  (select approval_required from body_settings where entity = ? order by id desc limit 1) as approval_required`;

const HEAD = (cells: string): string => `
  pin.definition_hash as hash, pin.pinned_at,
  draft.base, draft.unsent, draft.changed_at, draft.changed_by,
  (select ${cells} from draft_cells where draft_cells.draft = draft.id) as cells,
  case when exists (select 1 from draft_tables where draft_tables.draft = draft.id)
    then 1 else 0 end as has_tables,
  case when exists (select 1 from draft_reasons where draft_reasons.draft = draft.id)
    then 1 else 0 end as has_reasons,
  (select max(id) from decisions) as past_decision,
  (select max(id) from history) as past_history`;

const FROM = `
  from pins as pin
  left join drafts as draft on draft.report = pin.report and draft.period = pin.period
    and draft.form = ? and draft.entity = ?
  where pin.report = ? and pin.period = ?
  order by pin.number desc limit 1`;

/** Undefined when the period was never opened. */
export async function readPaperHead(db: Knex, key: PaperKey): Promise<PaperHead | undefined> {
  const { cellsAsJson } = dialectOf(db);
  const row = await firstRow<HeadRow>(db, `select ${STAMP}, ${HEAD(cellsAsJson)} ${FROM}`, key);
  if (!row) return undefined;
  return {
    pin: { number: row.pin, hash: row.hash, pinnedAt: row.pinned_at },
    state: row.closing === 'period-closed' ? 'closed' : 'open',
    draft: draftOf(row),
    revision: row.revision ?? 0,
    hasWaivers: row.waiver !== null,
    attachments: Number(row.attachments),
    approvalRequired: row.approval_required !== 0,
    past: { decision: row.past_decision ?? 0, history: row.past_history ?? 0 },
    stamp: stampOf(row),
  };
}

/** The stamp alone: whether what was read still holds. */
export async function readPaperStamp(db: Knex, key: PaperKey): Promise<PaperStamp | undefined> {
  const row = await firstRow<StampRow>(db, `select ${STAMP} ${FROM}`, key);
  return row && stampOf(row);
}

function stampOf(row: StampRow): PaperStamp {
  return STAMPED.map((column) => row[column]).join();
}

async function firstRow<Row>(db: Knex, sql: string, key: PaperKey): Promise<Row | undefined> {
  const { report, period, form, entity } = key;
  const paper = [form, entity];
  const bindings = [
    ...paper,
    ...paper,
    ...paper,
    entity,
    ...paper,
    ...paper,
    entity,
    ...paper,
    report,
    period,
  ];
  const [row] = dialectOf(db).rowsOf(await db.raw<unknown>(sql, bindings)) as readonly Row[];
  return row;
}

function draftOf(row: HeadRow): DraftHead | undefined {
  const { draft: id, base, version, unsent, changed_at: changedAt, changed_by: changedBy } = row;
  if (id === null || base === null || version === null || changedAt === null || changedBy === null)
    return undefined;
  const cells = new Map<string, KeptCell>();
  let letter: KeptLetter | undefined;
  // Sent drafts hold nothing.
  const kept = JSON.parse(row.unsent === 1 ? (row.cells ?? '[]') : '[]') as readonly (readonly [
    string,
    unknown,
    number,
    string,
    string,
  ])[];
  for (const [field, input, saved, at, by] of kept)
    if (field === LETTER)
      letter = { ...(input as Pick<KeptLetter, 'number' | 'date'>), version: saved, at, by };
    else cells.set(field, { input: input as KeptInput, version: saved, at, by });
  return {
    id,
    base,
    version,
    unsent: unsent === 1,
    changedAt,
    changedBy,
    cells,
    ...(letter ? { letter } : {}),
    hasTables: row.has_tables === 1,
    hasReasons: row.has_reasons === 1,
  };
}
