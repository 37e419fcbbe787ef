/** The body's covering letter (công văn) as it is typed: it belongs to the draft, and goes with what is sent. */
import { nextVersion, writeLetter } from '../../db/drafts.ts';
import { appendEvents } from '../../db/events.ts';
import { inPaperTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { LONGEST_INPUT } from '../../domain/collecting/cell-input.ts';
import { readLetter } from '../../domain/collecting/draft.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { DeskLetter, FormKey } from './form-desk.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

export type LetterOutcome =
  | { readonly outcome: 'saved' | 'unchanged'; readonly letter: DeskLetter; readonly version: number }
  | { readonly outcome: 'conflict'; readonly theirs: DeskLetter };

/** Keeps number and date as they were typed, unless someone else changed them since they were seen. */
export async function saveLetter(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { number, date, seen }: { readonly number: string; readonly date: string; readonly seen: number },
): Promise<LetterOutcome> {
  requireRole(person, 'clerk');
  if (number.length > LONGEST_INPUT || date.length > LONGEST_INPUT)
    throw new WorkflowProblem('input', 'Số hoặc ngày công văn quá dài nên chưa được lưu. Đề nghị ghi lại.');
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const { letter } = state.laid;
    if (letter.number === number && letter.date === date)
      return { outcome: 'unchanged', letter, version: state.draft?.version ?? 0 };
    if (letter.version !== seen) return { outcome: 'conflict', theirs: letter };
    const next = await nextVersion(trx, paper.key, state.draft, state.latest?.number ?? 0, act);
    await writeLetter(trx, next.id, { number, date }, next.version, act);
    const { report, period, form, entity } = paper.key;
    const details = { version: next.version, letter: 1 };
    await appendEvents(trx, [{ kind: 'draft-saved', report, period, form, entity, details }], act);
    return {
      outcome: 'saved',
      letter: { number, date, reading: readLetter({ number, date }), version: next.version },
      version: next.version,
    };
  });
}
