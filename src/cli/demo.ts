/** tong-hop demo: the sample months from files to PDFs, in a folder of their own. */
import { join } from 'node:path';
import { Command } from 'commander';
import type { Sample } from '../workflow/find-samples.ts';
import { WorkflowProblem } from '../workflow/workflow-problem.ts';
import { compileAndTell } from './compile.ts';
import { Refusal } from './explain.ts';
import { timeInWords } from '../domain/dates.ts';
import { importLines, statusLines } from './print.ts';
import { serve } from './serve.ts';
import { withSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const DEFAULT_DIR = join('data', 'demo');

export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description('nạp số liệu mẫu, tổng hợp và in báo cáo các tháng mẫu')
    .option('--dir <thư mục>', 'nơi đặt cơ sở dữ liệu và báo cáo', DEFAULT_DIR)
    .option('--once', 'dừng sau khi in xong, không chạy trang web')
    .action(({ dir, once }: { readonly dir: string; readonly once?: boolean }) =>
      withSession(
        terminal,
        async (session) => {
          const samples = await runSamples(session, dir);
          if (once !== true) await servePages(session, samples);
        },
        { databaseUrl: `sqlite:${join(dir, 'tong-hop.db')}`, create: true, unmigrated: true },
      ),
    );
}

/** Runs the pages over the samples, with an account a role, at a moment when a period is being collected. */
async function servePages(session: Session, samples: readonly Sample[]): Promise<void> {
  const { prepareDemonstration } = await import('../workflow/accounts/demonstration.ts');
  const { report, period, now, accounts, password } = await prepareDemonstration(session, samples);
  await serve({ ...session, now }, [
    `\nKỳ ${period} của báo cáo “${report}” đang được thu thập; đồng hồ của bản chạy thử bắt đầu từ ${timeInWords(now())}.`,
    `Các tài khoản dùng thử, mật khẩu chung: ${password}`,
    ...accounts.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`),
  ]);
}

async function runSamples(session: Session, dir: string): Promise<readonly Sample[]> {
  const [{ migrate }, { findSamples }, { importSubmissions }, { readStatus }, { requirePeriod }] =
    await Promise.all([
      import('../db/migrate.ts'),
      import('../workflow/find-samples.ts'),
      import('../workflow/import-submissions.ts'),
      import('../workflow/read-status.ts'),
      import('../workflow/require-period.ts'),
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
    // At the time of its publishing: beside the clock of the pages the real day would look like a mistake.
    const { settings } = await requirePeriod(session.db, report, period);
    const then = { ...session, now: () => settings.publish };
    const result = await compileAndTell(then, report, period, { out: join(dir, report, period) });
    if (!result.issued) throw new Refusal(2);
    paths.push(result.pdfPath);
  }
  say(['\nCác báo cáo mẫu:', ...paths].join('\n  '));
  return samples;
}
