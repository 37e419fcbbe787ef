/** Corrects values that stand in history alone: each is a new line of it, the old one stays. */
import type { Knex } from 'knex';
import { readCorrections } from '../../db/corrections.ts';
import type { Act } from '../../db/events.ts';
import { appendHistory, readHistory } from '../../db/history.ts';
import { correctedHistory } from '../../domain/corrections/adjust-history.ts';
import { cellInWords } from '../../domain/corrections/cell-in-words.ts';
import { readHistoryCorrection } from '../../domain/corrections/read-history-correction.ts';
import type { Definition } from '../../domain/definition.ts';
import type { FileProblem } from '../../domain/intake/file-problem.ts';
import { isPeriodId } from '../../domain/period.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { refused, type Asked, type Made } from './asked.ts';

/** @throws WorkflowProblem "period-id"; "input" with everything that does not fit. */
export async function correctHistory(
  trx: Knex.Transaction,
  report: string,
  definition: Definition,
  period: string,
  asked: readonly Asked[],
  act: Act,
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
