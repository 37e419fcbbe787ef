/** tong-hop check: what is wrong with the definitions, by file and line. */
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Refusal } from './explain.ts';
import type { Terminal } from './terminal.ts';

export function checkCommand({ environment, say, warn }: Terminal): Command {
  return new Command('check')
    .description('kiểm tra định nghĩa báo cáo, in lỗi theo tệp và dòng')
    .argument('[báo-cáo...]', 'mã báo cáo; mặc định là tất cả')
    .action(async (reports: readonly string[]) => {
      const { checkReports } = await import('../workflow/check-reports.ts');
      const { lines, checked } = await checkReports(readConfig(environment).reportsDir, reports);
      if (lines.length === 0) return say(`Định nghĩa hợp lệ: ${checked.join(', ')}.`);
      for (const line of lines) say(line);
      warn(`Định nghĩa có ${lines.length} lỗi. Đề nghị sửa các chỗ nêu trên rồi kiểm tra lại.`);
      throw new Refusal(1);
    });
}
