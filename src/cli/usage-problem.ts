/** A command line that cannot be run as typed, in words; or help that was shown, after which nothing is left to say. */
import type { Command, CommanderError } from 'commander';
import { HELP } from './help.ts';

export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
  readonly exitCode: number;

  /** @param command the one that could not be run */
  constructor(command: Command, error: CommanderError) {
    super(isHelp(error) ? '' : `${sentenceOf(command, error)}\n${usageOf(command)}`, { cause: error });
    this.exitCode = error.exitCode;
  }
}

function isHelp({ code }: CommanderError): boolean {
  return code === 'commander.help' || code === 'commander.helpDisplayed';
}

/** Commander gives the kind as a code, and names only within its English message. */
function sentenceOf(command: Command, { code, message }: CommanderError): string {
  const named = /'(.*?)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.missingArgument':
      return `Thiếu tham số <${named}>.`;
    case 'commander.missingMandatoryOptionValue':
      return `Thiếu tùy chọn ${named}.`;
    case 'commander.optionMissingArgument':
      return `Tùy chọn ${named} thiếu giá trị.`;
    case 'commander.unknownOption':
      return `Không có tùy chọn “${named}”.${suggestionIn(message)}`;
    case 'commander.unknownCommand':
      return `Không có lệnh “${named}”.${suggestionIn(message)}`;
    case 'commander.excessArguments':
      return `Thừa tham số: lệnh này nhận ${command.registeredArguments.length}, đã ghi ${command.args.length}.`;
    case 'commander.invalidArgument':
      return invalidValue(message);
    default:
      return 'Dòng lệnh không đúng cách dùng.';
  }
}

/**
 * "error: option '--at <thời điểm>' argument 'hôm qua' is invalid. What is right.", or "error: command-argument value
 * 'perhaps' is invalid for argument 'required|none'. What is right."
 */
function invalidValue(message: string): string {
  const ofArgument = /value '(.*)' is invalid for argument '(.*?)'\. (.*)/s.exec(message);
  if (ofArgument) return `Giá trị “${ofArgument[1]}” của <${ofArgument[2]}> không đúng. ${ofArgument[3]}`;
  const [, option = '', value = '', advice = ''] =
    /'(.*?)' argument '(.*)' is invalid\. (.*)/s.exec(message) ?? [];
  return `Giá trị “${value}” của ${option} không đúng. ${advice}`;
}

function suggestionIn(message: string): string {
  const near = /Did you mean (?:one of )?(.+)\?/.exec(message)?.[1];
  return near === undefined ? '' : ` Có lẽ cần ghi: ${near}.`;
}

function usageOf(command: Command): string {
  const usage = HELP.commandUsage?.(command) ?? '';
  const names = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  return `Cách dùng: ${usage}. Xem thêm: ${names.join(' ')} --help`;
}
