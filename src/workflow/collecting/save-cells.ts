/** Saves what was typed into fields, one by one: what someone else saved meanwhile is shown, never overwritten. */
import type { Knex } from 'knex';
import { nextVersion, writeCells } from '../../db/drafts.ts';
import { appendEvents, type Act } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import {
  INPUT_PARTS,
  LONGEST_INPUT,
  sameInput,
  type CellInput,
  type InputReading,
} from '../../domain/collecting/cell-input.ts';
import { sameCell } from '../../domain/collecting/form-differences.ts';
import type { LaidField } from '../../domain/collecting/lay-draft.ts';
import { readInput } from '../../domain/collecting/read-input.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { paperName, requirePaper, requireRole, type Paper } from './paper.ts';
import { readPaperState, requireAct, type PaperState } from './paper-state.ts';

export interface CellChange {
  readonly field: string;
  readonly input: CellInput;
  /** The version that was shown with what was changed. */
  readonly seen: number;
}

export type SavedField =
  | {
      readonly field: string;
      readonly outcome: 'saved' | 'unchanged';
      readonly version: number;
      readonly reading: InputReading;
      readonly saved?: { readonly at: string; readonly by: string };
    }
  | {
      readonly field: string;
      readonly outcome: 'conflict';
      readonly mine: CellInput;
      readonly theirs: {
        readonly input: CellInput;
        readonly reading: InputReading;
        readonly version: number;
        readonly saved?: { readonly at: string; readonly by: string };
      };
    };

export interface SaveOutcome {
  /** Of the draft, after saving. */
  readonly version: number;
  /** When this was saved. */
  readonly at: string;
  /** In the order of the changes. */
  readonly fields: readonly SavedField[];
}

/**
 * Keeps inputs as they were typed, also those that cannot be read. One that has not seen the latest version of its field
 * is a conflict, unless it says the same; the other fields are saved.
 * @throws WorkflowProblem "field-unknown", "input" (too long), "not-allowed", and as `requirePaper`.
 */
export async function saveCells(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  changes: readonly CellChange[],
): Promise<SaveOutcome> {
  requireRole(person, 'clerk');
  const act = actOf({ ...workplace, actor: person.name });
  const { at } = act;
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, at);
    requireAct('edit', state, paper);
    const fields = judgeChanges(state, changes);
    const version = await writeChanges(trx, paper, state, changes, fields, act);
    return { version, at, fields: fields.map((field) => stamped(field, version, at, person.name)) };
  });
}

/** What the lock of a paper is called, before anything is known of the paper. */
export function lockOf({ entity = '' }: Person, key: FormKey): string {
  return paperName({ ...key, entity: key.entity ?? entity });
}

/** What becomes of each change; the versions of those that will be saved are given when they are. */
export function judgeChanges({ laid }: PaperState, changes: readonly CellChange[]): readonly SavedField[] {
  const fields = new Map(laid.fields.map((one) => [one.field.id, one]));
  const seen = new Set<string>();
  return changes.map((change) => {
    const current = fields.get(change.field);
    if (!current || seen.has(change.field))
      throw new WorkflowProblem(
        'field-unknown',
        current
          ? `Ô “${change.field}” được gửi hai lần trong một lần lưu.`
          : `Kỳ này không có ô “${change.field}” trong biểu. Đề nghị tải lại trang.`,
      );
    seen.add(change.field);
    requireShort(change.input, current);
    return judge(change, current);
  });
}

function judge({ field, input, seen }: CellChange, current: LaidField): SavedField {
  const reading = readInput(input, current.field, current.indicator);
  const { version, saved } = current;
  if (sameInput(input, current.input) || meansTheSame(reading, current.reading))
    return { field, outcome: 'unchanged', version, reading: current.reading, ...(saved ? { saved } : {}) };
  if (seen === version) return { field, outcome: 'saved', version, reading };
  const theirs = { input: current.input, reading: current.reading, version, ...(saved ? { saved } : {}) };
  return { field, outcome: 'conflict', mine: input, theirs };
}

/** The same answer typed another way; one that was carried forward is another answer than the same typed. */
function meansTheSame(one: InputReading, other: InputReading): boolean {
  return one.kind === 'cell' && other.kind === 'cell' && sameCell(one.cell, other.cell);
}

/**
 * Writes the changes that are to be saved, as the next version of the draft.
 * @returns the version of the draft afterwards
 */
export async function writeChanges(
  trx: Knex.Transaction,
  { key }: Paper,
  { draft, latest }: PaperState,
  changes: readonly CellChange[],
  fields: readonly SavedField[],
  act: Act,
): Promise<number> {
  const kept = changes.filter((_change, index) => fields[index]?.outcome === 'saved');
  if (kept.length === 0) return draft?.version ?? 0;
  const next = await nextVersion(trx, key, draft, latest?.number ?? 0, act);
  await writeCells(
    trx,
    next.id,
    kept.map(({ field, input }) => ({ field, input: typed(input) })),
    next.version,
    act,
  );
  const { report, period, form, entity } = key;
  const details = { version: next.version, fields: kept.map(({ field }) => field).join(' ') };
  await appendEvents(trx, [{ kind: 'draft-saved', report, period, form, entity, details }], act);
  return next.version;
}

/** Only the parts of an input that say something. */
function typed(input: CellInput): CellInput {
  return Object.fromEntries(
    INPUT_PARTS.flatMap((part) => {
      const text = input[part];
      return text === undefined || text === '' ? [] : [[part, text]];
    }),
  );
}

function stamped(field: SavedField, version: number, at: string, by: string): SavedField {
  return field.outcome === 'saved' ? { ...field, version, saved: { at, by } } : field;
}

function requireShort(input: CellInput, { field }: LaidField): void {
  if (INPUT_PARTS.every((part) => (input[part]?.length ?? 0) <= LONGEST_INPUT)) return;
  throw new WorkflowProblem(
    'input',
    `Ô “${field.label}”: nội dung dài quá ${LONGEST_INPUT} ký tự nên chưa được lưu. Đề nghị rút gọn, hoặc gửi thành tệp kèm theo.`,
  );
}
