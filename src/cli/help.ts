/** Help in Vietnamese: commander lets its words be replaced one kind at a time. */
import { Help, type HelpConfiguration } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

const plain = new Help();

export const HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) => inVietnamese(plain.commandUsage(command)),
  subcommandTerm: (command) => inVietnamese(plain.subcommandTerm(command)),
  optionDescription: ({ description, defaultValue }) =>
    typeof defaultValue === 'string' ? `${description} (mặc định: ${defaultValue})` : description,
};

function inVietnamese(usage: string): string {
  return usage.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]');
}
