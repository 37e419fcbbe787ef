/** Shows what an uploaded workbook would change, and keeps it until the person says yes. Nothing is taken yet. */
import { randomBytes } from 'node:crypto';
import { inPaperTransaction } from '../../db/transaction.ts';
import { keepPreview } from '../../db/workbook-previews.ts';
import type { Person } from '../../domain/account.ts';
import { previewWorkbook as compareWorkbook } from '../../domain/collecting/workbook/preview-workbook.ts';
import type { WorkbookPreview } from '../../domain/collecting/workbook/preview.ts';
import { readInChild } from '../../workbook/read/read-in-child.ts';
import { refusalInWords } from '../../workbook/read/refusal.ts';
import { actOf, vietnamTime, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { FormKey } from './form-desk.ts';
import { identityOf } from './form-template.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

/** A preview that nobody said yes to is forgotten after so long. */
const HOURS = 24;

export interface UploadPreview extends WorkbookPreview {
  /** To be given to `takeWorkbook`; absent when there is nothing to take. */
  readonly token?: string;
}

/**
 * Reads the file in a process of its own and compares it with the draft.
 * @throws WorkflowProblem "input" with a sentence for the person when nothing of the file can be taken; and as
 * `requirePaper` and `requireAct` for editing, before the file is looked at.
 */
export async function previewWorkbook(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  bytes: Uint8Array,
): Promise<UploadPreview> {
  const { db } = workplace;
  requireRole(person, 'clerk');
  await requireEditing(workplace, person, key);
  const read = await readInChild(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!read.ok) throw new WorkflowProblem('input', refusalInWords(read.refusal));
  return inPaperTransaction(db, lockOf(person, key), async (trx) => {
    const act = actOf({ ...workplace, actor: person.name });
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const { definition, members } = paper.pinned;
    const { fields, tables } = state.laid;
    const result = compareWorkbook({
      workbook: read.workbook,
      identity: identityOf(paper),
      definition,
      period: paper.key.period,
      form: paper.form,
      members,
      current: {
        fields: fields.map(({ field, input, version }) => ({ id: field.id, input, version })),
        tables: tables.map(({ table, mark, version, rows }) => ({ id: table.id, mark, version, rows })),
      },
    });
    if (!result.ok) throw new WorkflowProblem('input', result.why);
    const { preview } = result;
    if (preview.fields.length + preview.rows.length === 0) return preview;
    const token = randomBytes(32).toString('hex');
    await keepPreview(trx, paper.key, token, preview, act, keptSince(act.at));
    return { ...preview, token };
  });
}

/** Previews made before this are forgotten. */
export function keptSince(at: string): string {
  return vietnamTime(new Date(Date.parse(at) - HOURS * 3_600_000));
}

async function requireEditing(workplace: Workplace, person: Person, key: FormKey): Promise<void> {
  const paper = await requirePaper(workplace.db, person, key);
  requireAct('edit', await readPaperState(workplace.db, person, paper, workplace.now()), paper);
}
