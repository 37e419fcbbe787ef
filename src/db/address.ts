/** Reads DATABASE_URL. A PostgreSQL address holds a password, so only the host and the database's name are ever shown. */
import { fileURLToPath } from 'node:url';
import { DatabaseProblem, problemOf } from './problem.ts';

export type Address =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly shown: string };

/** SQLite's name for a database that lives and dies with its connection. */
export const IN_MEMORY = ':memory:';

/**
 * `sqlite:path`, `file:` URL, plain path, `:memory:` or `postgres://user:password@host:port/database`.
 * @throws DatabaseProblem "address" for anything else.
 */
export function parseAddress(databaseUrl: string): Address {
  const text = databaseUrl.trim();
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      return sqlite(text);
    case 'sqlite':
    case 'sqlite3':
      return sqlite(text.slice(scheme.length + 1).replace(/^\/\//, ''));
    case 'file':
      return sqlite(pathOf(text));
    case 'postgres':
    case 'postgresql':
      return postgres(text);
    default:
      throw new DatabaseProblem(
        'address',
        `DATABASE_URL không đúng: loại cơ sở dữ liệu "${scheme}" không được hỗ trợ. Hãy dùng sqlite:đường-dẫn-tệp hoặc postgres://….`,
      );
  }
}

function sqlite(file: string): Address {
  if (file === '') throw problemOf('address');
  return { kind: 'sqlite', file };
}

function pathOf(text: string): string {
  try {
    return fileURLToPath(text);
  } catch {
    throw problemOf('address');
  }
}

function postgres(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.pathname.length < 2)
    throw new DatabaseProblem(
      'address',
      'DATABASE_URL không đúng: địa chỉ PostgreSQL phải có dạng postgres://người-dùng:mật-khẩu@máy-chủ:cổng/tên-cơ-sở-dữ-liệu.',
    );
  return { kind: 'postgres', url: text, shown: `${url.host}${url.pathname}` };
}
