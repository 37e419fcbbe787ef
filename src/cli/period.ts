/** tong-hop period: open, close, re-pin a period, or say where it stands. */
import { Command } from 'commander';
import { readPeriodFile } from '../workflow/import-submissions.ts';
import { closePeriod, openPeriod, repinPeriod } from '../workflow/open-period.ts';
import { readStatus } from '../workflow/read-status.ts';
import { statusLines } from './print.ts';
import { say, withSession, type Environment, type Session } from './session.ts';

type Work = (
  session: Session,
  report: string,
  period: string,
  options: { readonly settings?: string },
) => Promise<void>;

export function periodCommand(environment: Environment): Command {
  const command = new Command('period').description('mở, đóng kỳ báo cáo, gắn lại định nghĩa, xem tình hình');
  const add = (name: string, about: string, work: Work, withSettings = false): void => {
    const sub = command
      .command(name)
      .description(about)
      .argument('<báo-cáo>')
      .argument('<kỳ>', 'ví dụ 2024-10, 2024-Q3, 2024-H1');
    if (withSettings) sub.option('--settings <tệp>', 'period.yaml ghi thời hạn, cửa sổ số liệu của kỳ');
    sub.action((report: string, period: string, options: { readonly settings?: string }) =>
      withSession(environment, (session) => work(session, report, period, options)),
    );
  };
  add('open', 'mở kỳ: ghi lại định nghĩa, thời hạn và danh sách đơn vị', open, true);
  add('close', 'đóng kỳ: không nhận thêm phiếu', close);
  add('status', 'xem ai đã nộp, ai chưa', status);
  add('repin', 'gắn kỳ với định nghĩa hiện hành và in phần thay đổi', repin, true);
  return command;
}

const open: Work = async (session, report, period, { settings }) => {
  const file = settings === undefined ? undefined : await readPeriodFile(session, report, period, settings);
  const pinned = await openPeriod(session, report, period, file);
  say(`Đã mở kỳ ${period} của báo cáo “${report}”, hạn nộp ${pinned.settings.due}.`);
};

const close: Work = async (session, report, period) => {
  await closePeriod(session, report, period);
  say(`Đã đóng kỳ ${period} của báo cáo “${report}”.`);
};

const status: Work = async (session, report, period) => {
  for (const line of statusLines(await readStatus(session, report, period))) say(line);
};

const repin: Work = async (session, report, period, { settings }) => {
  const file = settings === undefined ? undefined : await readPeriodFile(session, report, period, settings);
  const changes = await repinPeriod(session, report, period, file);
  if (changes.length === 0) say('Định nghĩa không thay đổi; không ghi gì thêm.');
  else
    for (const line of ['Đã gắn lại định nghĩa. Thay đổi:', ...changes.map((change) => `  ${change}`)])
      say(line);
};
