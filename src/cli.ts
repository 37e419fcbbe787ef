#!/usr/bin/env node
/** Entry of the command line: reads the settings, runs one command, and turns every failure into a sentence. */
import { buildProgram } from './cli/program.ts';
import { exitCodeOf, explain } from './cli/explain.ts';

try {
  await buildProgram(process.env).parseAsync(process.argv);
} catch (error) {
  process.stderr.write(`${explain(error, process.env['TONG_HOP_DEBUG'] !== undefined)}\n`);
  process.exitCode = exitCodeOf(error);
}
