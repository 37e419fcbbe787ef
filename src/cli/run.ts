/** Runs one command line, and turns every failure into a sentence and an exit code. */
import { isDebugging } from '../config.ts';
import { exitCodeOf, explain } from './explain.ts';
import { buildProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/**
 * @param args without the program's own name
 * @returns 0 when done; 1 when something is wrong; 2 when a final was refused.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await buildProgram(terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    const text = explain(error, isDebugging(terminal.environment));
    if (text !== '') terminal.warn(text);
    return exitCodeOf(error);
  }
}
