/** A compiler gives a soft finding its reason in the browser. */
import type { Person } from '../../domain/account.ts';
import { requireWords } from '../collecting/require-words.ts';
import { justify } from '../desk.ts';
import type { Workplace } from '../workplace.ts';
import { requireCompiler } from './department.ts';

/** @throws WorkflowProblem "forbidden", "period-unknown", "finding-unknown", "reason-missing", "input" */
export async function justifyFinding(
  workplace: Workplace,
  person: Person,
  report: string,
  period: string,
  { finding, reason }: { readonly finding: string; readonly reason: string },
): Promise<void> {
  requireCompiler(person);
  const words = requireWords(reason, 'lý do giải trình');
  await justify({ ...workplace, actor: person.name }, report, period, finding, { reason: words });
}
