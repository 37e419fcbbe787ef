/** Corrects cells and rows of papers: each paper gets one new revision with all its corrections, accepted as such. */
import type { Knex } from 'knex';
import { readEditions } from '../../db/editions.ts';
import type { Act } from '../../db/events.ts';
import { readCurrentSubmissions } from '../../db/revisions.ts';
import { readWaivers } from '../../db/waivers.ts';
import { cellInWords } from '../../domain/corrections/cell-in-words.ts';
import type { RowChange } from '../../domain/corrections/read-row-correction.ts';
import { rowChangeInWords } from '../../domain/corrections/row-in-words.ts';
import type { Definition } from '../../domain/definition.ts';
import { entityById } from '../../domain/entity.ts';
import type { Revision } from '../../domain/submission.ts';
import { requirePeriod } from '../require-period.ts';
import { acceptAnswers } from '../standing/accept-answers.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Asked, Made } from './asked.ts';
import { answersAfter, changesOf, isRowChange, rowsAfter, type Change } from './changes.ts';

/** @throws WorkflowProblem "nothing-to-do" while nothing is issued; "input" with everything that does not fit. */
export async function correctCells(
  trx: Knex.Transaction,
  report: string,
  period: string,
  asked: readonly Asked[],
  act: Act,
): Promise<readonly Made[]> {
  const { definition, settings, members, state } = await requirePeriod(trx, report, period);
  const issued = (await readEditions(trx, report, period)).some(({ kind }) => kind === 'final');
  if (!issued && state === 'open')
    throw new WorkflowProblem(
      'nothing-to-do',
      `Kỳ ${period} của báo cáo “${report}” chưa phát hành nên chưa có số liệu đã công bố để đính chính. Đề nghị nộp lại phiếu bằng lệnh “tong-hop import ${report} ${period} …”.`,
    );
  const context = {
    definition,
    period: settings,
    members,
    submissions: await readCurrentSubmissions(trx, report, period),
    waivers: await readWaivers(trx, report, period),
  };
  const changes = changesOf(context, asked);
  const papers = papersOf(changes);
  const revisions = await acceptAnswers(
    trx,
    report,
    definition,
    papers.map(({ before, changes: own }) => ({
      period,
      form: before.form,
      entity: before.entity,
      // A paper that came in time is not late because it was corrected; the correction has its own time.
      receivedAt: before.receivedAt,
      after: before.number,
      ...answersAfter(before, own),
    })),
    act,
  );
  return changes.flatMap((change) => {
    const index = papers.findIndex(({ before }) => before.id === change.before.id);
    const [paper, revision] = [papers[index], revisions[index]];
    return paper && revision ? [madeOf(change, paper, revision.id, definition)] : [];
  });
}

interface Paper {
  readonly before: Revision;
  readonly changes: readonly Change[];
}

/** The papers with all their corrections: one new revision each. */
function papersOf(changes: readonly Change[]): readonly Paper[] {
  const papers = new Map(changes.map(({ before }) => [before.id, before]));
  return [...papers.values()].map((before) => ({
    before,
    changes: changes.filter((change) => change.before.id === before.id),
  }));
}

function madeOf(change: Change, paper: Paper, revision: string, definition: Definition): Made {
  if (isRowChange(change)) return madeOfRow(change, paper, revision, definition);
  const { form, field, indicator, before, from, to, reason } = change;
  const { period, entity } = before;
  const [old, now] = [cellInWords(from, indicator), cellInWords(to, indicator)];
  return {
    correction: {
      period,
      place: { kind: 'cell', form: form.id, entity, field: field.id, before: before.id, revision },
      ...(field.indicator === undefined ? {} : { indicator: field.indicator }),
      from,
      to,
      reason,
    },
    line: `Đã đính chính biểu ${form.id}, ${entityById(definition.entities, entity)?.name ?? entity}, ô “${field.label}”: ${old} → ${now}.`,
  };
}

function madeOfRow(change: RowChange, paper: Paper, revision: string, definition: Definition): Made {
  const { form, table, before, from, to, number, reason } = change;
  const { period, entity } = before;
  const place = {
    kind: 'row',
    form: form.id,
    entity,
    table: table.id,
    number,
    newNumber: newNumber(change, paper),
    before: before.id,
    revision,
  } as const;
  const words = rowChangeInWords(definition, { place, from, to });
  return {
    correction: { period, place, from, to, reason },
    line: `Đã đính chính biểu ${form.id}, ${entityById(definition.entities, entity)?.name ?? entity}, bảng “${table.title}”: ${words}.`,
  };
}

/** Where the row stands in the new revision; 0 when it was taken out. */
function newNumber({ table, number, to }: RowChange, { before, changes }: Paper): number {
  if (to === null) return 0;
  const rows = rowsAfter(before, table.id, changes);
  const place = number > 0 ? number - 1 : rows.indexOf(to);
  return rows.slice(0, place + 1).filter((row) => row !== null).length;
}
