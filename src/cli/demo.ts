/** tong-hop demo: the sample months from files to PDFs, in a folder of their own. */
import { join } from 'node:path';
import { Command } from 'commander';
import { migrate } from '../db/migrate.ts';
import { WorkflowProblem } from '../workflow/workflow-problem.ts';
import { compileAndTell } from './compile.ts';
import { Refusal } from './explain.ts';
import { importLines, statusLines } from './print.ts';
import { withSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const DEFAULT_DIR = join('data', 'demo');

export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description('nạp số liệu mẫu, tổng hợp và in báo cáo các tháng mẫu')
    .option('--dir <thư mục>', 'nơi đặt cơ sở dữ liệu và báo cáo', DEFAULT_DIR)
    .option('--once', 'dừng sau khi in xong')
    .action(({ dir }: { readonly dir: string }) =>
      withSession(terminal, (session) => runSamples(session, dir), {
        databaseUrl: `sqlite:${join(dir, 'tong-hop.db')}`,
        create: true,
        unmigrated: true,
      }),
    );
}

async function runSamples(session: Session, dir: string): Promise<void> {
  const [{ findSamples }, { importSubmissions }, { readStatus }] = await Promise.all([
    import('../workflow/find-samples.ts'),
    import('../workflow/import-submissions.ts'),
    import('../workflow/read-status.ts'),
  ]);
  const { say } = session;
  await migrate(session.db);
  const paths: string[] = [];
  const samples = await findSamples(session.reportsDir);
  if (samples.length === 0) {
    throw new WorkflowProblem(
      'nothing-to-do',
      `Thư mục ${session.reportsDir} không có kỳ mẫu nào; mỗi kỳ mẫu là một thư mục <báo-cáo>/samples/<kỳ> có tệp period.yaml.`,
    );
  }
  for (const { report, period, folder } of samples) {
    say(`\n${report}, kỳ ${period}`);
    // An author changes the definition and runs the demonstration again to see what came of it.
    const options = { onProgress: say, currentDefinition: true };
    for (const line of importLines(await importSubmissions(session, report, period, [folder], options)))
      say(line);
    const { due } = await readStatus(session, report, period);
    for (const line of statusLines(await readStatus(session, report, period, due))) say(line);
    const result = await compileAndTell(session, report, period, { out: join(dir, report, period) });
    if (!result.issued) throw new Refusal(2);
    paths.push(result.pdfPath);
  }
  say(['\nCác báo cáo mẫu:', ...paths].join('\n  '));
}
