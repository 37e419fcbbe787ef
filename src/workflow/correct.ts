/**
 * Corrects values of a period whose report was issued. Each correction is a new revision of the body's paper, accepted
 * as such, or a new line of history; what was published stays, and the next report says what changed.
 */
import type { Knex } from 'knex';
import { appendCorrections, lastOfHistory, readCorrections, type NewCorrection } from '../db/corrections.ts';
import { readEditions } from '../db/editions.ts';
import { appendHistory, readHistory } from '../db/history.ts';
import { readCurrentSubmissions } from '../db/revisions.ts';
import { inTransaction } from '../db/transaction.ts';
import { readWaivers } from '../db/waivers.ts';
import { correctedHistory } from '../domain/corrections/adjust-history.ts';
import { cellInWords } from '../domain/corrections/cell-in-words.ts';
import { HISTORY_FORM, readHistoryCorrection } from '../domain/corrections/read-history-correction.ts';
import {
  readCorrection,
  type CellChange,
  type CorrectedPeriod,
  type CorrectionRequest,
  type RequestPart,
} from '../domain/corrections/read-correction.ts';
import type { Definition } from '../domain/definition.ts';
import { entityById } from '../domain/entity.ts';
import { formatProblem, formatProblems, type FileProblem } from '../domain/intake/file-problem.ts';
import { isPeriodId } from '../domain/period.ts';
import type { Cell, Revision } from '../domain/submission.ts';
import { checkAnswers } from '../domain/validation/check-answers.ts';
import { readCorrectionsFile } from './files/read-corrections.ts';
import { loadReport } from './load-report.ts';
import { requirePeriod } from './require-period.ts';
import { acceptAnswers } from './standing/accept-answers.ts';
import { actOf, type Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface CorrectOptions {
  /** Time of the correction; default now. */
  readonly at?: string;
}

/** A request, and how a fault in one of its parts is said. */
interface Asked {
  readonly request: CorrectionRequest;
  readonly fault: (part: RequestPart, found: string, expected: string) => FileProblem;
}

const PARTS: Readonly<Record<RequestPart, string>> = {
  body: 'đơn vị',
  form: 'biểu',
  field: 'ô',
  from: '--from',
  to: 'số mới',
  reason: '--reason',
};

/**
 * Corrects one value.
 * @returns what was corrected, a line.
 * @throws WorkflowProblem "input" when the request does not fit what stands; nothing has landed then.
 */
export async function correctValue(
  workplace: Workplace,
  report: string,
  period: string,
  request: CorrectionRequest,
  options: CorrectOptions = {},
): Promise<readonly string[]> {
  return correct(workplace, report, period, [{ request, fault: faultOfArgument }], options);
}

/** Corrects the values of a file: all of them, or none and every fault is named. */
export async function correctFromFile(
  workplace: Workplace,
  report: string,
  period: string,
  path: string,
  options: CorrectOptions = {},
): Promise<readonly string[]> {
  const reading = await readCorrectionsFile(path);
  if (!reading.ok) throw refused(reading.problems);
  const asked = reading.rows.map(({ request, problem }) => ({ request, fault: problem }));
  return correct(workplace, report, period, asked, options);
}

async function correct(
  workplace: Workplace,
  report: string,
  period: string,
  asked: readonly Asked[],
  { at }: CorrectOptions,
): Promise<readonly string[]> {
  const [history, cells] = [asked.filter(isOfHistory), asked.filter((one) => !isOfHistory(one))];
  const act = actOf(workplace, at);
  const folder = history.length > 0 ? (await loadReport(workplace.reportsDir, report)).definition : undefined;
  return inTransaction(workplace.db, async (trx) => {
    const through = await lastOfHistory(trx, report);
    const made = [
      ...(folder ? await correctHistory(trx, report, folder, period, history, act) : []),
      ...(cells.length > 0 ? await correctCells(trx, report, period, cells, act) : []),
    ];
    await appendCorrections(
      trx,
      report,
      made.map(({ correction }) => correction),
      through,
      act,
    );
    return made.map(({ line }) => line);
  });
}

interface Made {
  readonly correction: NewCorrection;
  readonly line: string;
}

async function correctCells(
  trx: Knex.Transaction,
  report: string,
  period: string,
  asked: readonly Asked[],
  act: ReturnType<typeof actOf>,
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

async function correctHistory(
  trx: Knex.Transaction,
  report: string,
  definition: Definition,
  period: string,
  asked: readonly Asked[],
  act: ReturnType<typeof actOf>,
): Promise<readonly Made[]> {
  if (!isPeriodId(period))
    throw new WorkflowProblem(
      'period-id',
      `“${period}” không phải là một kỳ; ghi như 2024-10, 2024-Q3, 2024.`,
    );
  // What was corrected before is part of the value that stands.
  const history = correctedHistory({
    definition,
    history: await readHistory(trx, report),
    corrections: await readCorrections(trx, report),
    earlier: [],
  });
  const problems: FileProblem[] = [];
  const values = new Set<unknown>();
  const changes = asked.flatMap(({ request, fault }) => {
    const reading = readHistoryCorrection({ definition, history }, period, request);
    if (!reading.ok) {
      problems.push(fault(reading.part, reading.found, reading.expected));
      return [];
    }
    if (values.has(reading.change.before))
      problems.push(fault('field', 'số liệu đã đính chính ở trên', 'mỗi số liệu một lần trong một tệp'));
    values.add(reading.change.before);
    return [reading.change];
  });
  if (problems.length > 0) throw refused(problems);
  await appendHistory(
    trx,
    report,
    changes.map(({ before: { indicator, period: of, span, scope, status, basis, source }, to, reason }) => ({
      indicator,
      period: of,
      span,
      scope,
      ...(status === undefined ? {} : { status }),
      value: to,
      basis,
      source: `${source}; đính chính: ${reason}`,
    })),
    act,
  );
  return changes.map(({ indicator, before, to, reason }) => {
    const { span, scope, status } = before;
    const [old, now] = [before.value, to].map((value) => ({ state: 'value', value }) as const);
    return {
      correction: {
        period,
        place: { kind: 'history', span, scope, ...(status === undefined ? {} : { status }) },
        indicator: indicator.code,
        from: old ?? null,
        to: now ?? { state: 'none' },
        reason,
      },
      line: `Đã đính chính số liệu lịch sử “${indicator.label}”: ${cellInWords(old ?? null, indicator)} → ${cellInWords(now ?? null, indicator)}.`,
    };
  });
}

function faultOfArgument(part: RequestPart, found: string, expected: string): FileProblem {
  return { file: PARTS[part], found, expected };
}

function isOfHistory({ request }: Asked): boolean {
  return request.form.trim() === HISTORY_FORM;
}

function refused(problems: readonly FileProblem[]): WorkflowProblem {
  const [only, ...others] = problems;
  return only && others.length === 0 && only.row === undefined
    ? new WorkflowProblem('input', `Chưa đính chính, không ghi gì. ${formatProblem(only)}.`)
    : new WorkflowProblem(
        'input',
        'Chưa đính chính, không ghi gì. Đề nghị sửa các lỗi sau:',
        formatProblems(problems).split('\n'),
      );
}
