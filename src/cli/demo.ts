/** tong-hop demo: the sample months from files to PDFs, in a folder of their own. */
import { join } from 'node:path';
import { Command } from 'commander';
import { migrate } from '../db/migrate.ts';
import { importSubmissions } from '../workflow/import-submissions.ts';
import { findSamples } from '../workflow/find-samples.ts';
import { readStatus } from '../workflow/read-status.ts';
import { compileAndTell } from './compile.ts';
import { Refusal } from './explain.ts';
import { statusLines } from './print.ts';
import { say, withSession, type Environment } from './session.ts';

const DEFAULT_DIR = join('data', 'demo');

export function demoCommand(environment: Environment): Command {
  return new Command('demo')
    .description('nạp số liệu mẫu, tổng hợp và in báo cáo các tháng mẫu')
    .option('--dir <thư mục>', 'nơi đặt cơ sở dữ liệu và báo cáo', DEFAULT_DIR)
    .option('--once', 'dừng sau khi in xong')
    .action(({ dir }: { readonly dir: string }) =>
      withSession(
        environment,
        async (session) => {
          await migrate(session.db);
          const samples = await findSamples(session.reportsDir);
          const paths: string[] = [];
          for (const { report, period, folder } of samples) {
            say(`\n${report}, kỳ ${period}`);
            await importSubmissions(session, report, period, [folder], { onProgress: say });
            const { due } = await readStatus(session, report, period);
            for (const line of statusLines(await readStatus(session, report, period, due))) say(line);
            const result = await compileAndTell(session, report, period, { out: join(dir, report, period) });
            if (!result.issued) throw new Refusal(2);
            paths.push(result.pdfPath);
          }
          say(`\nCác báo cáo mẫu:\n${paths.map((path) => `  ${path}`).join('\n')}`);
        },
        { databaseUrl: `sqlite:${join(dir, 'tong-hop.db')}`, create: true, unmigrated: true },
      ),
    );
}
