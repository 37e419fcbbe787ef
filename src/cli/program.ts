/**
 * The command line: names, arguments and help. Each command calls the workflow and says what came of it; it loads what
 * it needs when it runs, because all of it together takes longer to load than most commands take to run.
 */
import { Command } from 'commander';
import { bodyCommand } from './body.ts';
import { checkCommand } from './check.ts';
import { compileCommand } from './compile.ts';
import { correctCommand } from './correct.ts';
import { demoCommand } from './demo.ts';
import { deskCommands } from './desk.ts';
import { figuresCommand } from './figures.ts';
import { HELP } from './help.ts';
import { importCommands } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { periodCommand } from './period.ts';
import { serveCommand } from './serve.ts';
import { standingCommands } from './standing.ts';
import { statusCommand } from './status.ts';
import type { Terminal } from './terminal.ts';
import { userCommand } from './user.ts';
import { UsageProblem } from './usage-problem.ts';

export function buildProgram(terminal: Terminal): Command {
  const program = new Command('tong-hop').description(
    'Tổng hợp báo cáo định kỳ của các bộ, ngành, địa phương.',
  );
  const commands = [
    demoCommand(terminal),
    checkCommand(terminal),
    migrateCommand(terminal),
    periodCommand(terminal),
    ...importCommands(terminal),
    ...standingCommands(terminal),
    ...deskCommands(terminal),
    correctCommand(terminal),
    statusCommand(terminal),
    figuresCommand(terminal),
    compileCommand(terminal),
    userCommand(terminal),
    bodyCommand(terminal),
    serveCommand(terminal),
  ];
  for (const command of commands) program.addCommand(command);
  speakVietnamese(program, terminal);
  return program;
}

/** Commander's own words are English, and it ends the process by itself: neither is wanted, at any depth. */
function speakVietnamese(command: Command, terminal: Terminal): void {
  command
    .helpOption('-h, --help', 'xem hướng dẫn')
    .configureHelp(HELP)
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      outputError: () => undefined,
    })
    .exitOverride((error) => {
      throw new UsageProblem(command, error);
    });
  if (command.commands.length > 0) command.helpCommand('help [lệnh]', 'xem hướng dẫn của một lệnh');
  for (const sub of command.commands) speakVietnamese(sub, terminal);
}
