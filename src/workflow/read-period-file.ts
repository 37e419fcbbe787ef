/** Reads a period.yaml for the definition that its period has, or is about to have. */
import { formatProblem } from '../definitions/problem.ts';
import type { Definition } from '../domain/definition.ts';
import { readPeriodSettings, type PeriodSettings } from './files/read-period-settings.ts';
import { inputRefused } from './workflow-problem.ts';

/** @throws WorkflowProblem "input" with a line for each fault. */
export async function readPeriodFile(path: string, definition: Definition): Promise<PeriodSettings> {
  const reading = await readPeriodSettings(path, definition);
  if (reading.ok) return reading.settings;
  throw inputRefused(reading.problems.map(formatProblem));
}
