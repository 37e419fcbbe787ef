/** Corrects cells of papers: each paper gets one new revision with all its corrections, accepted as such. */
import type { Knex } from 'knex';
import { readEditions } from '../../db/editions.ts';
import type { Act } from '../../db/events.ts';
import { readCurrentSubmissions } from '../../db/revisions.ts';
import { readWaivers } from '../../db/waivers.ts';
import { cellInWords } from '../../domain/corrections/cell-in-words.ts';
import {
  readCorrection,
  type CellChange,
  type CorrectedPeriod,
} from '../../domain/corrections/read-correction.ts';
import type { Definition } from '../../domain/definition.ts';
import { entityById } from '../../domain/entity.ts';
import type { FileProblem } from '../../domain/intake/file-problem.ts';
import type { Cell, Revision } from '../../domain/submission.ts';
import { checkAnswers } from '../../domain/validation/check-answers.ts';
import { requirePeriod } from '../require-period.ts';
import { acceptAnswers } from '../standing/accept-answers.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { refused, type Asked, type Made } from './asked.ts';

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
    papers.map(({ before, cells }) => ({
      period,
      form: before.form,
      entity: before.entity,
      // A paper that came in time is not late because it was corrected; the correction has its own time.
      receivedAt: before.receivedAt,
      after: before.number,
      cells,
      tables: before.tables,
      ...(before.standingTables ? { standingTables: before.standingTables } : {}),
    })),
    act,
  );
  const newIds = new Map(papers.map(({ before }, index) => [before.id, revisions[index]?.id ?? '']));
  return changes.map((change) => madeOf(change, newIds.get(change.before.id) ?? '', definition));
}

/** All requests read, each cell once; @throws with everything that is wrong. */
function changesOf(context: CorrectedPeriod, asked: readonly Asked[]): readonly CellChange[] {
  const problems: FileProblem[] = [];
  const places = new Set<string>();
  const changes = asked.flatMap(({ request, fault }): readonly CellChange[] => {
    const reading = readCorrection(context, request);
    if (!reading.ok) {
      problems.push(fault(reading.part, reading.found, reading.expected));
      return [];
    }
    const { change } = reading;
    const place = `${change.before.id}/${change.field.id}`;
    if (places.has(place))
      problems.push(
        fault('field', `ô “${change.field.label}” đã đính chính ở trên`, 'mỗi ô một lần trong một tệp'),
      );
    places.add(place);
    const { cells, tables } = withChanges(change.before, [change]);
    for (const { field, found, expected } of checkAnswers(change.form, context.definition, { cells, tables }))
      if (field === change.field.id) problems.push(fault('to', found, expected));
    return [change];
  });
  if (problems.length > 0) throw refused(problems);
  return changes;
}

interface Paper {
  readonly before: Revision;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** The papers with all their corrections: one new revision each. */
function papersOf(changes: readonly CellChange[]): readonly Paper[] {
  const byPaper = new Map<string, CellChange[]>();
  for (const change of changes)
    byPaper.set(change.before.id, [...(byPaper.get(change.before.id) ?? []), change]);
  return [...byPaper.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ before: first.before, cells: withChanges(first.before, own).cells }] : [];
  });
}

function withChanges(before: Revision, changes: readonly CellChange[]): Pick<Revision, 'cells' | 'tables'> {
  const changed = Object.fromEntries(changes.map(({ field, to }) => [field.id, to]));
  return { cells: { ...before.cells, ...changed }, tables: before.tables };
}

function madeOf(
  { form, field, indicator, before, from, to, reason }: CellChange,
  revision: string,
  definition: Definition,
): Made {
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
