/** tong-hop migrate: creates the database or brings its structure up to date. */
import { Command } from 'commander';
import { migrate } from '../db/migrate.ts';
import { say, withSession, type Environment } from './session.ts';

export function migrateCommand(environment: Environment): Command {
  return new Command('migrate').description('tạo hoặc cập nhật cấu trúc cơ sở dữ liệu').action(() =>
    withSession(
      environment,
      async ({ db }) => {
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
