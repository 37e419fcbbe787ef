/** Requests read against the papers that stand, one after the other: what each changes, and what is wrong with any. */
import {
  readCorrection,
  readPaper,
  type CellChange,
  type CorrectedPeriod,
} from '../../domain/corrections/read-correction.ts';
import { namesRow, readRowCorrection, type RowChange } from '../../domain/corrections/read-row-correction.ts';
import type { FileProblem } from '../../domain/intake/file-problem.ts';
import type { Answers, Revision, Row } from '../../domain/submission.ts';
import { checkAnswers } from '../../domain/validation/check-answers.ts';
import { refused, type Asked } from './asked.ts';

export type Change = CellChange | RowChange;

/** True for a change of a row, and not of a cell. */
export function isRowChange(change: Change): change is RowChange {
  return 'table' in change;
}

/** All requests read, each cell once; @throws with everything that is wrong. */
export function changesOf(context: CorrectedPeriod, asked: readonly Asked[]): readonly Change[] {
  const problems: FileProblem[] = [];
  const changes: Change[] = [];
  for (const { request, fault } of asked) {
    const paper = readPaper(context, request);
    if (!paper.ok) {
      problems.push(fault(paper.part, paper.found, paper.expected));
      continue;
    }
    const { form, before } = paper.paper;
    const own = changes.filter((change) => change.before.id === before.id);
    const named = namesRow(form, request.field);
    const reading = named
      ? readRowCorrection(context, paper.paper, request, named, rowsAfter(before, named.table.id, own))
      : readCorrection(context, paper.paper, request);
    if (!reading.ok) {
      problems.push(fault(reading.part, reading.found, reading.expected));
      continue;
    }
    const change: Change = reading.change;
    if (
      !isRowChange(change) &&
      own.some((other) => !isRowChange(other) && other.field.id === change.field.id)
    )
      problems.push(
        fault('field', `ô “${change.field.label}” đã đính chính ở trên`, 'mỗi ô một lần trong một tệp'),
      );
    changes.push(change);
    const place = isRowChange(change) ? { table: change.table.id } : { field: change.field.id };
    for (const problem of checkAnswers(form, context.definition, answersAfter(before, [...own, change])))
      if (problem.field === place.field && problem.table === place.table)
        problems.push(fault('to', problem.found, problem.expected));
  }
  if (problems.length > 0) throw refused(problems);
  return changes;
}

/** The answers of a paper with all its corrections. A table whose rows are changed is typed, not confirmed. */
export function answersAfter(before: Revision, changes: readonly Change[]): Answers {
  const cells = changes.flatMap((change) =>
    isRowChange(change) ? [] : [[change.field.id, change.to] as const],
  );
  const changed = [...new Set(changes.flatMap((change) => (isRowChange(change) ? [change.table.id] : [])))];
  const tables = changed.map(
    (id) => [id, rowsAfter(before, id, changes).filter((row) => row !== null)] as const,
  );
  const standing = Object.entries(before.standingTables ?? {}).filter(([id]) => !changed.includes(id));
  const emptied = tables.flatMap(([id, rows]): readonly (readonly [string, 'none'])[] => {
    const isStanding = changes.some(
      (change) => isRowChange(change) && change.table.id === id && change.table.standing !== undefined,
    );
    return isStanding && rows.length === 0 ? [[id, 'none']] : [];
  });
  const marks = [...standing, ...emptied];
  return {
    cells: { ...before.cells, ...Object.fromEntries(cells) },
    tables: { ...before.tables, ...Object.fromEntries(tables) },
    ...(marks.length > 0 ? { standingTables: Object.fromEntries(marks) } : {}),
  };
}

/** Rows by their number in the paper that stands, null where one was taken out, and then those that were added. */
export function rowsAfter(
  before: Revision,
  table: string,
  changes: readonly Change[],
): readonly (Row | null)[] {
  const rows: (Row | null)[] = [...(before.tables[table] ?? [])];
  const added: Row[] = [];
  for (const change of changes) {
    if (!isRowChange(change) || change.table.id !== table) continue;
    if (change.number > 0) rows[change.number - 1] = change.to;
    else if (change.to) added.push(change.to);
  }
  return [...rows, ...added];
}
