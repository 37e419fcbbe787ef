/** tong-hop period: open, close, re-pin a period, or say where it stands. */
import { Command } from 'commander';
import { ofPeriod } from './options.ts';
import { timeInWords } from '../domain/dates.ts';
import { statusLines } from './print.ts';
import { withSession, type Session } from './session.ts';
import type { Terminal } from './terminal.ts';

type Work = (
  session: Session,
  report: string,
  period: string,
  options: { readonly settings?: string },
) => Promise<void>;

export function periodCommand(terminal: Terminal): Command {
  const command = new Command('period').description('mở, đóng kỳ báo cáo, gắn lại định nghĩa, xem tình hình');
  const add = (name: string, about: string, work: Work): Command =>
    ofPeriod(command.command(name))
      .description(about)
      .action((report: string, period: string, options: { readonly settings?: string }) =>
        withSession(terminal, (session) => work(session, report, period, options)),
      );
  const settings = ['--settings <tệp>', 'period.yaml ghi thời hạn, cửa sổ số liệu của kỳ'] as const;
  add('open', 'mở kỳ: ghi lại định nghĩa, thời hạn và danh sách đơn vị', open).option(...settings);
  add('close', 'đóng kỳ: không nhận thêm phiếu', close);
  add('status', 'xem ai đã nộp, ai chưa', status);
  add('repin', 'gắn kỳ với định nghĩa hiện hành và in phần thay đổi', repin).option(...settings);
  return command;
}

const open: Work = async (session, report, period, { settings }) => {
  const { openPeriod } = await import('../workflow/open-period.ts');
  const pinned = await openPeriod(session, report, period, settings);
  session.say(`Đã mở kỳ ${period} của báo cáo “${report}”, hạn nộp ${timeInWords(pinned.settings.due)}.`);
};

const close: Work = async (session, report, period) => {
  const { closePeriod } = await import('../workflow/open-period.ts');
  await closePeriod(session, report, period);
  session.say(`Đã đóng kỳ ${period} của báo cáo “${report}”.`);
};

const status: Work = async (session, report, period) => {
  const { readStatus } = await import('../workflow/read-status.ts');
  for (const line of statusLines(await readStatus(session, report, period))) session.say(line);
};

const repin: Work = async (session, report, period, { settings }) => {
  const { repinPeriod } = await import('../workflow/open-period.ts');
  const changes = await repinPeriod(session, report, period, settings);
  session.say(
    changes.length === 0
      ? 'Định nghĩa không thay đổi; không ghi gì thêm.'
      : ['Đã gắn lại định nghĩa. Thay đổi:', ...changes].join('\n  '),
  );
};
