/** Opens the database that DATABASE_URL names, or says in one sentence why it cannot be used. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import knex, { type Knex } from 'knex';
import { IN_MEMORY, parseAddress, type Address } from './address.ts';
import { dialectOf, knexConfig } from './dialect.ts';
import { DatabaseProblem } from './problem.ts';

/** An open database; `destroy()` closes it. */
export type Database = Knex;

export interface ConnectOptions {
  /** Make a SQLite file, and its folder, when there is none; default false. */
  readonly create?: boolean;
}

/**
 * Opens a database and asks it a first question.
 * @param databaseUrl `sqlite:path`, a path, `:memory:` or `postgres://…`
 * @throws DatabaseProblem when the address is wrong, or the database is missing, unreadable or unsafe.
 */
export async function connect(databaseUrl: string, options: ConnectOptions = {}): Promise<Database> {
  const address = parseAddress(databaseUrl);
  const create = options.create ?? false;
  if (address.kind === 'sqlite' && address.file !== IN_MEMORY) requireFile(address.file, create);
  const db = knex(knexConfig(address, create));
  try {
    await requireUtf8(db, address);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function requireFile(file: string, create: boolean): void {
  if (existsSync(file)) {
    if (statSync(file).isFile()) return;
    throw new DatabaseProblem(
      'unreadable',
      `${file} không phải là một tệp. Hãy đặt DATABASE_URL là đường dẫn tới tệp cơ sở dữ liệu SQLite.`,
    );
  }
  if (!create)
    throw new DatabaseProblem(
      'missing',
      `Không tìm thấy tệp cơ sở dữ liệu ${file}. Hãy kiểm tra DATABASE_URL, hoặc chạy "tong-hop migrate" để tạo mới.`,
    );
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    throw new DatabaseProblem(
      'unreadable',
      `Không tạo được thư mục ${dirname(file)} để chứa cơ sở dữ liệu. Hãy kiểm tra đường dẫn và quyền ghi.`,
    );
  }
}

async function requireUtf8(db: Database, address: Address): Promise<void> {
  const { encoding } = dialectOf(db);
  if (encoding === null) {
    await db.select(db.raw('1'));
    return;
  }
  const { rows } = await db.raw<{ rows: readonly { value: string }[] }>(encoding);
  if (rows[0]?.value !== 'UTF8')
    throw new DatabaseProblem(
      'version',
      `Cơ sở dữ liệu ${address.kind === 'postgres' ? address.shown : address.file} không dùng bảng mã UTF8 nên không lưu được tiếng Việt. Hãy tạo lại với ENCODING 'UTF8'.`,
    );
}
