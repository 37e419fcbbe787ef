/** The command line: names, arguments and help. Each command calls the workflow and says what came of it. */
import { Command } from 'commander';
import { checkCommand } from './check.ts';
import { compileCommand } from './compile.ts';
import { demoCommand } from './demo.ts';
import { deskCommands } from './desk.ts';
import { importCommands } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { periodCommand } from './period.ts';
import type { Environment } from './session.ts';
import { statusCommand } from './status.ts';

export function buildProgram(environment: Environment): Command {
  const program = new Command('tong-hop')
    .description('Tổng hợp báo cáo định kỳ của các bộ, ngành, địa phương.')
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand('help [lệnh]', 'xem hướng dẫn của một lệnh')
    .showHelpAfterError('Xem cách dùng: tong-hop --help')
    .exitOverride();
  const commands = [
    demoCommand(environment),
    checkCommand(environment),
    migrateCommand(environment),
    periodCommand(environment),
    ...importCommands(environment),
    ...deskCommands(environment),
    statusCommand(environment),
    compileCommand(environment),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}
