/** tong-hop check: what is wrong with the definitions, by file and line. */
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { checkReports } from '../workflow/check-reports.ts';
import { Refusal } from './explain.ts';
import { say, type Environment } from './session.ts';

export function checkCommand(environment: Environment): Command {
  return new Command('check')
    .description('kiểm tra định nghĩa báo cáo, in lỗi theo tệp và dòng')
    .argument('[báo-cáo...]', 'mã báo cáo; mặc định là tất cả')
    .action(async (reports: readonly string[]) => {
      const { lines, checked } = await checkReports(readConfig(environment).reportsDir, reports);
      for (const line of lines) say(line);
      if (lines.length > 0) throw new Refusal(1);
      say(`Định nghĩa hợp lệ: ${checked.join(', ')}.`);
    });
}
