/** tong-hop serve: the pages, until the process is told to stop. */
import { Command } from 'commander';
import { withSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .description('chạy trang web để các đơn vị nhập, duyệt và gửi phiếu báo cáo')
    .action(() => withSession(terminal, (session) => serve(session)));
}

/** Runs the pages on the session's database until SIGINT or SIGTERM. */
export async function serve(session: Session, beforehand: readonly string[] = []): Promise<void> {
  const { startWeb } = await import('../http/start-web.ts');
  const { web, say } = session;
  const { gatherLines } = await import('../http/gather-lines.ts');
  const log = gatherLines(say);
  process.once('exit', log.flush);
  const server = await startWeb(session, web, log.add);
  for (const line of beforehand) say(line);
  say(`Trang web đang chạy tại ${web.publicUrl ?? server.url}. Nhấn Ctrl+C để dừng.`);
  await stopSignal();
  say('Đang dừng: chờ các yêu cầu đang thực hiện…');
  await server.stop();
}

/** Waits until the process is told to stop; told twice, it stops at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
