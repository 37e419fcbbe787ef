/**
 * What every act about a paper asks first, in one statement: its period's pin, its draft with what was typed, and which
 * of all the rest there is, so that only that is read. Being one statement it is of one state of the database.
 */
import type { Knex } from 'knex';
import type { KeptInput } from '../domain/collecting/cell-input.ts';
import type { KeptCell, KeptLetter } from '../domain/collecting/draft.ts';
import { dialectOf } from './dialect.ts';
import { firstRow } from './direct.ts';
import { LETTER, type DraftHead, type PaperKey } from './drafts.ts';
import type { PastStamp } from './kept-past.ts';
import type { Condition } from './writes.ts';

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

/** The paper itself, as the subqueries name it. */
const OWN =
  'own.report = pin.report and own.period = pin.period and own.form = paper.form and own.entity = paper.entity';

/** How many a revision has: they are only appended. Asked of each revision, so that no database begins with the others. */
const ANSWERS = (table: 'approvals' | 'decisions'): string =>
  `(select count(*) from ${table} as answer where answer.report = own.report and answer.revision = own.id)`;

/** Each a number or a word, nothing where there is none. */
const STAMPED = {
  pin: 'pin.number',
  closing: `(select kind from events where report = pin.report and period = pin.period
    and kind in ('period-closed', 'period-reopened') order by id desc limit 1)`,
  draft: 'draft.id',
  version: 'draft.version',
  revision: `(select max(number) from revisions as own where ${OWN})`,
  approvals: `(select sum(${ANSWERS('approvals')}) from revisions as own where ${OWN})`,
  decisions: `(select sum(${ANSWERS('decisions')}) from revisions as own where ${OWN})`,
  waiver: `(select max(id) from waivers
    where report = pin.report and period = pin.period and entity = paper.entity)`,
  attachments: `(select count(*) from attachments as own where ${OWN} and own.listed = 1)`,
  attachment: `(select max(id) from attachments as own where ${OWN} and own.listed = 1)`,
  approval:
    '(select approval_required from body_settings where entity = paper.entity order by id desc limit 1)',
} as const;

/** The same, of no account for sending. */
const BESIDE = {
  base: 'draft.base',
  unsent: 'draft.unsent',
  tables: '(select max(1) from draft_tables where draft_tables.draft = draft.id)',
  reasons: '(select max(1) from draft_reasons where draft_reasons.draft = draft.id)',
  decision: '(select max(id) from decisions)',
  history: '(select max(id) from history)',
} as const;

/** One text of them all: to read a column of an answer takes longer than to cut a text. */
function together(parts: Readonly<Record<string, string>>): string {
  return Object.values(parts)
    .map((part) => `coalesce(cast(${part} as text), '')`)
    .join(" || ',' || ");
}

function apart<Name extends string>(
  parts: Readonly<Record<Name, string>>,
  text: string,
): Readonly<Record<Name, string>> {
  const values = text.split(',');
  return Object.fromEntries(Object.keys(parts).map((name, index) => [name, values[index] ?? ''])) as Record<
    Name,
    string
  >;
}

const FROM = `
  from pins as pin
  cross join (select cast(? as text) as form, cast(? as text) as entity) as paper
  left join drafts as draft on draft.report = pin.report and draft.period = pin.period
    and draft.form = paper.form and draft.entity = paper.entity
  where pin.report = ? and pin.period = ?
  order by pin.number desc limit 1`;

const STAMP = `select ${together(STAMPED)} as value ${FROM}`;

/** By how the database puts cells together. */
const heads = new Map<string, string>();

function headWith(cells: string): string {
  const known = heads.get(cells) ?? HEAD(cells);
  heads.set(cells, known);
  return known;
}

const HEAD = (cells: string): string => `
  select ${together(STAMPED)} as stamp, ${together(BESIDE)} as beside,
    pin.definition_hash as hash, pin.pinned_at, draft.changed_at, draft.changed_by,
    (select ${cells} from draft_cells where draft_cells.draft = draft.id) as cells
  ${FROM}`;

interface HeadRow {
  readonly stamp: string;
  readonly beside: string;
  readonly hash: string;
  readonly pinned_at: string;
  readonly changed_at: string | null;
  readonly changed_by: string | null;
  /** JSON: [field, input, version, at, actor] of each cell. */
  readonly cells: string | null;
}

/** Undefined when the period was never opened. */
export async function readPaperHead(db: Knex, key: PaperKey): Promise<PaperHead | undefined> {
  const row = await firstRow<HeadRow>(db, headWith(dialectOf(db).cellsAsJson), valuesOf(key));
  if (!row) return undefined;
  const known = apart(STAMPED, row.stamp);
  const beside = apart(BESIDE, row.beside);
  return {
    pin: { number: Number(known.pin), hash: row.hash, pinnedAt: row.pinned_at },
    state: known.closing === 'period-closed' ? 'closed' : 'open',
    draft: draftOf(row, known, beside),
    revision: Number(known.revision),
    hasWaivers: known.waiver !== '',
    attachments: Number(known.attachments),
    approvalRequired: known.approval !== '0',
    past: { decision: Number(beside.decision), history: Number(beside.history) },
    stamp: row.stamp,
  };
}

/** The stamp alone: whether what was read still holds. */
export async function readPaperStamp(db: Knex, key: PaperKey): Promise<PaperStamp | undefined> {
  return (await firstRow<{ readonly value: PaperStamp }>(db, STAMP, valuesOf(key)))?.value;
}

/** That the paper still has a stamp. */
export function stampCondition(key: PaperKey, stamp: PaperStamp): Condition {
  return { sql: STAMP, values: valuesOf(key), is: stamp };
}

/** In the order in which the statements ask for them. */
function valuesOf({ report, period, form, entity }: PaperKey): readonly string[] {
  return [form, entity, report, period];
}

function draftOf(
  { cells: json, changed_at: changedAt, changed_by: changedBy }: HeadRow,
  known: Readonly<Record<keyof typeof STAMPED, string>>,
  beside: Readonly<Record<keyof typeof BESIDE, string>>,
): DraftHead | undefined {
  if (known.draft === '' || changedAt === null || changedBy === null) return undefined;
  const unsent = beside.unsent === '1';
  const cells = new Map<string, KeptCell>();
  let letter: KeptLetter | undefined;
  // Sent drafts hold nothing.
  const kept = JSON.parse(unsent ? (json ?? '[]') : '[]') as readonly (readonly [
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
    id: Number(known.draft),
    base: Number(beside.base),
    version: Number(known.version),
    unsent,
    changedAt,
    changedBy,
    cells,
    ...(letter ? { letter } : {}),
    hasTables: beside.tables === '1',
    hasReasons: beside.reasons === '1',
  };
}
