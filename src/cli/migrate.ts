/** tong-hop migrate: creates the database or brings its structure up to date. */
import { Command } from 'commander';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

export function migrateCommand(terminal: Terminal): Command {
  return new Command('migrate').description('tạo hoặc cập nhật cấu trúc cơ sở dữ liệu').action(() =>
    withSession(
      terminal,
      async ({ db, say }) => {
        const { migrate } = await import('../db/migrate.ts');
        const names = await migrate(db);
        say(
          names.length === 0
            ? 'Cơ sở dữ liệu đã ở phiên bản mới nhất.'
            : `Đã cập nhật cơ sở dữ liệu: ${names.join(', ')}.`,
        );
      },
      { create: true, unmigrated: true },
    ),
  );
}
